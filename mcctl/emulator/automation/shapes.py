"""Automations as they are sent, and as they are answered: the shape of writing is another one than that of reading."""

from __future__ import annotations

import sqlite3
import uuid
from typing import Any

from mcctl.emulator.automation import folders, schedules, store
from mcctl.emulator.automation.kinds import KIND_OF, TYPES, WAIT
from mcctl.emulator.core.account import USER
from mcctl.emulator.core.state import iso, timestamp
from mcctl.emulator.core.web import Caller, is_text

MAX_KEY_CHARS = 200
SCHEDULE, FILE_DROP = 1, 2
_TYPE_NAMES = {0: "unspecified", SCHEDULE: "scheduled", FILE_DROP: "triggered"}


def start_source(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """Return the type of the start source that a body asks for, and what is kept of it. Raises a 400 Refusal."""
    source = body.get("startSource") or {}
    if not isinstance(source, dict):
        raise store.not_valid("startSource")
    kind = source.get("typeId", 0)
    if kind == SCHEDULE:
        return SCHEDULE, schedules.checked(source.get("schedule") or {})
    if kind == FILE_DROP:
        drop = source.get("fileDrop")
        if not isinstance(drop, dict):
            raise store.required("fileDrop")
        return FILE_DROP, {
            "fileNamePattern": str(drop.get("fileNamePattern") or ""),
            "fileNamePatternTypeId": int(drop.get("fileNamePatternTypeId") or 0),
            "folderLocation": str(drop.get("folderLocation") or "import\\"),
            "queueFiles": bool(drop.get("queueFiles", True)),
        }
    if kind:
        raise store.not_valid("typeId")
    return 0, {}


def steps(
    db: sqlite3.Connection, who: Caller, body: dict[str, Any], *, with_unknown: bool = False
) -> list[dict[str, Any]]:
    """Return the steps of a body as they are kept, in their order. Raises a 400 Refusal.

    with_unknown: activities may be none that are there.
    """
    given = body.get("steps") or []
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise store.not_valid("steps")
    ordered = sorted(given, key=lambda one: _number(one.get("stepNumber", one.get("step", 0))))
    return [_step(db, who, one, with_unknown) for one in ordered]


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _step(db: sqlite3.Connection, who: Caller, step: dict[str, Any], with_unknown: bool) -> dict[str, Any]:
    activities = step.get("activities") or []
    if not isinstance(activities, list) or not all(isinstance(one, dict) for one in activities):
        raise store.not_valid("activities")
    ordered = sorted(activities, key=lambda one: _number(one.get("displayOrder", 0)))
    return {
        "id": str(uuid.uuid4()),
        "name": str(step.get("annotation") or step.get("name") or ""),
        "activities": [_activity(db, who, one, with_unknown) for one in ordered],
    }


def _activity(db: sqlite3.Connection, who: Caller, one: dict[str, Any], with_unknown: bool) -> dict[str, Any]:
    number = one.get("objectTypeId")
    if number not in TYPES:
        raise store.not_valid("objectTypeId")
    target = str(one.get("activityObjectId") or "")
    if number == WAIT:
        target = str(uuid.uuid4())
    elif not store.is_guid(target):
        raise store.required("activityObjectId") if not target else store.not_valid("activityObjectId")
    kind = KIND_OF.get(number)
    if kind is not None and not with_unknown and store.activity(db, who.mid, kind.path, target) is None:
        raise store.not_valid("activityObjectId")
    waits = {"serializedObject": str(one["serializedObject"])} if one.get("serializedObject") else {}
    told = str(one.get("name") or "")
    return {"id": str(uuid.uuid4()), "name": told, "activityObjectId": target.lower(), "objectTypeId": number, **waits}


def head(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> dict[str, Any]:
    """Return name, key, description and folder of a body, as far as they are there. Raises a 400 Refusal."""
    found: dict[str, Any] = {}
    for name, most in (("name", 200), ("key", MAX_KEY_CHARS), ("description", 4000)):
        value = body.get(name)
        if value is None:
            continue
        if not is_text(value) or len(value) > most or (name == "name" and not value.strip()):
            raise store.not_valid(name)
        found[name] = value
    if body.get("categoryId") is not None:
        if not folders.is_folder(db, who.mid, body["categoryId"], "automations"):
            raise store.not_valid("categoryId")
        found["folder"] = body["categoryId"]
    return found


def read(row: sqlite3.Row, *, with_steps: bool) -> dict[str, Any]:
    """Return an automation as it is read."""
    doc = store.doc_of(row)
    kind = doc["startType"]
    ran = (
        {"lastRunTime": iso(row["last_run"]), "lastRunInstanceId": row["last_instance"]} if row["last_instance"] else {}
    )
    steps_shown = {"steps": [_read_step(place, one) for place, one in enumerate(store.steps_of(row), 1)]}
    return {
        "id": row["guid"],
        "name": row["name"],
        "description": doc.get("description", ""),
        "key": row["key"],
        "typeId": kind,
        "type": _TYPE_NAMES[kind],
        "statusId": row["status"],
        "status": store.STATUS[row["status"]],
        "categoryId": row["folder"],
        **ran,
        **_read_start(row, doc),
        **(steps_shown if with_steps else {}),
    }


def _read_start(row: sqlite3.Row, doc: dict[str, Any]) -> dict[str, Any]:
    if doc["startType"] == SCHEDULE:
        return {"schedule": schedules.shown(doc["start"], doc["startId"], row["status"], row["next"])}
    if doc["startType"] == FILE_DROP:
        drop, is_on = doc["start"], row["status"] in (store.AWAITING, store.RUNNING)
        told = {"fileNamingPattern": drop["fileNamePattern"], "folderLocationText": drop["folderLocation"]}
        more = {name: drop[name] for name in ("fileNamePatternTypeId", "queueFiles")}
        return {"fileTrigger": {**told, **more, "isPublished": True, "triggerActive": is_on}}
    return {"schedule": {"scheduleStatus": "none"}}


def _read_step(place: int, step: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": step["id"],
        "name": step["name"],
        "step": place,
        "activities": [
            {**{name: value for name, value in one.items() if name != "serializedObject"}, "displayOrder": order}
            for order, one in enumerate(step["activities"], 1)
        ],
    }


def _written_steps(row: sqlite3.Row) -> list[dict[str, Any]]:
    return [
        {"stepNumber": place, "annotation": one["name"], "activities": _read_step(place, one)["activities"]}
        for place, one in enumerate(store.steps_of(row))
    ]


def written(row: sqlite3.Row) -> dict[str, Any]:
    """Return an automation as the answer to its creation has it."""
    doc = store.doc_of(row)
    start: dict[str, Any] = {}
    if doc["startType"] == SCHEDULE:
        start = {"startSource": {"typeId": SCHEDULE, "schedule": schedules.written(doc["start"])}}
    elif doc["startType"] == FILE_DROP:
        start = {"startSource": {"typeId": FILE_DROP, "fileDrop": doc["start"]}}
    return {
        "id": row["guid"],
        "legacyId": store.legacy_id(row["guid"], store.AUTOMATION_ID),
        "name": row["name"],
        "description": doc.get("description", ""),
        "key": row["key"],
        "categoryId": row["folder"],
        "statusId": row["status"],
        "createdDate": timestamp(row["created"]),
        "createdByName": USER["name"],
        "lastSavedDate": timestamp(row["modified"]),
        "lastSavedByName": USER["name"],
        "updateInProgress": False,
        **start,
        "steps": _written_steps(row),
    }


def changed(row: sqlite3.Row) -> dict[str, Any]:
    """Return an automation as the answer to a change has it: the head as it is read, the steps as they are written."""
    legacy = {"legacyId": store.legacy_id(row["guid"], store.AUTOMATION_ID)}
    return {**read(row, with_steps=False), **legacy, "steps": _written_steps(row)}
