"""`mcctl contact create`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.contact._body import ContactValues
from mcctl.commands.contact._common import WRITE_COLUMNS, ContactArgument, api
from mcctl.reading import flag, get
from mcctl.session import Session


@verb(WRITE)
def create_contact(session: Session, key: ContactArgument, values: ContactValues) -> None:
    """Create a contact. One that has the key already gets the values, too.

    Examples:
      mcctl contact create c-001 --email ada@example.com
      mcctl contact create c-001 --mobile 13175551212 --locale US --attr "Email Demographics.First Name=Ada"
    """
    created = api(session).create(body=values.body(key))
    session.show(created, WRITE_COLUMNS)
    known = get(created, "isNewContactKey") is not None and not flag(get(created, "isNewContactKey"))
    session.done(f"{'Added to' if known else 'Created'} the contact {key}")
