"""How a signal ends mcctl: in order, whichever it is.

Ctrl-C sends SIGINT, Kubernetes, systemd and CI systems SIGTERM, a terminal that is closed SIGHUP.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # of which Windows has not all


class Ended(KeyboardInterrupt):
    """A signal asked for the end. number: which one."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def listen() -> None:
    """Have every signal that asks for the end raise Ended, unless whoever started mcctl has it ignored."""
    for number in _heeded():
        signal.signal(number, _end)


@contextmanager
def noted() -> Iterator[Callable[[], int | None]]:
    """Within it, a first signal is only noted: what is yielded returns its number. A second one raises Ended."""
    first: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        if first:
            raise Ended(number)
        first.append(number)

    is_main = threading.current_thread() is threading.main_thread()
    before: dict[int, Any] = {number: signal.signal(number, note) for number in _heeded()} if is_main else {}
    try:
        yield lambda: first[0] if first else None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _heeded() -> list[int]:
    known: list[int] = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    return [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]


def _end(number: int, _frame: FrameType | None) -> None:
    raise Ended(number)
