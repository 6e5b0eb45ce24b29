"""`mcctl ens subscription delete`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.ens.callback._common import api
from mcctl.commands.ens.subscription._common import IdArgument
from mcctl.session import Session


@verb(DANGEROUS)
def delete_subscription(session: Session, subscription: IdArgument) -> None:
    """Remove a subscription.

    Examples:
      mcctl ens subscription delete 0f4c1c0e-5d7a-4d55-9a37-3f0f4a1f1c11 --yes
    """
    session.confirm(f"Delete subscription {subscription}?")
    api(session).delete_subscription(subscription_id=subscription)
    session.done(f"Deleted subscription {subscription}")
