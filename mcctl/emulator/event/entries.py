"""Entry events: /interaction/v1/events and /async/events.

An event is checked against the data extension of its definition and written to it, and right after it the contact
enters the journeys that the definition feeds. Not emulated: releases from a wait for an event.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.emulator.contact import store as contacts
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    Caller,
    Refusal,
    caller,
    database,
    folded,
    generic_problem,
    is_text,
    json_body,
    page_of,
    paged,
    query_params,
)
from mcctl.emulator.de import definitions as de
from mcctl.emulator.de.tables import BadRow, Table
from mcctl.emulator.event import definitions as event
from mcctl.emulator.event.definitions import PAGE_SIZE, READ

MAX_MEMBERS = 100

SCHEMA = """
create table journey_event (id integer primary key autoincrement, instance text not null, request_id text,
  mid integer not null, event_key text not null, contact_key text not null, data text not null, accepted real not null,
  due real not null, state text not null, message text not null default '');
create index journey_event_due on journey_event (due) where state = 'queued';
create index journey_event_request on journey_event (request_id);
create index journey_event_instance on journey_event (instance);
"""


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
    "/interaction/v1/events": Events(),
    "/interaction/v1/async/events": AsyncEvents(),
    "/interaction/v1/async/events/status": AsyncEventsStatus(),
}


def _of_event(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> sqlite3.Row:
    key = body.get("eventdefinitionkey")
    if not is_text(key) or not key:
        raise generic_problem(400, 10002, "EventDefinitionKey is required")
    if "." in key:
        raise generic_problem(400, 10003, "EventDefinitionKey must not contain a period")
    row = event.find(db, who, key)
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
    target = de.with_guid(db, row["de_guid"])
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


def _data_problem(problems: list[str]) -> Refusal:
    errors = [{"message": text, "errorcode": 10000, "documentation": ""} for text in problems]
    body = {
        "message": "Event Data contains errors:",
        "errorcode": 10006,
        "documentation": "",
        "validationErrors": errors,
    }
    return Refusal(400, body)


def _member(db: sqlite3.Connection, row: sqlite3.Row, table: Table, member: Any, request_id: str) -> dict[str, Any]:
    """Queue a member, and return what is told of it."""
    given = folded(member) if isinstance(member, dict) else {}
    key = given.get("contactkey")
    told = {"contactKey": key if is_text(key) else ""}
    try:
        _check_member(db, row, given)
    except Refusal as problem:
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


def enter(db: sqlite3.Connection, row: sqlite3.Row, key: str, values: dict[str, Any]) -> None:
    """Let a row of an event's data extension be an event. Values that do not fit are left out."""
    table = _table(db, row)
    data, _ = _checked(table, values)
    _queue(db, row, key, table, data, None)


def _shown_event(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "requestId": row["request_id"],
        "eventInstanceId": row["instance"],
        "eventDefinitionKey": row["event_key"],
        "contactKey": row["contact_key"],
        "status": row["state"],
        "createdDate": iso(row["accepted"]),
    }
