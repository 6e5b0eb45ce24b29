"""`mcctl from-address update`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from mcctl.commands._addresses import checked_emails
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.from_address._common import api, checked_domain
from mcctl.session import Session


class Sendable(StrEnum):
    """Whether mail may be sent."""

    TRUE = "true"
    FALSE = "false"


@verb(WRITE)
def update_addresses(
    session: Session,
    addresses: Annotated[list[str], typer.Argument(metavar="ADDRESS...", help="E-mail addresses, or domains.")],
    sendable: Annotated[
        Sendable, typer.Option("--sendable", metavar="true|false", help="Whether mail may be sent from them.")
    ],
) -> None:
    """Say of From addresses, or domains, whether mail may be sent from them.

    Examples:
      mcctl from-address update hello@nto.example --sendable false
    """
    given = [checked_emails([one])[0] if "@" in one else checked_domain(one) for one in addresses]
    api(session).set_sendable(addresses=given, sendable=sendable is Sendable.TRUE)
    session.done(f"{', '.join(given)}: {'sendable' if sendable is Sendable.TRUE else 'not sendable'}")
