"""From addresses and domains: /messaging/v1/domainverification.

Tenants answer writes with a sentence as plain text. docs silent: what becomes of the verification mail; here an address
is verified at once, and a domain is that of the account or not found.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.emulator import auth
from mcctl.emulator.asset.filters import EVERYTHING, Condition, Searchable, order_of
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.app import App
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    Refusal,
    caller,
    database,
    flag_of,
    folded,
    is_text,
    json_body,
    list_body,
    page_of,
    query_params,
)
from mcctl.emulator.de import definitions as de

READ = "email_write"  # what the documents ask for, of reads too
PAGE_SIZE = 50
_ADDRESS = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")
_DOMAIN = re.compile(r"[^\s@./]+(\.[^\s@./]+)+")
_FILTER = re.compile(r"\s*(\w+)\s+in\s*\(\s*'([^']*)'\s*\)\s*", re.IGNORECASE)
_COLUMNS = {
    "domain": "domain",
    "status": "'Verified'",
    "issendable": "sendable",
    "domaintype": "type",
    "modifieddate": "modified",
}
DOMAINS = Searchable(_COLUMNS)

SCHEMA = """
create table sender_domain (id integer primary key autoincrement, mid integer not null, eid integer not null,
  domain text not null collate nocase, type text not null, sendable integer not null, sent real not null,
  modified real not null);
create unique index sender_domain_name on sender_domain (mid, domain);
"""


def seed(db: sqlite3.Connection) -> None:
    """Create the demo account's sending domain and From address."""
    for domain, kind in (("mail.nto.example", "SAP"), ("hello@nto.example", "UserDomain")):
        _insert(db, ENTERPRISE, ENTERPRISE, domain, kind)


class Domains:
    """GET and POST /messaging/v1/domainverification."""

    scopes = {"GET": READ, "POST": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List one page."""
        params = query_params(req)
        order = order_of(params.get("$orderby", "")) or [("domaintype", "asc")]
        try:
            sql = DOMAINS.order([*order, ("domain", "asc")])
        except Refusal as error:
            names = "domain, status, issendable, domaintype, modifieddate"
            raise _problem(
                400, 0, f"Invalid field name provided for orderBy. Sorting is supported on {names}."
            ) from error
        condition = _filtered(params.get("$filter"))
        where = f"where mid = ? and {condition.sql}"
        values = [caller(req).mid, *condition.values]
        rows = database(req).execute(f"select * from sender_domain {where} order by {sql}", values).fetchall()
        page, size = page_of(req, PAGE_SIZE, 500, _problem)
        shown = [_shown(row) for row in rows[(page - 1) * size : page * size]]
        resp.media = {"page": page, "pageSize": size, "count": len(rows), "items": shown}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Register a From address."""
        db, who = database(req), caller(req)
        domain: Any = folded(json_body(req, _problem)).get("domain")
        if not is_text(domain) or not (_ADDRESS.fullmatch(domain) or _DOMAIN.fullmatch(domain)):
            raise _problem(400, 0, "Invalid email address")
        _insert(db, who.mid, who.eid, domain, "UserDomain" if "@" in domain else "PrivateDomain")
        resp.status = 201
        _say(resp, f"{domain} successfully added.")


class BulkInsert:
    """POST /messaging/v1/domainverification/bulk/insert."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Register many From addresses, given here or in a column of a data extension."""
        db, who, body = database(req), caller(req), folded(json_body(req, _problem))
        if not is_text(body.get("notificationemail")):
            raise _problem(400, 0, "NotificationEmail is required")
        addresses = body.get("addresses") or _column_of(req, body)
        if not isinstance(addresses, list) or not all(is_text(one) and _ADDRESS.fullmatch(one) for one in addresses):
            raise _problem(400, 0, "Invalid email address")
        for address in addresses:
            _insert(db, who.mid, who.eid, address, "UserDomain")
        resp.status = 201
        resp.media = {"requestID": str(uuid.uuid4())}


class Change:
    """POST /messaging/v1/domainverification/{delete|update}: a bare array of addresses."""

    scopes = {"POST": READ}

    def __init__(self, what: str) -> None:
        self._what = what

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Remove addresses, or make them sendable or not; both are told in the same words."""
        done = 0
        for one in list_body(req, _problem):
            given = folded(one) if isinstance(one, dict) else {}
            address = given.get("emailaddress") or given.get("domain")
            if not is_text(address):
                raise _problem(400, 0, "Invalid email address")
            done += self._change(req, str(address), given)
        _say(resp, f"{done} records successfully updated!")

    def _change(self, req: falcon.Request, address: str, given: dict[str, Any]) -> int:
        db, mid = database(req), caller(req).mid
        if self._what == "delete":
            if given.get("domaintype") != "UserDomain":
                raise _problem(400, 0, "Invalid request")
            sql = "delete from sender_domain where mid = ? and domain = ? and type = 'UserDomain'"
            return db.execute(sql, [mid, address]).rowcount
        sendable = flag_of(given.get("issendable"))
        if sendable is None:
            raise _problem(400, 0, "Invalid request")
        sql = "update sender_domain set sendable = ?, modified = ? where mid = ? and domain = ?"
        return db.execute(sql, [sendable, now(db), mid, address]).rowcount


class Push:
    """POST /messaging/v1/domainverification/push."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Copy domains to the business units below; one result for each."""
        db, who, body = database(req), caller(req), folded(json_body(req, _problem))
        wanted = body.get("domainlist")
        if not isinstance(wanted, list) or not all(map(is_text, wanted)):
            raise _problem(400, 0, "Invalid domain. Can't verify the domain.")
        resp.media = [{"domain": one, "message": _pushed(db, who.mid, who.eid, one)} for one in wanted]


class Register:
    """POST /messaging/v1/domainverification/register."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Give the token for the DNS record that proves ownership."""
        domain: Any = folded(json_body(req, _problem)).get("domain")
        if not is_text(domain) or not _DOMAIN.fullmatch(domain):
            raise _problem(403, 0, "Invalid domain")
        resp.media = {"domain": domain, "key": _key(caller(req).mid, domain)}


class Verify:
    """POST /messaging/v1/domainverification/verify."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell whether a domain is registered."""
        domain = folded(json_body(req, _problem)).get("domain")
        sql = "select domain from sender_domain where mid = ? and domain = ?"
        row = database(req).execute(sql, [caller(req).mid, domain]).fetchone() if is_text(domain) else None
        if row is None:
            raise _problem(400, 0, "Invalid domain. Can't verify the domain.")
        resp.media = {"Domain": row["domain"], "Key": _key(caller(req).mid, row["domain"])}


_PLACE = "/messaging/v1/domainverification"
ROUTES = {
    _PLACE: Domains(),
    f"{_PLACE}/bulk/insert": BulkInsert(),
    f"{_PLACE}/delete": Change("delete"),
    f"{_PLACE}/update": Change("update"),
    f"{_PLACE}/push": Push(),
    f"{_PLACE}/register": Register(),
    f"{_PLACE}/verify": Verify(),
}
APP = App(routes=ROUTES, schema=SCHEMA, seeds=(seed,))


def _problem(status: int, code: int, message: str) -> Refusal:
    return Refusal(status, {"message": message, "errorcode": str(code), "description": ""})


def _say(resp: falcon.Response, text: str) -> None:
    resp.content_type, resp.text = "text/plain", text


def _insert(db: sqlite3.Connection, mid: int, eid: int, domain: str, kind: str) -> None:
    names = "mid, eid, domain, type, sendable, sent, modified"
    sql = f"insert or ignore into sender_domain ({names}) values (?, ?, ?, ?, 1, ?, ?)"
    db.execute(sql, [mid, eid, domain, kind, now(db), now(db)])


def _filtered(text: str | None) -> Condition:
    if not text:
        return EVERYTHING
    found = _FILTER.fullmatch(text)
    if found is None or found[1].lower() not in _COLUMNS:
        raise _problem(400, 0, f"Invalid filter {text!r}")
    wanted = found[2].removesuffix("y") + "ied" if found[2].lower() == "verify" else found[2]
    return Condition(f"{_COLUMNS[found[1].lower()]} = ? collate nocase", (wanted,))


def _column_of(req: falcon.Request, body: dict[str, Any]) -> list[Any]:
    """Return the values in a column of a data extension, which is named by its name."""
    db, who = database(req), caller(req)
    if not is_text(body.get("detable")) or not is_text(body.get("decolumn")):
        raise _problem(400, 0, "Addresses, or DETable and DEColumn, are required")
    row = de.named(db, who.mid, body["detable"])
    place = de.table_of(db, row).place(body["decolumn"]) if row else None
    if row is None or place is None:
        raise _problem(400, 0, "DETable and DEColumn must name a column that there is")
    return [value for _, value in de.table_of(db, row).rows("", [], "id", [place], 1_000_000, 0) if value]


def _pushed(db: sqlite3.Connection, mid: int, eid: int, domain: str) -> str:
    if mid != eid:
        return "Not an Enterprise Account"
    row = db.execute("select * from sender_domain where mid = ? and domain = ?", [mid, domain]).fetchone()
    if row is None:
        return "Invalid domain. Can't verify the domain."
    for child in auth.children(db, eid):
        _insert(db, child, eid, row["domain"], row["type"])
    return "Success"


def _key(mid: int, domain: str) -> str:
    digest = hashlib.sha256(json.dumps([mid, domain.lower()]).encode()).hexdigest()
    return f"SFMC-{digest[:40]}"


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "enterpriseId": row["eid"],
        "domain": row["domain"],
        "status": "Verified",
        "domainType": row["type"],
        "isSendable": bool(row["sendable"]),
        "memberId": row["mid"],
        "emailSendTime": iso(row["sent"]),
    }
