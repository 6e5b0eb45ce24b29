"""Aggregates that SQLite has not."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping
from typing import Any


class _Spread:
    """STDEV and its like: of the numbers that are not NULL."""

    measure: Callable[[list[float]], float]
    least = 1

    def __init__(self) -> None:
        self._values: list[float] = []

    def step(self, value: Any) -> None:
        """Take a value in."""
        if value is not None:
            self._values.append(float(value))

    def inverse(self, value: Any) -> None:
        """Let a value go that is behind the window."""
        if value is not None:
            self._values.remove(float(value))

    def value(self) -> float | None:
        """Return what it is now."""
        return type(self).measure(self._values) if len(self._values) >= self.least else None

    finalize = value


def _spread(function: Callable[[list[float]], float], fewest: int) -> type[_Spread]:
    return type("Spread", (_Spread,), {"measure": staticmethod(function), "least": fewest})


class _Joined:
    """STRING_AGG: texts together, in an order."""

    def __init__(self) -> None:
        self._parts: list[tuple[list[Any], str]] = []
        self._separator = ""
        self._down: list[bool] = []

    def step(self, value: Any, separator: Any, *order: Any) -> None:
        """Take a text in; order: pairs of what it is sorted by, and whether that goes down."""
        self._separator = "" if separator is None else str(separator)
        self._down = [bool(one) for one in order[1::2]]
        if value is not None:
            self._parts.append((list(order[::2]), str(value)))

    def finalize(self) -> str | None:
        """Return the texts together; NULL where there is none."""
        for place in reversed(range(len(self._down))):
            self._parts.sort(key=lambda part, place=place: _rank(part[0][place]), reverse=self._down[place])  # type: ignore[misc]
        return self._separator.join(text for _, text in self._parts) if self._parts else None


def _rank(value: Any) -> tuple[int, Any]:
    """Return what values of any kind are sorted by: NULL first, then numbers, then texts in any case."""
    if value is None:
        return 0, 0
    return (1, value) if isinstance(value, int | float) else (2, str(value).lower())


class _Percentile:
    """PERCENTILE_CONT and PERCENTILE_DISC: the value at a part of the way through the sorted ones."""

    between = True

    def __init__(self) -> None:
        self._values: list[Any] = []
        self._part = 0.0
        self._down = False

    def step(self, part: Any, value: Any, down: Any) -> None:
        """Take a value in."""
        self._part, self._down = float(part), bool(down)
        if value is not None:
            self._values.append(value)

    def inverse(self, _part: Any, value: Any, _down: Any) -> None:
        """Let a value go that is behind the window."""
        if value is not None:
            self._values.remove(value)

    def value(self) -> Any:
        """Return what it is now."""
        values = sorted(self._values, key=_rank, reverse=self._down)
        if not values:
            return None
        if not self.between:
            return values[max(0, math.ceil(self._part * len(values)) - 1)]
        place = self._part * (len(values) - 1)
        low = int(place)
        high = min(low + 1, len(values) - 1)
        return values[low] + (values[high] - values[low]) * (place - low)

    finalize = value


class _Discrete(_Percentile):
    """PERCENTILE_DISC: one of the values."""

    between = False


AGGREGATES: Mapping[str, Any] = {
    "STDEV": _spread(statistics.stdev, 2),
    "STDEVP": _spread(statistics.pstdev, 1),
    "VAR": _spread(statistics.variance, 2),
    "VARP": _spread(statistics.pvariance, 1),
    "PERCENTILE_CONT": _Percentile,
    "PERCENTILE_DISC": _Discrete,
}
"""Those that may be windows, too."""
JOINED = _Joined
