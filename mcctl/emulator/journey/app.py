"""Journey Builder: journeys, and the contacts in them."""

from mcctl.emulator.core.app import App
from mcctl.emulator.journey import contacts, lifecycle, run, versions

APP = App(
    routes={**versions.ROUTES, **lifecycle.ROUTES, **contacts.ROUTES},
    schema=versions.SCHEMA,
    content=(versions.seed,),
    loads={"journey": versions.load},
    elapse=run.elapse,
)
