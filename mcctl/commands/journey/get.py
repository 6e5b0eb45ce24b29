"""`mcctl journey get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.journey._common import ITEM_COLUMNS, KeyArgument, VersionOption, api
from mcctl.rest.journey import choose
from mcctl.session import Session


@verb(READ)
def get_journey(session: Session, key: KeyArgument, version: VersionOption = None) -> None:
    """Show a version of a journey with all its parts; the newest one, unless told otherwise.

    Examples:
      mcctl journey get nto-thank-you
      mcctl journey get nto-thank-you --version published -o json > journey.json
    """
    routes = api(session)
    chosen = choose(routes.versions(key=key), version)
    session.show(routes.get(journey_id=chosen.id, version=chosen.number), ITEM_COLUMNS)
