"""`mcctl sms status`."""

from __future__ import annotations

from functools import partial

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.sms._common import api
from mcctl.commands.sms._status import MessageOption, TokenArgument, status_command, tell
from mcctl.session import Session


@verb(READ)
def status(
    session: Session,
    token: TokenArgument,
    message: MessageOption,
    waiting: Wait,
) -> None:
    """Show what became of a send, number by number.

    Codes come in one by one and not in order: the highest one counts. Numbers that are not subscribed to the code are
    not sent to, and are missing. For shared codes 2000, at the aggregator, is the last that is told.

    Examples:
      mcctl sms status Mjg6Nzg6MA --message MzA6Nzg6MA
      mcctl sms status Mjg6Nzg6MA --message MzA6Nzg6MA --wait -o json
    """
    ask = partial(api(session).deliveries, message_id=message, token=token)
    tell(session, ask, status_command("status", token, message), waiting)
