"""Contacts: /contacts/v1.

Known are the attribute sets Email Addresses, Email Demographics and MobileConnect Demographics; those of MobilePush and
GroupConnect are answered with 501.
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

from mcctl.emulator import demo
from mcctl.emulator.contact import store as contacts
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.web import (
    Refusal,
    caller,
    database,
    folded,
    generic_problem,
    is_text,
    is_unicode,
    json_body,
)

READ, WRITE, AUDIENCES = "list_and_subscribers_read", "list_and_subscribers_write", "audiences_read"
SCHEMA_VERSION = 252
_ELSEWHERE = ("mobilepush", "groupconnect")
_ADDRESS_TYPES = {"email": 1, "mobile": 4}
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_TEXAS = timezone(timedelta(hours=-6))
NAMESPACE = uuid.UUID("0b9c8f2e-7f7e-5f0c-9a39-0c6a7f0b8a11")

SCHEMA = contacts.SCHEMA


def seed(db: sqlite3.Connection) -> None:
    """Create the demo account's contacts."""
    for key, email, mobile in demo.contacts():
        contacts.ensure(db, ENTERPRISE, key, email=email, mobile=mobile)


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
            raise failed("ContactNotFound", f"There is no contact {key}")
        if known is not None and known["status"] != "Active":
            raise failed("ContactNotActive", f"The contact {key} is being deleted")
        row = contacts.ensure(db, eid, key)
        _store(db, row, sets)
        resp.media = {
            **envelope(),
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
            details = [{"contactKey": row["key"], "createDate": date(row["created"])} for row in rows]
            found.append({"channelAddress": address, "contactKeyDetails": details})
        resp.media = {**envelope(), "channelAddressResponseEntities": found}


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
        resp.media = {**envelope(), "pageNumber": 1, "pageSize": len(found), "hasErrors": False, "addresses": found}


class Schemas:
    """GET /contacts/v1/schema."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Show the schema, whose version activities name."""
        eid = caller(req).eid
        one = {
            "id": schema_id(eid),
            "enterpriseID": eid,
            "availableBusinessUnits": [eid, eid + 1],
            "version": SCHEMA_VERSION,
            "schemaType": "Contacts",
        }
        resp.media = {**envelope(), "links": {}, "page": 1, "pageSize": 1, "count": 1, "items": [one]}


class AttributeSets:
    """GET /contacts/v1/attributeSetDefinitions."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Show every attribute set with its attributes."""
        items = [set_definition(name) for name in contacts.SETS]
        resp.media = {**envelope(), "page": 1, "pageSize": 25, "count": len(items), "links": {}, "items": items}


ROUTES = {
    "/contacts/v1/contacts": Contacts(),
    "/contacts/v1/addresses/email/search": EmailSearch(),
    "/contacts/v1/addresses/search/{attribute}": AddressSearch(),
    "/contacts/v1/schema": Schemas(),
    "/contacts/v1/attributeSetDefinitions": AttributeSets(),
}
_ADDRESS_TESTS: dict[str, Callable[[sqlite3.Row, str, str], bool]] = {
    "ContactKey": lambda row, _channel, value: bool(row["key"] == value),
    "Channel": lambda _row, channel, value: channel.upper() == value.upper(),
    "Status": lambda row, _channel, value: bool(row["status"].lower() == value.lower()),
}


def envelope() -> dict[str, Any]:
    """Return what is in every answer of the contacts routes."""
    moment = datetime.now(_TEXAS).isoformat(timespec="microseconds")
    message_id = str(uuid.uuid4())
    return {
        "requestServiceMessageID": message_id,
        "responseDateTime": f"{moment[:26]}0{moment[26:]}",
        "resultMessages": [],
        "serviceMessageID": str(uuid.uuid4()),
    }


def failed(code: str, text: str) -> Refusal:
    """Return the answer to a write that fails: 200, with the error inside."""
    return Refusal(200, {**envelope(), "hasErrors": True, "resultMessages": [error_message(code, text)]})


def error_message(code: str, text: str) -> dict[str, str]:
    """Return an error as it stands among resultMessages."""
    return {"resultType": "Operational", "resultClass": "Error", "resultCode": code, "message": text}


def date(moment: float | None) -> str:
    """Return Unix time with its offset; nothing for None."""
    return "" if moment is None else datetime.fromtimestamp(moment, _TEXAS).isoformat(timespec="seconds")


def _key_of(db: sqlite3.Connection, eid: int, body: dict[str, Any]) -> str:
    key, number = body.get("contactkey"), str(body.get("contactid"))
    if is_text(key) and key:
        return str(key)
    if number.isascii() and number.isdecimal() and len(number) < 19:
        row = db.execute("select key from contact where eid = ? and id = ?", [eid, int(number)]).fetchone()
        if row is not None:
            return str(row["key"])
    raise failed("ContactKeyRequired", "contactKey or the contactID of a known contact is required")


def _sets(sets: Any) -> dict[str, dict[str, Any]]:
    """Return set -> attribute -> value of a request. Raises a Refusal for what is not known."""
    if not isinstance(sets, list) or not sets:
        raise failed("AttributeSetRequired", "At least one attribute set is required")
    found: dict[str, dict[str, Any]] = {}
    for one in sets:
        name = _proper(contacts.SETS, one.get("name") if isinstance(one, dict) else None, "attribute set")
        if name in found:
            raise failed("AttributeSetTwice", f"The attribute set {name} occurs twice")
        found[name] = _values(name, one.get("items"))
    email = found.get("Email Addresses", found.get("Email Demographics", {})).get("Email Address")
    if email is not None and not _EMAIL.fullmatch(str(email)):
        raise failed("InvalidValue", f"Email Address: {email} is not an e-mail address")
    return found


def _values(set_name: str, items: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in items if isinstance(items, list) else []:
        pairs = item.get("values") if isinstance(item, dict) else None
        for pair in pairs if isinstance(pairs, list) else []:
            given = pair if isinstance(pair, dict) else {}
            name = _proper(contacts.SETS[set_name], given.get("name"), f"attribute of {set_name}")
            value = given.get("value")
            if isinstance(value, dict | list) or not is_unicode(str(value)):
                raise failed("InvalidValue", f"{name} must be text, a number or a boolean")
            found[name] = value
    if not found:
        raise failed("ValuesRequired", f"{set_name} has no values")
    return found


def _proper(known: dict[str, Any], name: Any, told: str) -> str:
    if isinstance(name, str) and name.lower().startswith(_ELSEWHERE):
        raise generic_problem(501, 0, f"The emulator does not emulate the attribute set {name[:100]!r}")
    for one in known:
        if isinstance(name, str) and one.lower() == name.lower():
            return one
    raise failed("NotFound", f"There is no {told} {str(name)[:100]!r}")


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
        "modifiedDate": date(row["modified"]),
        "valueSets": [{"definitionName": set_name, "definitionKey": set_name, "values": [value]}],
    }


def schema_id(eid: int) -> str:
    """Return the id of an enterprise's schema."""
    return str(uuid.uuid5(NAMESPACE, f"schema/{eid}"))


def set_definition(name: str) -> dict[str, Any]:
    """Return an attribute set with its attributes, as the API shows it."""
    attributes = contacts.SETS[name]
    set_id = str(uuid.uuid5(NAMESPACE, name))
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
                "id": str(uuid.uuid5(NAMESPACE, f"{name}.{attribute}")),
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
