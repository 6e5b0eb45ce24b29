"""The routes of MobilePush. Messages are read and sent; those that are sent land in the outbox at once."""

from __future__ import annotations

import re
import sqlite3
import uuid
from collections.abc import Iterable
from typing import Any

import falcon

from mcctl.emulator.automation.store import doc_of
from mcctl.emulator.core.state import add_to_outbox, iso, now, timestamp
from mcctl.emulator.core.web import (
    Caller,
    Refusal,
    caller,
    database,
    folded,
    generic_problem,
    json_body,
    page_of,
    paged,
    string_errors,
)
from mcctl.emulator.de import definitions as de
from mcctl.emulator.push import store
from mcctl.emulator.rendering.messages import Mailroom, NotBuilt, Recipient, Template
from mcctl.emulator.sms.talk import encode

READ, SEND = "push_read", "push_send"
PAGE_SIZE = 50
MAX_RECIPIENTS = 5000
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")


class Apps:
    """GET /push/v1/application."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the apps."""
        resp.media = [_app(now(database(req)))]


class App:
    """GET /push/v1/application/{ref}: an array of one."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Show an app."""
        if not store.is_app(ref):
            raise _unknown()
        resp.media = [_app(now(database(req)))]


class Messages:
    """GET /push/v1/message."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List one page."""
        rows = store.messages(database(req), caller(req).mid)
        resp.media = paged([_shown(row) for row in rows], *page_of(req, PAGE_SIZE, 500))


class Message:
    """GET /push/v1/message/{ref}."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Show a message, in an array as the documents have it."""
        resp.media = [_shown(_found(req, ref))]


class Send:
    """POST /push/v1/{audience}/{ref}/send."""

    scopes = {"POST": SEND}

    def __init__(self, audience: str) -> None:
        self._audience = audience

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Send a message to whom it is for, and answer the token of the send."""
        db, who = database(req), caller(req)
        body = folded(json_body(req, generic_problem)) if req.content_length else {}
        row = _found(req, ref)
        doc = doc_of(row)
        problems = [*_text_problems(doc, body), *_AUDIENCES[self._audience][0](body)]
        if problems:
            raise string_errors(problems)
        chosen = list(_AUDIENCES[self._audience][1](db, who, body))
        for device in chosen:
            _deliver(db, who, {**doc, **_said(body)}, device)
        token = str(uuid.uuid4())
        values = [token, row["id"], self._audience, len(chosen), now(db)]
        db.execute("insert into push_send values (?, ?, ?, ?, ?)", values)
        resp.media = {"tokenId": token}


class Deliveries:
    """GET /push/v1/{audience}/{ref}/deliveries/{token}."""

    scopes = {"GET": READ}

    def __init__(self, audience: str) -> None:
        self._audience = audience

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str, token: str) -> None:
        """Tell how far a send is: it is done at once."""
        row = _found(req, ref)
        sql = "select * from push_send where token = ? and message_id = ? and audience = ?"
        sent = database(req).execute(sql, [token.lower(), row["id"], self._audience]).fetchone()
        if sent is None:
            raise _unknown()
        at, message_id = iso(sent["at"]), store.message_id(row)
        if self._audience in ("messageTag", "messageApp"):
            resp.media = {"message": doc_of(row)["name"], "count": sent["reached"], "createDate": at}
            return
        more = {"completeDate": at} if self._audience == "messageList" else {"triggeredSendStatus": "Active"}
        head = {"messageId": message_id, "message": {"id": message_id}, "count": sent["reached"], "createDate": at}
        resp.media = {**head, **more, "status": "Finished"}


def _contact_problems(body: dict[str, Any]) -> Iterable[str]:
    tokens, keys = body.get("devicetokens"), body.get("subscriberkeys")
    for listed in (tokens, keys):
        if listed is not None and not _are_texts(listed):
            yield "DeviceTokens and SubscriberKeys must be arrays of strings."
            return
    if tokens == [] and not keys:
        yield "The count of DeviceTokens cannot be zero."
    elif not tokens and not keys:
        yield "One or more DeviceTokens must be specified in order to send a message."
    if len(tokens or []) > MAX_RECIPIENTS or len(keys or []) > MAX_RECIPIENTS:
        yield f"At most {MAX_RECIPIENTS} devices or subscribers can be sent to."


def _of_contacts(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> Iterable[dict[str, Any]]:
    tokens, keys = body.get("devicetokens") or [], body.get("subscriberkeys") or []
    wanted, unwanted = _tags(body, "inclusiontags"), _tags(body, "exclusiontags")
    for device in store.devices(db, who.eid):
        tags = {tag.lower() for tag in device["tags"]}
        fits = (not wanted or tags & wanted) and not tags & unwanted
        if fits and (device["token"] in tokens or device["contact_key"] in keys):
            yield device


def _list_problems(body: dict[str, Any]) -> Iterable[str]:
    if not body.get("inclusionlistids") and not body.get("inclusiondataextensionids"):
        yield "One or more InclusionListIds must be specified in order to send a message."
    for name in ("inclusionlistids", "exclusionlistids", "inclusiondataextensionids", "exclusiondataextensionids"):
        if not _are_texts(body.get(name) or []):
            yield f"{name} must be an array of strings."


def _of_lists(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """Yield the devices of those in data extensions; nobody is on a list."""
    wanted = _keys_in(db, who, body.get("inclusiondataextensionids") or [])
    unwanted = _keys_in(db, who, body.get("exclusiondataextensionids") or [])
    return (one for one in store.devices(db, who.eid) if one["contact_key"] in wanted - unwanted)


def _keys_in(db: sqlite3.Connection, who: Caller, refs: list[str]) -> set[str]:
    """Return the contact keys in data extensions. Raises a 400 Refusal for an unknown one."""
    found: set[str] = set()
    for ref in refs:
        row = de.find(db, who, key=ref)
        if row is None:
            raise string_errors([f"The data extension {ref} does not exist."])
        table, column = de.table_of(db, row), doc_of(row).get("sendableCustomObjectField") or ""
        place = table.place(column)
        if place is not None:
            found |= {str(line[1]) for line in table.rows("", [], "id", [place], -1, 0)}
    return found


def _tag_problems(body: dict[str, Any]) -> Iterable[str]:
    if not _tags(body, "inclusiontags"):
        yield "One or more InclusionTags must be specified in order to send a message."


def _of_tags(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> Iterable[dict[str, Any]]:
    wanted, unwanted = _tags(body, "inclusiontags"), _tags(body, "exclusiontags")
    for device in store.devices(db, who.eid):
        tags = {tag.lower() for tag in device["tags"]}
        if tags & wanted and not tags & unwanted:
            yield device


def _tags(body: dict[str, Any], name: str) -> set[str]:
    """Return tags in lower case: a list of them, or one text with commas."""
    given = body.get(name) or []
    listed = given.split(",") if isinstance(given, str) else given if isinstance(given, list) else []
    return {str(tag).strip().lower() for tag in listed if str(tag).strip()}


_AUDIENCES: dict[str, tuple[Any, Any]] = {
    "messageContact": (_contact_problems, _of_contacts),
    "messageList": (_list_problems, _of_lists),
    "messageTag": (_tag_problems, _of_tags),
    "messageApp": (lambda _body: (), lambda db, who, _body: store.devices(db, who.eid)),
}
"""Audience -> what is wrong with a request, and whom it reaches."""
ROUTES: dict[str, Any] = {
    "/push/v1/application": Apps(),
    "/push/v1/application/{ref}": App(),
    "/push/v1/message": Messages(),
    "/push/v1/message/{ref}": Message(),
    **{f"/push/v1/{audience}/{{ref}}/send": Send(audience) for audience in _AUDIENCES},
    **{f"/push/v1/{audience}/{{ref}}/deliveries/{{token}}": Deliveries(audience) for audience in _AUDIENCES},
}


def _text_problems(doc: dict[str, Any], body: dict[str, Any]) -> Iterable[str]:
    said, override = body.get("messagetext"), body.get("override", False)
    if override is True and not said:
        yield "Cannot override message text with a blank message."
    if override is not True and said:
        yield "MessageText is not applicable when Override is false."
    if said is not None and not isinstance(said, str):
        yield "MessageText must be a string."
    if doc.get("status") != store.ACTIVE:
        yield f"The status for Message {doc['name']} is not set to Active."
    when = body.get("sendtime")
    if when is not None and not (isinstance(when, str) and _TIME.fullmatch(when)):
        yield f"{when} is not a valid send time (yyyy-MM-dd HH:mm)."


def _said(body: dict[str, Any]) -> dict[str, Any]:
    """Return what a send says in place of the message."""
    if body.get("override") is not True:
        return {}
    named = {"alert": body.get("messagetext"), "title": body.get("title"), "subtitle": body.get("subtitle")}
    return {name: value for name, value in named.items() if isinstance(value, str)}


def _deliver(db: sqlite3.Connection, who: Caller, doc: dict[str, Any], device: dict[str, Any]) -> None:
    """Put a message to a device into the outbox."""
    mailroom = Mailroom(db)
    names = ("alert", "title", "subtitle")
    template = Template({name: str(doc[name]) for name in names if doc.get(name)})
    recipient = Recipient(device["token"], device["contact_key"], {})
    try:
        parts = mailroom.render(who.eid, who.mid, template, recipient).parts
    except NotBuilt as error:
        raise string_errors([error.reason]) from error
    mailroom.finish()
    said = {"text": parts.pop("alert"), **parts} if "alert" in parts else parts
    head = {"channel": "push", "to": device["token"], "contactKey": device["contact_key"]}
    add_to_outbox(db, {**head, **said, "message": doc["name"], "sentAt": timestamp(now(db))})


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _found(req: falcon.Request, ref: str) -> sqlite3.Row:
    row = store.message(database(req), caller(req).mid, ref)
    if row is None:
        raise _unknown()
    return row


def _unknown() -> Refusal:
    return generic_problem(400, 10006, "Validation Error")


def _app(moment: float) -> dict[str, Any]:
    return {
        "id": store.APP_GUID,
        "key": encode(1, store.APP_ID),
        "name": "NTO Trails",
        "description": "",
        "createdDate": iso(moment - 86400),
        "modifiedDate": iso(moment - 86400),
        "apnsEnabled": True,
        "apnsTopic": "example.nto.trails",
        "gcmEnabled": True,
        "configuration": {"customSound": False, "openDirect": True, "customKeys": False, "payloadEditor": False,
                          "messageCategories": False},
    }  # fmt: skip


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    at = iso(row["created"])
    return {"id": store.message_id(row), **doc_of(row), "startDate": at, "createdDate": at, "lastUpdated": at}
