"""Waiting for what Marketing Cloud does in its own time, by asking now and then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, NamedTuple, TypeVar

import typer

from mcctl.clock import Clock
from mcctl.commands._times import seconds_of
from mcctl.errors import Interrupted, McctlError, StillInProgress

POLL_SECONDS = 1.0
WAIT_SECONDS = 300.0
_Answer = TypeVar("_Answer")


def wait_option(told: str) -> Any:
    """Return the option of how long is waited. told: its default, in words."""
    return typer.Option(
        "--wait-timeout",
        parser=seconds_of("--wait-timeout"),
        metavar="DURATION",
        help=f"Wait this long at most, such as 90s; {told} if not given.",
        show_default=False,
    )


WaitTimeoutOption = Annotated[float, wait_option("5m")]


class Wait(NamedTuple):
    """Whether to wait for the end of something."""

    wait: Annotated[bool, typer.Option("--wait", help="Wait until it has ended.", show_default=False)] = False
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS


class SendWait(NamedTuple):
    """Whether to wait for what becomes of a send."""

    wait: Annotated[
        bool, typer.Option("--wait", help="Wait until it is known what became of it.", show_default=False)
    ] = False
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS


Waiting = Wait | SendWait


def wait_until(
    ask: Callable[[], _Answer],
    is_done: Callable[[_Answer], bool],
    *,
    clock: Clock,
    seconds: float,
    pause: float = POLL_SECONDS,
    accepted: str = "",
) -> tuple[_Answer, bool]:
    """Ask until the answer is the last one, for so many seconds at most; return the answer, and whether it is.

    accepted: the command that asks again, where what is waited for was accepted by this command: whatever goes wrong
    now, it must not be run again, so that it is StillInProgress. Raises Interrupted, and what `ask` raises.
    """
    try:
        return _poll(ask, is_done, clock, seconds, pause)
    except KeyboardInterrupt as signal:
        hint = f"It was accepted: {accepted}" if accepted else ""
        raise Interrupted.by(signal, "Interrupted while waiting", hint) from None
    except McctlError as error:
        if not accepted:
            raise
        told = "It was accepted, but how it goes on cannot be asked now"
        raise StillInProgress(told, accepted, details=[error.message, *error.details]) from error


def _poll(
    ask: Callable[[], _Answer], is_done: Callable[[_Answer], bool], clock: Clock, seconds: float, pause: float
) -> tuple[_Answer, bool]:
    deadline = clock.monotonic() + seconds
    while True:
        answer = ask()
        if is_done(answer):
            return answer, True
        if clock.monotonic() + pause > deadline:
            return answer, False
        clock.sleep(pause)
