"""Automations that run, on the emulator's clock: step after step, until the last one or the first failure."""

from __future__ import annotations

import json
import sqlite3
import uuid
from typing import Any

from mcctl.emulator.automation import schedules, shapes, store, work
from mcctl.emulator.automation.activities import RUN_SECONDS
from mcctl.emulator.automation.kinds import KIND_OF, WAIT
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import Caller

STEP_SECONDS = 1.0
COMPLETE, EXECUTING, ERROR = "Complete", "Executing", "Error"
_STATUS_IDS = {EXECUTING: 3, COMPLETE: 1, ERROR: -1}
_MOST_MISSED = 1000
"""Runs of one schedule that are made up for when the clock is put ahead; the rest of them is left out."""


def begin(db: sqlite3.Connection, row: sqlite3.Row, cause: str, moment: float, file: str = "") -> None:
    """Begin a run. cause: once, schedule or file."""
    guid = str(uuid.uuid4())
    names = "guid_of_run, automation_id, mid, cause, file, started, status, error, step, due"
    values = [guid, row["id"], row["mid"], cause, file, moment, EXECUTING, "", 0, moment + STEP_SECONDS]
    db.execute(f"insert into automation_run ({names}) values ({', '.join('?' * 10)})", values)
    store.change(db, row["id"], status=store.RUNNING, last_run=moment, last_instance=guid, last_status=EXECUTING)


def elapse(db: sqlite3.Connection) -> None:
    """Let happen what is due: activities that were started, schedules, and the steps of what runs, in their order."""
    moment = now(db)
    _run_activities(db, moment)
    for _ in range(_MOST_MISSED * 10):
        sql = "select * from automation_run where due is not null order by due, id limit 1"
        run = db.execute(sql).fetchone()
        sql = "select * from automation where status = ? and next is not null order by next, id limit 1"
        waiting = db.execute(sql, [store.SCHEDULED]).fetchone()
        times = [(one[column], one) for one, column in ((run, "due"), (waiting, "next")) if one is not None]
        due = min(times, key=lambda pair: float(pair[0]), default=None)
        if due is None or due[0] > moment:
            return
        if due[1] is run:
            _take_step(db, run)
        else:
            begin(db, waiting, "schedule", waiting["next"])
            _plan_next(db, waiting, waiting["next"])


def _plan_next(db: sqlite3.Connection, row: sqlite3.Row, moment: float) -> None:
    """Set when a schedule is due the next time."""
    doc = store.doc_of(row)
    following = schedules.next_run(doc["start"], moment) if doc["startType"] == shapes.SCHEDULE else None
    store.change(db, row["id"], next=following)


def schedule(db: sqlite3.Connection, row: sqlite3.Row) -> bool:
    """Make a schedule live. Returns whether it has a run left."""
    following = schedules.next_run(store.doc_of(row)["start"], now(db))
    if following is not None:
        store.change(db, row["id"], next=following, status=store.SCHEDULED, resting=store.SCHEDULED)
    return following is not None


def pause(db: sqlite3.Connection, row: sqlite3.Row) -> None:
    """Take a schedule out of force; a run that goes on is not stopped."""
    status = store.RUNNING if row["status"] == store.RUNNING else store.PAUSED
    store.change(db, row["id"], next=None, status=status, resting=store.PAUSED)


def dropped(db: sqlite3.Connection, mid: int, name: str) -> None:
    """Start the automations that wait for a file of this name."""
    for row in store.automations(db, mid):
        doc = store.doc_of(row)
        if row["status"] == store.AWAITING and _fits(name, doc["start"]):
            begin(db, row, "file", now(db), name)


def _fits(name: str, drop: dict[str, Any]) -> bool:
    pattern, text = str(drop["fileNamePattern"]).lower(), name.lower()
    tests = {1: pattern in text, 2: text.startswith(pattern), 3: text.endswith(pattern), 4: text == pattern}
    return tests.get(drop["fileNamePatternTypeId"], True)


def _take_step(db: sqlite3.Connection, run: sqlite3.Row) -> None:
    """Do the next step of a run, all of its activities; or end the run."""
    automation = db.execute("select * from automation where id = ?", [run["automation_id"]]).fetchone()
    steps = store.steps_of(automation) if automation is not None else []
    if run["step"] >= len(steps):
        return _end(db, run, automation, COMPLETE, "")
    moment, pause = float(run["due"]), STEP_SECONDS
    for place, one in enumerate(steps[run["step"]]["activities"], 1):
        who = Caller(automation["mid"], automation["eid"], "", frozenset(), {})
        failed = work.do(db, who, one, moment, run["file"])
        _note(db, run, place, one, moment, failed)
        if failed:
            return _end(db, run, automation, ERROR, failed)
        if one["objectTypeId"] == WAIT:
            pause = work.wait_seconds(one, moment)
    db.execute("update automation_run set step = step + 1, due = ? where id = ?", [moment + pause, run["id"]])
    return None


def _note(db: sqlite3.Connection, run: sqlite3.Row, place: int, one: dict[str, Any], moment: float, error: str) -> None:
    kind = KIND_OF.get(one["objectTypeId"])
    known = store.activity(db, run["mid"], kind.path, one["activityObjectId"]) if kind else None
    name, key = (known["name"], known["key"]) if known else (one["name"], "")
    values = [one["id"], run["id"], run["step"] + 1, place, one["objectTypeId"], key, name,
              ERROR if error else COMPLETE, moment, moment, error]  # fmt: skip
    names = "guid, run_id, step, place, type, key, name, status, started, ended, error"
    db.execute(f"insert into automation_part ({names}) values ({', '.join('?' * 11)})", values)


def _end(db: sqlite3.Connection, run: sqlite3.Row, automation: sqlite3.Row | None, status: str, error: str) -> None:
    sql = "update automation_run set status = ?, error = ?, ended = ?, due = null where id = ?"
    db.execute(sql, [status, error, run["due"], run["id"]])
    if automation is not None:
        store.change(db, automation["id"], status=automation["resting"], last_status=status)


def _run_activities(db: sqlite3.Connection, moment: float) -> None:
    """Carry out what was started by itself."""
    sql = (
        "select activity_run.id as run, activity_run.accepted, activity.* from activity_run "
        "join activity on activity.id = activity_id where ended is null and accepted <= ? order by activity_run.id"
    )
    for row in db.execute(sql, [moment - RUN_SECONDS]).fetchall():
        who = Caller(row["mid"], row["eid"], "", frozenset(), {})
        error = work.do_activity(db, who, row["kind"], json.loads(row["doc"]), row["accepted"] + RUN_SECONDS)
        values = [row["accepted"] + RUN_SECONDS, error, row["run"]]
        db.execute("update activity_run set ended = ?, error = ? where id = ?", values)


def shown(db: sqlite3.Connection, run: sqlite3.Row) -> dict[str, Any]:
    """Return a run, with what became of each activity."""
    parts = db.execute("select * from automation_part where run_id = ? order by step, place", [run["id"]]).fetchall()
    return {
        "id": run["guid_of_run"],
        "automationId": run["automation_guid"],
        "name": run["name"],
        "statusId": _STATUS_IDS[run["status"]],
        "status": run["status"],
        "startTime": iso(run["started"]),
        **({"completedTime": iso(run["ended"])} if run["ended"] else {}),
        **({"errorDetails": run["error"]} if run["error"] else {}),
        "activities": [
            {
                "id": part["guid"],
                "name": part["name"],
                "objectTypeId": part["type"],
                "step": part["step"],
                "displayOrder": part["place"],
                "status": part["status"],
                "startTime": iso(part["started"]),
                "completedTime": iso(part["ended"]),
                **({"statusDetails": part["error"]} if part["error"] else {}),
            }
            for part in parts
        ],
    }
