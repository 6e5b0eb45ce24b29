"""The audit trail: /data/v1/audit. What was written, and who logged in, as the request log has it."""

from __future__ import annotations

import sqlite3
import uuid
from datetime import datetime, timedelta
from typing import Any

import falcon

from mcctl.emulator.core.account import USER
from mcctl.emulator.core.app import App
from mcctl.emulator.core.state import iso, logged_requests, now
from mcctl.emulator.core.web import caller, content_problem, database, positive, query_params

READ = "tracking_events_read"
PAGE_SIZE = 50
_KEPT_DAYS = 30
_OPERATIONS = {"POST": (1, "Create"), "PUT": (2, "Update"), "PATCH": (2, "Update"), "DELETE": (3, "Delete")}
_READS = ("query", "search", "subscriptions", "status")
"""Last words of routes that read by POST."""
_EMPLOYEE = {"employeeName": USER["name"], "userName": "ada"}


class _Events:
    """What both kinds of events have in common: they come in an array of one page."""

    scopes = {"GET": READ}
    condition: str

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List one page."""
        params, db = query_params(req), database(req)
        direction = (params.get("$orderby") or "createdDate asc").lower().split()
        if direction[:1] != ["createddate"] or direction[1:] not in ([], ["asc"], ["desc"]):
            raise content_problem(400, 10005, "$orderBy must be createdDate, and asc or desc")
        start, end = _range(db, params)
        logged = logged_requests(db, self.condition, direction[-1] if direction[1:] else "asc")
        found = [row for row in logged if start <= _at(row) <= end and _last(row) not in _READS]
        page = positive(params.get("$page"), 1, "$page")
        size = positive(params.get("$pagesize"), PAGE_SIZE, "$pagesize")
        items = [self.shown(req, row) for row in found[(page - 1) * size : page * size]]
        resp.media = [{"page": page, "pageSize": size, "count": len(found), "items": items}]

    def shown(self, req: falcon.Request, row: dict[str, Any]) -> dict[str, Any]:
        """Return an event as the API shows it."""
        raise NotImplementedError


class AuditEvents(_Events):
    """GET /data/v1/audit/auditEvents."""

    condition = "method != 'GET' and status < 300 and path like '/%/v%/%' and path not like '/v2/%'"

    def shown(self, req: falcon.Request, row: dict[str, Any]) -> dict[str, Any]:
        """Return what was done to which object."""
        number, operation = _OPERATIONS.get(row["method"], (0, row["method"]))
        app, name = row["path"].strip("/").split("/")[0], row["path"].strip("/").split("/")[-1]
        return {
            **_common(req, row),
            "employee": {"id": USER["id"], **_EMPLOYEE},
            "objectType": {"id": app, "name": app},
            "operation": {"id": number, "name": operation},
            "object": {"id": row["path"], "name": name},
            "transactionId": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{row['id']}{row['at']}")),
        }


class SecurityEvents(_Events):
    """GET /data/v1/audit/securityEvents."""

    condition = "path = '/v2/token' and status is not null"

    def shown(self, req: falcon.Request, row: dict[str, Any]) -> dict[str, Any]:
        """Return a login, and how it ended."""
        succeeded = row["status"] < 300
        return {
            **_common(req, row),
            "employee": _EMPLOYEE,
            "ipAddress": "127.0.0.1",
            "eventType": {"id": 1, "name": "API login"},
            "loginStatus": {"id": 1 if succeeded else 2, "name": "Success" if succeeded else "Failed"},
            "eventSource": {"id": 2, "name": "API"},
        }


ROUTES = {
    "/data/v1/audit/auditEvents": AuditEvents(),
    "/data/v1/audit/securityEvents": SecurityEvents(),
}


def _range(db: sqlite3.Connection, params: dict[str, str]) -> tuple[str, str]:
    """Return the first and the last moment that are asked for: the last 30 days unless told otherwise."""
    moment = datetime.fromisoformat(iso(now(db)))
    start = params.get("startdate") or (moment - timedelta(days=_KEPT_DAYS)).isoformat()
    end = params.get("enddate") or (moment + timedelta(seconds=1)).isoformat()
    try:
        dates = [datetime.fromisoformat(text).replace(tzinfo=None) for text in (start, end)]
    except ValueError as error:
        raise content_problem(400, 10003, "startdate and enddate must be dates") from error
    if dates[0] >= dates[1]:
        raise content_problem(400, 10005, "startdate must be before enddate")
    return dates[0].isoformat(), dates[1].isoformat()


def _at(row: dict[str, Any]) -> str:
    at: str = row["at"]
    return at.removesuffix("-06:00")


def _last(row: dict[str, Any]) -> str:
    path: str = row["path"]
    return path.rstrip("/").rpartition("/")[2].lower()


def _common(req: falcon.Request, row: dict[str, Any]) -> dict[str, Any]:
    who = caller(req)
    return {"id": row["id"], "createdDate": _at(row), "memberId": who.mid, "enterpriseId": who.eid}


APP = App(routes=ROUTES)
