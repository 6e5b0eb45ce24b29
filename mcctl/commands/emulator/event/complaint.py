"""`mcctl emulator event complaint`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.emulator.event._common import OfOption, ToOption, let_happen
from mcctl.session import Session


@verb(READ)
def complain(session: Session, to: ToOption, of: OfOption = None) -> None:
    """Let a reader complain about the newest e-mail to an address as spam.

    It unsubscribes the contact, too; the data view _Complaint has it.

    Examples:
      mcctl emulator event complaint --to amelia@nto.example
    """
    let_happen(session, "complaint", to, of)
