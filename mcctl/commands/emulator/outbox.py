"""`mcctl emulator outbox`."""

from __future__ import annotations

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.session import Session

OUTBOX_COLUMNS: Columns = {
    "AT": "sentAt",
    "CHANNEL": "channel",
    "TO": "to",
    "CONTACT": "contactKey",
    "SUBJECT": lambda message: message.get("subject") or message.get("text"),
}


@verb(READ)
def outbox(session: Session) -> None:
    """Show the messages that were sent: rendered, and delivered to nobody.

    Examples:
      mcctl emulator outbox
      mcctl emulator outbox -o json -q "[-1].html"
    """
    session.show_list(session.emulator.admin.outbox(), OUTBOX_COLUMNS)
