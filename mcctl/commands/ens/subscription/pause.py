"""`mcctl ens subscription pause`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.ens.subscription._common import IdArgument, update_with
from mcctl.copying import argument
from mcctl.session import Session


@verb(DANGEROUS)
def pause_subscription(session: Session, subscription: IdArgument) -> None:
    """Pause a subscription. What happens meanwhile is never told.

    Examples:
      mcctl ens subscription pause 0f4c1c0e-5d7a-4d55-9a37-3f0f4a1f1c11
    """
    session.confirm(f"Pause subscription {subscription}? Events during the pause are lost to it.")
    update_with(session, subscription, {"status": "paused", "statusReason": "paused with mcctl"})
    session.done(f"Paused {subscription}", next_command=f"mcctl ens subscription resume {argument(subscription)}")
