"""`mcctl folder list`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.folder._common import folder_tree
from mcctl.rest.folder import Folder, FolderTree
from mcctl.session import Session


@verb(READ)
def list_folders(
    session: Session,
    under: Annotated[str | None, typer.Option("--under", metavar="FOLDER", help="Only this folder and below.")] = None,
    tree: Annotated[
        bool, typer.Option("--tree", help="Draw the tree, with ids; JSON is nested.", show_default=False)
    ] = False,
) -> None:
    """List the folders of this business unit.

    Examples:
      mcctl folder list --tree
      mcctl folder list --under Emails -o json
    """
    folders = folder_tree(session)
    found = list(folders.below(folders.find(under)) if under else folders)
    top = min((folders.depth(folder) for folder in found), default=0)
    if tree and session.output.is_structured:
        session.output.show_any([_nested(folders, one) for one in found if folders.depth(one) == top])
    elif tree:
        session.output.lines(f"{'  ' * (folders.depth(one) - top)}{one.name}  ({one.id})" for one in found)
    else:
        columns: Columns = {"PATH": folders.path_of, "ID": "id", "TYPE": "categoryType"}
        session.show_list([folder.body for folder in found], columns)


def _nested(folders: FolderTree, folder: Folder) -> dict[str, Any]:
    return {**folder.body, "folders": [_nested(folders, one) for one in folders.children(folder)]}
