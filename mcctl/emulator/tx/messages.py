"""Transactional sends: /messaging/v1/{email|sms}/messages.

docs silent: a batch of which every recipient is invalid is refused as a whole (400, 109103), a single send with the
recipient's own code; a messageKey counts as used for two days.
"""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.emulator.contact import store as contacts
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    Caller,
    caller,
    database,
    generic_problem,
    is_text,
    json_body,
    positive,
    query_params,
)
from mcctl.emulator.push.store import device_of
from mcctl.emulator.tx import definitions as tx_definition
from mcctl.emulator.tx import sending
from mcctl.emulator.tx.checks import refuse_scripts
from mcctl.emulator.tx.definitions import CHANNELS, QUEUED_CHANNELS

MAX_RECIPIENTS = 2000
MAX_KEY_CHARS = 100
MAX_CONTACT_KEY_CHARS = 254
KEY_SECONDS = 2 * 86400
PAGE_SIZE = 50
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_NUMBER = re.compile(r"\+?\d{7,15}")
_RECIPIENT_FIELDS = {"contactKey", "to", "attributes"}
_REQUEST_FIELDS = {
    "email": {"definitionKey", "attributes"},
    "sms": {"definitionKey", "attributes", "subscriptions", "content"},
    "push": {"definitionKey"},
}
_NAMES = {
    109001: "MCMS_UTM_ResponsesHasErrors",
    109101: "MCMS_UTM_Validation_TooManySubscribers",
    109102: "MCMS_UTM_Validation_NoSubscribers",
    109103: "MCMS_UTM_Validation_NoValidSubscribers",
    109105: "MCMS_UTM_Validation_MissingRequiredField_subscriberKey",
    109106: "MCMS_UTM_Validation_MissingRequiredField_to",
    109107: "MCMS_UTM_Validation_MissingRequiredField_definitionKey",
    109108: "MCMS_UTM_Validation_InvalidValue_messageKey",
    109109: "MCMS_UTM_Validation_InvalidValue_subscriberKey",
    109110: "MCMS_UTM_Validation_DuplicateMessageKey",
    109111: "MCMS_UTM_Validation_InvalidValue_definitionKey",
    109114: "MCMS_UTM_Validation_InvalidValue_resubscribe",
    109121: "MCMS_UTM_Validation_InvalidValue_to",
    109122: "MCMS_UTM_Validation_UnknownFieldName",
}
_DUPLICATE = 109110
_EVENT_NAMES = {"email": "Email", "sms": "SMS", "push": "Push"}

SCHEMA = sending.SCHEMA


class _Routes:
    """What the routes of one channel have in common."""

    def __init__(self, channel: str) -> None:
        self.channel = channel
        self.scopes = {"GET": f"{channel}_read", "POST": f"{channel}_send"}

    def _accept(self, req: falcon.Request, body: dict[str, Any], recipients: list[Any]) -> list[tuple[str, int | None]]:
        """Queue the recipients that are in order, and return each one's messageKey and error code, if any."""
        db, who = database(req), caller(req)
        definition = tx_definition.find(db, who, self.channel, body["definitionKey"])
        if definition is None:
            raise _problem(109111)
        refuse_scripts(db, who, self.channel, json.loads(definition["doc"]), body)
        outcomes: list[tuple[str, int | None]] = []
        keys: set[str] = set()
        moment = now(db)
        for recipient in recipients:
            key, code = self._checked(db, who, recipient, moment)
            code = code or (_DUPLICATE if key in keys else None)
            keys.add(key)
            outcomes.append((key, code))
            if code is None:
                self._queue(db, definition, key, recipient, body, moment)
        return outcomes

    def _checked(self, db: sqlite3.Connection, who: Caller, recipient: Any, moment: float) -> tuple[str, int | None]:
        if not isinstance(recipient, dict):
            return str(uuid.uuid4()), 109105
        key = recipient.get("messageKey")
        if key is None:
            key = str(uuid.uuid4())
        if not is_text(key) or not key or len(key) > MAX_KEY_CHARS:
            return str(key)[:MAX_KEY_CHARS], 109108
        contact, attributes = recipient.get("contactKey"), recipient.get("attributes")
        if contact in (None, ""):
            return key, 109105
        if not is_text(contact) or len(contact) > MAX_CONTACT_KEY_CHARS:
            return key, 109109
        if not recipient.keys() <= _RECIPIENT_FIELDS | {"messageKey"} or not isinstance(attributes or {}, dict):
            return key, 109122
        return key, self._check_address(db, who.eid, recipient, contact) or self._check_key(db, who.mid, key, moment)

    def _check_address(self, db: sqlite3.Connection, eid: int, recipient: dict[str, Any], contact: str) -> int | None:
        if self.channel == "push":
            return 109122 if "to" in recipient else None
        address = recipient.get("to")
        if address in (None, ""):
            return None if self._known_address(db, eid, contact) else 109106
        return None if is_text(address) and self._is_address(address) else 109121

    def _is_address(self, text: str) -> bool:
        return bool((_EMAIL if self.channel == "email" else _NUMBER).fullmatch(text))

    def _known_address(self, db: sqlite3.Connection, eid: int, contact: str) -> str | None:
        """Return the address that is known of a contact; a contact key that is an address serves, too."""
        if self.channel == "push":
            return device_of(db, eid, contact)
        found = contacts.find(db, eid, contact)
        known: str | None = found["email" if self.channel == "email" else "mobile"] if found else None
        return known if known is not None else contact if self._is_address(contact) else None

    def _check_key(self, db: sqlite3.Connection, mid: int, key: str, moment: float) -> int | None:
        sql = "select 1 from message where mid = ? and channel = ? and key = ? and accepted > ?"
        return _DUPLICATE if db.execute(sql, [mid, self.channel, key, moment - KEY_SECONDS]).fetchone() else None

    def _queue(
        self,
        db: sqlite3.Connection,
        definition: sqlite3.Row,
        key: str,
        recipient: dict[str, Any],
        body: dict[str, Any],
        moment: float,
    ) -> None:
        attributes = {**(body.get("attributes") or {}), **(recipient.get("attributes") or {})}
        address = recipient.get("to") or self._known_address(db, definition["eid"], recipient["contactKey"]) or ""
        db.execute(
            "insert into message (definition_id, mid, channel, key, contact_key, address, attributes, text, accepted) "
            "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                definition["id"],
                definition["mid"],
                self.channel,
                key,
                recipient["contactKey"],
                address,
                json.dumps(attributes),
                (body.get("content") or {}).get("message"),
                moment,
            ],
        )

    def _check_request(self, body: dict[str, Any], extra: set[str]) -> None:
        key = body.get("definitionKey")
        if key in (None, ""):
            raise _problem(109107)
        if not is_text(key):
            raise _problem(109111)
        if not body.keys() <= _REQUEST_FIELDS[self.channel] | extra:
            raise _problem(109122)
        for name in ("attributes", "subscriptions", "content"):
            if not isinstance(body.get(name) or {}, dict):
                raise generic_problem(400, 10001, f"MCMS_UTM_Validation_InvalidDataType: {name}")
        if not isinstance((body.get("subscriptions") or {}).get("resubscribe", False), bool):
            raise _problem(109114)
        if not is_text((body.get("content") or {}).get("message", "")):
            raise generic_problem(400, 10001, "MCMS_UTM_Validation_InvalidDataType: content.message")


class Messages(_Routes):
    """POST and GET /messaging/v1/{channel}/messages."""

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Queue a message for each of many recipients."""
        body = json_body(req, generic_problem)
        self._check_request(body, {"recipients"})
        recipients = body.get("recipients")
        if not isinstance(recipients, list) or not recipients:
            raise _problem(109102)
        if len(recipients) > MAX_RECIPIENTS:
            raise _problem(109101)
        outcomes = self._accept(req, body, recipients)
        if all(code not in (None, _DUPLICATE) for _, code in outcomes):
            raise _problem(109103)
        _answer(resp, outcomes)

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List a page of the messages that were not sent, oldest first."""
        db, who, params = database(req), caller(req), query_params(req)
        if params.get("type", "").lower() != "notsent":
            raise generic_problem(400, 10005, "MCMS_UTM_Validation_InvalidValue: type must be notSent")
        after = params.get("lasteventid", "0")
        if not (after.isascii() and after.isdecimal() and len(after) < 19):
            raise generic_problem(400, 10005, "MCMS_UTM_Validation_InvalidValue: lastEventId")
        size = positive(params.get("$pagesize"), PAGE_SIZE, "$pageSize", generic_problem)
        rows = db.execute(
            "select message.*, definition.key as definition_key from message "
            "join definition on definition.id = definition_id where message.mid = ? and message.channel = ? "
            "and state = 'NotSent' and message.id > ? order by message.id limit ?",
            [who.mid, self.channel, int(after), size],
        ).fetchall()
        last = rows[-1]["id"] if rows else int(after)
        told = [_not_sent(row) for row in rows]
        resp.media = {"requestId": str(uuid.uuid4()), "lastEventID": last, "messages": told, "count": len(rows)}
        resp.media["pageSize"] = size


class Message(_Routes):
    """POST and GET /messaging/v1/{channel}/messages/{messageKey}."""

    def on_post(self, req: falcon.Request, resp: falcon.Response, key: str) -> None:
        """Queue a message for one recipient."""
        body = json_body(req, generic_problem)
        self._check_request(body, {"recipient"})
        recipient = body.get("recipient")
        if not isinstance(recipient, dict):
            raise _problem(109102)
        if "messageKey" in recipient:
            raise _problem(109122)
        outcomes = self._accept(req, body, [{**recipient, "messageKey": key}])
        if outcomes[0][1] not in (None, _DUPLICATE):
            raise _problem(outcomes[0][1])
        _answer(resp, outcomes)

    def on_get(self, req: falcon.Request, resp: falcon.Response, key: str) -> None:
        """Tell what became of a message. docs silent on an unknown key; here it is 404."""
        row = (
            database(req)
            .execute(
                "select * from message where mid = ? and channel = ? and key = ? order by id desc",
                [caller(req).mid, self.channel, key],
            )
            .fetchone()
        )
        if row is None:
            raise generic_problem(404, 30003, "MCMS_UTM_Runtime_ObjectNotFound: messageKey does not exist")
        resp.media = _status(row)


ROUTES = {
    **{f"/messaging/v1/{channel}/messages": Messages(channel) for channel in QUEUED_CHANNELS},
    **{f"/messaging/v1/{channel}/messages/{{key:path}}": Message(channel) for channel in CHANNELS},
}


def _problem(code: int | None) -> Exception:
    return generic_problem(400, code or 0, _NAMES[code or 0])


def _answer(resp: falcon.Response, outcomes: list[tuple[str, int | None]]) -> None:
    failed = any(code for _, code in outcomes)
    resp.status = 202
    resp.media = {
        "requestId": str(uuid.uuid4()),
        "errorcode": 109001 if failed else 0,
        **({"message": _NAMES[109001]} if failed else {}),
        "responses": [
            {"messageKey": key, **({"errorcode": code, "message": _NAMES[code]} if code else {})}
            for key, code in outcomes
        ],
    }


def _kind(row: sqlite3.Row) -> str:
    return f"TransactionalSendEvents.{_EVENT_NAMES[row['channel']]}{row['state']}"


def _status(row: sqlite3.Row) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "requestId": str(uuid.uuid4()),
        "eventCategoryType": _kind(row),
        "timestamp": iso(row["settled"] or row["accepted"]),
    }
    if row["state"] == "Queued":
        return answer
    info = {"messageKey": row["key"], "contactKey": row["contact_key"], "to": row["address"]}
    if row["state"] == "NotSent":
        info |= {"statusCode": row["code"], "statusMessage": sending.status_message(row["code"], row["reason"])}
    return {**answer, "compositeId": ".".join(sending.composite(row, row["contact_id"]).values()), "info": info}


def _not_sent(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "statusCode": row["code"],
        "statusMessage": sending.status_message(row["code"], row["reason"]),
        "eventCategoryType": _kind(row),
        "timestamp": iso(row["settled"]),
        "definitionKey": row["definition_key"],
        "eventID": row["id"],
        "info": {"messageKey": row["key"], "contactKey": row["contact_key"], "to": row["address"]},
    }
