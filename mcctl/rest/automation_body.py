"""Automations as people write them, and as they are sent.

What is read has another shape than what is written. Here either is taken, and a short one, too: steps with activities
by their keys, a schedule in words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from mcctl.errors import InputError
from mcctl.reading import get, objects, text, whole
from mcctl.rest.activity import ACTIVITIES, Activity
from mcctl.zones import zone_named

OWN = ("id", "legacyId", "type", "typeId", "status", "statusId", "lastRunTime", "lastRunInstanceId", "createdDate",
       "createdByName", "lastSavedDate", "lastSavedByName", "updateInProgress")  # fmt: skip
"""What the platform says of an automation; ignored where a document holds it."""
HEAD = ("name", "key", "description", "categoryId")
MAX_KEY_CHARS = 200
FEWEST_MINUTES = 5
WAIT, SEND, EVENT = 467, 42, 749
KINDS = {one.name.replace(" ", "-"): one for one in ACTIVITIES}
"""What an activity may be called in a step -> its kind."""
_OTHERS = {"send": SEND, "event": EVENT}
_UNITS = {"minute": "MINUTELY", "hour": "HOURLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY"}
_EVERY = re.compile(r"(?:every\s+)?(\d{1,6})?\s*(minute|hour|day|week|month)s?", re.IGNORECASE)
_WAIT = re.compile(r"(\d{1,6})\s*(m|h|d|w|minutes?|hours?|days?|weeks?)", re.IGNORECASE)
_WAIT_UNITS = {"m": "Minutes", "h": "Hours", "d": "Days", "w": "Weeks"}
_MATCHES = {"any": 0, "contains": 1, "begins": 2, "ends": 3, "equals": 4}
_FOREVER = "20790606T050000"

Find = Callable[[Activity, str], tuple[str, str]]
"""Returns the id and the name of an activity, by its key."""


def to_send(document: Mapping[str, Any], find: Find) -> dict[str, Any]:
    """Return an automation as it is sent. find: looks up activities that are named by their keys.

    Raises InputError for what cannot be, and what `find` raises.
    """
    body: dict[str, Any] = {name: document[name] for name in HEAD if document.get(name) is not None}
    for name in ("name", "key", "description"):
        if not isinstance(body.get(name, ""), str):
            raise InputError(f"{name} must be text")
    if len(body.get("key", "")) > MAX_KEY_CHARS:
        raise InputError(f"The key of an automation has at most {MAX_KEY_CHARS} characters")
    if document.get("steps") is not None:
        body["steps"] = [_step(place, one, find) for place, one in enumerate(_listed(document["steps"], "steps"))]
    if source := _start_source(document):
        body["startSource"] = source
    return body


def _listed(value: Any, name: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or len(objects(value)) != len(value):
        raise InputError(f"{name} must be a list of objects")
    return objects(value)


def _step(place: int, step: Mapping[str, Any], find: Find) -> dict[str, Any]:
    activities = _listed(step.get("activities") or [], f"The activities of step {place + 1}")
    ordered = sorted(activities, key=lambda one: whole(get(one, "displayOrder")) or 0)
    if not ordered:
        raise InputError(f"Step {place + 1} has no activities")
    shown = [_activity(order, one, place + 1, find) for order, one in enumerate(ordered, 1)]
    return {"stepNumber": place, "annotation": text(step, "annotation", "name"), "activities": shown}


def _activity(order: int, one: dict[str, Any], step: int, find: Find) -> dict[str, Any]:
    """Return an activity as it is sent: named by its kind and key, by its number and id, or a wait."""
    told = {"displayOrder": order}
    if "objectTypeId" in one:
        kept = ("name", "objectTypeId", "activityObjectId", "serializedObject")
        if one["objectTypeId"] == WAIT and not one.get("serializedObject"):
            raise InputError(f"Step {step}: how long it waits is not told", "Write the activity as wait: 2h")
        return {**told, **{name: one[name] for name in kept if name in one}}
    for name, value in one.items():
        if name == "wait":
            wait = wait_to_send(str(value), step)
            return {**told, "name": str(value), "objectTypeId": WAIT, "serializedObject": wait}
        if name in KINDS:
            activity_id, called = find(KINDS[name], str(value))
            return {**told, "name": called, "objectTypeId": KINDS[name].type, "activityObjectId": activity_id}
        if name in _OTHERS:
            return {
                **told,
                "name": text(one, "name") or str(value),
                "objectTypeId": _OTHERS[name],
                "activityObjectId": value,
            }
    known = ", ".join([*KINDS, "wait", *_OTHERS])
    raise InputError(f"Step {step}: an activity must be one of {known}, or have objectTypeId and activityObjectId")


def wait_in_words(serialized: str) -> str:
    """Return how long a wait takes, such as 2h; empty where that is not all that it says."""
    try:
        told = json.loads(serialized)
    except ValueError:
        return ""
    unit = next((short for short, name in _WAIT_UNITS.items() if name == get(told, "durationUnits")), "")
    count = whole(get(told, "duration"))
    return f"{count}{unit}" if unit and count is not None and len(told) == len(("duration", "durationUnits")) else ""


def wait_to_send(told: str, step: int) -> str:
    """Return a wait, such as 2h, as it is sent. step: its number, from 1, in messages. Raises InputError."""
    found = _WAIT.fullmatch(told.strip())
    if not found:
        raise InputError(f"Step {step}: wait {told!r} is no duration", "Such as 30m, 2h or 1d")
    return json.dumps({"duration": int(found[1]), "durationUnits": _WAIT_UNITS[found[2][0].lower()]})


def _start_source(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the start source of a document: as it is sent, as it is read, or as people write it."""
    given = document.get("startSource")
    if isinstance(given, dict):
        return given
    schedule, drop = document.get("schedule"), document.get("file")
    if isinstance(drop, dict):
        return {"typeId": 2, "fileDrop": _file_drop(drop)}
    trigger = document.get("fileTrigger")
    if isinstance(trigger, dict):
        return {"typeId": 2, "fileDrop": _file_trigger(trigger)}
    if not isinstance(schedule, dict) or text(schedule, "scheduleStatus") == "none":
        return {}
    return {"typeId": 1, "schedule": schedule_to_send(schedule)}


def schedule_to_send(schedule: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schedule as it is sent.

    schedule: start, zone, and every (`1 day`) or rule, with until or times; or as it is read: startDate, timezoneId,
    icalRecur. Raises InputError.
    """
    one = dict(schedule)
    start = text(one, "startDate", "start")
    try:
        moment = datetime.fromisoformat(start)
    except ValueError:
        raise InputError(
            f"The start of the schedule, {start!r}, is no date and time", "Such as 2027-01-31T02:00"
        ) from None
    zone = zone_named(text(one, "timezoneId", "zone", "timezoneName"))
    if zone is None:
        raise InputError(f"{text(one, 'timezoneId', 'zone')!r} is no time zone", "Such as Europe/Berlin")
    rule = text(one, "icalRecur", "rule") or _rule(one)
    _check_rule(rule)
    local = moment.astimezone(zone.zone) if moment.tzinfo else moment
    ends = {"endDate": one["endDate"]} if one.get("endDate") else {}
    return {"startDate": local.replace(tzinfo=None).isoformat(), **ends, "icalRecur": rule, "timezoneId": zone.number}


def _rule(schedule: Mapping[str, Any]) -> str:
    every = text(schedule, "every") or "1 day"
    found = _EVERY.fullmatch(every.strip())
    if not found:
        raise InputError(f"every {every!r} is no interval", "Such as 15 minutes, 1 day, 2 weeks")
    times, until = whole(schedule.get("times")), text(schedule, "until")
    end = f"COUNT={times}" if times else f"UNTIL={_until(until) if until else _FOREVER}"
    return f"FREQ={_UNITS[found[2].lower()]};{end};INTERVAL={found[1] or 1}"


def _until(text: str) -> str:
    try:
        return datetime.fromisoformat(text).strftime("%Y%m%dT%H%M%S")
    except ValueError:
        raise InputError(f"until {text!r} is no date") from None


def _check_rule(rule: str) -> None:
    parts = dict(part.partition("=")[::2] for part in rule.removeprefix("RRULE:").split(";"))
    if parts.get("FREQ", "").upper() not in _UNITS.values():
        raise InputError(f"The rule {rule!r} has no FREQ that Automation Studio knows", "Such as FREQ=DAILY;INTERVAL=1")
    if parts["FREQ"].upper() == "MINUTELY" and (whole(parts.get("INTERVAL", "1")) or 1) < FEWEST_MINUTES:
        raise InputError(f"An automation runs every {FEWEST_MINUTES} minutes at most")


def _file_drop(drop: Mapping[str, Any]) -> dict[str, Any]:
    match = text(drop, "match") or ("contains" if text(drop, "name") else "any")
    if match not in _MATCHES:
        raise InputError(f"match {match!r} must be one of {', '.join(_MATCHES)}")
    folder = (text(drop, "folder") or "import").replace("/", "\\")
    return {
        "fileNamePattern": text(drop, "name"),
        "fileNamePatternTypeId": _MATCHES[match],
        "folderLocation": folder if folder.endswith("\\") else f"{folder}\\",
        "queueFiles": drop.get("queue", True) is not False,
    }


def _file_trigger(trigger: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "fileNamePattern": text(trigger, "fileNamingPattern"),
        "fileNamePatternTypeId": whole(get(trigger, "fileNamePatternTypeId")) or 0,
        "folderLocation": text(trigger, "folderLocationText"),
        "queueFiles": trigger.get("queueFiles", True) is not False,
    }


def schedule_in_words(schedule: Any) -> str:
    """Return a schedule in a phrase; "" where there is none."""
    rule = text(schedule, "icalRecur", "iCalRecur")
    if not rule:
        return ""
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    unit = next((word for word, name in _UNITS.items() if name == parts.get("FREQ")), parts.get("FREQ", ""))
    count = parts.get("INTERVAL", "1")
    often = f"every {unit}" if count == "1" else f"every {count} {unit}s"
    start = text(schedule, "startDate")[:16].replace("T", " ")
    zone = text(schedule, "timezoneName", "timeZone")
    times = f", {parts['COUNT']} times" if parts.get("COUNT") else ""
    return f"{often} from {start}{f' {zone}' if zone else ''}{times}"
