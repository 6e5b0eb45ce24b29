"""What Marketing Cloud works on after it has answered: imports and refreshes, and how they end."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import Any

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.commands._waiting import Waiting
from mcctl.commands.sms._status import TOKEN_COLUMNS
from mcctl.errors import PartlyDone, Refused
from mcctl.reading import get, is_never, text, whole
from mcctl.session import Session

_FAILED = ("failed", "error")
_PARTLY = "completedwitherrors"
_DONE = ("completed", "complete", _PARTLY, *_FAILED)
Answer = dict[str, Any]


def following(session: Session, ask: Callable[[], Answer], columns: Columns, *words: str) -> Following[Answer]:
    """Return how an import or refresh is followed. words: of the command that asks for its state."""
    return Following(
        clock=session.clock,
        ask=ask,
        is_over=_is_done,
        show=lambda answer: session.show(answer, columns),
        judge=_judge,
        still=lambda _answer, _seconds: "It goes on when the wait ends",
        again=f"{shlex.join(['mcctl', 'sms', *words])} --wait",
    )


def begin(session: Session, answer: Answer, task: Following[Answer], waiting: Waiting) -> None:
    """Show the answer to what was started, or how it ended.

    Raises StillInProgress, Refused, PartlyDone.
    """
    started = f"Started as {text(answer, 'tokenId')}"
    task.begin(session, answer, TOKEN_COLUMNS, waiting, accepted=started, done="Started")


def _judge(answer: Answer) -> None:
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
