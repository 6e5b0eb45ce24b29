"""`mcctl event status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.choices import choice, filled
from mcctl.commands._verb import READ, verb
from mcctl.commands.event._common import api
from mcctl.formats import When
from mcctl.reading import text
from mcctl.session import Session

STATUS_COLUMNS: Columns = {
    "AT": When("createdDate"),
    "EVENT": "eventDefinitionKey",
    "CONTACT": "contactKey",
    "STATUS": "status",
    "REASON": lambda one: text(one, "message", "errorMessage"),
    "REQUEST": "requestId",
}


@verb(READ)
def show_status(
    session: Session,
    contact: Annotated[str | None, typer.Option("--contact", metavar="KEY", help="Only of this contact.")] = None,
    request: Annotated[str | None, typer.Option("--request", metavar="ID", help="Only of this request.")] = None,
    event: Annotated[str | None, typer.Option("--event", metavar="EVENT", help="Only of this definition.")] = None,
    kind: Annotated[str | None, typer.Option("--type", metavar="errored|queued|processed", help="Only these.")] = None,
) -> None:
    """Show what became of events that were fired with --from, in the last 30 days, as Marketing Cloud tells it.

    Examples:
      mcctl event status --event nto-purchase --type errored
      mcctl event status --contact nto-1001 -o json
    """
    filters = {
        "contactKey": filled(contact, "--contact"),
        "requestId": filled(request, "--request"),
        "eventDefinitionKey": filled(event, "--event"),
        "type": None if kind is None else choice(kind, ("errored", "queued", "processed"), f"--type {kind!r}"),
    }
    session.show_list(api(session).statuses(**filters), STATUS_COLUMNS)
