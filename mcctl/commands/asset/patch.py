"""`mcctl asset patch`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.asset._body import AssetChanges
from mcctl.commands.asset._lookup import ITEM_COLUMNS, IsKeyOption, KeyArgument, api, asset_id_of, folder_id_of
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.rest.asset_body import new_file
from mcctl.session import Session


@verb(WRITE)
def patch_asset(
    session: Session,
    key: KeyArgument,
    is_key: IsKeyOption = False,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="FOLDER", help="Move to this folder: path or id.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="Replace the file of an image or document.")
    ] = None,
    *,
    changes: AssetChanges,
) -> None:
    """Change some properties of an asset; all others stay.

    Examples:
      mcctl asset patch nto-welcome-series --html welcome.html --subject "Welcome!"
      mcctl asset patch nto-welcome-series --channel email=true --channel web=false --dry-run
      mcctl asset patch nto-logo --file logo.png
      mcctl asset patch 1201 --folder "Emails/Newsletters"
      sed 's/2025/2026/' footer.html | mcctl asset patch nto-footer --content -
    """
    body = {**changes.body(), **(new_file(file) if file else {})}
    if folder:
        body["category"] = {"id": folder_id_of(session, folder)}
    if not body:
        raise InputError("Nothing to change", "Say what: --name, --subject, --html FILE, --set PATH=VALUE, ...")
    assets = api(session)
    asset_id = asset_id_of(assets, key, is_key)
    if body.get("views") or body.get("content"):
        from mcctl.commands.asset._warnings import warn  # only messages have what it looks at

        warn(session, body)
    patched = assets.patch(asset_id=asset_id, body=body)
    session.show(patched, ITEM_COLUMNS)
    name = text(patched, "name")
    session.done(
        f"Changed asset {asset_id}{f', {name!r}' if name else ''}", next_command=f"mcctl asset get {argument(key)}"
    )
