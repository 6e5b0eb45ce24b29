"""The routes of automations: /automation/v1/automations.

Not emulated: starting chosen steps, whose body nobody knows, triggers for files in other stores.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import uuid
from collections.abc import Callable
from typing import Any

import falcon

from mcctl.emulator.automation import folders, runs, shapes, store
from mcctl.emulator.automation.activities import EXECUTE, READ, WRITE
from mcctl.emulator.core.account import ENTERPRISE, EUROPE
from mcctl.emulator.core.app import Loaded
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import Caller, caller, database, generic_problem, json_body, page_of, paged, query_params

PAGE_SIZE = 50
_HEALTH = (
    "EID", "MID", "BusinessUnitName", "AutomationName", "Type", "StartSource", "ScheduledFrequency", "LastRunTime",
    "30DaySuccessRate", "30DayCompletionCount", "30DayErrorCount", "30DaySkipCount", "30DayRunCount",
    "12MonthRunCount", "FolderPath",
)  # fmt: skip
_UNITS = {ENTERPRISE: "Northern Trail Outfitters", EUROPE: "Northern Trail Outfitters Europe"}


class Automations:
    """GET and POST /automation/v1/automations."""

    scopes = {"GET": READ, "POST": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response, folder: str = "") -> None:
        """List one page, without steps."""
        rows = store.automations(database(req), caller(req).mid)
        if folder:
            rows = [row for row in rows if str(row["folder"]) == folder]
        condition = query_params(req).get("$filter", "")
        if condition:
            words = condition.lower().partition(" eq ")
            column = {"name": "name", "key": "key"}.get(words[0].strip())
            if not column:
                raise generic_problem(400, 10005, "$filter must be name eq VALUE, or key eq VALUE")
            rows = [row for row in rows if words[2].strip().strip("'\"") in str(row[column]).lower()]
        page, size = page_of(req, PAGE_SIZE, 500)
        answer = paged([shapes.read(row, with_steps=False) for row in rows], page, size)
        resp.media = {name: answer[name] for name in ("count", "page", "pageSize", "items")}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create an automation; its schedule is not live yet."""
        body = json_body(req, generic_problem)
        if not body.get("name"):
            raise store.required("name")
        resp.media = shapes.written(create(database(req), caller(req), body))


def create(
    db: sqlite3.Connection, who: Caller, body: dict[str, Any], guid: str = "", *, with_unknown: bool = False
) -> sqlite3.Row:
    """Keep a new automation, and return it. Raises a 400 Refusal.

    guid: its id; else a new one. with_unknown: activities may be none that are there.
    """
    found = shapes.head(db, who, body)
    key = found.get("key") or str(uuid.uuid4())
    _refuse_taken(db, who, found["name"], key)
    kind, start = shapes.start_source(body)
    doc = {"description": found.get("description", ""), "startType": kind, "start": start, "startId": str(uuid.uuid4())}
    status = {0: store.READY, shapes.SCHEDULE: store.PAUSED, shapes.FILE_DROP: store.INACTIVE}[kind]
    folder = found.get("folder") or folders.root_of(db, who.mid, "automations")
    names = "guid, mid, eid, key, name, folder, doc, steps, status, resting, created, modified"
    guid, steps = guid or str(uuid.uuid4()), shapes.steps(db, who, body, with_unknown=with_unknown)
    values = [guid, who.mid, who.eid, key, found["name"], folder, json.dumps(doc), json.dumps(steps), status, status,
              now(db), now(db)]  # fmt: skip
    db.execute(f"insert into automation ({names}) values ({', '.join('?' * 12)})", values)
    return store.automation(db, who.mid, guid)


def load(db: sqlite3.Connection, who: Caller, one: Loaded) -> None:
    """Put an automation there, with its id. Its schedule is not live; activities that no route makes are not there."""
    create(db, who, one.body, one.id, with_unknown=True)


def _refuse_taken(db: sqlite3.Connection, who: Caller, name: str | None, key: str | None, besides: int = 0) -> None:
    for column, value in (("name", name), ("key", key)):
        sql = f"select 1 from automation where mid = ? and {column} = ? collate nocase and id <> ?"
        if value and db.execute(sql, [who.mid, value, besides]).fetchone():
            raise store.refused(f"An automation with this {column} already exists.")


class Automation:
    """GET, PATCH and DELETE /automation/v1/automations/{ref}."""

    scopes = {"GET": READ, "PATCH": WRITE, "DELETE": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Show an automation with its steps."""
        resp.media = shapes.read(store.automation(database(req), caller(req).mid, ref), with_steps=True)

    def on_patch(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Change an automation: steps and start source as a whole, where they are sent."""
        db, who = database(req), caller(req)
        row, body = store.automation(db, who.mid, ref), json_body(req, generic_problem)
        if row["status"] == store.RUNNING:
            raise generic_problem(403, 20002, "The automation is running")
        found = shapes.head(db, who, body)
        _refuse_taken(db, who, found.get("name"), found.get("key"), row["id"])
        doc = {**store.doc_of(row), **{name: found.pop(name) for name in ("description",) if name in found}}
        if body.get("startSource") is not None:
            kind, start = shapes.start_source(body)
            doc |= {"startType": kind, "start": start}
            status = {0: store.READY, shapes.SCHEDULE: store.PAUSED, shapes.FILE_DROP: store.INACTIVE}[kind]
            found |= {"status": status, "resting": status, "next": None}
        if body.get("steps") is not None:
            found["steps"] = json.dumps(shapes.steps(db, who, body))
        store.change(db, row["id"], **found, doc=json.dumps(doc), modified=now(db))
        resp.media = shapes.changed(store.automation(db, who.mid, ref))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Delete an automation; its activities stay."""
        db = database(req)
        row = store.automation(db, caller(req).mid, ref)
        db.execute("delete from automation where id = ?", [row["id"]])
        resp.media = {}


class RunOnce:
    """POST .../actions/runallonce. find: returns the automation, by its id or its key."""

    scopes = {"POST": EXECUTE}

    def __init__(self, find: Callable[[sqlite3.Connection, int, str], sqlite3.Row]) -> None:
        self._find = find

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Run every activity now."""
        db = database(req)
        _run(db, self._find(db, caller(req).mid, ref))
        resp.media = "Automation Started Successfully"


def _run(db: sqlite3.Connection, row: sqlite3.Row) -> None:
    if row["status"] == store.RUNNING:
        raise generic_problem(400, 30001, "The automation is already running.")
    if not store.steps_of(row):
        raise generic_problem(400, 30001, "The automation has no activities.")
    runs.begin(db, row, "once", now(db))


class Start:
    """POST .../actions/start, of which nobody knows the body."""

    scopes = {"POST": EXECUTE}

    def on_post(self, req: falcon.Request, _resp: falcon.Response, ref: str) -> None:
        """Refuse it, as tenants do."""
        store.automation(database(req), caller(req).mid, ref)
        raise store.required("Steps")


class Instance:
    """GET /automation/v1/automations/instance/{ref}. docs silent on its shape: here that of the data views."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Show a run, with what became of each activity."""
        db = database(req)
        sql = (
            "select automation_run.*, automation.guid as automation_guid, automation.name from automation_run "
            "join automation on automation.id = automation_id where automation_run.mid = ? and guid_of_run = ?"
        )
        row = db.execute(sql, [caller(req).mid, ref.lower()]).fetchone()
        if row is None:
            raise store.not_found()
        resp.media = runs.shown(db, row)


class FileTrigger:
    """PATCH /automation/v1/automations/filetrigger/{ref}, or key:{key}."""

    scopes = {"PATCH": WRITE}

    def on_patch(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Switch the file drop on or off."""
        db, mid, body = database(req), caller(req).mid, json_body(req, generic_problem)
        named = ref.startswith("key:")
        row = store.automation_by_key(db, mid, ref[4:]) if named else store.automation(db, mid, ref)
        if not isinstance(body.get("isActive"), bool):
            raise store.required("isActive")
        if store.doc_of(row)["startType"] != shapes.FILE_DROP:
            raise generic_problem(400, 30001, "The automation does not start by a file drop.")
        status = store.AWAITING if body["isActive"] else store.INACTIVE
        store.change(db, row["id"], status=status, resting=status)
        resp.media = {}


class Health:
    """GET /automation/v1/automations/healthreport."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell in CSV how every automation of the enterprise did in the last 30 days."""
        db = database(req)
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(_HEALTH)
        sql = "select * from automation where eid = ? order by mid, name"
        for row in db.execute(sql, [caller(req).eid]).fetchall():
            if line := _health(db, row):
                writer.writerow(line)
        resp.content_type, resp.text = "text/csv", "\ufeff" + out.getvalue()


def _health(db: sqlite3.Connection, row: sqlite3.Row) -> list[Any]:
    """Return the line of an automation; nothing for one that did not run lately."""
    sql = "select status, count(*) as n from automation_run where automation_id = ? and started > ? group by status"
    counts = {one["status"]: one["n"] for one in db.execute(sql, [row["id"], now(db) - 30 * 86400])}
    total, doc = sum(counts.values()), store.doc_of(row)
    if not total:
        return []
    good, bad = counts.get("Complete", 0), counts.get("Error", 0)
    start = {0: "None", shapes.SCHEDULE: "Schedule", shapes.FILE_DROP: "File Drop"}[doc["startType"]]
    often = doc["start"].get("icalRecur", "").partition(";")[0].removeprefix("FREQ=")
    rate = f"{100 * good / total:.0f}%"
    return [row["eid"], row["mid"], _UNITS.get(row["mid"], row["mid"]), row["name"], "Automation", start, often,
            iso(row["last_run"]), rate, good, bad, 0, total, total, "my automations"]  # fmt: skip


ROUTES = {
    "/automation/v1/automations": Automations(),
    "/automation/v1/automations/category/{folder}": Automations(),
    "/automation/v1/automations/{ref}": Automation(),
    "/automation/v1/automations/{ref}/actions/runallonce": RunOnce(store.automation),
    "/automation/v1/automations/key:{ref}/actions/runallonce": RunOnce(store.automation_by_key),
    "/automation/v1/automations/{ref}/actions/start": Start(),
    "/automation/v1/automations/instance/{ref}": Instance(),
    "/automation/v1/automations/filetrigger/{ref}": FileTrigger(),
    "/automation/v1/automations/healthreport": Health(),
}
