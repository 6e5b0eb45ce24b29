"""The Event Notification Service."""

from mcctl.emulator.core.app import App
from mcctl.emulator.ens import routes

APP = App(routes=routes.ROUTES, schema=routes.SCHEMA)
