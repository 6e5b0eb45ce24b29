"""`mcctl contact get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.contact._common import ADDRESS_COLUMNS, ContactArgument, api
from mcctl.errors import NotFound
from mcctl.session import Session


@verb(READ)
def get_contact(session: Session, key: ContactArgument) -> None:
    """Show the addresses of a contact. Needs the scope audiences_read.

    Examples:
      mcctl contact get nto-1001
    """
    found = api(session).addresses(attribute="ContactKey", value=key)
    if not found:
        raise NotFound(f"No address of a contact {key!r} is known", "mcctl contact search --email ADDRESS")
    session.show_list(found, ADDRESS_COLUMNS)
