"""The front door for every test: `mcctl([...])`, in a home of its own, against an emulator under the contract."""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import keyring
import pytest

from mcctl import cli, masking
from mcctl.clock import Clock
from mcctl.emulator.admin import PREFIX
from mcctl.emulator.app import Emulator
from mcctl.emulator.core.state import keep_setting
from tests import contract
from tests._hook import Hook

Mcctl = Callable[..., "Result"]

CREDENTIALS = {"grant_type": "client_credentials", "client_id": "emulator", "client_secret": "emulator"}

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or every process that a test starts compiles all of mcctl anew


def pytest_collection_finish() -> None:
    """What was collected stays; there is no need to look through it while the tests run."""
    gc.collect()
    gc.freeze()


@dataclass
class Result:
    """What one run of mcctl left behind."""

    stdout: str
    stderr: str
    code: int
    raw: bytes

    @property
    def json(self) -> Any:
        """The JSON on stdout."""
        return json.loads(self.stdout)

    @property
    def error(self) -> Any:
        """The JSON error on stderr."""
        return json.loads(self.stderr)["error"]


class CheckedEmulator(Emulator):
    """The emulator, and the contract as its judge: what it accepts must be documented, and what it answers too.

    judges_requests: whether the requests are mcctl's; made-up ones may hold null, which the emulator takes for nothing.
    """

    judged: list[str]
    judges_requests = True

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.judged = []

    def _process(
        self, db: sqlite3.Connection, environ: dict[str, Any], body: bytes, start_response: Callable[..., Any]
    ) -> list[bytes]:
        started: list[Any] = []

        def remember(*args: Any) -> None:
            started.extend(args)
            start_response(*args)

        chunks = super()._process(db, environ, body, remember)
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        status, kind = int(started[0].split()[0]), dict(started[1]).get("content-type", "")
        answer = b"".join(chunks)
        found = contract.answer_faults(method, path, status, kind, answer)
        if self.judges_requests and status < 300 and not contract.is_refusal(answer):
            found += contract.request_faults(method, path, body)
        self.judged += [f"{method} {path} {status}: {fault}" for fault in found]
        return chunks


@dataclass
class Rehearsal:
    """The emulator behind a test, seen from behind."""

    app: CheckedEmulator

    def requests(self, *methods: str) -> list[dict[str, Any]]:
        """Return the requests received, but for token requests, of some methods or all."""
        logged = self.app.admin.requests()
        return [one for one in logged if one["path"] != "/v2/token" and (not methods or one["method"] in methods)]

    def token_requests(self) -> list[dict[str, Any]]:
        """Return the token requests received."""
        return [one for one in self.app.admin.requests() if one["path"] == "/v2/token"]

    def fault(self, match: dict[str, Any], answer: dict[str, Any]) -> None:
        """Add a fault rule."""
        self.app.admin.add_fault({"match": match, "answer": answer})

    def outbox(self) -> list[dict[str, Any]]:
        """Return the messages that were sent."""
        return self.app.admin.outbox()

    def advance(self, seconds: float) -> None:
        """Put the emulator's clock ahead."""
        self.app.admin.advance(seconds)


class Kept:
    """What a test prepared in its home and on the emulator, for others of this process that begin alike."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, home: Path, rehearsal: Rehearsal, *names: str) -> None:
        """Keep some files and folders of a home, and the emulator's state."""
        with contextlib.closing(sqlite3.connect(rehearsal.app.state.path)) as db:
            db.execute("vacuum into ?", [str(self._folder / "emulator.sqlite")])
        for name in names:
            copy = shutil.copytree if (home / name).is_dir() else shutil.copy
            copy(home / name, self._folder / name)

    def give(self, home: Path, rehearsal: Rehearsal) -> bool:
        """Put what was kept into another home, and return whether there was anything."""
        if not any(self._folder.iterdir()):
            return False
        shutil.copytree(self._folder, home, dirs_exist_ok=True)
        with rehearsal.app.state.transaction(elapse=False) as db:  # an account of its own: nothing is remembered of it
            keep_setting(db, "generation", uuid.uuid4().hex)
        return True


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home: no configuration, no credentials, a keyring of its own."""
    for name in [name for name in os.environ if name.startswith("MCCTL_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MCCTL_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("MCCTL_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("FILE_KEYRING", str(tmp_path / "keyring.json"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.file_keyring.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setattr(masking, "_secrets", set())
    monkeypatch.chdir(tmp_path)
    return tmp_path


class HeldClock(Clock):
    """The machine's clock, but that something else can be done instead of waiting.

    ahead: seconds that were not waited for. later: seconds by which the time of day is another one.
    """

    def __init__(self) -> None:
        self.ahead = self.later = 0.0
        self.instead: Callable[[float], None] | None = None

    def time(self) -> float:
        return super().time() + self.later

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead

    def sleep(self, seconds: float) -> None:
        if self.instead is None:
            super().sleep(seconds)
            return
        self.ahead += seconds
        self.instead(seconds)


@pytest.fixture
def clock() -> HeldClock:
    """The clock that mcctl is run with."""
    return HeldClock()


@pytest.fixture
def naps(clock: HeldClock) -> list[float]:
    """The waits, between retries and others, which are written down instead of waited for."""
    waits: list[float] = []
    clock.instead = waits.append
    return waits


@pytest.fixture
def rehearsal(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rehearsal]:
    """The emulator in this process, used through the built-in profile."""
    app = CheckedEmulator(home / "emulator.sqlite")
    monkeypatch.setattr("mcctl.session.emulator_app", lambda: app)
    monkeypatch.setenv("MCCTL_PROFILE", "emulator")
    yield Rehearsal(app)
    assert app.judged == []


@pytest.fixture
def waits(rehearsal: Rehearsal, clock: HeldClock) -> list[float]:
    """The waits for what the emulator does in its own time: its clock is put ahead instead."""
    slept: list[float] = []

    def instead(seconds: float) -> None:
        slept.append(seconds)
        rehearsal.advance(seconds)

    clock.instead = instead
    return slept


@pytest.fixture
def served(home: Path) -> Iterator[tuple[Rehearsal, str]]:
    """The emulator on a real socket, and its URL."""
    from mcctl.emulator.serve import new_server

    app = CheckedEmulator(home / "emulator.sqlite")
    server, url = new_server(app, 0)

    def run() -> None:
        with contextlib.suppress(OSError):  # the socket it waits on is closed under it at the end
            server.run()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield Rehearsal(app), url
    # A thread that is still answering would wake the server through a file descriptor that is somebody else's by then.
    server.task_dispatcher.shutdown()
    server.close()
    assert app.judged == []


@pytest.fixture
def tenant(served: tuple[Rehearsal, str], monkeypatch: pytest.MonkeyPatch) -> Rehearsal:
    """The emulator on a real socket, logged in to with credentials from the environment, as a CI step does."""
    rehearsal, url = served
    for name, value in environment(url).items():
        monkeypatch.setenv(name, value)
    return rehearsal


def environment(url: str) -> dict[str, str]:
    """Return the variables of a CI step that uses the emulator at `url`."""
    return {
        "MCCTL_AUTH_URL": url,
        "MCCTL_REST_URL": url,
        "MCCTL_CLIENT_ID": "emulator",
        "MCCTL_CLIENT_SECRET": "emulator",
    }


class _Stream(io.TextIOWrapper):
    """A stream on a buffer, which may claim to be a terminal."""

    terminal = False

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def mcctl(clock: HeldClock, monkeypatch: pytest.MonkeyPatch) -> Mcctl:
    """Run mcctl as from a shell. stdin: text or bytes. terminal: whether the streams claim to be one."""

    def run(args: Iterable[str], *, stdin: str | bytes = b"", terminal: bool = False, **env: str) -> Result:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        streams = {"stdin": BytesIO(given), "stdout": BytesIO(), "stderr": BytesIO()}
        with monkeypatch.context() as patch:
            for name, value in env.items():
                patch.setenv(name, value)
            for name, buffer in streams.items():
                stream = _Stream(buffer, encoding="utf-8", write_through=True)
                stream.terminal = terminal
                patch.setattr(sys, name, stream)
            code = cli.main(list(args), clock)
            sys.stdout.flush()
            out, err = streams["stdout"].getvalue(), streams["stderr"].getvalue()
        return Result(out.decode(errors="replace"), err.decode(), int(code), out)

    return run


@pytest.fixture
def hook() -> Iterator[Hook]:
    """A receiver of event notifications on this machine."""
    made = Hook()
    yield made
    made.close()


def killed_and_run_again(
    args: list[str], *, kills: int, within: tuple[float, float]
) -> subprocess.CompletedProcess[str]:
    """Run mcctl as a process, kill it so often at random instants (seconds after its start), and let it end once."""
    command = [sys.executable, "-m", "mcctl", *args]
    chance = random.Random(7)
    for _ in range(kills):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(*within))
            process.kill()
    return subprocess.run(command, capture_output=True, text=True, check=False)


def admin_url(url: str, path: str = "") -> str:
    """Return the URL of one of the emulator's own routes."""
    return f"{url}{PREFIX}{path}"


@pytest.fixture
def http(served: tuple[Rehearsal, str]) -> httpx.Client:
    """A client of somebody else's, logged in."""
    client = httpx.Client(base_url=served[1], trust_env=False)
    token = client.post("/v2/token", json=CREDENTIALS).json()["access_token"]
    client.headers["Authorization"] = f"Bearer {token}"
    return client
