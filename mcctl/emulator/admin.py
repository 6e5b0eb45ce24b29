"""The front desk of the emulator: what those who rehearse look at and change. It is no part of the API."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import falcon

from mcctl.emulator import loading
from mcctl.emulator.asset import images
from mcctl.emulator.automation import runs
from mcctl.emulator.core import faults, files, state
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.app import Load
from mcctl.emulator.core.state import State
from mcctl.emulator.core.web import generic_problem
from mcctl.emulator.loading import Arrival
from mcctl.emulator.personalization import profiles
from mcctl.emulator.rendering.messages import HOST, MEMBER
from mcctl.emulator.tracking import happening

PREFIX = "/_emulator"


class Admin:
    """What is behind the emulator in `state`. deliver: lets what the clock brings happen, and be told to callbacks.

    loads: kind of object -> what puts one there.
    """

    def __init__(self, state: State, deliver: Callable[[], None], loads: Mapping[str, Load]) -> None:
        self._state = state
        self._loads = loads
        self._deliver = deliver

    def reset(self) -> None:
        """Bring back the demo account, with empty logs and outbox, no faults, and the clock on time."""
        self._state.reset()

    def load(self, mid: int, arrivals: Sequence[Arrival]) -> list[str]:
        """Become another account, and return what of it could not be taken; see `loading.load`."""
        return loading.load(self._state, self._loads, mid, arrivals)

    def outbox(self) -> list[dict[str, Any]]:
        """Return the messages that were "sent", oldest first."""
        self._deliver()
        with self._state.transaction() as db:
            return state.outbox(db)

    def messages(self, *, channel: str, words: str, size: int, offset: int) -> dict[str, Any]:
        """Return some messages, sent or not, newest first; see `state.outbox_page`."""
        self._deliver()
        with self._state.transaction() as db:
            return state.outbox_page(db, channel=channel, words=words, size=size, offset=offset)

    def message(self, number: int) -> dict[str, Any] | None:
        """Return a message, sent or not, by its id; None if there is none."""
        with self._state.transaction() as db:
            return state.outbox_message(db, number)

    def happen(self, kind: str, address: str, *, job: str = "", url: str = "") -> dict[str, Any] | None:
        """Let a reader do something with the newest e-mail to an address; see `happening.happen`."""
        with self._state.transaction() as db:
            told = happening.happen(db, kind, address, job=job, url=url)
        self._deliver()
        return told

    def requests(self) -> list[dict[str, Any]]:
        """Return what was received, oldest first."""
        with self._state.transaction() as db:
            return state.logged_requests(db)

    def newest_requests(self, count: int) -> list[dict[str, Any]]:
        """Return what was received last, newest first."""
        with self._state.transaction() as db:
            return state.logged_requests(db, direction=f"desc limit {count:d}")

    def clock(self) -> dict[str, Any]:
        """Return the time, and how far ahead of the machine's it is, in seconds."""
        with self._state.transaction() as db:
            return {"time": state.timestamp(state.now(db)), "ahead": state.clock_offset(db)}

    def strings(self) -> dict[str, Any]:
        """Return what the platform knows by itself: the business unit's name and address, and the host of its links."""
        return {"member": dict(MEMBER), "host": HOST}

    def advance(self, seconds: float) -> None:
        """Put the clock ahead, and let happen what that brings. Raises ValueError beyond a century."""
        with self._state.transaction() as db:
            state.advance_clock(db, seconds)
        self._deliver()

    def faults(self) -> list[dict[str, Any]]:
        """Return the fault rules, with how often each matched and was applied."""
        with self._state.transaction() as db:
            return faults.every(db)

    def add_fault(self, rule: Any) -> int:
        """Add a fault rule, and return its id. Raises ValueError, saying what is wrong with it."""
        with self._state.transaction() as db:
            return faults.add(db, rule)

    def clear_faults(self) -> int:
        """Remove every fault rule, and return how many there were."""
        with self._state.transaction() as db:
            return faults.clear(db)

    def files(self, mid: int = ENTERPRISE) -> list[dict[str, Any]]:
        """Return the name and length in characters of every file of a business unit."""
        with self._state.transaction() as db:
            return files.every(db, mid)

    def file(self, name: str, mid: int = ENTERPRISE) -> str | None:
        """Return the text of a file; None if there is none by that name."""
        with self._state.transaction() as db:
            return files.get(db, mid, name)

    def put_file(self, name: str, content: str, mid: int = ENTERPRISE) -> None:
        """Keep a file, in the place of one of the same name; automations that wait for it begin."""
        with self._state.transaction() as db:
            files.put(db, mid, name, content)
            runs.dropped(db, mid, name)

    def published(self, name: str) -> bytes | None:
        """Return the file behind the end of a published address; None if there is none."""
        with self._state.transaction() as db:
            return images.content_of(db, name)

    def profiles(self) -> list[dict[str, Any]]:
        """Return the profiles of Personalization Builder, with their privacy states."""
        with self._state.transaction() as db:
            return profiles(db)


def at_desk(req: falcon.Request) -> Admin:
    """Return the front desk of the emulator that a request came to."""
    desk: Admin = req.env["emulator.admin"]
    return desk


class _Route:
    """A route of the front desk, open to everybody on this machine."""

    public = True


class _Requests(_Route):
    """GET /_emulator/requests."""

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Show the request log."""
        resp.media = at_desk(req).requests()


class _Outbox(_Route):
    """GET /_emulator/outbox."""

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Show the messages that were "sent"."""
        resp.media = at_desk(req).outbox()


class _Clock(_Route):
    """GET and POST /_emulator/clock."""

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell the time and how far ahead it is, in seconds."""
        resp.media = at_desk(req).clock()

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Put the clock ahead: {"advance": seconds}."""
        seconds = _body(req).get("advance")
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not seconds >= 0:
            raise generic_problem(400, 10005, "advance must be a number of seconds, not negative")
        try:
            at_desk(req).advance(seconds)
        except ValueError as error:
            raise generic_problem(400, 10005, str(error)) from error
        self.on_get(req, resp)


class _Faults(_Route):
    """GET, POST and DELETE /_emulator/faults."""

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Show the rules."""
        resp.media = at_desk(req).faults()

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Add a rule."""
        try:
            resp.media = {"id": at_desk(req).add_fault(_body(req))}
        except ValueError as error:
            raise generic_problem(400, 10005, str(error)) from error
        resp.status = 201

    def on_delete(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Remove every rule."""
        resp.media = {"removed": at_desk(req).clear_faults()}


class _Reset(_Route):
    """POST /_emulator/reset."""

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Bring back the demo account."""
        at_desk(req).reset()
        resp.status = 204


class _File(_Route):
    """GET /_emulator/files/{name}: an image as a reader of a mail sees it."""

    def on_get(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Give the file."""
        content = at_desk(req).published(name)
        if content is None:
            raise generic_problem(404, 30003, "There is no such file")
        resp.content_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        resp.set_header("X-Content-Type-Options", "nosniff")
        resp.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
        resp.data = content


ROUTES = {
    f"{images.FOLDER}/{{name}}": _File(),
    f"{PREFIX}/requests": _Requests(),
    f"{PREFIX}/outbox": _Outbox(),
    f"{PREFIX}/clock": _Clock(),
    f"{PREFIX}/faults": _Faults(),
    f"{PREFIX}/reset": _Reset(),
}


def _body(req: falcon.Request) -> dict[str, Any]:
    try:
        body = json.loads(req.bounded_stream.read())
    except ValueError as error:
        raise generic_problem(400, 10004, f"The body cannot be parsed: {error}") from error
    if not isinstance(body, dict):
        raise generic_problem(400, 10004, "The body must be a JSON object")
    return body
