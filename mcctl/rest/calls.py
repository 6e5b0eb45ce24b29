"""What a request and an answer are, and what an answer that tells too little means.

A request has at most 4 MB (intro-to-marketing-cloud-apis.md). How a failed one is repeated depends on its `Retry`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple, NoReturn
from urllib.parse import urlsplit

from mcctl.errors import InputError, Look, McctlError, OutcomeUnknown, Unavailable
from mcctl.reading import check_values
from mcctl.rest.problems import Problem, read_problem, text_problem

MAX_REQUEST_BYTES = 4 * 1024 * 1024


class Retry(Enum):
    """What may be repeated when no good answer comes. Declared where each operation is written.

    SAFE: a read; repeated on connection loss, 408, 429, and server errors that may pass.
    IDEMPOTENT: a write that leaves the same state when carried out twice; repeated likewise.
    KEYED: a write with a key of its own that the API recognises; repeated likewise.
    PLAIN: repeated only where it was certainly not carried out: connection refused, 429.
    """

    SAFE = "safe"
    IDEMPOTENT = "idempotent"
    KEYED = "keyed"
    PLAIN = "plain"


class Call(NamedTuple):
    """One request as it will leave, but for the token."""

    method: str
    url: str
    retry: Retry
    content: bytes | None = None
    headers: Mapping[str, str] = MappingProxyType({})
    find_out: str | Look = ""
    """What tells whether a write was carried out, for when its answer is lost."""
    weight: int = 1
    """How many items, such as recipients, are in it: what a rate per second counts."""

    @property
    def route(self) -> str:
        return f"{self.method} {urlsplit(self.url).path}"


class Answer(NamedTuple):
    """The status, headers and body of one answer.

    repeated: an earlier attempt of the same call may have been carried out, though no good answer to it came.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes
    repeated: bool = False

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """Return the parsed body; None if it is empty. Raises ValueError if it is not JSON, or has too many values."""
        check_values(self.content)
        try:
            return json.loads(self.content, parse_constant=_no_constant) if self.content.strip() else None
        except RecursionError as error:
            raise ValueError("nested too deeply") from error

    def problem(self) -> Problem:
        """Return what the body says went wrong."""
        try:
            return read_problem(self.json()) or text_problem(self.text)
        except ValueError:
            return text_problem(self.text)


class Planned(Exception):
    """Writes that a dry run does not send. No error, but the end of what a command does. is_list: there may be many."""

    def __init__(self, *calls: Call, is_list: bool = False) -> None:
        super().__init__("a dry run sends nothing")
        self.calls = calls
        self.is_list = is_list


def encode(body: Any) -> bytes:
    """Return `body` as JSON. Raises InputError when it is over 4 MB or holds text that is not Unicode."""
    try:
        content = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    except UnicodeEncodeError as error:
        raise InputError("The request holds text that is not valid UTF-8; nothing was sent") from error
    except RecursionError as error:
        raise InputError("The request is nested too deeply; nothing was sent") from error
    except ValueError as error:
        raise InputError("The request holds a number that is not finite; nothing was sent") from error
    check_size(len(content))
    return content


def check_size(size: int) -> None:
    """Raise InputError when a request body of `size` bytes is over the API's limit."""
    if size > MAX_REQUEST_BYTES:
        raise InputError(
            f"The request is {size:,} bytes; Marketing Cloud takes at most {MAX_REQUEST_BYTES:,} (4 MB). "
            "Nothing was sent"
        )


def unreadable(call: Call, why: str) -> McctlError:
    """Return the error for a 2xx answer that makes no sense: whether a write was carried out is then unknown."""
    if call.retry is Retry.SAFE:
        return Unavailable(
            f"The answer to {call.route} {why}", "Is a proxy or a login page between here and Marketing Cloud?"
        )
    return unknown(call, f"The answer {why}")


def unknown(call: Call, happened: str, answer: Answer | None = None) -> OutcomeUnknown:
    """Return the error for a write that may have been carried out. happened: what speaks against it."""
    problem = answer.problem() if answer else None
    return OutcomeUnknown(
        f"{happened}: {call.route} may or may not have been carried out",
        _find_out(call.find_out),
        status=answer.status if answer else None,
        errorcode=problem.code if problem else None,
        details=[problem.message] if problem and problem.message else [],
    )


def _find_out(how: str | Look) -> str | Look:
    told = "Find out before you run it again"
    if isinstance(how, Look):
        return how.after(f"{told}: ")
    return f"{told}: {how}" if how else told


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
