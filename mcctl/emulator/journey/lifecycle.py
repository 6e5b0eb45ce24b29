"""From draft to running and back: publication, validation, stop, pause and resume of journeys.

A publication takes a second. docs silent: what cannot be stopped is refused with 400, what cannot be paused with 202
and the error inside, as the documents show it for resume.
Transactional send journeys have three routes of their own; the definition that made one follows it.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable
from typing import Any

import falcon

from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import Refusal, caller, database, generic_problem, is_unicode, json_body, query_params
from mcctl.emulator.journey import run as journey_run
from mcctl.emulator.journey import store as journeys
from mcctl.emulator.journey.emails import find_email, triggered_send
from mcctl.emulator.journey.rules import entry_fields, refuse_not_emulated
from mcctl.emulator.journey.versions import READ, found_versions, wanted_version
from mcctl.emulator.tx import journeys as tx_journey

PAUSED_DAYS = 14
MAX_PAUSED_DAYS = 3650
_FLAGS = ("ExtendWaitEndDates", "RetainContactInjectionWhileJourneyPaused", "ProcessWaitUntilEvents")
_WORDS = {"Publish": "publish", "Validate": "validate"}


class Check:
    """POST /interaction/v1/interactions/{publishAsync|validateAsync}/{ref}. kind: Publish or Validate."""

    scopes = {"POST": READ}

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Begin to publish, or to validate, a version."""
        db, row = database(req), _version(req, ref)
        if row["status"] != "Draft":
            what = f"Cannot {_WORDS[self._kind]} interaction in {row['status']} status."
            raise generic_problem(400, 30002, what)
        doc = json.loads(row["doc"])
        if _is_transactional(doc):
            raise generic_problem(400, 30001, "A transactional send journey is published by transactional/create")
        refuse_not_emulated(db, row["eid"], doc)
        status_id = str(uuid.uuid4())
        values = [status_id, row["mid"], row["id"], self._kind, now(db) + journey_run.CHECK_SECONDS]
        db.execute("insert into journey_check (id, mid, version_id, kind, due) values (?, ?, ?, ?, ?)", values)
        url = f"/interaction/v1/interactions/{_WORDS[self._kind]}Status/{status_id}"
        resp.media = {"statusId": status_id, "statusUrl": url}


class CheckStatus:
    """GET /interaction/v1/interactions/{publishStatus|validateStatus}/{status_id}."""

    scopes = {"GET": READ}

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def on_get(self, req: falcon.Request, resp: falcon.Response, status_id: str) -> None:
        """Tell how far it is, and what is wrong."""
        sql = "select * from journey_check where id = ? and mid = ? and kind = ?"
        values = [status_id.lower(), caller(req).mid, self._kind]
        row = database(req).execute(sql, values).fetchone() if is_unicode(status_id) else None
        if row is None:
            raise generic_problem(404, 30003, "The status is not known")
        state = row["state"] if row["state"] == "Error" else f"{self._kind}{row['state']}"
        errors, warnings = json.loads(row["errors"]), json.loads(row["warnings"])
        resp.media = {"statusId": row["id"], "status": state, "errors": errors, "warnings": warnings}


class Stop:
    """POST /interaction/v1/interactions/stop/{ref}."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Stop a version for good."""
        db, row = database(req), _version(req, ref)
        if _is_transactional(json.loads(row["doc"])):
            raise generic_problem(400, 30001, "A transactional send journey cannot be stopped, only paused")
        if row["status"] not in journeys.STOPPABLE:
            raise generic_problem(400, 30002, f"Cannot stop interaction in {row['status']} status.")
        journey_run.stop(db, row, now(db))


class _OnVersions:
    """What pause and resume have in common: 202 whatever comes, with the error inside."""

    scopes = {"POST": READ}
    status: str

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Pause or resume one version, or all that can be."""
        params, rows = query_params(req), found_versions(req, ref)
        resp.status = 202
        everything = params.get("allversions", "").lower() in ("true", "1")
        if not everything and not params.get("versionnumber"):
            raise generic_problem(202, 10005, "AllVersions=true or VersionNumber required.")
        if _is_transactional(json.loads(rows[-1]["doc"])):
            raise generic_problem(202, 30001, "A transactional send journey has routes of its own")
        chosen = rows if everything else [wanted_version(rows, params["versionnumber"])]
        fit = [row for row in chosen if row["status"] == self.status]
        if not fit:
            raise self.refusal(chosen[-1])
        for row in fit:
            self.change(req, row)
        resp.media = {"status": "Accepted"}

    def refusal(self, row: sqlite3.Row) -> Refusal:
        """Return what is answered where nothing can be done."""
        raise NotImplementedError

    def change(self, req: falcon.Request, row: sqlite3.Row) -> None:
        """Do it."""
        raise NotImplementedError


class Pause(_OnVersions):
    """POST /interaction/v1/interactions/pause/{ref}."""

    status = "Published"

    def refusal(self, row: sqlite3.Row) -> Refusal:
        """Return that only a running version can be paused."""
        return generic_problem(
            202, 10000, f"An interaction must be in published status to be paused, not {row['status']}."
        )

    def change(self, req: falcon.Request, row: sqlite3.Row) -> None:
        """Pause a version for a number of days."""
        wishes = json_body(req, generic_problem) if req.content_length else {}
        for name in _FLAGS:
            if not isinstance(wishes.get(name, False), bool):
                raise generic_problem(202, 10001, f"{name} must be a boolean")
        days = wishes.get("PausedDays", PAUSED_DAYS)
        if isinstance(days, bool) or not isinstance(days, int) or not 0 < days <= MAX_PAUSED_DAYS:
            raise generic_problem(202, 10005, f"PausedDays must be a whole number from 1 to {MAX_PAUSED_DAYS}")
        if wishes.get("GuardrailAction", "Stop") not in ("Stop", "Resume"):
            raise generic_problem(202, 10005, "GuardrailAction must be Stop or Resume")
        journey_run.pause(database(req), row, wishes, days)


class Resume(_OnVersions):
    """POST /interaction/v1/interactions/resume/{ref}."""

    status = "Paused"

    def refusal(self, row: sqlite3.Row) -> Refusal:
        """Return that only a paused version can be resumed."""
        return generic_problem(202, 10000, "An interaction must be in paused status to be resumed.")

    def change(self, req: falcon.Request, row: sqlite3.Row) -> None:
        """Let a version go on."""
        journey_run.resume(database(req), row, now(database(req)))


class Transactional:
    """POST /interaction/v1/interactions/transactional/{create|pause|resume}."""

    scopes = {"POST": READ}

    def __init__(self, change: Callable[[sqlite3.Connection, sqlite3.Row], None]) -> None:
        self._change = change

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Publish, pause or resume a transactional send journey."""
        db, guid = database(req), str(json_body(req, generic_problem).get("definitionId"))
        row = found_versions(req, guid)[-1]
        if not _is_transactional(json.loads(row["doc"])):
            raise _errors("30001", "The journey is not a transactional send journey")
        self._change(db, row)
        tx_journey.lead(db, row["journey_id"])
        resp.media = {"errors": []}


def _create(db: sqlite3.Connection, row: sqlite3.Row) -> None:
    doc = json.loads(row["doc"])
    if row["status"] != "Draft":
        raise _errors("30000", f"Cannot publish interaction in {row['status']} status.")
    key = journeys.event_key_of(doc)
    emails = [find_email(db, row["eid"], triggered_send(activity)) for activity in doc["activities"]]
    if entry_fields(db, row["mid"], key) is None or not emails or None in emails:
        raise _errors("121500", "The event definition key, its data extension or the e-mail is missing")
    refuse_not_emulated(db, row["eid"], doc)
    journey_run.put_in_force(db, row, now(db))
    journeys.audit(db, row, "Publish", now(db), publishStatus="PublishCompleted", errors=[])


def _pause(db: sqlite3.Connection, row: sqlite3.Row) -> None:
    if row["status"] != "Published":
        raise _errors("30002", f"Cannot pause interaction in {row['status']} status.")
    wishes = {"GuardrailAction": "Resume", "RetainContactInjectionWhileJourneyPaused": True}
    journey_run.pause(db, row, wishes, MAX_PAUSED_DAYS)


def _resume(db: sqlite3.Connection, row: sqlite3.Row) -> None:
    if row["status"] != "Paused":
        raise _errors("30002", f"Cannot resume interaction in {row['status']} status.")
    journey_run.resume(db, row, now(db))


ROUTES = {
    "/interaction/v1/interactions/publishAsync/{ref}": Check("Publish"),
    "/interaction/v1/interactions/publishStatus/{status_id}": CheckStatus("Publish"),
    "/interaction/v1/interactions/validateAsync/{ref}": Check("Validate"),
    "/interaction/v1/interactions/validateStatus/{status_id}": CheckStatus("Validate"),
    "/interaction/v1/interactions/stop/{ref}": Stop(),
    "/interaction/v1/interactions/pause/{ref}": Pause(),
    "/interaction/v1/interactions/resume/{ref}": Resume(),
    "/interaction/v1/interactions/transactional/create": Transactional(_create),
    "/interaction/v1/interactions/transactional/pause": Transactional(_pause),
    "/interaction/v1/interactions/transactional/resume": Transactional(_resume),
}


def _version(req: falcon.Request, ref: str) -> sqlite3.Row:
    number = query_params(req).get("versionnumber")
    if number is None:
        raise generic_problem(400, 10002, "versionNumber is required")
    return wanted_version(found_versions(req, ref), number)


def _is_transactional(doc: dict[str, Any]) -> bool:
    return str(doc.get("definitionType")).lower() == "transactional"


def _errors(code: str, detail: str) -> Refusal:
    return Refusal(400, {"errors": [{"errorCode": code, "errorDetail": detail}]})
