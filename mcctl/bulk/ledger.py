"""The ledger of one run: a SQLite file that knows of every row whether it may have been sent, and what became of it.

A row is written before its request leaves (outcome null: it is under way) and settled after the answer; where it
certainly did not arrive, sent_at is null again. Rows are written in the order of the file, so everything behind the
last one has certainly not been sent. Where the API works on a request after it has accepted it, the request is written
down, too, until its end is known.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from mcctl.bulk.item import Item
from mcctl.errors import PartlyDone
from mcctl.rest.tx import sentence_of

ACCEPTED, REFUSED, UNKNOWN = "accepted", "refused", "unknown"
OUTCOMES = (ACCEPTED, REFUSED, UNKNOWN)
_SCHEMA = """
create table about (name text primary key, value text not null);
create table item (row integer primary key, line integer, contact text, key text, sent_at real, outcome text,
  error text, status text, status_code text, request integer);
create table request (id integer primary key, name text not null, ended integer not null default 0);
create index item_request on item (request) where request is not null;
"""
# What must occur once is kept in a temporary file: an index in random order would be most of what is written. A run
# that fails does not look at it again, so that it needs no journal, which would be in memory.
_TWINS = """
pragma temp_store = file;
pragma temp.journal_mode = off;
pragma temp.cache_size = -512;
create temp table contact (hash integer primary key, row integer not null);
create temp table own_key (hash integer primary key, row integer not null);
"""
_VERSION = 2
_ABOUT: dict[str, type] = {
    **dict.fromkeys(("kind", "profile", "target", "file", "salt", "base", "file_id", "started", "shard"), str),
    "command": list,
    "fixed": dict,
    "results": dict,
}
"""What a run is: name -> type."""
_INSERT = "insert into item (row, line, contact, key, sent_at) values (?, ?, ?, ?, ?)"
_REFUSE = """insert or ignore into item (row, line, contact, key, outcome, error)
  values (?, ?, ?, ?, 'refused', ?)"""
_SETTLE = "update item set outcome = ?, error = ?, request = ? where row = ?"
_SETTLE_SPAN = "update item set outcome = ?, error = ?, request = ? where row between ? and ?"
_KNOWN = "(outcome is not null or sent_at is not null)"
_WORKED_OUT = {
    "outcome": "ifnull(outcome, 'unknown')",
    "error": "ifnull(error, iif(outcome is null, 'No answer came', null))",
    "requestId": "(select name from request where id = request)",
    "reason": "nullif(sentence_of(status_code), '')",
}
"""Names of a result that are worked out; all others are columns."""
TX_RESULT = {"row": "row", "contactKey": "contact", "messageKey": "key", "outcome": "outcome", "error": "error"}
"""Name in the results -> column, of a run that does not say it."""
_MISFITS = """select count(*) from item where typeof(sent_at) not in ('null', 'integer', 'real')
  or ifnull(outcome, 'unknown') not in ('accepted', 'refused', 'unknown') or typeof(line) not in ('null', 'integer')
  or typeof(request) not in ('null', 'integer') or typeof(contact) not in ('null', 'text')
  or typeof(key) not in ('null', 'text') or typeof(error) not in ('null', 'text')
  or typeof(status) not in ('null', 'text') or typeof(status_code) not in ('null', 'text')"""
"""Rows that nobody wrote as they are: SQLite takes any value in any column."""
_COUNT = f"select ifnull(outcome, 'unknown'), count(*) from item where {_KNOWN} group by 1"  # noqa: S608

_UNIQUE: tuple[tuple[str, Callable[[Item], int | None]], ...] = (
    ("contact", lambda item: item.hash),
    ("own_key", lambda item: item.key_hash),
)


class Ledger:
    """The ledger in the file at `path`; `create` makes one.

    An intent is on the disk before its request leaves: a machine that loses power forgets what only the system had. Of
    outcomes that are forgotten, the API can be asked again.
    Raises PartlyDone when the file cannot be used: it is empty, damaged, or of another version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _sqlite_errors_as_ours(path):
            self._db = sqlite3.connect(path, isolation_level=None, timeout=10)
            version = self._db.execute("pragma user_version").fetchone()[0]
            if version != _VERSION:
                self._db.close()
                raise _of_another_version(path, version)
            self._db.execute("pragma journal_mode = wal")
            self._db.execute("pragma cache_size = -512")  # KB: what is written is hardly read again
            self._db.executescript(_TWINS)

    @classmethod
    def create(cls, path: Path) -> Ledger:
        """Make an empty ledger, whole or not at all, and return it. Raises PartlyDone when it cannot be made."""
        new = path.with_name(f".{path.stem}.{os.urandom(8).hex()}.new")
        with _sqlite_errors_as_ours(path):
            for leftover in (f"{path}-wal", f"{path}-shm"):
                Path(leftover).unlink(missing_ok=True)
            with closing(sqlite3.connect(new, isolation_level=None)) as db:
                db.executescript(f"begin;{_SCHEMA}pragma user_version = {_VERSION};commit;")
            new.replace(path)
        return cls(path)

    def copied(self, path: Path) -> Ledger:
        """Return a copy, in a new file."""
        with _sqlite_errors_as_ours(path), closing(sqlite3.connect(path)) as copy:
            self._db.backup(copy)
        return Ledger(path)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # ------------------------------------------------------------------ what the run is

    def describe(self, **values: Any) -> None:
        """Write down what the run is: names and JSON values."""
        with self._transaction():
            self._db.executemany(
                "insert or replace into about values (?, ?)",
                [(name, json.dumps(value)) for name, value in values.items()],
            )

    def about(self) -> dict[str, Any]:
        """Return what the run is."""
        with _sqlite_errors_as_ours(self.path):
            found = {name: json.loads(value) for name, value in self._db.execute("select name, value from about")}
            for name, kind in _ABOUT.items():
                if name in found and not isinstance(found[name], kind):
                    raise ValueError(f"{name} is of the wrong type")
            if "kind" in found and not found.keys() >= {"base", "salt", "fixed", "command"}:
                raise ValueError("parts of it are missing")
            if "kind" in found and not (found.get("command") and all(isinstance(one, str) for one in found["command"])):
                raise ValueError("command is none")
            if not all(re.fullmatch(r"\w+", word) for word in map(str, chain(*found.get("results", {}).items()))):
                raise ValueError("results name no columns")
            return found

    def counts(self) -> dict[str, int]:
        """Return how many rows have each outcome; those that are under way are unknown."""
        with _sqlite_errors_as_ours(self.path):
            found = self._db.execute(_COUNT).fetchall()
            if not {outcome for outcome, _ in found} <= {*OUTCOMES}:
                raise ValueError("there are outcomes that none has")
        return {**dict.fromkeys(OUTCOMES, 0), **dict(found)}

    def check_rows(self) -> None:
        """Raise PartlyDone where a row is not as one was written."""
        with _sqlite_errors_as_ours(self.path):
            misfits = self._db.execute(_MISFITS).fetchone()[0]
            nameless = self._db.execute("select count(*) from request where typeof(name) != 'text'").fetchone()[0]
            if misfits or nameless:
                raise ValueError("rows of it are of the wrong type")

    # ------------------------------------------------------------------ the rows

    def last_row(self) -> int:
        """Return the number of the last row that is known; 0 if there is none."""
        with _sqlite_errors_as_ours(self.path):
            return int(self._db.execute("select ifnull(max(row), 0) from item").fetchone()[0])

    def latest(self) -> float:
        """Return the largest time of sending; 0 if there is none."""
        with _sqlite_errors_as_ours(self.path):
            return float(self._db.execute("select ifnull(max(sent_at), 0) from item").fetchone()[0])

    def under_way(self) -> dict[int, float | None]:
        """Return the rows without outcome, with the time of sending; None where they certainly did not arrive."""
        with _sqlite_errors_as_ours(self.path):
            return dict(self._db.execute("select row, sent_at from item where outcome is null").fetchall())

    def intend(self, items: Sequence[Item]) -> list[Item]:
        """Write down that `items` are about to leave, refuse those that cannot, and return those that may."""
        now = time.time()
        with self._transaction(durable=True):
            self._find_twins(items)
            fit = [item for item in items if item.problem is None]
            if len(fit) < len(items):
                self._refuse(item for item in items if item.problem is not None)
            self._db.executemany(_INSERT, [(item.row, item.line, item.contact, item.key, now) for item in fit])
        return fit

    def recall(self, items: Sequence[Item]) -> None:
        """Take note of what contacts and keys `items` have, which the ledger knows from an earlier process."""
        with self._transaction():
            self._find_twins(items)

    def intend_again(self, items: Sequence[Item]) -> None:
        """Write down that `items`, which were under way, leave once more."""
        now = time.time()
        with self._transaction(durable=True):
            # A key counts from its first use on.
            sql = "update item set sent_at = ifnull(sent_at, ?) where row = ?"
            self._db.executemany(sql, [(now, item.row) for item in items])

    def settle(self, outcomes: Iterable[tuple[int, str, str | None]], request: str | None = None) -> None:
        """Write down (row, outcome, error) of rows that were under way. request: the API's name for what goes on."""
        known = list(outcomes)
        with self._transaction():
            place = None
            if request is not None:
                place = self._db.execute("insert into request (name) values (?)", [request]).lastrowid
            if span := _same_for_all(known):
                self._db.execute(_SETTLE_SPAN, [*known[0][1:], place, *span])
            else:
                self._db.executemany(_SETTLE, [(outcome, error, place, row) for row, outcome, error in known])

    def withdraw(self, items: Sequence[Item]) -> None:
        """Write down that `items` certainly did not arrive."""
        with self._transaction():
            self._db.executemany("update item set sent_at = null where row = ?", [(item.row,) for item in items])

    # ------------------------------------------------------------------ requests that go on after their answer

    def open_requests(self) -> list[tuple[int, str]]:
        """Return (id, name) of the requests whose end is not known yet."""
        with _sqlite_errors_as_ours(self.path):
            return self._db.execute("select id, name from request where not ended order by id").fetchall()

    def contacts_of(self, request: int) -> dict[str, list[int]]:
        """Return contact -> rows that were accepted in a request."""
        sql = "select contact, row from item where request = ? and outcome = 'accepted' order by row"
        found: dict[str, list[int]] = {}
        with _sqlite_errors_as_ours(self.path):
            for contact, row in self._db.execute(sql, [request]):
                found.setdefault(contact, []).append(row)
        return found

    def rows_of(self, request: int) -> list[int]:
        """Return the rows that were accepted in a request, in order."""
        sql = "select row from item where request = ? and outcome = 'accepted' order by row"
        with _sqlite_errors_as_ours(self.path):
            return [row for (row,) in self._db.execute(sql, [request])]

    def end_request(
        self,
        request: int,
        *,
        status: str,
        outcomes: Iterable[tuple[int, str, str | None]] = (),
        statuses: Iterable[tuple[int, str, str | None]] = (),
        again: Iterable[int] = (),
    ) -> None:
        """Write down that a request has ended, and (row, outcome, error) of rows that did not come off.

        status: of the rows that were accepted, but for those with a (row, status, code) of their own.
        again: rows that are to be sent again.
        """
        with self._transaction():
            sql = "update item set outcome = ?, error = ? where row = ?"
            self._db.executemany(sql, [(outcome, error, row) for row, outcome, error in outcomes])
            sql = "update item set outcome = null, sent_at = null, request = null where row = ?"
            self._db.executemany(sql, [(row,) for row in again])
            sql = "update item set status = ? where request = ? and outcome = 'accepted'"
            self._db.execute(sql, [status, request])
            self._set_status(statuses)
            self._db.execute("update request set ended = 1 where id = ?", [request])

    def undo_request(self, request: int) -> None:
        """Write down that nothing came of a request: its rows are to be sent again."""
        with self._transaction():
            sql = "update item set outcome = null, sent_at = null, request = null where request = ?"
            self._db.execute(sql, [request])
            self._db.execute("update request set ended = 1 where id = ?", [request])

    def count_withdrawn(self) -> int:
        """Return how many rows are to be sent again, since they did not arrive, or nothing came of them."""
        with _sqlite_errors_as_ours(self.path):
            sql = "select count(*) from item where outcome is null and sent_at is null"
            return int(self._db.execute(sql).fetchone()[0])

    def refuse_withdrawn(self, error: str) -> None:
        """Give up the rows that are to be sent again."""
        with self._transaction():
            sql = "update item set outcome = 'refused', error = ? where outcome is null and sent_at is null"
            self._db.execute(sql, [error])

    # ------------------------------------------------------------------ what became of accepted rows

    def without_status(self, after: int, limit: int) -> list[tuple[int, str]]:
        """Return (row, key) of accepted rows whose final status is not known yet."""
        sql = "select row, key from item where outcome = 'accepted' and status is null and row > ? order by row limit ?"
        with _sqlite_errors_as_ours(self.path):
            return self._db.execute(sql, [after, limit]).fetchall()

    def set_status(self, statuses: Iterable[tuple[int, str, str | None]]) -> None:
        """Write down (row, status, code) of accepted rows."""
        with self._transaction():
            self._set_status(statuses)

    def count_status(self) -> dict[str, int]:
        """Return how many accepted rows have each final status."""
        sql = "select ifnull(status, 'Queued'), count(*) from item where outcome = 'accepted' group by 1"
        with _sqlite_errors_as_ours(self.path):
            return dict(self._db.execute(sql).fetchall())

    def results(self) -> Iterator[str]:
        """Yield a line of JSON for every row, in order."""
        with _sqlite_errors_as_ours(self.path):
            told = self.about().get("results") or TX_RESULT
            if told == TX_RESULT and self.count_status().keys() - {"Queued"}:
                told = {**told, "status": "status", "statusCode": "status_code", "reason": "reason"}
                self._db.create_function("sentence_of", 1, sentence_of)
            parts = ", ".join(f"'{name}', {_WORKED_OUT.get(column, column)}" for name, column in told.items())
            sql = f"select json_object({parts}) from item where {_KNOWN} order by row"  # noqa: S608
            for (line,) in self._db.execute(sql):
                yield line

    def refused_rows(self) -> Iterator[int]:
        """Yield the numbers of the rows that were refused, in order."""
        with _sqlite_errors_as_ours(self.path):
            for (row,) in self._db.execute("select row from item where outcome = 'refused' order by row"):
                yield int(row)

    def problems(self, limit: int, outcome: str) -> list[str]:
        """Return the first rows with an outcome, refused or unknown, and why."""
        place = "'row ' || row || iif(line is null, '', ' (line ' || line || ')')"
        sql = f"""select {place}, ifnull(error, 'No answer came') from item
          where ifnull(outcome, 'unknown') = ? and {_KNOWN} order by row limit ?"""  # noqa: S608
        with _sqlite_errors_as_ours(self.path):
            found = self._db.execute(sql, [outcome, limit])
            return [f"{where}: {why}" for where, why in found]

    def _set_status(self, statuses: Iterable[tuple[int, str, str | None]]) -> None:
        sql = "update item set status = ?, status_code = ? where row = ?"
        self._db.executemany(sql, [(status, code, row) for row, status, code in statuses])

    def _refuse(self, items: Iterable[Item]) -> None:
        self._db.executemany(_REFUSE, [(item.row, item.line, item.contact, item.key, item.problem) for item in items])

    def _find_twins(self, items: Sequence[Item]) -> None:
        """Give a problem to every item whose contact, or own key, an earlier row has."""
        fit = [item for item in items if item.problem is None]
        for table, hash_of in _UNIQUE:
            marks = [(hash_of(item), item.row) for item in fit if hash_of(item) is not None]
            added = self._db.executemany(f"insert or ignore into temp.{table} values (?, ?)", marks).rowcount  # noqa: S608
            if marks and added < len(marks):
                self._tell_twins(fit, table, hash_of)

    def _tell_twins(self, items: Sequence[Item], table: str, hash_of: Callable[[Item], int | None]) -> None:
        for item in items:
            sql = f"select row from temp.{table} where hash = ?"  # noqa: S608
            found = self._db.execute(sql, [hash_of(item)]).fetchone()
            if found and found[0] != item.row:
                name = item.contact if table == "contact" else item.key
                item.problem = f"{name!r} is in row {found[0]} too"

    @contextmanager
    def _transaction(self, *, durable: bool = False) -> Iterator[None]:
        with _sqlite_errors_as_ours(self.path):
            self._db.execute(f"pragma synchronous = {'full' if durable else 'normal'}")
            self._db.execute("begin immediate")
            try:
                yield
                self._db.execute("commit")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise


def read_about(path: Path) -> tuple[dict[str, Any], dict[str, int]]:
    """Return what the run in a file is, and its counts."""
    with closing(Ledger(path)) as ledger:
        return ledger.about(), ledger.counts()


def _same_for_all(outcomes: Sequence[tuple[int, str, str | None]]) -> tuple[int, int] | None:
    """Return the first and last row where there is no gap between them, and all of them have the same outcome."""
    if len(outcomes) < 2:
        return None
    first, last = outcomes[0], outcomes[-1]
    whole = last[0] - first[0] + 1 == len(outcomes) and all(one[1:] == first[1:] for one in outcomes)
    return (first[0], last[0]) if whole else None


def _of_another_version(path: Path, version: int) -> PartlyDone:
    if version > _VERSION:
        return PartlyDone(f"The ledger {path} was made by a newer mcctl", "Go on with that one; nothing was sent")
    hint = "What became of its rows cannot be told any more; mcctl run discard forgets it. Nothing was sent"
    return PartlyDone(f"The ledger {path} is empty, damaged, or of an older mcctl", hint)


@contextmanager
def _sqlite_errors_as_ours(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
        raise PartlyDone(
            f"The ledger {path} cannot be used: {error}", "What it recorded so far counts; nothing more was sent"
        ) from error
