"""The emulator's state: one SQLite file, shared by every process that rehearses with it."""

from __future__ import annotations

import json
import re
import sqlite3
import threading
import time
import uuid
import weakref
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from mcctl.emulator.core.app import App, Change

_SCHEMA = """
create table setting (name text primary key, value text not null);
create table request (
  id integer primary key autoincrement, at text not null, method text not null, path text not null,
  query text not null, body text not null, status integer, fault integer
);
create table fault (id integer primary key autoincrement, rule text not null, seen integer not null default 0,
  fired integer not null default 0);
create table outbox (id integer primary key autoincrement, message text not null, reason text);
"""
_CACHE_KB = 32_768
_CENTURY = 100 * 365.25 * 86400
_TOKEN = re.compile("access_token=[^&]*", re.IGNORECASE)
KEPT_REQUESTS = 10_000
_LOGGED_BODY_CHARS = 20_000
_TITLE_CHARS = 200
PLATFORM_ZONE = timezone(timedelta(hours=-6))  # the platform tells Central Standard Time, without daylight saving


Unusable = Callable[[Path, str], Exception]


def unusable(path: Path, why: str) -> Exception:
    """Return what is raised where a state cannot be used, unless somebody knows better."""
    return OSError(f"{path}: {why}")


class _Connection(sqlite3.Connection):
    """A connection that knows, within a transaction, how far ahead the clock is: everything asks for the time."""

    ahead: float | None = None


class _CannotOpen(Exception):
    """The folder of the file cannot be made."""


_UNUSABLE = (sqlite3.DatabaseError, sqlite3.OperationalError, _CannotOpen)
"""Exactly these; what is derived from them tells of defects."""


class State:
    """The state in the file at `path`, made anew when it is absent or was made by another version of the emulator.

    apps: those whose tables are in it. prepare: gives a new connection the functions that the apps' SQL uses.
    unusable: makes the exception to raise where the file cannot be used, of its path and the reason.
    """

    def __init__(
        self,
        path: Path,
        apps: Sequence[App],
        prepare: Change = lambda _: None,
        unusable: Unusable = unusable,
    ) -> None:
        self._unusable = unusable
        self.path = path
        self._prepare = prepare
        self._db: _Connection | None = None
        self._elapse = [app.elapse for app in apps if app.elapse]
        self.secrets = frozenset(name for app in apps for name in app.secrets)
        self._lock = threading.Lock()  # threads that wait for it get on faster than those that wait for SQLite's
        self._script = "".join((_SCHEMA, *(app.schema for app in apps)))
        self._seeds = [(app.seeds, app.content) for app in apps]
        self._version = zlib.crc32(self._script.encode()) & 0x7FFFFFFF

    @contextmanager
    def transaction(self, *, elapse: bool = True) -> Iterator[sqlite3.Connection]:
        """Yield a connection; all that is done with it is kept, or, on an exception, nothing.

        elapse: whether the apps are brought up to the clock before.
        Raises what `unusable` makes where the file is broken or cannot be opened.
        """
        with self._lock:
            try:
                yield from self._transaction(elapse)
            except (sqlite3.DatabaseError, _CannotOpen) as error:
                if type(error) not in _UNUSABLE:
                    raise
                raise self._unusable(self.path, str(error)) from error

    def elapse(self, db: sqlite3.Connection) -> None:
        """Bring all apps up to the clock."""
        for change in self._elapse:
            change(db)

    def reset(self, content: Change | None = None) -> None:
        """Bring back the demo account, whatever there is: nothing of it is brought up to the clock before.

        content: puts another account's objects in the place of the demo's.
        """
        refilled = contextmanager(self._transaction)
        try:
            with self._lock, refilled(elapse=False) as db:
                self.fill(db, content)
        except sqlite3.DatabaseError:
            self._remove()
            with self.transaction(elapse=False) as db:
                self.fill(db, content)

    def _remove(self) -> None:
        """Remove a file that is no state any more."""
        if self._db:
            self._db.close()
        self._db = None
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.path}{suffix}").unlink(missing_ok=True)

    @contextmanager
    def released(self, db: sqlite3.Connection) -> Iterator[None]:
        """Within a transaction: keep what was done so far, and let others in meanwhile."""
        db.execute("commit")
        self._lock.release()
        try:
            yield
        finally:
            self._lock.acquire()
            db.execute("begin immediate")
            if self._db is not None:
                self._db.ahead = None

    def _transaction(self, elapse: bool) -> Iterator[sqlite3.Connection]:
        if self._db is None:
            self._db = self._connect()
        db = self._db
        try:
            db.execute("begin immediate")
            db.ahead = None
            if db.execute("pragma user_version").fetchone()[0] != self._version:
                self.fill(db)
            if elapse:
                self.elapse(db)
            yield db
            db.execute("commit")
        except BaseException:
            if db.in_transaction:
                db.execute("rollback")
            raise

    def _connect(self) -> _Connection:
        """Open the file once: every transaction holds the lock, so that one connection serves all threads."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise _CannotOpen(error.strerror or str(error)) from error
        db = sqlite3.connect(self.path, timeout=30, isolation_level=None, check_same_thread=False, factory=_Connection)
        weakref.finalize(self, db.close)  # at the latest when Python ends, so that all is in one file then
        db.row_factory = sqlite3.Row
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = off")  # a rehearsal need not survive a power cut
        db.execute(f"pragma cache_size = -{_CACHE_KB}")
        self._prepare(db)
        return db

    def fill(self, db: sqlite3.Connection, content: Change | None = None) -> None:
        """Replace whatever there is by the demo account, with empty logs and the clock on time; `content` as above."""
        names = [row["name"] for row in db.execute("select name from sqlite_schema where type = 'table'")]
        for name in names:
            if name != "sqlite_sequence":
                db.execute(f'drop table "{name}"')
        for statement in self._script.split(";\n"):
            db.execute(statement)
        for seeds, demo in self._seeds:
            for seed in (*seeds, *(() if content else demo)):
                seed(db)
        if content:
            content(db)
        keep_setting(db, "generation", uuid.uuid4().hex)
        db.execute(f"pragma user_version = {self._version}")


def setting(db: sqlite3.Connection, name: str) -> str | None:
    """Return what is kept under a name; None if nothing is."""
    row = db.execute("select value from setting where name = ?", [name]).fetchone()
    return row["value"] if row else None


def keep_setting(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a value under a name."""
    db.execute("insert or replace into setting values (?, ?)", [name, value])


def generation(db: sqlite3.Connection) -> str:
    """Return a name that is another one after every reset."""
    return setting(db, "generation") or ""


def now(db: sqlite3.Connection) -> float:
    """Return the emulator's time: the machine's, and as much as its clock was advanced."""
    return time.time() + clock_offset(db)


def clock_offset(db: sqlite3.Connection) -> float:
    """Return how far ahead the emulator's clock is, in seconds."""
    known: float | None = getattr(db, "ahead", None)
    if known is None:
        known = float(setting(db, "clock_offset") or 0)
        if isinstance(db, _Connection):
            db.ahead = known
    return known


def advance_clock(db: sqlite3.Connection, seconds: float) -> float:
    """Put the clock ahead by `seconds` more, and return how far ahead it then is.

    Raises ValueError beyond a century.
    """
    offset = clock_offset(db) + seconds
    if not offset <= _CENTURY:
        raise ValueError("The clock cannot be more than a century ahead")
    keep_setting(db, "clock_offset", str(offset))
    if isinstance(db, _Connection):
        db.ahead = offset
    return offset


def timestamp(moment: float) -> str:
    """Return Unix time as the platform writes it: at -06:00, up to three fraction digits, no trailing zeros."""
    told = datetime.fromtimestamp(moment, PLATFORM_ZONE)
    fraction = f"{told.microsecond // 1000:03d}".rstrip("0")
    return told.strftime("%Y-%m-%dT%H:%M:%S") + (f".{fraction}" if fraction else "") + "-06:00"


def iso(moment: float | None) -> str:
    """Return Unix time as the interaction and data routes write it: no zone; None is the year 1."""
    return "0001-01-01T00:00:00" if moment is None else timestamp(moment).removesuffix("-06:00")


def utc(moment: float) -> str:
    """Return Unix time as the SMS routes write it: UTC with milliseconds."""
    return f"{datetime.fromtimestamp(moment, UTC).strftime('%Y-%m-%dT%H:%M:%S')}.{int(moment * 1000) % 1000:03d}Z"


def log_request(
    db: sqlite3.Connection,
    secrets: Collection[str],
    *,
    method: str,
    path: str,
    query: str,
    body: bytes,
    status: int | None,
    fault: int | None,
) -> None:
    """Write one request to the log, which keeps the newest ten thousand.

    secrets: names, in lower case, of what is not shown. status: None if no answer was given.
    """
    text = _without_secrets(body.decode("utf-8", "replace"), secrets)[:_LOGGED_BODY_CHARS]
    cursor = db.execute(
        "insert into request (at, method, path, query, body, status, fault) values (?, ?, ?, ?, ?, ?, ?)",
        [timestamp(now(db)), method, path, _TOKEN.sub("access_token=********", query), text, status, fault],
    )
    db.execute("delete from request where id <= ?", [(cursor.lastrowid or 0) - KEPT_REQUESTS])


def logged_requests(db: sqlite3.Connection, where: str = "true", direction: str = "asc") -> list[dict[str, Any]]:
    """Return the request log, oldest first, or with `direction` desc newest first. where: SQL of what is wanted."""
    return [dict(row) for row in db.execute(f"select * from request where {where} order by id {direction}")]


def add_to_outbox(db: sqlite3.Connection, message: dict[str, Any]) -> None:
    """Put a message that was "sent" into the outbox."""
    db.execute("insert into outbox (message) values (?)", [json.dumps(message)])


def add_unsent(db: sqlite3.Connection, message: dict[str, Any], reason: str) -> None:
    """Put a message that was not sent beside those in the outbox, with the reason."""
    db.execute("insert into outbox (message, reason) values (?, ?)", [json.dumps(message), reason])


def outbox(db: sqlite3.Connection) -> list[dict[str, Any]]:
    """Return the messages that were "sent", oldest first."""
    rows = db.execute("select message from outbox where reason is null order by id")
    return [json.loads(row["message"]) for row in rows]


def outbox_page(db: sqlite3.Connection, *, channel: str, words: str, size: int, offset: int) -> dict[str, Any]:
    """Return some messages, sent or not, newest first, with how many there are and the id of the newest.

    channel: only that one, or unsent; empty is all. words: text that they hold, in any case.
    """
    tests, values = ["true"], []
    if channel == "unsent":
        tests.append("reason is not null")
    elif channel:
        tests.append("message ->> '$.channel' = ?")
        values.append(channel)
    if words:
        tests.append("instr(lower(message), ?)")
        values.append(json.dumps(words.lower())[1:-1])
    where = " and ".join(tests)
    total, newest = db.execute(f"select count(*), max(id) from outbox where {where}", values).fetchone()
    sql = f"select * from outbox where {where} order by id desc limit ? offset ?"
    rows = db.execute(sql, [*values, size, offset]).fetchall()
    return {"total": total, "newest": newest or 0, "items": [_outbox_line(row) for row in rows]}


def outbox_message(db: sqlite3.Connection, number: int) -> dict[str, Any] | None:
    """Return a message, sent or not, by its id; None if there is none."""
    row = db.execute("select * from outbox where id = ?", [number]).fetchone()
    return None if row is None else {"id": row["id"], "reason": row["reason"], **json.loads(row["message"])}


def _outbox_line(row: sqlite3.Row) -> dict[str, Any]:
    message = json.loads(row["message"])
    names = ("channel", "to", "contactKey", "sentAt", "definition", "journey", "activity", "bounced")
    title = str(message.get("subject") or message.get("text") or "")[:_TITLE_CHARS]
    told = {name: message[name] for name in names if name in message}
    return {"id": row["id"], "title": title, "reason": row["reason"], **told}


def _without_secrets(text: str, secrets: Collection[str]) -> str:
    named = any(name in text.lower() for name in secrets)
    if not named and "\\u" not in text:
        return text
    try:
        return json.dumps(_masked(json.loads(text), secrets))
    except (ValueError, RecursionError):
        return "(not shown: it names a secret)" if named else text


def _masked(value: Any, secrets: Collection[str]) -> Any:
    if isinstance(value, list):
        return [_masked(one, secrets) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: "********" if name.lower() in secrets else _masked(one, secrets) for name, one in value.items()}
