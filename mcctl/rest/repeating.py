"""When a request is sent again, after how long, and what it means that one was."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime

from mcctl.errors import Interrupted, McctlError
from mcctl.rest.calls import Answer, Call, Retry, unknown
from mcctl.rest.problems import error_for

MAX_RETRY_WAIT = 120.0  # seconds; a longer Retry-After is told instead of waited for
RETRY_PAUSES = (1.0, 2.0, 4.0)  # seconds before the second, third and fourth attempt, less up to a half
_LONGEST_WAIT = 365 * 86400.0  # seconds; more is a mistake
_LASTING = {501, 505, 506, 507, 508, 510, 511, 596}
"""Server errors that the same request meets again."""


def is_transient(status: int) -> bool:
    """Whether the same request may fare better in a while."""
    return status in (408, 429) or (status >= 500 and status not in _LASTING)


def leaves_open(call: Call, status: int) -> bool:
    """Whether a status leaves it open what became of a write, and repeating it would not tell.

    501 and 596 say that there is no such route; 302 and 303 may lead to a result.
    """
    is_open = status in (302, 303, 408) or (status >= 500 and status not in (501, 596))
    return is_open and (call.retry is Retry.PLAIN or (call.retry is Retry.KEYED and not is_transient(status)))


@contextmanager
def interrupt_as_ours(call: Call, *, doubtful: bool) -> Iterator[None]:
    """Raise Interrupted for a Ctrl-C in a write; it says whether that may have been carried out, if it is doubtful."""
    try:
        yield
    except KeyboardInterrupt as signal:
        if call.retry is Retry.SAFE:
            raise
        told = "Interrupted before {} was tried again"
        if doubtful:
            told = "Interrupted: {} may have been carried out"
        raise Interrupted.by(signal, told.format(call.route), call.find_out if doubtful else "") from None


def deleted(call: Call, answer: Answer) -> Answer:
    """Return what the answer to a repeated DELETE means.

    Where it finds nothing, an attempt before it had done it, as far as can be told; where it is refused, one may have.
    Raises OutcomeUnknown.
    """
    if answer.status == 404:
        return answer._replace(status=200, content=b"")
    if answer.status == 400:
        raise unknown(call, "An earlier attempt may have done it", answer)
    return answer


def gave_up(call: Call, answer: Answer, *, lost: bool, wait: float) -> McctlError:
    if lost and call.retry is not Retry.SAFE:
        return unknown(call, "The answer to an earlier attempt never came", answer)
    if answer.repeated and call.retry is Retry.KEYED:
        return unknown(call, f"Marketing Cloud answered with HTTP {answer.status}", answer)
    error = error_for(answer.status, answer.problem(), call.route)
    error.doubtful = answer.repeated
    if wait > MAX_RETRY_WAIT:
        error.hint = f"Marketing Cloud asks to wait: run it again in {wait:.0f} seconds"
    return error


def retry_after(answer: Answer, *, default: float) -> float:
    """Seconds to wait before the next attempt: the header's (seconds or a date), else the body's, else `default`."""
    header = answer.headers.get("retry-after", "").strip()
    if header.isdecimal():
        return min(float(header), _LONGEST_WAIT)
    if header:
        try:
            return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
        except (ValueError, OverflowError):
            return default
    wait = answer.problem().retry_after
    return default if wait is None else wait


def jitter(pause: float) -> float:
    return pause * random.uniform(0.5, 1)  # noqa: S311 (spreads load, guards nothing)
