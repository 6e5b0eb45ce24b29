"""The legacy services of automations: who made them, how the last run ended, schedules on and off, notifications."""

from __future__ import annotations

import base64
import json
import sqlite3
from datetime import UTC, datetime
from typing import Any

import falcon

from mcctl.emulator.automation import runs, schedules, shapes, store
from mcctl.emulator.automation.activities import READ, WRITE
from mcctl.emulator.core.account import USER
from mcctl.emulator.core.web import Refusal, caller, database, generic_problem, json_body, legacy_page, query_params
from mcctl.zones import zones

_HOME = "/legacy/v1/beta/bulk/automations/automation/definition"
_PERSON = {"id": USER["userId"], "name": USER["name"], "email": USER["email"]}

SCHEMA = """
create table automation_notice (automation_id integer primary key, workers text not null);
"""


class Definitions:
    """GET and POST /legacy/v1/beta/bulk/automations/automation/definition."""

    scopes = {"GET": READ, "POST": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List a page, of which $skip is the number."""
        page = legacy_page(req, store.automations(database(req), caller(req).mid))
        resp.media = {**page, "entry": [_definition(row, whole=False) for row in page["entry"]]}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Make a schedule live, or pause it."""
        db, body, action = database(req), json_body(req, generic_problem), query_params(req).get("action", "")
        row = _row(db, caller(req).mid, str(body.get("id") or ""))
        doc, given = store.doc_of(row), body.get("scheduleObject")
        schedule_id = given.get("id") if isinstance(given, dict) else None
        if doc["startType"] != shapes.SCHEDULE or schedule_id != store.legacy_id(doc["startId"], store.SCHEDULE_ID):
            raise _refused("Schedule_ID", str(schedule_id or ""))
        if action.lower() == "schedule":
            if not runs.schedule(db, row):
                raise _refused("Schedule", "The last occurrence is past")
        elif action.lower() == "pauseschedule":
            runs.pause(db, row)
        else:
            raise _refused("action", action)
        resp.media = {"id": body["id"]}


class Definition:
    """GET /legacy/v1/beta/bulk/automations/automation/definition/{legacy_id}."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, legacy_id: str) -> None:
        """Show an automation."""
        resp.media = _definition(_row(database(req), caller(req).mid, legacy_id), whole=True)


class Notifications:
    """GET and POST /legacy/v1/beta/automations/notifications/{legacy_id}."""

    scopes = {"GET": READ, "POST": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response, legacy_id: str) -> None:
        """Tell who is mailed."""
        db = database(req)
        row = _row(db, caller(req).mid, legacy_id)
        kept = db.execute("select workers from automation_notice where automation_id = ?", [row["id"]]).fetchone()
        body = f"{row['guid']}:{store.AUTOMATION_ID}:0".encode()
        program = base64.b64encode(body).decode().rstrip("=")
        workers = json.loads(kept["workers"]) if kept else []
        shown = [{**one, "programId": program, "id": str(place)} for place, one in enumerate(workers, 1)]
        resp.media = {"programId": program, **({"workers": shown} if shown else {})}

    def on_post(self, req: falcon.Request, _resp: falcon.Response, legacy_id: str) -> None:
        """Replace who is mailed; the answer is empty."""
        db, body = database(req), json_body(req, generic_problem)
        row, workers = _row(db, caller(req).mid, legacy_id), body.get("workers") or []
        if not body.get("programId") or not isinstance(workers, list):
            raise _refused("programId", str(body.get("programId") or ""))
        names = ("notificationType", "definition", "body", "channelType")
        kept = [{name: one[name] for name in names if name in one} for one in workers if isinstance(one, dict)]
        db.execute("insert or replace into automation_notice values (?, ?)", [row["id"], json.dumps(kept)])


ROUTES = {
    _HOME: Definitions(),
    f"{_HOME}/{{legacy_id}}": Definition(),
    "/legacy/v1/beta/automations/notifications/{legacy_id}": Notifications(),
}


def _refused(name: str, value: str) -> Refusal:
    pair = {"key": name, "value": value}
    error = {"objectName": name, "error": "REST Parameter is invalid.", "additionalInfo": {"pairs": [pair]}}
    return Refusal(400, {"globalErrors": [], "objectErrors": [error]})


def _row(db: sqlite3.Connection, mid: int, legacy_id: str) -> sqlite3.Row:
    guid = store.guid_of_legacy(legacy_id, store.AUTOMATION_ID)
    if guid is None:
        raise _refused("Definition_ID", legacy_id)
    try:
        return store.automation(db, mid, guid)
    except Refusal:
        raise _refused("Definition_ID", legacy_id) from None


def _utc(moment: float | None) -> str | None:
    return None if moment is None else f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"


def _definition(row: sqlite3.Row, *, whole: bool) -> dict[str, Any]:
    """Return an automation as the legacy service shows it; what has no value is left out."""
    doc, legacy_id = store.doc_of(row), store.legacy_id(row["guid"], store.AUTOMATION_ID)
    schedule_id = store.legacy_id(doc["startId"], store.SCHEDULE_ID)
    is_scheduled = doc["startType"] == shapes.SCHEDULE
    ran = row["last_instance"]
    told = {
        "id": legacy_id,
        "guidId": row["guid"] if whole else None,
        "key": row["key"],
        "name": row["name"],
        "description": doc.get("description", ""),
        "clientId": row["mid"],
        "status": store.STATUS[row["status"]],
        "automationType": {0: "unspecified", 1: "scheduled", 2: "triggered"}[doc["startType"]],
        "createdDate": _utc(row["created"]),
        "createdBy": _PERSON,
        "modifiedDate": _utc(row["modified"]),
        "modifiedBy": _PERSON,
        "lastSaveDate": _utc(row["modified"]),
        "lastSavedBy": _PERSON,
        "categoryId": row["folder"],
        "folderPath": "my automations",
        "isPlatformObject": False,
        "schedule": f"https://localhost/legacy/v1/beta/automations/schedule/{schedule_id}" if is_scheduled else None,
        "scheduledTime": _utc(row["next"]),
        "lastRunTime": _utc(row["last_run"]),
        "startTime": _utc(row["last_run"]),
        "lastRunStatus": row["last_status"],
        "instanceId": store.legacy_id(ran, store.RUN_ID) if ran else None,
        "scheduleObject": _schedule(row, doc, schedule_id) if whole and is_scheduled else None,
        "processes": [_process(place, one, whole=whole) for place, one in enumerate(store.steps_of(row))],
    }
    return {name: value for name, value in told.items() if value is not None}


def _schedule(row: sqlite3.Row, doc: dict[str, Any], schedule_id: str) -> dict[str, Any]:
    zone = zones()[doc["start"]["timezoneId"]]
    return {
        "id": schedule_id,
        "key": doc["startId"],
        "createdDate": _utc(row["created"]),
        "lastUpdated": _utc(row["modified"]),
        "name": row["name"],
        "description": schedules.described(doc["start"]),
        "startDate": schedules.start_of(doc["start"]).isoformat(),
        "iCalRecur": doc["start"]["icalRecur"],
        "timeZone": zone.name,
        "timeZoneId": zone.number,
        "scheduleStatus": "scheduled" if row["resting"] == store.SCHEDULED else "paused",
    }


def _process(place: int, step: dict[str, Any], *, whole: bool) -> dict[str, Any]:
    head = {
        "id": store.legacy_id(step["id"], store.STEP_ID),
        "guidId": step["id"],
        "name": step["name"],
        "sequence": place,
    }
    activities = step["activities"]
    if not whole:
        counts = [{"objectTypeId": one["objectTypeId"], "count": 1, "name": one["name"]} for one in activities]
        return {**head, "workerCounts": counts}
    return {**head, "workers": [{
        "id": store.legacy_id(one["id"], store.WORKER_ID), "guidId": one["id"], "sequence": order, "name": one["name"],
        "activityObjectId": one["activityObjectId"], "objectTypeId": one["objectTypeId"],
        **({"serializedObject": one["serializedObject"]} if one.get("serializedObject") else {}),
    } for order, one in enumerate(activities)]}  # fmt: skip
