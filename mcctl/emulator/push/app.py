"""MobilePush."""

from mcctl.emulator.core.app import App
from mcctl.emulator.push import routes, store

APP = App(routes=routes.ROUTES, schema=store.SCHEMA, content=(store.seed,))
