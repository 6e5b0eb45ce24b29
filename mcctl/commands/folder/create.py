"""`mcctl folder create`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.folder._common import ITEM_COLUMNS, folder_api, folder_tree
from mcctl.errors import InputError
from mcctl.reading import get, text, whole
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

    def create(name: str, above: str | None) -> dict[str, Any]:
        known = parent.id if above is None else whole(get(created[-1], "id")) if created else None
        return api.create(name=name, parent_id=known or f"<id of the new folder {above}>")

    steps = [partial(create, name, above) for name, above in zip(missing, [None, *missing], strict=False)]
    if len(steps) == 1:
        created.append(steps[0]())
        session.show(created[0], ITEM_COLUMNS)
    else:
        for one in session.in_turn(steps):
            created.append(one)
        session.show_list(created, ITEM_COLUMNS)
    session.done(f"Created folder {text(created[-1], 'id')}, {path!r}")
