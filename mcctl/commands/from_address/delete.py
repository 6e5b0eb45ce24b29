"""`mcctl from-address delete`."""

from __future__ import annotations

from mcctl.commands._addresses import checked_emails
from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.from_address._common import AddressesArgument, api
from mcctl.session import Session


@verb(DANGEROUS)
def delete_addresses(session: Session, addresses: AddressesArgument) -> None:
    """Delete From addresses. Domains cannot be deleted.

    Examples:
      mcctl from-address delete hello@nto.example --yes
    """
    given = checked_emails(addresses)
    session.confirm(f"Delete {', '.join(given)}, so that no mail can be sent from there?")
    api(session).delete(addresses=given)
    session.done(f"Deleted {', '.join(given)}")
