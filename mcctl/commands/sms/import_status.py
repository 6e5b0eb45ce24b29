"""`mcctl sms import-status`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.sms._common import ListOption
from mcctl.commands.sms._import import import_task
from mcctl.commands.sms._status import TokenArgument
from mcctl.session import Session


@verb(READ)
def import_status(
    session: Session,
    token: TokenArgument,
    list_id: ListOption,
    waiting: Wait,
) -> None:
    """Show the state of an import.

    Examples:
      mcctl sms import-status Mjg6NDI6MA --list MTIzOjYzOjA --wait
    """
    import_task(session, token, list_id).tell(waiting)
