"""What the commands of From addresses share."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from mcctl.errors import InputError
from mcctl.rest.from_address import FromAddressApi
from mcctl.session import Session

AddressesArgument = Annotated[list[str], typer.Argument(metavar="ADDRESS...", help="E-mail addresses.")]
_DOMAIN = re.compile(r"[^\s@./]+(\.[^\s@./]+)+")
DomainArgument = Annotated[str, typer.Argument(metavar="DOMAIN", help="The domain, such as mail.nto.example.")]


def checked_domain(domain: str) -> str:
    """Return a domain as the API writes it. Raises InputError for what is none."""
    if not _DOMAIN.fullmatch(domain.strip()):
        raise InputError(f"{domain!r} is not a domain, such as mail.nto.example")
    return domain.strip()


def api(session: Session) -> FromAddressApi:
    """Return the routes of From addresses."""
    return FromAddressApi(session.client)
