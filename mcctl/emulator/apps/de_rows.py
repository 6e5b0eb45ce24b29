"""The rows of data extensions: read (/data/v1/customobjectdata), and written at once (/hub/v1/dataevents) or
asynchronously (/data/v1/async).

docs silent: an asynchronous request is pending for a second. A row that does not fit fails by itself; a primary key
that is taken fails the whole request, every row of it, as the vendor's example suggests.
"""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import falcon

from mcctl.emulator.apps import de
from mcctl.emulator.apps.de import READ, WRITE
from mcctl.emulator.state import iso, now
from mcctl.emulator.tables import BadRow, Table
from mcctl.emulator.web import (
    Caller,
    Problem,
    caller,
    database,
    generic_problem,
    is_unicode,
    json_body,
    list_body,
    page_of,
    positive,
    query_params,
)

ASYNC_SECONDS = 1.0
TOKEN_SECONDS = 3600.0
PAGE_SIZE = 2500
RESULTS_PAGE = 50
_TERM = re.compile(r"\s*([\w .@#$&-]+?)\s+(eq|ne|gt|lt|ge|le|like)\s+'((?:[^']|'')*)'\s*", re.IGNORECASE)
_JOIN = re.compile(r"(and|or)\s+", re.IGNORECASE)
_OPERATORS = {"eq": "=", "ne": "<>", "gt": ">", "lt": "<", "ge": ">=", "le": "<=", "like": "like"}

SCHEMA = """
create table async_request (id text primary key, mid integer not null, accepted real not null, rows integer not null,
  failed integer not null, results text);
create table rowset (token text primary key, mid integer not null, de_id integer not null, last_id integer not null,
  count integer not null, query text not null, expires real not null, next_page integer, after_id integer);
"""


def seed(db: sqlite3.Connection) -> None:
    """No rows are on their way in the beginning."""


class _Rowset:
    """What the routes that read rows have in common."""

    scopes = {"GET": READ}

    def _first(self, req: falcon.Request, resp: falcon.Response, row: sqlite3.Row | None) -> None:
        """Answer with the first page, and freeze what there is for the others."""
        if row is None:
            raise generic_problem(404, 30003, "The data extension cannot be retrieved for key or id")
        db = database(req)
        table = de.table_of(db, row)
        query, token, last_id = _query(req, table), str(uuid.uuid4()), table.last_id()
        count = table.count(*_frozen(query, last_id))
        values = [token, row["mid"], row["id"], last_id, count, json.dumps(query), now(db) + TOKEN_SECONDS]
        db.execute("insert into rowset values (?, ?, ?, ?, ?, ?, ?, null, null)", values)
        _answer(req, resp, token, query["page"])


class RowsByKey(_Rowset):
    """GET /data/v1/customobjectdata/key/{key}/rowset."""

    def on_get(self, req: falcon.Request, resp: falcon.Response, key: str) -> None:
        """Show the first page of the rows."""
        self._first(req, resp, de.find(database(req), caller(req), key=key))


class RowsById(_Rowset):
    """GET /data/v1/customobjectdata/{guid}/rowset."""

    def on_get(self, req: falcon.Request, resp: falcon.Response, guid: str) -> None:
        """Show the first page of the rows."""
        self._first(req, resp, de.find(database(req), caller(req), guid=guid))


class RowsByToken(_Rowset):
    """GET /data/v1/customobjectdata/token/{token}/rowset."""

    def on_get(self, req: falcon.Request, resp: falcon.Response, token: str) -> None:
        """Show a further page."""
        _answer(req, resp, token, page_of(req, PAGE_SIZE, PAGE_SIZE)[0])


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
        rows = list_body(req)
        for row in rows:
            if not isinstance(row, dict) or not isinstance(row.get("keys"), dict):
                raise generic_problem(400, 10002, "Every row needs keys")
        _upsert(req, ref, [{**row["keys"], **_object(row, "values")} for row in rows])
        resp.media = rows


class KeyedRow:
    """PUT /hub/v1/dataevents/{ref}/rows/{keys}."""

    scopes = {"PUT": WRITE}

    def on_put(self, req: falcon.Request, resp: falcon.Response, ref: str, keys: str) -> None:
        """Insert or update one row. keys: Column:value, several joined by commas."""
        pairs = [part.partition(":") for part in keys.split(",")]
        named = {name: value for name, colon, value in pairs if colon}
        if len(named) != len(pairs):
            raise generic_problem(400, 10003, "The primary key must be Column:value")
        values = _object(json_body(req, generic_problem), "values")
        _upsert(req, ref, [{**named, **values}])
        resp.media = {"keys": named, "values": values}


ROUTES = {
    "/data/v1/customobjectdata/key/{key}/rowset": RowsByKey(),
    "/data/v1/customobjectdata/token/{token}/rowset": RowsByToken(),
    "/data/v1/customobjectdata/{guid}/rowset": RowsById(),
    "/data/v1/async/dataextensions/{ref}/rows": AsyncRows(),
    "/data/v1/async/dataExtensions/{ref}/rows": AsyncRows(),
    "/data/v1/async/{request_id}/status": AsyncStatus(),
    "/data/v1/async/{request_id}/results": AsyncResults(),
    "/hub/v1/dataevents/{ref}/rowset": Rowset(),
    "/hub/v1/dataevents/{ref}/rows/{keys}": KeyedRow(),
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


def _upsert(req: falcon.Request, ref: str, rows: list[dict[str, Any]]) -> None:
    db, row = database(req), found(req, ref)
    if row is None:
        raise generic_problem(400, 30003, "The data extension does not exist")
    table = de.table_of(db, row)
    if not table.has_key:
        raise generic_problem(400, 30001, "The data extension has no primary key")
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
        raise Problem(200, {"requestId": str(uuid.uuid4()), "resultMessages": [message]})
    return row


def _result(error: str | None) -> dict[str, str]:
    if error is None:
        return {"status": "OK"}
    return {"errorCode": "UnexpectedError", "message": error, "status": "Error"}


def _query(req: falcon.Request, table: Table) -> dict[str, Any]:
    """Return what is asked for, as it is kept with the token. Raises a 400 Problem."""
    params = query_params(req)
    page, size = page_of(req, PAGE_SIZE, PAGE_SIZE)
    where, values = _condition(table, params["$filter"]) if params.get("$filter") else ("1", [])
    fields = [name.strip() for name in params.get("$fields", "").split(",") if name.strip()]
    places = [_place(table, name) for name in fields] or list(range(len(table.columns)))
    order = [_order(table, part.split()) for part in params.get("$orderby", "").split(",") if part.strip()]
    return {
        "page": page,
        "size": size,
        "where": where,
        "values": values,
        "places": places,
        "order": ", ".join([*order, "id"]),
        "top": positive(params.get("$top"), 0, "$top", generic_problem),
    }


def _condition(table: Table, text: str) -> tuple[str, list[str]]:
    """Return the SQL of a filter: terms joined by `and` and `or`, of which `and` binds first."""
    sql, values, rest = "", [], text
    while True:
        term = _TERM.match(rest)
        if not term:
            raise generic_problem(400, 10003, f"$filter is not of the form Column eq 'value', at {rest[:40]!r}")
        place, operator = _place(table, term[1]), _OPERATORS[term[2].lower()]
        column = table.columns[place]
        value = term[3].replace("''", "'")
        number = column.type in ("Number", "Decimal")
        if operator != "like":
            value = _comparable(table, place, value)
        sql += f"cast(c{place} as real) {operator} cast(? as real)" if number else f"c{place} {operator} ?"
        values.append(value)
        rest = rest[term.end() :]
        if not rest:
            return sql, values
        join = _JOIN.match(rest)
        if not join:
            raise generic_problem(400, 10003, f"$filter: terms are joined by and or or, not {rest[:40]!r}")
        sql += f" {join[1].lower()} "
        rest = rest[join.end() :]


def _comparable(table: Table, place: int, value: str) -> str:
    if table.columns[place].type not in ("Date", "Boolean", "Number", "Decimal"):
        return value
    try:
        return table.columns[place].stored(value) or ""
    except BadRow as error:
        raise generic_problem(400, 10001, str(error)) from error


def _place(table: Table, name: str) -> int:
    place = table.place(name.strip())
    if place is None:
        raise generic_problem(400, 10005, f"There is no column {name.strip()!r}")
    return place


def _order(table: Table, words: Sequence[str]) -> str:
    direction = words[1].lower() if len(words) > 1 else "asc"
    if direction not in ("asc", "desc") or len(words) > 2:
        raise generic_problem(400, 10003, "$orderBy is not of the form Column asc|desc")
    place = _place(table, words[0])
    cast = table.columns[place].type in ("Number", "Decimal")
    return f"{f'cast(c{place} as real)' if cast else f'c{place}'} {direction}"


def _frozen(query: dict[str, Any], last_id: int) -> tuple[str, list[Any]]:
    """Return the SQL condition of a query on the rows that were there when it was first asked, and its values."""
    return f"where ({query['where']}) and id <= ?", [*query["values"], last_id]


def _answer(req: falcon.Request, resp: falcon.Response, token: str, page: int) -> None:
    db = database(req)
    kept, row = _kept(db, caller(req), token)
    table, query = de.table_of(db, row), json.loads(kept["query"])
    total = min(kept["count"], query["top"] or kept["count"])
    offset = (page - 1) * query["size"]
    limit = max(0, min(query["size"], total - offset))
    found = _page(db, kept, table, query, page, limit)
    items = [_item(table, query["places"], one[1:]) for one in found]
    link = f"/v1/customobjectdata/token/{token}/rowset?$page="
    more = offset + limit < total
    resp.media = {
        "links": {
            "self": f"{link}{page}",
            **({"previous": f"{link}{page - 1}"} if page > 1 else {}),
            **({"next": f"{link}{page + 1}"} if more else {}),
        },
        "requestToken": token,
        "tokenExpireDateUtc": datetime.fromtimestamp(kept["expires"], UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        "customObjectId": row["guid"],
        "customObjectKey": row["key"],
        "pageSize": query["size"],
        "page": page,
        "count": total,
        "top": query["top"],
        **({"items": items} if items else {}),
    }


def _page(
    db: sqlite3.Connection, kept: sqlite3.Row, table: Table, query: dict[str, Any], page: int, limit: int
) -> list[tuple[Any, ...]]:
    """Return the rows of a page. In their own order, the page after the one just read begins where that one ended."""
    where, values = _frozen(query, kept["last_id"])
    in_order = query["order"] == "id"
    if in_order and kept["next_page"] == page:
        where, values, offset = f"{where} and id > ?", [*values, kept["after_id"]], 0
    else:
        offset = (page - 1) * query["size"]
    rows = list(table.rows(where, values, query["order"], query["places"], limit, offset))
    if in_order and rows:
        sql = "update rowset set next_page = ?, after_id = ? where token = ?"
        db.execute(sql, [page + 1, rows[-1][0], kept["token"]])
    return rows


def _kept(db: sqlite3.Connection, who: Caller, token: str) -> tuple[sqlite3.Row, sqlite3.Row]:
    sql = "select * from rowset where token = ? and mid = ? and expires > ?"
    kept = db.execute(sql, [token.lower(), who.mid, now(db)]).fetchone() if is_unicode(token) else None
    row = db.execute("select * from data_extension where id = ?", [kept["de_id"]]).fetchone() if kept else None
    if kept is None or row is None:
        raise generic_problem(404, 30003, "The request token is unknown or has expired")
    return kept, row


def _item(table: Table, places: Sequence[int], values: Sequence[str | None]) -> dict[str, dict[str, str]]:
    item: dict[str, dict[str, str]] = {"keys": {}, "values": {}}
    for place, value in zip(places, values, strict=True):
        column = table.columns[place]
        item["keys" if column.is_key else "values"][column.name.lower()] = value or ""
    return item
