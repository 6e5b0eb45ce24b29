"""The emulator over HTTP, on this machine only."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from waitress.channel import ClientDisconnected
from waitress.server import create_server

from mcctl.emulator.app import Emulator

HOST = "127.0.0.1"
_LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
_PLATFORM = ".marketingcloudapis.com"  # whose names a client keeps that is led here; no page of a browser has them
_THREADS = 8
_TICK_SECONDS = 0.25


def new_server(emulator: Emulator, port: int) -> tuple[Any, str]:
    """Return a server whose `run` serves until it is interrupted, and its base URL. port: 0 picks a free one.

    Raises OSError when the port cannot be had.
    """

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        # A web page that resolves its own name to this machine must not reach the emulator through a browser.
        name = _host_of(environ.get("HTTP_HOST", HOST))
        if name not in _LOCAL_NAMES and not name.endswith(_PLATFORM):
            return _refused(name, start_response)
        origin = _host_of(environ.get("HTTP_ORIGIN", "").partition("://")[2])
        if origin and origin not in _LOCAL_NAMES:
            return _refused_page(origin, start_response)
        with _cut_as_disconnect():
            answer = emulator(environ, start_response)
        return answer if isinstance(answer, list) else _cuttable(answer)

    emulator.ticking = True
    server: Any = create_server(application, host=HOST, port=port, threads=_THREADS, ident="mcctl-emulator")
    threading.Thread(target=_tick, args=[emulator, server], daemon=True).start()
    return server, f"http://{HOST}:{server.effective_port}"


def _host_of(netloc: str) -> str:
    """Return the name in a Host header, without its port."""
    return re.sub(r":\d*$", "", netloc).lower()


def _refused(name: str, start_response: Callable[..., Any]) -> list[bytes]:
    """Say why a request is not answered."""
    told = f"The Host header names {name[:200]!r}; the emulator answers as {', '.join(_LOCAL_NAMES)} and *{_PLATFORM}"
    return _told("421 Misdirected Request", told, start_response)


def _refused_page(origin: str, start_response: Callable[..., Any]) -> list[bytes]:
    """Say why a page in a browser is not answered."""
    return _told("403 Forbidden", f"The request is from a page of {origin[:200]!r}", start_response)


def _told(status: str, message: str, start_response: Callable[..., Any]) -> list[bytes]:
    body = json.dumps({"message": message, "errorcode": 0, "documentation": ""}).encode()
    start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]


@contextmanager
def _cut_as_disconnect() -> Iterator[None]:
    """Have waitress close a connection, without an answer or in the middle of it, that a fault rule cuts."""
    try:
        yield
    except ConnectionResetError as error:
        raise ClientDisconnected from error


def _cuttable(chunks: Iterable[bytes]) -> Iterator[bytes]:
    with _cut_as_disconnect():
        yield from chunks


def _tick(emulator: Emulator, server: Any) -> None:
    """Let the emulator's callbacks be notified while it is served."""
    while server.accepting:
        emulator.deliver()
        time.sleep(_TICK_SECONDS)
