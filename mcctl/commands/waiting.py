"""Waiting for what Marketing Cloud does in its own time, by asking now and then."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

POLL_SECONDS = 1.0
WAIT_SECONDS = 300.0
_Answer = TypeVar("_Answer")

WaitOption = Annotated[bool, typer.Option("--wait", help="Wait until it is through.", show_default=False)]
WaitTimeoutOption = Annotated[
    float, typer.Option("--wait-timeout", metavar="SECONDS", min=0, help="Wait this long at most.")
]


def wait_options(
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait until it is known what became of it.", show_default=False)
    ] = False,
    wait_timeout: Annotated[
        float, typer.Option("--wait-timeout", metavar="SECONDS", min=0, help="Wait this long at most.")
    ] = WAIT_SECONDS,
) -> None:
    """Declare the options of a send; their values go to the session."""


def wait_until(
    ask: Callable[[], _Answer], is_done: Callable[[_Answer], bool], *, seconds: float, pause: float = POLL_SECONDS
) -> tuple[_Answer, bool]:
    """Ask until the answer is the last one, for so many seconds at most; return the answer, and whether it is."""
    deadline = time.monotonic() + seconds
    while True:
        answer = ask()
        if is_done(answer):
            return answer, True
        if time.monotonic() + pause > deadline:
            return answer, False
        time.sleep(pause)
