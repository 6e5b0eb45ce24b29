"""What a process takes: memory, time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

MEGABYTE = 1024 * 1024

MCCTL = f"{sys.executable} -m mcctl"


def shell(command: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell, in which $M is mcctl; its exit code is that of its first command."""
    line = f"set -o pipefail; {command.replace('$M', MCCTL)}"
    return subprocess.run(["bash", "-c", line], capture_output=True, check=False, env={**os.environ, **env}, timeout=60)


def script(text: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a script of bash, which ends at its first fault, with mcctl on its path."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", text],
        capture_output=True, text=True, check=False, timeout=120, env={**os.environ, **env, "PATH": path},
    )  # fmt: skip


@contextmanager
def endless(write: Callable[[Any], None]) -> Iterator[dict[str, str]]:
    """Serve an answer that goes on, to everything but token requests; yield the variables that lead to it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            write(self)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            write(self)

        do_PATCH = do_PUT = do_DELETE = do_POST  # noqa: N815

        def log_message(self, *_: Any) -> None: ...

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: Any) -> None: ...  # whoever asks leaves early

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield {"MCCTL_AUTH_URL": url, "MCCTL_REST_URL": url, "MCCTL_ACCESS_TOKEN": "t" * 20}
    finally:
        server.shutdown()


def gigabyte(handler: Any) -> None:
    """Answer with a gigabyte that is no JSON."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(1024):
        handler.wfile.write(b"[" * MEGABYTE)


def hangs(_handler: Any) -> None:
    """Answer nothing, for longer than anybody here waits."""
    time.sleep(20)


def measured(args: list[str], **env: str) -> tuple[int, bytes, int]:
    """Run mcctl; return its exit code, what it said, and how much memory it took at most, in KB."""
    program = (
        "import sys; from mcctl.cli import main; code = main()\n"
        "peak = [line for line in open('/proc/self/status') if line.startswith('VmHWM')]\n"
        "open('peak', 'w').write(peak[0].split()[1]); sys.exit(code)"
    )
    command = [sys.executable, "-c", program, *args]
    done = subprocess.run(command, env={**os.environ, **env}, capture_output=True, check=False, timeout=60)
    return done.returncode, done.stderr, int(Path("peak").read_text())
