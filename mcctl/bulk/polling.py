"""Looking again and again for what Marketing Cloud does in its own time, with a pause between two rounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mcctl.clock import Clock


def rounds(
    clock: Clock, seconds: float, pauses: Iterable[float], is_left: Callable[[], object]
) -> Iterator[Callable[[], bool]]:
    """Yield once for every round, for so many seconds at most, until nothing is left to look for.

    What is yielded tells whether the time is over. pauses: between two rounds, in seconds, without end.
    """
    deadline = clock.monotonic() + seconds
    for pause in pauses:
        yield lambda: clock.monotonic() > deadline
        if clock.monotonic() + pause > deadline or not is_left():
            return
        clock.sleep(pause)
