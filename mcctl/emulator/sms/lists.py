"""MobileConnect sends to lists: /sms/v1/messageList.

Lists of a request replace those of the message. docs silent on the success of a delivery report: 202 without a body.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import falcon

from mcctl.emulator.core import files
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import Caller, caller, database, flag_of, sms_body, string_errors
from mcctl.emulator.sms import jobs as texting
from mcctl.emulator.sms import talk as mobile
from mcctl.emulator.sms.jobs import Recipient
from mcctl.emulator.sms.sends import (
    LIST,
    Deliveries,
    accept,
    flag_faults,
    job_of,
    message_of,
    override_faults,
    text_faults,
)
from mcctl.emulator.sms.talk import LIST_ID
from mcctl.emulator.sms.timing import timing_faults

_TEXTS = ("messagetext", "contenturl")
_FLAGS = (
    "overridetemplatetargetlists", "overridetemplateexclusionlists", "ignoreexclusionlists", "overridemessagetext",
    "allowduplication",
)  # fmt: skip
_KINDS = (
    ("target", "targetlistids", "overridetemplatetargetlists"),
    ("exclusion", "exclusionlistids", "overridetemplateexclusionlists"),
)

SCHEMA = """
create table sms_list (id integer primary key, mid integer not null, name text not null, refreshed real not null);
create table sms_member (list_id integer not null, number text not null, contact_key text not null,
  primary key (list_id, number));
"""
DEFAULT_LIST, EXCLUDED_LIST = 123, 124


def seed(db: sqlite3.Connection) -> None:
    """Create a list of subscribers, which messages are for unless told otherwise, and one that is left out."""
    sql = "insert into sms_list (id, mid, name, refreshed) values (?, ?, ?, ?)"
    lists = [(DEFAULT_LIST, "NTO Hikers"), (EXCLUDED_LIST, "NTO Quiet")]
    db.executemany(sql, [(number, ENTERPRISE, name, now(db)) for number, name in lists])
    members = [("13175550101", "nto-1001"), ("13175550103", "nto-1003")]
    db.executemany("insert into sms_member values (?, ?, ?)", [(DEFAULT_LIST, *member) for member in members])


class Send:
    """POST /sms/v1/messageList/{id}/send."""

    scopes = {"POST": "sms_send"}

    def on_post(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Queue a text for the members of lists."""
        db, who, body = database(req), caller(req), sms_body(req)
        message = message_of(db, who, name, LIST)
        faults = [*_faults(db, who, message, body), *timing_faults(body)]
        if faults:
            raise string_errors(faults)
        recipients: list[Recipient] = [(row["number"], row["contact_key"], {}) for row in _members(db, who, body)]
        accept(req, resp, message, recipients, body)


class Report:
    """POST .../deliveryReport/{tokenId}."""

    scopes = {"POST": "sms_read"}

    def on_post(self, req: falcon.Request, resp: falcon.Response, name: str, token: str) -> None:
        """Put a report of a send into the FTP folder."""
        job = job_of(database(req), caller(req), name, token, LIST)
        write_report(req, job)
        resp.status = 202


ROUTES = {
    "/sms/v1/messageList/{name}/send": Send(),
    "/sms/v1/messageList/{name}/deliveries/{token}": Deliveries(LIST),
    "/sms/v1/messageList/{name}/deliveryReport/{token}": Report(),
}


def write_report(req: falcon.Request, job: sqlite3.Row) -> None:
    """Write the delivery report of a send under the name in the request. Raises a 400 Refusal."""
    body = sms_body(req)
    name = body.get("filename")
    if not isinstance(name, str) or not name.strip() or "/" in name or list(text_faults(body, ("filename",))):
        raise string_errors(["A file name must be specified."])
    files.put(database(req), caller(req).mid, name, texting.report(database(req), job))


def find_list(db: sqlite3.Connection, mid: int, name: Any) -> sqlite3.Row | None:
    """Return a list by its encoded id; None if the business unit has none of that id."""
    rows = db.execute("select * from sms_list where mid = ?", [mid])
    return next((row for row in rows if mobile.encode(row["id"], LIST_ID) == name), None)


def _faults(db: sqlite3.Connection, who: Caller, message: sqlite3.Row, body: dict[str, Any]) -> Iterator[str]:
    if message["status"] != "Active":
        yield "The Message must be in Active status in order to send."
    typed = [*text_faults(body, _TEXTS), *flag_faults(body, _FLAGS)]
    yield from typed
    if typed:
        return
    for kind, ids, flag in _KINDS:
        yield from _list_faults(db, who, body, kind, ids, flag)
    ignoring = flag_of(body.get("ignoreexclusionlists"))
    if ignoring and "exclusionlistids" in body:
        yield "Exclusion list ids cannot be specified when IgnoreExclusionLists is true."
    if ignoring and flag_of(body.get("overridetemplateexclusionlists")):
        yield "OverrideTemplateExclusionLists cannot be true when IgnoreExclusionLists is true."
    yield from override_faults(message, body, "OverrideMessageText")


def _list_faults(
    db: sqlite3.Connection, who: Caller, body: dict[str, Any], kind: str, ids: str, flag: str
) -> Iterator[str]:
    title = kind.capitalize()
    override = flag_of(body.get(flag))
    if ids not in body:
        if override:
            yield f"Cannot override template {kind} lists when no {kind} list ids are specified."
        return
    given = body[ids]
    if not override:
        yield f"{title}ListIds is not applicable when OverrideTemplate{title}Lists is false."
    if not isinstance(given, list) or not given:
        yield f"The count of {title} List IDs cannot be zero."
        return
    yield from (f"{title} list id [{one}] is invalid." for one in given if find_list(db, who.mid, one) is None)


def _members(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> list[sqlite3.Row]:
    """Return the members of the lists meant: each once, unless duplicates are allowed, and none that is left out."""
    wanted = [find_list(db, who.mid, one) for one in body.get("targetlistids") or []]
    left_out = [find_list(db, who.mid, one) for one in body.get("exclusionlistids") or []]
    targets = [one["id"] for one in wanted if one] or [DEFAULT_LIST]
    excluded = [one["id"] for one in left_out if one] or [EXCLUDED_LIST]
    if flag_of(body.get("ignoreexclusionlists")):
        excluded = []
    sql = "select * from sms_member where list_id = ? order by rowid"
    numbers = {row["number"] for one in excluded for row in db.execute(sql, [one])}
    members = [row for one in targets for row in db.execute(sql, [one]) if row["number"] not in numbers]
    if flag_of(body.get("allowduplication")):
        return members
    return list({row["number"]: row for row in reversed(members)}.values())[::-1]
