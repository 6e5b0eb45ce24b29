"""`mcctl audit list`."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.commands.audit._common import ByOption, SinceOption, events, has
from mcctl.formats import When
from mcctl.reading import first
from mcctl.rest.audit import AuditApi
from mcctl.session import Session

_COLUMNS: Columns = {
    "AT": When("createdDate"),
    "BY": lambda one: first(one, "employee.employeeName", "employee.userName"),
    "DID": "operation.name",
    "TYPE": "objectType.name",
    "OBJECT": lambda one: first(one, "object.name", "object.id"),
    "BUSINESS UNIT": "memberId",
}


@verb(READ)
def list_changes(
    session: Session,
    since: SinceOption = None,
    by: ByOption = None,
    type_: Annotated[
        str | None, typer.Option("--type", metavar="TEXT", help="Only objects whose type has this: asset.")
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar="TEXT", help="Only objects whose name or id has this.")
    ] = None,
    operation: Annotated[
        str | None, typer.Option("--operation", metavar="TEXT", help="Only operations whose name has this: delete.")
    ] = None,
    limit: LimitOption = None,
) -> None:
    """List changes, newest first: of what, and by whom.

    All business units are in it. The login needs the right to read audit logs. Without --since: the last 30 days.

    Examples:
      mcctl audit list --since 1d --type asset
      mcctl audit list --by ada --operation delete -o csv
    """
    wanted = {"objectType.name": type_, "operation.name": operation}
    found = events(AuditApi(session.client).changes, since, by)
    found = (one for one in found if all(words is None or has(one, words, path) for path, words in wanted.items()))
    found = (one for one in found if search is None or has(one, search, "object.name", "object.id"))
    session.show_list(islice(found, limit), _COLUMNS)
