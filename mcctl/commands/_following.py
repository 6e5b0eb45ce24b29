"""Following what was accepted: how far it is now, or, with --wait, how it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from mcctl.cells import Columns
from mcctl.clock import Clock
from mcctl.commands._waiting import POLL_SECONDS, Waiting, wait_until
from mcctl.errors import StillInProgress
from mcctl.session import Session

_State = TypeVar("_State")


class Following(NamedTuple, Generic[_State]):
    """Something that Marketing Cloud does in its own time.

    clock: by which is waited. ask: for its state. is_over: whether a state is the last one. show: prints one. judge:
    raises what the last one amounts to. still: what is told of one with which the wait ended, after so many seconds.
    again: the command that goes on to follow it. pause: seconds between two questions.
    """

    clock: Clock
    ask: Callable[[], _State]
    is_over: Callable[[_State], bool]
    show: Callable[[_State], None]
    judge: Callable[[_State], None]
    still: Callable[[_State, float], str]
    again: str
    pause: float = POLL_SECONDS

    def wait(self, seconds: float, *, accepted: bool = False) -> None:
        """Ask until it is over, and tell how it ended. accepted: by this command, which must not be run again.

        Raises StillInProgress after so many seconds, and what `judge` raises.
        """
        pause, hint = min(self.pause, seconds) or self.pause, self.again if accepted else ""
        state, over = wait_until(self.ask, self.is_over, clock=self.clock, seconds=seconds, pause=pause, accepted=hint)
        self.show(state)
        if not over:
            raise StillInProgress(self.still(state, seconds), self.again)
        self.judge(state)

    def tell(self, waiting: Waiting) -> None:
        """Show how far it is, or how it ended. Raises as `wait`."""
        if waiting.wait:
            self.wait(waiting.wait_timeout)
        else:
            self.show(self.ask())

    def begin(
        self,
        session: Session,
        answer: Any,
        columns: Columns | None,
        waiting: Waiting,
        *,
        accepted: str = "",
        done: str,
    ) -> None:
        """Show the answer with which it began, or how it ended.

        accepted: what is said before the wait. done: what is said where nobody waits. Raises as `wait`.
        """
        if not waiting.wait:
            session.show(answer, columns)
            session.done(done, next_command=self.again.removesuffix(" --wait"))
            return
        if accepted:
            session.output.note(accepted)
        self.wait(waiting.wait_timeout, accepted=True)
