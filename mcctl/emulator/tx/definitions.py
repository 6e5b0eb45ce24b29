"""Transactional send definitions and their queues: /messaging/v1/{email|sms}/definitions.

Not emulated, and answered with 501: triggered-send data extensions, AMPscript. A definition may make a transactional
send journey (options.createJourney), which is active as long as the definition is.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.app import Loaded
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    Caller,
    caller,
    database,
    generic_problem,
    json_body,
    positive,
    query_params,
)
from mcctl.emulator.push.store import APP_GUID
from mcctl.emulator.tx import journeys as tx_journey
from mcctl.emulator.tx.checks import STATUSES, check, check_required, problem, status
from mcctl.emulator.tx.sending import not_sent

CHANNELS = ("email", "sms", "push")
QUEUED_CHANNELS = CHANNELS[:2]
"""Those of which a queue is described."""
PAGE_SIZE = 50
DEFINITIONS_PER_WEEK = 500
QUEUE_CLEARED, TRANSACTION_DELETED = 39, 37
_SORTABLE = {
    "definitionkey": "key", "name": "name", "createddate": "created", "modifieddate": "modified", "status": "status",
}  # fmt: skip

SCHEMA = """
create table definition (id integer primary key autoincrement, guid text not null, mid integer not null,
  eid integer not null, channel text not null, key text not null, name text not null, status text not null,
  doc text not null, created real not null, modified real not null, journey_id integer);
create unique index definition_key on definition (mid, channel, key);
"""


def seed(db: sqlite3.Connection) -> None:
    """Create a definition of each channel."""
    who = Caller(ENTERPRISE, ENTERPRISE, "", frozenset(), {})
    email = {
        "definitionKey": "nto-order-confirmation",
        "name": "NTO Order Confirmation",
        "classification": "Default Transactional",
        "content": {"customerKey": "nto-welcome-series"},
        "subscriptions": {"list": "All Subscribers", "autoAddSubscriber": True, "updateSubscriber": True},
        "options": {"trackLinks": True},
    }
    sms = {
        "definitionKey": "nto-passcode",
        "name": "NTO Passcode",
        "content": {"message": "Your passcode is %%Code%%."},
        "subscriptions": {"shortCode": "12345", "countryCode": "US", "keyword": "NTO", "autoAddSubscriber": True},
    }
    _insert(db, who, "email", email)
    _insert(db, who, "sms", sms)


def load(db: sqlite3.Connection, who: Caller, one: Loaded) -> None:
    """Put a send definition there; it is active. The journey that it may have had is not made."""
    channel = str(one.body.get("channel"))
    if channel not in CHANNELS:
        raise generic_problem(400, 10005, f"channel must be one of {', '.join(CHANNELS)}, not {channel!r}")
    left_out = ("channel", "journey")
    body = {name: value for name, value in one.body.items() if name not in left_out}
    if channel == "push":
        body["applicationId"] = APP_GUID  # the only app that the emulator has
    check_required(channel, body)
    check(db, who, channel, body)
    _insert(db, who, channel, body)


def find(db: sqlite3.Connection, who: Caller, channel: str, key: str) -> sqlite3.Row | None:
    """Return a definition of the caller's business unit; None if it has none by that key."""
    sql = "select * from definition where mid = ? and channel = ? and key = ? and status != 'Deleted'"
    row: sqlite3.Row | None = db.execute(sql, [who.mid, channel, key]).fetchone()
    return row


class _Routes:
    """What the routes of one channel have in common."""

    def __init__(self, channel: str) -> None:
        self.channel = channel
        read, write = f"{channel}_read", f"{channel}_write"
        self.scopes = {"GET": read, "POST": write, "PATCH": write, "DELETE": write}

    def _found(self, req: falcon.Request, key: str) -> sqlite3.Row:
        row = find(database(req), caller(req), self.channel, key)
        if row is None:
            raise problem(404, 30003, f"definitionKey {key!r} does not exist")
        return row


class Definitions(_Routes):
    """GET and POST /messaging/v1/{channel}/definitions."""

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List one page, in short form. docs silent on `count`; tenants tell how many are on the page."""
        params, who = query_params(req), caller(req)
        test, status = _status_filter(params.get("$filter"))
        order = _SORTABLE.get((params.get("$orderby") or "createdDate").lower())
        if order is None:
            raise problem(400, 10005, f"$orderBy {params['$orderby']!r}")
        sql = f"select * from definition where mid = ? and channel = ? and status {test} ? order by {order}, id"
        rows = database(req).execute(sql, [who.mid, self.channel, status]).fetchall()
        page, size = (
            positive(params.get("$page"), 1, "$page", generic_problem),
            positive(params.get("$pagesize"), PAGE_SIZE, "$pageSize", generic_problem),
        )
        shown = rows[(page - 1) * size : page * size]
        resp.media = {
            "requestId": str(uuid.uuid4()),
            "definitions": [_short(row) for row in shown],
            "count": len(shown),
            "page": page,
            "pageSize": size,
        }

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create a definition; without a status it is active."""
        db, who, body = database(req), caller(req), json_body(req, generic_problem)
        check_required(self.channel, body)
        check(db, who, self.channel, body)
        if find(db, who, self.channel, body["definitionKey"]):
            raise problem(409, 30004, f"definitionKey {body['definitionKey']!r} is taken")
        _refuse_taken_name(db, who, self.channel, body["name"], but=0)
        week = "select count(*) from definition where mid = ? and channel = ? and created > ?"
        if db.execute(week, [who.mid, self.channel, now(db) - 7 * 86400]).fetchone()[0] >= DEFINITIONS_PER_WEEK:
            raise problem(400, 30001, f"More than {DEFINITIONS_PER_WEEK} definitions in seven days")
        _insert(db, who, self.channel, body)
        _link(db, who, self.channel, body)
        resp.media = _shown(db, self._found(req, body["definitionKey"]))
        resp.status = 201


class Definition(_Routes):
    """GET, PATCH and DELETE /messaging/v1/{channel}/definitions/{key}."""

    def on_get(self, req: falcon.Request, resp: falcon.Response, key: str) -> None:
        """Show a definition."""
        resp.media = _shown(database(req), self._found(req, key))

    def on_patch(self, req: falcon.Request, resp: falcon.Response, key: str) -> None:
        """Change parts of a definition: objects are merged, lists replaced."""
        db, who, row = database(req), caller(req), self._found(req, key)
        changes = json_body(req, generic_problem)
        if self.channel == "push" and "definitionKey" in changes:
            raise problem(400, 10005, "definitionKey must not be in a change")
        if changes.get("definitionKey", key) != key:
            raise problem(400, 10005, "definitionKey cannot be changed")
        merged = {"name": row["name"], "definitionKey": key, **_merged(json.loads(row["doc"]), changes)}
        check_required(self.channel, merged)
        check(db, who, self.channel, merged)
        _refuse_taken_name(db, who, self.channel, merged["name"], but=row["id"])
        db.execute(
            "update definition set name = ?, status = ?, doc = ?, modified = ? where id = ?",
            [merged["name"], status(merged, row["status"]), _doc(merged), now(db), row["id"]],
        )
        _link(db, who, self.channel, merged)
        resp.media = _shown(db, self._found(req, key))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, key: str) -> None:
        """Archive a definition under a new key; what it has queued is not sent."""
        db, row = database(req), self._found(req, key)
        archived = str(uuid.uuid4())
        not_sent(db, row, TRANSACTION_DELETED)
        db.execute(
            "update definition set status = 'Deleted', key = ?, name = ? where id = ?",
            [archived, f"{row['name']} {archived}", row["id"]],
        )
        tx_journey.remove(db, row["journey_id"])
        told = {"message": "Success", "requestId": str(uuid.uuid4()), "deletedDefinitionKey": archived}
        resp.media = {**told, **({"journey": {}} if self.channel == "email" else {})}


class Queue(_Routes):
    """GET and DELETE /messaging/v1/{channel}/definitions/{key}/queue."""

    def on_get(self, req: falcon.Request, resp: falcon.Response, key: str) -> None:
        """Tell how much waits, and for how long."""
        db, row = database(req), self._found(req, key)
        count, oldest = db.execute(
            "select count(*), min(accepted) from message where definition_id = ? and state = 'Queued'", [row["id"]]
        ).fetchone()
        age = int(now(db) - oldest) if count else 0
        resp.media = {"requestId": str(uuid.uuid4()), "count": count, "ageSeconds": age}

    def on_delete(self, req: falcon.Request, resp: falcon.Response, key: str) -> None:
        """Drop what waits; the definition must be inactive."""
        row = self._found(req, key)
        if row["status"] != "Inactive":
            raise problem(400, 30001, "Definition status must be inactive to delete queue")
        not_sent(database(req), row, QUEUE_CLEARED)
        resp.media = {"requestId": str(uuid.uuid4()), "message": "Queued"}


ROUTES = {
    f"/messaging/v1/{channel}/definitions{path}": routes(channel)
    for channel in CHANNELS
    for path, routes in (("", Definitions), ("/{key}", Definition), ("/{key}/queue", Queue))
    if routes is not Queue or channel in QUEUED_CHANNELS
}


def _insert(db: sqlite3.Connection, who: Caller, channel: str, body: dict[str, Any]) -> sqlite3.Row:
    moment = now(db)
    db.execute(
        "insert into definition (guid, mid, eid, channel, key, name, status, doc, created, modified) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            str(uuid.uuid4()),
            who.mid,
            who.eid,
            channel,
            body["definitionKey"],
            body["name"],
            status(body, "Active"),
            _doc(body),
            moment,
            moment,
        ],
    )
    row = find(db, who, channel, body["definitionKey"])
    assert row is not None  # noqa: S101 (just inserted)
    return row


def _link(db: sqlite3.Connection, who: Caller, channel: str, body: dict[str, Any]) -> None:
    """Make the journey that a definition asks for, and have the one that it has run as long as it is active."""
    row = find(db, who, channel, body["definitionKey"])
    assert row is not None  # noqa: S101 (just written)
    if (body.get("options") or {}).get("createJourney") and row["journey_id"] is None:
        db.execute("update definition set journey_id = ? where id = ?", [tx_journey.create(db, who, row), row["id"]])
    tx_journey.follow(db, row["id"])


def _merged(doc: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    both = {name for name, value in changes.items() if isinstance(value, dict) and isinstance(doc.get(name), dict)}
    return {**doc, **changes, **{name: {**doc[name], **changes[name]} for name in both}}


def _status_filter(text: str | None) -> tuple[str, str]:
    if not text:
        return "!=", "Deleted"
    words = text.lower().split()
    if (
        len(words) != 3
        or words[0] != "status"
        or words[1] not in ("eq", "neq")
        or words[2] not in (*STATUSES, "deleted")
    ):
        raise problem(400, 10005, f"$filter {text!r}")
    return ("=" if words[1] == "eq" else "!="), words[2].capitalize()


def _refuse_taken_name(db: sqlite3.Connection, who: Caller, channel: str, name: str, *, but: int) -> None:
    taken = "select 1 from definition where mid = ? and channel = ? and name = ? and id != ?"
    if db.execute(taken, [who.mid, channel, name, but]).fetchone():
        raise problem(409, 30004, f"name {name!r} is taken")


def _doc(body: dict[str, Any]) -> str:
    parts = ("description", "applicationId", "classification", "content", "subscriptions", "options")
    doc = {name: body[name] for name in parts if body.get(name) is not None}
    if "options" in doc:  # that a journey was asked for is never shown again
        doc["options"] = {name: value for name, value in doc["options"].items() if name != "createJourney"}
    return json.dumps(doc)


def _date(moment: float) -> str:
    return iso(int(moment))


def _short(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "definitionKey": row["key"],
        "name": row["name"],
        "status": row["status"],
        "createdDate": _date(row["created"]),
        "modifiedDate": _date(row["modified"]),
    }


def _shown(db: sqlite3.Connection, row: sqlite3.Row) -> dict[str, Any]:
    key = tx_journey.key_of(db, row["journey_id"])
    journey = {"journey": {"interactionKey": key}} if key else {}
    return {
        "requestId": str(uuid.uuid4()),
        "definitionId": row["guid"],
        **_short(row),
        **json.loads(row["doc"]),
        **journey,
    }
