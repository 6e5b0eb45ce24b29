"""`mcctl tx queue purge`."""

from __future__ import annotations

from mcctl.commands._verb import IRREVERSIBLE, verb
from mcctl.commands.tx._common import KeyArgument, QueuedChannelOption, api
from mcctl.copying import argument
from mcctl.rest.tx import CHANNELS
from mcctl.session import Session


@verb(IRREVERSIBLE)
def purge_queue(session: Session, key: KeyArgument, channel: QueuedChannelOption = "email") -> None:
    """Drop every message that waits, for good. The definition must be inactive.

    Examples:
      mcctl tx queue purge nto-order-confirmation
      mcctl tx queue purge nto-order-confirmation --confirm nto-order-confirmation
    """
    session.confirm_name(f"Drop every message that waits in the {channel} definition {key!r}, for good?", key)
    purged = api(session, channel, CHANNELS).purge_queue(key=key)
    session.show(purged)
    session.done(
        f"The queue of {key} will be emptied", next_command=f"mcctl tx queue show --channel {channel} {argument(key)}"
    )
