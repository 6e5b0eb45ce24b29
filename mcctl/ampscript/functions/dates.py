"""Functions of dates."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache

from mcctl.ampscript.cultures import US, culture
from mcctl.ampscript.date_formats import format_date_and_time
from mcctl.ampscript.dates import MONTHS, SYSTEM_OFFSET, read_date
from mcctl.ampscript.errors import Wrong
from mcctl.ampscript.run import Run
from mcctl.ampscript.values import Value, flag, shown, text, whole

_KEPT = 2000  # a send writes the same dates again and again
_UNITS = ("y", "m", "d", "h", "mi")
_PART_NAMES = {"year": "y", "month": "m", "day": "d", "hour": "h", "minute": "mi"}
_LENGTHS = {"d": timedelta(days=1), "h": timedelta(hours=1), "mi": timedelta(minutes=1)}


def now(run: Run, _keep: Value = None) -> Value:
    """Return the moment of the render, in system time."""
    return run.person.now


def dateadd(run: Run, date: Value, amount: Value, unit: Value) -> Value:
    """Return a date some units later; a day that the month does not have becomes its last."""
    moment, count, kind = _date(run, date), whole(amount, "The amount"), _unit(unit)
    try:
        if kind in _LENGTHS:
            return moment + _LENGTHS[kind] * count
        months = moment.year * 12 + moment.month - 1 + (count * 12 if kind == "y" else count)
        year, month = months // 12, months % 12 + 1
        return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        raise Wrong("The date would be beyond the year 9999 or before the year 1") from None


def datediff(run: Run, start: Value, end: Value, unit: Value) -> Value:
    """Return how many beginnings of a unit lie between two dates."""
    first, last, kind = _date(run, start), _date(run, end), _unit(unit)
    if kind == "y":
        return last.year - first.year
    if kind == "m":
        return (last.year - first.year) * 12 + last.month - first.month
    return (_cut(last, kind) - _cut(first, kind)) // _LENGTHS[kind]


def datepart(run: Run, date: Value, part: Value) -> Value:
    """Return a part of a date as text: year, month, monthName, day, hour (of 12) or minute."""
    moment, name = _date(run, date), text(part).strip().lower()
    if name == "monthname":
        return MONTHS[moment.month - 1]
    return _PARTS[_unit(_PART_NAMES.get(name, name))](moment)


def dateparse(run: Run, date: Value, utc: Value = False) -> Value:
    """Return the date that a text tells, in system time or in UTC."""
    moment = _date(run, date)
    return moment - SYSTEM_OFFSET if flag(utc) else moment


def stringtodate(run: Run, date: Value) -> Value:
    """Return the date that a text tells."""
    return _date(run, date)


def systemdatetolocaldate(run: Run, date: Value) -> Value:
    """Return a date in system time as one in the account's zone."""
    moment = _date(run, date)
    return moment + timedelta(seconds=run.zone_offset(moment, local=False))


def localdatetosystemdate(run: Run, date: Value) -> Value:
    """Return a date in the account's zone as one in system time."""
    moment = _date(run, date)
    return moment - timedelta(seconds=run.zone_offset(moment, local=True))


def formatdate(run: Run, date: Value, pattern: Value = "", time: Value = "", code: Value = "") -> Value:
    """Return a date in two patterns, of the date and of the time; nothing for what is no date."""
    moment = _read(run, date)
    if moment is None:
        return ""
    return _written(moment, text(pattern), text(time), text(code))


@lru_cache(maxsize=_KEPT)
def _written(moment: datetime, pattern: str, time: str, code: str) -> str:
    return format_date_and_time(moment, pattern, time, culture(code) or US)


def _read(run: Run, date: Value) -> datetime | None:
    if isinstance(date, datetime):
        return date
    return read_date(date, run.person.now) if isinstance(date, str) else None


def _date(run: Run, date: Value) -> datetime:
    found = _read(run, date)
    if found is None:
        raise Wrong(f"{shown(date)} is no date")
    return found


def _unit(value: Value) -> str:
    unit = text(value).strip().lower()
    if unit not in _UNITS:
        raise Wrong(f"{shown(value)} is no unit; there are Y, M, D, H and MI")
    return unit


def _cut(moment: datetime, unit: str) -> datetime:
    if unit == "d":
        return moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return moment.replace(minute=0 if unit == "h" else moment.minute, second=0, microsecond=0)


_PARTS: dict[str, Callable[[datetime], str]] = {
    "y": lambda moment: str(moment.year),
    "m": lambda moment: f"{moment.month:02d}",
    "d": lambda moment: f"{moment.day:02d}",
    "h": lambda moment: str(moment.hour % 12 or 12),
    "mi": lambda moment: str(moment.minute),
}

FUNCTIONS: dict[str, Callable[..., Value]] = {
    "getsendtime": now,
    **{
        function.__name__: function
        for function in (
            dateadd, datediff, dateparse, datepart, formatdate, localdatetosystemdate, now, stringtodate,
            systemdatetolocaldate,
        )
    },
}  # fmt: skip
