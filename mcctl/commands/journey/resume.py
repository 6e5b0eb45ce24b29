"""`mcctl journey resume`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.journey._common import AllVersionsOption, KeyArgument, VersionOption, api
from mcctl.copying import argument
from mcctl.rest.journey import choose
from mcctl.session import Session


@verb(WRITE)
def resume_journey(
    session: Session, key: KeyArgument, version: VersionOption = None, all_versions: AllVersionsOption = False
) -> None:
    """Let a paused journey go on.

    Examples:
      mcctl journey resume welcome-journey
    """
    routes = api(session)
    chosen = choose(routes.versions(key=key), version, ("Paused",), "resumed")
    if chosen.transactional:
        answer = routes.transactional("resume", journey_id=chosen.id)
    else:
        answer = routes.resume(journey_id=chosen.id, version=None if all_versions else chosen.number)
    session.show(answer)
    session.done(f"Resumed {chosen.key}", next_command=f"mcctl journey status {argument(chosen.key)}")
