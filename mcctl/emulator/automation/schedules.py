"""Schedules: when an automation runs. Rules are iCal's, in the zone of the schedule."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from mcctl.emulator.automation import store
from mcctl.emulator.core.state import timestamp
from mcctl.emulator.core.web import generic_problem
from mcctl.recurrence import Recurrence
from mcctl.zones import zones

TYPES = {"MINUTELY": 1, "HOURLY": 2, "DAILY": 3, "WEEKLY": 4, "MONTHLY": 5}
FEWEST_MINUTES = 5
_PATTERNS = {"HOURLY": "HourInterval", "DAILY": "DayInterval"}
_MOST_COUNTED = 10_000
_ZERO = datetime(1, 1, 1)


def checked(schedule: Any) -> dict[str, Any]:
    """Return what is kept of a schedule that was sent. Raises a 400 Refusal."""
    if not isinstance(schedule, dict):
        raise store.not_valid("schedule")
    given = {name.lower(): value for name, value in schedule.items()}
    for name in ("startDate", "timezoneId"):
        if given.get(name.lower()) in (None, ""):
            raise store.required(name)
    zone = given["timezoneid"]
    if isinstance(zone, str) and not zone.isdecimal():
        raise generic_problem(400, 10004, "JSON Deserialization Exception: Location Unknown")
    if not str(zone).isdecimal() or int(zone) not in zones():
        raise store.not_valid("timezoneId")
    rule = str(given.get("icalrecur") or "FREQ=DAILY;COUNT=1;INTERVAL=1").upper()
    kept = {"startDate": str(given["startdate"]), "icalRecur": rule, "timezoneId": int(zone)}
    try:
        start_of(kept)
        recurrence = _recurrence(kept)
        recurrence.check()
    except (ValueError, TypeError, OverflowError):
        raise store.not_valid("icalRecur") from None
    often = recurrence.parts["FREQ"]
    if often not in TYPES or (often == "MINUTELY" and recurrence.interval < FEWEST_MINUTES):
        raise store.not_valid("icalRecur")
    return kept


def _recurrence(schedule: dict[str, Any]) -> Recurrence:
    return Recurrence(schedule["icalRecur"], start_of(schedule))


def start_of(schedule: dict[str, Any]) -> datetime:
    """Return the first run as the clocks of the schedule's zone show it. Raises ValueError."""
    return datetime.fromisoformat(schedule["startDate"]).replace(tzinfo=None, microsecond=0)


def next_run(schedule: dict[str, Any], moment: float) -> float | None:
    """Return Unix time of the first run after a moment; None where there is none."""
    return next(_recurrence(schedule).after(moment, zones()[schedule["timezoneId"]].zone), None)


def shown(schedule: dict[str, Any], guid: str, status: int, following: float | None) -> dict[str, Any]:
    """Return a schedule as it is read."""
    recurrence, zone = _recurrence(schedule), zones()[schedule["timezoneId"]]
    parts = recurrence.parts
    unit = _PATTERNS.get(parts["FREQ"])
    pattern = f"<Pattern><PatternType>0</PatternType><{unit}>{recurrence.interval}</{unit}></Pattern>" if unit else ""
    there = datetime.fromtimestamp(following, zone.zone).replace(tzinfo=None) if following else _zero_in(zone.offset)
    return {
        "id": guid,
        "typeId": TYPES[parts["FREQ"]],
        "startDate": start_of(schedule).isoformat(),
        "endDate": _end(schedule, parts),
        "scheduledTime": there.isoformat(),
        "rangeTypeId": 0 if "COUNT" in parts else 1,
        "occurrences": int(parts.get("COUNT", "0")),
        "pattern": pattern,
        "icalRecur": schedule["icalRecur"],
        "timezoneName": zone.name,
        "timezoneId": zone.number,
        "scheduleStatus": "scheduled" if status in (store.SCHEDULED, store.RUNNING) and following else "paused",
    }


def _zero_in(offset: str) -> datetime:
    """Return the year 1 as the platform shows it in a zone; never before it."""
    found = re.fullmatch(r"([+-])(\d\d):(\d\d)", offset)
    minutes = (int(found[2]) * 60 + int(found[3])) * (-1 if found[1] == "-" else 1) if found else 0
    return _ZERO + timedelta(minutes=max(0, minutes + 360))


def _end(schedule: dict[str, Any], parts: dict[str, str]) -> str:
    if "COUNT" in parts:
        last = list(_recurrence(schedule).every())[-1] if int(parts["COUNT"]) < _MOST_COUNTED else start_of(schedule)
        return str(last.isoformat())
    return "2079-06-06T00:00:00"


def written(schedule: dict[str, Any]) -> dict[str, Any]:
    """Return a schedule as the answer to a creation has it: not live yet, the start in the platform's own time."""
    recurrence, zone = _recurrence(schedule), zones()[schedule["timezoneId"]]
    parts, start = recurrence.parts, start_of(schedule).replace(tzinfo=zone.zone).timestamp()
    return {
        "scheduleTypeId": TYPES[parts["FREQ"]],
        "startDate": timestamp(start),
        "endDate": _end(schedule, parts),
        "rangeTypeId": 0 if "COUNT" in parts else 1,
        "occurrences": int(parts.get("COUNT", "0")),
        "icalRecur": schedule["icalRecur"],
        "timezoneId": zone.number,
        "statusId": 0,
    }


def described(schedule: dict[str, Any]) -> str:
    """Return a rule in a sentence."""
    recurrence = _recurrence(schedule)
    unit = {"MINUTELY": "minutes", "HOURLY": "hours", "DAILY": "days", "WEEKLY": "weeks", "MONTHLY": "months"}[
        recurrence.parts["FREQ"]
    ]
    return f"Every {recurrence.interval} {unit} from {start_of(schedule).isoformat()}"
