"""`mcctl contact restrict-status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.contact._common import api, following, restriction
from mcctl.session import Session


@verb(READ)
def show_restrict_status(
    session: Session,
    operation: Annotated[int, typer.Argument(metavar="OPERATION", help="Id of the operation.")],
    *,
    waiting: Wait,
) -> None:
    """Show how far a restriction is. No route lists them.

    Examples:
      mcctl contact restrict-status 1
      mcctl contact restrict-status 1 --wait
    """
    process = restriction(api(session))
    if waiting.wait:
        following(session, process, operation).wait(waiting.wait_timeout)
    else:
        session.show(process.status(operation_id=operation), process.columns)
