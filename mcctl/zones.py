"""Time zones: as Automation Studio numbers them, as Windows calls them, as everybody else does."""

from __future__ import annotations

from datetime import timedelta, timezone, tzinfo
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_NO_SUMMER = 1
"""The platform's own zone: Central Standard Time all year."""


_NO_OFFSET = "greenwich standard time"
"""What stands for UTC, which has no number."""


class Zone(NamedTuple):
    """A time zone. number: what schedules hold. name: Windows'. offset: its standard one, such as +01:00."""

    number: int
    name: str
    offset: str

    @property
    def zone(self) -> tzinfo:
        """What reckons with it; its standard offset all year where nobody knows it by name."""
        known = windows_zone(self.name) if self.number != _NO_SUMMER else None
        hours, _, minutes = self.offset.lstrip("+-").partition(":")
        ahead = timedelta(hours=int(hours), minutes=int(minutes))
        return known or timezone(-ahead if self.offset.startswith("-") else ahead)


@cache
def zones() -> dict[int, Zone]:
    """Return the zones by their numbers."""
    lines = (Path(__file__).parent / "zones.tsv").read_text(encoding="utf-8").splitlines()
    parts = (line.split("\t") for line in lines)
    return {int(number): Zone(int(number), name, offset) for number, name, offset in parts}


def zone_named(name: str) -> Zone | None:
    """Return a zone by its number, by Windows' name, or by the name that others use, such as Europe/Berlin."""
    from tzlocal.windows_tz import tz_win  # dear to load: few schedules are written

    wanted = name.strip().lower()
    windows = next((windows for place, windows in tz_win.items() if place.lower() == wanted), wanted).lower()
    windows = _NO_OFFSET if windows == "utc" else windows
    return next((zone for zone in zones().values() if windows in (str(zone.number), zone.name.lower())), None)


@cache
def windows_zone(name: str) -> tzinfo | None:
    """Return a zone by Windows' name, in any case; None for an unknown one."""
    from tzlocal.windows_tz import win_tz  # as above

    place = next((place for windows, place in win_tz.items() if windows.lower() == name.lower()), None)
    try:
        return ZoneInfo(place) if place else None
    except ZoneInfoNotFoundError:
        return None
