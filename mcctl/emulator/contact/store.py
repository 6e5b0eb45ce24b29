"""Contacts: who is known to the enterprise, and at which addresses."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from mcctl.emulator.core.state import now

SETS: dict[str, dict[str, str]] = {
    "Email Addresses": {"Email Address": "EmailAddress", "HTML Enabled": "Boolean"},
    "Email Demographics": {"First Name": "Text", "Last Name": "Text", "Email Address": "EmailAddress"},
    "MobileConnect Demographics": {
        "Mobile Number": "Phone", "Locale": "Locale", "First Name": "Text", "Last Name": "Text", "Status": "Number",
    },
}  # fmt: skip
"""Attribute set -> attribute -> type."""
SCHEMA = """
create table contact (id integer primary key autoincrement, eid integer not null, key text not null, email text,
  mobile text, status text not null default 'Active', attributes text not null default '{}', created real not null,
  modified real not null);
create unique index contact_key on contact (eid, key);
create index contact_email on contact (eid, email);
"""


def find(db: sqlite3.Connection, eid: int, key: str) -> sqlite3.Row | None:
    """Return a contact; None for an unknown key."""
    row: sqlite3.Row | None = db.execute("select * from contact where eid = ? and key = ?", [eid, key]).fetchone()
    return row


def ensure(db: sqlite3.Connection, eid: int, key: str, **addresses: str | None) -> sqlite3.Row:
    """Return the contact with a key, made if it is not known, with the addresses that it has none of yet."""
    row = find(db, eid, key)
    if row is None:
        sql = "insert into contact (eid, key, created, modified) values (?, ?, ?, ?)"
        db.execute(sql, [eid, key, now(db), now(db)])
    missing = {name: value for name, value in addresses.items() if value and not (row and row[name])}
    if row is None or missing:
        change(db, eid, key, **missing)
        row = find(db, eid, key)
    assert row is not None  # noqa: S101 (just made)
    return row


def change(db: sqlite3.Connection, eid: int, key: str, **values: str | None) -> None:
    """Set columns of a contact: email, mobile, status, attributes."""
    for name, value in values.items():
        sql = f"update contact set {name} = ?, modified = ? where eid = ? and key = ?"
        db.execute(sql, [value, now(db), eid, key])


def is_blocked(db: sqlite3.Connection, eid: int, key: str) -> bool:
    """Whether a contact may not be sent to, because it is being deleted."""
    row = find(db, eid, key)
    return row is not None and row["status"] != "Active"


def key_of_mobile(db: sqlite3.Connection, eid: int, number: str) -> str | None:
    """Return the key of the first contact with a mobile number."""
    row = db.execute("select key from contact where eid = ? and mobile = ? order by id", [eid, number]).fetchone()
    return row["key"] if row else None


def attributes_of(row: sqlite3.Row) -> dict[str, dict[str, Any]]:
    """Return the values of a contact by attribute set."""
    found: dict[str, dict[str, Any]] = json.loads(row["attributes"])
    return found
