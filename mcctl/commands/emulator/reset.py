"""`mcctl emulator reset`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.session import Session


@verb(READ)
def reset(session: Session) -> None:
    """Bring back the demo account, with empty logs and outbox, no faults, and the clock on time.

    Examples:
      mcctl emulator reset
    """
    session.emulator.admin.reset()
    session.output.note("The emulator is as it was in the beginning")
