"""`mcctl tx definition get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.tx._common import ChannelOption, KeyArgument, api
from mcctl.commands.tx.definition._common import columns_of
from mcctl.session import Session


@verb(READ)
def get_definition(session: Session, key: KeyArgument, channel: ChannelOption = "email") -> None:
    """Show a send definition.

    Examples:
      mcctl tx definition get nto-order-confirmation
      mcctl tx definition get nto-passcode --channel sms -o yaml
    """
    session.show(api(session, channel).get_definition(key=key), columns_of(channel))
