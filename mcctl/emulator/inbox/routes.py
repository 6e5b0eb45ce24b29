"""The pages of the inbox: / and what it asks for under /_emulator.

A message is shown in a sandboxed frame, under a policy that runs nothing: whoever wrote it may be an attacker.
"""

from __future__ import annotations

from importlib.resources import files

import falcon

from mcctl.emulator.admin import PREFIX, at_desk
from mcctl.emulator.asset import images
from mcctl.emulator.core.web import generic_problem, positive, query_params, whole_number
from mcctl.emulator.inbox.policies import PAGE_POLICY, message_policy, protecting

HOME = "/"
MOST_MESSAGES = 200
_REQUESTS = 50
_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript"}


class _File:
    """GET of one of the files of the page."""

    public = True

    def __init__(self, name: str) -> None:
        self._name = name

    def on_get(self, _req: falcon.Request, resp: falcon.Response) -> None:
        """Give the file."""
        resp.content_type = f"{_TYPES[self._name.rpartition('.')[2]]}; charset=utf-8"
        resp.text = (files("mcctl") / "emulator" / "inbox" / self._name).read_text(encoding="utf-8")
        resp.set_headers(protecting(PAGE_POLICY))


class _Messages:
    """GET /_emulator/messages."""

    public = True

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List messages, sent or not, newest first: channel, search, page, size."""
        params = query_params(req)
        size = min(positive(params.get("size"), MOST_MESSAGES, "size", generic_problem), MOST_MESSAGES)
        page = positive(params.get("page"), 1, "page", generic_problem)
        resp.media = at_desk(req).messages(
            channel=params.get("channel", ""), words=params.get("search", ""), size=size, offset=(page - 1) * size
        )


class _Message:
    """GET /_emulator/messages/{number}."""

    public = True

    def on_get(self, req: falcon.Request, resp: falcon.Response, number: str) -> None:
        """Show a message as it was sent."""
        resp.media = _found(req, number)


class _Html:
    """GET /_emulator/messages/{number}/html."""

    public = True

    def on_get(self, req: falcon.Request, resp: falcon.Response, number: str) -> None:
        """Give the HTML part, with its images unless images=off."""
        resp.content_type = "text/html; charset=utf-8"
        resp.text = str(_found(req, number).get("html") or "").replace(images.HOST, "")
        allowed = "'none'" if query_params(req).get("images") == "off" else "'self' https: http: data:"
        resp.set_headers(protecting(f"{message_policy(allowed)}; sandbox"))


class _Newest:
    """GET /_emulator/requests/newest."""

    public = True

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Show the last requests, newest first."""
        resp.media = at_desk(req).newest_requests(_REQUESTS)


ROUTES = {
    HOME: _File("inbox.html"),
    f"{PREFIX}/inbox.css": _File("inbox.css"),
    f"{PREFIX}/inbox.js": _File("inbox.js"),
    f"{PREFIX}/messages": _Messages(),
    f"{PREFIX}/messages/{{number}}": _Message(),
    f"{PREFIX}/messages/{{number}}/html": _Html(),
    f"{PREFIX}/requests/newest": _Newest(),
}


def _found(req: falcon.Request, number: str) -> dict[str, object]:
    missing = generic_problem(404, 30003, "There is no such message")
    message = at_desk(req).message(whole_number(number, missing))
    if message is None:
        raise missing
    return message
