"""The API as one login sees it: every request of every command goes through `Client.request`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

from mcctl import __version__
from mcctl.clock import Clock
from mcctl.errors import InputError, Look, McctlError, NotPermitted, Unavailable
from mcctl.escaping import is_writable
from mcctl.hosts import is_url
from mcctl.masking import MASK, masked
from mcctl.reading import get
from mcctl.rest.auth import Tokens
from mcctl.rest.calls import Answer, Call, Planned, Retry, encode, unknown, unreadable
from mcctl.rest.problems import Problem, check, is_id, is_name, problem_in_success, problem_in_write
from mcctl.rest.verdict import says_done

if TYPE_CHECKING:
    from mcctl.rest.http import Sender

if TYPE_CHECKING:
    from mcctl.rest.paging import Page

Query = Mapping[str, str | int]
JsonObject = dict[str, Any]

_ACCEPTED_AND_ERROR = "The answer may be that to a success, and holds an error"


class Client:
    """The API as one login sees it.

    rest_url, auth_url: the tenant's hosts; no other host is ever spoken to.
    tokens: where access tokens come from; asked for when the first one is needed.
    dry_run: writes are not sent; `send` raises Planned instead.
    before_write: called before every write that is sent.
    """

    def __init__(
        self,
        sender: Sender,
        *,
        rest_url: str,
        auth_url: str,
        tokens: Callable[[], Tokens],
        dry_run: bool = False,
        before_write: Callable[[], None] = lambda: None,
    ) -> None:
        self.rest_url = rest_url.rstrip("/")
        self.auth_url = auth_url.rstrip("/")
        self._sender = sender
        self._tokens = tokens
        self.dry_run = dry_run
        self._before_write = before_write
        self.writes = 0  # that were answered with a success

    @property
    def clock(self) -> Clock:
        """The clock by which what is sent waits."""
        return self._sender.clock

    def request(
        self,
        method: str,
        path: str,
        *,
        retry: Retry,
        params: Query | None = None,
        body: Any = None,
        find_out: str | Look = "",
        problem_in: Callable[[Any], Problem | None] | None = None,
        ids: tuple[str, ...] | None = None,
        names: tuple[str, ...] = (),
    ) -> Any:
        """Send a request and return the JSON of its answer.

        path: from the root of the REST host, or an absolute URL on one of the tenant's hosts.
        body: sent as JSON; at most 4 MB.
        problem_in: reads the body of a 2xx answer and returns the problem in it, if there is one; None for the usual.
        ids: the answer must be an object that has an id under each of these names; None lets any JSON pass.
        names: and text that is not empty under each of these.

        Raises InputError (too large, a strange host), NotPermitted, NotFound, Refused, Unavailable,
        OutcomeUnknown or Interrupted.
        """
        call = self.call(method, path, retry=retry, params=params, body=body, find_out=find_out)
        return self.exchange(call, problem_in, ids, names)

    def request_object(
        self,
        method: str,
        path: str,
        retry: Retry,
        body: Any = None,
        find_out: str | Look = "",
        *,
        names: tuple[str, ...] = (),
        problem_in: Callable[[Any], Problem | None] | None = None,
    ) -> JsonObject:
        """As `request`, for an answer that is an object."""
        answer: JsonObject = self.request(
            method, path, retry=retry, body=body, find_out=find_out, problem_in=problem_in, ids=(), names=names
        )
        return answer

    def delete(
        self,
        path: str,
        find_out: str | Look,
        *,
        params: Query | None = None,
        body: Any = None,
        problem_in: Callable[[Any], Problem | None] | None = None,
    ) -> JsonObject:
        """Delete something and return the answer, {} where it is no object.

        Tenants say OK, an id or nothing, as JSON or as plain text. Errors are those of `request`.
        """
        answer = self.request(
            "DELETE", path, retry=Retry.IDEMPOTENT, params=params, body=body, find_out=find_out, problem_in=problem_in
        )
        return answer if isinstance(answer, dict) else {}

    def get_page(self, page: Page) -> Any:
        """Return a page of a list, for `iterate`. Errors are those of `request`."""
        return self.request("GET", page.path, retry=Retry.SAFE)

    def exchange(
        self,
        call: Call,
        problem_in: Callable[[Any], Problem | None] | None = None,
        ids: tuple[str, ...] | None = None,
        names: tuple[str, ...] = (),
    ) -> Any:
        """Send `call` and return the JSON of its answer. Parameters and errors are those of `request`."""
        return self.judged(call, self.send(call), problem_in, ids, names)

    def judged(
        self,
        call: Call,
        answer: Answer,
        problem_in: Callable[[Any], Problem | None] | None = None,
        ids: tuple[str, ...] | None = None,
        names: tuple[str, ...] = (),
    ) -> Any:
        """Return the JSON of a good answer to `call`. Parameters and errors are those of `request`."""
        is_read = call.retry is Retry.SAFE
        try:
            body = check(answer, call.route, problem_in or (problem_in_success if is_read else problem_in_write))
        except ValueError as error:
            if not (is_read or ids or names) and says_done(answer):
                return {}
            raise unreadable(call, f"is not JSON: {error}") from error
        except McctlError as error:
            if call.retry is Retry.PLAIN and _may_be_accepted(answer, error, ids or (), names):
                raise unknown(call, _ACCEPTED_AND_ERROR, answer) from error
            raise
        if names and _tells_error(body):
            raise unknown(call, _ACCEPTED_AND_ERROR, answer)
        if body is None and _may_be_bare(call, answer, ids or (), names):
            return {}  # a 2xx without a body says that it was done
        if (ids is not None or names) and not _has(body, ids or (), names):
            raise unreadable(call, "is not of the documented form")
        return body if is_read or ids or names else _proved(call, answer, body)

    def call(
        self,
        method: str,
        path: str,
        *,
        retry: Retry,
        params: Query | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        find_out: str | Look = "",
        weight: int = 1,
    ) -> Call:
        """Return the request that `request` would send. Raises InputError where it must not leave."""
        url = self._url(path) + (_query(params, path) if params else "")
        content = None if body is None else encode(body)
        json_type = {} if content is None else {"Content-Type": "application/json"}
        own = {"Accept": "application/json", "User-Agent": f"mcctl/{__version__}", **json_type}
        return Call(method, url, retry, content, {**own, **(headers or {})}, find_out, weight)

    def send(self, call: Call, into: IO[bytes] | None = None) -> Answer:
        """Send `call` with a token, renewing the token once if it is refused, and return the answer.

        into: takes the body of a 2xx answer as it comes, in place of the answer.
        """
        if call.retry is not Retry.SAFE:
            if self.dry_run:
                raise Planned(call)
            self._before_write()
        with self._sender.one_deadline():
            tokens = self._tokens()
            token = tokens.current()
            answer = self._sender.send(_with_token(call, token), into)
            if answer.status == 401:
                again = self._sender.send(_with_token(call, tokens.renew(token)), into)
                answer = again._replace(repeated=again.repeated or answer.repeated)
        self.writes += call.retry is not Retry.SAFE and answer.status < 300
        return answer

    def _url(self, path: str) -> str:
        url = path if "://" in path else f"{self.rest_url}/{path.lstrip('/')}"
        if not is_url(url) or not is_writable(url):
            raise InputError(f"{url!r} is no URL")
        if _origin(url) not in (_origin(self.rest_url), _origin(self.auth_url)):
            raise InputError(
                f"{urlsplit(url).netloc} is not this tenant's host; no token is sent there",
                f"Give the path only; it is taken on {self.rest_url}",
            )
        return url


def _proved(call: Call, answer: Answer, body: Any) -> Any:
    """Return the body of an answer that says that a write was done. Raises OutcomeUnknown for any other."""
    if not says_done(answer):
        raise unreadable(call, "does not say that it was done")
    return body


def _may_be_bare(call: Call, answer: Answer, ids: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether a write may be answered with null: what names something new may not, and a change only with no body."""
    if call.retry is Retry.SAFE or names:
        return False
    return not ids or (call.retry is not Retry.PLAIN and not answer.content.strip())


def _may_be_accepted(answer: Answer, error: McctlError, ids: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether an answer with an error may be that to something done: it holds what only the answer to that does."""
    try:
        body = answer.json()
    except ValueError:
        return False
    is_success = answer.status < 300
    marks = (*ids, *names) if is_success else names
    has_mark = any(get(body, name) for name in marks)
    return has_mark or (is_success and isinstance(error, Unavailable))


def _tells_error(body: Any) -> bool:
    """Whether an answer names an error, in whatever form."""
    return isinstance(body, dict) and any(value for name, value in body.items() if name.lower() in ("error", "errors"))


def _has(body: Any, ids: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether an answer is an object with what it must have."""
    if not isinstance(body, dict):
        return False
    return all(is_id(get(body, name)) for name in ids) and all(is_name(get(body, name)) for name in names)


def segment(text: str) -> str:
    """Return `text` as one segment of a path. Raises InputError for what would name another path."""
    if text in ("", ".", "..") or not is_writable(text):
        raise InputError(f"{text!r} cannot name anything")
    return quote(text, safe="")


def preview(call: Call) -> dict[str, Any]:
    """Return the request as a dry run shows it: method, url, headers with the token masked, body."""
    request: dict[str, Any] = {
        "method": call.method,
        "url": call.url,
        "headers": {"Authorization": f"Bearer {MASK}", **call.headers},
    }
    if call.content is not None:
        request["body"] = masked(json.loads(call.content))
    return request


def _with_token(call: Call, token: str) -> Call:
    if not (token.isascii() and token.isprintable() and token.strip() == token):
        raise NotPermitted(
            "The token or API key holds a line break, or another character that none has; nothing was sent"
        )
    return call._replace(headers={**call.headers, "Authorization": f"Bearer {token}"})


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


def _query(params: Query, path: str) -> str:
    # The API documents %20 for a space, where urlencode's default is a plus sign.
    return ("&" if "?" in path else "?") + urlencode(params, quote_via=quote, safe="$,:'")


class Api:
    """The routes of an app. client: of the business unit in use."""

    def __init__(self, client: Client) -> None:
        self.client = client
