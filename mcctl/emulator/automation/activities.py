"""The routes that all kinds of activities have: list, create, read, change, delete, start, log."""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from collections.abc import Callable
from typing import Any

import falcon

from mcctl.emulator.automation import folders, store
from mcctl.emulator.automation.kinds import MAX_KEY_CHARS, ActivityKind
from mcctl.emulator.core.app import Loaded
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    Caller,
    caller,
    database,
    generic_problem,
    is_text,
    json_body,
    page_of,
    paged,
    query_params,
)

READ, WRITE, EXECUTE = "automations_read", "automations_write", "automations_execute"
PAGE_SIZE = 50
START_SECONDS, RUN_SECONDS = 1.0, 2.0
"""When a run that was asked for begins, and when it has ended."""
_FILTER = re.compile(r"(\w+)\s+eq\s+(.*)", re.IGNORECASE | re.DOTALL)
_LARGEST_PAGE = 500
_MOST_NUMBER = 2**31

_TYPES: dict[str, str] = {
    **dict.fromkeys(("intervalType", "createdBy", "modifiedBy", "destinationId", "destinationObjectTypeId"), "number"),
    **dict.fromkeys(("fileTransferLocationTypeId", "maxFileAgeHours", "maxImportFrequencyHours"), "number"),
    **dict.fromkeys(("maxFileAgeScheduleOffsetHours", "subscriberImportTypeId", "updateTypeId"), "number"),
    **dict.fromkeys(("blankFileProcessingType", "maxFileAge", "maxFileAgeScheduleOffset"), "number"),
    **dict.fromkeys(("maxImportFrequency", "targetUpdateTypeId", "categoryId"), "number"),
    **dict.fromkeys(("isUpload", "isEncrypted", "isCompressed", "isPgp", "isFileSpecLocalized", "isFrozen"), "truth"),
    **dict.fromkeys(("allowErrors", "deleteFile", "hasColumnHeader", "isOrderedImport", "isSequential"), "truth"),
    **dict.fromkeys(("sendEmailNotification", "standardQuotedStrings"), "truth"),
    **dict.fromkeys(("dataFields", "fieldMappings"), "pairs"),
}
"""Property -> what it must be, where it is no text."""

Check = Callable[[sqlite3.Connection, Caller, dict[str, Any]], dict[str, Any]]
"""Looks at the body of an activity, and returns what is kept of it. Raises Refusal."""


def load(kind: ActivityKind, kept: Check, db: sqlite3.Connection, who: Caller, one: Loaded) -> None:
    """Put an activity there, with its id. kept: returns what is kept of its body, whatever it would do."""
    own = {name: one.body[name] for name in (kind.key, "name")}
    doc = kept(db, who, {**kind.more, **{name: value for name, value in one.body.items() if name not in own}})
    folder = folders.root_of(db, who.mid, kind.folder)
    store.add_activity(db, who, kind.path, own[kind.key], own["name"], folder, doc, one.id)


class Activities:
    """GET and POST of a kind. most: items on a page, whatever is asked for."""

    scopes = {"GET": READ, "POST": WRITE}

    def __init__(self, kind: ActivityKind, check: Check, most: int = _LARGEST_PAGE) -> None:
        self._kind, self._check, self._most = kind, check, most

    def on_get(self, req: falcon.Request, resp: falcon.Response, folder: str = "") -> None:
        """List one page."""
        rows = store.activities(database(req), caller(req).mid, self._kind.path)
        chosen = [row for row in rows if _fits(row, query_params(req).get("$filter", ""), self._kind)]
        if folder:
            chosen = [row for row in chosen if str(row["folder"]) == folder]
        page, size = page_of(req, PAGE_SIZE, _LARGEST_PAGE)
        answer = paged(chosen, page, min(size, self._most))
        items = [_listed(self._kind, row) for row in answer["items"]]
        resp.media = {"count": answer["count"], "page": page, "pageSize": size, "items": items}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create one."""
        db, who = database(req), caller(req)
        body = {name: value for name, value in json_body(req, generic_problem).items() if value is not None}
        doc = _checked(db, who, self._kind, body, self._check)
        key = str(body.get(self._kind.key) or uuid.uuid4())
        folder = doc.pop("categoryId", 0) if self._kind.folder else 0
        row = store.add_activity(db, who, self._kind.path, key, body["name"], folder, doc)
        resp.media = whole(self._kind, row)


class OneActivity:
    """GET, PATCH and DELETE of one."""

    scopes = {"GET": READ, "PATCH": WRITE, "DELETE": WRITE}

    def __init__(self, kind: ActivityKind, check: Check) -> None:
        self._kind, self._check = kind, check

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Show one."""
        shown = whole(self._kind, found(req, self._kind, ref))
        resp.media = {name: value for name, value in shown.items() if name not in self._kind.bare}

    def on_patch(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Change one; what is left out stays."""
        db, who, row = database(req), caller(req), found(req, self._kind, ref)
        changes = {name: value for name, value in json_body(req, generic_problem).items() if value is not None}
        before = whole(self._kind, row)
        doc = _checked(db, who, self._kind, {**before, **changes}, self._check, row["id"])
        folder = doc.pop("categoryId", row["folder"]) if self._kind.folder else 0
        key, name = str(changes.get(self._kind.key) or row["key"]), str(changes.get("name") or row["name"])
        sql = "update activity set key = ?, name = ?, folder = ?, doc = ?, modified = ? where id = ?"
        db.execute(sql, [key, name, folder, json.dumps(doc), now(db), row["id"]])
        shown = whole(self._kind, found(req, self._kind, ref))
        zero = {"createdDate": iso(None), "modifiedDate": iso(None)} if self._kind.has_no_dates else {}
        resp.media = {**shown, **zero}

    def on_delete(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Delete one. Automations that use it go on pointing at it."""
        row = found(req, self._kind, ref)
        database(req).execute("delete from activity where id = ?", [row["id"]])
        if self._kind.is_text:
            resp.content_type, resp.text = "text/plain", self._kind.deleted
        elif self._kind.deleted is not None:
            resp.media = self._kind.deleted


class Start:
    """POST that runs one now."""

    scopes = {"POST": EXECUTE}

    def __init__(self, kind: ActivityKind) -> None:
        self._kind = kind

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Queue a run."""
        db, row = database(req), found(req, self._kind, ref)
        db.execute("insert into activity_run (activity_id, accepted, error) values (?, ?, '')", [row["id"], now(db)])
        resp.content_type, resp.text = "text/plain", "OK"


class Log:
    """GET of what went wrong in the last runs; nothing where nothing did."""

    scopes = {"GET": READ}

    def __init__(self, kind: ActivityKind) -> None:
        self._kind = kind

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Show the runs that failed, the newest first."""
        row = found(req, self._kind, ref)
        sql = "select * from activity_run where activity_id = ? and error <> '' order by id desc limit 20"
        runs = database(req).execute(sql, [row["id"]]).fetchall()
        resp.media = [
            {
                "status": "Error",
                "message": run["error"],
                "startDate": iso(run["accepted"]),
                "endDate": iso(run["ended"]),
            }
            for run in runs
        ]


class IsRunning:
    """GET /automation/v1/queries/{ref}/actions/isrunning."""

    scopes = {"GET": READ}

    def __init__(self, kind: ActivityKind) -> None:
        self._kind = kind

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Tell whether it runs; right after the start it does not yet."""
        db, row = database(req), found(req, self._kind, ref)
        sql = "select 1 from activity_run where activity_id = ? and ended is null and accepted <= ?"
        is_running = db.execute(sql, [row["id"], now(db) - START_SECONDS]).fetchone() is not None
        resp.media = {self._kind.id: row["guid"], "isRunning": is_running}


def found(req: falcon.Request, kind: ActivityKind, ref: str) -> sqlite3.Row:
    """Return an activity by its id. Raises a 404 Refusal."""
    row = store.activity(database(req), caller(req).mid, kind.path, ref)
    if row is None:
        raise store.not_found()
    return row


def whole(kind: ActivityKind, row: sqlite3.Row) -> dict[str, Any]:
    """Return everything of an activity."""
    place = {"categoryId": row["folder"]} if kind.folder else {}
    dates = {"createdDate": iso(row["created"]), "modifiedDate": iso(row["modified"])}
    return {kind.id: row["guid"], "name": row["name"], kind.key: row["key"], **store.doc_of(row), **dates, **place}


def _listed(kind: ActivityKind, row: sqlite3.Row) -> dict[str, Any]:
    shown = whole(kind, row)
    if kind.only:
        return {name: shown[name] for name in kind.only if name in shown}
    return {name: value for name, value in shown.items() if name not in kind.short}


def _is_of(value: Any, wanted: str) -> bool:
    """Whether a value is a whole number, a truth value, or a list of objects that hold texts."""
    if wanted == "pairs":
        plain = isinstance(value, list) and all(isinstance(one, dict) for one in value)
        return plain and all(isinstance(text, str) for one in value for text in one.values())
    if wanted == "truth":
        return isinstance(value, bool)
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _MOST_NUMBER


def _fits(row: sqlite3.Row, condition: str, kind: ActivityKind) -> bool:
    """Whether a row fits $filter: names and keys match loosely, as they do there."""
    if not condition:
        return True
    told = _FILTER.fullmatch(condition.strip())
    if told is None:
        raise generic_problem(400, 10005, "$filter must be NAME eq VALUE")
    column = {"name": "name", kind.key.lower(): "key", "key": "key"}.get(told[1].lower())
    if column is None:
        raise generic_problem(400, 10005, f"$filter: {told[1]} is not known")
    return told[2].strip().strip("'\"").lower() in str(row[column]).lower()


def _checked(
    db: sqlite3.Connection, who: Caller, kind: ActivityKind, body: dict[str, Any], check: Check, besides: int = 0
) -> dict[str, Any]:
    """Return what is kept of the body of an activity. Raises a 400 Refusal."""
    for name in kind.needs:
        if body.get(name) in (None, ""):
            raise store.required(name)
    key = body.get(kind.key) or ""
    if not is_text(body["name"]) or not is_text(key) or len(key) > MAX_KEY_CHARS:
        raise store.not_valid("name" if not is_text(body["name"]) else kind.key)
    for name, value in body.items():
        if not (_is_of(value, _TYPES[name]) if name in _TYPES else is_text(value)):
            raise store.not_valid(name)
    if kind.folder and not folders.is_folder(db, who.mid, body["categoryId"], kind.folder):
        raise store.not_valid("categoryId")
    taken = store.name_or_key_taken(db, who.mid, kind.path, body["name"], key, besides)
    if taken:
        raise store.refused(f"An activity with this {taken} already exists.")
    own = (kind.id, "name", kind.key, "createdDate", "modifiedDate")
    kept = {**kind.more, **{name: value for name, value in body.items() if name not in own}}
    return check(db, who, kept)
