"""Content Builder: assets, and those that were deleted."""

from mcctl.emulator.asset import assets, deleted
from mcctl.emulator.core.app import App

APP = App(
    routes={**assets.ROUTES, **deleted.ROUTES},
    schema=assets.SCHEMA + deleted.SCHEMA,
    content=(assets.seed,),
    loads={"asset": assets.load},
)
