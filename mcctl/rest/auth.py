"""Access tokens: asking for one, keeping it as long as it lives, renewing it once at a time.

A token stands for exactly one business unit. Marketing Cloud advises at most one token per 20 minutes, so a token
is shared between the processes of one login and business unit (best-practices-to-prevent-rate-limiting.md).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from mcctl.clock import MACHINE, Clock
from mcctl.errors import Unavailable
from mcctl.masking import protect
from mcctl.rest.calls import Call, Retry, encode, unreadable
from mcctl.rest.problems import check

if TYPE_CHECKING:
    from mcctl.rest.client import Client
    from mcctl.rest.http import Sender


class Grant(NamedTuple):
    """A server-to-server login. account_id: the business unit's MID; None means the integration's own.

    scope: space-separated; None means all that the installed package has.
    """

    auth_url: str
    client_id: str
    client_secret: str
    account_id: str | None = None
    scope: str | None = None


class Token(NamedTuple):
    """An access token. issued_at, expires_at: Unix time, seconds."""

    access_token: str
    issued_at: float
    expires_at: float
    scope: str = ""

    def is_fresh(self, now: float) -> bool:
        """Whether it can still be used. now: Unix time, seconds."""
        return self.issued_at <= now < self.expires_at

    @classmethod
    def from_json(cls, kept: Any) -> Token:
        """Return the token that a store kept. Raises ValueError for what is none."""
        if not isinstance(kept, dict):
            raise ValueError("no token")
        token, scope, times = kept.get("access_token"), kept.get("scope", ""), _times(kept)
        if not isinstance(token, str) or not isinstance(scope, str) or times is None:
            raise ValueError("no token")
        return cls(token, *times, scope)

    def as_json(self) -> dict[str, Any]:
        """Return what a store keeps."""
        return self._asdict()


_LONGEST_LIFE, _LAST_MOMENT = 1e9, 1e12  # seconds; more is no number that a clock has


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _times(kept: dict[str, Any]) -> tuple[float, float] | None:
    found: tuple[Any, Any] = (kept.get("issued_at"), kept.get("expires_at"))
    is_time = all(_is_number(one) and 0 <= one < _LAST_MOMENT for one in found)
    return (float(found[0]), float(found[1])) if is_time else None


class TokenStore(Protocol):
    """Where a token waits for the next process."""

    def load(self) -> Token | None:
        """Return the token kept, fresh or not."""

    def save(self, token: Token) -> None:
        """Keep `token`."""

    def lock(self) -> AbstractContextManager[object]:
        """Hold off every other process of the same login and business unit."""


class MemoryStore:
    """Keeps a token for this process only: credentials from the environment leave no trace."""

    def __init__(self) -> None:
        self._token: Token | None = None
        self._lock = Lock()

    def load(self) -> Token | None:
        """Return the token of this process."""
        return self._token

    def save(self, token: Token) -> None:
        """Keep `token`."""
        self._token = token

    def lock(self) -> AbstractContextManager[object]:
        """Hold off the other threads; there are no other processes."""
        return self._lock


class Tokens:
    """The tokens of one login and business unit. issue: asks Marketing Cloud for a new one."""

    def __init__(self, issue: Callable[[], Token], store: TokenStore, clock: Clock = MACHINE) -> None:
        self._clock = clock
        self._issue = issue
        self._store = store
        self._current: Token | None = None

    def current(self) -> str:
        """Return a token that is fresh by the wall clock. Raises what `issue` raises."""
        return self.current_token().access_token

    def current_token(self) -> Token:
        """Return the token in use with its dates and scopes. Raises what `issue` raises."""
        token = self._current or self._store.load()
        if token is None or not token.is_fresh(self._clock.time()):
            return self._renewed(stale="")
        return self._use(token)

    def renew(self, stale: str) -> str:
        """Return a token other than `stale`, which was refused: another process's, or a new one."""
        return self._renewed(stale).access_token

    def _renewed(self, stale: str) -> Token:
        with self._store.lock():
            token = self._store.load()
            if token is None or not token.is_fresh(self._clock.time()) or token.access_token == stale:
                token = self._issue()
                self._store.save(token)
        return self._use(token)

    def _use(self, token: Token) -> Token:
        protect(token.access_token)
        self._current = token
        return token


def request_token(sender: Sender, grant: Grant) -> Token:
    """Ask for an access token with client credentials.

    POST {auth host}/v2/token (access-token-s2s.md, rest-api-v1-reference.md).
    `expires_in` is about 1080 s, two minutes short of the token's real life of 1200 s, and is used to its end.

    Raises NotPermitted (unknown client, wrong secret, business unit not enabled for the integration), Refused
    (a scope that the package lacks), Unavailable.
    """

    optional = {"scope": grant.scope, "account_id": grant.account_id}
    body = {
        "grant_type": "client_credentials",
        "client_id": grant.client_id,
        "client_secret": protect(grant.client_secret),
        **{name: value for name, value in optional.items() if value is not None},
    }
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    # A second token does no harm, so the request is repeated like a read.
    call = Call("POST", f"{grant.auth_url}/v2/token", Retry.SAFE, encode(body), headers)
    issued_at = sender.clock.time()
    told = sender.send(call)
    try:
        answer = check(told, call.route)
    except ValueError as error:
        raise unreadable(call, f"is not JSON: {error}") from error
    if not _is_token(answer):
        raise Unavailable(f"{grant.auth_url} answered without an access token; is it an authentication host?")
    return Token(
        access_token=protect(answer["access_token"]),
        issued_at=issued_at,
        expires_at=issued_at + float(answer["expires_in"]),
        scope=str(answer.get("scope") or ""),
    )


def _is_token(answer: Any) -> bool:
    """Whether an answer has what a token needs: text that fits into a header, and a life in seconds."""
    if not isinstance(answer, dict):
        return False
    token: Any = answer.get("access_token")
    life: Any = answer.get("expires_in")
    in_header = isinstance(token, str) and bool(token) and token.isascii() and token.isprintable()
    return in_header and _is_number(life) and bool(0 < life < _LONGEST_LIFE)


def get_user_info(client: Client) -> dict[str, Any]:
    """Return who the token stands for: user, organization, application, scopes, permissions.

    GET {auth host}/v2/userinfo (get-yoursubdomainauthmarketingcloudapiscomv2userinfo.md).
    Raises NotPermitted when the token is not accepted.
    """
    info: dict[str, Any] = client.request("GET", f"{client.auth_url}/v2/userinfo", retry=Retry.SAFE, ids=())
    return info
