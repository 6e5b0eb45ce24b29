"""`mcctl journey history`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.choices import choice
from mcctl.commands._options import LimitOption
from mcctl.commands._recent import SinceOption, UntilOption, span
from mcctl.commands._verb import READ, verb
from mcctl.commands.contact._common import contact_of
from mcctl.commands.journey._common import api
from mcctl.formats import When
from mcctl.reading import text
from mcctl.rest.journey import HISTORY_STATUSES, HISTORY_WINDOW
from mcctl.session import Session

HISTORY_COLUMNS = {
    "AT": When("transactionTime"),
    "CONTACT": "contactKey",
    "ACTIVITY": "activityName",
    "TYPE": "activityType",
    "STATUS": "status",
    "MESSAGE": "message",
}
_COLUMNS_OF_ALL: Columns = {
    "JOURNEY": lambda record: text(record, "definitionName", "definitionKey", "definitionId"),
    **HISTORY_COLUMNS,
}


@verb(READ)
def show_history(
    session: Session,
    key: Annotated[
        str | None, typer.Argument(metavar="[JOURNEY]", help="Key, or id, of the journey; all journeys if not given.")
    ] = None,
    contacts: Annotated[
        list[str] | None, typer.Option("--contact", metavar="KEY", help="Only of this contact; may be given often.")
    ] = None,
    email: Annotated[
        str | None, typer.Option("--email", metavar="ADDRESS", help="Only of the contact with this address.")
    ] = None,
    statuses: Annotated[
        list[str] | None, typer.Option("--status", metavar="STATUS", help="Only these: Complete, Failed...")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
) -> None:
    """Show what happened to contacts in a journey, or in all, newest first; of 30 days, and 10,000 records at most.

    Examples:
      mcctl journey history nto-thank-you --contact nto-1001
      mcctl journey history --email amelia@nto.example --since 7d
      mcctl journey history nto-thank-you --status Failed --since 2026-11-01 -o csv
    """
    routes = api(session)
    versions = [] if key is None else list(dict.fromkeys(one.definition_id for one in routes.versions(key=key)))
    columns = HISTORY_COLUMNS if key else _COLUMNS_OF_ALL
    if email is not None:
        contacts = [*(contacts or []), contact_of(session, email, "journey history --contact")]
    wanted = [choice(one, HISTORY_STATUSES, f"--status {one!r}") for one in statuses or []]
    query: dict[str, Any] = {"definitionIds": versions, "contactKeys": contacts, "statuses": wanted}
    dates = zip(("start", "end"), span(since, until), strict=True)
    query |= {name: moment.isoformat() for name, moment in dates if moment}
    body = {name: value for name, value in query.items() if value}
    count = 0

    def counted() -> Iterator[Any]:
        nonlocal count
        for count, record in enumerate(routes.history(query=body), 1):  # noqa: B007 (counted for the note)
            yield record

    session.show_list(islice(counted(), limit), columns)
    if count >= HISTORY_WINDOW:
        session.output.note(
            f"Marketing Cloud gives {HISTORY_WINDOW:,} records at most; ask for a shorter time for others"
        )
