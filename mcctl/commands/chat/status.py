"""`mcctl chat status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.chat._common import following
from mcctl.commands.chat.register._common import api
from mcctl.session import Session


@verb(READ)
def status(
    session: Session,
    message: Annotated[str, typer.Argument(metavar="MESSAGE", help="Message key, or request id.")],
    waiting: Wait,
) -> None:
    """Show what became of a message.

    Examples:
      mcctl chat status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
      mcctl chat status order-4711 -o json -q "status[].event"
    """
    following(session, api(session), message).tell(waiting)
