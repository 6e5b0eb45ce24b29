"""What Marketing Cloud works on after it has answered: imports and refreshes, and how they end."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import Any, NamedTuple

from mcctl.cells import Columns
from mcctl.commands._waiting import wait_until
from mcctl.commands.sms._status import TOKEN_COLUMNS
from mcctl.errors import PartlyDone, Refused, StillInProgress
from mcctl.reading import get, is_never, text, whole
from mcctl.session import Session

_FAILED = ("failed", "error")
_PARTLY = "completedwitherrors"
_DONE = ("completed", "complete", _PARTLY, *_FAILED)
Answer = dict[str, Any]


class Task(NamedTuple):
    """Something that goes on. ask: for its state. columns: of the state. words: of the command that asks again."""

    ask: Callable[[], Answer]
    columns: Columns
    words: tuple[str, ...]

    @property
    def command(self) -> str:
        """The command that shows the state once more."""
        return shlex.join(["mcctl", "sms", *self.words])


def begin(session: Session, answer: Answer, task: Task, *, wait: bool, seconds: float) -> None:
    """Show the answer to what was started, or with `wait` how it ended.

    Raises StillInProgress, Refused, PartlyDone.
    """
    if not wait:
        session.show(answer, TOKEN_COLUMNS)
        session.done("Started", next_command=task.command)
        return
    session.output.note(f"Started as {text(answer, 'tokenId')}")
    _wait(session, task, seconds, accepted=f"{task.command} --wait")


def show_state(session: Session, task: Task, *, wait: bool, seconds: float) -> None:
    """Show a state now, or with `wait` the last one. Raises as `begin`."""
    if wait:
        _wait(session, task, seconds, accepted="")
    else:
        session.show(task.ask(), task.columns)


def _wait(session: Session, task: Task, seconds: float, *, accepted: str) -> None:
    answer, done = wait_until(task.ask, _is_done, seconds=seconds, accepted=accepted)
    session.show(answer, task.columns)
    if not done:
        raise StillInProgress("It goes on when the wait ends", f"{task.command} --wait")
    if _state(answer) in _FAILED:
        raise Refused(f"It ended as {text(answer, 'status')}", "Why is told in MobileConnect only")
    invalid = whole(get(answer, "invalid"))
    if invalid or _state(answer) == _PARTLY:
        told = f"Rows that are invalid: {invalid}" if invalid else f"It ended as {text(answer, 'status')}"
        raise PartlyDone(told, "Which ones is told in MobileConnect only")


def _is_done(answer: Answer) -> bool:
    """Whether a state is the last one; a refresh has none, but a date."""
    published = get(answer, "publishDate")
    return _state(answer) in _DONE or (bool(published) and not is_never(published))


def _state(answer: Answer) -> str:
    return text(answer, "status").lower().replace(" ", "")
