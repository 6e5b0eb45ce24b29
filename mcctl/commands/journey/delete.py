"""`mcctl journey delete`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.journey._common import KeyArgument, VersionOption, api
from mcctl.rest.journey import choose
from mcctl.session import Session
from mcctl.words import counted


@verb(DANGEROUS)
def delete_journey(session: Session, key: KeyArgument, version: VersionOption = None) -> None:
    """Delete a journey with all its versions, or only one of them, for good. Whoever is in it leaves.

    Examples:
      mcctl journey delete nto-thank-you
      mcctl journey delete welcome-journey --version 2 --yes
    """
    routes = api(session)
    versions = routes.versions(key=key)
    one = choose(versions, version) if version else None
    told = ", ".join(f"{each.number} {each.status}" for each in versions)
    what = f"version {one.number} ({one.status})" if one else f"all of its {counted(len(versions), 'version')} ({told})"
    session.confirm(f"Delete the journey {versions[0].key!r}, {what}, for good?")
    routes.delete(journey_id=versions[0].id, version=one.number if one else None)
    session.done(f"Deleted {versions[0].key}, {what}")
