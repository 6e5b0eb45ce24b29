"""What can go wrong, and the exit code each kind ends with.

McctlError                1  unexpected
├── InputError            2  usage or invalid input; nothing was sent
├── NotFound              3
├── NotPermitted          4  not logged in, or not permitted
├── Refused               5  Marketing Cloud said no
├── Unavailable           6  down, unreachable or rate-limited after retries
├── OutcomeUnknown        7  a write whose answer never came
├── PartlyDone            8
├── StillInProgress       9  the wait ended first
├── Different            10  what was to be the same is not; only where a check was asked for
└── Interrupted         130
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any


class ExitCode(IntEnum):
    """The exit codes of every command; a part of the public interface."""

    DONE = 0
    UNEXPECTED = 1
    INPUT = 2
    NOT_FOUND = 3
    NOT_PERMITTED = 4
    REFUSED = 5
    UNAVAILABLE = 6
    OUTCOME_UNKNOWN = 7
    PARTLY_DONE = 8
    STILL_IN_PROGRESS = 9
    DIFFERENT = 10
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class Look:
    """What would tell more, for those who know no command.

    kind: of thing, in the table of hints. which: what tells it from others. before: what is said before the command.
    """

    def __init__(self, kind: str, *which: object, before: str = "") -> None:
        self.kind = kind
        self.which = which
        self.before = before

    def after(self, told: str) -> Look:
        """Return the same with something said before the command."""
        return Look(self.kind, *self.which, before=told)


class McctlError(Exception):
    """An error that is told to the user in one sentence.

    message: the sentence. hint: what to type or do next, or what to look at. status: the HTTP status, if the API
    answered. errorcode and details: the API's own code and its further messages.
    doubtful: a request may have been carried out all the same, in an earlier attempt than the one that failed.
    """

    exit_code: int = ExitCode.UNEXPECTED
    kind = "unexpected"
    doubtful = False

    def __init__(
        self,
        message: str,
        hint: str | Look = "",
        *,
        status: int | None = None,
        errorcode: str | int | None = None,
        details: list[str] | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.status = status
        self.errorcode = errorcode
        self.details = details or []

    def as_json(self) -> dict[str, Any]:
        """Return the object that `-o json` prints on stderr."""
        return {
            "error": {
                "kind": self.kind,
                "message": self.message,
                "status": self.status,
                "errorcode": self.errorcode,
                "details": self.details,
                "hint": self.hint,
            }
        }


class InputError(McctlError):
    """Usage or invalid input; nothing was sent."""

    exit_code = ExitCode.INPUT
    kind = "input"


def refuse_all(problems: Sequence[str], hint: str = "Nothing was sent") -> None:
    """Raise InputError that tells every problem, if there is one."""
    if problems:
        raise InputError(problems[0], hint, details=list(problems[1:]))


class NotFound(McctlError):
    """The thing named does not exist, or not in this business unit."""

    exit_code = ExitCode.NOT_FOUND
    kind = "not_found"


class NotPermitted(McctlError):
    """Not logged in, or logged in without the right to do this."""

    exit_code = ExitCode.NOT_PERMITTED
    kind = "not_permitted"


class Refused(McctlError):
    """Marketing Cloud understood the request and refused it."""

    exit_code = ExitCode.REFUSED
    kind = "refused"


class Unavailable(McctlError):
    """Unreachable, failing or rate-limited, after the retries that are safe; nothing is left half done."""

    exit_code = ExitCode.UNAVAILABLE
    kind = "unavailable"


class OutcomeUnknown(McctlError):
    """A write may or may not have been carried out: its answer never came, or does not tell."""

    exit_code = ExitCode.OUTCOME_UNKNOWN
    kind = "outcome_unknown"


class PartlyDone(McctlError):
    """Some of what was asked for was done, some was not."""

    exit_code = ExitCode.PARTLY_DONE
    kind = "partly_done"


class StillInProgress(McctlError):
    """The wait ended before the operation did."""

    exit_code = ExitCode.STILL_IN_PROGRESS
    kind = "still_in_progress"


class Different(McctlError):
    """What was to be the same is not; only where a check was asked for."""

    exit_code = ExitCode.DIFFERENT
    kind = "different"


class Interrupted(McctlError):
    """A signal, such as Ctrl-C. The exit code is 128 and the number of the signal."""

    exit_code: int = ExitCode.INTERRUPTED
    kind = "interrupted"

    @classmethod
    def by(cls, cause: object, message: str, hint: str | Look = "") -> Interrupted:
        """Return the error for an interrupt. cause: the exception; or the number of the signal."""
        error = cls(message, hint)
        number = cause if isinstance(cause, int) else getattr(cause, "number", None)
        error.exit_code = ExitCode.INTERRUPTED if number is None else 128 + number
        return error
