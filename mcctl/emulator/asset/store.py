"""Assets as others find them: by key, by id, and by the id that journeys know them by."""

from __future__ import annotations

import sqlite3


def by_key(db: sqlite3.Connection, eid: int, key: str) -> sqlite3.Row | None:
    """Return the asset of an enterprise that has an external key."""
    return _one(db, "key = ?", eid, key)


def by_id(db: sqlite3.Connection, eid: int, number: int) -> sqlite3.Row | None:
    """Return the asset of an enterprise that has an id."""
    return _one(db, "id = ?", eid, number)


def by_legacy_id(db: sqlite3.Connection, eid: int, number: int) -> sqlite3.Row | None:
    """Return the e-mail of an enterprise that has a legacyData.legacyId."""
    return _one(db, "legacy_id = ?", eid, number)


def by_object_id(db: sqlite3.Connection, guid: str) -> sqlite3.Row | None:
    """Return the asset that has an objectID, whoever it belongs to."""
    row: sqlite3.Row | None = db.execute("select * from asset where object_id = ?", [guid]).fetchone()
    return row


def in_folder(db: sqlite3.Connection, category: int, name: str) -> sqlite3.Row | None:
    """Return the asset of a name, in any case, in a folder."""
    sql = "select * from asset where category_id = ? and name = ? collate nocase"
    row: sqlite3.Row | None = db.execute(sql, [category, name]).fetchone()
    return row


def _one(db: sqlite3.Connection, where: str, eid: int, value: str | int) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute(f"select * from asset where eid = ? and {where}", [eid, value]).fetchone()
    return row
