"""`mcctl contact timeline`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._recent import SinceOption
from mcctl.commands._times import moment_since
from mcctl.commands._verb import READ, verb
from mcctl.commands.contact._common import contact_of
from mcctl.commands.contact._timeline import Timeline
from mcctl.errors import InputError, NotFound
from mcctl.formats import When
from mcctl.session import Session

_COLUMNS: Columns = {"AT": When("at"), "WHAT": "what", "WHERE": "where", "TOLD": "told"}
_UNTOLD = (
    "No API tells of opens, clicks, and messages that were sent outside of journeys; data views in Automation Studio do"
)


@verb(READ)
def show_timeline(
    session: Session,
    key: Annotated[str | None, typer.Argument(metavar="[CONTACT]", help="Contact key.")] = None,
    email: Annotated[
        str | None,
        typer.Option("--email", metavar="ADDRESS", help="The contact with this address, instead of its key."),
    ] = None,
    since: SinceOption = None,
) -> None:
    """Tell one contact's story, newest first: what is so now, then what happened.

    Addresses and their status, the journeys that the contact is in and what happened there, events that were fired,
    messages that were not sent and why, subscriptions of its numbers. What the login may not ask for is said, and what
    is not answered (exit code 6). Times are those of this machine in a table, and of the platform elsewhere (UTC-6).

    Examples:
      mcctl contact timeline nto-1001
      mcctl contact timeline --email amelia@nto.example --since 7d
      mcctl contact timeline nto-1001 -o jsonl -q "[?what=='not sent']"
    """
    if (key is None) == (email is None):
        raise InputError("Which contact?", "Give its key, or --email ADDRESS")
    contact = key or contact_of(session, email or "", "contact timeline")
    limit = None if since is None else moment_since(since, "--since")
    timeline = Timeline(session.client, contact)
    found = timeline.moments()
    if not timeline.is_known and not timeline.lacking:
        raise NotFound(f"Nobody knows of a contact {contact!r}", "mcctl contact search --email ADDRESS")
    shown = [one for one in found if limit is None or not one.at or datetime.fromisoformat(one.at) >= limit]
    session.show_list([one.shown() for one in shown], _COLUMNS)
    for told in (*timeline.lacking, _UNTOLD):
        session.output.note(told)
    if timeline.failed:
        raise timeline.failed
