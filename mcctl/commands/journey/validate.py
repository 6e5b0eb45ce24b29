"""`mcctl journey validate`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import WAIT_SECONDS, WaitTimeoutOption
from mcctl.commands.journey._check import follow_check, tell_check
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
    final = follow_check(routes, "validate", begun, wait_timeout, chosen)
    tell_check(session, final, chosen, "validated")
    session.done(f"Version {chosen.number} of {chosen.key} can be published")
