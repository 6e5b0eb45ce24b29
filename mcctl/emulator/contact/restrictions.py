"""Restricting the processing of contacts: /contacts/v1/contacts/actions/restrict.

A restriction is through a minute after it was asked for; its contacts are not sent to from the beginning.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import falcon

from mcctl.emulator.contact import store as contacts
from mcctl.emulator.contact.contacts import READ, WRITE, date, envelope
from mcctl.emulator.contact.deletions import kind_of, operation_of, wanted_contacts
from mcctl.emulator.core.account import USER
from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import caller, database, folded, generic_problem, json_body, query_params

RESTRICT_SECONDS = 60.0

SCHEMA = """
create table contact_restrict (id integer primary key autoincrement, eid integer not null, mid integer not null,
  keys text not null, list_key text, created real not null);
"""


class Restrict:
    """POST /contacts/v1/contacts/actions/restrict."""

    scopes = {"POST": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Start to restrict contacts."""
        db, who, body = database(req), caller(req), folded(json_body(req, generic_problem))
        keys, list_key = wanted_contacts(req, kind_of(req), body)
        for key in keys:
            contacts.change(db, who.eid, key, status="Restricted")
        sql = "insert into contact_restrict (eid, mid, keys, list_key, created) values (?, ?, ?, ?, ?)"
        number = db.execute(sql, [who.eid, who.mid, json.dumps(keys), list_key, now(db)]).lastrowid
        resp.media = {**envelope(), "operationInitiated": True, "operationID": number, "hasErrors": False}


class RestrictStatus:
    """GET /contacts/v1/contacts/actions/restrict/status."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell how far a restriction is."""
        row = _found(req, query_params(req).get("operationid", ""))
        done = now(database(req)) >= row["created"] + RESTRICT_SECONDS
        resp.media = {
            **envelope(),
            "operationMappings": [],
            "backgroundOperationsSummary": [],
            "numberofRestorableDays": -1,
            "operation": _operation(row, done=done),
        }


class RestrictRetry:
    """POST /contacts/v1/operations/restrict/{operation_id}/retry."""

    scopes = {"POST": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response, operation_id: str) -> None:
        """Say that there is nothing to restart: no restriction fails here."""
        row = _found(req, operation_id)
        resp.media = {**envelope(), "operationID": row["id"], "operationRestarted": False}


ROUTES = {
    "/contacts/v1/contacts/actions/restrict": Restrict(),
    "/contacts/v1/contacts/actions/restrict/status": RestrictStatus(),
    "/contacts/v1/operations/restrict/{operation_id}/retry": RestrictRetry(),
}


def _found(req: falcon.Request, number: str) -> sqlite3.Row:
    return operation_of(req, "contact_restrict", number, 400)


def _operation(row: sqlite3.Row, *, done: bool) -> dict[str, Any]:
    count = len(json.loads(row["keys"]))
    return {
        "isRestrictedForProcessing": True,
        "listTypeID": 3 if row["list_key"] else 5,
        "listKey": row["list_key"] or "",
        "expectedListCount": count,
        "actualListCount": count if done else 0,
        "deleteType": "ContactAndAttributes",
        "operationID": row["id"],
        "eID": row["eid"],
        "mID": row["mid"],
        "employeeID": USER["id"],
        "status": "Completed" if done else "Processing",
        "startTime": date(row["created"]),
        "endTime": date(row["created"] + RESTRICT_SECONDS) if done else "",
        "retryCount": 0,
        "createdDate": date(row["created"]),
        "createdBy": USER["id"],
    }
