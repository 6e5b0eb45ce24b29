"""`mcctl emulator fault clear`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.session import Session


@verb(READ)
def clear_faults(session: Session) -> None:
    """Remove every fault rule.

    Examples:
      mcctl emulator fault clear
    """
    session.output.note(f"Removed {session.emulator.admin.clear_faults()} fault rules")
