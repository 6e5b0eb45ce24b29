"""Fields of data extensions, changed afterwards: /data/v1/customobjectsasync/{id}/fields.

Nothing tells what the routes take and answer. Here: fields as a creation has them, which come last; those that are to
be others by their ids. What would lose values is refused. They show at once.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import caller, database, generic_problem, json_body
from mcctl.emulator.de.definitions import MAX_FIELDS, WRITE, by_id, check_field, check_sendable, fields_of, table_of


class Fields:
    """POST and PATCH /data/v1/customobjectsasync/{guid}/fields."""

    scopes = {"POST": WRITE, "PATCH": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response, guid: str) -> None:
        """Add fields."""
        row = by_id(database(req), caller(req), guid)
        fields, new = fields_of(row), _given(req)
        for field in new:
            check_field(field)
            if field["isPrimaryKey"] or (not field["isNullable"] and field.get("defaultValue") in (None, "")):
                raise generic_problem(
                    400, 10005, f"{field['name']}: a new field must be nullable, or have a default value"
                )
        added = [{"id": str(uuid.uuid4()), "maskType": "None", "storageType": "Plain", **field} for field in new]
        _save(database(req), row, [*fields, *added])
        table_of(database(req), row).add_columns(len(fields), [field.get("defaultValue") for field in new])
        _accept(resp)

    def on_patch(self, req: falcon.Request, resp: falcon.Response, guid: str) -> None:
        """Change fields, known by their ids."""
        row = by_id(database(req), caller(req), guid)
        fields = fields_of(row)
        places = {field["id"]: place for place, field in enumerate(fields)}
        for change in _given(req):
            place = places.get(str(change.get("id")))
            if place is None:
                raise generic_problem(400, 30003, f"There is no field with the id {change.get('id')}")
            fields[place] = _changed(fields[place], change)
        _save(database(req), row, fields)
        _accept(resp)


ROUTES = {f"/data/v1/{spelled}/{{guid}}/fields": Fields() for spelled in ("customobjectsasync", "customObjectsAsync")}


def _given(req: falcon.Request) -> list[dict[str, Any]]:
    fields = json_body(req, generic_problem).get("fields")
    if not isinstance(fields, list) or not fields or not all(isinstance(field, dict) for field in fields):
        raise generic_problem(400, 10002, "fields is required")
    return fields


def _changed(old: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    new = {**old, **change}
    check_field(new)
    if (new["type"], new["isPrimaryKey"]) != (old["type"], old["isPrimaryKey"]):
        raise generic_problem(400, 10005, f"{old['name']}: neither its type nor the primary key can be changed")
    if (new.get("length") or 0) < (old.get("length") or 0) or (old["isNullable"] and not new["isNullable"]):
        raise generic_problem(400, 10005, f"{old['name']}: a field cannot become shorter, or required")
    return new


def _save(db: sqlite3.Connection, row: sqlite3.Row, fields: list[dict[str, Any]]) -> None:
    names = [field["name"].lower() for field in fields]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise generic_problem(400, 30004, f"Two fields are called {twice}")
    if len(fields) > MAX_FIELDS:
        raise generic_problem(400, 10005, f"A data extension has at most {MAX_FIELDS} fields")
    doc = {**json.loads(row["doc"]), "fields": [{**field, "ordinal": place} for place, field in enumerate(fields)]}
    check_sendable(doc)
    db.execute("update data_extension set doc = ?, modified = ? where id = ?", [json.dumps(doc), now(db), row["id"]])


def _accept(resp: falcon.Response) -> None:
    resp.media = {"requestId": str(uuid.uuid4())}
    resp.status = 202
