"""Query activities: what a saved query must be, and what running it does."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Any

import falcon

from mcctl.emulator.automation import store
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import Caller, caller, database, generic_problem, is_text, json_body
from mcctl.emulator.de import definitions as de
from mcctl.emulator.de.tables import Table
from mcctl.emulator.sql import sources
from mcctl.emulator.tracking.views import source_of_view
from mcctl.sql.tables import TableName

READ = "automations_read"
UPDATE_TYPES = {0: "Overwrite", 1: "Update", 2: "Append"}
_SAVING = "Error saving the Query field."


class Validate:
    """POST /automation/v1/queries/actions/validate."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Say whether a query may be saved: 200 also where it may not."""
        body = {name.lower(): value for name, value in json_body(req, generic_problem).items()}
        text, target = body.get("text"), None
        if not is_text(text) or not text:
            raise store.required("Text")
        if body.get("targetkey"):
            target = de.find(database(req), caller(req), key=str(body["targetkey"]))
        errors, warnings = problems(database(req), caller(req), str(text), target, body.get("targetupdatetypeid", 0))
        told = [[{"message": one} for one in listed] for listed in (errors, warnings)]
        resp.media = {"queryValid": not errors, "errors": told[0], "warnings": told[1]}


ROUTES = {"/automation/v1/queries/actions/validate": Validate()}


def check(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of a query activity. Raises a 400 Refusal, or 500 for a target that is an object."""
    if isinstance(body.get("target"), dict):
        raise generic_problem(500, 0, "Internal Server Error")
    if not is_text(body["queryText"]):
        raise store.not_valid("queryText")
    doc = kept(db, who, body)
    errors, _ = problems(db, who, body["queryText"], _target(db, who, body), body["targetUpdateTypeId"])
    if errors:
        raise store.refused("<br />".join(f"{_SAVING} {one}" for one in errors))
    return doc


def kept(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of a query activity, whatever its SQL is. Raises a 400 Refusal."""
    if body["targetUpdateTypeId"] not in UPDATE_TYPES or isinstance(body["targetUpdateTypeId"], bool):
        raise store.not_valid("targetUpdateTypeId")
    target = _target(db, who, body)
    if target is None:
        raise store.not_valid("targetKey")
    doc = store.doc_of(target)
    told = {"targetName": doc["name"], "targetKey": target["key"], "targetId": target["guid"]}
    return {
        **body,
        **told,
        "targetDescription": doc.get("description", ""),
        "targetUpdateTypeName": UPDATE_TYPES[body["targetUpdateTypeId"]],
        "validatedQueryText": _validated(body["queryText"], doc, who),
    }


def _target(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> sqlite3.Row | None:
    for mid in dict.fromkeys((who.mid, who.eid)):
        there = Caller(mid, who.eid, who.client_id, who.scopes, who.user)
        for name, value in (("key", body.get("targetKey")), ("guid", body.get("targetId"))):
            row = de.find(db, there, **{name: str(value)}) if value else None
            if row is not None:
                return row
    return None


def _validated(sql: str, doc: dict[str, Any], who: Caller) -> str:
    """Return what the platform says that it runs."""
    names = [field["name"] for field in doc["fields"]]
    fields, given = ",".join(f"[{name}]" for name in names), ",".join(f"querydef.[{name}]" for name in names)
    return (
        "SET NOCOUNT ON; SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED; "
        f"INSERT INTO C{who.mid}.[{doc['name']}] ({fields}) SELECT {given} FROM ({sql}) AS querydef; "
        "SELECT @rcInsert = @@ROWCOUNT;"
    )


def problems(
    db: sqlite3.Connection, who: Caller, sql: str, target: sqlite3.Row | None, update_type: Any
) -> tuple[list[str], list[str]]:
    """Return what is wrong with a query, and what is but worth a warning."""
    from mcctl.emulator.sql.running import planned  # the parser is dear to load
    from mcctl.sql.grammar import SYNTAX, SqlError  # likewise
    from mcctl.sql.refusals import one_select, warnings  # likewise

    try:
        plan = planned(sql, lambda name: find(db, who, name, now(db)), clock_at(now(db)))
        told = warnings(one_select(sql))
    except SqlError as error:
        return [str(error)], []
    if target is None:
        return [], told
    table, given = de.table_of(db, target), {column.name.lower(): column.name for column in plan.columns}
    errors = [
        f"Field '{field.name}' is required for the Target Data Extension"
        for field in table.columns
        if not field.nullable and field.name.lower() not in given
    ]
    errors += [f"{SYNTAX}Invalid column name '{given[name]}'." for name in given if table.place(name) is None]
    if update_type == 1 and not table.has_key:
        errors.append("The Target Data Extension must have a primary key for the update type Update.")
    return errors, told


def find(db: sqlite3.Connection, who: Caller, name: TableName, moment: float) -> sources.Source | None:
    """Return what a query reads under a name: a data extension or a data view."""
    table = sources.data_extension(db, who, name)
    if table is not None:
        return sources.source_of_table(table)
    return source_of_view(who, name.name, shared=name.shared, moment=moment)


def clock_at(moment: float) -> Any:
    """Return what GETDATE and its like give."""
    from mcctl.emulator.sql.translate import Clock  # the parser is dear to load

    return Clock(
        iso(moment), datetime.fromtimestamp(moment, UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")
    )


def run(db: sqlite3.Connection, who: Caller, doc: dict[str, Any], moment: float) -> str:
    """Run a query activity, and return why it failed; nothing where it did not."""
    from mcctl.emulator.sql.failing import Failure  # the parser is dear to load
    from mcctl.emulator.sql.running import planned, run_into  # likewise
    from mcctl.sql.grammar import SqlError  # likewise

    row = de.with_guid(db, doc["targetId"])
    if row is None:
        return f"The target data extension {doc['targetName']} is gone."
    table: Table = de.table_of(db, row)
    wanted = {field.name.lower(): sources.kind_of_field(field) for field in table.columns}
    db.execute("savepoint query")
    try:
        plan = planned(doc["queryText"], lambda name: find(db, who, name, moment), clock_at(moment), wanted)
        errors, _ = problems(db, who, doc["queryText"], row, doc["targetUpdateTypeId"])
        if errors:
            raise Failure(errors[0])
        run_into(db, plan, table, doc["targetUpdateTypeId"])
    except (SqlError, Failure) as failure:
        db.execute("rollback to query")
        return str(failure)
    finally:
        db.execute("release query")
    return ""
