"""`mcctl journey validate`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import WAIT_SECONDS, WaitTimeoutOption
from mcctl.commands.journey._check import following
from mcctl.commands.journey._common import KeyArgument, VersionOption, api
from mcctl.rest.journey import choose
from mcctl.session import Session


@verb(WRITE)
def validate_journey(
    session: Session, key: KeyArgument, version: VersionOption = None, wait_timeout: WaitTimeoutOption = WAIT_SECONDS
) -> None:
    """Have Marketing Cloud check a draft, without publishing it, and tell everything that is wrong.

    The route is not documented, but known from public code.

    Examples:
      mcctl journey validate welcome-journey
    """
    routes = api(session)
    chosen = choose(routes.versions(key=key), version, ("Draft",), "validated")
    begun = routes.begin("validate", journey_id=chosen.id, version=chosen.number)
    following(session, routes, "validate", begun, chosen).wait(wait_timeout, accepted=True)
    session.done(f"Version {chosen.number} of {chosen.key} can be published")
