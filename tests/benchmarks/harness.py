"""What the benchmarks of bulk commands share: servers in processes of their own, and mcctl measured from outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

EMULATOR = [sys.executable, "-m", "mcctl", "emulator", "serve", "--port", "0"]


@dataclass(frozen=True)
class Target:
    """A server, a token for it, and where mcctl keeps its state."""

    url: str
    token: str
    state: Path

    def client(self) -> httpx.Client:
        """Return a plain client that is logged in."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        return httpx.Client(base_url=self.url, headers=headers, timeout=120)


@dataclass(frozen=True)
class Measured:
    """One run of mcctl: its seconds, start-up included, its peak memory in MB, and the JSON that it printed."""

    seconds: float
    peak: float
    shown: Any


@contextmanager
def served(command: list[str]) -> Iterator[Target]:
    """Run a server with nothing in it."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "MCCTL_EMULATOR_STATE": f"{folder}/emulator.sqlite"}
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env) as server:
            try:
                url = server.stdout.readline().strip() if server.stdout else ""
                yield Target(url, token(url), Path(folder))
            finally:
                server.kill()


def token(url: str) -> str:
    """Return a token of a server."""
    body = {"grant_type": "client_credentials", "client_id": "emulator", "client_secret": "emulator"}
    issued: str = httpx.post(f"{url}/v2/token", json=body).json()["access_token"]
    return issued


def post_all(target: Target, method: str, path: str, bodies: Iterable[bytes]) -> float:
    """Send ready-made bodies and read their answers, one after the other; return the seconds that it takes."""
    started = time.perf_counter()
    with target.client() as client:
        for body in bodies:
            client.request(method, path, content=body).raise_for_status().json()
    return time.perf_counter() - started


def mcctl(target: Target, words: list[str]) -> Measured:
    """Run mcctl in a process of its own."""
    env = {
        **{name: value for name, value in os.environ.items() if not name.startswith("MCCTL_")},
        "MCCTL_AUTH_URL": target.url,
        "MCCTL_REST_URL": target.url,
        "MCCTL_ACCESS_TOKEN": target.token,
        "MCCTL_STATE_DIR": str(target.state),
        "MCCTL_CONFIG_DIR": str(target.state),
    }
    out = target.state / "stdout"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    started = time.perf_counter()
    pid = os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", "mcctl", *words, "-o", "json"],
        env,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, str(out), flags, 0o600),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit(f"mcctl {' '.join(words)} ended with {os.waitstatus_to_exitcode(status)}")
    return Measured(seconds, usage.ru_maxrss / 1024, json.loads(out.read_text(encoding="utf-8")))
