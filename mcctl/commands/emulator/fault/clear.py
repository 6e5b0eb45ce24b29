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
    emulator = session.emulator
    from mcctl.emulator import faults

    with emulator.state.transaction() as db:
        session.output.note(f"Removed {faults.clear(db)} fault rules")
