"""`mcctl asset get`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.asset._lookup import ITEM_COLUMNS, IsKeyOption, KeyArgument, api, asset_id_of
from mcctl.rest.asset_body import view_content
from mcctl.session import Session


@verb(READ)
def get_asset(
    session: Session,
    key: KeyArgument,
    is_key: IsKeyOption = False,
    view: Annotated[
        str | None,
        typer.Option(
            "--view", metavar="VIEW", help="Print just this view: html, text, subjectline, preheader, content."
        ),
    ] = None,
    compiled: Annotated[
        bool, typer.Option("--compiled", help="With --view: slots and blocks filled in.", show_default=False)
    ] = False,
) -> None:
    """Show an asset.

    Examples:
      mcctl asset get nto-welcome-series
      mcctl asset get nto-welcome-series --view html > welcome.html
      mcctl asset get 1201 -o json -q "views.subjectline.content"
    """
    assets = api(session)
    asset_id = asset_id_of(assets, key, is_key)
    asset = assets.get(asset_id=asset_id)
    if not view and not compiled:
        session.show(asset, ITEM_COLUMNS)
        return

    content = view_content(asset, view or "html")
    if compiled:
        content = assets.get_channel_view(asset_id=asset_id, view=view or "html")
    session.output.raw(content)
