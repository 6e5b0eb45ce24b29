"""`mcctl ens subscription resume`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.ens.subscription._common import IdArgument, update_with
from mcctl.session import Session


@verb(WRITE)
def resume_subscription(session: Session, subscription: IdArgument) -> None:
    """Resume a paused subscription.

    Examples:
      mcctl ens subscription resume 0f4c1c0e-5d7a-4d55-9a37-3f0f4a1f1c11
    """
    update_with(session, subscription, {"status": "active", "statusReason": "resumed with mcctl"})
    session.done(f"Resumed {subscription}")
