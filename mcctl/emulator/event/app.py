"""Event definitions, and the events that are fired."""

from mcctl.emulator.core.app import App
from mcctl.emulator.event import definitions, entries

APP = App(
    routes={**definitions.ROUTES, **entries.ROUTES},
    schema=definitions.SCHEMA + entries.SCHEMA,
    content=(definitions.seed,),
    loads={"event": definitions.load},
)
