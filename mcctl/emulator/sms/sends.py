"""MobileConnect sends to numbers and subscribers: /sms/v1/messageContact.

Every fault of a request is told at once. Names count in any case, truth values may be text: the documents spell both in
several ways. docs silent: more than 250 recipients, and values of a wrong type, which are refused; invalid numbers
beside valid ones, which are left out; a number that is given twice, which gets two texts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import falcon

from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    Caller,
    caller,
    database,
    flag_of,
    folded,
    is_text,
    sms_body,
    string_errors,
)
from mcctl.emulator.sms import jobs as texting
from mcctl.emulator.sms import talk as mobile
from mcctl.emulator.sms.jobs import Recipient
from mcctl.emulator.sms.talk import SUBSCRIBED
from mcctl.emulator.sms.timing import due, timing_faults

MAX_RECIPIENTS = 250
MAX_SUBSCRIBER_KEY_CHARS = 254
CONTACT, LIST = "contact", "list"
"""Kinds of messages: for sends to numbers and subscribers, and for sends to lists."""
BOTH = "An array of mobile numbers and an array of subscribers cannot be provided at the same time"
_TEXTS = ("keyword", "messagetext", "contenturl")
_FLAGS = ("subscribe", "resubscribe", "override")

SCHEMA = mobile.SCHEMA + texting.SCHEMA


def seed(db: sqlite3.Connection) -> None:
    """Create the demo account's keywords, messages and subscriptions."""
    for word, opt_in in (
        ("NTO", "single"),
        ("WELCOME", "single"),
        ("TRAILS", "double"),
        ("BREWS", "double with age"),
    ):
        mobile.add_keyword(db, ENTERPRISE, "12345", word, opt_in)
    messages = [
        (30, CONTACT, "NTO Welcome", "Welcome to Northern Trail Outfitters, %%FirstName%%!", "Active"),
        (31, LIST, "NTO Trail Alert", "New trails are open. Reply STOP to end it.", "Active"),
        (32, LIST, "NTO Winter Sale", "The winter sale begins.", "Draft"),
    ]
    sql = "insert into sms_message (id, mid, kind, name, code, text, status) values (?, ?, ?, ?, '12345', ?, ?)"
    db.executemany(sql, [(number, ENTERPRISE, *rest) for number, *rest in messages])
    for number, contact in (("13175550101", "nto-1001"), ("13175550103", "nto-1003")):
        mobile.subscribe(db, ENTERPRISE, "12345", "NTO", number, contact)


class Send:
    """POST /sms/v1/messageContact/{id}/send."""

    scopes = {"POST": "sms_send"}

    def on_post(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Queue a text for numbers or subscribers, who may be subscribed by it."""
        db, who, body = database(req), caller(req), sms_body(req)
        message = message_of(db, who, name, CONTACT)
        faults = [*_faults(db, message, body), *timing_faults(body)]
        if faults:
            raise string_errors(faults)
        recipients = list(_recipients(db, who, body))
        if flag_of(body.get("subscribe")) or flag_of(body.get("resubscribe")):
            _subscribe(db, message, body, recipients)
        accept(req, resp, message, recipients, body)


class Deliveries:
    """GET /sms/v1/messageContact/{messageId}/deliveries/{tokenId}, and the same of a list send."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self.scopes = {"GET": "sms_read"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, name: str, token: str) -> None:
        """Tell how far a send is, with the carriers' codes."""
        job = job_of(database(req), caller(req), name, token, self._kind)
        # The documents' samples of list sends have no standard status codes.
        resp.media = texting.delivery_status(database(req), job, detailed=self._kind == CONTACT)


class History:
    """GET /sms/v1/messageContact/{messageId}/history/{tokenId}/mobileNumber/{mobileNumber}."""

    scopes = {"GET": "sms_read"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, name: str, token: str, number: str) -> None:
        """Tell which text a number got in a send."""
        db, who = database(req), caller(req)
        job = job_of(db, who, name, token, CONTACT)
        resp.media = history(mobile.talk_of(db, who.mid, token, number), job["created"])


ROUTES = {
    "/sms/v1/messageContact/{name}/send": Send(),
    "/sms/v1/messageContact/{name}/deliveries/{token}": Deliveries(CONTACT),
    "/sms/v1/messageContact/{name}/history/{token}/mobileNumber/{number}": History(),
}


def accept(
    req: falcon.Request,
    resp: falcon.Response,
    message: sqlite3.Row,
    recipients: list[Recipient],
    body: dict[str, Any],
) -> None:
    """Queue a send whose request, with names in lower case, is in order, and answer it."""
    db, text, media = database(req), body.get("messagetext"), body.get("contenturl")
    when = due(body, now(db))
    token = texting.add_job(db, message, caller(req).eid, recipients, text=text, media=media, due=when)
    resp.status = 202
    resp.media = {"tokenId": token}


def message_of(db: sqlite3.Connection, who: Caller, name: str, kind: str) -> sqlite3.Row:
    """Return the message that a path names, which must be for sends of a kind. Raises a 400 Refusal."""
    if not mobile.is_encoded(name):
        raise string_errors([f"Message id {name} is not valid."])
    message = texting.find_message(db, who.mid, name)
    if message is None or message["kind"] != kind:
        raise string_errors([f"Message {name} is not valid for the client."])
    return message


def job_of(db: sqlite3.Connection, who: Caller, name: str, token: str, kind: str) -> sqlite3.Row:
    """Return the send that a path names by message and token. Raises a 400 Refusal."""
    if not mobile.is_encoded(token):
        raise string_errors([f"Token id {token} is not valid."])
    message = message_of(db, who, name, kind)
    job = texting.find_job(db, who.mid, token)
    if job is None:
        raise string_errors([f"Token id {token} is not valid for this client."])
    if job["message_id"] != message["id"]:
        raise string_errors([f"TokenId {token} is not valid for MessageId {name}."])
    return job


def history(talk: list[sqlite3.Row], created: float) -> dict[str, Any]:
    """Return texts in the form of the history routes."""
    told = [{"type": row["kind"], "message": row["text"], "date": iso(row["at"])} for row in talk]
    return {"count": len(told), "createDate": iso(created), "status": "Active", "history": told}


def text_faults(body: dict[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of values that are there but no text."""
    return (f"{name} must be text." for name in names if name in body and not is_text(body[name]))


def flag_faults(body: dict[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of truth values that are none."""
    return (f"{name} must be true or false." for name in names if name in body and not _is_flag(body[name]))


def recipient_faults(body: dict[str, Any], *, both: str) -> Iterator[str]:
    """Yield what is wrong with the arrays of a request, of which one must be given. both: what to say if two are."""
    given = [name for name in ("mobilenumbers", "subscribers") if name in body]
    if len(given) == 2:
        yield both
        return
    entries = body[given[0]] if given else []
    if not isinstance(entries, list) or not entries:
        yield "The count of mobile numbers or subscribers cannot be zero."
    elif len(entries) > MAX_RECIPIENTS:
        yield f"The count of mobile numbers or subscribers cannot exceed {MAX_RECIPIENTS}."
    elif given[0] == "mobilenumbers":
        yield from _number_faults(entries)
    else:
        yield from _subscriber_faults(entries)


def override_faults(message: sqlite3.Row, body: dict[str, Any], flag: str) -> Iterator[str]:
    """Yield what is wrong with the text of a request. flag: the name of the truth value that replaces a message's."""
    override, text = flag_of(body.get(flag.lower())), body.get("messagetext")
    if override and not (text or "").strip():
        yield "Cannot override message text with a blank message."
    elif text is not None and not override:
        yield f"MessageText is not applicable when {flag} is false."
    elif not override and not message["text"]:
        yield "Message is blank and no override message was provided."


def _is_flag(value: Any) -> bool:
    return value is not None and flag_of(value) is not None


def _faults(db: sqlite3.Connection, message: sqlite3.Row, body: dict[str, Any]) -> Iterator[str]:
    yield from recipient_faults(body, both=f"{BOTH}.")
    typed = [*text_faults(body, _TEXTS), *flag_faults(body, _FLAGS)]
    yield from typed
    if not typed:
        yield from _keyword_faults(db, message, body)
        yield from override_faults(message, body, "Override")


def _number_faults(entries: list[Any]) -> Iterator[str]:
    plain = [one for one in entries if isinstance(one, str) and one.isascii() and one.isdecimal()]
    yield from (f"{one} is not a numeric string" for one in entries if one not in plain)
    if plain and not any(map(mobile.is_number, plain)):
        yield "No valid subscribers were provided"


def _subscriber_faults(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        values = folded(entry) if isinstance(entry, dict) else {}
        number, key = values.get("mobilenumber") or "", values.get("subscriberkey") or ""
        attributes = values.get("attributes")
        if not is_text(number) or not number or not is_text(key) or not 0 < len(key) <= MAX_SUBSCRIBER_KEY_CHARS:
            yield "A subscriber object must have both a mobile number and subscriber key defined."
        elif not mobile.is_number(number):
            yield "Invalid phone number"
        elif "attributes" in values and not (isinstance(attributes, dict) and all(map(is_text, attributes.values()))):
            yield "The attributes of a subscriber must be texts."


def _keyword_faults(db: sqlite3.Connection, message: sqlite3.Row, body: dict[str, Any]) -> Iterator[str]:
    subscribing = flag_of(body.get("subscribe")) or flag_of(body.get("resubscribe"))
    keyword = body.get("keyword") or ""
    if subscribing and not keyword.strip():
        yield "Keyword cannot be blank when Subscribe or Resubscribe are true."
    elif keyword and not subscribing:
        yield "Keyword is not necessary when Subscribe and Resubscribe are false."
    elif keyword and mobile.find_keyword(db, message["mid"], message["code"], keyword) is None:
        yield f"Keyword {keyword} is invalid for the code on the message."


def _recipients(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> Iterator[Recipient]:
    """Yield number, contact key and attributes of the recipients with valid numbers."""
    for number in body.get("mobilenumbers") or []:
        if mobile.is_number(number):
            yield number, mobile.contact_of(db, who.eid, number), {}
    for entry in map(folded, body.get("subscribers") or []):
        number = entry["mobilenumber"]
        key = mobile.contact_of(db, who.eid, number, entry["subscriberkey"])
        yield number, key, entry.get("attributes") or {}


def _subscribe(
    db: sqlite3.Connection,
    message: sqlite3.Row,
    body: dict[str, Any],
    recipients: list[Recipient],
) -> None:
    """Make the subscriptions that are missing (subscribe), and reset those that have ended (resubscribe)."""
    mid, code, word = message["mid"], message["code"], body["keyword"].strip().upper()
    for number, contact, _ in recipients:
        known = mobile.subscription(db, mid, code, word, number)
        flag = "resubscribe" if known and known["state"] == mobile.UNSUBSCRIBED else "subscribe"
        if flag_of(body.get(flag)) and (known is None or known["state"] != SUBSCRIBED):
            mobile.subscribe(db, mid, code, word, number, contact)
