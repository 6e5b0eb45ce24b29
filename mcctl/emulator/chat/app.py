"""GroupConnect: messages by Messenger and LINE."""

from mcctl.emulator.chat import routes
from mcctl.emulator.core.app import App

APP = App(
    routes=routes.ROUTES,
    schema=routes.SCHEMA,
    seeds=(routes.seed,),
    elapse=routes.elapse,
    secrets=routes.SECRETS,
)
