"""`mcctl de folder list`."""

from __future__ import annotations

from mcctl.cells import Columns
from mcctl.commands._folder_paths import paths_of
from mcctl.commands._verb import READ, verb
from mcctl.commands.de._common import api
from mcctl.reading import get, objects, whole
from mcctl.session import Session

_COLUMNS: Columns = {"ID": "categoryId", "PATH": "path"}


@verb(READ)
def list_folders(session: Session) -> None:
    """List the folders of data extensions, with their paths.

    The route is not documented, and wants the right to read automations.

    Examples:
      mcctl de folder list
      mcctl de folder list -o json -q "[?path=='Data Extensions'].categoryId"
    """
    folders = objects(list(api(session).folders()))
    paths = paths_of(folders)
    shown = [{**one, "path": paths.get(whole(get(one, "categoryId")) or 0)} for one in folders]
    session.show_list(sorted(shown, key=lambda one: str(one["path"]).casefold()), _COLUMNS)
