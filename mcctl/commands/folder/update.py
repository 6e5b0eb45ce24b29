"""`mcctl folder update`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.folder._common import ITEM_COLUMNS, FolderArgument, folder_api, folder_tree
from mcctl.errors import InputError
from mcctl.reading import replaced
from mcctl.session import Session


@verb(WRITE)
def update_folder(
    session: Session,
    folder: FolderArgument,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="New name.")] = None,
    parent: Annotated[
        str | None, typer.Option("--parent", metavar="FOLDER", help="Move it into this folder: path or id.")
    ] = None,
) -> None:
    """Rename or move a folder.

    Examples:
      mcctl folder update "Emails/Newsletters" --name "News of 2026"
      mcctl folder update "Emails/Newsletters" --parent Templates
    """
    if name is None and parent is None:
        raise InputError("Nothing to change", "Say what: --name, --parent")
    folders, api = folder_tree(session), folder_api(session)
    folder_id = folders.find(folder).id
    changes = {"name": name, "parentId": folders.find(parent).id if parent is not None else None}
    given = {name: value for name, value in changes.items() if value is not None}
    updated = api.update(folder_id=folder_id, body=replaced(api.get(folder_id=folder_id), **given))
    session.show(updated, ITEM_COLUMNS)
    session.done(f"Changed folder {folder_id}")
