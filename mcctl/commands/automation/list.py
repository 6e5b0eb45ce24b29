"""`mcctl automation list`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.choices import choice
from mcctl.clock import told_moment
from mcctl.commands._activities import FolderOption, SearchOption, folder_number, searched
from mcctl.commands._activities import api as activities
from mcctl.commands._options import LimitOption
from mcctl.commands._times import moment_since
from mcctl.commands._verb import READ, verb
from mcctl.commands.automation._common import LIST_COLUMNS, api
from mcctl.reading import text
from mcctl.rest.automation import STATUSES
from mcctl.rest.automation_run import has_failed
from mcctl.session import Session


@verb(READ)
def list_automations(
    session: Session,
    search: SearchOption = None,
    status: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="Ready, Running, Scheduled, PausedSchedule...")
    ] = None,
    failing: Annotated[
        bool, typer.Option("--failing", help="Those of which the last run failed.", show_default=False)
    ] = False,
    not_run_since: Annotated[
        str | None,
        typer.Option("--not-run-since", metavar="TIME", help="Those that did not run since: 7d, 2026-01-31."),
    ] = None,
    folder: FolderOption = None,
    limit: LimitOption = None,
) -> None:
    """List automations.

    Examples:
      mcctl automation list
      mcctl automation list --status PausedSchedule --not-run-since 7d
      mcctl automation list --failing -o json -q "[].key"
    """
    routes = api(session)
    proper = None if status is None else choice(status, STATUSES, f"--status {status!r}")
    number = None if folder is None else folder_number(activities(session).folders("automations"), folder)
    moment = None if not_run_since is None else moment_since(not_run_since, "--not-run-since")
    found = searched(routes.list_all(folder=number), search)
    if proper is not None:
        found = (one for one in found if text(one, "status").lower() == proper.lower())
    if moment is not None:
        found = (one for one in found if _is_older(text(one, "lastRunTime"), moment))
    if failing:
        failed = (one for one in routes.definitions() if has_failed(text(one, "lastRunStatus")))
        found = _failing(found, {text(one, "key") for one in failed})
    session.show_list(islice(found, limit), LIST_COLUMNS)


def _failing(found: Iterable[Any], keys: set[str]) -> Iterator[Any]:
    return (one for one in found if text(one, "key") in keys or text(one, "status") == "Error")


def _is_older(ran: str, moment: datetime) -> bool:
    """Whether a run was before a moment; one that never was, was."""
    at = told_moment(ran)
    return at is None or at < moment
