"""Content Builder's folders: /asset/v1/content/categories."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import falcon

from mcctl.emulator.asset.filters import EVERYTHING, Searchable, order_of
from mcctl.emulator.core.account import ENTERPRISE, EUROPE
from mcctl.emulator.core.app import App, Loaded
from mcctl.emulator.core.web import (
    Caller,
    Refusal,
    caller,
    content_problem,
    database,
    folded,
    json_body,
    paged,
    positive,
    query_params,
    whole_number,
)

READ, WRITE = "documents_and_images_read", "documents_and_images_write"
PAGE_SIZE = 50
_COLUMNS = {
    "id": "id",
    "name": "name",
    "parentid": "parent_id",
    "categorytype": "type",
    "memberid": "mid",
    "enterpriseid": "eid",
}
CATEGORIES = Searchable(_COLUMNS, numbers=frozenset({"id", "parentid", "memberid", "enterpriseid"}))
_FILTERED = Searchable({"parentid": "parent_id"}, numbers=frozenset({"parentid"}))
_TYPES: dict[str, Any] = {
    "name": str, "parentid": int, "categorytype": str, "enterpriseid": int, "memberid": int, "id": int,
    "sharingproperties": dict, "description": str, "meta": dict,
}  # fmt: skip
_MAX_NAME_CHARS = 100

SCHEMA = """
create table category (id integer primary key autoincrement, mid integer not null, eid integer not null,
  name text not null, parent_id integer not null, type text not null, sharing text, meta text);
"""

OF_ASSETS = "join category on category.id = asset.category_id"
"""SQL that puts its folder beside each asset; what can be asked of it is category.name and category.parent_id."""


def seed(db: sqlite3.Connection) -> None:
    """Create the folder trees of both business units."""
    folders = [
        (100, ENTERPRISE, "Content Builder", 0, "asset"), (101, ENTERPRISE, "Emails", 100, "asset"),
        (102, ENTERPRISE, "Welcome Series", 101, "asset"), (103, ENTERPRISE, "Newsletters", 101, "asset"),
        (104, ENTERPRISE, "Images", 100, "asset"), (105, ENTERPRISE, "Blocks", 100, "asset"),
        (106, ENTERPRISE, "Templates", 100, "asset"), (110, ENTERPRISE, "Shared Content", 0, "asset-shared"),
        (200, EUROPE, "Content Builder", 0, "asset"), (201, EUROPE, "Emails", 200, "asset"),
        (202, EUROPE, "Europe Only", 200, "asset"),
    ]  # fmt: skip
    db.executemany(
        "insert into category (id, mid, eid, name, parent_id, type) values (?, ?, ?, ?, ?, ?)",
        [(number, mid, ENTERPRISE, name, parent, kind) for number, mid, name, parent, kind in folders],
    )


def load(db: sqlite3.Connection, who: Caller, one: Loaded) -> None:
    """Put a folder there, with its id."""
    body = one.body
    values = [int(one.id), who.mid, who.eid, body["name"], body["parentId"], body["categoryType"]]
    db.execute("insert into category (id, mid, eid, name, parent_id, type) values (?, ?, ?, ?, ?, ?)", values)


def add_root(db: sqlite3.Connection, mid: int, eid: int) -> None:
    """Give a business unit a folder in which others can be, if it has none."""
    if (
        db.execute("select 1 from category where mid = ? and parent_id = 0 and type = 'asset'", [mid]).fetchone()
        is None
    ):
        sql = "insert into category (mid, eid, name, parent_id, type) values (?, ?, 'Content Builder', 0, 'asset')"
        db.execute(sql, [mid, eid])


class Categories:
    """GET and POST /asset/v1/content/categories."""

    scopes = {"GET": READ, "POST": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List one page, in an envelope as tenants do; the documents show a bare array."""
        params, who = query_params(req), caller(req)
        condition = _FILTERED.filter(params["$filter"]) if params.get("$filter") else EVERYTHING
        order = CATEGORIES.order([*order_of(params.get("$orderby", "")), ("id", "asc")])
        sql = f"select * from category where eid = ? and {condition.sql} order by {order}"
        rows = database(req).execute(sql, [who.eid, *condition.values])
        items = [_shown(row) for row in rows if _in_scope(row, who, params.get("scope", "Ours"))]
        page, size = (
            positive(params.get("$page"), 1, "$page"),
            positive(params.get("$pagesize"), PAGE_SIZE, "$pagesize"),
        )
        resp.media = paged(items, page, size)

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create a folder under another."""
        db, who, body = database(req), caller(req), _body(req)
        parent = _parent(db, who, body)
        _refuse_taken_name(db, body["name"], parent["id"], but=0)
        cursor = db.execute(
            "insert into category (mid, eid, name, parent_id, type, sharing, meta) values (?, ?, ?, ?, ?, ?, ?)",
            [
                parent["mid"],
                who.eid,
                body["name"],
                parent["id"],
                parent["type"],
                _sharing(body, parent),
                _json(body.get("meta")),
            ],
        )
        resp.media = _shown(find(db, who, int(cursor.lastrowid or 0)))


class Category:
    """GET, PUT and DELETE /asset/v1/content/categories/{id}."""

    scopes = {"GET": READ, "PUT": WRITE, "DELETE": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response, category_id: str) -> None:
        """Show one folder."""
        resp.media = _shown(find(database(req), caller(req), _id(category_id)))

    def on_put(self, req: falcon.Request, resp: falcon.Response, category_id: str) -> None:
        """Replace a folder's name, parent and sharing."""
        db, who, body = database(req), caller(req), _body(req)
        row = _changeable(find(db, who, _id(category_id)))
        if body.get("id") != row["id"]:
            raise content_problem(400, 10005, "id must be that of the folder in the path")
        parent = _parent(db, who, body)
        if row["id"] in _ancestry(db, parent):
            raise content_problem(400, 30001, "A folder cannot be moved into itself")
        _refuse_taken_name(db, body["name"], parent["id"], but=row["id"])
        db.execute(
            "update category set name = ?, parent_id = ?, sharing = ?, meta = ? where id = ?",
            [
                body["name"],
                parent["id"],
                _sharing(body, parent),
                _json(body.get("meta")) or row["meta"],
                row["id"],
            ],
        )
        resp.media = _shown(find(db, who, row["id"]))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, category_id: str) -> None:
        """Delete a folder. docs silent on one that holds something; here that is refused, so nothing is lost."""
        db = database(req)
        row = _changeable(find(db, caller(req), _id(category_id)))
        for table, column in (("category", "parent_id"), ("asset", "category_id")):
            if db.execute(f"select 1 from {table} where {column} = ?", [row["id"]]).fetchone():
                raise content_problem(400, 30001, "The folder is not empty")
        db.execute("delete from category where id = ?", [row["id"]])
        resp.media = "OK"


ROUTES = {
    "/asset/v1/content/categories": Categories(),
    "/asset/v1/content/categories/{category_id}": Category(),
}


def is_one_of(db: sqlite3.Connection, mid: int, number: int) -> bool:
    """Whether a business unit has the folder with an id."""
    return db.execute("select 1 from category where id = ? and mid = ?", [number, mid]).fetchone() is not None


def root_of(db: sqlite3.Connection, mid: int) -> int:
    """Return the id of the folder in which a business unit's own folders are."""
    sql = "select id from category where mid = ? and parent_id = 0 and type = 'asset'"
    return int(db.execute(sql, [mid]).fetchone()["id"])


def at_path(db: sqlite3.Connection, mid: int, path: list[str]) -> int | None:
    """Return the id of a business unit's folder at the end of a path of names, in any case; None if there is none."""
    parent = 0
    for name in path:
        sql = "select id from category where mid = ? and parent_id = ? and name = ? collate nocase"
        row = db.execute(sql, [mid, parent, name.strip()]).fetchone()
        if row is None:
            return None
        parent = row["id"]
    return parent


def find(db: sqlite3.Connection, who: Caller, category_id: int) -> sqlite3.Row:
    """Return a folder that the caller may see. Raises the documented 404 Refusal for any other."""
    row: sqlite3.Row | None = db.execute("select * from category where id = ?", [category_id]).fetchone()
    if row is None or not _in_scope(row, who, "Ours,Shared"):
        raise _not_found()
    return row


def _not_found() -> Refusal:
    return content_problem(404, 30003, "Object not found")


def _id(text: str) -> int:
    return whole_number(text, _not_found())


def _body(req: falcon.Request) -> dict[str, Any]:
    """Return the body with its names in lower case: the documents spell them otherwise than tenants do."""
    body = folded(json_body(req))
    for name, told in (("name", "name"), ("parentid", "parentId")):
        if body.get(name) in (None, ""):
            raise content_problem(400, 10002, f"{told} is required")
    for name, value in body.items():
        kind = _TYPES.get(name)
        if kind and value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            raise content_problem(400, 10001, f"{name} has the wrong type")
    if len(body["name"]) > _MAX_NAME_CHARS:
        raise content_problem(400, 10005, f"name may have at most {_MAX_NAME_CHARS} characters")
    return body


def _in_scope(row: sqlite3.Row, who: Caller, scope: str) -> bool:
    """Ours: residing here. Shared: shared to or by this business unit."""
    shared_with = json.loads(row["sharing"] or "{}").get("sharedWith", [])
    ours = row["mid"] == who.mid
    shared = row["eid"] == who.eid and bool(shared_with) and (ours or who.mid in shared_with or 0 in shared_with)
    wanted = {word.strip().lower() for word in scope.split(",")}
    return ("ours" in wanted and ours) or ("shared" in wanted and shared)


def _changeable(row: sqlite3.Row) -> sqlite3.Row:
    if row["parent_id"] == 0:
        raise content_problem(403, 20002, "Insufficient privileges: root folders are read-only")
    return row


def _parent(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> sqlite3.Row:
    row: sqlite3.Row | None = None
    if abs(body["parentid"]) < 2**63:
        row = db.execute("select * from category where id = ? and mid = ?", [body["parentid"], who.mid]).fetchone()
    if row is None:
        raise content_problem(400, 10005, f"Unable to find a Category whose Id is {body['parentid']}")
    return row


def _ancestry(db: sqlite3.Connection, row: sqlite3.Row) -> list[int]:
    above = [row["id"]]
    while row and row["parent_id"]:
        above.append(row["parent_id"])
        row = db.execute("select * from category where id = ?", [row["parent_id"]]).fetchone()
    return above


def _refuse_taken_name(db: sqlite3.Connection, name: str, parent_id: int, *, but: int) -> None:
    taken = "select 1 from category where parent_id = ? and name = ? collate nocase and id != ?"
    if db.execute(taken, [parent_id, name, but]).fetchone():
        raise content_problem(400, 30004, f"A Category named {name} already exists there")


def _sharing(body: dict[str, Any], parent: sqlite3.Row) -> str | None:
    if not body.get("sharingproperties"):
        return None
    if parent["type"] != "asset-shared":
        raise content_problem(400, 30001, "Only folders under Shared Content can be shared")
    given = folded(body["sharingproperties"])
    with_whom, kind = given.get("sharedwith"), given.get("sharingtype", "edit")
    if not isinstance(with_whom, list) or len(with_whom) > 100 or kind != "edit":
        raise content_problem(400, 10005, "sharedWith is a list of at most 100 MIDs, and sharingType is edit")
    return json.dumps({"sharedWith": with_whom, "sharingType": kind})


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value)


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    optional = {"sharingProperties": row["sharing"], "meta": row["meta"]}
    return {
        "id": row["id"],
        "description": "",
        "enterpriseId": row["eid"],
        "memberId": row["mid"],
        "name": row["name"],
        "parentId": row["parent_id"],
        "categoryType": row["type"],
        **{name: json.loads(text) for name, text in optional.items() if text},
    }


APP = App(routes=ROUTES, schema=SCHEMA, content=(seed,), loads={"folder": load})
