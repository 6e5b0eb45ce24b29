"""`mcctl folder get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.folder._common import ITEM_COLUMNS, FolderArgument, folder_api, folder_tree
from mcctl.reading import number_in
from mcctl.session import Session


@verb(READ)
def get_folder(session: Session, folder: FolderArgument) -> None:
    """Show a folder.

    Examples:
      mcctl folder get "Emails/Welcome Series"
      mcctl folder get 104 -o json
    """
    number = number_in(folder)
    folder_id = folder_tree(session).find(folder).id if number is None else number
    session.show(folder_api(session).get(folder_id=folder_id), ITEM_COLUMNS)
