"""`mcctl emulator event unsubscribe`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.emulator.event._common import OfOption, ToOption, let_happen
from mcctl.session import Session


@verb(READ)
def unsubscribe(session: Session, to: ToOption, of: OfOption = None) -> None:
    """Let a reader unsubscribe by the newest e-mail to an address.

    The contact gets no e-mails of journeys and automations any more; _Unsubscribe and _Subscribers tell it, and
    callbacks of EngagementEvents.EmailUnsubscribe are told.

    Examples:
      mcctl emulator event unsubscribe --to amelia@nto.example
    """
    let_happen(session, "unsubscribe", to, of)
