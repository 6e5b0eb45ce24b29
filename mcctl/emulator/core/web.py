"""What every route needs: who is asking, the body as JSON, errors in the documented shapes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

import falcon

ERROR_PAGE = "https://developer.salesforce.com/docs/atlas.en-us.mc-apis.meta/mc-apis/error-handling.htm"
MAX_BODY_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class Caller:
    """Whom a token stands for. mid: the business unit; eid: the enterprise above it."""

    mid: int
    eid: int
    client_id: str
    scopes: frozenset[str]
    user: dict[str, Any]


class Refusal(Exception):
    """An answer that is an error."""

    def __init__(self, status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        super().__init__(status)
        self.status = status
        self.body = body
        self.headers = headers or {}


def generic_problem(status: int, code: int, message: str) -> Refusal:
    """Return an error in the shape of the generic REST routes: message, errorcode, documentation."""
    return Refusal(status, {"documentation": ERROR_PAGE, "errorcode": code, "message": message})


def content_problem(status: int, code: int, message: str) -> Refusal:
    """Return an error in the shape of Content Builder: Message, ErrorCode, Documentation."""
    return Refusal(status, {"Message": message, "ErrorCode": code, "Documentation": ERROR_PAGE})


def string_errors(errors: Sequence[str]) -> Refusal:
    """Return an error in the shape of MobileConnect: every fault found, as text."""
    return Refusal(400, {"errors": list(errors)})


def sms_body(req: falcon.Request) -> dict[str, Any]:
    """Return the body, a JSON object, with its names in lower case. Raises a Refusal in the shape of MobileConnect."""
    return folded(json_body(req, lambda status, _code, message: Refusal(status, {"errors": [message]})))


def oauth_problem(status: int, error: str, description: str) -> Refusal:
    """Return an error in the shape of the authentication host."""
    body = {
        "error": error,
        "error_description": description,
        "error_uri": "https://developer.salesforce.com/docs",
    }
    return Refusal(status, body)


def database(req: falcon.Request) -> sqlite3.Connection:
    """Return the connection of the request's transaction."""
    db: sqlite3.Connection = req.env["emulator.db"]
    return db


def caller(req: falcon.Request) -> Caller:
    """Return whom the request's token stands for."""
    found: Caller = req.context.caller
    return found


def json_body(req: falcon.Request, problem: Any = content_problem) -> dict[str, Any]:
    """Return the body, which must be a JSON object. problem: the shape of the family's errors.

    Raises a Refusal: 415 for another media type, 400/10004 for what cannot be parsed.
    """
    body = _parsed(req, problem)
    if not isinstance(body, dict):
        raise problem(400, 10004, "The body must be a JSON object")
    return body


def array_body(req: falcon.Request) -> dict[str, Any]:
    """Return the one object in a body that must be an array of one. Raises a Refusal as `json_body` does."""
    body = _parsed(req, generic_problem)
    if not isinstance(body, list) or len(body) != 1 or not isinstance(body[0], dict):
        raise generic_problem(400, 10004, "The body must be a JSON array of one object")
    return body[0]


def list_body(req: falcon.Request, problem: Any = generic_problem) -> list[Any]:
    """Return the body, which must be a JSON array. Raises a Refusal as `json_body` does."""
    body = _parsed(req, problem)
    if not isinstance(body, list):
        raise problem(400, 10004, "The body must be a JSON array")
    return body


def folded(body: dict[str, Any]) -> dict[str, Any]:
    """Return an object with its names in lower case: the documents spell many of them in several ways."""
    return {name.lower(): value for name, value in body.items()}


def _parsed(req: falcon.Request, problem: Any) -> Any:
    kind = (req.content_type or "").split(";")[0].strip().lower()
    if kind != "application/json":
        raise problem(415, 10000, f"Media type {kind or '(none)'} is not supported; send application/json")
    content = req.bounded_stream.read()
    try:
        value = json.loads(content, parse_constant=_no_constant)
        if b"\\u" in content:  # which can spell half a character, which is no text
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise problem(400, 10004, f"The body cannot be parsed: {error}") from error
    return value


def query_params(req: falcon.Request) -> dict[str, str]:
    """Return the query string's parameters by lower-case name: the documents disagree on the case."""
    pairs = ((name.lower(), req.params[name]) for name in req.params)
    return {name: value[0] if isinstance(value, list) else value for name, value in pairs}


def positive(text: Any, default: int, name: str, problem: Any = content_problem) -> int:
    """Return a page number or size. Raises a 400 `problem` unless it is a whole number above 0."""
    if text is None:
        return default
    if isinstance(text, bool) or not str(text).isdecimal() or not 0 < int(text) < 2**31:
        raise problem(400, 10005, f"{name} must be a whole number above 0")
    return int(text)


def whole_number(text: str, problem: Refusal) -> int:
    """Return an id from a path. Raises `problem` unless it is a whole number that SQLite can hold."""
    if not (text.isascii() and text.isdecimal()) or len(text) > 18:
        raise problem
    return int(text)


def page_of(req: falcon.Request, default: int, most: int, problem: Any = generic_problem) -> tuple[int, int]:
    """Return the number and size of the page asked for by $page and $pageSize. Raises a 400 `problem`."""
    params = query_params(req)
    size = positive(params.get("$pagesize"), default, "$pageSize", problem)
    return positive(params.get("$page"), 1, "$page", problem), min(size, most)


def paged(items: Sequence[Any], page: int, size: int) -> dict[str, Any]:
    """Return one page of `items` in the envelope of the interaction and data routes."""
    shown = items[(page - 1) * size : page * size]
    return {"count": len(items), "page": page, "pageSize": size, "links": {}, "items": shown}


def legacy_page(req: falcon.Request, items: Sequence[Any], largest: int = 50) -> dict[str, Any]:
    """Return one page of `items` in the envelope of the legacy services, where $skip is the number of a page."""
    params = query_params(req)
    size, page = (_count(params.get(name), default) for name, default in (("$top", largest), ("$skip", 0)))
    size = min(size, largest)
    entry = items[page * size : (page + 1) * size]
    return {"startIndex": page * size, "itemsPerPage": size, "totalResults": len(items), "entry": entry}


def _count(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else default


def is_text(value: Any) -> bool:
    """Whether a value is text that can be kept: JSON can spell lone surrogates, which are none."""
    return isinstance(value, str) and is_unicode(value)


def flag_of(value: Any) -> bool | None:
    """Return a truth value that may be spelled as text, and false where there is none; None for anything else."""
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.lower())
    return value if isinstance(value, bool) else False if value is None else None


def is_unicode(text: str) -> bool:
    """Whether text can be kept: JSON can spell lone surrogates, which are no characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
