"""When something that recurs is due: rules of iCal, in the time of a zone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from itertools import count
from typing import Any, NamedTuple

FREQUENCIES = ("MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_STEADY = {"MINUTELY": 60, "HOURLY": 3600}
"""Frequencies whose times are always as many seconds apart, whatever the calendar says."""


class Recurrence(NamedTuple):
    """A rule, such as FREQ=DAILY;INTERVAL=1, and its first time as the clocks of its zone show it."""

    rule: str
    start: datetime

    @property
    def parts(self) -> dict[str, str]:
        """The parts of the rule, in capitals."""
        pairs = (part.partition("=") for part in self.rule.upper().removeprefix("RRULE:").split(";") if part)
        return {name: value for name, _, value in pairs}

    @property
    def interval(self) -> int:
        """How many of its units lie between two times."""
        return max(1, int(self.parts.get("INTERVAL", "1")))

    def check(self) -> None:
        """Raise ValueError for a rule that is none."""
        if self.parts.get("FREQ") not in FREQUENCIES:
            raise ValueError(f"{self.rule} names no frequency")
        self.every()

    def every(self) -> Any:
        """Return all times, which may be without end. Raises ValueError for a rule that is none."""
        from dateutil.rrule import rrulestr  # dear to load, and few look at schedules

        return rrulestr(self.rule, dtstart=self.start)

    def after(self, moment: float, zone: tzinfo) -> Iterator[float]:
        """Yield Unix times after a moment, one after the other; as many as there are."""
        local = datetime.fromtimestamp(moment, zone).replace(tzinfo=None)
        for found in self._steady(local) if self.parts["FREQ"] in _STEADY else self.every().xafter(local):
            yield found.replace(tzinfo=zone).timestamp()

    def _steady(self, after: datetime) -> Iterator[datetime]:
        """Yield times that are always as far apart, without counting through those that are past."""
        step = timedelta(seconds=_STEADY[self.parts["FREQ"]] * self.interval)
        first = max(0, (after - self.start) // step + 1) if after >= self.start else 0
        until = _until(self.parts["UNTIL"]) if "UNTIL" in self.parts else datetime.max
        for number in count(first):
            found = self.start + step * number
            if ("COUNT" in self.parts and number >= int(self.parts["COUNT"])) or found > until:
                return
            yield found


def _until(text: str) -> datetime:
    plain = text.rstrip("Z")[:15]
    return datetime.strptime(plain if "T" in plain else f"{plain}T235959", "%Y%m%dT%H%M%S")
