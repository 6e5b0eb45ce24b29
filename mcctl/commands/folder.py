"""`mcctl folder`: Content Builder folders, which the API calls categories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import App, Context, DangerousCommand, ReadCommand, WriteCommand
from mcctl.errors import InputError
from mcctl.reading import get, number_in, replaced, whole

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.folder import FolderApi, FolderTree

app = App("Content Builder: folders.")

ITEM_COLUMNS = {
    "ID": "id",
    "NAME": "name",
    "PARENT ID": "parentId",
    "TYPE": "categoryType",
    "BUSINESS UNIT": "memberId",
    "ENTERPRISE": "enterpriseId",
    "SHARING": "sharingProperties",
}

FolderArgument = Annotated[str, typer.Argument(metavar="FOLDER", help="Path such as Emails/Welcome, or id.")]


@app.add("list", ReadCommand)
def list_folders(
    ctx: Context,
    under: Annotated[str | None, typer.Option("--under", metavar="FOLDER", help="Only this folder and below.")] = None,
    tree: Annotated[bool, typer.Option("--tree", help="Draw the tree, with ids.", show_default=False)] = False,
) -> None:
    """List the folders of this business unit.

    Examples:
      mcctl folder list --tree
      mcctl folder list --under Emails -o json
    """
    folders = _tree(ctx)
    found = list(folders.below(folders.find(under)) if under else folders)
    if tree:
        top = min((folders.depth(folder) for folder in found), default=0)
        lines = [f"{'  ' * (folders.depth(folder) - top)}{folder.name}  ({folder.id})" for folder in found]
        ctx.obj.output.lines(lines)
    else:
        columns: Columns = {"ID": "id", "PATH": folders.path_of, "TYPE": "categoryType"}
        ctx.obj.show_list([folder.body for folder in found], columns)


@app.add("get", ReadCommand)
def get_folder(ctx: Context, folder: FolderArgument) -> None:
    """Show a folder.

    Examples:
      mcctl folder get "Emails/Welcome Series"
      mcctl folder get 104 -o json
    """
    number = number_in(folder)
    folder_id = _tree(ctx).find(folder).id if number is None else number
    ctx.obj.show(_api(ctx).get(folder_id=folder_id), ITEM_COLUMNS)


@app.add("create", WriteCommand)
def create_folder(
    ctx: Context,
    path: Annotated[str, typer.Argument(metavar="PATH", help="Path of the new folder, such as Emails/Welcome/2026.")],
    parents: Annotated[
        bool,
        typer.Option(
            "--parents",
            help="Create the folders above it too; do nothing if it is there.",
            show_default=False,
        ),
    ] = False,
) -> None:
    """Create a folder.

    Examples:
      mcctl folder create "Emails/Spring"
      mcctl folder create "Emails/2026/Spring" --parents
    """
    from mcctl.rest.folder import split_path

    folders, api = _tree(ctx), _api(ctx)
    parent, missing = folders.deepest(split_path(path))
    if not missing and not parents:
        raise InputError(f"The folder {path!r} is already there: {parent.id}", f"mcctl folder get {parent.id}")
    if len(missing) > 1 and not parents:
        raise InputError(f"There is no folder {missing[0]!r} in {folders.path(parent)!r}", "Create it too: --parents")
    if not missing:
        ctx.obj.show(parent.body, ITEM_COLUMNS)
        ctx.obj.done(f"The folder {path!r} was already there")
        return
    created: list[dict[str, Any]] = []
    parent_id: int | str = parent.id
    for name in missing:
        created.append(api.create(name=name, parent_id=parent_id))
        parent_id = whole(get(created[-1], "id")) or f"<id of the new folder {name}>"
    ctx.obj.show_list(created, ITEM_COLUMNS) if len(created) > 1 else ctx.obj.show(created[0], ITEM_COLUMNS)
    ctx.obj.done(f"Created folder {parent_id}, {path!r}")


@app.add("update", WriteCommand)
def update_folder(
    ctx: Context,
    folder: FolderArgument,
    name: Annotated[str | None, typer.Option("--name", help="New name.")] = None,
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
    folders, api = _tree(ctx), _api(ctx)
    folder_id = folders.find(folder).id
    changes = {"name": name, "parentId": folders.find(parent).id if parent is not None else None}
    given = {name: value for name, value in changes.items() if value is not None}
    updated = api.update(folder_id=folder_id, body=replaced(api.get(folder_id=folder_id), **given))
    ctx.obj.show(updated, ITEM_COLUMNS)
    ctx.obj.done(f"Changed folder {folder_id}")


@app.add("delete", DangerousCommand)
def delete_folder(ctx: Context, folder: FolderArgument) -> None:
    """Delete a folder. What becomes of the assets in it, the API does not document: move them first.

    Examples:
      mcctl folder delete Templates
      mcctl folder delete 106 --yes
    """
    folders = _tree(ctx)
    found = folders.find(folder)
    below = len(list(folders.below(found))) - 1
    inside = f", with {below} folder{'s' if below > 1 else ''} below it" if below else ""
    ctx.obj.confirm(f"Delete folder {folders.path(found)!r} ({found.id}{inside})?")
    deleted = _api(ctx).delete(folder_id=found.id)
    if ctx.obj.dry_run:
        ctx.obj.show(deleted)
    ctx.obj.done(f"Deleted folder {found.id}, {folders.path(found)!r}")


def _api(ctx: Context) -> FolderApi:
    from mcctl.rest.folder import FolderApi

    return FolderApi(ctx.obj.client)


def _tree(ctx: Context) -> FolderTree:
    from mcctl.rest.folder import FolderTree

    return FolderTree(_api(ctx).list())
