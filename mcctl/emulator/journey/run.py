"""Published journeys run: publications come about, contacts enter, waits end, pauses end, contacts leave.

Everything has its time on the emulator's clock and happens in that order, however far the clock is put ahead at once. A
contact goes from activity to activity until it waits or the path ends; `journey_steps` says what an activity does.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable
from typing import Any

from mcctl.emulator.contact.store import is_blocked
from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import Caller
from mcctl.emulator.event import store as events
from mcctl.emulator.journey import criteria
from mcctl.emulator.journey import rules as journey_rules
from mcctl.emulator.journey import store as journeys
from mcctl.emulator.journey.steps import Visit, take_step
from mcctl.emulator.journey.waits import wait_end

Loaded = tuple[sqlite3.Row, dict[str, Any]]
"""A version and its specification."""

CHECK_SECONDS = 1.0
EXIT_SECONDS = 60.0
_MAX_AT_ONCE = 5000


def elapse(db: sqlite3.Connection) -> None:
    """Let everything happen whose time has come."""
    moment = now(db)
    while True:
        due = db.execute(_NEXT).fetchone()
        first = min((at for at in due if at is not None), default=float("inf"))
        if first > moment:
            return
        for at, (_, run) in zip(due, _SOURCES, strict=True):
            if at == first:
                run(db, first)


# ---------------------------------------------------------------------- publication


def _finish_checks(db: sqlite3.Connection, moment: float) -> None:
    sql = "select * from journey_check where state = 'InProcess' and due <= ? order by due"
    for check in db.execute(sql, [moment]).fetchall():
        row = journeys.version(db, check["version_id"])
        doc = json.loads(row["doc"])
        found = journey_rules.issues(db, _who(row), doc)
        state = "Error" if found else "Completed"
        sql = "update journey_check set state = ?, errors = ?, warnings = ? where id = ?"
        db.execute(
            sql, [state, json.dumps(found), json.dumps(journey_rules.warnings(db, row["eid"], doc)), check["id"]]
        )
        if check["kind"] == "Publish":
            _publish(db, row, check["id"], found, moment)


def _publish(db: sqlite3.Connection, row: sqlite3.Row, check_id: str, found: list[Any], moment: float) -> None:
    told = [{"ErrorDetail": one["errorDetail"], "ErrorCode": one["errorCode"]} for one in found]
    state = "Error" if found else "PublishCompleted"
    journeys.audit(db, row, "Publish", moment, publishStatus=state, publishRequestId=check_id, errors=told)
    if not found:
        put_in_force(db, row, moment)


def put_in_force(db: sqlite3.Connection, row: sqlite3.Row, moment: float) -> None:
    """Have a version take contacts; the one before it takes no new ones from now on."""
    sql = "update journey_version set status = 'Unpublished' where journey_id = ? and status = 'Published'"
    db.execute(sql, [row["journey_id"]])
    sql = "update journey_version set status = 'Published', published = ? where id = ?"
    db.execute(sql, [moment, row["id"]])


# ---------------------------------------------------------------------- entry


def _take_events(db: sqlite3.Connection, moment: float) -> None:
    queued = events.queued(db, moment, _MAX_AT_ONCE)
    targets: dict[tuple[int, str], list[Loaded]] = {}
    for event in queued:
        place = (event["mid"], event["event_key"])
        if place not in targets:
            targets[place] = [(row, json.loads(row["doc"])) for row in journeys.published_for(db, *place)]
        for row, doc in targets[place]:
            _enter(db, row, doc, event, moment)
    events.take(db, queued)


def _enter(db: sqlite3.Connection, row: sqlite3.Row, doc: dict[str, Any], event: sqlite3.Row, moment: float) -> None:
    """Put a contact into a version, unless something is against it; that is written down."""
    key = event["contact_key"]
    refused = _why_not(db, row, doc, event)
    if refused:
        journeys.record(db, row, key, event["instance"], moment, None, "NotEntered", refused)
        return
    held = row["status"] == "Paused"
    names = "version_id, journey_id, contact_key, instance, event, activity, state, due, entered"
    sql = f"insert into journey_contact ({names}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    start, state = journey_rules.start_of(doc), "held" if held else "in"
    values = [row["id"], row["journey_id"], key, str(uuid.uuid4()), event["data"], start, state, moment, moment]
    contact_id = db.execute(sql, values).lastrowid
    if not held:
        _walk(db, row, doc, _contact(db, contact_id), moment)


def _why_not(db: sqlite3.Connection, row: sqlite3.Row, doc: dict[str, Any], event: sqlite3.Row) -> str | None:
    if row["status"] == "Paused" and not json.loads(row["pause"]).get("RetainContactInjectionWhileJourneyPaused"):
        return "The journey is paused"
    if is_blocked(db, row["eid"], event["contact_key"]):
        return "The contact is not active"
    trigger = doc["triggers"][0]
    xml = (trigger.get("configurationArguments") or {}).get("criteria")
    if isinstance(xml, str) and xml:
        visit = Visit.of_event(db, row, doc, event["contact_key"], json.loads(event["data"]), event["event_key"])
        if not criteria.holds(criteria.parse(xml), visit.lookup):
            return "The contact does not meet the entry criteria"
    return _taken(db, row, str(doc.get("entryMode")), event["contact_key"])


def _taken(db: sqlite3.Connection, row: sqlite3.Row, mode: str, key: str) -> str | None:
    if mode == "MultipleEntries":
        return None
    where = "journey_id = ? and contact_key = ?" + ("" if mode == "OnceAndDone" else " and state != 'out'")
    found = db.execute(f"select 1 from journey_contact where {where} limit 1", [row["journey_id"], key]).fetchone()
    return f"The contact is or was in the journey, whose entry mode is {mode}" if found else None


# ---------------------------------------------------------------------- on the way


def _end_waits(db: sqlite3.Connection, moment: float) -> None:
    sql = "select * from journey_contact where state = 'in' and due <= ? order by due, id limit ?"
    loaded: dict[int, Loaded] = {}
    for contact in db.execute(sql, [moment, _MAX_AT_ONCE]).fetchall():
        place = contact["version_id"]
        if place not in loaded:
            row = journeys.version(db, place)
            loaded[place] = (row, json.loads(row["doc"]))
        _walk(db, *loaded[place], contact, moment)


def _walk(db: sqlite3.Connection, row: sqlite3.Row, doc: dict[str, Any], contact: sqlite3.Row, moment: float) -> None:
    """Go on with a contact from where it is until it waits, or leaves."""
    activities = {activity["key"]: activity for activity in doc["activities"]}
    visit = Visit.of_contact(db, row, doc, contact)
    key: str | None = contact["activity"]
    waited = bool(contact["waiting"])
    while key in activities:  # a path that leads nowhere ends
        activity = activities[key]
        if activity["type"].lower() == "wait":
            if not waited:
                due = wait_end(activity, moment)
                sql = "update journey_contact set activity = ?, due = ?, waiting = 1 where id = ?"
                db.execute(sql, [key, due, contact["id"]])
                return
            journeys.record(db, row, visit.key, contact["instance"], moment, activity, "Complete")
            if _met_goal(db, doc, visit, contact):
                break
            key = _next(activity, None)
        else:
            status, message, outcome = take_step(visit, activity, moment)
            journeys.record(db, row, visit.key, contact["instance"], moment, activity, status, message)
            key = _next(activity, outcome)
        waited = False
    db.execute("update journey_contact set state = 'out', due = ? where id = ?", [moment, contact["id"]])


def _next(activity: dict[str, Any], outcome: str | None) -> str | None:
    """Return where an outcome leads; the first one if none is named."""
    found = [one for one in activity.get("outcomes") or [] if outcome in (None, one["key"])]
    key: str | None = found[0].get("next") if found else None
    return key


def _met_goal(db: sqlite3.Connection, doc: dict[str, Any], visit: Visit, contact: sqlite3.Row) -> bool:
    """Look at the goal, as the platform does when a wait ends; say whether the contact leaves for it.

    (The platform looks every 24 hours besides.)
    """
    for goal in doc["goals"]:
        xml = (goal.get("configurationArguments") or {}).get("criteria")
        if xml and criteria.holds(criteria.parse(xml), visit.lookup):
            db.execute("update journey_contact set met_goal = 1 where id = ?", [contact["id"]])
            return bool((goal.get("metaData") or {}).get("isExitCriteria"))
    return False


# ---------------------------------------------------------------------- pauses and exits


def pause(db: sqlite3.Connection, row: sqlite3.Row, wishes: dict[str, Any], days: int) -> None:
    """Hold everybody in a version where they are."""
    moment = now(db)
    sql = "update journey_version set status = 'Paused', paused = ?, resumes = ?, pause = ? where id = ?"
    db.execute(sql, [moment, moment + days * 86400, json.dumps(wishes), row["id"]])
    db.execute("update journey_contact set state = 'held' where version_id = ? and state = 'in'", [row["id"]])


def resume(db: sqlite3.Connection, row: sqlite3.Row, moment: float) -> None:
    """Let everybody in a paused version go on; waits are longer by the pause where that was wished."""
    longer = moment - row["paused"] if json.loads(row["pause"]).get("ExtendWaitEndDates") else 0.0
    sql = """update journey_contact set state = 'in', due = max(due + ? * waiting, ?)
      where version_id = ? and state = 'held'"""
    db.execute(sql, [longer, moment, row["id"]])
    sql = "update journey_version set status = 'Published', paused = null, resumes = null, pause = null where id = ?"
    db.execute(sql, [row["id"]])


def stop(db: sqlite3.Connection, row: sqlite3.Row, moment: float) -> None:
    """Stop a version for good, and eject whoever is in it."""
    ejected = journeys.eject(db, "version_id = ?", [row["id"]])
    db.execute("update journey_version set status = 'Stopped', resumes = null where id = ?", [row["id"]])
    journeys.audit(db, row, "Stop", moment, ContactsEjected=ejected)


def _end_pauses(db: sqlite3.Connection, moment: float) -> None:
    sql = "select id from journey_version where status = 'Paused' and resumes <= ?"
    for (version_id,) in db.execute(sql, [moment]).fetchall():
        row = journeys.version(db, version_id)
        goes_on = json.loads(row["pause"]).get("GuardrailAction") == "Resume"
        (resume if goes_on else stop)(db, row, moment)


def _exit_contacts(db: sqlite3.Connection, moment: float) -> None:
    for wish in db.execute("select * from journey_exit where not done and due <= ?", [moment]).fetchall():
        numbers = json.loads(wish["versions"])
        for row in journeys.versions(db, wish["journey_id"]):
            if row["number"] in numbers:
                journeys.eject(db, "version_id = ? and contact_key = ?", [row["id"], wish["contact_key"]])
        db.execute("update journey_exit set done = 1 where id = ?", [wish["id"]])


Run = Callable[[sqlite3.Connection, float], None]
_SOURCES: tuple[tuple[str, Run], ...] = (
    ("select min(due) from journey_check where state = 'InProcess'", _finish_checks),
    (events.NEXT_DUE, _take_events),
    ("select min(due) from journey_contact where state = 'in'", _end_waits),
    ("select min(resumes) from journey_version where status = 'Paused'", _end_pauses),
    ("select min(due) from journey_exit where not done", _exit_contacts),
)
_NEXT = f"select {', '.join(f'({sql})' for sql, _ in _SOURCES)}"


def _who(row: sqlite3.Row) -> Caller:
    return Caller(row["mid"], row["eid"], "", frozenset(), {})


def _contact(db: sqlite3.Connection, contact_id: int | None) -> sqlite3.Row:
    row: sqlite3.Row = db.execute("select * from journey_contact where id = ?", [contact_id]).fetchone()
    return row
