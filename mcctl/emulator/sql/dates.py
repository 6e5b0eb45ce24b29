"""Functions of dates."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from mcctl.emulator.sql.failing import Failure
from mcctl.emulator.sql.moments import OVERFLOW, as_text, day_of, in_utc, moment, plain, time_of, told, week_start
from mcctl.zones import windows_zone

PARTS = {
    alias: part
    for part, aliases in {
        "year": "year yy yyyy", "quarter": "quarter qq q", "month": "month mm m", "dayofyear": "dayofyear dy y",
        "day": "day dd d", "week": "week wk ww", "weekday": "weekday dw w", "hour": "hour hh", "minute": "minute mi n",
        "second": "second ss s", "millisecond": "millisecond ms", "microsecond": "microsecond mcs",
        "iso_week": "iso_week isowk isoww", "tzoffset": "tzoffset tz",
    }.items()
    for alias in aliases.split()
}  # fmt: skip
"""What a part of a date may be called -> the part."""
_SECONDS = {"week": 604800, "weekday": 86400, "dayofyear": 86400, "day": 86400, "hour": 3600, "minute": 60, "second": 1,
            "millisecond": 0.001, "microsecond": 0.000001}  # fmt: skip
_MONTHS = {"year": 12, "quarter": 3, "month": 1}
_KEPT = 100_000


def _part(name: str) -> str:
    part = PARTS.get(name)
    if part is None:
        raise Failure(f"'{name}' is not a recognized datepart option.")
    return part


def dateadd(part: str, number: Any, value: Any) -> str:
    """Return a date so many parts later."""
    name, count, start = _part(part), int(float(number)), moment(value)
    try:
        if name in _MONTHS:
            return told(_months_later(start, count * _MONTHS[name]))
        return told(start + timedelta(seconds=1) * count * _SECONDS[name])
    except (OverflowError, ValueError, KeyError):
        raise Failure(OVERFLOW) from None


def _months_later(start: datetime, months: int) -> datetime:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return start.replace(year=year, month=month + 1, day=day)


@lru_cache(maxsize=_KEPT)
def datediff(part: str, start: Any, end: Any) -> int:
    """Return how many borders of a part lie between two dates."""
    name, first, last = _part(part), in_utc(moment(start)), in_utc(moment(end))
    if name in _MONTHS:
        return _borders_of_months(name, last) - _borders_of_months(name, first)
    if name == "week":
        return week_start(last) - week_start(first)
    if name in ("day", "dayofyear", "weekday"):
        return last.toordinal() - first.toordinal()
    unit = timedelta(seconds=_SECONDS.get(name, 1))
    zero = datetime(1, 1, 1)
    return (last - zero) // unit - (first - zero) // unit


def _borders_of_months(name: str, value: datetime) -> int:
    return (value.year * 12 + value.month - 1) // _MONTHS[name]


@lru_cache(maxsize=_KEPT)
def datepart(part: str, value: Any) -> int:
    """Return a part of a date as a number; weeks begin on Sunday."""
    return _NUMBERS[_part(part)](moment(value))


def _week(value: datetime) -> int:
    return week_start(value) - week_start(value.replace(month=1, day=1)) + 1


_NUMBERS: dict[str, Callable[[datetime], int]] = {
    "year": lambda value: value.year,
    "quarter": lambda value: (value.month + 2) // 3,
    "month": lambda value: value.month,
    "dayofyear": lambda value: value.timetuple().tm_yday,
    "day": lambda value: value.day,
    "week": _week,
    "weekday": lambda value: value.isoweekday() % 7 + 1,
    "hour": lambda value: value.hour,
    "minute": lambda value: value.minute,
    "second": lambda value: value.second,
    "millisecond": lambda value: value.microsecond // 1000,
    "microsecond": lambda value: value.microsecond,
    "iso_week": lambda value: value.isocalendar()[1],
    "tzoffset": lambda value: int((value.utcoffset() or timedelta()).total_seconds() // 60),
}


def datename(part: str, value: Any) -> str:
    """Return a part of a date in words."""
    name, found = _part(part), moment(value)
    if name in ("month", "weekday"):
        return found.strftime("%B" if name == "month" else "%A")
    return str(datepart(part, value))


def datefromparts(year: Any, month: Any, day: Any) -> str:
    """Return a day."""
    return datetimefromparts(year, month, day, 0, 0, 0, 0)


def datetimefromparts(*parts: Any) -> str:
    """Return a date of year, month, day, hour, minute, second and milliseconds."""
    try:
        year, month, day, hour, minute, second, thousandths = (int(part) for part in parts)
        return told(datetime(year, month, day, hour, minute, second, thousandths * 1000))
    except ValueError:
        raise Failure(
            "Cannot construct data type datetime, some of the arguments have values which are not valid."
        ) from None


def eomonth(value: Any, months: Any = 0) -> str:
    """Return the last day of the month of a date, or of one so many months later."""
    later = _months_later(plain(value).replace(day=1), int(months))
    return day_of(told(later.replace(day=calendar.monthrange(later.year, later.month)[1])))


def isdate(value: Any) -> int:
    """Return 1 for what can be a date, else 0."""
    try:
        moment(value)
    except Failure:
        return 0
    return int(isinstance(value, str) and bool(value.strip()))


def switchoffset(value: Any, offset: Any) -> str:
    """Return the same moment in another zone."""
    found = moment(value)
    zone = timezone(timedelta(minutes=_minutes(offset)))
    return told((found if found.tzinfo else found.replace(tzinfo=timezone(timedelta()))).astimezone(zone))


def todatetimeoffset(value: Any, offset: Any) -> str:
    """Return the hour that a date shows, in a zone."""
    return told(plain(value).replace(tzinfo=timezone(timedelta(minutes=_minutes(offset)))))


def _minutes(offset: Any) -> int:
    text = str(offset).strip()
    if ":" not in text:
        return int(text)
    hours, _, minutes = text.lstrip("+-").partition(":")
    return (-1 if text.startswith("-") else 1) * (int(hours) * 60 + int(minutes))


def at_time_zone(value: Any, zone: Any) -> str:
    """Return a date in a zone by its Windows name: one without a zone is taken to be there, another is moved there."""
    found, there = moment(value), _zone(str(zone).lower())
    return told(found.astimezone(there) if found.tzinfo else found.replace(tzinfo=there))


def _zone(name: str) -> Any:
    found = windows_zone(name)
    if found is None:
        raise Failure(f"The time zone parameter '{name}' provided to AT TIME ZONE clause is invalid.")
    return found


def _days_later(value: datetime, days: float) -> datetime:
    try:
        return value + timedelta(days=days)
    except OverflowError:
        raise Failure(OVERFLOW) from None


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "DATEADD": dateadd,
    "DATEDIFF": datediff,
    "DATEDIFF_BIG": datediff,
    "DATEPART": datepart,
    "DATENAME": datename,
    "YEAR": lambda value: datepart("year", value),
    "MONTH": lambda value: datepart("month", value),
    "DAY": lambda value: datepart("day", value),
    "DATEFROMPARTS": datefromparts,
    "DATETIMEFROMPARTS": datetimefromparts,
    "EOMONTH": eomonth,
    "ISDATE": isdate,
    "SWITCHOFFSET": switchoffset,
    "TODATETIMEOFFSET": todatetimeoffset,
    "AT_TIME_ZONE": at_time_zone,
    "DATE_PLUS": lambda value, days: told(_days_later(moment(value), float(days))),
    "DATE_AS_TEXT": as_text,
    "TO_DATE": lambda value, style=0: told(
        plain(value) if not isinstance(value, str) else moment(value, style).replace(tzinfo=None)
    ),
    "TO_DAY": lambda value, style=0: day_of(told(moment(value, style))),
    "TO_TIME": time_of,
    "TO_OFFSET": lambda value, style=0: told(
        found if (found := moment(value, style)).tzinfo else found.replace(tzinfo=timezone(timedelta()))
    ),
}
"""Name -> what does it; none is asked where an argument is NULL."""
