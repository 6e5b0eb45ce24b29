"""A receiver of Marketing Cloud's event notifications on this machine."""

from __future__ import annotations

import hashlib
import json
import queue
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import Any
from urllib.parse import urlsplit

from mcctl.copying import argument
from mcctl.errors import InputError, McctlError
from mcctl.hosts import LOOPBACK, is_url
from mcctl.rest.calls import Call, Retry
from mcctl.rest.ens import SIGNATURE_HEADER, is_signed
from mcctl.senders import new_sender
from mcctl.signals import noted

HOST = "127.0.0.1"
MAX_CALLBACKS = 20  # anybody who reaches the port can probe
MAX_BODY_BYTES = 16 * 1024 * 1024  # a thousand events are far less
_CALLBACK_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,63}")
_MAX_KEY_CHARS = 500  # of a verification key; Marketing Cloud's are a fraction of it
_REMEMBERED = 10_000  # notifications that are recognised when they come again
FORWARD_SECONDS = 1.5  # Marketing Cloud waits two seconds for an answer
_IDLE_SECONDS = 0.5
_LAST_SECONDS = 2.0  # for answers that are on their way when the listening ends


class Listener:
    """Answers probes, refuses what is not signed, and gives the events of what is.

    port: 0 picks a free one. key_of: the signature key of a callback, or None. is_awaited: whether a probe may come;
    any other is nobody's. remember: keeps the verification key that a probe brings. hosts: names besides those of this
    machine under which it may be called, such as that of a tunnel. forward_to: a URL that gets every good notification
    as it came; its failure is ours, so that Marketing Cloud tries again. note: told what the user should know.
    Raises InputError when the port cannot be had.
    """

    def __init__(
        self,
        port: int,
        *,
        key_of: Callable[[str], str | None],
        is_awaited: Callable[[], bool],
        remember: Callable[[str, str], None],
        note: Callable[[str], None],
        hosts: Sequence[str] = (),
        forward_to: str | None = None,
    ) -> None:
        self.callbacks: set[str] = set()
        self._hosts = {*LOOPBACK, *(host.lower() for host in hosts)}
        self._seen: dict[bytes, None] = {}  # digests of notifications, in the order of their coming
        self.accepted = self.refused = 0
        self._key_of = key_of
        self._is_awaited = is_awaited
        self._remember = remember
        self._note = note
        self._forward_to = forward_to
        self._sender = new_sender(timeout=FORWARD_SECONDS)
        self._sender.pauses = ()  # Marketing Cloud itself tries again
        if forward_to and not is_url(forward_to, "http", "https"):
            raise InputError(f"{forward_to!r} is not an http or https URL")
        self._events: queue.Queue[list[dict[str, Any]]] = queue.Queue()
        self._lock = Condition()
        self._in_hand = 0
        self._has_ended = False
        try:
            self._server = _Server((HOST, port), self._handler())
        except OSError as error:
            raise InputError(
                f"Cannot listen on port {port}: {error.strerror or error}", "Choose another: --port 0"
            ) from error

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{HOST}:{self._server.server_port}/"

    def events(self, limit: int | None = None) -> Iterator[dict[str, Any]]:
        """Yield the events of good notifications as they come, until Ctrl-C, or there are `limit`.

        A notification that was answered is given as a whole, so that there may be a few more.
        """
        Thread(target=self._server.serve_forever, daemon=True).start()
        told = 0
        with noted() as interrupted:
            while interrupted() is None and (limit is None or told < limit):
                with suppress(queue.Empty):
                    events = self._events.get(timeout=_IDLE_SECONDS)
                    told += len(events)
                    yield from events
            self._end()
            while not self._events.empty():
                yield from self._events.get()

    def _end(self) -> None:
        """Take no more requests, and let the answers to those in hand leave."""
        self._server.shutdown()
        with self._lock:
            self._lock.wait_for(lambda: not self._in_hand, _LAST_SECONDS)
            self._has_ended = True
        self._server.server_close()

    def admits(self, headers: Message) -> int:
        """Return 200 where a request may be from Marketing Cloud, else what to answer it with: a page of a browser that
        is led here, by its own name or as a form, is none.
        """
        host = _host_of(headers.get("Host", ""))
        origin = headers.get("Origin")
        if host not in self._hosts:
            return self._refuse(f"it is for {host!r}; name a tunnel with --host", 421)
        if origin and _host_of(urlsplit(origin).netloc) not in self._hosts:
            return self._refuse(f"it is from a page of {origin!r}", 403)
        return 200

    def answer(self, body: bytes, headers: Message) -> int:
        """Take one POST and return the status to answer it with; 500 where mcctl itself fails."""
        try:
            return self._receive(body, headers.get(SIGNATURE_HEADER), headers.get_content_type())
        except McctlError as error:
            self._note(error.message)
            return 500

    @contextmanager
    def answering(self) -> Iterator[None]:
        """A request is in hand from its body on to the last byte of its answer; the listener's end waits for it."""
        with self._lock:
            self._in_hand += 1
        try:
            yield
        finally:
            with self._lock:
                self._in_hand -= 1
                self._lock.notify_all()

    def _receive(self, body: bytes, signature: str | None, kind: str) -> int:
        try:
            told = json.loads(body)
        except (ValueError, RecursionError):
            return self._refuse("it is not JSON", 400)
        if isinstance(told, dict) and "verificationKey" in told:
            if kind != "application/json":  # which a form on a page of a browser cannot send
                return self._refuse(f"it is a probe of type {kind}", 415)
            return self._probed(told.get("callbackId"), told["verificationKey"])
        if not signature or not self._is_ours(body, signature):
            wrong = "its signature is wrong" if self.callbacks else "no callback is known here; give --callback"
            return self._refuse(wrong if signature else "it is not signed", 401)
        if self._forward_to and not self._forwarded(body, signature):
            return 502
        if self._is_known(body):
            self._note("A notification came a second time; its events are not shown again")
            return 200
        events = [event for event in (told if isinstance(told, list) else [told]) if isinstance(event, dict)]
        with self._lock:
            if self._has_ended:
                return 503  # nobody would see them; Marketing Cloud tries again
            self.accepted += len(events)
            self._events.put(events)
        return 200

    def _probed(self, callback_id: Any, key: Any) -> int:
        if not isinstance(callback_id, str) or not _CALLBACK_ID.fullmatch(callback_id):
            return self._refuse("it is a probe without the id of a callback", 400)
        if not isinstance(key, str) or not 0 < len(key) <= _MAX_KEY_CHARS:
            return self._refuse("it is a probe without a verification key", 400)
        if callback_id in self.callbacks:
            self._note(f"Callback {callback_id} was probed again; what is known of it stays")
            return 200
        if not self._is_awaited():
            return self._refuse("it is a probe, and no mcctl ens callback create waits for one; see --any-probe", 403)
        if len(self.callbacks) >= MAX_CALLBACKS:
            return self._refuse("too many callbacks were probed", 403)
        self._remember(callback_id, key)
        self.callbacks.add(callback_id)
        self._note(f"Callback {callback_id} was probed. Next: mcctl ens callback verify {argument(callback_id)}")
        return 200

    def _is_known(self, body: bytes) -> bool:
        """Whether a notification came before. Marketing Cloud sends one again only where it was not taken."""
        digest = hashlib.sha256(body).digest()
        with self._lock:
            if digest in self._seen:
                return True
            self._seen[digest] = None
            if len(self._seen) > _REMEMBERED:
                del self._seen[next(iter(self._seen))]
        return False

    def _is_ours(self, body: bytes, signature: str) -> bool:
        keys = (self._key_of(callback_id) for callback_id in sorted(self.callbacks))
        return any(is_signed(body, signature, key) for key in keys if key)

    def _refuse(self, why: str, status: int) -> int:
        with self._lock:
            self.refused += 1
        self._note(f"Refused a request: {why}")
        return status

    def _forwarded(self, body: bytes, signature: str) -> bool:
        headers = {"Content-Type": "application/json", SIGNATURE_HEADER: signature}
        try:
            answer = self._sender.send(Call("POST", str(self._forward_to), Retry.PLAIN, body, headers))
        except McctlError as error:
            return self._not_forwarded(f"HTTP {error.status}" if error.status else error.message)
        return 200 <= answer.status < 300 or self._not_forwarded(f"HTTP {answer.status}")

    def _not_forwarded(self, why: str) -> bool:
        self._note(f"Not forwarded to {urlsplit(str(self._forward_to)).hostname}: {why}")
        return False

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        admits, answer, answering = self.admits, self.answer, self.answering

        class Handler(BaseHTTPRequestHandler):
            """Hands every POST to the listener."""

            timeout = 10  # seconds that a client may take to send its request

            def do_POST(self) -> None:
                with answering():
                    self._reply()

            def _reply(self) -> None:
                length = self.headers.get("Content-Length", "")
                fits = length.isascii() and length.isdecimal() and len(length) < 9 and int(length) <= MAX_BODY_BYTES
                status = admits(self.headers) if fits else 413
                if status == 200:
                    status = answer(self.rfile.read(int(length)), self.headers)
                self.close_connection = True  # of a request that is refused, nobody reads the rest
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing: the listener tells what matters."""

        return Handler


class _Server(ThreadingHTTPServer):
    """A server that says nothing of clients that go away in the middle."""

    def handle_error(self, _request: Any, _client: Any) -> None:
        """Leave it at that: whoever was cut off tries again."""


def _host_of(netloc: str) -> str:
    """Return the name in a Host header, without its port and the brackets of an address."""
    return re.sub(r":\d*$", "", netloc.strip()).strip("[]").lower()
