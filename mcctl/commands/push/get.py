"""`mcctl push get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.push._common import ITEM_COLUMNS, MessageArgument, api
from mcctl.session import Session


@verb(READ)
def get_message(session: Session, message: MessageArgument) -> None:
    """Show a push message.

    Examples:
      mcctl push get "NTO Snow"
    """
    session.show(api(session).find(ref=message), ITEM_COLUMNS)
