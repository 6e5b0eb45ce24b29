"""When the next request may leave: a rate that the user sets, and what the API's 429 answers teach.

One pace is shared by all threads. After a 429 every thread holds still for as long as the API asks, and from then on a
gap is kept between requests; each 429 doubles it, each good answer makes it a little smaller.
"""

from __future__ import annotations

from threading import Lock

from mcctl.clock import Clock

_FIRST_GAP = 0.1  # seconds between two requests after the first 429
_LARGEST_GAP = 30.0
_RECOVERY = 0.95


class Pace:
    """rate: items, such as recipients, a second over all threads, and requests; None means as fast as it goes."""

    def __init__(self, clock: Clock, rate: float | None = None, *, requests: float | None = None) -> None:
        self._clock = clock
        self._rate = rate
        self._least_gap = 1 / requests if requests else 0.0
        self._gap = 0.0
        self._next = 0.0  # when, by the monotonic clock, the next request may leave
        self._lock = Lock()

    def wait(self, items: int) -> None:
        """Wait until a request with so many items may leave."""
        if self._rate is None and not self._least_gap and not self._next:
            return
        with self._lock:
            now = self._clock.monotonic()
            start = max(now, self._next)
            self._next = start + max(self._gap, self._least_gap, items / self._rate if self._rate else 0.0)
        if start > now:
            self._clock.sleep(start - now)

    def slow_down(self, seconds: float) -> None:
        """Take note of a 429 that asks to wait for so many seconds."""
        with self._lock:
            self._gap = min(max(2 * self._gap, _FIRST_GAP), _LARGEST_GAP)
            self._next = max(self._next, self._clock.monotonic() + seconds)

    def went_well(self) -> None:
        """Take note of an answer that was no 429."""
        if self._gap:
            with self._lock:
                self._gap = self._gap * _RECOVERY if self._gap > _FIRST_GAP / 10 else 0.0
