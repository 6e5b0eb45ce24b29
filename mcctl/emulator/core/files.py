"""The account's Enhanced FTP: files that imports read, and reports that land there."""

from __future__ import annotations

import csv
import io
import sqlite3
from typing import Any

from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.app import App

_HIKERS = """MobileNumber,CountryCode,SubscriberKey,FirstName
13175550121,US,nto-2001,Dara
13175550122,US,nto-2002,Eli
"""
SCHEMA = """
create table file (mid integer not null, name text not null, content text not null, primary key (mid, name));
"""


def seed(db: sqlite3.Connection) -> None:
    """Leave a file that can be imported."""
    put(db, ENTERPRISE, "hikers.csv", _HIKERS)


def put(db: sqlite3.Connection, mid: int, name: str, content: str) -> None:
    """Keep a file, in the place of one of the same name."""
    db.execute("insert or replace into file (mid, name, content) values (?, ?, ?)", [mid, name, content])


def get(db: sqlite3.Connection, mid: int, name: str) -> str | None:
    """Return the text of a file; None if there is none by that name."""
    row = db.execute("select content from file where mid = ? and name = ?", [mid, name]).fetchone()
    return row["content"] if row else None


def every(db: sqlite3.Connection, mid: int) -> list[dict[str, Any]]:
    """Return the name and length in characters of every file."""
    rows = db.execute("select name, length(content) as chars from file where mid = ? order by name", [mid])
    return [dict(row) for row in rows]


def rows_of(text: str) -> list[list[str]]:
    """Return the rows of a CSV file. Raises csv.Error for what is none."""
    return [row for row in csv.reader(io.StringIO(text), strict=True) if row]


APP = App(routes={}, schema=SCHEMA, seeds=(seed,))
