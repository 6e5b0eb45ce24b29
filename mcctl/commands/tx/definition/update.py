"""`mcctl tx definition update`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.tx._common import ChannelOption, KeyArgument, api
from mcctl.commands.tx.definition._asset import with_asset_key
from mcctl.commands.tx.definition._body import DefinitionChanges
from mcctl.commands.tx.definition._common import columns_of
from mcctl.errors import InputError
from mcctl.session import Session


@verb(WRITE)
def update_definition(
    session: Session, key: KeyArgument, channel: ChannelOption = "email", *, changes: DefinitionChanges
) -> None:
    """Change some properties of a send definition; all others stay. Changes of an SMS take up to two minutes.

    Examples:
      mcctl tx definition update nto-order-confirmation --status inactive
      mcctl tx definition update nto-order-confirmation --asset nto-trail-news --bcc archive@nto.example
    """
    routes = api(session, channel)
    body = with_asset_key(session, changes).body(channel)
    if not body:
        raise InputError("Nothing to change", "Say what: --status, --asset, --name, --set PATH=VALUE, ...")
    updated = routes.update_definition(key=key, body=body)
    session.show(updated, columns_of(channel))
    session.done(f"Changed the {channel} definition {key}")
