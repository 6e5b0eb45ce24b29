"""Apps, devices and push messages as they are kept. A device belongs to a contact, and has tags."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.state import now
from mcctl.emulator.sms.talk import encode

APP_GUID = "5e0d0000-0000-4000-8000-000000000201"
MESSAGE_ID, APP_ID = 114, 117
"""Kinds of encoded ids."""
ACTIVE = 2

SCHEMA = """
create table push_device (token text primary key, eid integer not null, contact_key text not null, tags text not null);
create index push_device_contact on push_device (eid, contact_key);
create table push_message (id integer primary key autoincrement, mid integer not null, doc text not null,
  created real not null);
create table push_send (token text primary key, message_id integer not null, audience text not null,
  reached integer not null, at real not null);
"""


def seed(db: sqlite3.Connection) -> None:
    """Make the demo account's message, and the devices of two customers."""
    for number, tag in ((1001, "boots"), (1002, "maps")):
        values = [f"device-{number}", ENTERPRISE, f"nto-{number}", json.dumps([tag])]
        db.execute("insert into push_device values (?, ?, ?, ?)", values)
    doc = {
        "name": "NTO Snow", "alert": "Snow on the trail, %%FirstName%%!", "title": "Northern Trail", "sound": "default",
        "messageType": 1, "contentType": 1, "sendInitiator": 1, "status": ACTIVE,
        "application": {"id": APP_GUID, "name": "NTO Trails"},
    }  # fmt: skip
    db.execute("insert into push_message (mid, doc, created) values (?, ?, ?)", [ENTERPRISE, json.dumps(doc), now(db)])


def message_id(row: sqlite3.Row) -> str:
    """Return the id of a message as the routes have it."""
    return encode(row["id"], MESSAGE_ID)


def messages(db: sqlite3.Connection, mid: int) -> list[sqlite3.Row]:
    """Return the messages of a business unit."""
    return db.execute("select * from push_message where mid = ? order by id", [mid]).fetchall()


def message(db: sqlite3.Connection, mid: int, ref: str) -> sqlite3.Row | None:
    """Return a message by its encoded id; None if there is none."""
    return next((row for row in messages(db, mid) if message_id(row) == ref), None)


def devices(db: sqlite3.Connection, eid: int) -> list[dict[str, Any]]:
    """Return every device: token, contact_key, tags."""
    rows = db.execute("select * from push_device where eid = ? order by token", [eid]).fetchall()
    return [{"token": row["token"], "contact_key": row["contact_key"], "tags": json.loads(row["tags"])} for row in rows]


def device_of(db: sqlite3.Connection, eid: int, contact_key: str) -> str | None:
    """Return the device of a contact; None if there is none."""
    sql = "select token from push_device where eid = ? and contact_key = ? order by token limit 1"
    row = db.execute(sql, [eid, contact_key]).fetchone()
    return row["token"] if row else None


def is_app(guid: Any) -> bool:
    """Whether an id is that of a push app."""
    return guid in (APP_GUID, encode(1, APP_ID))
