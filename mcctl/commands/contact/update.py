"""`mcctl contact update`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.contact._body import ContactValues
from mcctl.commands.contact._common import WRITE_COLUMNS, ContactArgument, api
from mcctl.session import Session


@verb(WRITE)
def update_contact(session: Session, key: ContactArgument, values: ContactValues) -> None:
    """Change values of a contact; all others stay.

    Examples:
      mcctl contact update nto-1001 --email amelia@example.org
      mcctl contact update nto-1001 --attr "Email Demographics.Last Name=Ortiz"
    """
    session.show(api(session).update(body=values.body(key)), WRITE_COLUMNS)
    session.done(f"Changed the contact {key}")
