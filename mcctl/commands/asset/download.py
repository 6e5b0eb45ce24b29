"""`mcctl asset download`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.asset._lookup import IsKeyOption, KeyArgument, api, asset_id_of
from mcctl.files import write_file
from mcctl.rest.asset_body import file_name, is_text_file
from mcctl.session import Session


@verb(READ)
def download_file(
    session: Session,
    key: KeyArgument,
    is_key: IsKeyOption = False,
    to: Annotated[
        str | None, typer.Option("--out", metavar="PATH", help="File or folder to write to; - for stdout.")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a file that is there.", show_default=False)
    ] = False,
) -> None:
    """Download the file behind an image or document.

    Examples:
      mcctl asset download nto-logo
      mcctl asset download nto-logo --out images/ --overwrite
      mcctl asset download nto-logo --out - | file -
    """
    assets = api(session)
    asset_id = asset_id_of(assets, key, is_key)
    asset = assets.get(asset_id=asset_id)
    content = assets.get_file(asset_id=asset_id, is_text=is_text_file(asset))
    if to == "-":
        session.output.write_bytes(content)
        return
    target = _target(to, file_name(asset))
    write_file(target, content, overwrite=overwrite)
    session.show({"id": asset_id, "path": str(target), "bytes": len(content)})


def _target(to: str | None, name: str) -> Path:
    target = Path(to or ".")
    return target / name if target.is_dir() or (to or "").endswith("/") else target
