"""`mcctl from-address domain verify`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.from_address._common import DomainArgument, api, checked_domain
from mcctl.session import Session


@verb(READ)
def verify_domain(session: Session, domain: DomainArgument) -> None:
    """Tell whether a domain is registered; exit code 5 where it is not.

    Examples:
      mcctl from-address domain verify mail.nto.example
    """
    session.show(api(session).verify(domain=checked_domain(domain)), {"DOMAIN": "domain", "TOKEN": "key"})
