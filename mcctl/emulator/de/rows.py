"""The rows of data extensions, read: /data/v1/customobjectdata.

The first answer to a query freezes what there is, under a token that is good for an hour.
"""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import falcon

from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import (
    Caller,
    caller,
    database,
    generic_problem,
    is_unicode,
    page_of,
    positive,
    query_params,
)
from mcctl.emulator.de import definitions as de
from mcctl.emulator.de.definitions import READ
from mcctl.emulator.de.tables import BadRow, Table

ASYNC_SECONDS = 1.0
TOKEN_SECONDS = 3600.0
PAGE_SIZE = 2500
RESULTS_PAGE = 50
_TERM = re.compile(r"\s*([\w .@#$&-]+?)\s+(eq|ne|gt|lt|ge|le|like)\s+'((?:[^']|'')*)'\s*", re.IGNORECASE)
_JOIN = re.compile(r"(and|or)\s+", re.IGNORECASE)
_OPERATORS = {"eq": "=", "ne": "<>", "gt": ">", "lt": "<", "ge": ">=", "le": "<=", "like": "like"}

SCHEMA = """
create table rowset (token text primary key, mid integer not null, de_id integer not null, last_id integer not null,
  count integer not null, query text not null, expires real not null, next_page integer, after_id integer);
"""


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


ROUTES = {
    "/data/v1/customobjectdata/key/{key}/rowset": RowsByKey(),
    "/data/v1/customobjectdata/token/{token}/rowset": RowsByToken(),
    "/data/v1/customobjectdata/{guid}/rowset": RowsById(),
}


def _query(req: falcon.Request, table: Table) -> dict[str, Any]:
    """Return what is asked for, as it is kept with the token. Raises a 400 Refusal."""
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
