"""What becomes of an accepted transactional message as time goes by: sent and in the outbox, or not sent.

A message waits one second, then it is rendered and sent, if its definition is active; after three days it is given up.
The recipient's address decides what happens to it, so that every outcome can be rehearsed:

    27@notsent.example     not sent, with status code 27 (any code of the vendor's table)
    any@bounce.example     sent, and bounces hard; any@softbounce.example bounces softly
    1500555CCCC            an SMS that is not sent, with code CCCC of that table; 15005554500 is sent, but undeliverable

Personalization strings and AMPscript are rendered with the recipient's attributes and the emulator's data extensions. A
message that cannot be rendered is not sent: 103 MessageBuildError, 104 RecursiveScriptError, 111 ScriptRaiseError.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mcctl.ampscript.errors import AmpscriptError
from mcctl.emulator.asset import store as asset_store
from mcctl.emulator.contact import store as contacts
from mcctl.emulator.core.state import add_to_outbox, add_unsent, now, timestamp
from mcctl.emulator.ens import delivery as ens_delivery
from mcctl.emulator.rendering.blocks import email_of
from mcctl.emulator.rendering.messages import Mailroom, NotBuilt, Recipient, Template, template_of
from mcctl.emulator.tracking.store import Job, Sent, add_sent
from mcctl.emulator.tx.checks import push_text

QUEUE_SECONDS = 1.0
KEPT_QUEUED_SECONDS = 3 * 86400
TIMED_OUT, NO_SUBSCRIBER = 139, 11
_NOT_SENT_ADDRESS = re.compile(r"(\d+)@notsent\.example|1500555(\d{4})", re.IGNORECASE)
_UNDELIVERABLE = re.compile(r"1500555450\d")
_BOUNCES = {"HARD": "@bounce.example", "SOFT": "@softbounce.example"}
_NO_SUCH_USER = "550 5.1.1 No such user"

SCHEMA = """
create table message (id integer primary key autoincrement, definition_id integer not null, mid integer not null,
  channel text not null, key text not null, contact_key text not null, address text not null, attributes text not null,
  text text, accepted real not null, state text not null default 'Queued', settled real, code integer,
  reason text, contact_id integer);
create index message_key on message (mid, channel, key);
create index message_queued on message (accepted) where state = 'Queued';
create index message_not_sent on message (mid, channel, id) where state = 'NotSent';
"""

_QUEUED = """select message.*, definition.eid, definition.key as definition_key, definition.guid, definition.doc,
  definition.status as definition_status from message join definition on definition.id = message.definition_id
  where message.state = 'Queued' and """
_DUE = f"{_QUEUED} accepted <= ? and (definition_status = 'Active' or accepted <= ?) order by message.id"
_OF_DEFINITION = f"{_QUEUED} definition_id = ? order by message.id"


@cache
def status_names() -> dict[int, str]:
    """Return the status codes of messages that are not sent, with their names."""
    text = (Path(__file__).parents[1] / "data" / "not-sent-codes.tsv").read_text(encoding="utf-8")
    return {int(code): name for code, name in (line.split("\t") for line in text.splitlines())}


def elapse(db: sqlite3.Connection) -> None:
    """Send, or give up, every message whose time has come."""
    moment = now(db)
    due = db.execute(_DUE, [moment - QUEUE_SECONDS, moment - KEPT_QUEUED_SECONDS]).fetchall()
    events: list[dict[str, Any]] = []
    outgoing: list[dict[str, Any]] = []
    mailroom, emails = Mailroom(db), _Emails(db)
    for message in due:
        definition = json.loads(message["doc"])
        contact_id = _contact(db, message, definition.get("subscriptions") or {})
        end = _End(_not_sent_code(message, contact_id))
        if not end.code:
            try:
                rendered = mailroom.render(
                    message["eid"], message["mid"], emails.template(message, definition), _recipient(message)
                )
            except NotBuilt as error:
                end = _End(error.code, error.reason)
        _settle(db, message, end, contact_id, moment)
        if end.code:
            add_unsent(db, _outgoing(message, definition, {}, moment), status_message(end.code, end.reason))
            if message["channel"] != "push":  # no event of pushes is known
                events.append(_event(message, contact_id, "NotSent", moment, _not_sent_info(message["channel"], end)))
            continue
        writes = {"writes": mailroom.told(rendered.writes)} if rendered.writes else {}
        bounce = {"bounced": text} if (text := _bounce(message)) else {}
        outgoing.append({**_outgoing(message, definition, rendered.parts, moment), **bounce, **writes})
        _track(db, message, rendered.parts, contact_id or 0, moment)
        if message["channel"] != "push":
            events += _sent_events(message, contact_id, rendered.parts.get("subject", ""), moment)
    mailroom.finish()
    for one in outgoing:
        add_to_outbox(db, one)
    ens_delivery.queue(db, events)


def _track(db: sqlite3.Connection, message: sqlite3.Row, parts: dict[str, str], contact_id: int, moment: float) -> None:
    """Take note of a message that was sent, for the data views."""
    number, key = message["definition_id"], message["definition_key"]
    job = Job(f"definition:{number}", key, parts.get("subject", ""), "Triggered Sends", "Default Transactional",
              message["guid"], key, number)  # fmt: skip
    text = parts.get("text", "") if message["channel"] == "sms" else ""
    sent = Sent(message["mid"], message["eid"], contact_id, message["contact_key"], message["channel"],
                message["address"], text, message["id"])  # fmt: skip
    add_sent(db, job, sent, moment, _bounce(message))


def status_message(code: int, reason: str | None) -> str:
    """Return the name of a status code, and behind it what a template says of the reason."""
    return f"{status_names()[code]}: {reason}" if reason else status_names()[code]


class _End(NamedTuple):
    """How a message ends. code: None where it is sent. reason: in words, where a template tells it."""

    code: int | None
    reason: str = ""


class _Emails:
    """The e-mails of definitions as templates, each put together once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[tuple[int, str], Template] = {}

    def template(self, message: sqlite3.Row, definition: dict[str, Any]) -> Template:
        """Return what a message is rendered from. Raises NotBuilt."""
        if message["channel"] == "sms":
            return Template({"text": message["text"] or definition["content"]["message"]})
        eid, key = message["eid"], definition["content"]["customerKey"]
        if message["channel"] == "push":
            return Template({"text": push_text(self._db, eid, key) or ""})
        if (eid, key) not in self._known:
            row = asset_store.by_key(self._db, eid, key)
            try:
                self._known[eid, key] = template_of(email_of(self._db, row, eid) or {})
            except AmpscriptError as error:
                raise NotBuilt(error) from None
        return self._known[eid, key]


def not_sent(db: sqlite3.Connection, definition: sqlite3.Row, code: int) -> None:
    """Give up everything that a definition has queued, with a status code."""
    moment = now(db)
    events = []
    for message in db.execute(_OF_DEFINITION, [definition["id"]]).fetchall():
        _settle(db, message, _End(code), None, moment)
        events.append(_event(message, None, "NotSent", moment, _not_sent_info(message["channel"], _End(code))))
    ens_delivery.queue(db, events)


def _not_sent_code(message: sqlite3.Row, contact_id: int | None) -> int | None:
    if message["definition_status"] != "Active":
        return TIMED_OUT
    if contact_id is None or (message["channel"] == "push" and not message["address"]):
        return NO_SUBSCRIBER
    return not_sent_code(message["address"])


def not_sent_code(address: str) -> int | None:
    """Return the status code with which a message to an address is not sent; None where it is sent."""
    found = _NOT_SENT_ADDRESS.fullmatch(address)
    code = int(found[1] or found[2]) if found else 0
    return code if code in status_names() else None


def _contact(db: sqlite3.Connection, message: sqlite3.Row, subscriptions: dict[str, Any]) -> int | None:
    """Return the id of the recipient's contact, made or updated as the definition says; None if it must not be made."""
    eid, key = message["eid"], message["contact_key"]
    if message["channel"] == "push":
        return int(contacts.ensure(db, eid, key)["id"])
    column = "email" if message["channel"] == "email" else "mobile"
    row = contacts.find(db, eid, key)
    if row is None and not subscriptions.get("autoAddSubscriber", True):
        return None
    if row is None:
        row = contacts.ensure(db, eid, key, **{column: message["address"]})
    elif row[column] != message["address"] and subscriptions.get("updateSubscriber", True):
        contacts.change(db, eid, key, **{column: message["address"]})
    contact_id: int = row["id"]
    return contact_id


def _settle(db: sqlite3.Connection, message: sqlite3.Row, end: _End, contact_id: int | None, moment: float) -> None:
    db.execute(
        "update message set state = ?, settled = ?, code = ?, reason = ?, contact_id = ? where id = ?",
        ["NotSent" if end.code else "Sent", moment, end.code, end.reason or None, contact_id, message["id"]],
    )


def _recipient(message: sqlite3.Row) -> Recipient:
    job = str(message["definition_id"])
    return Recipient(message["address"], message["contact_key"], json.loads(message["attributes"]), job)


def _outgoing(
    message: sqlite3.Row, definition: dict[str, Any], rendered: dict[str, str], moment: float
) -> dict[str, Any]:
    options = definition.get("options") or {}
    copies = {name: options[name] for name in ("cc", "bcc") if options.get(name)}
    return {
        "channel": message["channel"],
        "to": message["address"],
        **copies,
        "contactKey": message["contact_key"],
        **{name: rendered[name] for name in ("subject", "html", "text", "preheader") if name in rendered},
        "definition": message["definition_key"],
        "messageKey": message["key"],
        "sentAt": timestamp(moment),
    }


def _bounce(message: sqlite3.Row) -> str:
    """Return how a message bounces, in words; empty for one that arrives."""
    address = message["address"].lower()
    if message["channel"] == "sms":
        return "Undeliverable" if _UNDELIVERABLE.fullmatch(address) else ""
    kind = next((kind for kind, host in _BOUNCES.items() if address.endswith(host)), "")
    return f"{kind}: {_NO_SUCH_USER}" if kind else ""


def _sent_events(message: sqlite3.Row, contact_id: int | None, subject: str, moment: float) -> Iterator[dict[str, Any]]:
    bounce = _bounce(message)
    if message["channel"] == "email":
        yield _event(message, contact_id, "Sent", moment, {"status": "Success", "renderedSubject": subject})
        if bounce:
            kind, _, words = bounce.partition(": ")
            info = {"bounceCode": kind, "bounceMessage": words, "smtpReason": "User unknown"}
            yield _event(message, contact_id, "Bounced", moment, info)
        return
    yield _event(message, contact_id, "Sent", moment, {})
    told = {"statusCode": "4500" if bounce else "4000", "statusMessage": bounce or "Delivered"}
    sender = {"ordinal": "1", "fromAddress": "12345", "countryCode": "US"}
    yield _event(message, contact_id, "Bounced" if bounce else "Delivered", moment, {**told, **sender})


def _not_sent_info(channel: str, end: _End) -> dict[str, str]:
    name = status_message(end.code or 0, end.reason)
    message = {"statusMessage": name} if channel == "email" else {}
    return {"reason": name, "statusCode": str(end.code), **message}


def _event(
    message: sqlite3.Row, contact_id: int | None, kind: str, moment: float, info: dict[str, Any]
) -> dict[str, Any]:
    """Return an event in the form of the Event Notification Service."""
    channel = "Email" if message["channel"] == "email" else "Sms"
    parts = composite(message, contact_id)
    common = {"to": message["address"], "subscriberKey": message["contact_key"], "messageKey": message["key"]}
    # The vendor's examples spell it with a capital in these three SMS events.
    spelled = "Info" if channel == "Sms" and kind in ("Delivered", "Bounced") else "info"
    return {
        "eventCategoryType": f"TransactionalSendEvents.{channel}{kind}",
        "timestampUTC": int(moment * 1000),
        "compositeId": ".".join(parts.values()),
        "composite": parts,
        "definitionKey": message["definition_key"],
        "definitionId": message["guid"],
        "mid": message["mid"],
        "eid": message["eid"],
        spelled: {**common, **info},
    }


def composite(message: sqlite3.Row, contact_id: int | None) -> dict[str, str]:
    """Return the ids that join a message's events."""
    return {
        "jobId": str(message["definition_id"]),
        "listId": "1",
        "batchId": str(message["id"]),
        "subscriberId": str(contact_id or 0),
    }
