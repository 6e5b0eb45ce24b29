"""The deletion of contacts: /contacts/v1/contacts/actions/delete.

A deletion blocks its contacts at once, is through with that after a minute, and removes them, with their rows in
sendable data extensions, when the suppression period is over. One runs at a time.
"""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.emulator.contact import store as contacts
from mcctl.emulator.contact.contacts import READ, WRITE, date, envelope, error_message, failed
from mcctl.emulator.core.account import USER
from mcctl.emulator.core.state import keep_setting, now, setting
from mcctl.emulator.core.web import (
    Refusal,
    caller,
    database,
    folded,
    generic_problem,
    is_unicode,
    json_body,
    query_params,
)
from mcctl.emulator.de import definitions as de
from mcctl.emulator.journey import store as journeys

BLOCK_SECONDS = 60.0
SUPPRESSION_DAYS = 14

SCHEMA = """
create table contact_delete (id integer primary key autoincrement, eid integer not null, mid integer not null,
  keys text not null, list_key text, created real not null, started real, blocked real, removed real,
  days integer not null, state text not null default 'Pending');
"""


def elapse(db: sqlite3.Connection) -> None:
    """Go on with every deletion: begin it, be through with blocking, remove."""
    moment = now(db)
    for row in db.execute("select * from contact_delete where state != 'Removed' order by id").fetchall():
        running = "select 1 from contact_delete where eid = ? and id < ? and state in ('Pending', 'Processing')"
        if db.execute(running, [row["eid"], row["id"]]).fetchone():
            continue
        _go_on(db, row, moment)


class Delete:
    """POST /contacts/v1/contacts/actions/delete."""

    scopes = {"POST": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Start to delete contacts."""
        db, who, body, kind = database(req), caller(req), folded(json_body(req, generic_problem)), kind_of(req)
        if body.get("deleteoperationtype") != "ContactAndAttributes":
            raise failed("InvalidDeleteOperationType", "DeleteOperationType must be ContactAndAttributes")
        keys, list_key = wanted_contacts(req, kind, body)
        days = int(setting(db, "suppression_days") or SUPPRESSION_DAYS)
        sql = "insert into contact_delete (eid, mid, keys, list_key, created, days) values (?, ?, ?, ?, ?, ?)"
        values = [who.eid, who.mid, json.dumps(keys), list_key, now(db), days]
        operation_id = db.execute(sql, values).lastrowid
        elapse(db)
        resp.media = {**envelope(), "operationInitiated": True, "operationID": operation_id, "hasErrors": False}


class DeleteStatus:
    """GET /contacts/v1/contacts/actions/delete/status."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell how far a deletion is."""
        row = operation_of(req, "contact_delete", query_params(req).get("operationid", ""), 404)
        removed = {"Removed": "Completed"}.get(row["state"], "Processing")
        background = {"backgroundOperationID": row["id"], "createdDate": date(row["created"])}
        resp.media = {
            **envelope(),
            "operationMappings": [],
            "backgroundOperationsSummary": [{**background, "backgroundOperationStatusID": removed}],
            "numberofRestorableDays": row["days"] or -1,
            "operation": {**_operation(row), "deleteType": "ContactAndAttributes", "retryCount": 0},
        }


class DeleteSettings:
    """POST /contacts/v1/contacts/actions/delete/configSettings."""

    scopes = {"POST": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Set how many days contacts are suppressed before they are removed."""
        items = json_body(req, generic_problem).get("items")
        item = items[0] if isinstance(items, list) and len(items) == 1 and isinstance(items[0], dict) else {}
        value = str(item.get("value"))
        if (
            not isinstance(item.get("value"), str)
            or item.get("settingKey") != "SuppressionRestoreUntilDays"
            or not re.fullmatch(r"-1|\d{1,4}", value)
        ):
            raise failed("InvalidSetting", "settingKey must be SuppressionRestoreUntilDays, and value days")
        keep_setting(database(req), "suppression_days", str(max(0, int(value))))
        resp.media = {**envelope(), "rowsEffected": 1}


class DeleteOperations:
    """GET /contacts/v1/contacts/deleteOperations."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the deletions, newest first."""
        sql = "select * from contact_delete where eid = ? order by id desc"
        rows = database(req).execute(sql, [caller(req).eid]).fetchall()
        resp.media = {
            "items": [_listed(row) for row in rows],
            "pageNumber": 1,
            "pageSize": len(rows),
            "count": len(rows),
            "resultMessages": [],
            "requestservicemessageid": str(uuid.uuid4()),
            "servicemessageid": str(uuid.uuid4()),
        }


ROUTES = {
    "/contacts/v1/contacts/actions/delete": Delete(),
    "/contacts/v1/contacts/actions/delete/status": DeleteStatus(),
    "/contacts/v1/contacts/actions/delete/configSettings": DeleteSettings(),
    "/contacts/v1/contacts/deleteOperations": DeleteOperations(),
}


def kind_of(req: falcon.Request) -> str:
    """Return how a request names contacts: ids, keys or listreference. Raises a Refusal."""
    kind = query_params(req).get("type", "").lower()
    if kind not in ("ids", "keys", "listreference"):
        raise failed("InvalidType", "type must be ids, keys or listReference")
    return kind


def wanted_contacts(req: falcon.Request, kind: str, body: dict[str, Any]) -> tuple[list[str], str | None]:
    """Return the keys of the contacts that a request names, and of the list that they are in. Raises a Refusal."""
    if kind == "listreference":
        list_key = _list_key_of(body)
        return _keys_of_list(req, list_key), list_key
    return _named_keys(database(req), caller(req).eid, kind, body.get("values")), None


def operation_of(req: falcon.Request, table: str, number: str, status: int) -> sqlite3.Row:
    """Return an operation on contacts by its number. Raises a Refusal of a status where there is none."""
    row: sqlite3.Row | None = None
    if number.isascii() and number.isdecimal() and len(number) < 19:
        sql = f"select * from {table} where eid = ? and id = ?"
        row = database(req).execute(sql, [caller(req).eid, int(number)]).fetchone()
    if row is None:
        message = error_message("OperationNotFound", f"There is no operation {number}")
        raise Refusal(status, {**envelope(), "resultMessages": [message]})
    return row


def _named_keys(db: sqlite3.Connection, eid: int, kind: str, values: Any) -> list[str]:
    """Return the keys of the contacts that a request names. kind: ids or keys. Raises a Refusal."""
    if not isinstance(values, list) or not values:
        raise failed("ValuesRequired", "values is required")
    if not all(isinstance(value, str | int) and not isinstance(value, bool) for value in values):
        raise failed("ValuesRequired", "values must hold ids or keys")
    column = "id" if kind == "ids" else "key"
    texts = [str(value) for value in values]
    sql = f"select key from contact where eid = ? and cast({column} as text) = ?"
    rows = (db.execute(sql, [eid, text]).fetchone() for text in texts if is_unicode(text))
    return [row["key"] for row in rows if row is not None]


def _list_key_of(body: dict[str, Any]) -> str:
    """Return the key of the data extension that a request names. Raises a Refusal."""
    target = body.get("targetlist")
    key = target.get("listKey") if isinstance(target, dict) else None
    if not isinstance(key, str) or not key:
        raise failed("ListKeyRequired", "targetList.listKey is required")
    return key


def _keys_of_list(req: falcon.Request, list_key: str) -> list[str]:
    """Return the keys of the contacts in a sendable data extension. Raises a Refusal."""
    db, row = database(req), de.find(database(req), caller(req), key=list_key)
    doc = json.loads(row["doc"]) if row is not None else {}
    if row is None or not doc.get("isSendable"):
        raise failed("ListNotFound", f"There is no sendable data extension {list_key}")
    table = de.table_of(db, row)
    place = table.place(doc["sendableCustomObjectField"]) or 0
    return [str(key) for _, key in table.rows("", [], "id", [place], 1_000_000, 0) if key]


def _go_on(db: sqlite3.Connection, row: sqlite3.Row, moment: float) -> None:
    state, keys = row["state"], json.loads(row["keys"])
    if state == "Pending":
        for key in keys:
            contacts.change(db, row["eid"], key, status="Suppressed")
            journeys.eject_everywhere(db, row["eid"], key)
        db.execute("update contact_delete set state = 'Processing', started = ? where id = ?", [moment, row["id"]])
    elif state == "Processing" and moment >= row["started"] + BLOCK_SECONDS:
        at = row["started"] + BLOCK_SECONDS
        db.execute("update contact_delete set state = 'Blocked', blocked = ? where id = ?", [at, row["id"]])
    elif state == "Blocked" and moment >= row["blocked"] + row["days"] * 86400:
        for key in keys:
            _remove(db, row["eid"], key)
        db.execute("update contact_delete set state = 'Removed', removed = ? where id = ?", [moment, row["id"]])


def _remove(db: sqlite3.Connection, eid: int, key: str) -> None:
    db.execute("delete from contact where eid = ? and key = ?", [eid, key])
    for row in de.of_enterprise(db, eid):
        doc = json.loads(row["doc"])
        if doc.get("isSendable"):
            de.table_of(db, row).remove(doc["sendableCustomObjectField"], key)


def _status(row: sqlite3.Row) -> str:
    return {"Blocked": "Completed", "Removed": "Completed"}.get(row["state"], str(row["state"]))


def _operation(row: sqlite3.Row) -> dict[str, Any]:
    count = len(json.loads(row["keys"]))
    return {
        "listTypeID": 3 if row["list_key"] else 5,
        "listKey": row["list_key"] or "",
        "expectedListCount": count,
        "actualListCount": count,
        "operationID": row["id"],
        "eID": row["eid"],
        "mID": row["mid"],
        "employeeID": USER["id"],
        "status": _status(row),
        "scheduledTime": date(row["created"]),
        "startTime": date(row["started"]),
        "endTime": date(row["blocked"]),
        "createdDate": date(row["created"]),
        "createdBy": USER["id"],
    }


def _listed(row: sqlite3.Row) -> dict[str, Any]:
    whole = _operation(row)
    own = {"eid": whole.pop("eID"), "mid": whole.pop("mID")}
    done = len(json.loads(row["keys"])) if row["state"] == "Removed" else 0
    return {**whole, **own, "successCount": done, "errorCount": 0, "deleteType": "ContactAndAttributes"}
