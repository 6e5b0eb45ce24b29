"""Contacts in journeys: who is in which, exits, and what happened to them.

docs silent: an exit takes a minute; a request with more than 50 entries is refused.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import Any

import falcon

from mcctl.emulator.core.state import PLATFORM_ZONE, iso, now
from mcctl.emulator.core.web import (
    caller,
    database,
    folded,
    generic_problem,
    is_text,
    json_body,
    list_body,
    page_of,
    paged,
)
from mcctl.emulator.journey import store as journeys
from mcctl.emulator.journey.run import EXIT_SECONDS
from mcctl.emulator.journey.versions import READ

MAX_CONTACTS = 50
RESULT_WINDOW = 10_000
HISTORY_PAGE, MAX_HISTORY_PAGE = 100, 5000
RECEIVED = "Exit request received for processing"
IGNORED = "Exit request Ignored - Invalid Interaction Name."
COMPLETED = "Exit process Completed."
UNKNOWN = "Exit request not found"
_FILTERS = {
    "activityids": "activityId",
    "activitytypes": "activityType",
    "contactkeys": "contactKey",
    "definitionids": "definitionId",
    "definitioninstanceids": "definitionInstanceId",
    "statuses": "status",
}
"""Filter, in lower case -> property of a record."""


class ContactExit:
    """POST /interaction/v1/interactions/contactexit."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Take note of wishes to leave; answer with those that are refused."""
        db, errors = database(req), []
        for wish in _wishes(req):
            row = journeys.find(db, caller(req), f"key:{wish['definitionkey']}")
            if row is None:
                errors.append(
                    _told(wish, [{"version": number, "message": IGNORED} for number in wish["versions"] or [1]])
                )
                continue
            numbers = wish["versions"] or [version["number"] for version in journeys.versions(db, row["id"])]
            sql = "insert into journey_exit (journey_id, contact_key, versions, due) values (?, ?, ?, ?)"
            db.execute(sql, [row["id"], wish["contactkey"], json.dumps(numbers), now(db) + EXIT_SECONDS])
        resp.media = {"errors": errors}
        resp.status = 202


class ContactExitStatus:
    """POST /interaction/v1/interactions/contactexit/status."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell how far the exits are, in the order of the request."""
        resp.media = [_told(wish, _exit_states(req, wish)) for wish in _wishes(req)]


class Membership:
    """POST /interaction/v1/interactions/contactMembership."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell in which journeys contacts are."""
        wanted = folded(json_body(req, generic_problem)).get("contactkeylist")
        if (
            not isinstance(wanted, list)
            or not 0 < len(wanted) <= MAX_CONTACTS
            or not all(is_text(key) for key in wanted)
        ):
            raise generic_problem(400, 10005, f"ContactKeyList must hold 1 to {MAX_CONTACTS} keys")
        sql = """select distinct contact_key, key, number from journey_contact
          join journey_version on journey_version.id = version_id
          join journey on journey.id = journey_version.journey_id
          where mid = ? and contact_key = ? and state != 'out' order by key, number"""
        found, missing = [], []
        for contact in dict.fromkeys(wanted):
            rows = database(req).execute(sql, [caller(req).mid, contact]).fetchall()
            found += [{"contactKey": contact, "definitionKey": row["key"], "version": row["number"]} for row in rows]
            missing += [] if rows else [contact]
        resp.media = {"results": {"contactMemberships": found, "contactsNotFound": missing}}


class History:
    """POST /interaction/v1/interactions/journeyhistory/search."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List a page of what happened; at most 10,000 records can be reached."""
        query = folded(json_body(req, generic_problem))
        for name in (*_FILTERS, "clientstatuses"):  # the last has no effect: nothing says what it means
            wanted = query.get(name, [])
            if not isinstance(wanted, list) or not all(is_text(one) for one in wanted):
                raise generic_problem(400, 10001, f"{name} must be a list of texts")
        start, end = (_date(query.get(name), name) for name in ("start", "end"))
        sql = """select journey_history.*, journey.key,
            (select json_extract(doc, '$.name') from journey_version as version
              where version.journey_id = journey.id order by number desc limit 1) as name
          from journey_history join journey on journey.id = journey_history.journey_id
          where journey_history.mid = ? and at >= ifnull(?, at) and at <= ifnull(?, at)
          order by journey_history.id desc"""
        rows = (_shown(row) for row in database(req).execute(sql, [caller(req).mid, start, end]))
        found = []
        for row in rows:
            if _fits(row, query):
                found.append(row)
            if len(found) == RESULT_WINDOW:
                break
        resp.media = paged(found, *page_of(req, HISTORY_PAGE, MAX_HISTORY_PAGE))


ROUTES = {
    "/interaction/v1/interactions/contactexit": ContactExit(),
    "/interaction/v1/interactions/contactexit/status": ContactExitStatus(),
    "/interaction/v1/interactions/contactMembership": Membership(),
    "/interaction/v1/interactions/journeyhistory/search": History(),
}


def _wishes(req: falcon.Request) -> list[dict[str, Any]]:
    wishes = list_body(req)
    if not 0 < len(wishes) <= MAX_CONTACTS:
        raise generic_problem(400, 10005, f"The body must hold 1 to {MAX_CONTACTS} entries")
    return [_wish(wish) for wish in wishes]


def _wish(wish: Any) -> dict[str, Any]:
    given = folded(wish) if isinstance(wish, dict) else {}
    for name in ("ContactKey", "DefinitionKey"):
        if not is_text(given.get(name.lower())) or not given[name.lower()]:
            raise generic_problem(400, 10002, f"{name} is required")
    numbers = given.get("versions") or []
    if not isinstance(numbers, list) or not all(isinstance(one, int) and not isinstance(one, bool) for one in numbers):
        raise generic_problem(400, 10001, "Versions must be a list of whole numbers")
    return {**given, "versions": numbers}


def _told(wish: dict[str, Any], status: list[dict[str, Any]]) -> dict[str, Any]:
    return {"contactKey": wish["contactkey"], "definitionKey": wish["definitionkey"], "status": status}


def _exit_states(req: falcon.Request, wish: dict[str, Any]) -> list[dict[str, Any]]:
    db = database(req)
    row = journeys.find(db, caller(req), f"key:{wish['definitionkey']}")
    if row is None:
        return [{"version": number, "message": IGNORED} for number in wish["versions"] or [1]]
    sql = "select * from journey_exit where journey_id = ? and contact_key = ? order by id desc limit 1"
    found = db.execute(sql, [row["id"], wish["contactkey"]]).fetchone()
    numbers = wish["versions"] or (json.loads(found["versions"]) if found else [1])
    message = UNKNOWN if found is None else (COMPLETED if found["done"] else RECEIVED)
    return [{"version": number, "message": message} for number in numbers]


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    activity = json.loads(row["activity"] or "{}")
    return {
        "definitionId": row["definition_id"],
        "definitionKey": row["key"],
        "definitionName": row["name"],
        "definitionInstanceId": row["instance"],
        "contactKey": row["contact_key"],
        "activityId": activity.get("id"),
        "activityName": activity.get("name") or activity.get("key"),
        "activityType": activity.get("type"),
        "status": row["status"],
        "message": row["message"],
        "transactionTime": iso(row["at"]),
    }


def _date(told: Any, name: str) -> float | None:
    """Return a date as Unix time; one without a zone is in the platform's own."""
    if told in (None, ""):
        return None
    try:
        moment = datetime.fromisoformat(told)
    except (TypeError, ValueError) as error:
        raise generic_problem(400, 10003, f"{name} must be a date") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=PLATFORM_ZONE)).timestamp()


def _fits(row: dict[str, Any], query: dict[str, Any]) -> bool:
    wanted = {name: query.get(named) for named, name in _FILTERS.items()}
    return all(
        not values or str(row[name]).casefold() in [str(value).casefold() for value in values]
        for name, values in wanted.items()
    )
