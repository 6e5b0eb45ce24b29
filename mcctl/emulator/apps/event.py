"""Event definitions and entry events: /interaction/v1/eventDefinitions, /events and /async/events.

An event is checked against the data extension of its definition and written to it, and right after it the contact
enters the journeys that the definition feeds. docs silent: an unknown definition is 400 with code 30003, as in public
code; one that a running journey uses cannot be deleted. Not emulated: schedules, and releases from a wait for an event.
"""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.emulator import contacts, demo, journeys
from mcctl.emulator.apps import de
from mcctl.emulator.apps.auth import ENTERPRISE
from mcctl.emulator.state import iso, now
from mcctl.emulator.tables import TYPES, BadRow, Table
from mcctl.emulator.web import (
    Caller,
    Problem,
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

READ = "journeys_read"  # the documents ask for no more, even of writes
PAGE_SIZE = 50
MAX_MEMBERS = 100
MAX_KEY_CHARS = 200
_KEY = re.compile(r"[\w -]+")
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
create table journey_event (id integer primary key autoincrement, instance text not null, request_id text,
  mid integer not null, event_key text not null, contact_key text not null, data text not null, accepted real not null,
  due real not null, state text not null, message text not null default '');
create index journey_event_due on journey_event (due) where state = 'queued';
create index journey_event_request on journey_event (request_id);
create index journey_event_instance on journey_event (instance);
"""


def seed(db: sqlite3.Connection) -> None:
    """Create the demo account's event definition."""
    who = Caller(ENTERPRISE, ENTERPRISE, "", frozenset(), {})
    body = demo.event_definition()
    _insert(db, who, body, de.find(db, who, key=body.pop("dataExtensionKey")))


class EventDefinitions:
    """GET and POST /interaction/v1/eventDefinitions."""

    scopes = {"GET": READ, "POST": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List one page."""
        db, who, params = database(req), caller(req), query_params(req)
        rows = db.execute("select * from event_definition where mid = ? order by id", [who.mid]).fetchall()
        name = params.get("name", "").casefold()
        found = [shown(db, row) for row in rows if name in json.loads(row["doc"])["name"].casefold()]
        resp.media = paged(found, *page_of(req, PAGE_SIZE, PAGE_SIZE))

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create an event definition on a data extension that is there, or that a schema describes."""
        db, who, body = database(req), caller(req), json_body(req, generic_problem)
        _check(body)
        if _find(db, who, body["eventDefinitionKey"]):
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
        key, other = doc["eventDefinitionKey"], _find(db, who, doc["eventDefinitionKey"])
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


class Events:
    """POST /interaction/v1/events."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Accept one event."""
        db, who, body = database(req), caller(req), folded(json_body(req, generic_problem))
        row = _of_event(db, who, body)
        _check_member(db, row, body)
        table = _table(db, row)
        data, problems = _checked(table, body.get("data"))
        if problems:
            raise _data_problem(problems)
        resp.media = {"eventInstanceId": _queue(db, row, body["contactkey"], table, data, None)}
        resp.status = 201


class AsyncEvents:
    """POST /interaction/v1/async/events."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Queue events for up to 100 contacts. docs silent on what a member that is not queued looks like."""
        db, who, body = database(req), caller(req), folded(json_body(req, generic_problem))
        row = _of_event(db, who, body)
        members = body.get("members")
        if not isinstance(members, list) or not 0 < len(members) <= MAX_MEMBERS:
            raise generic_problem(400, 10005, f"members must hold 1 to {MAX_MEMBERS} contacts")
        request_id, table = str(uuid.uuid4()), _table(db, row)
        told = [_member(db, row, table, member, request_id) for member in members]
        refused = sum("errorcode" in member for member in told)
        resp.media = {"requestId": request_id, "count": len(members), "notQueuedCount": refused, "members": told}
        resp.status = 202


class AsyncEventsStatus:
    """GET /interaction/v1/async/events/status. The shape of the answer is not documented."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell what became of events."""
        params = query_params(req)
        columns = {"requestid": "request_id", "contactkey": "contact_key", "eventinstanceid": "instance",
                   "eventdefinitionkey": "event_key", "type": "state"}  # fmt: skip
        given = {column: params[name] for name, column in columns.items() if params.get(name)}
        where = "".join(f" and {column} = ?" for column in given)
        sql = f"select * from journey_event where mid = ?{where} order by id"
        rows = database(req).execute(sql, [caller(req).mid, *given.values()]).fetchall()
        resp.media = paged([_shown_event(row) for row in rows], *page_of(req, PAGE_SIZE, 500))


ROUTES = {
    **{
        f"/interaction/v1/{spelled}{path}": resource
        for spelled in ("eventDefinitions", "EventDefinitions", "eventdefinitions")
        for path, resource in (("", EventDefinitions()), ("/{ref}", EventDefinition()))
    },
    "/interaction/v1/events": Events(),
    "/interaction/v1/async/events": AsyncEvents(),
    "/interaction/v1/async/events/status": AsyncEventsStatus(),
}


def shown(db: sqlite3.Connection, row: sqlite3.Row) -> dict[str, Any]:
    """Return an event definition as the API shows it."""
    used = [
        one
        for one in journeys.all_versions(db, row["mid"])
        if journeys.event_key_of(json.loads(one["doc"])) == row["key"]
    ]
    target = db.execute("select name from data_extension where guid = ?", [row["de_guid"]]).fetchone()
    return {
        "id": row["guid"],
        **json.loads(row["doc"]),
        "eventDefinitionKey": row["key"],
        "dataExtensionId": row["de_guid"],
        "dataExtensionName": target["name"] if target else "",
        "createdDate": iso(row["created"]),
        "modifiedDate": iso(row["modified"]),
        "interactionCount": len({one["journey_id"] for one in used}),
        "publishedInteractionCount": sum(one["status"] == "Published" for one in used),
    }


def _find(db: sqlite3.Connection, who: Caller, key: str) -> sqlite3.Row | None:
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


def _insert(db: sqlite3.Connection, who: Caller, body: dict[str, Any], target: sqlite3.Row | None) -> sqlite3.Row:
    assert target is not None  # noqa: S101 (found, or just made)
    left_out = ("dataExtensionId", "dataExtensionName", "eventDefinitionKey", "id")
    doc = {"description": "", "mode": "Production", **{k: v for k, v in body.items() if k not in left_out}}
    names = "guid, mid, eid, key, de_guid, doc, created, modified"
    values = [str(uuid.uuid4()), who.mid, who.eid, body["eventDefinitionKey"], target["guid"], json.dumps(doc)]
    sql = f"insert into event_definition ({names}) values (?, ?, ?, ?, ?, ?, ?, ?)"
    db.execute(sql, [*values, now(db), now(db)])
    row = _find(db, who, body["eventDefinitionKey"])
    assert row is not None  # noqa: S101 (just inserted)
    return row


def _of_event(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> sqlite3.Row:
    key = body.get("eventdefinitionkey")
    if not is_text(key) or not key:
        raise generic_problem(400, 10002, "EventDefinitionKey is required")
    if "." in key:
        raise generic_problem(400, 10003, "EventDefinitionKey must not contain a period")
    row = _find(db, who, key)
    if row is None:
        raise generic_problem(400, 30003, f"EventDefinitionKey {key} was not found")
    return row


def _check_member(db: sqlite3.Connection, row: sqlite3.Row, member: dict[str, Any]) -> None:
    key = member.get("contactkey")
    if not is_text(key) or not key:
        raise generic_problem(400, 10002, "ContactKey is required")
    if contacts.is_blocked(db, row["eid"], key):
        raise generic_problem(400, 30001, "The contact is not active")
    if not isinstance(member.get("data") or {}, dict):
        raise generic_problem(400, 10001, "Data must be an object")


def _table(db: sqlite3.Connection, row: sqlite3.Row) -> Table:
    target = db.execute("select * from data_extension where guid = ?", [row["de_guid"]]).fetchone()
    if target is None:
        raise generic_problem(400, 30003, "The data extension of the event definition does not exist")
    return de.table_of(db, target)


def _checked(table: Table, data: dict[str, Any] | None) -> tuple[dict[int, str | None], list[str]]:
    """Return the values of an event as they are kept, and what is wrong with them."""
    given = {name.lower(): value for name, value in (data or {}).items() if name.lower() != "eventinstanceid"}
    values: dict[int, str | None] = {}
    missing, problems = [], []
    for place, column in enumerate(table.columns):
        value = given.pop(column.name.lower(), None)
        if value in (None, "") and not column.nullable:
            missing.append(column.name.lower())
            continue
        try:
            values[place] = column.stored(value)
        except BadRow as error:
            problems.append(str(error))
    if missing:
        problems.insert(0, f"Required Event Data fields are missing: {', '.join(missing)}")
    if given:
        problems.append(f"Event Data fields are unknown: {', '.join(sorted(given))}")
    return values, problems


def _data_problem(problems: list[str]) -> Problem:
    errors = [{"message": text, "errorcode": 10000, "documentation": ""} for text in problems]
    body = {
        "message": "Event Data contains errors:",
        "errorcode": 10006,
        "documentation": "",
        "validationErrors": errors,
    }
    return Problem(400, body)


def _member(db: sqlite3.Connection, row: sqlite3.Row, table: Table, member: Any, request_id: str) -> dict[str, Any]:
    """Queue a member, and return what is told of it."""
    given = folded(member) if isinstance(member, dict) else {}
    key = given.get("contactkey")
    told = {"contactKey": key if is_text(key) else ""}
    try:
        _check_member(db, row, given)
    except Problem as problem:
        return {**told, "errorcode": problem.body["errorcode"], "message": problem.body["message"]}
    data, problems = _checked(table, given.get("data"))
    if problems:
        return {**told, "errorcode": 10006, "message": "; ".join(problems)}
    return {**told, "eventInstanceId": _queue(db, row, given["contactkey"], table, data, request_id)}


def _queue(
    db: sqlite3.Connection,
    row: sqlite3.Row,
    key: str,
    table: Table,
    data: dict[int, str | None],
    request_id: str | None,
) -> str:
    """Write an event to its data extension, and put it on its way to the journeys."""
    contacts.ensure(db, row["eid"], key)
    if table.has_key:
        table.upsert([data])
    else:
        table.insert([data])
    instance = str(uuid.uuid4())
    named = {table.columns[place].name: value for place, value in data.items()}
    names = "instance, request_id, mid, event_key, contact_key, data, accepted, due, state"
    sql = f"insert into journey_event ({names}) values (?, ?, ?, ?, ?, ?, ?, ?, 'queued')"
    moment = now(db)
    values = [instance, request_id, row["mid"], row["key"], key, json.dumps(named), moment, moment]
    db.execute(sql, values)
    return instance


def _shown_event(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "requestId": row["request_id"],
        "eventInstanceId": row["instance"],
        "eventDefinitionKey": row["event_key"],
        "contactKey": row["contact_key"],
        "status": row["state"],
        "createdDate": iso(row["accepted"]),
    }
