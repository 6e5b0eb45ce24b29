"""Triggered sends of Email Studio: /messaging/v1/messageDefinitionSends.

Their definitions are made and started by SOAP, or in the user interface; one is there from the beginning. What is wrong
with a recipient is told with 202. docs silent on the answer to a synchronous send that comes off, and to an unknown
record: here the same as to a queued one, and 404.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.ampscript.errors import AmpscriptError
from mcctl.emulator.asset import store as assets
from mcctl.emulator.contact import store as contacts
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.app import App
from mcctl.emulator.core.state import add_to_outbox, add_unsent, iso, now, timestamp
from mcctl.emulator.core.web import Refusal, caller, database, generic_problem, is_text, json_body
from mcctl.emulator.rendering.blocks import email_of
from mcctl.emulator.rendering.messages import Mailroom, NotBuilt, Recipient, template_of
from mcctl.emulator.tracking.store import Job, Sent, add_sent, is_unsubscribed
from mcctl.emulator.tx.sending import not_sent_code, status_names

READ, SEND = "email_read", "email_send"
QUEUE_SECONDS = 1.0
DEMO_ID = "5e0d0000-0000-4000-8000-000000000301"
NO_SUBSCRIBERS = 180008

SCHEMA = """
create table triggered_send (guid text primary key, mid integer not null, eid integer not null, key text not null,
  email text not null);
create table triggered_message (id text primary key, send_guid text not null, address text not null,
  contact_key text not null, attributes text not null, accepted real not null, state text not null, reason text,
  contact_id integer, settled real);
"""


def seed(db: sqlite3.Connection) -> None:
    """Have the demo account's triggered send, which is started."""
    values = [DEMO_ID, ENTERPRISE, ENTERPRISE, "nto-welcome-trigger", "nto-welcome-series"]
    db.execute("insert into triggered_send values (?, ?, ?, ?, ?)", values)


class Send:
    """POST .../{ref}/send: an id, or key: and the key."""

    scopes = {"POST": SEND}

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Queue a message, or, where it is asked for, send it at once."""
        db, row = database(req), _found(req, ref)
        body = json_body(req, generic_problem)
        to = _object(body, "To")
        resp.status = 202
        address = to.get("Address")
        if not is_text(address) or "@" not in str(address):
            resp.media = {"recipientSendId": "", "hasErrors": True, "messages": ["InvalidOrMissingToAddress"]}
            return
        key = to.get("SubscriberKey") or address
        attributes = _object(_object(to, "ContactAttributes"), "SubscriberAttributes")
        if not is_text(key):
            raise generic_problem(400, 10001, "To is not in order")
        is_now = str(_object(body, "Options").get("RequestType", "ASYNC")).upper() == "SYNC"
        number = str(uuid.uuid4())
        values = [number, row["guid"], address, key, json.dumps(attributes), now(db)]
        sql = "insert into triggered_message (id, send_guid, address, contact_key, attributes, accepted, state)"
        db.execute(f"{sql} values (?, ?, ?, ?, ?, ?, 'Queued')", values)
        resp.media = _answer(db, number, is_now=is_now)


class Delivery:
    """GET .../{ref}/deliveryRecords/{number}."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str, number: str) -> None:
        """Tell what became of a message."""
        row = _found(req, ref)
        sql = "select * from triggered_message where send_guid = ? and id = ?"
        one = database(req).execute(sql, [row["guid"], number.lower()]).fetchone()
        if one is None:
            raise generic_problem(404, 30003, "The delivery record does not exist")
        head = {"id": row["guid"], "messageId": one["id"], "status": one["state"]}
        if one["state"] == "Sent":
            to = {"address": one["address"], "id": one["contact_id"], "key": one["contact_key"]}
            head |= {"deliveryTime": iso(one["settled"]), "to": to}
        elif one["state"] == "Error":
            head |= {
                "to": {"address": "", "id": 0, "key": ""},
                "messageErrors": [{"messageErrorStatus": one["reason"]}],
            }
        resp.media = head


def elapse(db: sqlite3.Connection) -> None:
    """Send what was queued."""
    sql = "select id from triggered_message where state = 'Queued' and accepted <= ? order by accepted"
    for row in db.execute(sql, [now(db) - QUEUE_SECONDS]).fetchall():
        _settle(db, row["id"])


def _object(one: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the object under a name; an empty one where there is none."""
    found = one.get(name)
    return found if isinstance(found, dict) else {}


def _answer(db: sqlite3.Connection, number: str, *, is_now: bool) -> dict[str, Any]:
    head: dict[str, Any] = {"recipientSendId": number, "hasErrors": False, "messages": ["Queued"]}
    if is_now:
        _settle(db, number)
        one = db.execute("select * from triggered_message where id = ?", [number]).fetchone()
        if one["state"] == "Error":
            error = {"messageErrorCode": NO_SUBSCRIBERS, "messageErrorStatus": one["reason"]}
            head |= {"hasErrors": True, "messages": [], "messageErrors": [error]}
        else:
            head["messages"] = ["Sent"]
    return {"requestId": number, "responses": [head]}


def _settle(db: sqlite3.Connection, number: str) -> None:
    """Send a message, or say why it is not sent."""
    sql = "select * from triggered_message join triggered_send on guid = send_guid where id = ?"
    row = db.execute(sql, [number]).fetchone()
    moment, eid = now(db), row["eid"]
    contact = contacts.ensure(db, eid, row["contact_key"], email=row["address"])
    message = {"channel": "email", "to": row["address"], "contactKey": row["contact_key"], "send": row["key"],
               "sentAt": timestamp(moment)}  # fmt: skip
    reason, parts = _rendered(db, row)
    state = "Error" if reason else "Sent"
    sql = "update triggered_message set state = ?, reason = ?, contact_id = ?, settled = ? where id = ?"
    db.execute(sql, [state, reason or None, contact["id"], moment, number])
    if reason:
        add_unsent(db, message, reason)
        return
    add_to_outbox(db, {**message, **parts})
    job = Job(f"triggered:{row['guid']}", row["key"], parts.get("subject", ""), "Triggered Sends", "Default Commercial",
              row["guid"], row["key"])  # fmt: skip
    sent = Sent(row["mid"], eid, contact["id"], row["contact_key"], "email", row["address"])
    add_sent(db, job, sent, moment)


def _rendered(db: sqlite3.Connection, row: sqlite3.Row) -> tuple[str, dict[str, str]]:
    """Return why a message is not sent, or "", and its parts."""
    if is_unsubscribed(db, row["eid"], row["contact_key"]):
        return "Unsubscribed", {}
    if code := not_sent_code(row["address"]):
        return status_names()[code], {}
    email = email_of(db, assets.by_key(db, row["eid"], row["email"]), row["eid"])
    mailroom = Mailroom(db)
    try:
        template = template_of(email or {})
        recipient = Recipient(row["address"], row["contact_key"], json.loads(row["attributes"]))
        parts = mailroom.render(row["eid"], row["mid"], template, recipient).parts
    except NotBuilt as error:
        return error.reason, {}
    except AmpscriptError as error:
        return str(error), {}
    mailroom.finish()
    return "", parts


def _found(req: falcon.Request, ref: str) -> sqlite3.Row:
    """Return a triggered send by its id, or by key: and its key. Raises a 404 Refusal."""
    column, value = ("key", ref[4:]) if ref.startswith("key:") else ("guid", ref.removeprefix("id:").lower())
    sql = f"select * from triggered_send where mid = ? and {column} = ?"
    row: sqlite3.Row | None = database(req).execute(sql, [caller(req).mid, value]).fetchone()
    if row is None:
        raise _unknown()
    return row


def _unknown() -> Refusal:
    return generic_problem(404, 30003, "The triggered send definition does not exist")


_HOME = "/messaging/v1/messageDefinitionSends/{ref}"
APP = App(
    routes={f"{_HOME}/send": Send(), f"{_HOME}/deliveryRecords/{{number}}": Delivery()},
    schema=SCHEMA,
    content=(seed,),
    elapse=elapse,
)
