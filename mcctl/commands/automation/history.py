"""`mcctl automation history`."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from mcctl.cells import Columns
from mcctl.commands._activities import RUN_SECONDS, RunTimeoutOption
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.automation._common import KeyArgument, api
from mcctl.commands.query.run import rows_of
from mcctl.formats import When
from mcctl.reading import text
from mcctl.session import Session

HISTORY_COLUMNS: Columns = {
    "STARTED": When("AutomationInstanceStartTime_UTC", UTC),
    "ENDED": When("AutomationInstanceEndTime_UTC", UTC),
    "STATUS": "AutomationInstanceStatus",
    "BY": "AutomationType",
    "REASON": "AutomationInstanceActivityErrorDetails",
    "RUN": "AutomationInstanceID",
}
_NAMES = (
    "AutomationInstanceStartTime_UTC", "AutomationInstanceEndTime_UTC", "AutomationInstanceStatus", "AutomationType",
    "AutomationInstanceActivityErrorDetails", "AutomationInstanceID", "FilenameFromTrigger",
)  # fmt: skip


@verb(WRITE)
def show_history(
    session: Session, key: KeyArgument, limit: LimitOption = None, wait_timeout: RunTimeoutOption = RUN_SECONDS
) -> None:
    """Show the runs of an automation in the last 31 days.

    No route lists runs: a query of the data view _AutomationInstance does, as `query run --sql` runs it. Times are in
    UTC, the newest first.

    Examples:
      mcctl automation history nto-nightly
      mcctl automation history nto-nightly --limit 5 -o json
    """
    found = api(session).find(ref=key)
    named = text(found, "key").replace("'", "''")
    sql = f"SELECT {', '.join(_NAMES)} FROM _AutomationInstance WHERE AutomationCustomerKey = '{named}'"  # noqa: S608 (quotes are doubled)
    waiting = Wait(wait=True, wait_timeout=wait_timeout)
    with rows_of(session, sql, waiting) as rows:
        newest = sorted(rows, key=_started, reverse=True)
    session.show_list(newest if limit is None else newest[:limit], HISTORY_COLUMNS)


def _started(row: dict[str, Any]) -> str:
    return text(row, "AutomationInstanceStartTime_UTC")
