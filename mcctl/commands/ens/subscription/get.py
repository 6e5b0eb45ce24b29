"""`mcctl ens subscription get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.ens.callback._common import api
from mcctl.commands.ens.subscription._common import COLUMNS, IdArgument
from mcctl.session import Session


@verb(READ)
def get_subscription(session: Session, subscription: IdArgument) -> None:
    """Show a subscription.

    Examples:
      mcctl ens subscription get 0f4c1c0e-5d7a-4d55-9a37-3f0f4a1f1c11
    """
    session.show(api(session).get_subscription(subscription_id=subscription), COLUMNS)
