"""Reading dates as the platform reads them: ISO 8601, US order, English names. Times are system time, UTC-6."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

SYSTEM_OFFSET = timedelta(hours=-6)
"""System time against UTC, the whole year."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_MONTHS, SHORT_DAYS = tuple(name[:3] for name in MONTHS), tuple(name[:3] for name in DAYS)
_MAX_CHARS = 100
_MONTH = "(?P<name>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r")\.?"
_WEEKDAY = "(?:(?P<weekday>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in DAYS) + r")\.?,?\s+)?"
_TIME = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})(?:[.,](?P<fraction>\d{1,9}))?)?)?"
    r"\s*(?P<half>[AP]\.?M\.?)?\s*(?P<zone>Z|GMT|UTC|[+-]\d{1,2}(?::?\d{2})?)?"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_WEEKDAY}(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?:(?:T|\s+){_TIME})?",
        rf"{_WEEKDAY}(?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})[-/.](?P<year>\d{{4}}|\d{{2}})(?:(?:T|\s+){_TIME})?",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})[-\s]+{_MONTH}[-\s,]+(?P<year>\d{{4}}|\d{{2}})(?:\s+{_TIME})?",
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})(?:,?\s+{_TIME})?",
        rf"{_MONTH}\s+(?P<year>\d{{4}})",
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})(?P<first>)",
        rf"(?=.*[:APap]){_TIME}",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})",
    )
)
_TWO_DIGIT_YEARS_FROM = 30
_LARGEST_OFFSET = timedelta(hours=14)


def read_date(text: str, now: datetime) -> datetime | None:
    """Return the date that a text tells, in system time; None if it tells none.

    now: the day that a time without a date belongs to, and the year of a day without one.
    """
    text = text.strip()
    if not text or len(text) > _MAX_CHARS:
        return None
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _date(found.groupdict(), now)
    return None


def _date(parts: dict[str, str | None], now: datetime) -> datetime | None:
    try:
        day = datetime(_year(parts, now), _month(parts, now), _day(parts, now))
        if parts.get("weekday") and DAYS[day.weekday()][:3].lower() != str(parts["weekday"])[:3].lower():
            return None
        moment = day.replace(
            hour=_hour(parts),
            minute=int(parts.get("minute") or 0),
            second=int(parts.get("second") or 0),
            microsecond=int((parts.get("fraction") or "0")[:6].ljust(6, "0")),
        )
        return moment if parts.get("zone") is None else moment - _offset(str(parts["zone"])) + SYSTEM_OFFSET
    except (ValueError, OverflowError):
        return None


def _year(parts: dict[str, str | None], now: datetime) -> int:
    year = parts.get("year")
    if year is None:
        return now.year
    if len(year) > 2:
        return int(year)
    return int(year) + (1900 if int(year) >= _TWO_DIGIT_YEARS_FROM else 2000)


def _month(parts: dict[str, str | None], now: datetime) -> int:
    if name := parts.get("name"):
        return next(place for place, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3].lower())
    return int(parts.get("month") or now.month)


def _day(parts: dict[str, str | None], now: datetime) -> int:
    of_month = parts.get("name") is not None or parts.get("first") is not None
    return int(parts.get("day") or (1 if of_month else now.day))


def _hour(parts: dict[str, str | None]) -> int:
    hour, half = int(parts.get("hour") or 0), parts.get("half")
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("no hour of a clock with two halves")
    return hour % 12 + (12 if half[0] in "Pp" else 0)


def _offset(zone: str) -> timedelta:
    if zone[0] not in "+-":
        return timedelta()
    digits = zone[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) < 3 else (digits[:-2], digits[-2:])
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if offset > _LARGEST_OFFSET:
        raise ValueError("no offset of a time zone")
    return -offset if zone[0] == "-" else offset
