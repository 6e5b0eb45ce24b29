"""`mcctl audit logins`."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.commands.audit._common import ByOption, SinceOption, events
from mcctl.formats import When
from mcctl.reading import first, text
from mcctl.rest.audit import AuditApi
from mcctl.session import Session

_COLUMNS: Columns = {
    "AT": When("createdDate"),
    "BY": lambda one: first(one, "employee.employeeName", "employee.userName"),
    "EVENT": "eventType.name",
    "RESULT": "loginStatus.name",
    "FROM": "ipAddress",
    "BY WAY OF": "eventSource.name",
}


@verb(READ)
def list_logins(
    session: Session,
    since: SinceOption = None,
    by: ByOption = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="Only logins that did not succeed.", show_default=False)
    ] = False,
    limit: LimitOption = None,
) -> None:
    """List logins, newest first.

    Other events of security are among them, as far as the account keeps them.

    Examples:
      mcctl audit logins --since 7d
      mcctl audit logins --failed -o json -q "[].ipAddress"
    """
    found = events(AuditApi(session.client).logins, since, by)
    chosen = (one for one in found if not failed or text(one, "loginStatus.name").lower() not in ("", "success"))
    session.show_list(islice(chosen, limit), _COLUMNS)
