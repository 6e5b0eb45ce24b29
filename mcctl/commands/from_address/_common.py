"""What the commands of From addresses share."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.rest.from_address import FromAddressApi
from mcctl.session import Session

AddressesArgument = Annotated[list[str], typer.Argument(metavar="ADDRESS...", help="E-mail addresses.")]
DomainArgument = Annotated[str, typer.Argument(metavar="DOMAIN", help="The domain, such as mail.nto.example.")]


def api(session: Session) -> FromAddressApi:
    """Return the routes of From addresses."""
    return FromAddressApi(session.client)
