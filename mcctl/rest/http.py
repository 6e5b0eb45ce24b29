"""Sending requests, again where that is right, and getting answers. The only importer of httpx.

Limits are the API's own: 300 s for data retrieval, 120 s for all else (intro-to-marketing-cloud-apis.md).
"""

from __future__ import annotations

import queue
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import Thread, local
from typing import IO, TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import urlsplit

import httpx

from mcctl.clock import MACHINE, Clock
from mcctl.errors import InputError, McctlError, Unavailable
from mcctl.hosts import is_loopback
from mcctl.rest.calls import Answer, Call, Retry, unknown
from mcctl.rest.network import certificates, proxy_for
from mcctl.rest.pace import Pace
from mcctl.rest.repeating import (
    MAX_RETRY_WAIT,
    RETRY_PAUSES,
    deleted,
    gave_up,
    interrupt_as_ours,
    is_transient,
    jitter,
    leaves_open,
    retry_after,
)

if TYPE_CHECKING:
    from ssl import SSLContext

RETRIEVAL_TIMEOUT = 300.0  # seconds
OTHER_TIMEOUT = 120.0  # seconds
MAX_ANSWER_BYTES = 32 * 1024 * 1024
"""Of what is kept in memory, after unpacking. The largest answers known, pages of rows, are a tenth of it."""
_UNPACKED_AT_ONCE = 1024 * 1024  # bytes
_GRACE = 0.5  # seconds for httpx to notice by itself, and better, that the time is over
_Got = TypeVar("_Got")
_LOOK = "Look at the network, and at HTTPS_PROXY"
_SHOWN_URL = 80  # characters of one that is too long
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class Sender:
    """Sends calls, within the time limit, repeating them as their class allows.

    wsgi: a WSGI application that answers in place of the network.
    timeout: seconds to wait for an answer, repeats included; None means the API's own limits, for each attempt.
    log: told of every attempt and answer. max_rate: attempts a second; None means as many as it goes.

    May be used by several threads at a time. pace and pauses may be replaced between calls: when attempts may leave,
    and how long to wait before each repeat, in seconds. attempts: how many there were.
    """

    def __init__(
        self,
        *,
        wsgi: Any = None,
        timeout: float | None = None,
        log: Callable[[str], None] = lambda _: None,
        clock: Clock = MACHINE,
        max_rate: float | None = None,
    ) -> None:
        self.clock = clock
        self.pace = Pace(clock, requests=max_rate)
        self.pauses: tuple[float, ...] = RETRY_PAUSES
        self.is_patient = False  # whether `timeout` counts anew for each attempt, as in a long run
        self.attempts = 0
        self._wsgi = wsgi
        self._timeout = timeout
        self._log = log
        self._clients: dict[tuple[str, str], httpx.Client] = {}
        self._shared = local()  # of a thread: the deadline of all that it sends now

    @contextmanager
    def one_deadline(self) -> Iterator[None]:
        """Within it, `timeout` counts once for all that this thread sends, such as a request and its token."""
        self._shared.deadline = self._deadline()
        try:
            yield
        finally:
            self._shared.deadline = None

    def _deadline(self) -> float | None:
        """Return when, by the monotonic clock, what is sent now must be over."""
        if self._timeout is None or self.is_patient:
            return None
        shared: float | None = getattr(self._shared, "deadline", None)
        return self.clock.monotonic() + self._timeout if shared is None else shared

    def send(self, call: Call, into: IO[bytes] | None = None) -> Answer:
        """Send `call` and return its answer, whatever the status, once repeating helps no more.

        into: takes the body of a 2xx answer as it comes, in place of the answer.

        Raises Unavailable (nothing was carried out, or it was a read), OutcomeUnknown (a write may have been
        carried out), Interrupted.
        """
        lost = False  # whether an attempt so far may have been carried out without an answer
        doubtful = False  # the same, or it was answered with a server error, which does not prove the contrary
        deadline = self._deadline()
        for pause in (*self.pauses, None):
            try:
                answer = self._attempt(call, into, deadline)
            except httpx.RequestError as error:
                lost = lost or not isinstance(error, _NOT_SENT)
                doubtful = doubtful or lost
                failure = self._failure(call, error, lost=lost)
                failure.doubtful = doubtful
                wait = jitter(pause or 0)
                if pause is None or self._is_over(deadline, wait) or not _may_repeat(call, error):
                    raise failure from error
            else:
                if leaves_open(call, answer.status):
                    raise unknown(call, f"Marketing Cloud answered with HTTP {answer.status}", answer)
                if not is_transient(answer.status):
                    answer = answer._replace(repeated=doubtful)
                    return deleted(call, answer) if doubtful and call.method == "DELETE" else answer
                doubtful = doubtful or answer.status != 429
                wait = self._wait_after(answer, pause)
                if pause is None or wait > MAX_RETRY_WAIT or self._is_over(deadline, wait):
                    raise gave_up(call, answer._replace(repeated=doubtful), lost=lost, wait=wait)
            self._log(f"  again in {wait:.1f} s")
            with interrupt_as_ours(call, doubtful=doubtful):
                self.clock.sleep(wait)
        raise AssertionError("the last pause always ends the loop")

    def _wait_after(self, answer: Answer, pause: float | None) -> float:
        """Return the seconds to wait before the next attempt; a 429 slows all other calls down too."""
        wait = retry_after(answer, default=jitter(pause or 0))
        if answer.status == 429:
            self.pace.slow_down(min(wait, MAX_RETRY_WAIT))
        return wait

    def _attempt(self, call: Call, into: IO[bytes] | None, deadline: float | None) -> Answer:
        self.pace.wait(call.weight)
        self.attempts += 1
        self._log(f"> {call.method} {call.url}")
        started = self.clock.monotonic()
        limit = self._limit(call) if deadline is None else max(_GRACE / 10, deadline - started)
        client = self._client(call.url)
        request = _built(client, call, limit)

        def exchange() -> tuple[httpx.Response, bytes]:
            response = _sent(client, request)
            try:
                chunks = _within(_unpacked(response), started + limit, self.clock)
                content = _written(chunks, into, response) if into and response.is_success else _kept(chunks, call)
            finally:
                response.close()
            return response, content

        with interrupt_as_ours(call, doubtful=True):
            response, content = exchange() if self._wsgi else _in_time(exchange, limit + _GRACE)
        if response.status_code != 429:
            self.pace.went_well()
        self._log(
            f"< {response.status_code} in {(self.clock.monotonic() - started) * 1000:.0f} ms, {len(content)} bytes"
        )
        return Answer(response.status_code, response.headers, content)

    def _is_over(self, deadline: float | None, wait: float) -> bool:
        """Whether there is no time left after a wait."""
        return deadline is not None and self.clock.monotonic() + wait >= deadline

    def _limit(self, call: Call) -> float:
        return self._timeout or (RETRIEVAL_TIMEOUT if call.retry is Retry.SAFE else OTHER_TIMEOUT)

    def _client(self, url: str) -> httpx.Client:
        """Return the client for the host of a URL; what the environment says of the way there is read once."""
        parts = urlsplit(url)
        origin = parts.scheme, parts.netloc
        if origin not in self._clients:
            proxy = None if self._wsgi or is_loopback(url) else proxy_for(url)
            transport = _EmulatorTransport(app=self._wsgi) if self._wsgi else None
            verify = self._certificates if parts.scheme == "https" and not self._wsgi else False
            client = httpx.Client(transport=transport, verify=verify, trust_env=False, proxy=proxy)
            client.headers["Accept-Encoding"] = "gzip, deflate"
            self._clients[origin] = client
        return self._clients[origin]

    @cached_property
    def _certificates(self) -> SSLContext:
        return certificates()

    def _failure(self, call: Call, error: httpx.RequestError, *, lost: bool) -> McctlError:
        host = urlsplit(call.url).hostname
        if call.retry is not Retry.SAFE and lost:
            return unknown(call, f"No answer came ({_reason(error)})")
        if isinstance(error, httpx.TimeoutException):
            return Unavailable(f"{host} gave no answer to {call.route} within {self._limit(call):g} s")
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            return Unavailable(
                f"The TLS certificate of {host} is not trusted: {_reason(error)}",
                "Behind a company proxy, point SSL_CERT_FILE at its CA certificates (PEM)",
            )
        if isinstance(error, _TooLarge):
            return Unavailable(f"The answer to {call.route} is larger than {MAX_ANSWER_BYTES >> 20} MB")
        if not isinstance(error, _NOT_SENT):
            return Unavailable(f"{host} gave no whole answer to {call.route}: {_reason(error)}", _LOOK)
        return Unavailable(f"Cannot reach {host}: {_reason(error)}", _LOOK)


class _TooLarge(httpx.DecodingError):
    """An answer is larger than what is kept in memory."""


class _EmulatorTransport(httpx.WSGITransport):
    """The emulator in this process; a connection that it cuts looks as it does on the network."""

    def __init__(self, app: Any) -> None:
        # WSGI wants the bytes of a path as Latin-1; httpx gives the text that they are in UTF-8.
        def wsgi(environ: dict[str, Any], start_response: Any) -> Any:
            return app({**environ, "PATH_INFO": environ["PATH_INFO"].encode().decode("latin-1")}, start_response)

        super().__init__(app=wsgi)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        with _cut_as_protocol_error():
            answer = super().handle_request(request)
        return httpx.Response(answer.status_code, headers=answer.headers, stream=_EmulatorStream(answer))


class _EmulatorStream(httpx.SyncByteStream):
    """The body of an answer that may be cut half-way."""

    def __init__(self, answer: httpx.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _cut_as_protocol_error():
            yield from cast(httpx.SyncByteStream, self._answer.stream)

    def close(self) -> None:
        self._answer.close()


@contextmanager
def _cut_as_protocol_error() -> Iterator[None]:
    try:
        yield
    except ConnectionResetError as error:
        raise httpx.RemoteProtocolError("the connection was cut") from error


def _within(chunks: Iterator[bytes], deadline: float, clock: Clock) -> Iterator[bytes]:
    """Yield `chunks`; httpx limits the wait for each, this the wait for all of them."""
    for chunk in chunks:
        if clock.monotonic() > deadline:
            raise httpx.ReadTimeout("the answer was too slow")
        yield chunk
    if clock.monotonic() > deadline:
        raise httpx.ReadTimeout("the answer was too slow")


def _built(client: httpx.Client, call: Call, limit: float) -> httpx.Request:
    try:
        return client.build_request(
            call.method, call.url, content=call.content, headers=dict(call.headers), timeout=limit
        )
    except (httpx.InvalidURL, UnicodeError) as error:
        raise InputError(f"The request {call.method} {call.url[:_SHOWN_URL]} cannot be sent: {error}") from error


def _sent(client: httpx.Client, request: httpx.Request) -> httpx.Response:
    """Send a request. An answer whose redirection leads nowhere is no answer."""
    try:
        return client.send(request, stream=True)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise httpx.RemoteProtocolError(f"the answer redirects to no URL: {error}") from error


def _in_time(exchange: Callable[[], _Got], limit: float) -> _Got:
    """Return what `exchange` does; httpx limits the wait for each byte of an answer, this the wait for all of them."""
    got: queue.SimpleQueue[_Got | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            got.put(exchange())
        except Exception as error:  # for the thread that waits
            got.put(error)

    Thread(target=run, daemon=True).start()
    try:
        found = got.get(timeout=limit)
    except queue.Empty:
        raise httpx.ReadTimeout("the answer was too slow") from None
    if isinstance(found, Exception):
        raise found
    return found


def _unpacked(response: httpx.Response) -> Iterator[bytes]:
    """Yield the body as it was before it was compressed, a little at a time however much it was compressed."""
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing in ("", "identity"):
        yield from response.iter_raw()
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise httpx.DecodingError(f"the answer is compressed as {packing!r}, which was not asked for")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for chunk in response.iter_raw():
            while chunk:
                yield unpacker.decompress(chunk, _UNPACKED_AT_ONCE)
                chunk = unpacker.unconsumed_tail
        yield unpacker.flush()
    except zlib.error as error:
        raise httpx.DecodingError(f"the answer cannot be unpacked: {error}") from error
    if not unpacker.eof:
        raise httpx.RemoteProtocolError("the answer was cut")


def _kept(chunks: Iterator[bytes], call: Call) -> bytes:
    """Return the whole body. Raises _TooLarge."""
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > MAX_ANSWER_BYTES:
            raise _TooLarge(f"the answer to {call.route} is too large")
    return bytes(content)


def _written(chunks: Iterator[bytes], into: IO[bytes], response: httpx.Response) -> bytes:
    """Write `chunks` in the place of what an earlier attempt wrote, and return what is left of them: nothing."""
    if response.headers.get("content-encoding", "identity") != "identity":
        # Where a compressed body was cut, nobody would notice.
        raise httpx.DecodingError("the answer is compressed, though that was not asked for")
    into.seek(0)
    into.truncate()
    into.writelines(chunks)
    return b""


def _may_repeat(call: Call, error: httpx.RequestError) -> bool:
    if isinstance(error, _TooLarge):
        return False
    if isinstance(error, _NOT_SENT):
        return "CERTIFICATE_VERIFY_FAILED" not in str(error)
    return call.retry is not Retry.PLAIN and not isinstance(error, httpx.TimeoutException)


def _reason(error: httpx.RequestError) -> str:
    return str(error) or type(error).__name__
