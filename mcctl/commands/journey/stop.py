"""`mcctl journey stop`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.journey._common import AllVersionsOption, KeyArgument, VersionOption, api
from mcctl.copying import argument
from mcctl.errors import McctlError, PartlyDone, Refused
from mcctl.rest.journey import RUNNING, JourneyApi, Version, choose
from mcctl.session import Session


@verb(DANGEROUS)
def stop_journey(
    session: Session, key: KeyArgument, version: VersionOption = None, all_versions: AllVersionsOption = False
) -> None:
    """Stop a journey for good: whoever is in it is ejected, and the version cannot be started again.

    It stops the newest running version; --all-versions those with it that only finish what they have begun.

    Examples:
      mcctl journey stop nto-thank-you
      mcctl journey stop nto-thank-you --all-versions --yes
    """
    routes = api(session)
    versions = routes.versions(key=key)
    newest = choose(versions, version, RUNNING, "stopped")
    if newest.transactional:
        raise Refused(
            "A transactional send journey cannot be stopped, only paused", f"mcctl journey pause {argument(newest.key)}"
        )
    running = [one for one in versions if one.status.lower() in map(str.lower, RUNNING)]
    chosen = running if all_versions else [newest]
    numbers = ", ".join(str(one.number) for one in chosen)
    session.confirm(f"Stop the journey {newest.key!r}, version {numbers}, for good, and eject whoever is in it?")
    _stop_each(session, routes, chosen)
    session.done(
        f"Stopped version {numbers} of {newest.key}", next_command=f"mcctl journey status {argument(newest.key)}"
    )


def _stop_each(session: Session, routes: JourneyApi, versions: Sequence[Version]) -> None:
    """Stop versions one after the other. Raises PartlyDone where only some of it came off."""
    stops = [partial(routes.stop, journey_id=one.id, version=one.number) for one in versions]
    stopped: list[dict[str, object]] = []
    try:
        stopped.extend(session.in_turn(stops))
    except McctlError as error:
        if not stopped:
            raise
        numbers = ", ".join(str(version.number) for version in versions[: len(stopped)])
        message = f"Done with version {numbers} only; version {versions[len(stopped)].number}: {error.message}"
        raise PartlyDone(message, error.hint, details=error.details) from error
