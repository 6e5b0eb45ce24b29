"""Dates as the platform writes them: .NET's patterns for Format, and FormatDate's own two dialects."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache

from mcctl.ampscript.cultures import US, Culture
from mcctl.ampscript.dates import SYSTEM_OFFSET
from mcctl.ampscript.errors import Wrong
from mcctl.ampscript.values import check_pattern

_NET = re.compile(
    r"d{1,}|M{1,}|y{1,}|h{1,}|H{1,}|m{1,}|s{1,}|t{1,}|f{1,}|\.?F{1,}|z{1,}|g{1,}|'[^']*'|\"[^\"]*\"|\\.|%|.", re.S
)
_DATE = re.compile(r"'[^']*'|d{1,}|m{1,}|y{1,}|h{1,}|s{1,}|t{1,}|f{1,}|z{1,}|.", re.IGNORECASE | re.S)
_NAMED_DATES = {
    "s": "short", "short": "short", "d": "short", "l": "long", "long": "long", "sortable": "yyyy-MM-dd",
    "iso": "o", "o": "o", "rfc": "r", "r": "r",
}  # fmt: skip


@lru_cache(maxsize=500)
def _net_parts(pattern: str) -> tuple[str, ...]:
    return tuple(_NET.findall(pattern))


@lru_cache(maxsize=500)
def _date_parts(pattern: str) -> tuple[str, ...]:
    return tuple(_DATE.findall(pattern))


def format_date(moment: datetime, pattern: str, culture: Culture) -> str:
    """Return a date in one .NET pattern: one letter is a standard form, more are put together of their parts.

    Raises Wrong for a pattern of more than 250 characters.
    """
    check_pattern(pattern)
    if len(pattern) == 1:
        return _standard(moment, pattern, culture)
    return _custom(moment, pattern, culture)


def format_date_and_time(moment: datetime, date: str, time: str, culture: Culture) -> str:
    """Return a date in FormatDate's two patterns, in which case does not count: one of the date, one of the time.

    Raises Wrong for h alone as the pattern of the time, at which the platform stops, and for one of more than 250
    characters.
    """
    check_pattern(date + time)
    parts = [_date(moment, date, culture)] if date else []
    parts += [_time(moment, time, culture)] if time else []
    return " ".join(parts) if parts else _standard(moment, "G", culture)


def _standard(moment: datetime, letter: str, culture: Culture) -> str:
    write = _STANDARD.get(letter) or _STANDARD["G"]
    return write(moment, culture)


def _pattern(*names: str) -> Callable[[datetime, Culture], str]:
    """Return what writes a date by the patterns of those names in a culture."""
    return lambda moment, culture: _custom(moment, " ".join(getattr(culture, name) for name in names), culture)


def _round_trip(moment: datetime, _culture: Culture) -> str:
    return moment.isoformat(timespec="microseconds") + "0"


def _rfc(moment: datetime, _culture: Culture) -> str:
    return _custom(moment, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", US)


def _in_utc(moment: datetime, culture: Culture) -> str:
    return _STANDARD["F"](moment - SYSTEM_OFFSET, culture)


_STANDARD: dict[str, Callable[[datetime, Culture], str]] = {
    "d": _pattern("short_date"),
    "D": _pattern("long_date"),
    "f": _pattern("long_date", "short_time"),
    "F": _pattern("long_date", "long_time"),
    "g": _pattern("short_date", "short_time"),
    "G": _pattern("short_date", "long_time"),
    "M": _pattern("month_day"),
    "m": _pattern("month_day"),
    "Y": _pattern("year_month"),
    "y": _pattern("year_month"),
    "t": _pattern("short_time"),
    "T": _pattern("long_time"),
    "s": lambda moment, _culture: moment.isoformat(timespec="seconds"),
    "u": lambda moment, _culture: moment.isoformat(" ", "seconds") + "Z",
    "o": _round_trip,
    "O": _round_trip,
    "r": _rfc,
    "R": _rfc,
    "U": _in_utc,
}


def _custom(moment: datetime, pattern: str, culture: Culture) -> str:
    parts = _net_parts(pattern)
    if not any(part in ("d", "dd") for part in parts):
        culture = culture._replace(months=culture.months_alone)
    return "".join(_part(moment, part, culture) for part in parts)


def _part(moment: datetime, part: str, culture: Culture) -> str:
    letter, count = part[0], len(part)
    if letter in _PARTS:
        return _PARTS[letter](moment, count, culture)
    if letter in "./" and count == 1:
        return culture.separator if letter == "/" else letter
    if letter == "\\":
        return part[1:]
    if letter == ".":
        fraction = _PARTS["F"](moment, count - 1, culture)
        return f".{fraction}" if fraction else ""
    return part[1:-1] if letter in "'\"" and count > 1 else "" if letter == "%" else part


def _day(moment: datetime, count: int, culture: Culture) -> str:
    if count < 3:
        return str(moment.day).zfill(count)
    return (culture.short_days if count == 3 else culture.days)[moment.weekday()]


def _month(moment: datetime, count: int, culture: Culture) -> str:
    if count < 3:
        return str(moment.month).zfill(count)
    return (culture.short_months if count == 3 else culture.months)[moment.month - 1]


def _year(moment: datetime, count: int, _culture: Culture) -> str:
    return str(moment.year % 100).zfill(count) if count < 3 else str(moment.year).zfill(count)


def _half(moment: datetime, count: int, culture: Culture) -> str:
    half = culture.halves[moment.hour >= 12]
    return half[:1] if count == 1 else half


def _fraction(moment: datetime, count: int, _culture: Culture) -> str:
    return f"{moment.microsecond:06d}0"[:count]


def _zone(_moment: datetime, count: int, _culture: Culture) -> str:
    hours = int(SYSTEM_OFFSET.total_seconds() // 3600)
    return {1: f"{hours:+d}", 2: f"{hours:+03d}"}.get(count, f"{hours:+03d}:00")


def _two(value: int, count: int) -> str:
    return str(value).zfill(min(count, 2))


_PARTS: dict[str, Callable[[datetime, int, Culture], str]] = {
    "d": _day,
    "M": _month,
    "y": _year,
    "h": lambda moment, count, _culture: _two(moment.hour % 12 or 12, count),
    "H": lambda moment, count, _culture: _two(moment.hour, count),
    "m": lambda moment, count, _culture: _two(moment.minute, count),
    "s": lambda moment, count, _culture: _two(moment.second, count),
    "t": _half,
    "f": _fraction,
    "F": lambda moment, count, culture: _fraction(moment, count, culture).rstrip("0"),
    "z": _zone,
    "g": lambda _moment, _count, _culture: "A.D.",
}


def _date(moment: datetime, pattern: str, culture: Culture) -> str:
    """Return a date in FormatDate's pattern of dates, in which mm is the month and the names of days are shifted."""
    named = _NAMED_DATES.get(pattern.lower())
    if named in ("short", "long"):
        return _custom(moment, culture.short_date if named == "short" else culture.long_date, culture)
    if named or len(pattern) == 1:
        return format_date(moment, named or pattern, culture)
    return "".join([_date_part(moment, part, culture) for part in _date_parts(pattern)])


def _date_part(moment: datetime, part: str, culture: Culture) -> str:
    letter, count = part[0].lower(), len(part)
    if letter == "'":
        return part[1:-1] if count > 1 else part
    if letter == "d":
        if count == 3:  # the name of the day is itself taken for a pattern
            return _custom(moment, culture.days[moment.weekday()], culture)
        return _day(moment, count if count < 3 else count - 1, culture)
    if letter in "my":
        return (_month if letter == "m" else _year)(moment, count, culture)
    return _clock(moment, letter, count, culture, part)


def _clock(moment: datetime, letter: str, count: int, culture: Culture, part: str) -> str:
    if letter == "h" or (letter in "fz" and count > 2) or (letter in "st" and count > 1):
        return _PARTS["H" if letter == "h" else letter](moment, count, culture)
    return part


def _time(moment: datetime, pattern: str, culture: Culture) -> str:
    """Return a time in FormatDate's pattern of times, in which m and mm are minutes."""
    lowered = pattern.lower()
    if lowered == "h":
        raise Wrong(f"{pattern} alone is no pattern of a time; write hh")
    if lowered == "sortable":
        return f"{moment:T%H:%M:%S}"
    if lowered in ("s", "short", "l", "long"):
        return _custom(moment, culture.short_time if lowered[0] == "s" else culture.long_time, culture)
    hours = "h" if "t" in lowered else "H"
    return "".join([_time_part(moment, part, hours, culture) for part in _date_parts(pattern)])


def _time_part(moment: datetime, part: str, hours: str, culture: Culture) -> str:
    letter, count = part[0].lower(), len(part)
    if letter == "'":
        return part[1:-1] if count > 1 else part
    if letter == "h":
        return _PARTS[hours](moment, count, culture)
    if letter == "m":
        return _two(moment.minute, count)
    if letter == "s":
        return _two(moment.second, count)
    if letter in "tfz":
        return _PARTS[letter](moment, count, culture)
    return part
