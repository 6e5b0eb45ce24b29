"""What others may know of event definitions, and the events that wait for journeys."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

NEXT_DUE = "select min(due) from journey_event where state = 'queued'"
"""SQL of the time at which the next event is due."""


def find(db: sqlite3.Connection, mid: int, key: str | None) -> sqlite3.Row | None:
    """Return the event definition of a business unit that has a key."""
    sql = "select * from event_definition where mid = ? and key = ?"
    row: sqlite3.Row | None = db.execute(sql, [mid, key]).fetchone()
    return row


def by_id(db: sqlite3.Connection, mid: int, guid: str) -> sqlite3.Row | None:
    """Return the event definition of a business unit that has an id."""
    sql = "select * from event_definition where mid = ? and guid = ?"
    row: sqlite3.Row | None = db.execute(sql, [mid, guid]).fetchone()
    return row


def queued(db: sqlite3.Connection, moment: float, most: int) -> list[sqlite3.Row]:
    """Return the events that are due, oldest first, so many at most."""
    sql = "select * from journey_event where state = 'queued' and due <= ? order by due, id limit ?"
    return db.execute(sql, [moment, most]).fetchall()


def take(db: sqlite3.Connection, events: Iterable[sqlite3.Row]) -> None:
    """Have events not wait any more."""
    db.executemany("update journey_event set state = 'processed' where id = ?", [(event["id"],) for event in events])
