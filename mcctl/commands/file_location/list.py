"""`mcctl file-location list`."""

from __future__ import annotations

from itertools import islice

from mcctl.cells import Columns
from mcctl.commands._activities import api
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.reading import get, whole
from mcctl.session import Session

_TYPES = {
    0: "Enhanced FTP, import", 1: "FTP", 2: "SFTP", 3: "FTPS", 4: "Objects & Reports", 5: "Safehouse",
    6: "Enhanced FTP, export", 8: "legacy import", 9: "relative", 13: "Amazon S3", 15: "Azure Blob Storage",
    16: "Google Cloud Storage",
}  # fmt: skip
COLUMNS: Columns = {
    "NAME": "name",
    "TYPE": lambda one: _TYPES.get(whole(get(one, "locationTypeId")) or 0, get(one, "locationTypeId")),
    "WHERE": lambda one: get(one, "locationUrl") or get(one, "relPath"),
    "ID": "id",
}


@verb(READ)
def list_locations(session: Session, limit: LimitOption = None) -> None:
    """List the places of files, those that are built in with them.

    Examples:
      mcctl file-location list
    """
    session.show_list(islice(api(session).file_locations(), limit), COLUMNS)
