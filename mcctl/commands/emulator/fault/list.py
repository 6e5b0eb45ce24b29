"""`mcctl emulator fault list`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.session import Session

FAULT_COLUMNS = {"ID": "id", "MATCH": "match", "ANSWER": "answer", "SEEN": "seen", "FIRED": "fired"}


@verb(READ)
def list_faults(session: Session) -> None:
    """List the fault rules, with how often each matched and was applied.

    Examples:
      mcctl emulator fault list
    """
    session.show_list(session.emulator.admin.faults(), FAULT_COLUMNS)
