"""`mcctl chat status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption
from mcctl.commands.chat._common import following
from mcctl.commands.chat.register._common import api
from mcctl.session import Session


@verb(READ)
def status(
    session: Session,
    message: Annotated[str, typer.Argument(metavar="MESSAGE", help="Message key, or request id.")],
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show what became of a message.

    Examples:
      mcctl chat status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
      mcctl chat status order-4711 -o json -q "status[].event"
    """
    following(session, api(session), message).tell(wait=wait, seconds=wait_timeout)
