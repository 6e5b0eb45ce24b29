"""Rows of data extensions, written at once (/hub/v1/dataevents) or asynchronously (/data/v1/async).

docs silent: an asynchronous request is pending for a second. A row that does not fit fails by itself; a primary key
that is taken fails the whole request, every row of it, as the vendor's example suggests.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable
from typing import Any

import falcon

from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    Refusal,
    caller,
    database,
    generic_problem,
    is_unicode,
    json_body,
    list_body,
    page_of,
)
from mcctl.emulator.de import definitions as de
from mcctl.emulator.de.definitions import READ, WRITE
from mcctl.emulator.de.rows import PAGE_SIZE
from mcctl.emulator.de.tables import BadRow, Table

ASYNC_SECONDS = 1.0
RESULTS_PAGE = 50

SCHEMA = """
create table async_request (id text primary key, mid integer not null, accepted real not null, rows integer not null,
  failed integer not null, results text);
"""


class AsyncRows:
    """POST and PUT /data/v1/async/dataextensions/{ref}/rows."""

    scopes = {"POST": WRITE, "PUT": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Queue rows to be inserted."""
        self._queue(req, resp, ref, Table.insert)

    def on_put(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Queue rows to be inserted or updated."""
        self._queue(req, resp, ref, Table.upsert)

    def _queue(self, req: falcon.Request, resp: falcon.Response, ref: str, write: Callable[..., None]) -> None:
        request_id = str(uuid.uuid4())
        db, row = database(req), found(req, ref)
        if row is None:
            raise de.no_data_extension(request_id)
        items = json_body(req, generic_problem).get("items")
        if not isinstance(items, list) or not items:
            raise generic_problem(400, 10002, "items is required")
        errors = _written(db, de.table_of(db, row), items, write)
        results = json.dumps(errors) if any(errors) else None
        failed = sum(1 for error in errors if error)
        values = [request_id, caller(req).mid, now(db), len(items), failed, results]
        db.execute("insert into async_request values (?, ?, ?, ?, ?, ?)", values)
        resp.status = 202
        resp.media = {"requestId": request_id, "resultMessages": []}


class AsyncStatus:
    """GET /data/v1/async/{request_id}/status."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, request_id: str) -> None:
        """Tell how far a request is."""
        db, row = database(req), _request(req, request_id)
        done = row["accepted"] + ASYNC_SECONDS
        pending, lost = now(db) < done, row["failed"] == row["rows"]
        status = {
            "callDateTime": iso(row["accepted"]),
            "pickupDateTime": iso(row["accepted"]),
            "completionDateTime": iso(None if pending else done),
            "hasErrors": not pending and row["failed"] > 0,
            "requestStatus": "Pending" if pending else ("Error" if lost else "Complete"),
            "resultStatus": "OK" if pending or not row["failed"] else "Error",
            "requestId": request_id,
        }
        resp.media = {"status": status, "requestId": str(uuid.uuid4())}


class AsyncResults:
    """GET /data/v1/async/{request_id}/results."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, request_id: str) -> None:
        """Tell what became of each row, in the order of the request."""
        row = _request(req, request_id)
        page, size = page_of(req, RESULTS_PAGE, PAGE_SIZE)
        errors = json.loads(row["results"]) if row["results"] else [None] * row["rows"]
        if now(database(req)) < row["accepted"] + ASYNC_SECONDS:
            errors = []
        resp.media = {
            "page": page,
            "pageSize": size,
            "count": len(errors),
            "items": [_result(error) for error in errors[(page - 1) * size : page * size]],
            "requestId": str(uuid.uuid4()),
        }


class Rowset:
    """POST /hub/v1/dataevents/{ref}/rowset."""

    scopes = {"POST": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Insert or update rows at once: all of them or none."""
        rows = _keyed_rows(req)
        _upsert(req, ref, [{**row["keys"], **_object(row, "values")} for row in rows])
        resp.media = rows


class RowsetDelete:
    """POST /hub/v1/dataevents/{ref}/rowset/delete. docs silent: rows that are not there are no fault."""

    scopes = {"POST": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Remove rows by their primary keys: all of them or none."""
        rows, table = _keyed_rows(req), _keyed_table(req, ref)
        try:
            keys = [table.checked(row["keys"]) for row in rows]
        except BadRow as error:
            raise generic_problem(400, 10006, str(error)) from error
        for one in keys:
            table.remove_keyed(one)
        resp.media = rows


class KeyedRow:
    """PUT /hub/v1/dataevents/{ref}/rows/{keys}."""

    scopes = {"PUT": WRITE}

    def on_put(self, req: falcon.Request, resp: falcon.Response, ref: str, keys: str) -> None:
        """Insert or update one row. keys: Column:value, several joined by commas."""
        named = _named_keys(keys)
        values = _object(json_body(req, generic_problem), "values")
        _upsert(req, ref, [{**named, **values}])
        resp.media = {"keys": named, "values": values}


class Increment:
    """PUT /hub/v1/dataevents/{ref}/rows/{keys}/column/{column}/increment."""

    scopes = {"PUT": WRITE}

    def on_put(self, req: falcon.Request, _resp: falcon.Response, ref: str, keys: str, column: str) -> None:
        """Add ?step= to a column of one row, or 1."""
        step, table = req.get_param_as_int("step", default=1), _keyed_table(req, ref)
        try:
            table.increment(table.checked(_named_keys(keys)), column, step)
        except BadRow as error:
            raise generic_problem(400, 10006, str(error)) from error


ROUTES = {
    "/data/v1/async/dataextensions/{ref}/rows": AsyncRows(),
    "/data/v1/async/dataExtensions/{ref}/rows": AsyncRows(),
    "/data/v1/async/{request_id}/status": AsyncStatus(),
    "/data/v1/async/{request_id}/results": AsyncResults(),
    "/hub/v1/dataevents/{ref}/rowset": Rowset(),
    "/hub/v1/dataevents/{ref}/rowset/delete": RowsetDelete(),
    "/hub/v1/dataevents/{ref}/rows/{keys}": KeyedRow(),
    "/hub/v1/dataevents/{ref}/rows/{keys}/column/{column}/increment": Increment(),
}


def found(req: falcon.Request, ref: str) -> sqlite3.Row | None:
    """Return the data extension that a path names: `key:` and the key, or an id; None if there is none."""
    prefix, colon, key = ref.partition(":")
    if colon and prefix == "key":
        return de.find(database(req), caller(req), key=key)
    return de.find(database(req), caller(req), guid=ref.removeprefix("id:"))


def _written(db: sqlite3.Connection, table: Table, items: list[Any], write: Callable[..., None]) -> list[str | None]:
    """Write the rows that fit, and return the error of each row, or None."""
    errors: list[str | None] = []
    fit = []
    for item in items:
        try:
            fit.append(table.checked(item))
            errors.append(None)
        except BadRow as error:
            errors.append(str(error))
    db.execute("savepoint rows")
    try:
        write(table, fit)
    except BadRow as error:
        db.execute("rollback to rows")
        errors = [str(error)] * len(items)
    db.execute("release rows")
    return errors


def _named_keys(keys: str) -> dict[str, str]:
    pairs = [part.partition(":") for part in keys.split(",")]
    named = {name: value for name, colon, value in pairs if colon}
    if len(named) != len(pairs):
        raise generic_problem(400, 10003, "The primary key must be Column:value")
    return named


def _keyed_rows(req: falcon.Request) -> list[Any]:
    rows = list_body(req)
    if not all(isinstance(row, dict) and isinstance(row.get("keys"), dict) for row in rows):
        raise generic_problem(400, 10002, "Every row needs keys")
    return rows


def _keyed_table(req: falcon.Request, ref: str) -> Table:
    row = found(req, ref)
    if row is None:
        raise generic_problem(400, 30003, "The data extension does not exist")
    table = de.table_of(database(req), row)
    if not table.has_key:
        raise generic_problem(400, 30001, "The data extension has no primary key")
    return table


def _upsert(req: falcon.Request, ref: str, rows: list[dict[str, Any]]) -> None:
    table = _keyed_table(req, ref)
    try:
        table.upsert([table.checked(one) for one in rows])
    except BadRow as error:
        raise generic_problem(400, 10006, str(error)) from error


def _object(body: dict[str, Any], name: str) -> dict[str, Any]:
    value = body.get(name) or {}
    if not isinstance(value, dict) or not is_unicode(json.dumps(value, ensure_ascii=False)):
        raise generic_problem(400, 10001, f"{name} must be an object")
    return value


def _request(req: falcon.Request, request_id: str) -> sqlite3.Row:
    sql = "select * from async_request where mid = ? and id = ?"
    row: sqlite3.Row | None = None
    if is_unicode(request_id):
        row = database(req).execute(sql, [caller(req).mid, request_id.lower()]).fetchone()
    if row is None:
        message = {
            "resultType": "Operational",
            "resultClass": "Error",
            "resultCode": "AsyncRequestStatusNotFound",
            "message": "Unable to find the status of the request",
        }
        raise Refusal(200, {"requestId": str(uuid.uuid4()), "resultMessages": [message]})
    return row


def _result(error: str | None) -> dict[str, str]:
    if error is None:
        return {"status": "OK"}
    return {"errorCode": "UnexpectedError", "message": error, "status": "Error"}
