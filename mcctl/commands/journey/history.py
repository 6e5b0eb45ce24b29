"""`mcctl journey history`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.choices import choice
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.commands.journey._common import KeyArgument, api
from mcctl.errors import InputError
from mcctl.formats import When
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


@verb(READ)
def show_history(
    session: Session,
    key: KeyArgument,
    contacts: Annotated[
        list[str] | None, typer.Option("--contact", metavar="KEY", help="Only of this contact; may be given often.")
    ] = None,
    statuses: Annotated[
        list[str] | None, typer.Option("--status", metavar="STATUS", help="Only these: Complete, Failed...")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only from this date and time on.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only up to this date and time.")] = None,
    limit: LimitOption = None,
) -> None:
    """Show what happened to contacts in a journey, newest first; the last 30 days, 10,000 records at most.

    Examples:
      mcctl journey history nto-thank-you --contact nto-1001
      mcctl journey history nto-thank-you --status Failed --since 2026-11-01 -o csv
    """
    routes = api(session)
    versions = list(dict.fromkeys(one.definition_id for one in routes.versions(key=key)))
    wanted = [choice(one, HISTORY_STATUSES, f"--status {one!r}") for one in statuses or []]
    query = {"definitionIds": versions, "contactKeys": contacts, "statuses": wanted}
    dates = {"start": _date(since, "--since"), "end": _date(until, "--until")}
    body = {name: value for name, value in {**query, **dates}.items() if value}
    count = 0

    def counted() -> Iterator[Any]:
        nonlocal count
        for count, record in enumerate(routes.history(query=body), 1):  # noqa: B007 (counted for the note)
            yield record

    session.show_list(islice(counted(), limit), HISTORY_COLUMNS)
    if count >= HISTORY_WINDOW:
        session.output.note(
            f"Marketing Cloud gives {HISTORY_WINDOW:,} records at most; ask for a shorter time for others"
        )


def _date(told: str | None, flag: str) -> str | None:
    """Return a date and time as it was written. Raises InputError for what is none."""
    try:
        if told is not None:
            datetime.fromisoformat(told)
    except ValueError as error:
        raise InputError(f"{flag} {told!r} is not a date such as 2026-11-25 or 2026-11-25T14:30:00") from error
    return told
