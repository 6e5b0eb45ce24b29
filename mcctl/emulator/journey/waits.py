"""How long the Wait of a journey lasts: a duration, and then, if wanted, until a time of day in some zone.

docs disagree on the name of that time (specifiedTime, specificTime); both are understood. Zones have Windows names, in
timeZone or timeZoneId. Exported waits always have a time, which counts only where the wait is extended to it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

_SECONDS = {"minutes": 60, "hours": 3600, "days": 86400, "weeks": 7 * 86400}
_UNITS = (*_SECONDS, "months")
_MAX_DURATION = 10_000
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


_MORE_ZONES = {"Mid-Atlantic Standard Time": "Etc/GMT+2"}  # in the vendor's list, and no longer in Windows'
_OTHER_ENDS = ("waitEndDateAttributeExpression", "specificDate", "waitForEventKey")
"""What makes a wait end otherwise; exported ones have a waitDuration besides."""


class WaitProblem(Exception):
    """A wait that makes no sense; says why."""


def is_by_duration(activity: dict[str, Any]) -> bool:
    """Whether a wait lasts for some time, and not until a date or an event."""
    configuration, kind = _part(activity, "configurationArguments"), _part(activity, "metaData").get("waitType")
    until = any(_is_set(configuration.get(name)) for name in _OTHER_ENDS)
    by_duration = str(kind or "duration").lower() in ("duration", "waitbyduration")
    return "waitDuration" in configuration and not until and by_duration


def _is_set(value: Any) -> bool:
    return bool(str(value or "").strip()) and not str(value).startswith("0001-01-01")


def check_wait(activity: dict[str, Any]) -> None:
    """Raise WaitProblem where a wait is not configured."""
    _duration(_part(activity, "configurationArguments"))
    _time_of_day(activity)


def wait_end(activity: dict[str, Any], moment: float) -> float:
    """Return when a wait that begins at `moment`, Unix time, is over."""
    number, unit = _duration(_part(activity, "configurationArguments"))
    end = _in_months(moment, number) if unit == "months" else moment + number * _SECONDS[unit]
    wanted = _time_of_day(activity)
    if wanted is None:
        return end
    hour, minute, zone = wanted
    local = datetime.fromtimestamp(end, zone)
    at = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return (at if at >= local else at + timedelta(days=1)).timestamp()


def _duration(configuration: dict[str, Any]) -> tuple[int, str]:
    number, unit = str(configuration.get("waitDuration")).removesuffix(".0"), str(configuration.get("waitUnit")).lower()
    if not re.fullmatch(r"\d{1,5}", number) or not 0 < int(number) <= _MAX_DURATION:
        raise WaitProblem(f"waitDuration must be a whole number from 1 to {_MAX_DURATION}")
    if unit not in _UNITS:
        raise WaitProblem(f"waitUnit must be one of {', '.join(_UNITS)}")
    return int(number), unit


def _is_extended(meta: dict[str, Any], configuration: dict[str, Any]) -> bool:
    """Whether a time of day counts. Exported waits say so; where nothing is said, only those by hand have one."""
    for part in (meta, configuration):
        if "isExtended" in part:
            return str(part["isExtended"]).lower() in ("true", "1")
    return not meta.keys() & {"waitType", "uiType"}


def _time_of_day(activity: dict[str, Any]) -> tuple[int, int, tzinfo] | None:
    from mcctl.zones import windows_zone  # for names of Windows only

    configuration = _part(activity, "configurationArguments")
    text = configuration.get("specifiedTime") or configuration.get("specificTime")
    if not text or not _is_extended(_part(activity, "metaData"), configuration):
        return None
    found = _TIME.fullmatch(str(text))
    if not found:
        raise WaitProblem(f"specifiedTime must be of the form HH:mm, not {text!r}")
    name = configuration.get("timeZoneId") or configuration.get("timeZone")
    more = _MORE_ZONES.get(str(name))
    zone = ZoneInfo(more) if more else windows_zone(str(name))
    if zone is None:
        raise WaitProblem(f"timeZoneId {name!r} is not the Windows name of a time zone")
    return int(found[1]), int(found[2]), zone


def _part(activity: dict[str, Any], name: str) -> dict[str, Any]:
    found = activity.get(name)
    return found if isinstance(found, dict) else {}


def _in_months(moment: float, months: int) -> float:
    start = datetime.fromtimestamp(moment, UTC)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    return start.replace(year=year, month=month + 1, day=day).timestamp()
