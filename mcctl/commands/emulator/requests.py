"""`mcctl emulator requests`."""

from __future__ import annotations

from datetime import UTC

from mcctl.commands._verb import READ, verb
from mcctl.formats import When
from mcctl.session import Session

REQUEST_COLUMNS = {
    "ID": "id",
    "AT": When("at", UTC),
    "METHOD": "method",
    "ROUTE": "path",
    "QUERY": "query",
    "STATUS": "status",
    "FAULT": "fault",
}


@verb(READ)
def requests(session: Session) -> None:
    """Show what the emulator received, oldest first; a request without status was cut off.

    Examples:
      mcctl emulator requests
      mcctl emulator requests -o json -q "[?method=='PATCH'].body"
    """
    session.show_list(session.emulator.admin.requests(), REQUEST_COLUMNS)
