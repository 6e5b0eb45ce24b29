"""`mcctl emulator outbox`."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.emulator._serving import serve_inbox
from mcctl.formats import When
from mcctl.session import Session

OUTBOX_COLUMNS: Columns = {
    "AT": When("sentAt", UTC),
    "CHANNEL": "channel",
    "TO": "to",
    "CONTACT": "contactKey",
    "SUBJECT": lambda message: message.get("subject") or message.get("text"),
}


@verb(READ)
def outbox(
    session: Session,
    is_opened: Annotated[
        bool, typer.Option("--open", help="Serve the messages as a page, and open it in the browser.")
    ] = False,
) -> None:
    """Show the messages that were sent: rendered, and delivered to nobody.

    With --open a page shows them as they come, and those that were not sent, too, with the reason.

    Examples:
      mcctl emulator outbox
      mcctl emulator outbox --open
      mcctl emulator outbox -o json -q "[-1].html"
    """
    if is_opened:
        return serve_inbox(session)
    return session.show_list(session.emulator.admin.outbox(), OUTBOX_COLUMNS)
