"""What Marketing Cloud works on after it has answered: imports and refreshes, and how they end."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from mcctl.commands import Context
from mcctl.commands.sms_status import TOKEN_COLUMNS
from mcctl.commands.waiting import wait_until
from mcctl.errors import PartlyDone, Refused, StillInProgress
from mcctl.reading import get, is_never, text, whole

if TYPE_CHECKING:
    from mcctl.output import Columns

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


def begin(ctx: Context, answer: Answer, task: Task, *, wait: bool, seconds: float) -> None:
    """Show the answer to what was started, or with `wait` how it ended.

    Raises StillInProgress, Refused, PartlyDone.
    """
    if ctx.obj.dry_run or not wait:
        ctx.obj.show(answer, TOKEN_COLUMNS)
        ctx.obj.done("Started", next_command=task.command)
        return
    ctx.obj.output.note(f"Started as {text(answer, 'tokenId')}")
    _wait(ctx, task, seconds, accepted=f"{task.command} --wait")


def show_state(ctx: Context, task: Task, *, wait: bool, seconds: float) -> None:
    """Show a state now, or with `wait` the last one. Raises as `begin`."""
    if wait:
        _wait(ctx, task, seconds, accepted="")
    else:
        ctx.obj.show(task.ask(), task.columns)


def _wait(ctx: Context, task: Task, seconds: float, *, accepted: str) -> None:
    answer, done = wait_until(task.ask, _is_done, seconds=seconds, accepted=accepted)
    ctx.obj.show(answer, task.columns)
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
