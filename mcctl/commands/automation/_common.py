"""What the commands of automations share."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._activities import api as activities
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.formats import When
from mcctl.reading import get, objects, text, whole
from mcctl.recurrence import Recurrence
from mcctl.rest.activity import Activity
from mcctl.rest.automation import AutomationApi
from mcctl.rest.automation_body import Find, schedule_in_words
from mcctl.session import Session
from mcctl.zones import zone_named

TYPES = {
    42: "send", 43: "import", 45: "refresh group", 53: "file transfer", 73: "data extract", 84: "report", 300: "query",
    303: "filter", 423: "script", 425: "data factory", 427: "audience", 467: "wait", 724: "refresh list", 725: "sms",
    726: "import mobile", 733: "event", 736: "push", 749: "event", 952: "journey entry", 1000: "verification",
    1101: "interaction",
}  # fmt: skip
"""Number of an activity -> what it is."""
_NEXT_RUNS = 3
LIST_COLUMNS: Columns = {
    "NAME": "name",
    "KEY": "key",
    "STATUS": "status",
    "RUNS": lambda one: schedule_in_words(get(one, "schedule")),
    "LAST RUN": When("lastRunTime"),
}
ITEM_COLUMNS: Columns = {
    **LIST_COLUMNS,
    "DESCRIPTION": "description",
    "ID": "id",
    "STEPS": lambda one: "\n".join(step_lines(one)),
}
KeyArgument = Annotated[str, typer.Argument(metavar="AUTOMATION", help="Key, id or name of the automation.")]
DataOption = Annotated[str, typer.Option("--data", metavar="FILE", help="The automation as JSON or YAML; - for stdin.")]


def api(session: Session) -> AutomationApi:
    """Return the routes of automations."""
    return AutomationApi(session.client)


def step_lines(one: Any) -> list[str]:
    """Return the steps of an automation, each activity in a line."""
    lines = []
    for place, step in enumerate(objects(get(one, "steps")), 1):
        number = whole(get(step, "step")) or place
        ordered = sorted(objects(get(step, "activities")), key=lambda part: whole(get(part, "displayOrder")) or 0)
        lines += [f"{number}. {told_activity(part)}" for part in ordered]
    return lines


def told_activity(one: Any) -> str:
    """Return an activity in words."""
    number = whole(get(one, "objectTypeId"))
    return f"{TYPES.get(number or 0, f'type {number}')} {text(one, 'name') or text(one, 'activityObjectId')}".strip()


def next_runs(one: Any, moment: float) -> list[str]:
    """Return the next runs of a schedule that is live, as the clocks of its zone show them; three at most."""
    schedule = get(one, "schedule")
    zone = zone_named(text(schedule, "timezoneId"))
    if zone is None or text(schedule, "scheduleStatus").lower() not in ("active", "scheduled"):
        return []
    try:
        recurrence = Recurrence(text(schedule, "icalRecur"), datetime.fromisoformat(text(schedule, "startDate")))
        recurrence.check()
    except ValueError:
        return [text(schedule, "scheduledTime")]
    found = islice(recurrence.after(moment, zone.zone), _NEXT_RUNS)
    return [f"{datetime.fromtimestamp(one, zone.zone):%Y-%m-%d %H:%M}" for one in found]


def finder(session: Session) -> Find:
    """Return what looks up activities by their keys."""
    routes = activities(session)

    def find(kind: Activity, ref: str) -> tuple[str, str]:
        found = routes.find(kind, ref=ref)
        return kind.id_of(found), text(found, "name")

    return find


def switch(session: Session, automation: Any, *, on: bool) -> None:
    """Let what starts an automation do so, or not. Raises InputError where nothing does."""
    routes, automation_id = api(session), text(automation, "id")
    if get(automation, "fileTrigger") is not None:
        routes.switch_file_drop(automation_id=automation_id, on=on)
        return
    schedule_id = text(routes.definition(automation_id=automation_id), "scheduleObject.id")
    if not schedule_id:
        key = argument(text(automation, "key"))
        raise InputError(
            f"{text(automation, 'name')} has no schedule and no file drop",
            f"mcctl automation schedule --start TIME {key}",
        )
    routes.switch_schedule(automation_id=automation_id, schedule_id=schedule_id, on=on)
