"""Folders of Automation Studio and of data extensions: /automation/v1/folders, /email/v1/category.

One root folder for each type and business unit; below those of automations more can be made. The routes are known
from public code.
"""

from __future__ import annotations

import re
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.emulator.core.account import ENTERPRISE, EUROPE
from mcctl.emulator.core.web import caller, database, generic_problem, is_text, json_body, page_of, paged, query_params
from mcctl.emulator.de.definitions import FOLDERS as DATA_EXTENSIONS

READ, WRITE = "automations_read", "automations_write"
PAGE_SIZE = 50
_MOST = 2**31
_TYPE = re.compile(r"categorytype\s+eq\s+'?(\w+)'?", re.IGNORECASE)
_ROOTS = {
    "automations": (501, "my automations"),
    "queryactivity": (511, "Query"),
    "ssjsactivity": (521, "Scripts"),
    "filteractivity": (531, "Filters"),
    "importdefinition": (541, "Imports"),
}
"""Type -> the number of the enterprise's root folder, and what it is called; the next number is Europe's."""

SCHEMA = """
create table automation_folder (id integer primary key autoincrement, mid integer not null, parent integer not null,
  name text not null, type text not null);
"""


def seed(db: sqlite3.Connection) -> None:
    """Make the root folders of both business units."""
    for kind, (number, name) in _ROOTS.items():
        for place, mid in enumerate((ENTERPRISE, EUROPE)):
            db.execute("insert into automation_folder values (?, ?, 0, ?, ?)", [number + place, mid, name, kind])


def root_of(db: sqlite3.Connection, mid: int, kind: str) -> int:
    """Return the root folder of a type."""
    sql = "select id from automation_folder where mid = ? and type = ? and parent = 0"
    row = db.execute(sql, [mid, kind]).fetchone()
    return int(row["id"]) if row else 0


def is_folder(db: sqlite3.Connection, mid: int, number: Any, kind: str) -> bool:
    """Whether a number is a folder of a type."""
    sql = "select 1 from automation_folder where mid = ? and id = ? and type = ?"
    is_number = isinstance(number, int) and not isinstance(number, bool) and abs(number) < _MOST
    return is_number and db.execute(sql, [mid, number, kind]).fetchone() is not None


class Folders:
    """GET /automation/v1/folders."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the folders of a type."""
        found = _TYPE.fullmatch(query_params(req).get("$filter", "").strip())
        if found is None:
            raise generic_problem(400, 10002, "$filter=categorytype eq TYPE is required")
        kind, mid = found[1].lower(), caller(req).mid
        if kind == "dataextension":
            listed = [
                _shown(number, 0, "Data Extensions", kind, False) for number in [DATA_EXTENSIONS.get(mid)] if number
            ]
        elif kind in _ROOTS:
            sql = "select * from automation_folder where mid = ? and type = ? order by id"
            rows = database(req).execute(sql, [mid, kind]).fetchall()
            parents = {row["parent"] for row in rows}
            listed = [_shown(row["id"], row["parent"], row["name"], kind, row["id"] in parents) for row in rows]
        else:
            raise generic_problem(501, 0, f"The emulator has no folders of the type {found[1]}")
        page, size = page_of(req, PAGE_SIZE, 500)
        answer = paged(listed, page, size)
        resp.media = {name: answer[name] for name in ("count", "page", "pageSize", "items")}


class Categories:
    """POST /email/v1/category."""

    scopes = {"POST": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Make a folder of automations."""
        db, mid, body = database(req), caller(req).mid, json_body(req, generic_problem)
        name, kind, parent = body.get("name"), body.get("catType"), body.get("parentCatId")
        if not is_text(name) or not str(name).strip():
            raise generic_problem(400, 10002, "name is required")
        if kind != "automations" or not is_folder(db, mid, parent, "automations"):
            raise generic_problem(400, 10005, "catType must be automations, and parentCatId one of their folders")
        sql = "insert into automation_folder (mid, parent, name, type) values (?, ?, ?, ?)"
        number = db.execute(sql, [mid, parent, name, kind]).lastrowid
        resp.media = {
            "categoryId": number,
            "parentCatId": parent,
            "objectId": str(uuid.uuid4()),
            "catType": kind,
            "name": name,
        }


def _shown(number: int, parent: int, name: str, kind: str, has_children: bool) -> dict[str, Any]:
    return {"categoryId": number, "parentId": parent, "name": name, "categoryType": kind, "hasChildren": has_children}


ROUTES = {"/automation/v1/folders": Folders(), "/email/v1/category": Categories()}
