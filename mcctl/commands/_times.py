"""Times and durations as they are typed, in every command alike: 90s, 25h, 1d12h, 2w; 2026-11-25, 2026-11-25T14:30."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from mcctl.errors import InputError

_UNITS = {"w": 604800, "d": 86400, "h": 3600, "m": 60, "s": 1}
_DURATION = re.compile(r"(?:\d{1,18}[wdhms])+")
_PART = re.compile(r"(\d+)([wdhms])")


def duration(text: str, flag: str) -> timedelta:
    """Return a duration such as 90s, 20m, 25h, 1d12h or 2w. flag: the option, for errors. Raises InputError."""
    plain = text.strip().lower()
    if not _DURATION.fullmatch(plain):
        raise InputError(f"{flag} {text}: say a number and a unit: 90s, 20m, 2h or 30d, or several: 1d12h")
    try:
        return timedelta(seconds=sum(int(number) * _UNITS[unit] for number, unit in _PART.findall(plain)))
    except OverflowError as error:
        raise InputError(f"{flag} {text} is too long") from error


def seconds_of(flag: str) -> Callable[[str | float], float]:
    """Return what reads the value of an option as a duration in seconds; a number by itself is of seconds."""

    def read(given: str | float) -> float:
        plain = str(given).strip()
        return float(plain) if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", plain) else duration(plain, flag).total_seconds()

    return read


def since(text: str, flag: str) -> str:
    """Return a date and time as it was written, or of that long ago, in UTC. Raises InputError for what is neither."""
    plain = text.strip()
    if _DURATION.fullmatch(plain.lower()):
        try:
            return (datetime.now(UTC) - duration(plain, flag)).isoformat(timespec="seconds")
        except OverflowError as error:
            raise InputError(f"{flag} {text} is too long ago") from error
    try:
        datetime.fromisoformat(plain)
    except ValueError as error:
        told = "say a date (2026-01-31), a date and time (2026-01-31T10:00), or how long ago: 12h, 7d, 1d12h"
        raise InputError(f"{flag} {text}: {told}") from error
    return plain


def moment_since(text: str, flag: str) -> datetime:
    """Return the moment that `since` tells; a time without a zone is one of this machine's. Errors are those."""
    found = datetime.fromisoformat(since(text, flag))
    return found if found.tzinfo else found.astimezone()
