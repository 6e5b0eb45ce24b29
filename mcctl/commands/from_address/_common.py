"""What the commands of From addresses share."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.errors import refuse_all
from mcctl.rest.address import checked_address
from mcctl.rest.from_address import FromAddressApi
from mcctl.session import Session

AddressesArgument = Annotated[list[str], typer.Argument(metavar="ADDRESS...", help="E-mail addresses.")]
DomainArgument = Annotated[str, typer.Argument(metavar="DOMAIN", help="The domain, such as mail.nto.example.")]


def api(session: Session) -> FromAddressApi:
    """Return the routes of From addresses."""
    return FromAddressApi(session.client)


def checked(addresses: list[str]) -> list[str]:
    """Return addresses as the API writes them. Raises InputError with everything that is none."""
    found = [checked_address("email", one) for one in addresses]
    refuse_all([problem for _, problem in found if problem])
    return [address for address, _ in found]
