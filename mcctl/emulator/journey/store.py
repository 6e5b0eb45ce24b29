"""Journeys as they are kept: every version with its status, who is in it, what happened to it and to them."""

from __future__ import annotations

import json
import sqlite3
import uuid
from typing import Any

from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import Caller, is_text
from mcctl.emulator.event import store as events

FOLDERS = {510000001: 401, 510000002: 402}
"""Business unit -> its folder of journeys."""
NOT_SET = "NotSet"
NIL_GUID = "00000000-0000-0000-0000-000000000000"
RUNNING = ("Published", "Unpublished")
STOPPABLE = (*RUNNING, "Paused")
OWN_PROPERTIES = (
    "id", "definitionId", "version", "status", "createdDate", "modifiedDate", "lastPublishedDate", "stats", "tags",
    "scheduledStatus",
)  # fmt: skip
"""What the platform says of a version; ignored where a request holds it."""

SCHEMA = """
create table journey (id integer primary key autoincrement, guid text not null, mid integer not null,
  eid integer not null, key text not null);
create unique index journey_key on journey (mid, key);
create table journey_version (id integer primary key autoincrement, journey_id integer not null,
  definition_id text not null, number integer not null, status text not null, doc text not null,
  created real not null, modified real not null, published real, paused real, resumes real, pause text);
create unique index journey_version_number on journey_version (journey_id, number);
create table journey_contact (id integer primary key autoincrement, version_id integer not null,
  journey_id integer not null, contact_key text not null, instance text not null, event text not null,
  activity text not null, state text not null default 'in', due real not null, entered real not null,
  waiting integer not null default 0, met_goal integer not null default 0);
create index journey_contact_due on journey_contact (due) where state = 'in';
create index journey_contact_inside on journey_contact (journey_id, contact_key);
create index journey_contact_version on journey_contact (version_id, state);
create table journey_history (id integer primary key autoincrement, journey_id integer not null, mid integer not null,
  definition_id text not null, at real not null, contact_key text not null, instance text not null, activity text,
  status text not null, message text not null);
create index journey_history_place on journey_history (mid, at);
create table journey_audit (id integer primary key autoincrement, journey_id integer not null, number integer not null,
  action text not null, at real not null, more text not null);
create table journey_check (id text primary key, mid integer not null, version_id integer not null, kind text not null,
  due real not null, state text not null default 'InProcess', errors text not null default '[]',
  warnings text not null default '[]');
create table journey_exit (id integer primary key autoincrement, journey_id integer not null, contact_key text not null,
  versions text not null, due real not null, done integer not null default 0);
"""

_EVERYTHING = ("activities", "triggers", "goals", "tags", "stats")
_PARTS: dict[str, tuple[str, ...]] = {
    "all": _EVERYTHING,
    "activities": _EVERYTHING,
    "outcome": ("goals", "stats"),
    "outcomes": ("goals", "stats"),
    "stats": ("stats",),
}
"""Value of `extras` -> what is shown besides; the examples of the documents say so."""
_VERSIONS = """select journey_version.*, journey.guid, journey.mid, journey.eid, journey.key
  from journey_version join journey on journey.id = journey_id"""


def find(db: sqlite3.Connection, who: Caller, ref: str) -> sqlite3.Row | None:
    """Return a journey by `key:` and its key, or by its id; None if the business unit has none."""
    prefix, colon, key = ref.partition(":")
    column, value = ("key", key) if colon and prefix == "key" else ("guid", ref.lower())
    sql = f"select * from journey where mid = ? and {column} = ?"
    row: sqlite3.Row | None = db.execute(sql, [who.mid, value]).fetchone() if is_text(value) else None
    return row


def versions(db: sqlite3.Connection, journey_id: int) -> list[sqlite3.Row]:
    """Return the versions of a journey, oldest first."""
    return db.execute(f"{_VERSIONS} where journey_id = ? order by number", [journey_id]).fetchall()


def version(db: sqlite3.Connection, version_id: int) -> sqlite3.Row:
    """Return a version by its row id."""
    row: sqlite3.Row = db.execute(f"{_VERSIONS} where journey_version.id = ?", [version_id]).fetchone()
    return row


def all_versions(db: sqlite3.Connection, mid: int) -> list[sqlite3.Row]:
    """Return every version of every journey of a business unit."""
    return db.execute(f"{_VERSIONS} where mid = ? order by journey_id, number", [mid]).fetchall()


def by_event(db: sqlite3.Connection, mid: int) -> dict[str | None, list[sqlite3.Row]]:
    """Return the versions of a business unit's journeys by the keys of their entry events."""
    found: dict[str | None, list[sqlite3.Row]] = {}
    for row in all_versions(db, mid):
        found.setdefault(event_key_of(json.loads(row["doc"])), []).append(row)
    return found


def published_for(db: sqlite3.Connection, mid: int, event_key: str) -> list[sqlite3.Row]:
    """Return the versions that take contacts from an event, the paused ones with them."""
    rows = db.execute(f"{_VERSIONS} where mid = ? and status in ('Published', 'Paused')", [mid]).fetchall()
    return [row for row in rows if event_key_of(json.loads(row["doc"])) == event_key]


def event_key_of(doc: dict[str, Any]) -> str | None:
    """Return the key of the entry event; live journeys carry it in metaData."""
    trigger: dict[str, Any] = next(iter(doc.get("triggers") or []), {})
    meta = trigger.get("metaData")
    key = trigger.get("eventDefinitionKey") or (meta.get("eventDefinitionKey") if isinstance(meta, dict) else None)
    return key if isinstance(key, str) else None


def create(db: sqlite3.Connection, who: Caller, body: dict[str, Any], guid: str = "") -> sqlite3.Row:
    """Add a journey with its first version, a draft, and return that. guid: its id; else a new one."""
    values = [guid or str(uuid.uuid4()), who.mid, who.eid, body["key"]]
    journey_id = db.execute("insert into journey (guid, mid, eid, key) values (?, ?, ?, ?)", values).lastrowid or 0
    add_version(db, journey_id, 1, body)
    row = versions(db, journey_id)[0]
    audit(db, row, "Create", now(db))
    return row


def add_version(db: sqlite3.Connection, journey_id: int, number: int, doc: dict[str, Any]) -> None:
    """Add a draft. The first version has the id of the journey for its own, too."""
    journey = db.execute("select * from journey where id = ?", [journey_id]).fetchone()
    definition_id = journey["guid"] if number == 1 else str(uuid.uuid4())
    names = "journey_id, definition_id, number, status, doc, created, modified"
    sql = f"insert into journey_version ({names}) values (?, ?, ?, 'Draft', ?, ?, ?)"
    whole = json.dumps(completed(db, journey["mid"], doc))
    db.execute(sql, [journey_id, definition_id, number, whole, now(db), now(db)])


def completed(db: sqlite3.Connection, mid: int, doc: dict[str, Any]) -> dict[str, Any]:
    """Return a specification with what the platform assigns: ids, and everything that a journey always has."""
    always = {
        "description": "",
        "workflowApiVersion": 1,
        "activities": [],
        "triggers": [],
        "goals": [],
        "exits": [],
        "notifiers": [],
        "entryMode": NOT_SET,
        "definitionType": "Multistep",
        "channel": "",
        "defaults": {},
        "metaData": {},
        "executionMode": "Production",
        "categoryId": FOLDERS.get(mid, 0),
    }
    given = {name: value for name, value in doc.items() if value is not None and name not in OWN_PROPERTIES}
    whole = {**always, **given}
    for kind in ("triggers", "goals", "activities"):
        whole[kind] = [{"id": str(uuid.uuid4()), **one} for one in whole[kind] or []]
    whole["triggers"] = [{**one, "metaData": _trigger_meta(db, mid, whole, one)} for one in whole["triggers"]]
    for activity in whole["activities"]:
        for outcome in activity.get("outcomes") or []:
            outcome.setdefault("key", str(uuid.uuid4()))
    return whole


def _trigger_meta(db: sqlite3.Connection, mid: int, doc: dict[str, Any], trigger: dict[str, Any]) -> dict[str, Any]:
    """Return the metaData of a trigger, in which tenants keep the key and the id of its event definition."""
    given = trigger.get("metaData")
    key = event_key_of({**doc, "triggers": [trigger]})
    event = events.find(db, mid, key)
    named = {"eventDefinitionId": event["guid"] if event else "", "eventDefinitionKey": key} if key else {}
    always = {
        "sourceInteractionId": NIL_GUID,
        "chainType": "None",
        "configurationRequired": False,
        "iconUrl": "",
        "title": "",
        "entrySourceGroupConfigUrl": "",
    }
    return {**always, **(given if isinstance(given, dict) else {}), **named}


def remove_version(db: sqlite3.Connection, row: sqlite3.Row) -> None:
    """Remove a version with whoever is in it; what was to be checked of it fails."""
    gone = json.dumps([{"errorDetail": "The version was deleted", "errorType": "Error"}])
    sql = "update journey_check set state = 'Error', errors = ? where version_id = ? and state = 'InProcess'"
    db.execute(sql, [gone, row["id"]])
    db.execute("delete from journey_contact where version_id = ?", [row["id"]])
    db.execute("delete from journey_version where id = ?", [row["id"]])


def eject(db: sqlite3.Connection, where: str, values: list[Any]) -> int:
    """Remove the contacts that match from their journeys, and return how many there were."""
    sql = f"update journey_contact set state = 'out' where state != 'out' and {where}"
    return db.execute(sql, values).rowcount


def eject_everywhere(db: sqlite3.Connection, eid: int, contact_key: str) -> None:
    """Have a contact leave every journey of an enterprise."""
    eject(db, "contact_key = ? and journey_id in (select id from journey where eid = ?)", [contact_key, eid])


def remove(db: sqlite3.Connection, journey_id: int) -> None:
    """Remove a journey with all its versions."""
    for row in versions(db, journey_id):
        remove_version(db, row)
    db.execute("delete from journey where id = ?", [journey_id])


def key_of(db: sqlite3.Connection, journey_id: int | None) -> str | None:
    """Return the key of a journey; None where there is none."""
    row = db.execute("select key from journey where id = ?", [journey_id]).fetchone()
    return row["key"] if row else None


def audit(db: sqlite3.Connection, row: sqlite3.Row, action: str, moment: float, **more: Any) -> None:
    """Write down what was done to a version."""
    sql = "insert into journey_audit (journey_id, number, action, at, more) values (?, ?, ?, ?, ?)"
    db.execute(sql, [row["journey_id"], row["number"], action, moment, json.dumps(more)])


def record(
    db: sqlite3.Connection, version_row: sqlite3.Row, contact_key: str, instance: str, moment: float,
    activity: dict[str, Any] | None, status: str, message: str = "",
) -> None:  # fmt: skip
    """Write down what happened to a contact."""
    told = None if activity is None else {name: activity.get(name) for name in ("id", "key", "name", "type")}
    names = "journey_id, mid, definition_id, at, contact_key, instance, activity, status, message"
    sql = f"insert into journey_history ({names}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    where = [version_row["journey_id"], version_row["mid"], version_row["definition_id"], moment, contact_key, instance]
    db.execute(sql, [*where, json.dumps(told) if told else None, status, message])


def stats(db: sqlite3.Connection, version_id: int) -> dict[str, Any]:
    """Return how many contacts are and were in a version, and how many met its goal."""
    sql = "select count(*), sum(state != 'out'), sum(met_goal) from journey_contact where version_id = ?"
    total, inside, met = db.execute(sql, [version_id]).fetchone()
    share = round(100 * (met or 0) / total, 2) if total else 0.0
    return {
        "currentPopulation": inside or 0,
        "cumulativePopulation": total,
        "metGoal": met or 0,
        "goalPerformance": share,
    }


def shown(db: sqlite3.Connection, row: sqlite3.Row, extras: str) -> dict[str, Any]:
    """Return a version as the API shows it. extras: all, activities, outcome(s) or stats; blank is none of them."""
    doc = json.loads(row["doc"])
    wanted = _PARTS.get(extras, ())
    kept = {name: value for name, value in doc.items() if name not in ("activities", "triggers", "goals")}
    more = {name: doc[name] for name in ("triggers", "goals", "activities") if name in wanted}
    return {
        "id": row["guid"],
        **kept,
        "definitionId": row["definition_id"],
        "scheduledStatus": "Draft",  # whatever the status is, by all that is recorded
        "version": row["number"],
        "status": row["status"],
        "createdDate": iso(row["created"]),
        "modifiedDate": iso(row["modified"]),
        "lastPublishedDate": iso(row["published"]),
        **more,
        **({"tags": []} if "tags" in wanted else {}),
        **({"stats": stats(db, row["id"])} if "stats" in wanted else {}),
    }
