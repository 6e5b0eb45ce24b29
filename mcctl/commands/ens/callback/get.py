"""`mcctl ens callback get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.ens.callback._common import COLUMNS, IdArgument, api, masked_key
from mcctl.session import Session


@verb(READ)
def get_callback(session: Session, callback: IdArgument) -> None:
    """Show a callback.

    Examples:
      mcctl ens callback get 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
    """
    session.show(masked_key(api(session).get_callback(callback_id=callback)), COLUMNS)
