"""`mcctl tx definition create`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.tx._common import ChannelOption, KeyArgument, api
from mcctl.commands.tx.definition._asset import with_asset_key
from mcctl.commands.tx.definition._body import DefinitionChanges, new_definition
from mcctl.commands.tx.definition._common import columns_of
from mcctl.reading import text
from mcctl.session import Session


@verb(WRITE)
def create_definition(
    session: Session, key: KeyArgument, channel: ChannelOption = "email", *, changes: DefinitionChanges
) -> None:
    """Create a send definition.

    Unless told otherwise it is named like its key, active, and an e-mail is for All Subscribers.

    Examples:
      mcctl tx definition create order-receipt --channel email --asset nto-welcome-series
      mcctl tx definition create order-receipt --asset nto-trail-news --classification "Default Transactional"
      mcctl tx definition create passcode --channel sms --message "Code: %%Code%%" --short-code 12345 --keyword NTO
      mcctl tx definition create snow --channel push --app 5e0d0000-0000-4000-8000-000000000201 --asset nto-footer
      mcctl tx definition create order-receipt --data definition.yaml
    """
    routes = api(session, channel)
    created = routes.create_definition(body=new_definition(key, with_asset_key(session, changes), channel))
    session.show(created, columns_of(channel))
    active = text(created, "status").lower() == "active"
    address = " --channel push" if channel == "push" else " --to ADDRESS"
    following = f"tx send {key}{address} --contact KEY" if active else f"tx definition update {key} --status active"
    session.done(f"Created the {channel} definition {key}", next_command=f"mcctl {following}")
