"""Data extension definitions: /data/v1/customobjects.

The routes are documented by their names alone; what they take and answer is known from public code. A search finds
a new data extension two seconds after it was made. Not emulated: data retention.
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
    Refusal,
    caller,
    database,
    generic_problem,
    is_text,
    json_body,
    page_of,
    paged,
    query_params,
)
from mcctl.emulator.de.tables import TYPES, BadRow, Table

READ, WRITE = "data_extensions_read", "data_extensions_write"
FOLDERS = {ENTERPRISE: 301, ENTERPRISE + 1: 302}
"""Business unit -> its folder of data extensions."""
SEARCH_PAGE = 25
SEARCH_LAG_SECONDS = 2.0
MAX_NAME_CHARS = 100
MAX_KEY_CHARS = 200
MAX_FIELDS = 1000
_CHANGEABLE = {
    "name",
    "description",
    "isSendable",
    "sendableCustomObjectField",
    "sendableSubscriberField",
    "isTestable",
}
FIELD_FLAGS = (
    "isNullable", "isPrimaryKey", "isTemplateField", "isInheritable", "isOverridable", "isHidden", "isReadOnly",
    "mustOverride",
)  # fmt: skip
_FIELD_NAME = re.compile(r"[^\W_][\w .()@#$%&-]{0,127}|_[\w -]{1,127}")
_SUBSCRIBER_FIELDS = (
    "_SubscriberKey",
    "_SubscriberID",
    "_EmailAddress",
    "SubscriberKey",
    "SubscriberId",
    "EmailAddress",
)

SCHEMA = """
create table data_extension (id integer primary key autoincrement, guid text not null, mid integer not null,
  eid integer not null, key text not null, name text not null, folder integer not null, doc text not null,
  created real not null, modified real not null, searchable real not null);
create unique index data_extension_key on data_extension (mid, key);
"""


def seed(db: sqlite3.Connection) -> None:
    """Create the demo account's data extensions, with their rows."""
    who = Caller(ENTERPRISE, ENTERPRISE, "", frozenset(), {})
    for body, rows in demo.data_extensions():
        row = insert(db, who, {**body, "categoryId": FOLDERS[ENTERPRISE]}, searchable=0.0)
        table = table_of(db, row)
        table.insert(table.checked(values) for values in rows)


def load(db: sqlite3.Connection, who: Caller, one: Loaded) -> None:
    """Put a data extension there, with its id, and its rows where there are some."""
    folder = one.body.get("categoryId")
    check({**one.body, "categoryId": FOLDERS.get(who.mid)}, who)
    body = {**one.body, "categoryId": folder if isinstance(folder, int) else FOLDERS.get(who.mid, 0)}
    row = insert(db, who, body, searchable=0.0, guid=one.id)
    table = table_of(db, row)
    try:
        table.insert([table.checked(values) for values in one.more.get("rows", ())])
    except BadRow as error:
        raise generic_problem(400, 10006, str(error)) from error


class DataExtensions:
    """GET and POST /data/v1/customobjects."""

    scopes = {"GET": READ, "POST": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List a page of those that a search finds."""
        text = query_params(req).get("$search")
        if not text:
            raise generic_problem(400, 10002, "$search is a required parameter")
        sql = "select * from data_extension where mid = ? and searchable <= ? order by name, id"
        rows = database(req).execute(sql, [caller(req).mid, now(database(req))]).fetchall()
        _answer_page(req, resp, [row for row in rows if _matches(row, text.casefold())])

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create a data extension."""
        db, who = database(req), caller(req)
        body = json_body(req, generic_problem)
        check(body, who)
        for name, value in (("name", body["name"]), ("key", body.get("key"))):
            sql = f"select 1 from data_extension where mid = ? and {name} = ? collate nocase"
            if value and db.execute(sql, [who.mid, value]).fetchone():
                raise generic_problem(409, 30004, f"A data extension with this {name} already exists: {value}")
        resp.media = shown(db, insert(db, who, body, searchable=now(db) + SEARCH_LAG_SECONDS))
        resp.status = 201


class DataExtensionsOfFolder:
    """GET /data/v1/customobjects/category/{folder}."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, folder: str) -> None:
        """List a page of those in a folder; 0 stands for all of the business unit."""
        sql = "select * from data_extension where mid = ? and (? = '0' or folder = ?) order by name, id"
        _answer_page(req, resp, database(req).execute(sql, [caller(req).mid, folder, folder]).fetchall())


class DataExtension:
    """GET, PATCH and DELETE /data/v1/customobjects/{guid}."""

    scopes = {"GET": READ, "PATCH": WRITE, "DELETE": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response, guid: str) -> None:
        """Show a definition."""
        resp.media = shown(database(req), by_id(database(req), caller(req), guid))

    def on_patch(self, req: falcon.Request, resp: falcon.Response, guid: str) -> None:
        """Change the name, the description, or whether it can be sent to."""
        db, row = database(req), by_id(database(req), caller(req), guid)
        changes = json_body(req, generic_problem)
        if unknown := changes.keys() - _CHANGEABLE:
            raise generic_problem(400, 10005, f"{min(unknown)} cannot be changed here")
        doc = {**json.loads(row["doc"]), **changes}
        _check_texts(doc)
        check_sendable(doc)
        sql = "update data_extension set name = ?, doc = ?, modified = ? where id = ?"
        db.execute(sql, [doc["name"], json.dumps(doc), now(db), row["id"]])
        resp.media = shown(db, by_id(db, caller(req), guid))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, guid: str) -> None:
        """Delete a data extension with its rows."""
        db, row = database(req), by_id(database(req), caller(req), guid)
        table_of(db, row).drop()
        db.execute("delete from data_extension where id = ?", [row["id"]])


class Fields:
    """GET /data/v1/customobjects/{guid}/fields."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, guid: str) -> None:
        """Show the fields."""
        row = by_id(database(req), caller(req), guid)
        fields = json.loads(row["doc"])["fields"]
        resp.media = {"id": row["guid"], "fields": fields, "fieldCount": len(fields)}


class Clear:
    """POST /data/v1/customobjects/{guid}/cleardata."""

    scopes = {"POST": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response, guid: str) -> None:
        """Remove every row."""
        db = database(req)
        table_of(db, by_id(db, caller(req), guid)).clear()


ROUTES = {
    f"/data/v1/{spelled}{path}": resource
    for spelled in ("customobjects", "customObjects")
    for path, resource in (
        ("", DataExtensions()),
        ("/category/{folder}", DataExtensionsOfFolder()),
        ("/{guid}", DataExtension()),
        ("/{guid}/fields", Fields()),
        ("/{guid}/cleardata", Clear()),
    )
}


def find(db: sqlite3.Connection, who: Caller, *, key: str = "", guid: str = "") -> sqlite3.Row | None:
    """Return the data extension with a key or an id; None if the business unit has none."""
    column, value = ("guid", guid.lower()) if guid else ("key", key)
    sql = f"select * from data_extension where mid = ? and {column} = ? collate nocase"
    row: sqlite3.Row | None = db.execute(sql, [who.mid, value]).fetchone() if is_text(value) else None
    return row


def by_id(db: sqlite3.Connection, who: Caller, guid: str) -> sqlite3.Row:
    """Return a data extension. Raises a 404 Refusal."""
    row = find(db, who, guid=guid)
    if row is None:
        raise generic_problem(404, 30003, f"The data extension {guid} does not exist")
    return row


def with_guid(db: sqlite3.Connection, guid: str | None) -> sqlite3.Row | None:
    """Return a data extension by its id, whoever it belongs to."""
    row: sqlite3.Row | None = db.execute("select * from data_extension where guid = ?", [guid]).fetchone()
    return row


def named(db: sqlite3.Connection, mid: int, name: str) -> sqlite3.Row | None:
    """Return the data extension of a business unit that is called `name`, in any case."""
    sql = "select * from data_extension where mid = ? and name = ? collate nocase"
    row: sqlite3.Row | None = db.execute(sql, [mid, name]).fetchone()
    return row


def by_name_or_key(db: sqlite3.Connection, mid: int, name: str) -> sqlite3.Row | None:
    """Return the data extension of a business unit that has a name or a key, in any case."""
    sql = (
        "select * from data_extension where mid = ? and (name = ? collate nocase or key = ? collate nocase) order by id"
    )
    row: sqlite3.Row | None = db.execute(sql, [mid, name, name]).fetchone()
    return row


def is_named(db: sqlite3.Connection, eid: int, name: str) -> bool:
    """Whether a data extension of any business unit of an enterprise is called `name`, in any case."""
    sql = "select 1 from data_extension where eid = ? and name = ? collate nocase"
    return db.execute(sql, [eid, name]).fetchone() is not None


def of_enterprise(db: sqlite3.Connection, eid: int) -> list[sqlite3.Row]:
    """Return the data extensions of all business units of an enterprise."""
    return db.execute("select * from data_extension where eid = ?", [eid]).fetchall()


def in_enterprise(db: sqlite3.Connection, eid: int, ref: str) -> sqlite3.Row | None:
    """Return a data extension of an enterprise by its id or key."""
    sql = "select * from data_extension where eid = ? and (guid = ? or key = ?)"
    row: sqlite3.Row | None = db.execute(sql, [eid, ref.lower(), ref]).fetchone()
    return row


def fields_of(row: sqlite3.Row) -> list[dict[str, Any]]:
    """Return the fields of a data extension."""
    fields: list[dict[str, Any]] = json.loads(row["doc"])["fields"]
    return fields


def table_of(db: sqlite3.Connection, row: sqlite3.Row) -> Table:
    """Return where the rows of a data extension are."""
    return Table(db, row["id"], fields_of(row))


def insert(
    db: sqlite3.Connection, who: Caller, body: dict[str, Any], *, searchable: float, guid: str = ""
) -> sqlite3.Row:
    """Create a data extension with its table. searchable: from when on a search finds it. guid: its id, if any."""
    moment, guid = now(db), guid or str(uuid.uuid4())
    doc = {"isSendable": False, "isTestable": False, "description": "", **body, "key": body.get("key") or guid.upper()}
    doc["fields"] = [
        {"id": str(uuid.uuid4()), "maskType": "None", "storageType": "Plain", "description": "", **field}
        for field in sorted(body["fields"], key=lambda field: int(field["ordinal"]))
    ]
    values = [guid, who.mid, who.eid, doc["key"], doc["name"], body["categoryId"], json.dumps(doc), moment, moment]
    names = "guid, mid, eid, key, name, folder, doc, created, modified, searchable"
    sql = f"insert into data_extension ({names}) values ({', '.join('?' * 10)})"
    db.execute(sql, [*values, searchable])
    row = by_id(db, who, guid)
    table_of(db, row).create()
    return row


def shown(db: sqlite3.Connection, row: sqlite3.Row) -> dict[str, Any]:
    """Return a definition as the API shows it."""
    doc = json.loads(row["doc"])
    fields = doc.pop("fields")
    return {
        "id": row["guid"],
        **doc,
        "isActive": True,
        "isObjectDeletable": True,
        "isFieldAdditionAllowed": True,
        "isFieldModificationAllowed": True,
        "ownerId": row["mid"],
        "createdDate": iso(row["created"]),
        "createdByName": USER["name"],
        "modifiedDate": iso(row["modified"]),
        "modifiedByName": USER["name"],
        "partnerApiObjectTypeId": 310,
        "partnerApiObjectTypeName": "DataExtension",
        "rowCount": table_of(db, row).count(),
        "fieldCount": len(fields),
    }


def _answer_page(req: falcon.Request, resp: falcon.Response, rows: list[sqlite3.Row]) -> None:
    page, size = page_of(req, SEARCH_PAGE, SEARCH_PAGE)
    answer = paged(rows, page, size)
    resp.media = {**answer, "items": [shown(database(req), row) for row in answer["items"]]}


def _matches(row: sqlite3.Row, text: str) -> bool:
    doc = json.loads(row["doc"])
    return any(text in str(doc.get(name) or "").casefold() for name in ("name", "key", "description"))


def check(body: dict[str, Any], who: Caller) -> None:
    """Raise a 400 Refusal where a new definition is not complete and in order."""
    if body.get("categoryId") != FOLDERS.get(who.mid):
        raise generic_problem(400, 10005, "categoryId is required, and must be a folder of data extensions")
    _check_texts(body)
    fields = body.get("fields")
    if not isinstance(fields, list) or not 0 < len(fields) <= MAX_FIELDS:
        raise generic_problem(400, 10002, "fields is required")
    for field in fields:
        check_field(field)
    names = [field["name"].lower() for field in fields]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise generic_problem(400, 10005, f"Two fields are called {twice}")
    check_sendable(body)


def _check_texts(body: dict[str, Any]) -> None:
    for name, most in (("name", MAX_NAME_CHARS), ("key", MAX_KEY_CHARS), ("description", 4000)):
        value: Any = body.get(name)
        if value is None and name != "name":
            continue
        if not is_text(value) or len(value) > most or (name == "name" and not value.strip()):
            raise generic_problem(400, 10005, f"{name} must be text of at most {most} characters")
    if "/" in (body.get("key") or ""):
        raise generic_problem(400, 10003, "key must not contain a slash")
    for name in ("isSendable", "isTestable"):
        if not isinstance(body.get(name, False), bool):
            raise generic_problem(400, 10001, f"{name} must be a boolean")


def check_field(field: Any) -> None:
    """Raise a 400 Refusal where a field is not complete and in order."""
    if not isinstance(field, dict) or not is_text(field.get("name")) or not _FIELD_NAME.fullmatch(field["name"]):
        raise generic_problem(400, 10005, "A field needs a name of at most 128 characters")
    name = field["name"]
    for flag in FIELD_FLAGS:
        if not isinstance(field.get(flag), bool):
            raise generic_problem(400, 10002, f"{name}: {flag} is required, and must be a boolean")
    if field.get("type") not in TYPES:
        raise generic_problem(400, 10005, f"{name}: type must be one of {', '.join(TYPES)}")
    for number, most in (("ordinal", MAX_FIELDS), ("length", 4000), ("scale", 18)):
        _check_number(field, number, most)
    if field["type"] == "EmailAddress" and field.get("length") is None:
        raise generic_problem(400, 10002, f"{name}: an EmailAddress needs a length")
    if field["type"] == "Text" and field["isPrimaryKey"] and not field.get("length"):
        raise generic_problem(400, 10002, f"{name}: a text in the primary key needs a length")


def _check_number(field: dict[str, Any], name: str, most: int) -> None:
    value = field.get(name)
    if value is None and name != "ordinal":
        return
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise generic_problem(400, 10005, f"{field['name']}: {name} must be a whole number, at most {most}")


def check_sendable(body: dict[str, Any]) -> None:
    """Raise a 400 Refusal where what makes a data extension sendable does not fit."""
    names = ("sendableCustomObjectField", "sendableSubscriberField")
    for name in names:
        if body.get(name) is not None and not is_text(body[name]):
            raise generic_problem(400, 10004, f"{name} cannot be deserialized; it must be text")
    if not body.get("isSendable"):
        return
    column, subscriber = (body.get(name) for name in names)
    if column not in [field["name"] for field in body["fields"]]:
        raise generic_problem(400, 10005, "sendableCustomObjectField must be one of the fields")
    if subscriber not in _SUBSCRIBER_FIELDS:
        raise generic_problem(
            400, 10005, "sendableSubscriberField must be _SubscriberKey, _SubscriberID or _EmailAddress"
        )


def no_data_extension(request_id: str) -> Refusal:
    """Return what the asynchronous routes answer of an unknown data extension: 200, with the error inside."""
    message = {
        "resultType": "Operational",
        "resultClass": "Error",
        "resultCode": "CustomObjectNotFound",
        "message": "Unable to find the custom object",
    }
    return Refusal(200, {"requestId": request_id, "resultMessages": [message]})
