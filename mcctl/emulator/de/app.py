"""Data extensions and their rows."""

from mcctl.emulator.core.app import App
from mcctl.emulator.de import definitions, fields, rows, writes

APP = App(
    routes={**definitions.ROUTES, **fields.ROUTES, **rows.ROUTES, **writes.ROUTES},
    schema=definitions.SCHEMA + rows.SCHEMA + writes.SCHEMA,
    content=(definitions.seed,),
    loads={"de": definitions.load},
)
