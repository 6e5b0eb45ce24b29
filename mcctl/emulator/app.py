"""The emulator as a WSGI application, and its own routes under /_emulator.

The order of every request: fault rule, token, scope, route, body, answer; each failing in the API's own shape.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import falcon

from mcctl.emulator import (
    admin,
    audit,
    auth,
    campaign,
    coverage,
    folder,
    from_address,
    personalization,
    platform,
    triggered,
)
from mcctl.emulator.admin import Admin
from mcctl.emulator.asset import app as asset
from mcctl.emulator.asset import images
from mcctl.emulator.asset.filters import add_functions
from mcctl.emulator.automation import app as automation
from mcctl.emulator.chat import app as chat
from mcctl.emulator.contact import app as contact
from mcctl.emulator.core import faults, files, state
from mcctl.emulator.core.faults import Fault
from mcctl.emulator.core.state import State, Unusable, unusable
from mcctl.emulator.core.web import MAX_BODY_BYTES, Refusal, caller, content_problem, database, generic_problem
from mcctl.emulator.de import app as de
from mcctl.emulator.ens import app as ens
from mcctl.emulator.ens import delivery
from mcctl.emulator.event import app as event
from mcctl.emulator.inbox import routes as inbox
from mcctl.emulator.journey import app as journey
from mcctl.emulator.push import app as push
from mcctl.emulator.sms import app as sms
from mcctl.emulator.tracking import app as tracking
from mcctl.emulator.tx import app as tx

APPS = tuple(
    module.APP
    for module in (
        files, auth, platform, audit, tracking, folder, asset, campaign, contact, from_address, tx, ens, de, event,
        journey, sms, chat, push, triggered, automation, personalization,
    )
)  # fmt: skip
"""In the order in which the demo account is made, and in which the clock is followed."""

_PUBLISHED = images.PUBLISHED.encode()
_FILES = _PUBLISHED.removeprefix(images.HOST.encode())
Environ = dict[str, Any]
StartResponse = Callable[..., Any]


class Emulator:
    """The emulator on the state file at `path`. A WSGI application; `admin` is its front desk.

    unusable: makes the exception to raise where the file cannot be used, of its path and the reason.
    ticking: somebody else calls `deliver` now and then; otherwise every request does at its end.
    Raises ConnectionResetError where a fault rule cuts the connection.
    """

    ticking = False

    def __init__(self, path: Path, unusable: Unusable = unusable) -> None:
        self.state = State(path, APPS, add_functions, unusable)
        self.admin = Admin(self.state, self.deliver, {kind: load for app in APPS for kind, load in app.loads.items()})
        self._web = _web()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if environ["PATH_INFO"] == inbox.HOME or environ["PATH_INFO"].startswith(admin.PREFIX):
            return list(self._web({**environ, "emulator.admin": self.admin}, start_response))
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        started: list[Any] = []
        chunks: Iterable[bytes]
        with self.state.transaction(elapse=False) as db:
            fault = faults.first_match(db, environ["REQUEST_METHOD"], environ["PATH_INFO"])
            if fault is None:
                chunks = self._process(db, environ, body, lambda *args: started.extend(args[:2]))
                self._log(db, environ, body, int(started[0].split()[0]), None)
            is_heard = delivery.is_heard(db)
        if fault is not None:
            chunks = self._with_fault(fault, environ, body, started)
        if is_heard and not self.ticking:
            self.deliver()
        start_response(*started)
        return chunks

    def _with_fault(self, fault: Fault, environ: Environ, body: bytes, started: list[Any]) -> Iterable[bytes]:
        """Return the answer to a request that a fault rule concerns. Raises ConnectionResetError."""
        cut = fault.answer.get("cut")
        if delay := fault.answer.get("delay"):
            time.sleep(delay)
        with self.state.transaction(elapse=False) as db:
            if cut == "before":
                chunks: list[bytes] = []
            elif "status" in fault.answer:
                chunks = _fault_answer(fault.answer, lambda *args: started.extend(args))
            else:
                chunks = self._process(db, environ, body, lambda *args: started.extend(args[:2]))
            self._log(db, environ, body, None if cut else int(started[0].split()[0]), fault)
        if cut in ("before", "after"):
            raise ConnectionResetError(f"cut {cut} processing")
        return _cut_midway(chunks) if cut else chunks

    @property
    def generation(self) -> str:
        """A name for the account as it is between one reset and the next."""
        with self.state.transaction(elapse=False) as db:
            return state.generation(db)

    def deliver(self) -> None:
        """Let what the clock brings happen, and notify the callbacks of it."""
        delivery.deliver(self.state)

    def _process(
        self, db: sqlite3.Connection, environ: Environ, body: bytes, start_response: StartResponse
    ) -> list[bytes]:
        self.state.elapse(db)
        here = f"{environ.get('wsgi.url_scheme', 'http')}://{environ.get('HTTP_HOST', '')}".encode()
        inner = {**environ, "wsgi.input": BytesIO(body), "emulator.db": db, "emulator.state": self.state}
        if here == images.HOST.encode():
            return list(self._web(inner, start_response))
        asked = body.replace(here + _FILES, _PUBLISHED)
        inner |= {"wsgi.input": BytesIO(asked), "CONTENT_LENGTH": str(len(asked))}
        return _with_host(self._web, inner, start_response, here)

    def _log(
        self, db: sqlite3.Connection, environ: Environ, body: bytes, status: int | None, fault: Fault | None
    ) -> None:
        state.log_request(
            db,
            self.state.secrets,
            method=environ["REQUEST_METHOD"],
            path=environ["PATH_INFO"],
            query=environ.get("QUERY_STRING", ""),
            body=body,
            status=status,
            fault=fault.id if fault else None,
        )


def _with_host(web: Any, environ: Environ, start_response: StartResponse, here: bytes) -> list[bytes]:
    """Return an answer in which the addresses of files begin with the host that was asked."""
    started: list[Any] = []
    answer = b"".join(web(environ, lambda *args: started.extend(args[:2]))).replace(_PUBLISHED, here + _FILES)
    headers = [(name, str(len(answer)) if name.lower() == "content-length" else value) for name, value in started[1]]
    start_response(started[0], headers)
    return [answer]


class _Door:
    """Lets a request in to a route whose token and scope fit."""

    def process_resource(self, req: falcon.Request, _resp: Any, resource: Any, _params: Any) -> None:
        """Find out who is asking. Raises the documented 401 and 403 Refusals."""
        if (req.content_length or 0) > MAX_BODY_BYTES:
            raise content_problem(413, 10000, "The request is larger than 4 MB")
        if getattr(resource, "public", False):
            return
        if "access_token" in req.params:
            raise generic_problem(403, 40003, "The token must not be in the URL")
        scheme, _, token = (req.get_header("Authorization") or "").partition(" ")
        found = auth.find_caller(database(req), token.strip()) if scheme.lower() == "bearer" else None
        if found is None:
            raise generic_problem(401, 0, "Not Authorized")
        req.context.caller = found
        needed = resource.scopes.get(req.method, "")  # separated by spaces; all of them are wanted
        if not set(needed.split()) <= caller(req).scopes:
            raise content_problem(403, 20002, "Insufficient privileges")


class _Index:
    """GET /_emulator."""

    public = True

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Say what this is."""
        routes = sorted(route for app in APPS for route in app.routes)
        resp.media = {"emulator": "mcctl", "time": admin.at_desk(req).clock()["time"], "routes": routes}


def _cut_midway(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the first half of an answer, and cut the connection."""
    whole = b"".join(chunks)
    yield whole[: len(whole) // 2]
    raise ConnectionResetError("cut midway")


@cache
def _web() -> Any:
    """Return the routes, which are the same for every state: what they need of it comes with the request."""
    web = falcon.App(middleware=[_Door()])
    web.req_options.strip_url_path_trailing_slash = True
    routes: dict[str, Any] = {admin.PREFIX: _Index(), **admin.ROUTES, **inbox.ROUTES}
    for app in APPS:
        routes |= app.routes
    for path, resource in routes.items():
        web.add_route(path, resource)
    web.add_sink(_not_emulated)
    web.add_error_handler(Refusal, _tell_problem)
    web.add_error_handler(falcon.HTTPMethodNotAllowed, _tell_not_allowed)
    return web


def _not_emulated(req: falcon.Request, resp: falcon.Response, **_: Any) -> None:  # noqa: ARG001
    raise _not_implemented(req, coverage.reason_against(req.path) or f"GET {admin.PREFIX} lists what it does")


def _not_implemented(req: falcon.Request, reason: str) -> Refusal:
    return generic_problem(501, 0, f"The emulator does not emulate {req.method} {req.path}. {reason}")


def _tell_problem(_req: Any, resp: falcon.Response, problem: Refusal, _params: Any) -> None:
    resp.status = problem.status
    resp.media = problem.body
    resp.set_headers(problem.headers)


def _tell_not_allowed(req: falcon.Request, resp: falcon.Response, error: Any, _params: Any) -> None:
    if reason := coverage.reason_against(req.path):
        problem = _not_implemented(req, reason)
    else:
        problem = generic_problem(405, 10000, f"{req.method} is not a method of {req.path}")
        resp.set_headers(error.headers or {})
    _tell_problem(req, resp, problem, _params)


def _fault_answer(answer: Mapping[str, Any], start_response: StartResponse) -> list[bytes]:
    body = answer.get("body", "")
    content = (body if isinstance(body, str) else json.dumps(body)).encode()
    kind = "text/plain" if isinstance(body, str) else "application/json"
    headers = {"Content-Type": kind, "Content-Length": str(len(content)), **answer.get("headers", {})}
    start_response(f"{answer['status']} Fault", [(name, str(value)) for name, value in headers.items()])
    return [content]
