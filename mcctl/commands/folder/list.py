"""`mcctl folder list`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.folder._common import folder_tree
from mcctl.session import Session


@verb(READ)
def list_folders(
    session: Session,
    under: Annotated[str | None, typer.Option("--under", metavar="FOLDER", help="Only this folder and below.")] = None,
    tree: Annotated[bool, typer.Option("--tree", help="Draw the tree, with ids.", show_default=False)] = False,
) -> None:
    """List the folders of this business unit.

    Examples:
      mcctl folder list --tree
      mcctl folder list --under Emails -o json
    """
    folders = folder_tree(session)
    found = list(folders.below(folders.find(under)) if under else folders)
    if tree:
        top = min((folders.depth(folder) for folder in found), default=0)
        lines = [f"{'  ' * (folders.depth(folder) - top)}{folder.name}  ({folder.id})" for folder in found]
        session.output.lines(lines)
    else:
        columns: Columns = {"ID": "id", "PATH": folders.path_of, "TYPE": "categoryType"}
        session.show_list([folder.body for folder in found], columns)
