"""Events on their way to the callbacks of the Event Notification Service: matched, batched, signed, posted, retried.

At least once, in batches of at most the callback's size. A batch that is not answered with 200-204 within two seconds
is tried three more times and then dropped; docs silent on the pauses, here 5, 10 and 20 s of the emulator's clock. Two
batches dropped in a row within five minutes suspend the callback, for 10 minutes at first and an hour at most: what
happens meanwhile is never told to it. (The documents leave open whether attempts or batches are counted.)
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import sqlite3
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from mcctl.emulator.core.state import State, now

PROBE_SECONDS = 30
_ANSWER_SECONDS = 2
_RETRY_PAUSES = (5, 10, 20)  # seconds
_LEASE_SECONDS = 10  # an event that another process is posting is left to it for so long
_SUSPENSIONS = (10, 20, 40, 60)  # minutes
_FAILURES_WITHIN = 300  # seconds
_LOOPBACK = ("127.0.0.1", "localhost")

SCHEMA = """
create table ens_callback (id text primary key, mid integer not null, name text not null, url text not null,
  max_batch integer not null, status text not null default 'unverified', signature_key text not null,
  verification_key text, created real not null, failures integer not null default 0, failed_at real,
  suspensions integer not null default 0, suspended_until real not null default 0);
create table ens_subscription (id text primary key, mid integer not null, callback_id text not null,
  name text not null, types text not null, filters text not null, status text not null default 'active',
  reason text not null default 'none');
create table ens_event (id integer primary key autoincrement, callback_id text not null, event text not null,
  attempts integer not null default 0, due real not null);
"""


@dataclass(frozen=True)
class Batch:
    """Events that go to a callback in one POST."""

    callback_id: str
    url: str
    signature_key: str
    ids: tuple[int, ...]
    events: tuple[str, ...]
    attempts: int


def queue(db: sqlite3.Connection, events: list[dict[str, Any]]) -> None:
    """Put every event on its way to each callback that has a matching, active subscription."""
    if not events:
        return
    moment = now(db)
    subscriptions = db.execute(
        "select ens_subscription.* from ens_subscription join ens_callback on ens_callback.id = callback_id "
        "where ens_subscription.status = 'active' and suspended_until <= ?",
        [moment],
    ).fetchall()
    if not subscriptions:
        return
    rows = [
        (callback_id, json.dumps(event), moment)
        for event in events
        for callback_id in sorted({one["callback_id"] for one in subscriptions if _matches(one, event)})
    ]
    db.executemany("insert into ens_event (callback_id, event, due) values (?, ?, ?)", rows)


def is_heard(db: sqlite3.Connection) -> bool:
    """Whether there is a callback, for which it matters that time passes."""
    return db.execute("select 1 from ens_callback limit 1").fetchone() is not None


def deliver(state: State) -> None:
    """Post every batch that is due."""
    while True:
        with state.transaction() as db:
            batch = _claim(db)
        if batch is None:
            return
        body = f"[{','.join(batch.events)}]".encode()
        headers = {"x-sfmc-ens-signature": signature(batch.signature_key, body)}
        status = post(batch.url, body, headers, _ANSWER_SECONDS)
        with state.transaction() as db:
            _done(db, batch) if status in range(200, 205) else _failed(db, batch)


def signature(key: str, body: bytes) -> str:
    """Return the signature of a payload: HMAC-SHA256 in base64, keyed with the text of the signature key."""
    return base64.b64encode(hmac.new(key.encode(), body, hashlib.sha256).digest()).decode()


def post(url: str, body: bytes, headers: dict[str, str], timeout: float) -> int | None:
    """Post JSON to a URL on this machine and return the status; None if there is no answer, or it is elsewhere."""
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.hostname not in _LOOPBACK:
        return None
    try:
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)
        try:
            connection.request("POST", parts.path or "/", body, {"Content-Type": "application/json", **headers})
            return connection.getresponse().status
        finally:
            connection.close()
    except (OSError, ValueError, http.client.HTTPException):
        return None


def _matches(subscription: sqlite3.Row, event: dict[str, Any]) -> bool:
    if subscription["mid"] != event["mid"] or event["eventCategoryType"] not in json.loads(subscription["types"]):
        return False
    told = {**event, **(event.get("info") or event.get("Info") or {})}
    pairs = (text.partition("=") for text in json.loads(subscription["filters"]))
    return all(str(told.get(name, "")) == value for name, _, value in pairs)


def _claim(db: sqlite3.Connection) -> Batch | None:
    """Return the next batch that is due, and keep other processes from posting it too."""
    moment = now(db)
    first = db.execute(
        "select ens_event.*, url, signature_key, max_batch from ens_event "
        "join ens_callback on ens_callback.id = callback_id where due <= ? order by ens_event.id",
        [moment],
    ).fetchone()
    if first is None:
        return None
    rows = db.execute(
        "select id, event from ens_event where callback_id = ? and due <= ? and attempts = ? order by id limit ?",
        [first["callback_id"], moment, first["attempts"], first["max_batch"]],
    ).fetchall()
    ids = tuple(row["id"] for row in rows)
    db.executemany("update ens_event set due = ? where id = ?", [(moment + _LEASE_SECONDS, number) for number in ids])
    events = tuple(row["event"] for row in rows)
    return Batch(first["callback_id"], first["url"], first["signature_key"], ids, events, first["attempts"] + 1)


def _done(db: sqlite3.Connection, batch: Batch) -> None:
    _forget(db, batch)
    db.execute("update ens_callback set failures = 0, suspensions = 0 where id = ?", [batch.callback_id])


def _failed(db: sqlite3.Connection, batch: Batch) -> None:
    moment = now(db)
    if batch.attempts <= len(_RETRY_PAUSES):
        due = moment + _RETRY_PAUSES[batch.attempts - 1]
        sql = "update ens_event set attempts = ?, due = ? where id = ?"
        db.executemany(sql, [(batch.attempts, due, number) for number in batch.ids])
        return
    _forget(db, batch)
    row = db.execute("select * from ens_callback where id = ?", [batch.callback_id]).fetchone()
    if row is None:
        return
    recent = row["failed_at"] is not None and moment - row["failed_at"] <= _FAILURES_WITHIN
    failures = row["failures"] + 1 if recent else 1
    db.execute("update ens_callback set failures = ?, failed_at = ? where id = ?", [failures, moment, row["id"]])
    if failures >= 2:
        minutes = _SUSPENSIONS[min(row["suspensions"], len(_SUSPENSIONS) - 1)]
        db.execute(
            "update ens_callback set suspensions = suspensions + 1, suspended_until = ? where id = ?",
            [moment + minutes * 60, row["id"]],
        )
        db.execute("delete from ens_event where callback_id = ?", [row["id"]])


def _forget(db: sqlite3.Connection, batch: Batch) -> None:
    db.executemany("delete from ens_event where id = ?", [(number,) for number in batch.ids])
