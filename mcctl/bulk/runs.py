"""The bulk runs of this machine: each one a ledger in the state folder, and a lock while it is under way.

A run is identified by who sends (host, client, business unit), what (the definition), the file's digest and the shard.
The same command finds its run again, on this machine; on another one it at least gives every row the same key.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mcctl.bulk.ledger import Ledger, read_about
from mcctl.config import state_dir
from mcctl.errors import InputError, NotFound, PartlyDone

_LOCK_WAIT = 1.0  # seconds; whoever only looks at the runs holds the lock for a moment
_STREAM_SECONDS = 86400  # a stream that is older was left by a process that was killed while it read
_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
_NAMESPACE = uuid.UUID("5d9c1c6e-6a0f-5a53-9d57-0c6c9f1fb8a2")


@dataclass(frozen=True)
class Identity:
    """What makes a run this run. sender: host, client and business unit. salt: set by a wish for a new run."""

    kind: str
    sender: tuple[str | None, ...]
    target: str
    digest: str
    salt: str = ""

    @property
    def namespace(self) -> uuid.UUID:
        """The namespace of the run's keys: the same in every shard, and wherever the same file is sent."""
        return uuid.uuid5(_NAMESPACE, json.dumps([self.kind, self.sender, self.target, self.digest, self.salt]))

    @property
    def file_id(self) -> str:
        """What all runs of the same file, login and target have in common."""
        return self.namespace.hex

    def run_id(self, shard: str) -> str:
        """Return the short name of the first run of this identity."""
        return hashlib.sha256(f"{self.namespace}/{shard}".encode()).hexdigest()[:10]


def key_of(namespace: bytes, row: int) -> str:
    """Return the key of a row: that of `uuid.uuid5`, which takes three times as long."""
    digest = hashlib.sha1(namespace + b"%d" % row, usedforsecurity=False).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{_VARIANT[digest[16]]}{digest[17:20]}-{digest[20:32]}"


def runs_dir() -> Path:
    """Return the folder of the ledgers, made if it is not there."""
    folder = state_dir() / "runs"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise InputError(f"Cannot keep runs in {folder}: {error.strerror or error}") from error
    return folder


def ledger_path(run_id: str) -> Path:
    """Return the file of a run's ledger."""
    return runs_dir() / f"{run_id}.sqlite"


def input_path(run_id: str) -> Path:
    """Return the file in which a run keeps what came from a stream."""
    return runs_dir() / f"{run_id}.input"


def new_stream() -> Path:
    """Return a new file for what comes from a stream, that only this user can read; forget what was left behind."""
    for path in runs_dir().glob("stream-*"):
        if path.stat().st_mtime < time.time() - _STREAM_SECONDS:
            path.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(prefix="stream-", dir=runs_dir())
    os.close(handle)
    return Path(name)


def list_runs() -> Iterator[dict[str, Any]]:
    """Yield every run of this machine, oldest first, with its counts and state."""
    found = (_described(path.stem) for path in runs_dir().glob("*.sqlite"))
    yield from sorted((run for run in found if _is_run(run)), key=lambda run: (str(run.get("started")), run["id"]))


def get_run(run_id: str) -> dict[str, Any]:
    """Return a run with its counts and state. Raises NotFound for an unknown one."""
    if not re.fullmatch(r"[0-9a-z-]{1,40}", run_id) or not ledger_path(run_id).exists():
        raise NotFound(f"There is no run {run_id!r} on this machine", "mcctl run list")
    run = _described(run_id)
    if not _is_run(run):
        raise NotFound(f"The run {run_id} had not begun when it was stopped", "Run its command again")
    return run


def known_runs() -> list[dict[str, Any]]:
    """Return what the runs of this machine are, without their counts and state. An unreadable one is left out."""
    found = []
    for path in sorted(runs_dir().glob("*.sqlite")):
        with suppress(PartlyDone):
            found.append({"id": path.stem, **read_about(path)[0]})
    return found


def about(run_id: str) -> dict[str, Any]:
    """Return what a run is; nothing if there is none by that name."""
    return read_about(ledger_path(run_id))[0] if ledger_path(run_id).exists() else {}


def same_file(identity: Identity) -> list[dict[str, Any]]:
    """Return what the runs of an identity are, in whatever shards."""
    return [run for run in known_runs() if run.get("file_id") == identity.file_id]


def newest_run(base: str) -> str:
    """Return the newest run of an identity: `base` itself, or the last that a wish for a new run made."""
    return f"{base}-{number}" if (number := _newest_number(base)) > 1 else base


def next_run(base: str) -> str:
    """Return the name of a new run of an identity."""
    return f"{base}-{_newest_number(base) + 1}"


def _newest_number(base: str) -> int:
    suffixes = (path.stem.rpartition("-")[2] for path in runs_dir().glob(f"{base}-*.sqlite"))
    return max((int(suffix) for suffix in suffixes if suffix.isdecimal()), default=1)


def discard(run_id: str) -> None:
    """Forget a run. Raises NotFound for an unknown one, InputError for one that is under way."""
    get_run(run_id)
    with locked(run_id):
        for path in runs_dir().glob(f"{run_id}.*"):
            if path.suffix != ".lock":
                path.unlink()


@contextmanager
def locked(run_id: str) -> Iterator[None]:
    """Keep other processes from the run. Raises InputError when one has it."""
    from filelock import FileLock, Timeout  # brings asyncio

    lock = FileLock(runs_dir() / f"{run_id}.lock", timeout=_LOCK_WAIT)
    try:
        lock.acquire()
    except Timeout as error:
        raise InputError(f"The run {run_id} is under way in another process", "mcctl run list") from error
    except OSError as error:
        raise InputError(f"The run {run_id} cannot be locked: {error.strerror or error}") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def opened(run_id: str) -> Iterator[Ledger]:
    """Yield the ledger of a run, which no other process has meanwhile. Raises InputError when one has it."""
    with locked(run_id):
        path = ledger_path(run_id)
        ledger = Ledger(path) if path.exists() else Ledger.create(path)
        try:
            ledger.check_rows()
            yield ledger
        finally:
            ledger.close()


@contextmanager
def rehearsed(run_id: str) -> Iterator[Ledger]:
    """Yield the ledger of a run to be thrown away, empty where the run has none. Raises as `opened` does."""
    with tempfile.TemporaryDirectory() as folder:
        source, path = ledger_path(run_id), Path(folder) / "ledger.sqlite"
        if source.exists():
            with locked(run_id), closing(Ledger(source)) as own:
                ledger = own.copied(path)
        else:
            ledger = Ledger.create(path)
        with closing(ledger):
            ledger.check_rows()
            yield ledger


def _described(run_id: str) -> dict[str, Any]:
    try:
        about, counts = read_about(ledger_path(run_id))
    except PartlyDone:
        return {"id": run_id, "state": "unreadable"}
    return {"id": run_id, **about, **counts, "state": _state(run_id, about)}


def _is_run(run: dict[str, Any]) -> bool:
    """Whether a ledger says what it is about: a process killed in its first moment leaves one that does not."""
    return "kind" in run or run["state"] == "unreadable"


def _state(run_id: str, about: dict[str, Any]) -> str:
    if about.get("finished"):
        return "finished"
    try:
        with locked(run_id):
            return "stopped"
    except InputError:
        return "under way"
