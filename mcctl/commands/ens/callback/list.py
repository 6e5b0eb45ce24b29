"""`mcctl ens callback list`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.ens.callback._common import COLUMNS, api, masked_key
from mcctl.session import Session


@verb(READ)
def list_callbacks(session: Session) -> None:
    """List the callbacks.

    Examples:
      mcctl ens callback list
    """
    session.show_list([masked_key(one) for one in api(session).list_callbacks()], COLUMNS)
