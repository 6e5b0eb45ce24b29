"""`mcctl from-address domain token`."""

from __future__ import annotations

from mcctl.cells import Columns
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.from_address._common import DomainArgument, api, checked_domain
from mcctl.reading import first
from mcctl.session import Session

_COLUMNS: Columns = {"DOMAIN": "domain", "TOKEN": lambda one: first(one, "key", "token")}


@verb(WRITE)
def show_token(session: Session, domain: DomainArgument) -> None:
    """Show the token that proves, in the DNS, that a domain is one's own. It registers the domain.

    Examples:
      mcctl from-address domain token mail.nto.example
    """
    session.show(api(session).token(domain=checked_domain(domain)), _COLUMNS)
