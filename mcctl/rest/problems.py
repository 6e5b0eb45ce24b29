"""Reading the API's error bodies, which come in several shapes and casings, and naming what they mean.

Sources: handle-errors-in-rest-api.md, rate-limiting-errors.md, error-codes.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from mcctl.errors import Look, McctlError, NotFound, NotPermitted, Refused, Unavailable
from mcctl.escaping import is_writable, writable
from mcctl.masking import mask
from mcctl.reading import first, flag, folded, get, objects, text, whole

if TYPE_CHECKING:
    from mcctl.rest.calls import Answer

_MESSAGE_KEYS = ("message", "errordetail", "errormessage", "error_description", "detail", "title", "faultstring")
_CODE_KEYS = ("errorcode", "error", "messagecode", "resultcode", "code", "faultcode")
LIST_KEYS = (
    "additionalerrors", "validationerrors", "errors", "errordetail", "error", "errormessages", "messages", "responses",
    "fault", "globalerrors", "objecterrors",
)  # fmt: skip
"""Names, in lower case, of what holds errors in an answer, one or many."""
_MESSAGES = "resultmessages"  # of the contacts and asynchronous data routes
_BAD_CLASSES = ("error", "fail", "fatal", "exception")  # what the class of such a message holds
NO_CODE = (None, 0, "0", "")
"""What stands for no error where an error code does: answers to sends have a zero always."""
BESIDE_AN_ERROR = {"message", "errorcode", "documentation", "requestid", "error_uri"}
"""Names, in lower case, of what says nothing of a success where it stands alone."""
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
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MAX_DIGITS, _MAX_NAME = 30, 2000  # characters of an id, and of a name that goes into a path
_MAX_TEXT = 500  # characters of a body that is no JSON


class Problem(NamedTuple):
    """What an error body says: the API's message and code, further messages, seconds to wait."""

    message: str
    code: str | None = None
    details: Sequence[str] = ()
    retry_after: float | None = None


def read_problem(body: Any) -> Problem | None:
    """Return the problem that a JSON body tells of, in whichever of the API's shapes; None if it is no object."""
    if isinstance(body, list):
        body = {"errors": body}
    if not isinstance(body, dict):
        return None
    values = folded(body)
    parts = [*_result_problems(values), *_problems_in(values)]
    message = next(
        (_told(values[key]) for key in _MESSAGE_KEYS if isinstance(values.get(key), str) and values[key]), ""
    )
    code = next((values[key] for key in _CODE_KEYS if isinstance(values.get(key), str | int)), None)
    if parts and not message:
        message, code = parts[0].message, parts[0].code if code in NO_CODE else code
        parts = [Problem(detail) for detail in parts[0].details] + parts[1:]
    wait = values.get("retryafter")
    return Problem(
        message=message or _told(first(values, "message") or ""),
        code=None if code is None else str(code),
        details=[text for part in parts for text in (part.message, *part.details) if text and text != message],
        retry_after=float(wait) if isinstance(wait, int | float) and 0 <= wait < 1e9 else None,
    )


def problem_in_success(body: Any) -> Problem | None:
    """Return the problem that hides in the body of a 2xx answer to a read, or None where the answer is a success.

    An error code beside a message, an OAuth error, a list of errors, an error among the resultMessages. A code of zero
    is none, unless there is nothing but its message: what was asked for is missing then.
    """
    return _hidden(body, is_write=False)


def problem_in_write(body: Any) -> Problem | None:
    """Return the same for the answer to a write, which may hold no more than a message: a code of zero is none."""
    return _hidden(body, is_write=True)


def _hidden(body: Any, *, is_write: bool) -> Problem | None:
    if not isinstance(body, dict):
        return None
    values = folded(body)
    has_list = any(isinstance(values.get(key), list | dict) and values[key] for key in ("errors", "errormessages"))
    has_more = flag(values.get("haserrors")) or "error_description" in values or bool(_bad_messages(values))
    failed = has_list or has_more or (is_write and _says_failure(values))
    return read_problem(body) if failed or _tells_code(values, zero_counts=not is_write) else None


def _says_failure(values: dict[str, Any]) -> bool:
    """Whether the answer to a write says that it failed, without the parts that an error usually has."""
    status, code = values.get("status"), values.get("errorcode")
    said = isinstance(status, str) and status.lower() in ("error", "failed", "failure")
    http = any(_is_failed_status(values.get(name)) for name in ("statuscode", "status", "code"))
    return said or http or values.get("success") is False or bool(values.get("error")) or code not in NO_CODE


def _is_failed_status(value: Any) -> bool:
    """Whether a number is the HTTP status of a failure; as text it may be a code of another kind."""
    return isinstance(value, int) and 400 <= value < 600


def _tells_code(values: dict[str, Any], *, zero_counts: bool) -> bool:
    """Whether there is an error code beside a message; a zero may count where there is a message and nothing else."""
    code, message = values.get("errorcode"), first(values, *_MESSAGE_KEYS[:3])
    if code not in NO_CODE:
        return message is not None or "message" in values
    return zero_counts and code is not None and message is not None and values.keys() <= BESIDE_AN_ERROR


def nothing_hides(_body: Any) -> None:
    """Take every 2xx answer for a success: for operations whose bodies tell of errors in a way of their own."""


def _bad_messages(values: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the errors among the resultMessages."""
    return [one for one in _messages(values) if any(bad in text(one, "resultClass").lower() for bad in _BAD_CLASSES)]


def _messages(values: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the resultMessages, which stand as they are, or each in a resultMessage object."""
    return objects([get(one, "resultMessage") or one for one in objects(values.get(_MESSAGES))])


def _result_problems(values: dict[str, Any]) -> list[Problem]:
    """Return what the resultMessages say: the errors; where there are none, but it has errors, all of them."""
    told = _bad_messages(values) or (_messages(values) if flag(values.get("haserrors")) else [])
    return [Problem(_told(text(one, "message")), text(one, "resultCode") or None) for one in told]


def _problems_in(values: dict[str, Any]) -> list[Problem]:
    """Return the problems in lists of errors, and in an error that is an object, or one for each name."""
    found: list[Problem] = []
    for key in LIST_KEYS:
        value = values.get(key)
        if isinstance(value, list):
            found += map(_problem_of, value)
        elif isinstance(value, dict):
            whole = read_problem(value)
            named = [Problem(f"{name}: {_told(one)}") for name, one in value.items()]
            found += [whole] if whole and whole.message else named
    return found


def _problem_of(item: Any) -> Problem:
    if text(item, "objectName"):
        return Problem(_told(_of_object(item)))
    problem = read_problem(item) if isinstance(item, dict) else None
    return problem if problem and problem.message else Problem(_told(item))


def _of_object(item: Any) -> str:
    """Return an error of the legacy services: what is wrong with which object."""
    pairs = [f"{text(one, 'key')} {text(one, 'value')}".strip() for one in objects(get(item, "additionalInfo.pairs"))]
    about = f" ({', '.join(pairs)})" if pairs else ""
    return f"{text(item, 'objectName')}: {text(item, 'error')}{about}"


def _told(value: Any) -> str:
    """Return what an error says as text that can be written; several may be joined as in a page."""
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return writable(_BREAK.sub("; ", told))


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
        details=list(problem.details),
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
    found = get(answer, name)
    if found is None and (whole(get(answer, "count")) == 0 or name in folded(answer)):
        return []  # tenants leave out a list in which there is nothing, or say null
    if not isinstance(found, list) or (found and not objects(found)):
        raise Unavailable(f"The answer is not of the documented form: {name} is no list of objects")
    return objects(found)


def is_uuid(text: str) -> bool:
    """Whether `text` is of the form of a GUID."""
    return bool(_UUID.fullmatch(text))


def text_problem(text: str) -> Problem:
    """Return the problem of an answer that is not JSON, such as a proxy's page."""
    short = mask(" ".join(text.split()))
    return Problem(short if len(short) <= _MAX_TEXT else short[:_MAX_TEXT] + "...")


def _hint(kind: type[McctlError], status: int) -> str | Look:
    if kind is NotPermitted:
        return Look("login", before="See what this login may do: ")
    if status == 596:
        return "There is no such route; look at the path"
    if kind is Unavailable:
        return "Nothing is wrong with the command; run it again later"
    return ""
