"""`mcctl event delete`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.event._common import KeyArgument, api
from mcctl.session import Session


@verb(DANGEROUS)
def delete_event(session: Session, key: KeyArgument) -> None:
    """Delete an event definition. Its data extension stays.

    Examples:
      mcctl event delete nto-purchase
      mcctl event delete nto-purchase --yes
    """
    session.confirm(f"Delete the event definition {key!r}?")
    api(session).delete(key=key)
    session.done(f"Deleted the event definition {key}")
