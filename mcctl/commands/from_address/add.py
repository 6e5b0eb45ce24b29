"""`mcctl from-address add`."""

from __future__ import annotations

from functools import partial

from mcctl.commands._addresses import checked_emails
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.from_address._common import AddressesArgument, api
from mcctl.session import Session


@verb(WRITE)
def add_addresses(session: Session, addresses: AddressesArgument) -> None:
    """Add From addresses. A mail with a link goes to each, which verifies it.

    Examples:
      mcctl from-address add service@nto.example
    """
    routes = api(session)
    given = checked_emails(addresses)
    for _ in session.in_turn(partial(routes.add, address=one) for one in given):
        pass
    session.done(f"Added {', '.join(given)}", next_command="mcctl from-address list")
