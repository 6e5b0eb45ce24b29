"""`mcctl sms queue-mo-status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.sms._common import api
from mcctl.commands.sms._status import show_deliveries, show_talk
from mcctl.session import Session


@verb(READ)
def queue_mo_status(
    session: Session,
    token: Annotated[str, typer.Argument(metavar="TOKEN", help="Identifier that the text was answered with.")],
    deliveries: Annotated[
        bool, typer.Option("--deliveries", help="Show the carriers' codes of the answers, instead.", show_default=False)
    ] = False,
) -> None:
    """Show the talk that followed a text from a handset.

    Examples:
      mcctl sms queue-mo-status Mjg6NzY6MA
      mcctl sms queue-mo-status Mjg6NzY6MA --deliveries -o json
    """
    if deliveries:
        show_deliveries(session, api(session).mo_deliveries(token=token))
    else:
        show_talk(session, api(session).mo_history(token=token))
