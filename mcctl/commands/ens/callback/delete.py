"""`mcctl ens callback delete`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.ens.callback._common import IdArgument, api
from mcctl.session import Session


@verb(DANGEROUS)
def delete_callback(session: Session, callback: IdArgument) -> None:
    """Remove a callback. Its subscriptions must be deleted first.

    Examples:
      mcctl ens callback delete 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
    """
    session.confirm(f"Delete callback {callback}?")
    api(session).delete_callback(callback_id=callback)
    session.done(f"Deleted callback {callback}")
