"""The page on which a message is looked at: served to this machine's browser, or written as files.

The message is hostile until proved otherwise: it stands in a sandboxed frame, under a policy that runs nothing and
sends nothing but for its images; the page is answered to nobody who does not know its token.
"""

from __future__ import annotations

import base64
import json
import mimetypes
import re
import secrets
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from mcctl.commands._browser import open_browser
from mcctl.commands.asset._preview import Message, Preview, place_json
from mcctl.config import EMULATOR
from mcctl.emulator.inbox.policies import PAGE_POLICY, message_policy, protecting
from mcctl.errors import InputError, McctlError
from mcctl.files import write_file
from mcctl.session import Session

_HOST = "127.0.0.1"
_NAMES = (_HOST, "localhost")
_PUBLISHED = re.compile(r"http://emulator\.localhost/_emulator/files/([\w.-]+)")
_MAIL = re.compile(r"mail-(\d{1,4})(-plain)?\.html")
_IMAGES, _NO_IMAGES = "https: http: data:", "'none'"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json"}
_FIXED = ("preview.css", "preview.js")


class Shown(NamedTuple):
    """What is to be seen at a moment. version: another one whenever something has changed."""

    version: str
    previews: list[Preview]


class Page:
    """A message and how it comes out. again: renders it anew. with_images: puts images into a page."""

    def __init__(
        self,
        message: Message,
        previews: list[Preview],
        again: Callable[[], list[Preview]],
        with_images: Callable[[str], str],
    ) -> None:
        self.name = message.name
        self._is_email = message.is_email
        self._with_images = with_images
        self._again = again
        self._lock = Lock()
        self._shown = Shown("0", previews)
        self._stamp = ""

    def look(self, watched: Path | None) -> Shown:
        """Return what is to be seen: rendered again where the watched file has changed."""
        with self._lock:
            stamp = _stamp(watched) if watched else ""
            if stamp != self._stamp:
                if self._stamp:
                    self._render(stamp)
                self._stamp = stamp
            return self._shown

    def _render(self, version: str) -> None:
        try:
            self._shown = Shown(version, self._again())
        except McctlError as error:
            broken = self._shown.previews[0]._replace(
                views={}, warnings=[{"message": error.message, **place_json(None)}]
            )
            self._shown = Shown(version, [broken])

    def mail(self, one: Preview) -> str:
        """Return the HTML of a preview, with the images that nobody but mcctl has."""
        return self._with_images(one.views.get("html", ""))

    def data(self, shown: Shown, *, is_watched: bool) -> str:
        """Return what the page shows, as JSON that can stand in a script."""
        people = [one.as_json() for one in shown.previews]
        told = {
            "name": self.name,
            "isEmail": self._is_email,
            "version": shown.version,
            "watched": is_watched,
            "people": people,
        }
        return json.dumps(told).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def images_of(session: Session) -> Callable[[str], str]:
    """Return what puts the images into a page that only the emulator in this process has."""
    if session.settings.profile != EMULATOR:
        return lambda html: html

    def inlined(found: re.Match[str]) -> str:
        content = session.emulator.admin.published(found[1])
        kind = mimetypes.guess_type(found[1])[0] or "application/octet-stream"
        return found[0] if content is None else f"data:{kind};base64,{base64.b64encode(content).decode()}"

    return lambda html: _PUBLISHED.sub(inlined, html)


def serve(session: Session, page: Page, *, port: int, is_opened: bool, watched: Path | None) -> None:
    """Serve a page until Ctrl-C; its address goes to stdout. is_opened: in the user's browser. Raises InputError."""
    token = secrets.token_urlsafe(24)
    handler = type("Handler", (_Handler,), {"page": page, "token": token, "watched": watched})
    try:
        server = ThreadingHTTPServer((_HOST, port), handler)
    except OSError as error:
        raise InputError(
            f"Cannot serve on port {port}: {error.strerror or error}", "Choose another: --port 0"
        ) from error
    server.daemon_threads = True
    page.look(watched)
    address = f"http://{_HOST}:{server.server_port}/?token={token}"
    session.output.lines([address])
    session.output.flush()
    session.output.note("Serving the preview; stop with Ctrl-C")
    if is_opened:
        open_browser(session, address)
    with server:
        server.serve_forever(poll_interval=0.2)


def write_files(session: Session, page: Page, folder: Path) -> None:
    """Write a page as files: index.html is to be opened. Raises InputError."""
    shown = page.look(None)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"Cannot make {folder}: {error.strerror or error}") from error
    contents = {
        "index.html": _page(""),
        "data.js": f"window.previewData = {page.data(shown, is_watched=False)};\n",
        **{name: _asset(name) for name in _FIXED},
    }
    for number, one in enumerate(shown.previews):
        html = page.mail(one)
        contents[f"mail-{number}.html"] = _with_policy(html, _IMAGES)
        contents[f"mail-{number}-plain.html"] = _with_policy(html, _NO_IMAGES)
        contents |= {f"mail-{number}.{part}.txt": text for part, text in one.views.items() if part != "html"}
    for name, content in contents.items():
        write_file(folder / name, content.encode("utf-8", "replace"), overwrite=True)
    session.done(f"Wrote {folder / 'index.html'}")
    for one in shown.previews:
        one.check()


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return "gone"
    return f"{found.st_mtime_ns}-{found.st_size}"


def _asset(name: str) -> str:
    return (files("mcctl") / "pages" / name).read_text(encoding="utf-8")


def _page(query: str) -> str:
    return _asset("preview.html").replace("@@QUERY@@", query)


def _with_policy(html: str, images: str) -> str:
    """Return a mail that keeps its policy where nobody sends it as a header."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{message_policy(images)}">'
    return f'<meta charset="utf-8">{policy}\n{html}'


class _Handler(BaseHTTPRequestHandler):
    """Answers whoever knows the token, under the names of this machine."""

    page: Page
    token: str
    watched: Path | None
    protocol_version = "HTTP/1.1"
    server_version = "mcctl"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer one request."""
        host = self.headers.get("Host") or ""
        asked = urlsplit(self.path)
        given = parse_qs(asked.query).get("token", [""])[0]
        if re.sub(r":\d*$", "", host).lower() not in _NAMES:
            self._answer(421, "text/plain", "The Host header names another machine\n")
        elif not secrets.compare_digest(given.encode(), self.token.encode()):
            self._answer(403, "text/plain", "The address needs the token that mcctl printed\n")
        else:
            self._found(asked.path.lstrip("/") or "index.html")

    def _found(self, path: str) -> None:
        shown, is_watched = self.page.look(self.watched), self.watched is not None
        mail = _MAIL.fullmatch(path)
        if path == "index.html":
            self._answer(200, "text/html", _page(f"?token={self.token}"), PAGE_POLICY)
        elif path in _FIXED:
            self._answer(200, _TYPES[Path(path).suffix], _asset(path))
        elif path == "data.js":
            data = self.page.data(shown, is_watched=is_watched)
            self._answer(200, _TYPES[".js"], f"window.previewData = {data};")
        elif path == "data.json":
            self._answer(200, _TYPES[".json"], self.page.data(shown, is_watched=is_watched))
        elif mail and int(mail[1]) < len(shown.previews):
            html = self.page.mail(shown.previews[int(mail[1])])
            policy = message_policy(_NO_IMAGES if mail[2] else _IMAGES)
            self._answer(200, "text/html", html, f"{policy}; sandbox")
        else:
            self._answer(404, "text/plain", "There is nothing here\n")

    def _answer(self, status: int, kind: str, text: str, policy: str = "default-src 'none'") -> None:
        body = text.encode("utf-8", "replace")
        headers = {
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Length": str(len(body)),
            **protecting(policy),
        }
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is the user's."""
