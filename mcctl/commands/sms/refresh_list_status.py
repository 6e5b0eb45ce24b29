"""`mcctl sms refresh-list-status`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.sms._common import ListOption, refresh_task
from mcctl.commands.sms._status import TokenArgument
from mcctl.session import Session


@verb(READ)
def refresh_list_status(
    session: Session,
    token: TokenArgument,
    list_id: ListOption,
    waiting: Wait,
) -> None:
    """Show when a list was refreshed. While PUBLISHED is empty, the refresh goes on.

    Examples:
      mcctl sms refresh-list-status Mjg6NDI6MA --list MTIzOjYzOjA --wait
    """
    refresh_task(session, token, list_id).tell(waiting)
