"""Transactional messages: definitions and sends."""

from mcctl.emulator.core.app import App
from mcctl.emulator.tx import definitions, messages, sending

APP = App(
    routes={**definitions.ROUTES, **messages.ROUTES},
    schema=definitions.SCHEMA + messages.SCHEMA,
    content=(definitions.seed,),
    loads={"send": definitions.load, "push": definitions.load},
    elapse=sending.elapse,
)
