"""The time, and waiting. It is given to whatever needs it, so that nobody has to wait for a test."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone

PLATFORM = timezone(timedelta(hours=-6))
"""The zone in which the platform writes times that name none."""


class Clock:
    """The machine's clock."""

    def time(self) -> float:
        """Return Unix time, in seconds; it may be set back."""
        return time.time()

    def today(self) -> date:
        """Return the day in this machine's zone."""
        return datetime.fromtimestamp(self.time()).date()

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait so many seconds."""
        time.sleep(seconds)


MACHINE = Clock()


def told_moment(told: str, zone: timezone = PLATFORM) -> datetime | None:
    """Return the moment that the platform tells; None for what is none. zone: of a time that names none."""
    try:
        found = datetime.fromisoformat(told)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def short_time(moment: datetime, now: float) -> str:
    """Return a moment as it is read at a glance, in this machine's zone: 2h ago, 25 Nov 19:08, 25 Nov 2024.

    now: Unix time. Raises OverflowError and ValueError for moments that this machine's zone does not reach.
    """
    ago, local = int(now - moment.timestamp()), moment.astimezone()
    if 0 <= ago < 60:
        return "just now"
    if 0 <= ago < 86400:
        return f"{ago // 60}m ago" if ago < 3600 else f"{ago // 3600}h ago"
    is_this_year = local.year == datetime.fromtimestamp(now).astimezone().year
    return f"{local.day} {local:%b} " + (f"{local:%H:%M}" if is_this_year else str(local.year))
