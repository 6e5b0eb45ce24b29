"""`mcctl tx queue show`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.tx._common import KeyArgument, QueuedChannelOption, api
from mcctl.rest.tx import CHANNELS
from mcctl.session import Session

QUEUE_COLUMNS = {"WAITING": "count", "OLDEST (SECONDS)": "ageSeconds"}


@verb(READ)
def show_queue(session: Session, key: KeyArgument, channel: QueuedChannelOption = "email") -> None:
    """Show how many messages wait, and for how long the oldest has.

    Examples:
      mcctl tx queue show nto-order-confirmation
    """
    session.show(api(session, channel, CHANNELS).get_queue(key=key), QUEUE_COLUMNS)
