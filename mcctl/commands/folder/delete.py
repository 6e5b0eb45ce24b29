"""`mcctl folder delete`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.folder._common import FolderArgument, folder_api, folder_tree
from mcctl.session import Session


@verb(DANGEROUS)
def delete_folder(session: Session, folder: FolderArgument) -> None:
    """Delete a folder. What becomes of the assets in it, the API does not document: move them first.

    Examples:
      mcctl folder delete Templates
      mcctl folder delete 106 --yes
    """
    folders = folder_tree(session)
    found = folders.find(folder)
    below = len(list(folders.below(found))) - 1
    inside = f", with {below} folder{'s' if below > 1 else ''} below it" if below else ""
    session.confirm(f"Delete folder {folders.path(found)!r} ({found.id}{inside})?")
    folder_api(session).delete(folder_id=found.id)
    session.done(f"Deleted folder {found.id}, {folders.path(found)!r}")
