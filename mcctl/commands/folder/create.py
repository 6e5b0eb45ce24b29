"""`mcctl folder create`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.folder._common import ITEM_COLUMNS, folder_api, folder_tree
from mcctl.errors import InputError
from mcctl.reading import get, whole
from mcctl.rest.folder import split_path
from mcctl.session import Session


@verb(WRITE)
def create_folder(
    session: Session,
    path: Annotated[str, typer.Argument(metavar="PATH", help="Path of the new folder, such as Emails/Welcome/2026.")],
    parents: Annotated[
        bool,
        typer.Option(
            "--parents", help="Create the folders above it too; do nothing if it is there.", show_default=False
        ),
    ] = False,
) -> None:
    """Create a folder.

    Examples:
      mcctl folder create "Emails/Spring"
      mcctl folder create "Emails/2026/Spring" --parents
    """
    folders, api = folder_tree(session), folder_api(session)
    parent, missing = folders.deepest(split_path(path))
    if not missing and not parents:
        raise InputError(f"The folder {path!r} is already there: {parent.id}", f"mcctl folder get {parent.id}")
    if len(missing) > 1 and not parents:
        raise InputError(f"There is no folder {missing[0]!r} in {folders.path(parent)!r}", "Create it too: --parents")
    if not missing:
        session.show(parent.body, ITEM_COLUMNS)
        session.done(f"The folder {path!r} was already there")
        return
    created: list[dict[str, Any]] = []
    parent_id: int | str = parent.id
    for name in missing:
        created.append(api.create(name=name, parent_id=parent_id))
        parent_id = whole(get(created[-1], "id")) or f"<id of the new folder {name}>"
    session.show_list(created, ITEM_COLUMNS) if len(created) > 1 else session.show(created[0], ITEM_COLUMNS)
    session.done(f"Created folder {parent_id}, {path!r}")
