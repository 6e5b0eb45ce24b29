"""`mcctl contact journeys`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.reading import get, objects
from mcctl.rest.journey import MAX_EXITS, JourneyApi
from mcctl.session import Session


@verb(READ)
def show_journeys(
    session: Session, keys: Annotated[list[str], typer.Argument(metavar="CONTACT...", help="Contact keys.")]
) -> None:
    """Show in which journeys contacts are at the moment.

    Examples:
      mcctl contact journeys nto-1001 nto-1002
    """
    routes = JourneyApi(session.client)
    parts = [keys[start : start + MAX_EXITS] for start in range(0, len(keys), MAX_EXITS)]
    found = [one for part in parts for one in objects(get(routes.memberships(contacts=part), "contactMemberships"))]
    session.show_list(found, {"CONTACT": "contactKey", "JOURNEY": "definitionKey", "VERSION": "version"})
