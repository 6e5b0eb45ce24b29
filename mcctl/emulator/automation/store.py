"""Automations and activities as they are kept, and what ran."""

from __future__ import annotations

import base64
import json
import sqlite3
import uuid
from typing import Any

from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import Caller, Refusal, generic_problem

ERROR, READY, RUNNING, PAUSED, SCHEDULED, AWAITING, INACTIVE = -1, 2, 3, 4, 6, 7, 8
STATUS = {ERROR: "Error", READY: "Ready", RUNNING: "Running", PAUSED: "PausedSchedule", SCHEDULED: "Scheduled",
          AWAITING: "AwaitingTrigger", INACTIVE: "InactiveTrigger"}  # fmt: skip
AUTOMATION_ID, RUN_ID, STEP_ID, WORKER_ID, SCHEDULE_ID = 25, 26, 27, 29, 36
"""Kinds of the legacy services' ids."""

SCHEMA = """
create table automation (id integer primary key autoincrement, guid text not null, mid integer not null,
  eid integer not null, key text not null, name text not null, folder integer not null, doc text not null,
  steps text not null, status integer not null, resting integer not null, next real, created real not null,
  modified real not null, last_run real, last_instance text, last_status text);
create unique index automation_key on automation (mid, key);
create table automation_run (id integer primary key autoincrement, guid_of_run text not null,
  automation_id integer not null, mid integer not null, cause text not null, file text not null,
  started real not null, ended real, status text not null, error text not null, step integer not null, due real);
create index automation_run_due on automation_run (due) where due is not null;
create table automation_part (id integer primary key autoincrement, guid text not null, run_id integer not null,
  step integer not null, place integer not null, type integer not null, key text not null, name text not null,
  status text not null, started real, ended real, error text not null);
create table activity (id integer primary key autoincrement, guid text not null, mid integer not null,
  eid integer not null, kind text not null, key text not null, name text not null, folder integer not null,
  doc text not null, created real not null, modified real not null);
create unique index activity_key on activity (mid, kind, key);
create table activity_run (id integer primary key autoincrement, activity_id integer not null, accepted real not null,
  ended real, error text not null);
create index activity_run_open on activity_run (accepted) where ended is null;
"""


def not_found() -> Refusal:
    """Return what an unknown id is answered with."""
    return generic_problem(404, 404, "Not Found")


def refused(message: str) -> Refusal:
    """Return the refusal of what Automation Studio will not keep."""
    return Refusal(400, {"errors": [{"message": message}]})


def required(name: str) -> Refusal:
    """Return the refusal of a body without something."""
    return generic_problem(400, 10002, f"The following field is required: '{name}'.")


def not_valid(name: str) -> Refusal:
    """Return the refusal of a body with a wrong value."""
    return generic_problem(400, 10005, f"The value specified for the following field is not valid: '{name}'.")


def is_guid(text: str) -> bool:
    """Whether a text is an id as these routes have them."""
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False


def legacy_id(guid: str, kind: int) -> str:
    """Return the id of something in the legacy services."""
    short = base64.urlsafe_b64encode(uuid.UUID(guid).bytes_le).decode().rstrip("=")
    return base64.b64encode(f"{short}:{kind}:0".encode()).decode().rstrip("=")


def guid_of_legacy(text: str, kind: int) -> str | None:
    """Return the id behind one of the legacy services; None for what is none of that kind."""
    try:
        short, number, zero = base64.b64decode(text + "=" * (-len(text) % 4)).decode().split(":")
        guid = str(uuid.UUID(bytes_le=base64.urlsafe_b64decode(short + "==")))
    except (ValueError, UnicodeDecodeError):
        return None
    return guid if (number, zero) == (str(kind), "0") else None


# ---------------------------------------------------------------------- automations


def automation(db: sqlite3.Connection, mid: int, guid: str) -> sqlite3.Row:
    """Return an automation by its id. Raises a 404 Refusal."""
    sql = "select * from automation where mid = ? and guid = ?"
    row: sqlite3.Row | None = db.execute(sql, [mid, guid.lower()]).fetchone() if is_guid(guid) else None
    if row is None:
        raise not_found()
    return row


def automation_by_key(db: sqlite3.Connection, mid: int, key: str) -> sqlite3.Row:
    """Return an automation by its key. Raises a 404 Refusal."""
    row: sqlite3.Row | None = db.execute("select * from automation where mid = ? and key = ?", [mid, key]).fetchone()
    if row is None:
        raise not_found()
    return row


def automations(db: sqlite3.Connection, mid: int) -> list[sqlite3.Row]:
    """Return the automations of a business unit by name."""
    return db.execute("select * from automation where mid = ? order by name, id", [mid]).fetchall()


def doc_of(row: sqlite3.Row) -> dict[str, Any]:
    """Return what is kept of an automation or activity as it was sent."""
    found: dict[str, Any] = json.loads(row["doc"])
    return found


def steps_of(row: sqlite3.Row) -> list[dict[str, Any]]:
    """Return the steps of an automation."""
    found: list[dict[str, Any]] = json.loads(row["steps"])
    return found


def change(db: sqlite3.Connection, automation_id: int, **values: Any) -> None:
    """Set columns of an automation."""
    names = ", ".join(f"{name} = ?" for name in values)
    db.execute(f"update automation set {names} where id = ?", [*values.values(), automation_id])


# ---------------------------------------------------------------------- activities


def activity(db: sqlite3.Connection, mid: int, kind: str, guid: str) -> sqlite3.Row | None:
    """Return an activity by its id; None if there is none of that kind."""
    sql = "select * from activity where mid = ? and kind = ? and guid = ?"
    row: sqlite3.Row | None = db.execute(sql, [mid, kind, guid.lower()]).fetchone() if is_guid(guid) else None
    return row


def activities(db: sqlite3.Connection, mid: int, kind: str) -> list[sqlite3.Row]:
    """Return the activities of a kind by name."""
    return db.execute("select * from activity where mid = ? and kind = ? order by name, id", [mid, kind]).fetchall()


def add_activity(
    db: sqlite3.Connection,
    who: Caller,
    kind: str,
    key: str,
    name: str,
    folder: int,
    doc: dict[str, Any],
    guid: str = "",
) -> sqlite3.Row:
    """Keep a new activity, and return it. guid: its id; else a new one."""
    names = "guid, mid, eid, kind, key, name, folder, doc, created, modified"
    values = [guid or str(uuid.uuid4()), who.mid, who.eid, kind, key, name, folder, json.dumps(doc), now(db), now(db)]
    cursor = db.execute(f"insert into activity ({names}) values ({', '.join('?' * 10)})", values)
    row: sqlite3.Row = db.execute("select * from activity where id = ?", [cursor.lastrowid]).fetchone()
    return row


def name_or_key_taken(db: sqlite3.Connection, mid: int, kind: str, name: str, key: str, besides: int = 0) -> str | None:
    """Return name or key, whichever another activity of the kind has; None where both are free."""
    for column, value in (("name", name), ("key", key)):
        sql = f"select 1 from activity where mid = ? and kind = ? and {column} = ? collate nocase and id <> ?"
        if value and db.execute(sql, [mid, kind, value, besides]).fetchone():
            return column
    return None
