"""`mcctl sms import-send-status`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.sms._import_send import import_send_task
from mcctl.commands.sms._status import TokenArgument
from mcctl.session import Session


@verb(READ)
def import_send_status(session: Session, token: TokenArgument, waiting: Wait) -> None:
    """Show the state of an import with a send.

    Examples:
      mcctl sms import-send-status Mjg6Nzk6MA --wait
    """
    import_send_task(session, token).tell(waiting)
