"""Transactional messages: definitions, sends, and the domains they come from."""

from mcctl.emulator.core.app import App
from mcctl.emulator.tx import definitions, domains, messages, sending

APP = App(
    routes={**definitions.ROUTES, **messages.ROUTES, **domains.ROUTES},
    schema=definitions.SCHEMA + messages.SCHEMA + domains.SCHEMA,
    seeds=(domains.seed,),
    content=(definitions.seed,),
    loads={"send": definitions.load, "push": definitions.load},
    elapse=sending.elapse,
)
