"""Contacts: /contacts/v1.

Known are the attribute sets Email Addresses, Email Demographics and MobileConnect Demographics; those of MobilePush and
GroupConnect are answered with 501. A deletion blocks its contacts at once, is through with that after a minute, and
removes them, with their rows in sendable data extensions, when the suppression period is over. One runs at a time.
"""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import falcon

from mcctl.emulator import contacts, demo, journeys
from mcctl.emulator.apps import de
from mcctl.emulator.apps.auth import ENTERPRISE, USER
from mcctl.emulator.contacts import SCHEMA as CONTACTS
from mcctl.emulator.state import now
from mcctl.emulator.web import (
    Problem,
    caller,
    database,
    folded,
    generic_problem,
    is_text,
    is_unicode,
    json_body,
    query_params,
)

READ, WRITE, AUDIENCES = "list_and_subscribers_read", "list_and_subscribers_write", "audiences_read"
BLOCK_SECONDS = 60.0
SUPPRESSION_DAYS = 14
SCHEMA_VERSION = 252
SETS: dict[str, dict[str, str]] = {
    "Email Addresses": {"Email Address": "EmailAddress", "HTML Enabled": "Boolean"},
    "Email Demographics": {"First Name": "Text", "Last Name": "Text", "Email Address": "EmailAddress"},
    "MobileConnect Demographics": {
        "Mobile Number": "Phone", "Locale": "Locale", "First Name": "Text", "Last Name": "Text", "Status": "Number",
    },
}  # fmt: skip
"""Attribute set -> attribute -> type."""
_ELSEWHERE = ("mobilepush", "groupconnect")
_ADDRESS_TYPES = {"email": 1, "mobile": 4}
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_TEXAS = timezone(timedelta(hours=-6))
_NAMESPACE = uuid.UUID("0b9c8f2e-7f7e-5f0c-9a39-0c6a7f0b8a11")

SCHEMA = (
    CONTACTS
    + """
create table contact_delete (id integer primary key autoincrement, eid integer not null, mid integer not null,
  keys text not null, list_key text, created real not null, started real, blocked real, removed real,
  days integer not null, state text not null default 'Pending');
"""
)


def seed(db: sqlite3.Connection) -> None:
    """Create the demo account's contacts."""
    for key, email, mobile in demo.contacts():
        contacts.ensure(db, ENTERPRISE, key, email=email, mobile=mobile)


def elapse(db: sqlite3.Connection) -> None:
    """Go on with every deletion: begin it, be through with blocking, remove."""
    moment = now(db)
    for row in db.execute("select * from contact_delete where state != 'Removed' order by id").fetchall():
        running = "select 1 from contact_delete where eid = ? and id < ? and state in ('Pending', 'Processing')"
        if db.execute(running, [row["eid"], row["id"]]).fetchone():
            continue
        _go_on(db, row, moment)


class Contacts:
    """POST and PATCH /contacts/v1/contacts."""

    scopes = {"POST": WRITE, "PATCH": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create a contact, or add to one that is known by its key."""
        self._write(req, resp, creating=True)

    def on_patch(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Change values of a contact."""
        self._write(req, resp, creating=False)

    def _write(self, req: falcon.Request, resp: falcon.Response, *, creating: bool) -> None:
        db, eid, body = database(req), caller(req).eid, folded(json_body(req, generic_problem))
        key = _key_of(db, eid, body)
        sets = _sets(body.get("attributesets"))
        known = contacts.find(db, eid, key)
        if known is None and not creating:
            raise _failed("ContactNotFound", f"There is no contact {key}")
        if known is not None and known["status"] != "Active":
            raise _failed("ContactNotActive", f"The contact {key} is being deleted")
        row = contacts.ensure(db, eid, key)
        _store(db, row, sets)
        resp.media = {
            **_envelope(),
            "operationStatus": "OK",
            "rowsAffetcted": len(sets),
            "contactKey": key,
            "contactId": row["id"],
            "contactTypeID": 0,
            "isNewContactKey": known is None,
            "hasErrors": False,
        }


class EmailSearch:
    """POST /contacts/v1/addresses/email/search."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Find the keys behind e-mail addresses."""
        body = folded(json_body(req, generic_problem))
        wanted, most = body.get("channeladdresslist"), body.get("maximumcount", 1)
        if not isinstance(wanted, list) or not all(is_text(one) for one in wanted):
            raise generic_problem(400, 10002, "ChannelAddressList is required")
        if isinstance(most, bool) or not isinstance(most, int) or not 0 < most < 10_000:
            raise generic_problem(400, 10005, "MaximumCount must be a whole number above 0")
        sql = "select * from contact where eid = ? and email = ? collate nocase order by id limit ?"
        found = []
        for address in wanted:
            rows = database(req).execute(sql, [caller(req).eid, address, most]).fetchall()
            details = [{"contactKey": row["key"], "createDate": _date(row["created"])} for row in rows]
            found.append({"channelAddress": address, "contactKeyDetails": details})
        resp.media = {**_envelope(), "channelAddressResponseEntities": found}


class AddressSearch:
    """POST /contacts/v1/addresses/search/{attribute}."""

    scopes = {"POST": AUDIENCES}

    def on_post(self, req: falcon.Request, resp: falcon.Response, attribute: str) -> None:
        """Find addresses by the key, the channel or the status of their contact."""
        body = json_body(req, generic_problem)
        value: Any = body.get("filterConditionValue")
        if body.get("filterConditionOperator") != "Is" or not is_text(value):
            raise generic_problem(400, 10005, "filterConditionOperator must be Is, and filterConditionValue text")
        rows = database(req).execute("select * from contact where eid = ? order by id", [caller(req).eid]).fetchall()
        fits = _ADDRESS_TESTS.get(attribute)
        if fits is None:
            raise generic_problem(501, 0, f"The emulator does not emulate a search by {attribute}")
        found = [
            _address(row, channel)
            for row in rows
            for channel in _ADDRESS_TYPES
            if row[channel] and fits(row, channel, value)
        ]
        resp.media = {**_envelope(), "pageNumber": 1, "pageSize": len(found), "hasErrors": False, "addresses": found}


class Delete:
    """POST /contacts/v1/contacts/actions/delete."""

    scopes = {"POST": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Start to delete contacts."""
        db, who, body = database(req), caller(req), folded(json_body(req, generic_problem))
        kind = query_params(req).get("type", "").lower()
        if kind not in ("ids", "keys", "listreference"):
            raise _failed("InvalidType", "type must be ids, keys or listReference")
        if body.get("deleteoperationtype") != "ContactAndAttributes":
            raise _failed("InvalidDeleteOperationType", "DeleteOperationType must be ContactAndAttributes")
        list_key = _list_key(body) if kind == "listreference" else None
        keys = _keys_of_list(req, list_key) if list_key else _keys(db, who.eid, kind, body.get("values"))
        days = db.execute("select value from setting where name = 'suppression_days'").fetchone()
        sql = "insert into contact_delete (eid, mid, keys, list_key, created, days) values (?, ?, ?, ?, ?, ?)"
        values = [who.eid, who.mid, json.dumps(keys), list_key, now(db), int(days[0]) if days else SUPPRESSION_DAYS]
        operation_id = db.execute(sql, values).lastrowid
        elapse(db)
        resp.media = {**_envelope(), "operationInitiated": True, "operationID": operation_id, "hasErrors": False}


class DeleteStatus:
    """GET /contacts/v1/contacts/actions/delete/status."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell how far a deletion is."""
        number = query_params(req).get("operationid", "")
        row = None
        if number.isascii() and number.isdecimal() and len(number) < 19:
            sql = "select * from contact_delete where eid = ? and id = ?"
            row = database(req).execute(sql, [caller(req).eid, int(number)]).fetchone()
        if row is None:
            message = _error_message("OperationNotFound", f"There is no operation {number}")
            raise Problem(404, {**_envelope(), "resultMessages": [message]})
        removed = {"Removed": "Completed"}.get(row["state"], "Processing")
        background = {"backgroundOperationID": row["id"], "createdDate": _date(row["created"])}
        resp.media = {
            **_envelope(),
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
            raise _failed("InvalidSetting", "settingKey must be SuppressionRestoreUntilDays, and value days")
        sql = "insert or replace into setting values ('suppression_days', ?)"
        database(req).execute(sql, [str(max(0, int(value)))])
        resp.media = {**_envelope(), "rowsEffected": 1}


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


class Schemas:
    """GET /contacts/v1/schema."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Show the schema, whose version activities name."""
        eid = caller(req).eid
        one = {
            "id": str(uuid.uuid5(_NAMESPACE, f"schema/{eid}")),
            "enterpriseID": eid,
            "availableBusinessUnits": [eid, eid + 1],
            "version": SCHEMA_VERSION,
            "schemaType": "Contacts",
        }
        resp.media = {**_envelope(), "links": {}, "page": 1, "pageSize": 1, "count": 1, "items": [one]}


class AttributeSets:
    """GET /contacts/v1/attributeSetDefinitions."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Show every attribute set with its attributes."""
        items = [_set_definition(name, attributes) for name, attributes in SETS.items()]
        resp.media = {**_envelope(), "page": 1, "pageSize": 25, "count": len(items), "links": {}, "items": items}


ROUTES = {
    "/contacts/v1/contacts": Contacts(),
    "/contacts/v1/addresses/email/search": EmailSearch(),
    "/contacts/v1/addresses/search/{attribute}": AddressSearch(),
    "/contacts/v1/contacts/actions/delete": Delete(),
    "/contacts/v1/contacts/actions/delete/status": DeleteStatus(),
    "/contacts/v1/contacts/actions/delete/configSettings": DeleteSettings(),
    "/contacts/v1/contacts/deleteOperations": DeleteOperations(),
    "/contacts/v1/schema": Schemas(),
    "/contacts/v1/attributeSetDefinitions": AttributeSets(),
}
_ADDRESS_TESTS: dict[str, Callable[[sqlite3.Row, str, str], bool]] = {
    "ContactKey": lambda row, _channel, value: bool(row["key"] == value),
    "Channel": lambda _row, channel, value: channel.upper() == value.upper(),
    "Status": lambda row, _channel, value: bool(row["status"].lower() == value.lower()),
}


def _envelope() -> dict[str, Any]:
    moment = datetime.now(_TEXAS).isoformat(timespec="microseconds")
    message_id = str(uuid.uuid4())
    return {
        "requestServiceMessageID": message_id,
        "responseDateTime": f"{moment[:26]}0{moment[26:]}",
        "resultMessages": [],
        "serviceMessageID": str(uuid.uuid4()),
    }


def _failed(code: str, text: str) -> Problem:
    """Return the answer to a write that fails: 200, with the error inside."""
    return Problem(200, {**_envelope(), "hasErrors": True, "resultMessages": [_error_message(code, text)]})


def _error_message(code: str, text: str) -> dict[str, str]:
    return {"resultType": "Operational", "resultClass": "Error", "resultCode": code, "message": text}


def _date(moment: float | None) -> str:
    return "" if moment is None else datetime.fromtimestamp(moment, _TEXAS).isoformat(timespec="seconds")


def _key_of(db: sqlite3.Connection, eid: int, body: dict[str, Any]) -> str:
    key, number = body.get("contactkey"), str(body.get("contactid"))
    if is_text(key) and key:
        return str(key)
    if number.isascii() and number.isdecimal() and len(number) < 19:
        row = db.execute("select key from contact where eid = ? and id = ?", [eid, int(number)]).fetchone()
        if row is not None:
            return str(row["key"])
    raise _failed("ContactKeyRequired", "contactKey or the contactID of a known contact is required")


def _sets(sets: Any) -> dict[str, dict[str, Any]]:
    """Return set -> attribute -> value of a request. Raises a Problem for what is not known."""
    if not isinstance(sets, list) or not sets:
        raise _failed("AttributeSetRequired", "At least one attribute set is required")
    found: dict[str, dict[str, Any]] = {}
    for one in sets:
        name = _proper(SETS, one.get("name") if isinstance(one, dict) else None, "attribute set")
        if name in found:
            raise _failed("AttributeSetTwice", f"The attribute set {name} occurs twice")
        found[name] = _values(name, one.get("items"))
    email = found.get("Email Addresses", found.get("Email Demographics", {})).get("Email Address")
    if email is not None and not _EMAIL.fullmatch(str(email)):
        raise _failed("InvalidValue", f"Email Address: {email} is not an e-mail address")
    return found


def _values(set_name: str, items: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in items if isinstance(items, list) else []:
        pairs = item.get("values") if isinstance(item, dict) else None
        for pair in pairs if isinstance(pairs, list) else []:
            given = pair if isinstance(pair, dict) else {}
            name = _proper(SETS[set_name], given.get("name"), f"attribute of {set_name}")
            value = given.get("value")
            if isinstance(value, dict | list) or not is_unicode(str(value)):
                raise _failed("InvalidValue", f"{name} must be text, a number or a boolean")
            found[name] = value
    if not found:
        raise _failed("ValuesRequired", f"{set_name} has no values")
    return found


def _proper(known: dict[str, Any], name: Any, told: str) -> str:
    if isinstance(name, str) and name.lower().startswith(_ELSEWHERE):
        raise generic_problem(501, 0, f"The emulator does not emulate the attribute set {name[:100]!r}")
    for one in known:
        if isinstance(name, str) and one.lower() == name.lower():
            return one
    raise _failed("NotFound", f"There is no {told} {str(name)[:100]!r}")


def _store(db: sqlite3.Connection, row: sqlite3.Row, sets: dict[str, dict[str, Any]]) -> None:
    whole = contacts.attributes_of(row)
    for name, values in sets.items():
        whole[name] = {**whole.get(name, {}), **values}
    email = sets.get("Email Addresses", sets.get("Email Demographics", {})).get("Email Address")
    mobile = sets.get("MobileConnect Demographics", {}).get("Mobile Number")
    given = {name: str(value) for name, value in (("email", email), ("mobile", mobile)) if value is not None}
    contacts.change(db, row["eid"], row["key"], attributes=json.dumps(whole), **given)


def _address(row: sqlite3.Row, channel: str) -> dict[str, Any]:
    name = {"email": "Email Address", "mobile": "Mobile Number"}[channel]
    value = {"definitionName": name, "definitionKey": name, "innerValue": row[channel]}
    set_name = {"email": "Email Addresses", "mobile": "MobileConnect Demographics"}[channel]
    return {
        "contactID": {"type": "Int64", "value": row["id"]},
        "contactKey": {"type": "String", "value": row["key"]},
        "addressTypeID": _ADDRESS_TYPES[channel],
        "addressID": {"type": "Int64", "value": row["id"]},
        "addressKey": {"type": "String", "value": row[channel]},
        "status": 1 if row["status"] == "Active" else 0,
        "ordinal": 1,
        "modifiedDate": _date(row["modified"]),
        "valueSets": [{"definitionName": set_name, "definitionKey": set_name, "values": [value]}],
    }


def _keys(db: sqlite3.Connection, eid: int, kind: str, values: Any) -> list[str]:
    if not isinstance(values, list) or not values:
        raise _failed("ValuesRequired", "values is required")
    if not all(isinstance(value, str | int) and not isinstance(value, bool) for value in values):
        raise _failed("ValuesRequired", "values must hold ids or keys")
    column = "id" if kind == "ids" else "key"
    texts = [str(value) for value in values]
    sql = f"select key from contact where eid = ? and cast({column} as text) = ?"
    rows = (db.execute(sql, [eid, text]).fetchone() for text in texts if is_unicode(text))
    return [row["key"] for row in rows if row is not None]


def _list_key(body: dict[str, Any]) -> str:
    target = body.get("targetlist")
    key = target.get("listKey") if isinstance(target, dict) else None
    if not isinstance(key, str) or not key:
        raise _failed("ListKeyRequired", "targetList.listKey is required")
    return key


def _keys_of_list(req: falcon.Request, list_key: str) -> list[str]:
    db, row = database(req), de.find(database(req), caller(req), key=list_key)
    doc = json.loads(row["doc"]) if row is not None else {}
    if row is None or not doc.get("isSendable"):
        raise _failed("ListNotFound", f"There is no sendable data extension {list_key}")
    table = de.table_of(db, row)
    place = table.place(doc["sendableCustomObjectField"]) or 0
    return [str(key) for _, key in table.rows("", [], "id", [place], 1_000_000, 0) if key]


def _go_on(db: sqlite3.Connection, row: sqlite3.Row, moment: float) -> None:
    state, keys = row["state"], json.loads(row["keys"])
    if state == "Pending":
        for key in keys:
            contacts.change(db, row["eid"], key, status="Suppressed")
            where = "contact_key = ? and journey_id in (select id from journey where eid = ?)"
            journeys.eject(db, where, [key, row["eid"]])
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
    for row in db.execute("select * from data_extension where eid = ?", [eid]).fetchall():
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
        "scheduledTime": _date(row["created"]),
        "startTime": _date(row["started"]),
        "endTime": _date(row["blocked"]),
        "createdDate": _date(row["created"]),
        "createdBy": USER["id"],
    }


def _listed(row: sqlite3.Row) -> dict[str, Any]:
    whole = _operation(row)
    own = {"eid": whole.pop("eID"), "mid": whole.pop("mID")}
    done = len(json.loads(row["keys"])) if row["state"] == "Removed" else 0
    return {**whole, **own, "successCount": done, "errorCount": 0, "deleteType": "ContactAndAttributes"}


def _set_definition(name: str, attributes: dict[str, str]) -> dict[str, Any]:
    set_id = str(uuid.uuid5(_NAMESPACE, name))
    return {
        "id": set_id,
        "key": name.replace(" ", ""),
        "name": {"value": name},
        "fullyQualifiedName": name,
        "storageLogicalType": "DataExtension",
        "isRoot": False,
        "isSendable": False,
        "isSystemDefined": True,
        "isReadOnly": False,
        "attributes": [
            {
                "id": str(uuid.uuid5(_NAMESPACE, f"{name}.{attribute}")),
                "key": attribute.replace(" ", ""),
                "name": {"value": attribute},
                "dataType": kind,
                "isPrimaryKey": False,
                "isNullable": True,
                "isReadOnly": False,
                "displayOrder": place,
                "fullyQualifiedName": f"{name}.{attribute}",
                "parentId": set_id,
                "parentType": "Set",
                "isSystemDefined": True,
            }
            for place, (attribute, kind) in enumerate(attributes.items())
        ],
    }
