"""Dates and times of a query. In SQLite they are texts, ISO 8601, so that they compare as they follow each other."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from mcctl.emulator.sql.failing import Failure

FIRST = datetime(1900, 1, 1)
"""What the number 0 is as a date."""
NO_DATE = "Conversion failed when converting date and/or time from character string."
OVERFLOW = "Adding a value to a 'datetime' column caused an overflow."
_KEPT = 100_000
_FORMS = (
    "%m/%d/%Y", "%m/%d/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %I:%M%p",
    "%m-%d-%Y", "%m-%d-%Y %H:%M:%S", "%Y/%m/%d", "%Y/%m/%d %H:%M:%S", "%Y-%m-%d %I:%M %p", "%Y-%m-%d %I:%M:%S %p",
    "%Y%m%d %H:%M", "%Y%m%d %H:%M:%S", "%b %d %Y", "%b %d, %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%d %B %Y",
    "%b %d %Y %I:%M%p", "%b %d %Y %I:%M:%S%p", "%b %d, %Y %I:%M %p", "%d %b %Y %H:%M:%S", "%m/%d/%y",
)  # fmt: skip
_TIMES = ("%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%I:%M %p", "%I:%M:%S %p", "%I:%M%p")
_STYLES = {
    1: "%m/%d/%y", 2: "%y.%m.%d", 3: "%d/%m/%y", 4: "%d.%m.%y", 5: "%d-%m-%y", 6: "%d %b %y", 7: "%b %d, %y",
    10: "%m-%d-%y", 11: "%y/%m/%d", 12: "%y%m%d", 101: "%m/%d/%Y", 102: "%Y.%m.%d", 103: "%d/%m/%Y", 104: "%d.%m.%Y",
    105: "%d-%m-%Y", 106: "%d %b %Y", 107: "%b %d, %Y", 110: "%m-%d-%Y", 111: "%Y/%m/%d", 112: "%Y%m%d", 23: "%Y-%m-%d",
}  # fmt: skip
"""Styles of CONVERT that are of the day alone, as Python writes and reads them."""
_WITH_TIME = {
    0: "{:%b} {d:>2} {:%Y} {h:>2}:{:%M%p}",
    9: "{:%b} {d:>2} {:%Y} {h:>2}:{:%M:%S}:{ms}{:%p}",
    8: "{:%H:%M:%S}",
    13: "{:%d %b %Y %H:%M:%S}:{ms}",
    14: "{:%H:%M:%S}:{ms}",
    20: "{:%Y-%m-%d %H:%M:%S}",
    21: "{:%Y-%m-%d %H:%M:%S}.{ms}",
    22: "{:%m/%d/%y} {h:>2}:{:%M:%S %p}",
    126: "{:%Y-%m-%dT%H:%M:%S}{fraction}",
    127: "{:%Y-%m-%dT%H:%M:%S}{fraction}Z",
}
_SAME = {100: 0, 109: 9, 108: 8, 24: 8, 113: 13, 114: 14, 120: 20, 121: 21, 25: 21}
"""Styles that write what another one writes."""


def moment(value: Any, style: int = 0) -> datetime:
    """Return a value as a date: text in any of the usual forms, or a number of days since 1900.

    style: of CONVERT, where text is in that form. Raises Failure.
    """
    if isinstance(value, int | float):
        try:
            return FIRST + timedelta(days=value)
        except OverflowError:
            raise Failure(OVERFLOW) from None
    return _read(str(value), style)


@lru_cache(maxsize=_KEPT)
def _read(text: str, style: int) -> datetime:
    plain = re.sub(r"(\.\d{6})\d+", r"\1", " ".join(text.split()))
    if style in _STYLES:
        with suppress(ValueError):
            return datetime.strptime(plain, _STYLES[style])
    if not plain:
        return FIRST
    with suppress(ValueError):
        if not re.fullmatch(r"\d{4}-?W.*", plain):
            return datetime.fromisoformat(plain)
    for form in _FORMS:
        with suppress(ValueError):
            return datetime.strptime(plain, form)
    for form in _TIMES:
        with suppress(ValueError):
            return datetime.combine(FIRST, datetime.strptime(plain, form).time())
    raise Failure(NO_DATE)


def told(value: datetime) -> str:
    """Return a date as it is kept: without a fraction where that is nothing, with its zone where it has one."""
    return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")


def plain(value: Any) -> datetime:
    """Return a value as a date without a zone: the hour that a clock there shows. Raises Failure."""
    return moment(value).replace(tzinfo=None)


def as_text(value: str, style: int, kind: str) -> str:
    """Return a date as CONVERT writes it. kind: Date, Day, Time or Offset. Raises Failure for an unknown style."""
    found = moment(value)
    if kind == "Time":
        return value
    if style == 0 and kind in ("Day", "Offset"):
        return f"{found:%Y-%m-%d}" if kind == "Day" else str(found)
    if style in _STYLES:
        return found.strftime(_STYLES[style])
    form = _WITH_TIME.get(_SAME.get(style, style))
    if form is None:
        raise Failure(f"{style} is not a valid style number when converting from datetime to a character string.")
    fraction = f".{found.microsecond // 1000:03d}"
    parts = {
        "d": found.day,
        "h": found.hour % 12 or 12,
        "ms": fraction[1:],
        "fraction": fraction if found.microsecond else "",
    }
    return _written(form, found, parts)


def _written(form: str, found: datetime, parts: dict[str, Any]) -> str:
    """Fill a form: {:...} with the date, the others by their names."""
    return re.sub(r"\{:([^}]*)\}", lambda match: found.strftime(match[1]), form).format(**parts)


def day_of(value: Any) -> str:
    """Return the day of a date, at midnight. Raises Failure."""
    return told(datetime.combine(plain(value).date(), datetime.min.time()))


def time_of(value: Any) -> str:
    """Return the time of a date. Raises Failure."""
    return plain(value).time().isoformat(timespec="auto")


def week_start(value: datetime | date) -> int:
    """Return a number of the week of a date, which begins on Sunday."""
    return value.toordinal() // 7


def in_utc(value: datetime) -> datetime:
    """Return a date in UTC; one without a zone is taken as it is."""
    return value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
