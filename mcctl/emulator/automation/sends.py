"""Activities of automations that reach people: user-initiated sends of an e-mail, and entry events.

User-initiated sends are made in the user interface, or by SOAP; no REST route knows them. One is there already.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from mcctl.ampscript.errors import AmpscriptError
from mcctl.emulator.asset import store as assets
from mcctl.emulator.automation import store
from mcctl.emulator.contact import store as contacts
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.state import add_to_outbox, add_unsent, timestamp
from mcctl.emulator.core.web import Caller
from mcctl.emulator.de import definitions as de
from mcctl.emulator.event import entries
from mcctl.emulator.event import store as events
from mcctl.emulator.rendering.blocks import email_of
from mcctl.emulator.rendering.messages import Mailroom, NotBuilt, Recipient, Template, template_of
from mcctl.emulator.tracking.store import Job, Sent, add_sent, is_unsubscribed
from mcctl.emulator.tx.sending import not_sent_code, status_names

DEMO_SEND = "5e0d0000-0000-4000-8000-000000000042"
_SENDS = "sends"


def seed(db: sqlite3.Connection) -> None:
    """Have the demo account's user-initiated send."""
    who = Caller(ENTERPRISE, ENTERPRISE, "", frozenset(), {})
    doc = {"email": "nto-trail-news", "dataExtension": "nto-customers"}
    store.add_activity(db, who, _SENDS, "nto-trail-news-send", "NTO Trail News Send", 0, doc, DEMO_SEND)


def send(db: sqlite3.Connection, who: Caller, target: str, moment: float) -> str:
    """Send an e-mail to every row of a data extension, and return why that failed; nothing where it did not."""
    row = store.activity(db, who.mid, _SENDS, target)
    if row is None:
        return "The user-initiated send is gone."
    told = store.doc_of(row)
    email = email_of(db, assets.by_key(db, who.eid, told["email"]), who.eid)
    audience = de.find(db, who, key=told["dataExtension"])
    if email is None or audience is None:
        return "The e-mail of the send is gone." if email is None else "The data extension of the send is gone."
    try:
        template = template_of(email)
    except AmpscriptError as error:
        return str(error)
    doc = store.doc_of(audience)
    job = Job(
        f"send:{row['guid']}:{moment:.0f}",
        row["name"],
        "",
        "Email Sends",
        "Default Commercial",
        row["guid"],
        row["key"],
    )
    mailroom = Mailroom(db)
    for values in _people(db, audience):
        _send_one(db, who, mailroom, template, job, values, doc, moment)
    mailroom.finish()
    return ""


def _people(db: sqlite3.Connection, audience: sqlite3.Row) -> list[dict[str, Any]]:
    table = de.table_of(db, audience)
    names = [column.name for column in table.columns]
    lines = table.rows("", [], "id", range(len(names)), -1, 0)
    return [dict(zip(names, line[1:], strict=True)) for line in lines]


def _send_one(
    db: sqlite3.Connection, who: Caller, mailroom: Mailroom, template: Template, job: Job, values: dict[str, Any],
    doc: dict[str, Any], moment: float,
) -> None:  # fmt: skip
    """Send the e-mail to one row of the audience, unless something is against it."""
    key = str(values.get(doc.get("sendableCustomObjectField") or "") or "")
    emails = [str(values[field["name"]] or "") for field in doc["fields"] if field["type"] == "EmailAddress"]
    address = next(iter(emails), "")
    message = {
        "channel": "email",
        "to": address,
        "contactKey": key,
        "send": job.triggered_key,
        "sentAt": timestamp(moment),
    }
    if not key or not address:
        return
    contact = contacts.ensure(db, who.eid, key, email=address)
    code = not_sent_code(address)
    if code or is_unsubscribed(db, who.eid, key):
        add_unsent(db, message, status_names()[code] if code else "The contact is unsubscribed")
        return
    try:
        parts = mailroom.render(who.eid, who.mid, template, Recipient(address, key, values)).parts
    except NotBuilt as error:
        add_unsent(db, message, f"{status_names()[error.code]}: {error.reason}")
        return
    add_to_outbox(db, {**message, **parts})
    subject = job._replace(subject=parts.get("subject", ""))
    add_sent(db, subject, Sent(who.mid, who.eid, contact["id"], key, "email", address), moment)


def fire(db: sqlite3.Connection, who: Caller, target: str, _moment: float) -> str:
    """Fire an entry event for every row of its data extension, and return why that failed; nothing where it did not."""
    row = events.by_id(db, who.mid, target)
    audience = de.with_guid(db, row["de_guid"]) if row is not None else None
    if row is None or audience is None:
        return "The event definition is gone." if row is None else "The data extension of the event is gone."
    doc = store.doc_of(audience)
    keys = [doc.get("sendableCustomObjectField"), *(field["name"] for field in doc["fields"] if field["isPrimaryKey"])]
    column = next((name for name in keys if name), None)
    if column is None:
        return "The data extension of the event tells no contact keys."
    for values in _people(db, audience):
        entries.enter(db, row, str(values[column]), values)
    return ""
