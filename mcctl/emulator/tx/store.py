"""What others may know of send definitions."""

from __future__ import annotations

import sqlite3


def sms_definition(db: sqlite3.Connection, eid: int, ref: str) -> sqlite3.Row | None:
    """Return the SMS definition of an enterprise by its id or key."""
    sql = "select * from definition where eid = ? and channel = 'sms' and (guid = ? or key = ?) and status != 'Deleted'"
    row: sqlite3.Row | None = db.execute(sql, [eid, ref.lower(), ref]).fetchone()
    return row
