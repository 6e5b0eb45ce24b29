"""`mcctl sms list-send-status`."""

from __future__ import annotations

from functools import partial

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.sms._common import api
from mcctl.commands.sms._status import MessageOption, TokenArgument, status_command, tell
from mcctl.session import Session


@verb(READ)
def list_send_status(
    session: Session,
    token: TokenArgument,
    message: MessageOption,
    waiting: Wait,
) -> None:
    """Show what became of a list send.

    Marketing Cloud tells the carriers' own codes only, of which the last one of each number is shown: whether a text
    was delivered can be read in the carrier's words, but not be counted.

    Examples:
      mcctl sms list-send-status Mjk6Nzg6MA --message MzE6Nzg6MA --wait
    """
    ask = partial(api(session).list_deliveries, message_id=message, token=token)
    tell(session, ask, status_command("list-send-status", token, message), waiting)
