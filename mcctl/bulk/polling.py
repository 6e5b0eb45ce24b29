"""Looking again and again for what Marketing Cloud does in its own time, with a pause between two rounds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator


def rounds(seconds: float, pauses: Iterable[float], is_left: Callable[[], object]) -> Iterator[Callable[[], bool]]:
    """Yield once for every round, for so many seconds at most, until nothing is left to look for.

    What is yielded tells whether the time is over. pauses: between two rounds, in seconds, without end.
    """
    deadline = time.monotonic() + seconds
    for pause in pauses:
        yield lambda: time.monotonic() > deadline
        if time.monotonic() + pause > deadline or not is_left():
            return
        time.sleep(pause)
