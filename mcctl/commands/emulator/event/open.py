"""`mcctl emulator event open`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.emulator.event._common import OfOption, ToOption, let_happen
from mcctl.session import Session


@verb(READ)
def open_mail(session: Session, to: ToOption, of: OfOption = None) -> None:
    """Let a reader open the newest e-mail to an address.

    The data view _Open has it, and callbacks of EngagementEvents.EmailOpen are told.

    Examples:
      mcctl emulator event open --to amelia@nto.example
    """
    let_happen(session, "open", to, of)
