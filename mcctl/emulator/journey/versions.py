"""Journeys and their versions: /interaction/v1/interactions.

docs silent: a key that is taken is 409; a PUT with the version after the newest one adds a draft; deleting a running
version ejects whoever is in it. Every change moves modifiedDate on.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import falcon

from mcctl.emulator import demo
from mcctl.emulator.core.account import ENTERPRISE, USER
from mcctl.emulator.core.app import Loaded
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    Caller,
    Refusal,
    caller,
    database,
    generic_problem,
    json_body,
    page_of,
    paged,
    query_params,
)
from mcctl.emulator.journey import store as journeys
from mcctl.emulator.journey.form import checked
from mcctl.emulator.journey.run import put_in_force
from mcctl.emulator.tx import journeys as tx_journey

READ = "journeys_read"  # the documents ask for no more, even of writes
PAGE_SIZE = 50
_SORTABLE = {"modifieddate": "modifiedDate", "name": "name", "performance": "performance"}
_ACTIONS = ("all", "create", "modify", "publish", "unpublish", "delete", "stop")
_EXTRAS = ("", "all", "activities", "outcome", "outcomes", "stats")
_RANK = {"Published": 0, "Paused": 1}

SCHEMA = journeys.SCHEMA


def seed(db: sqlite3.Connection) -> None:
    """Create the demo account's journey, which is running."""
    who = Caller(ENTERPRISE, ENTERPRISE, "", frozenset(), {})
    row = journeys.create(db, who, demo.journey())
    put_in_force(db, row, now(db))


def load(db: sqlite3.Connection, who: Caller, one: Loaded) -> None:
    """Put a journey there as a draft, with its id."""
    journeys.create(db, who, checked(one.body), guid=one.id)


class Journeys:
    """GET, POST and PUT /interaction/v1/interactions."""

    scopes = {"GET": READ, "POST": READ, "PUT": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List one page: of every journey its running version, or else its newest; or of all versions."""
        db, params = database(req), query_params(req)
        rows = [row for row in journeys.all_versions(db, caller(req).mid) if _fits(row, params)]
        if params.get("mostrecentversiononly", "true").lower() not in ("false", "0"):
            rows = _best(rows)
        extras = _extras(params)
        found = [journeys.shown(db, row, extras) for row in _sorted(db, rows, params.get("$orderby"))]
        resp.media = paged(found, *page_of(req, PAGE_SIZE, PAGE_SIZE))

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create a journey as a draft."""
        db, who, body = database(req), caller(req), json_body(req, generic_problem)
        body = checked(body)
        if journeys.find(db, who, f"key:{body['key']}"):
            raise generic_problem(409, 30004, f"An interaction with the key {body['key']} already exists")
        resp.media = journeys.shown(db, journeys.create(db, who, body), "all")

    def on_put(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Update the version that the body names."""
        body = json_body(req, generic_problem)
        ref = f"key:{body['key']}" if body.get("key") else str(body.get("id"))
        resp.media = _update(req, ref, body)


class Journey:
    """GET, PUT and DELETE /interaction/v1/interactions/{ref}."""

    scopes = {"GET": READ, "PUT": READ, "DELETE": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Show one version; docs disagree which one is meant when none is named: here it is the newest."""
        params = query_params(req)
        row = _named_version(req, ref, params) or found_versions(req, ref)[-1]
        resp.media = journeys.shown(database(req), row, _extras(params))

    def on_put(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Update the version that the body names."""
        resp.media = _update(req, ref, json_body(req, generic_problem))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Delete one version, or all of them where none is named."""
        db, rows = database(req), found_versions(req, ref)
        one = _named_version(req, ref, query_params(req))
        gone = rows if one is None else [one]
        for row in gone:
            journeys.audit(db, row, "Delete", now(db))
            journeys.remove_version(db, row)
        if len(gone) == len(rows):
            tx_journey.let_go(db, rows[0]["journey_id"])
            db.execute("delete from journey where id = ?", [rows[0]["journey_id"]])
        resp.content_type, resp.text = "text/plain", rows[0]["guid"]  # tenants say the bare id


class Audit:
    """GET /interaction/v1/interactions/{ref}/audit/{action}."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str, action: str) -> None:
        """List what was done to a journey, newest first."""
        db, params, versions = database(req), query_params(req), found_versions(req, ref)
        if action.lower() not in _ACTIONS:
            raise generic_problem(400, 10005, f"action must be one of {', '.join(_ACTIONS)}")
        sql = "select * from journey_audit where journey_id = ? order by id desc"
        rows = db.execute(sql, [versions[0]["journey_id"]]).fetchall()
        if action.lower() != "all":
            rows = [row for row in rows if row["action"].lower() == action.lower()]
        if params.get("versionnumber"):
            rows = [row for row in rows if str(row["number"]) == params["versionnumber"]]
        items = [_shown_audit(row, versions[0]) for row in rows]
        resp.media = paged(items, *page_of(req, PAGE_SIZE, PAGE_SIZE))


class VersionStatus:
    """GET /interaction/v1/interactions/status/{ref}."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """List the versions with their status."""
        params, rows = query_params(req), found_versions(req, ref)
        number = params.get("versionnumber")
        if number is None and params.get("allversions", "").lower() != "true":
            raise generic_problem(400, 10005, "AllVersions=true or VersionNumber required")
        resp.media = [
            {"id": row["guid"], "status": row["status"], "versionNumber": row["number"]}
            for row in rows
            if number in (None, str(row["number"]))
        ]


ROUTES = {
    "/interaction/v1/interactions": Journeys(),
    "/interaction/v1/interactions/{ref}": Journey(),
    "/interaction/v1/interactions/{ref}/audit/{action}": Audit(),
    "/interaction/v1/interactions/status/{ref}": VersionStatus(),
}


def found_versions(req: falcon.Request, ref: str) -> list[sqlite3.Row]:
    """Return the versions of a journey, oldest first. Raises a 404 Refusal for an unknown one."""
    row = journeys.find(database(req), caller(req), ref)
    if row is None:
        raise generic_problem(404, 30003, "Interaction not found.")
    return journeys.versions(database(req), row["id"])


def wanted_version(rows: list[sqlite3.Row], number: Any) -> sqlite3.Row:
    """Return the version with a number. Raises a 404 Refusal where there is none."""
    for row in rows:
        if str(row["number"]) == str(number):
            return row
    raise generic_problem(404, 30003, f"Interaction not found: it has no version {number}")


def _named_version(req: falcon.Request, ref: str, params: dict[str, str]) -> sqlite3.Row | None:
    number = params.get("versionnumber")
    return wanted_version(found_versions(req, ref), number) if number else None


def _update(req: falcon.Request, ref: str, body: dict[str, Any]) -> dict[str, Any]:
    """Update a draft, or add one. Raises the documented Refusals: 304, 404, 409."""
    db, rows = database(req), found_versions(req, ref)
    whole = checked({"key": rows[0]["key"], **body})
    if body.get("version") is None:
        raise generic_problem(400, 10002, "version is required")
    if whole["key"] != rows[0]["key"]:
        raise generic_problem(400, 10005, "key cannot be changed")
    newest = rows[-1]
    if newest["status"] != "Draft" and str(body.get("version")) == str(newest["number"] + 1):
        journeys.add_version(db, newest["journey_id"], newest["number"] + 1, whole)
        row = journeys.versions(db, newest["journey_id"])[-1]
        journeys.audit(
            db, row, "Create", now(db), sourceInteraction={"key": newest["key"], "version": newest["number"]}
        )
        return journeys.shown(db, row, "all")
    row = wanted_version(rows, body.get("version"))
    _check_lock(row, body)
    doc = journeys.completed(db, row["mid"], _keeping_ids(json.loads(row["doc"]), whole))
    if doc == json.loads(row["doc"]):
        raise Refusal(304, {"message": "Nothing to change", "errorcode": 304, "documentation": ""})
    sql = "update journey_version set doc = ?, modified = max(?, modified + 0.001) where id = ?"
    db.execute(sql, [json.dumps(doc), now(db), row["id"]])
    journeys.audit(db, row, "Modify", now(db))
    return journeys.shown(db, wanted_version(journeys.versions(db, row["journey_id"]), row["number"]), "all")


def _check_lock(row: sqlite3.Row, body: dict[str, Any]) -> None:
    if row["status"] != "Draft":
        raise generic_problem(409, 409, f"Cannot update interaction in {row['status']} status.")
    if body.get("modifiedDate") is None:
        raise generic_problem(400, 10002, "modifiedDate is required")
    if body["modifiedDate"] != iso(row["modified"]):
        raise generic_problem(409, 409, f"The interaction was modified at {iso(row['modified'])}")


def _keeping_ids(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose elements keep the ids that they had under the same key."""
    kept = dict(new)
    for kind in ("triggers", "goals", "activities"):
        ids = {one.get("key"): one["id"] for one in old.get(kind) or []}
        kept[kind] = [
            {**one, "id": ids[one.get("key")]} if one.get("key") in ids else one for one in new.get(kind) or []
        ]
    return kept


def _fits(row: sqlite3.Row, params: dict[str, str]) -> bool:
    doc = json.loads(row["doc"])
    text = params.get("nameordescription", "").casefold()
    tests = (
        not params.get("status") or row["status"].lower() == params["status"].lower(),
        not params.get("key") or row["key"] == params["key"],
        not params.get("id") or row["guid"] == params["id"].lower(),
        not params.get("versionnumber") or str(row["number"]) == params["versionnumber"],
        not params.get("tag"),
        not params.get("definitiontype") or doc["definitionType"].lower() == params["definitiontype"].lower(),
        any(text in str(doc.get(name) or "").casefold() for name in ("name", "description")),
    )
    return all(tests)


def _best(rows: list[sqlite3.Row]) -> list[sqlite3.Row]:
    best: dict[int, sqlite3.Row] = {}
    for row in rows:
        other = best.get(row["journey_id"])
        if other is None or _RANK.get(row["status"], 2) <= _RANK.get(other["status"], 2):
            best[row["journey_id"]] = row
    return list(best.values())


def _extras(params: dict[str, str]) -> str:
    extras = params.get("extras", "").lower()
    if extras not in _EXTRAS:
        raise generic_problem(400, 10005, "extras must be all, activities, outcome or stats")
    return extras


def _sorted(db: sqlite3.Connection, rows: list[sqlite3.Row], order: str | None) -> list[sqlite3.Row]:
    words = (order or "ModifiedDate DESC").split()
    name, direction = _SORTABLE.get(words[0].lower()) if words else None, words[-1].upper()
    if name is None or len(words) != 2 or direction not in ("ASC", "DESC"):
        raise generic_problem(400, 10005, "$orderBy must be ModifiedDate, Name or Performance, and ASC or DESC")
    keys = {
        "modifiedDate": lambda row: row["modified"],
        "name": lambda row: str(json.loads(row["doc"])["name"]).casefold(),
        "performance": lambda row: journeys.stats(db, row["id"])["goalPerformance"],
    }
    return sorted(rows, key=keys[name], reverse=direction == "DESC")


def _shown_audit(row: sqlite3.Row, version: sqlite3.Row) -> dict[str, Any]:
    doc = json.loads(version["doc"])
    return {
        "action": row["action"],
        "key": version["key"],
        "versionNumber": row["number"],
        "id": version["guid"],
        "originalDefinitionId": version["guid"],
        "name": doc["name"],
        "description": doc["description"],
        "timeStamp": iso(row["at"]),
        "user": {"name": USER["name"], "userId": USER["id"]},
        "executionMode": "Production",
        **json.loads(row["more"]),
    }
