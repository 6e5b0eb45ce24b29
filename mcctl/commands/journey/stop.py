"""`mcctl journey stop`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.journey._common import AllVersionsOption, KeyArgument, VersionOption, api
from mcctl.copying import argument
from mcctl.errors import McctlError, PartlyDone, Refused
from mcctl.rest.journey import RUNNING, Version, choose
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
    stopped = _each(chosen, lambda one: routes.stop(journey_id=one.id, version=one.number))
    if session.dry_run:
        session.show_list(stopped, {})
    session.done(
        f"Stopped version {numbers} of {newest.key}", next_command=f"mcctl journey status {argument(newest.key)}"
    )


def _each(versions: Sequence[Version], change: Any) -> list[dict[str, Any]]:
    """Change versions one after the other. Raises PartlyDone where only some of it came off."""
    done: list[dict[str, Any]] = []
    for one in versions:
        try:
            done.append(change(one))
        except McctlError as error:
            if not done:
                raise
            numbers = ", ".join(str(version.number) for version in versions[: len(done)])
            message = f"Done with version {numbers} only; version {one.number}: {error.message}"
            raise PartlyDone(message, error.hint, details=error.details) from error
    return done
