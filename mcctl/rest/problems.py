"""Reading the API's error bodies, which come in several shapes and casings, and naming what they mean.

Sources: handle-errors-in-rest-api.md, rate-limiting-errors.md, error-codes.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mcctl.errors import McctlError, NotFound, NotPermitted, Refused, Unavailable
from mcctl.escaping import is_writable, writable
from mcctl.masking import mask

if TYPE_CHECKING:
    from mcctl.rest.calls import Answer

_MESSAGE_KEYS = ("message", "error_description", "detail", "title")
_CODE_KEYS = ("errorcode", "error", "messagecode")
_DETAIL_KEYS = ("additionalerrors", "validationerrors", "errors", "errordetail")
_MESSAGES = "resultmessages"  # of the contacts and asynchronous data routes
_BY_STATUS: dict[int, type[McctlError]] = {
    401: NotPermitted,
    403: NotPermitted,
    404: NotFound,
    408: Unavailable,
    429: Unavailable,
    501: Refused,
    596: NotFound,
}
_BY_CODE: dict[str, type[McctlError]] = {
    **dict.fromkeys(("20000", "20001", "20002", "40000", "40001", "40002", "40003"), NotPermitted),
    **dict.fromkeys(("30003", "CustomObjectNotFound", "AsyncRequestStatusNotFound"), NotFound),
    **dict.fromkeys(("50100", "50200", "50300"), Unavailable),
}
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MAX_DIGITS, _MAX_NAME = 30, 2000  # characters of an id, and of a name that goes into a path
_MAX_TEXT = 500  # characters of a body that is no JSON


@dataclass(frozen=True)
class Problem:
    """What an error body says: the API's message and code, further messages, seconds to wait."""

    message: str
    code: str | None = None
    details: list[str] = field(default_factory=list)
    retry_after: float | None = None


def read_problem(body: Any) -> Problem | None:
    """Return the problem that a JSON body tells of, in whichever of the API's shapes; None if it is no object."""
    if not isinstance(body, dict):
        return None
    values = {key.lower(): value for key, value in body.items()}
    if told := _result_errors(values):
        texts = [str(one.get("message")) for one in told]
        return Problem(texts[0], str(told[0].get("resultCode")), texts[1:])
    details = [_detail(item) for key in _DETAIL_KEYS if isinstance(values.get(key), list) for item in values[key]]
    message = next((values[key] for key in _MESSAGE_KEYS if values.get(key)), None)
    if message is None and details:
        message = details.pop(0)
    code = next((values[key] for key in _CODE_KEYS if values.get(key) is not None), None)
    wait = values.get("retryafter")
    return Problem(
        message=writable(str(message or "")),
        code=None if code is None else str(code),
        details=[writable(one) for one in details],
        retry_after=float(wait) if isinstance(wait, int | float) and 0 <= wait < 1e9 else None,
    )


def problem_in_success(body: Any) -> Problem | None:
    """Return the problem that hides in the body of a 2xx answer, or None where the answer is a success.

    The default for every operation: an error code beside a message, an OAuth error, a list of errors, an error among
    the resultMessages.
    """
    if not isinstance(body, dict):
        return None
    values = {key.lower(): value for key, value in body.items()}
    has_code = values.get("errorcode") is not None and "message" in values
    has_list = isinstance(values.get("errors"), list) and bool(values["errors"])
    has_more = values.get("haserrors") is True or "error_description" in values or bool(_result_errors(values))
    return read_problem(body) if has_code or has_list or has_more else None


def nothing_hides(_body: Any) -> None:
    """Take every 2xx answer for a success: for operations whose bodies tell of errors in a way of their own."""


def _result_errors(values: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the errors among the resultMessages, which stand as they are, or each in a resultMessage object."""
    messages = values.get(_MESSAGES)
    told = messages if isinstance(messages, list) else []
    found = [one.get("resultMessage", one) for one in told if isinstance(one, dict)]
    return [one for one in found if isinstance(one, dict) and str(one.get("resultClass")).lower() == "error"]


def error_for(status: int, problem: Problem, route: str) -> McctlError:
    """Return the error to raise for an answer of `status` to `route` ("PATCH /asset/...").

    The HTTP status decides; for 2xx and plain 4xx the API's own code does.
    """
    kind = _BY_STATUS.get(status) or (Unavailable if status >= 500 else _BY_CODE.get(problem.code or "", Refused))
    said = problem.message.rstrip(".") or "no message"
    code = f", code {problem.code}" if problem.code is not None else ""
    return kind(
        f"Marketing Cloud answered {route} with: {said} (HTTP {status}{code})",
        _hint(kind, status),
        status=status,
        errorcode=problem.code,
        details=problem.details,
    )


def check(answer: Answer, route: str, problem_in: Callable[[Any], Problem | None] = problem_in_success) -> Any:
    """Return the JSON of a good answer; raise what a bad one means, a 2xx with an error inside included.

    Raises ValueError when a 2xx answer is not JSON.
    """
    if 300 <= answer.status < 400:
        where = answer.headers.get("location", "elsewhere")
        raise Refused(f"{route} was redirected to {where}; mcctl does not follow", status=answer.status)
    if not 200 <= answer.status < 300:
        raise error_for(answer.status, answer.problem(), route)
    body = answer.json()
    if problem := problem_in(body):
        raise error_for(answer.status, problem, route)
    return body


def is_id(value: Any) -> bool:
    """Whether a value can be an id: a whole number, or the digits of one (the documents disagree)."""
    if isinstance(value, str):
        return value.isascii() and value.isdecimal() and len(value) <= _MAX_DIGITS
    return isinstance(value, int) and not isinstance(value, bool)


def is_name(value: Any) -> bool:
    """Whether a value can name something: text that is not empty, and can be in a path."""
    return isinstance(value, str) and value not in ("", ".", "..") and len(value) <= _MAX_NAME and is_writable(value)


def objects_in(answer: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the list of objects that an answer has under a name. Raises Unavailable where it is none."""
    found = answer.get(name)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Unavailable(f"The answer is not of the documented form: {name} is no list of objects")
    return found


def is_uuid(text: str) -> bool:
    """Whether `text` is of the form of a GUID."""
    return bool(_UUID.fullmatch(text))


def text_problem(text: str) -> Problem:
    """Return the problem of an answer that is not JSON, such as a proxy's page."""
    short = mask(" ".join(text.split()))
    return Problem(short if len(short) <= _MAX_TEXT else short[:_MAX_TEXT] + "...")


def _detail(item: Any) -> str:
    problem = read_problem(item)
    return problem.message if problem and problem.message else str(item)


def _hint(kind: type[McctlError], status: int) -> str:
    if kind is NotPermitted:
        return "See what this login may do: mcctl auth status"
    if status == 596:
        return "There is no such route; look at the path"
    if kind is Unavailable:
        return "Nothing is wrong with the command; run it again later"
    return ""
