"""Schedules: when an automation runs. Rules are iCal's, in the zone of the schedule."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from mcctl.emulator.automation import store
from mcctl.emulator.core.state import timestamp
from mcctl.emulator.core.web import generic_problem
from mcctl.zones import zones

TYPES = {"MINUTELY": 1, "HOURLY": 2, "DAILY": 3, "WEEKLY": 4, "MONTHLY": 5}
FEWEST_MINUTES = 5
_PATTERNS = {"HOURLY": "HourInterval", "DAILY": "DayInterval"}
_STEADY = {"MINUTELY": 60, "HOURLY": 3600}
"""Frequencies whose runs are always as many seconds apart, whatever the calendar says."""
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
        parts = _parts(rule)
        _rule(kept)
    except (ValueError, TypeError, OverflowError):
        raise store.not_valid("icalRecur") from None
    if parts.get("FREQ") not in TYPES or (parts["FREQ"] == "MINUTELY" and _interval(parts) < FEWEST_MINUTES):
        raise store.not_valid("icalRecur")
    return kept


def _rule(schedule: dict[str, Any]) -> Any:
    """Return the runs of a schedule. Raises ValueError for a rule that is none."""
    from dateutil.rrule import rrulestr  # dear to load: few rehearsals have schedules

    return rrulestr(schedule["icalRecur"], dtstart=start_of(schedule))


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.removeprefix("RRULE:").split(";") if part)


def _interval(parts: dict[str, str]) -> int:
    return max(1, int(parts.get("INTERVAL", "1")))


def start_of(schedule: dict[str, Any]) -> datetime:
    """Return the first run as the clocks of the schedule's zone show it. Raises ValueError."""
    return datetime.fromisoformat(schedule["startDate"]).replace(tzinfo=None, microsecond=0)


def next_run(schedule: dict[str, Any], moment: float) -> float | None:
    """Return Unix time of the first run after a moment; None where there is none."""
    zone = zones()[schedule["timezoneId"]].zone
    after = datetime.fromtimestamp(moment, zone).replace(tzinfo=None)
    start, parts = start_of(schedule), _parts(schedule["icalRecur"])
    found = _steady(start, after, parts) if parts["FREQ"] in _STEADY else _rule(schedule).after(after)
    return found.replace(tzinfo=zone).timestamp() if found else None


def _steady(start: datetime, after: datetime, parts: dict[str, str]) -> datetime | None:
    """Return the next of runs that are always as far apart, without counting through those that are past."""
    step = timedelta(seconds=_STEADY[parts["FREQ"]] * _interval(parts))
    count = max(0, (after - start) // step + 1) if after >= start else 0
    found = start + step * count
    is_over = "COUNT" in parts and count >= int(parts["COUNT"])
    if "UNTIL" in parts:
        is_over = is_over or found > datetime.strptime(parts["UNTIL"].rstrip("Z")[:15].ljust(15, "0"), "%Y%m%dT%H%M%S")
    return None if is_over else found


def shown(schedule: dict[str, Any], guid: str, status: int, following: float | None) -> dict[str, Any]:
    """Return a schedule as it is read."""
    parts, zone = _parts(schedule["icalRecur"]), zones()[schedule["timezoneId"]]
    unit = _PATTERNS.get(parts["FREQ"])
    pattern = f"<Pattern><PatternType>0</PatternType><{unit}>{_interval(parts)}</{unit}></Pattern>" if unit else ""
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
        last = list(_rule(schedule))[-1] if int(parts["COUNT"]) < _MOST_COUNTED else start_of(schedule)
        return str(last.isoformat())
    return "2079-06-06T00:00:00"


def written(schedule: dict[str, Any]) -> dict[str, Any]:
    """Return a schedule as the answer to a creation has it: not live yet, the start in the platform's own time."""
    parts, zone = _parts(schedule["icalRecur"]), zones()[schedule["timezoneId"]]
    start = start_of(schedule).replace(tzinfo=zone.zone).timestamp()
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
    parts = _parts(schedule["icalRecur"])
    unit = {"MINUTELY": "minutes", "HOURLY": "hours", "DAILY": "days", "WEEKLY": "weeks", "MONTHLY": "months"}[
        parts["FREQ"]
    ]
    return f"Every {_interval(parts)} {unit} from {start_of(schedule).isoformat()}"
