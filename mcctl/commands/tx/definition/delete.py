"""`mcctl tx definition delete`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.tx._common import ChannelOption, KeyArgument, api
from mcctl.session import Session


@verb(DANGEROUS)
def delete_definition(session: Session, key: KeyArgument, channel: ChannelOption = "email") -> None:
    """Archive a send definition for good. Its key can be used again.

    Examples:
      mcctl tx definition delete nto-order-confirmation
      mcctl tx definition delete nto-order-confirmation --yes
    """
    session.confirm(f"Archive the {channel} definition {key!r}, for good?")
    deleted = api(session, channel).delete_definition(key=key)
    session.show(deleted)
    session.done(f"Archived the {channel} definition {key}")
