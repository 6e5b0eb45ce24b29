"""`mcctl event get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.event._common import ITEM_COLUMNS, KeyArgument, api
from mcctl.session import Session


@verb(READ)
def get_event(session: Session, key: KeyArgument) -> None:
    """Show an event definition.

    Examples:
      mcctl event get nto-purchase
      mcctl event get nto-purchase -o json -q dataExtensionId
    """
    session.show(api(session).get(key=key), ITEM_COLUMNS)
