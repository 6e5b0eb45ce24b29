"""`mcctl asset delete`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import SEVERE, verb
from mcctl.commands.asset._lookup import IsKeyOption, KeyArgument, api, asset_id_of
from mcctl.commands.asset._users import users_of
from mcctl.reading import text
from mcctl.rest.asset import AssetApi
from mcctl.session import Session


@verb(SEVERE)
def delete_asset(
    session: Session,
    key: KeyArgument,
    is_key: IsKeyOption = False,
    purge_cdn: Annotated[
        bool, typer.Option("--purge-cdn", help="Also take its file off the CDN, for good.", show_default=False)
    ] = False,
) -> None:
    """Delete an asset.

    Where the current folder is in a workspace, it is told who uses the asset. With --purge-cdn, e-mails already sent
    lose the file too; that is confirmed by name.

    Examples:
      mcctl asset delete nto-footer
      mcctl asset delete nto-footer --yes
      mcctl asset delete nto-logo --purge-cdn --confirm nto-logo
    """
    assets = api(session)
    asset_id = asset_id_of(assets, key, is_key)
    what = _described(session, assets, asset_id)
    if purge_cdn:
        session.confirm_name(f"Delete {what} and its file on the CDN, for good?", key)
    else:
        session.confirm(f"Delete {what}?")
    assets.delete(asset_id=asset_id, purge_cdn=purge_cdn)
    session.done(f"Deleted asset {asset_id}")


def _described(session: Session, assets: AssetApi, asset_id: int) -> str:
    """Return an asset by its name, key and id, with those who use it; by its id, where nobody is asked."""
    if not session.asks:
        return f"asset {asset_id}"
    body = assets.get(asset_id=asset_id)
    key = text(body, "customerKey")
    users = users_of(session, key)
    return f"asset {text(body, 'name')!r} ({key}, {asset_id}{f'; used by {users}' if users else ''})"
