"""Subscriptions, imports into lists, and refreshes of lists: /sms/v1/contacts.

An import reads a CSV file of the account's FTP folder (`mcctl emulator file add`), a second after it was queued. docs
silent: where the file must lie, what becomes of one that is not there (status Failed here), an unknown list (400), and
how an unfinished refresh looks (no publishDate).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import falcon

from mcctl.emulator.core.state import now, utc
from mcctl.emulator.core.web import (
    Caller,
    caller,
    database,
    is_text,
    sms_body,
    string_errors,
)
from mcctl.emulator.sms import talk as mobile
from mcctl.emulator.sms.imports import file_source, mapping_faults, take_rows
from mcctl.emulator.sms.lists import find_list
from mcctl.emulator.sms.sends import MAX_SUBSCRIBER_KEY_CHARS, flag_faults, text_faults
from mcctl.emulator.sms.talk import IMPORT_TOKEN, SUBSCRIBED, new_token

WORK_SECONDS = 1.0
_TEXTS = ("shortcode", "keyword", "emailaddress", "importmappingtype", "filename", "filetype", "listid")
_FLAGS = ("sendemailnotification", "isfirstrowheader")

SCHEMA = """
create table sms_task (token text primary key, mid integer not null, list_id integer not null, kind text not null,
  created real not null, failed text);
"""


class Subscriptions:
    """POST /sms/v1/contacts/subscriptions."""

    scopes = {"POST": "sms_read"}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell who is subscribed to what: a read."""
        db, who, body = database(req), caller(req), sms_body(req)
        names = {"mobilenumber": "number", "subscriberkey": "contact_key"}
        asked = {column: body[name] for name, column in names.items() if name in body}
        for values in asked.values():
            if not isinstance(values, list) or not all(map(is_text, values)):
                raise string_errors(["mobileNumber and subscriberKey must be arrays of texts."])
        moment = utc(now(db))
        wanted = [(column, value) for column, values in asked.items() for value in values]
        found = [row for column, value in wanted for row in _of(db, who, column, value)]
        contacts = [_subscription(row) for row in {row["id"]: row for row in found}.values()]
        resp.media = {"count": str(len(contacts)), "createDate": moment, "completeDate": moment, "contacts": contacts}


class Import:
    """POST /sms/v1/contacts/queueImport/{id}."""

    scopes = {"POST": "automations_read sms_read"}

    def on_post(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Import a file into a list, and subscribe who is in it to a keyword, if there is one."""
        db, who, body = database(req), caller(req), sms_body(req)
        target = _list(db, who, name)
        if faults := list(_faults(db, who, body)):
            raise string_errors(faults)
        failed = _import(db, who, target, body)
        resp.status = 202
        resp.media = {"tokenId": _new_task(db, target, "Import", failed)}


class ImportStatus:
    """GET /sms/v1/contacts/queueImport/{id}/status/{tokenId}."""

    scopes = {"GET": "sms_read"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, name: str, token: str) -> None:
        """Tell how far an import is; the documents answer 202."""
        task = _task(req, name, token, "Import")
        over = now(database(req)) >= task["created"] + WORK_SECONDS
        state = ("Failed" if task["failed"] else "Completed") if over else "Processing"
        resp.status = 202
        resp.media = {"tokenId": token, "status": state, "createdDate": utc(task["created"]), "type": "Import"}


class Refresh:
    """POST /sms/v1/contacts/refreshList/{id}."""

    scopes = {"POST": "sms_read"}

    def on_post(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Start the refresh of a list."""
        db, who = database(req), caller(req)
        target = _list(db, who, name)
        token = _new_task(db, target, "Refresh", None)
        db.execute("update sms_list set refreshed = ? where id = ?", [now(db), target["id"]])
        resp.status = 202
        resp.media = {"tokenId": token, "lastPublishDate": utc(target["refreshed"])}


class RefreshStatus:
    """GET /sms/v1/contacts/refreshList/{id}/status/{tokenId}."""

    scopes = {"GET": "sms_read"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, name: str, token: str) -> None:
        """Tell when a refresh was through; the documents answer 202."""
        task = _task(req, name, token, "Refresh")
        ends = task["created"] + WORK_SECONDS
        resp.status = 202
        resp.media = {"tokenId": token, **({"publishDate": utc(ends)} if now(database(req)) >= ends else {})}


ROUTES = {
    "/sms/v1/contacts/subscriptions": Subscriptions(),
    "/sms/v1/contacts/queueImport/{name}": Import(),
    "/sms/v1/contacts/queueImport/{name}/status/{token}": ImportStatus(),
    "/sms/v1/contacts/refreshList/{name}": Refresh(),
    "/sms/v1/contacts/refreshList/{name}/status/{token}": RefreshStatus(),
}


def _of(db: sqlite3.Connection, who: Caller, column: str, value: str) -> list[sqlite3.Row]:
    sql = f"select * from subscription where mid = ? and {column} = ? and state = ? order by id"
    return db.execute(sql, [who.mid, value, SUBSCRIBED]).fetchall()


def _subscription(row: sqlite3.Row) -> dict[str, str]:
    told = {"mobileNumber": row["number"], "shortCode": row["code"], "keyword": row["word"]}
    return {**told, "optInDate": utc(row["since"]).removesuffix("Z") + "0000"}


def _list(db: sqlite3.Connection, who: Caller, name: str) -> sqlite3.Row:
    found = find_list(db, who.mid, name)
    if found is None:
        raise string_errors([f"List id {name} is not valid."])
    return found


def _faults(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> Iterator[str]:
    typed = [*text_faults(body, _TEXTS), *flag_faults(body, _FLAGS)]
    yield from typed
    if typed:
        return
    if not body.get("filename"):
        yield "A file name must be specified."
    if body.get("filetype") not in (None, "csv"):
        yield f"File type {body['filetype']} is not valid."
    yield from mapping_faults(body)
    code, word = body.get("shortcode"), body.get("keyword")
    if code is not None and code not in mobile.CODES:
        yield f"Short code {code} is not valid for the client."
    if word and (not code or mobile.find_keyword(db, who.mid, code, word) is None):
        yield f"Keyword {word} is invalid for the code."


def _import(db: sqlite3.Connection, who: Caller, target: sqlite3.Row, body: dict[str, Any]) -> str | None:
    """Import a file; return why it cannot be."""
    source = file_source(db, who, body)
    if source.faults:
        return source.faults[0]
    code, word = body.get("shortcode") or "", body.get("keyword") or ""
    people, _ = take_rows(db, who, source.rows, source.columns, code, word)
    values = [(target["id"], number, key[:MAX_SUBSCRIBER_KEY_CHARS]) for number, key in people]
    db.executemany("insert or replace into sms_member values (?, ?, ?)", values)
    return None


def _new_task(db: sqlite3.Connection, target: sqlite3.Row, kind: str, failed: str | None) -> str:
    token = new_token(IMPORT_TOKEN)
    sql = "insert into sms_task values (?, ?, ?, ?, ?, ?)"
    db.execute(sql, [token, target["mid"], target["id"], kind, now(db), failed])
    return token


def _task(req: falcon.Request, name: str, token: str, kind: str) -> sqlite3.Row:
    db, who = database(req), caller(req)
    target = _list(db, who, name)
    sql = "select * from sms_task where token = ? and list_id = ? and kind = ?"
    task: sqlite3.Row | None = db.execute(sql, [token, target["id"], kind]).fetchone()
    if task is None:
        raise string_errors([f"Token id {token} is not valid."])
    return task
