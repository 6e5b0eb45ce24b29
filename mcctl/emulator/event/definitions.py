"""Event definitions: /interaction/v1/eventDefinitions.

docs silent: an unknown definition is 400 with code 30003, as in public code; one that a running journey uses cannot be
deleted. Not emulated: schedules.
"""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.emulator import demo
from mcctl.emulator.core.account import ENTERPRISE, USER
from mcctl.emulator.core.app import Loaded
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    Caller,
    caller,
    database,
    folded,
    generic_problem,
    is_text,
    is_unicode,
    json_body,
    page_of,
    paged,
    query_params,
)
from mcctl.emulator.de import definitions as de
from mcctl.emulator.de.tables import TYPES
from mcctl.emulator.journey import store as journeys

READ = "journeys_read"  # the documents ask for no more, even of writes
PAGE_SIZE = 50
MAX_KEY_CHARS = 200
_KEY = re.compile(r"[\w -]+")
_API_SOURCE = "4c3f1a52-9e0b-4d7a-8f66-2b1d5e7c9a10"  # the application that API events come from
_TEXTS = (
    "type",
    "name",
    "description",
    "mode",
    "dataExtensionId",
    "category",
    "iconUrl",
    "sourceApplicationExtensionId",
)
_CHANGEABLE = ("name", "description", "eventdefinitionkey", "sourceapplicationextensionid", "dataextensionid")
_PROPER = {name.lower(): name for name in (*_TEXTS, "eventDefinitionKey")}
_SCHEMA_TYPES = {kind.lower(): kind for kind in TYPES}

SCHEMA = """
create table event_definition (id integer primary key autoincrement, guid text not null, mid integer not null,
  eid integer not null, key text not null, de_guid text not null, doc text not null, created real not null,
  modified real not null);
create unique index event_definition_key on event_definition (mid, key);
"""


def seed(db: sqlite3.Connection) -> None:
    """Create the demo account's event definition."""
    who = Caller(ENTERPRISE, ENTERPRISE, "", frozenset(), {})
    body = demo.event_definition()
    _insert(db, who, body, de.find(db, who, key=body.pop("dataExtensionKey")))


def load(db: sqlite3.Connection, who: Caller, one: Loaded) -> None:
    """Put an event definition there, with its id."""
    body = {name: value for name, value in one.body.items() if name != "schedule"}
    _check(body)
    _insert(db, who, body, _data_extension(db, who, body), guid=one.id)


class EventDefinitions:
    """GET and POST /interaction/v1/eventDefinitions."""

    scopes = {"GET": READ, "POST": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List one page."""
        db, who, params = database(req), caller(req), query_params(req)
        rows = db.execute("select * from event_definition where mid = ? order by id", [who.mid]).fetchall()
        name = params.get("name", "").casefold()
        found = [row for row in rows if name in json.loads(row["doc"])["name"].casefold()]
        page, users = paged(found, *page_of(req, PAGE_SIZE, PAGE_SIZE)), journeys.by_event(db, who.mid)
        resp.media = {**page, "items": [_shown(db, row, users.get(row["key"], [])) for row in page["items"]]}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create an event definition on a data extension that is there, or that a schema describes."""
        db, who, body = database(req), caller(req), json_body(req, generic_problem)
        _check(body)
        if find(db, who, body["eventDefinitionKey"]):
            raise generic_problem(409, 30004, f"eventDefinitionKey {body['eventDefinitionKey']} already exists")
        row = _insert(db, who, body, _data_extension(db, who, body))
        resp.media = shown(db, row)


class EventDefinition:
    """GET, PUT and DELETE /interaction/v1/eventDefinitions/{ref}."""

    scopes = {"GET": READ, "PUT": READ, "DELETE": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Show an event definition."""
        resp.media = shown(database(req), _found(req, ref))

    def on_put(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Change what can be changed; all else in the body is ignored."""
        db, who, row = database(req), caller(req), _found(req, ref)
        given = folded(json_body(req, generic_problem))
        changes = {_PROPER[name]: given[name] for name in _CHANGEABLE if given.get(name) is not None}
        doc = {**json.loads(row["doc"]), **changes, "eventDefinitionKey": changes.get("eventDefinitionKey", row["key"])}
        _check({**doc, "dataExtensionId": changes.get("dataExtensionId", row["de_guid"]), "schema": None})
        key, other = doc["eventDefinitionKey"], find(db, who, doc["eventDefinitionKey"])
        if other is not None and other["id"] != row["id"]:
            raise generic_problem(409, 30004, f"eventDefinitionKey {key} already exists")
        de_guid = row["de_guid"]
        if "dataExtensionId" in changes:
            de_guid = _data_extension(db, who, {"dataExtensionId": changes["dataExtensionId"]})["guid"]
        sql = "update event_definition set key = ?, de_guid = ?, doc = ?, modified = ? where id = ?"
        db.execute(sql, [key, de_guid, json.dumps(doc), now(db), row["id"]])
        resp.media = shown(db, _found(req, row["guid"]))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Delete an event definition that no running journey uses."""
        db, row = database(req), _found(req, ref)
        if journeys.published_for(db, row["mid"], row["key"]):
            raise generic_problem(400, 30001, "A running journey uses this event definition")
        db.execute("delete from event_definition where id = ?", [row["id"]])


ROUTES = {
    **{
        f"/interaction/v1/{spelled}{path}": resource
        for spelled in ("eventDefinitions", "EventDefinitions", "eventdefinitions")
        for path, resource in (("", EventDefinitions()), ("/{ref}", EventDefinition()))
    },
}


def shown(db: sqlite3.Connection, row: sqlite3.Row) -> dict[str, Any]:
    """Return an event definition as the API shows it."""
    return _shown(db, row, journeys.by_event(db, row["mid"]).get(row["key"], []))


def _shown(db: sqlite3.Connection, row: sqlite3.Row, used: list[sqlite3.Row]) -> dict[str, Any]:
    """Return an event definition. used: the versions of journeys that it is the entry of."""
    target = de.with_guid(db, row["de_guid"])
    doc = json.loads(row["doc"])
    source = {"serializedObjectType": 11, "eventDefinitionId": row["guid"], "eventDefinitionKey": row["key"]}
    always = {
        "createdBy": USER["id"],
        "modifiedBy": USER["id"],
        "sourceApplicationExtensionId": _API_SOURCE,
        "filterDefinitionId": journeys.NIL_GUID,
        "filterDefinitionTemplate": "",
        "iconUrl": "",
        "isVisibleInPicker": True,
        "isPlatformObject": False,
        "category": "Event",
        "automationId": journeys.NIL_GUID,
        "disableDEDataLogging": False,
    }
    return {
        "id": row["guid"],
        **always,
        **doc,
        "arguments": {**source, "dataExtensionId": row["de_guid"], "criteria": "", **(doc.get("arguments") or {})},
        "metaData": {"scheduleState": "No Schedule", **(doc.get("metaData") or {})},
        "eventDefinitionKey": row["key"],
        "dataExtensionId": row["de_guid"],
        "dataExtensionName": target["name"] if target else "",
        "createdDate": iso(row["created"]),
        "modifiedDate": iso(row["modified"]),
        "interactionCount": len({one["journey_id"] for one in used}),
        "publishedInteractionCount": sum(one["status"] == "Published" for one in used),
    }


def find(db: sqlite3.Connection, who: Caller, key: str) -> sqlite3.Row | None:
    """Return the event definition with a key; None if the business unit has none."""
    sql = "select * from event_definition where mid = ? and key = ?"
    row: sqlite3.Row | None = db.execute(sql, [who.mid, key]).fetchone()
    return row


def _found(req: falcon.Request, ref: str) -> sqlite3.Row:
    prefix, colon, key = ref.partition(":")
    column, value = ("key", key) if colon and prefix == "key" else ("guid", ref.lower())
    sql = f"select * from event_definition where mid = ? and {column} = ?"
    row: sqlite3.Row | None = (
        database(req).execute(sql, [caller(req).mid, value]).fetchone() if is_text(value) else None
    )
    if row is None:
        raise generic_problem(400, 30003, "EventDefinition not found")
    return row


def _check(body: dict[str, Any]) -> None:
    if not is_unicode(json.dumps(body, ensure_ascii=False)):
        raise generic_problem(400, 10004, "The body holds half a character")
    for name in ("type", "name", "eventDefinitionKey"):
        if not isinstance(body.get(name), str) or not body[name]:
            raise generic_problem(400, 10002, f"{name} is required")
    if wrong := next((name for name in _TEXTS if not isinstance(body.get(name) or "", str)), None):
        raise generic_problem(400, 10001, f"{wrong} must be text")
    _check_key(body["eventDefinitionKey"])
    if body.get("mode") not in (None, "Production", "Test"):
        raise generic_problem(400, 10005, "mode must be Production or Test")
    if bool(body.get("dataExtensionId")) == bool(body.get("schema")):
        raise generic_problem(400, 10002, "Either dataExtensionId or schema is required")
    if body.get("schedule"):
        raise generic_problem(501, 0, "The emulator does not emulate the schedules of event definitions")


def _check_key(key: str) -> None:
    if not _KEY.fullmatch(key) or len(key) > MAX_KEY_CHARS:
        raise generic_problem(400, 10003, "eventDefinitionKey must not contain special characters, such as a period")


def _data_extension(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> sqlite3.Row:
    """Return the data extension of a new event definition, made from its schema if it has one."""
    if guid := body.get("dataExtensionId"):
        row = de.find(db, who, guid=guid)
        if row is None:
            raise generic_problem(400, 30003, f"The data extension {guid} does not exist")
        return row
    schema = body["schema"]
    fields, contact = (
        (schema.get("fields"), schema.get("sendableCustomObjectField")) if isinstance(schema, dict) else ("", "")
    )
    if not isinstance(fields, list) or not fields or not all(isinstance(field, dict) for field in fields):
        raise generic_problem(400, 10002, "schema.fields is required")
    made = {
        "name": f"{body['name']} - {iso(now(db))}"[: de.MAX_NAME_CHARS],
        "categoryId": de.FOLDERS.get(who.mid, 0),
        "fields": [_field(field, place) for place, field in enumerate(fields)],
        "isSendable": True,
        "sendableCustomObjectField": contact,
        "sendableSubscriberField": "_SubscriberKey",
    }
    de.check(made, who)
    return de.insert(db, who, made, searchable=now(db))


def _field(field: dict[str, Any], place: int) -> dict[str, Any]:
    length = str(field.get("maxLength") or "")
    kind = _SCHEMA_TYPES.get(str(field.get("dataType")).lower(), str(field.get("dataType")))
    return {
        "name": field.get("name"),
        "type": kind,
        "ordinal": place,
        **({"length": int(length)} if length.isascii() and length.isdecimal() and len(length) < 6 else {}),
        **dict.fromkeys(de.FIELD_FLAGS, False),
        "isNullable": bool(field.get("isNullable", True)),
        "isPrimaryKey": bool(field.get("isPrimaryKey")),
    }


def _insert(
    db: sqlite3.Connection, who: Caller, body: dict[str, Any], target: sqlite3.Row | None, guid: str = ""
) -> sqlite3.Row:
    assert target is not None  # noqa: S101 (found, or just made)
    left_out = ("dataExtensionId", "dataExtensionName", "eventDefinitionKey", "id")
    doc = {"description": "", "mode": "Production", **{k: v for k, v in body.items() if k not in left_out}}
    names = "guid, mid, eid, key, de_guid, doc, created, modified"
    values = [guid or str(uuid.uuid4()), who.mid, who.eid, body["eventDefinitionKey"], target["guid"], json.dumps(doc)]
    sql = f"insert into event_definition ({names}) values (?, ?, ?, ?, ?, ?, ?, ?)"
    db.execute(sql, [*values, now(db), now(db)])
    row = find(db, who, body["eventDefinitionKey"])
    assert row is not None  # noqa: S101 (just inserted)
    return row
