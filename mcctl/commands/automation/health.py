"""`mcctl automation health`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer

from mcctl.clock import told_moment
from mcctl.commands._verb import READ, verb
from mcctl.commands.automation._common import api
from mcctl.errors import Different
from mcctl.formats import When
from mcctl.reading import text
from mcctl.rest.automation_run import has_failed
from mcctl.session import Session

HEALTH_COLUMNS = {"NAME": "name", "KEY": "key", "WHAT": "finding", "STATUS": "status", "LAST RUN": When("lastRunTime")}
_LATE = timedelta(hours=1)
_NEVER_SCHEDULED = ("unspecified", "")


@verb(READ)
def show_health(
    session: Session,
    check: Annotated[
        bool, typer.Option("--check", help="Exit 10 if there is anything to see to.", show_default=False)
    ] = False,
) -> None:
    """Show the automations that failed, are paused, have no schedule, or did not run in their time.

    Examples:
      mcctl automation health
      mcctl automation health --check -o json
    """
    moment = datetime.fromtimestamp(session.now(), UTC)
    found = [line for one in api(session).definitions() for line in _findings(one, moment)]
    session.show_list(found, HEALTH_COLUMNS)
    if found and check:
        raise Different(f"{len(found)} of the automations are to be seen to", "mcctl automation status KEY")


def _findings(one: Any, moment: datetime) -> Iterator[dict[str, Any]]:
    """Yield what is to be seen to of an automation."""
    status, kind = text(one, "status"), text(one, "automationType").lower()
    told = {
        name: text(one, name) for name in ("name", "key", "status", "lastRunTime", "lastRunStatus", "scheduledTime")
    }
    if has_failed(text(one, "lastRunStatus")) or status in ("Error", "BuildingError"):
        yield {**told, "finding": "failed"}
    if status in ("PausedSchedule", "Paused", "InactiveTrigger"):
        yield {**told, "finding": "paused"}
    elif kind in _NEVER_SCHEDULED and status == "Ready":
        yield {**told, "finding": "no schedule"}
    elif _is_late(text(one, "scheduledTime"), moment):
        yield {**told, "finding": "did not run in its time"}


def _is_late(scheduled: str, moment: datetime) -> bool:
    due = told_moment(scheduled, UTC)
    return due is not None and due.year > 1 and due + _LATE < moment
