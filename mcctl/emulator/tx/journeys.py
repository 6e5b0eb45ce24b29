"""Transactional send journeys that a send definition makes; definition and journey are active or paused together."""

from __future__ import annotations

import sqlite3
import uuid
from typing import Any

from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import Caller
from mcctl.emulator.journey import run as journey_run
from mcctl.emulator.journey import store as journeys

_FOR_EVER_DAYS = 3650
_STATES = {"Active": "Published", "Inactive": "Paused"}


def create(db: sqlite3.Connection, who: Caller, definition: sqlite3.Row) -> int:
    """Make the journey of a definition, running, and return its row id."""
    key, name = str(uuid.uuid4()), definition["name"]
    journey_id = journeys.create(db, who, {"key": key, **_specification(name, definition["key"])})["journey_id"]
    journey_run.put_in_force(db, journeys.versions(db, journey_id)[-1], now(db))
    return int(journey_id)


def follow(db: sqlite3.Connection, definition_id: int) -> None:
    """Have the journey of a definition, if it has one, be in the state that the definition is in."""
    definition = db.execute("select * from definition where id = ?", [definition_id]).fetchone()
    if definition["journey_id"] is None:
        return
    row = journeys.versions(db, definition["journey_id"])[-1]
    if row["status"] == _STATES.get(definition["status"], row["status"]):
        return
    if definition["status"] == "Active":
        journey_run.resume(db, row, now(db))
    else:
        wishes = {"GuardrailAction": "Resume", "RetainContactInjectionWhileJourneyPaused": True}
        journey_run.pause(db, row, wishes, _FOR_EVER_DAYS)


def lead(db: sqlite3.Connection, journey_id: int) -> None:
    """Have the definition of a journey be in the state that the journey is in."""
    status = journeys.versions(db, journey_id)[-1]["status"]
    state = next((name for name, other in _STATES.items() if other == status), None)
    if state:
        db.execute("update definition set status = ? where journey_id = ? and status != 'Deleted'", [state, journey_id])


def remove(db: sqlite3.Connection, journey_id: int | None) -> None:
    """Remove the journey of a definition that is deleted."""
    if journey_id is not None:
        journeys.remove(db, journey_id)


def let_go(db: sqlite3.Connection, journey_id: int) -> None:
    """Have a definition go on without its journey, which is deleted. docs silent: the platform may refuse that."""
    db.execute("update definition set journey_id = null where journey_id = ?", [journey_id])


def key_of(db: sqlite3.Connection, journey_id: int | None) -> str | None:
    """Return the key of a definition's journey; None where it has none."""
    return journeys.key_of(db, journey_id)


def _specification(name: str, definition_key: str) -> dict[str, Any]:
    activity = {
        "key": "EMAILV2-1",
        "name": name,
        "type": "EMAILV2",
        "outcomes": [],
        "arguments": {},
        "configurationArguments": {"triggeredSend": {}},
        "metaData": {"highThroughput": {"definitionKey": definition_key}},
    }
    trigger = {"key": "TRIGGER", "name": "TRIGGER", "type": "transactional-api", "outcomes": [], "arguments": {}}
    return {
        "name": name,
        "workflowApiVersion": 1.0,
        "definitionType": "Transactional",
        "channel": "email",
        "triggers": [trigger],
        "activities": [activity],
    }
