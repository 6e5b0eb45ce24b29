"""The time, and waiting. It is given to whatever needs it, so that nobody has to wait for a test."""

from __future__ import annotations

import time


class Clock:
    """The machine's clock."""

    def time(self) -> float:
        """Return Unix time, in seconds; it may be set back."""
        return time.time()

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait so many seconds."""
        time.sleep(seconds)


MACHINE = Clock()
