"""A receiver of event notifications."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


class Hook:
    """A receiver that answers as it is told, and remembers what it was sent."""

    def __init__(self) -> None:
        self.status = 200
        self.posts: list[tuple[Any, dict[str, str], bytes]] = []
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hook.posts.append((json.loads(body), dict(self.headers), body))
                self.send_response(hook.status)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def events(self) -> list[dict[str, Any]]:
        """Return the events received, after the probe."""
        return [event for body, _, _ in self.posts if isinstance(body, list) for event in body]

    def close(self) -> None:
        """Receive nothing more."""
        self.server.shutdown()
        self.server.server_close()
