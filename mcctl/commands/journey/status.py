"""`mcctl journey status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.journey._check import show_check
from mcctl.commands.journey._common import KeyArgument, api
from mcctl.formats import When
from mcctl.session import Session

STATUS_COLUMNS = {
    "VERSION": "version",
    "STATUS": "status",
    "INSIDE": "stats.currentPopulation",
    "ENTERED": "stats.cumulativePopulation",
    "MET GOAL": "stats.metGoal",
    "GOAL %": "stats.goalPerformance",
    "PUBLISHED": When("lastPublishedDate"),
}


@verb(READ)
def show_status(
    session: Session,
    key: KeyArgument,
    publication: Annotated[
        str | None, typer.Option("--publication", metavar="ID", help="How far this publication is, instead.")
    ] = None,
) -> None:
    """Show the versions of a journey: their status, who is inside and who was, and the goal.

    Examples:
      mcctl journey status nto-thank-you
      mcctl journey status nto-thank-you -o json -q "[?status=='Published'].stats"
    """
    routes = api(session)
    if publication:
        progress = routes.progress("publish", status_id=publication)
        show_check(session, progress)
        return
    session.show_list([one.body for one in routes.versions(key=key, extras="stats")], STATUS_COLUMNS)
