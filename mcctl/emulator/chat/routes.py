"""GroupConnect: /ott/v1: registrations of Messenger pages and LINE channels, and messages to their users.

Names count in any case. docs silent: which scope a route needs (none here), a message key that was used before (taken:
nothing says that it is recognised), and how a failure is told beyond the event Error. A user called like
`error-anything` cannot be reached.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterator
from typing import Any

import falcon

from mcctl.ampscript.errors import AmpscriptError
from mcctl.emulator.chat.rules import (
    PLATFORMS,
    registration_faults,
    send_faults,
    shape_faults,
)
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.state import add_to_outbox, add_unsent, iso, now, timestamp
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
)
from mcctl.emulator.rendering.messages import Mailroom, NotBuilt, Recipient, Template, obstacles

PAGE_SIZE, MOST = 50, 1000
QUEUE_SECONDS, SEND_SECONDS = 0.5, 1.0
API_VERSION = "v2.0"
_FLAGS = ("isActive", "isTransactional", "isTestChannel")

SECRETS = ("applicationsecret", "pageaccesstoken", "callbackverifytoken", "channelsecret", "customerconnectsecret")
"""Names, in lower case, of what nobody is shown."""
SCHEMA = """
create table ott_sender (mid integer not null, platform text not null, id text not null, doc text not null,
  primary key (mid, platform, id));
create table ott_message (id integer primary key autoincrement, mid integer not null, request text not null,
  key text not null, doc text not null, created real not null, state text not null default 'Created');
create index ott_message_key on ott_message (mid, key);
create index ott_message_open on ott_message (created) where state = 'Created';
"""


def seed(db: sqlite3.Connection) -> None:
    """Register the demo account's page and channel."""
    page = {"applicationId": "1093076390000001", "pageId": "1732555047000001", "pageName": "Northern Trail Outfitters"}
    channel = {"channelId": "1653000001", "channelName": "NTO Japan", "isTransactional": False, "isTestChannel": True}
    _keep(db, ENTERPRISE, "messenger", {**page, "endpointUrl": "https://graph.facebook.com", "isActive": True})
    _keep(db, ENTERPRISE, "line", {**channel, "endpointUrl": "https://api.line.me", "isActive": True})


def elapse(db: sqlite3.Connection) -> None:
    """Deliver what is queued, or fail to."""
    moment = now(db)
    sql = "select * from ott_message where state = 'Created' and created <= ? order by id"
    for row in db.execute(sql, [moment - SEND_SECONDS]).fetchall():
        body = json.loads(row["doc"])
        user = body["to"].get("userReference") or body["to"]["ottId"]
        state = "Error" if user.startswith("error-") else _sent(db, row["mid"], body, user, moment)
        db.execute("update ott_message set state = ? where id = ?", [state, row["id"]])


def _sent(db: sqlite3.Connection, mid: int, body: dict[str, Any], user: str, moment: float) -> str:
    """Put a message into the outbox, and return its state: Error where it cannot be rendered."""
    try:
        contents = _contents(db, mid, body, user)
    except NotBuilt as error:
        add_unsent(db, _outgoing(body, user, moment, body["message"]["contents"]), error.reason)
        return "Error"
    add_to_outbox(db, _outgoing(body, user, moment, contents))
    return "Sent"


class Registrations:
    """POST /ott/v1/registration."""

    scopes: dict[str, str] = {}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Register a page or channel, in the place of what was registered under its id."""
        body = folded(json_body(req, generic_problem))
        _refuse([*registration_faults(body)])
        platform = str(body["ottplatformname"]).lower()
        attributes = folded(body["ottplatformattributes"])
        names = [name for name in PLATFORMS[platform] if name.lower() not in SECRETS]
        told = {name: attributes[name.lower()] for name in names if name.lower() in attributes}
        flags = {name: bool(told[name]) for name in _FLAGS if name in told}
        _keep(database(req), caller(req).mid, platform, {**told, **flags})
        resp.status = 201


class RegistrationsOfPlatform:
    """GET /ott/v1/registration/{platform}."""

    scopes: dict[str, str] = {}

    def on_get(self, req: falcon.Request, resp: falcon.Response, platform: str) -> None:
        """List a page of registrations. There is a next link even where nothing follows, as in the documents."""
        _check_platform(platform)
        page, size = page_of(req, PAGE_SIZE, MOST)
        sql = "select * from ott_sender where mid = ? and platform = ? order by rowid"
        rows = database(req).execute(sql, [caller(req).mid, platform.lower()]).fetchall()
        links = {"self": _link(platform, page, size), "next": _link(platform, page + 1, size)}
        resp.media = {**paged([_shown(row) for row in rows], page, size), "links": links}


class Registration:
    """GET /ott/v1/registration/{platform}/{ottPropertyId}."""

    scopes: dict[str, str] = {}

    def on_get(self, req: falcon.Request, resp: falcon.Response, platform: str, name: str) -> None:
        """Show a registration, without its secrets."""
        _check_platform(platform)
        row = _find(database(req), caller(req).mid, platform.lower(), name)
        if row is None:
            raise generic_problem(404, 30003, f"{platform} {name} is not registered")
        resp.media = _shown(row)


class Send:
    """POST /ott/v1/send."""

    scopes: dict[str, str] = {}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Queue a message to a user."""
        db, who = database(req), caller(req)
        body = json_body(req, generic_problem)
        _refuse([*shape_faults(body), *send_faults(folded(body))])
        _refuse_templates(db, who, body)
        sender = folded(folded(body)["from"])
        registered = _find(db, who.mid, sender["sendertype"], sender["senderid"])
        if registered is None or not json.loads(registered["doc"])["isActive"]:
            raise generic_problem(400, 10005, "Sender Id provided is either unregistered or inactive Unknown")
        request, proper = str(uuid.uuid4()), _proper(body)
        sql = "insert into ott_message (mid, request, key, doc, created) values (?, ?, ?, ?, ?)"
        db.execute(sql, [who.mid, request, proper["messageKey"], json.dumps(proper), now(db)])
        resp.status = 201
        resp.media = {"ottRequestId": request}


class Sent:
    """GET /ott/v1/send/{messageId}."""

    scopes: dict[str, str] = {}

    def on_get(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Tell what became of a message, by its key or request id; of several, of the newest."""
        sql = "select * from ott_message where mid = ? and (key = ? or request = ?) order by id desc"
        row = database(req).execute(sql, [caller(req).mid, name, name]).fetchone()
        if row is None:
            raise generic_problem(404, 30003, f"There is no message {name}")
        body = {**json.loads(row["doc"]), "ottRequestId": row["request"]}
        message = body["message"]
        filled = [{"duration": 0, "isReusable": False, **one} for one in message["contents"]]
        moments = {"Created": row["created"], "Queued": row["created"] + QUEUE_SECONDS}
        if row["state"] != "Created":
            moments[row["state"]] = row["created"] + SEND_SECONDS
        events = [(event, at) for event, at in moments.items() if at <= now(database(req))]
        resp.media = {
            "requestBody": {**body, "message": {**message, "contents": filled}},
            "status": [{"event": event, "eventDateTime": iso(at)} for event, at in events],
        }


ROUTES = {
    "/ott/v1/registration": Registrations(),
    "/ott/v1/registration/{platform}": RegistrationsOfPlatform(),
    "/ott/v1/registration/{platform}/{name}": Registration(),
    "/ott/v1/send": Send(),
    "/ott/v1/send/{name:path}": Sent(),
}


def _refuse(faults: list[str]) -> None:
    """Raise a 400 Refusal that holds every fault, if there is one."""
    if not faults:
        return
    found = [{"message": one, "errorcode": 10002, "documentation": ""} for one in faults]
    whole = {"message": "Please fix the following errors", "errorcode": 10006, "documentation": ""}
    raise Refusal(400, {**whole, "validationErrors": found})


def _check_platform(platform: str) -> None:
    if platform.lower() not in PLATFORMS:
        _refuse(["OttPlatformName is invalid"])


def _keep(db: sqlite3.Connection, mid: int, platform: str, attributes: dict[str, Any]) -> None:
    name = attributes["pageId" if platform == "messenger" else "channelId"]
    sql = "insert into ott_sender values (?, ?, ?, ?) on conflict do update set doc = excluded.doc"
    db.execute(sql, [mid, platform, name, json.dumps(attributes)])


def _find(db: sqlite3.Connection, mid: int, platform: str, name: str) -> sqlite3.Row | None:
    sql = "select * from ott_sender where mid = ? and platform = ? and id = ?"
    row: sqlite3.Row | None = db.execute(sql, [mid, platform, name]).fetchone()
    return row


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    attributes = {"isTransactional": False, "isTestChannel": False, **json.loads(row["doc"]), "apiVersion": API_VERSION}
    return {"ottPlatformName": row["platform"], "ottPlatformAttributes": attributes}


def _link(platform: str, page: int, size: int) -> dict[str, str]:
    return {"href": f"/v1/registration/{platform}?%24page={page}&%24pagesize={size}"}


def _proper(body: dict[str, Any]) -> dict[str, Any]:
    """Return a request with its names as the documents' table spells them."""
    return dict(_named(body, _SPELLED))


def _named(values: dict[str, Any], spelled: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    names = {name.lower(): name for name in spelled}
    for name, value in values.items():
        known = names.get(name.lower(), name)
        inner = spelled.get(known)
        yield known, dict(_named(value, inner)) if inner and isinstance(value, dict) else value


_SPELLED: dict[str, Any] = {
    "messageKey": None, "messageGroupKey": None, "validityPeriod": None,
    "from": {"senderType": None, "senderId": None},
    "to": {"ottId": None, "userReference": None},
    "message": {"subject": None, "contents": None, "customKeys": None},
}  # fmt: skip


def _refuse_templates(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> None:
    """Raise a Refusal where a text cannot be rendered: 501 for what only the platform can, 400 for the rest."""
    contents = folded(folded(body)["message"])["contents"]
    try:
        obstacle = next(obstacles(db, who.eid, who.mid, [str(folded(one).get("text") or "") for one in contents]), None)
    except AmpscriptError as error:
        raise generic_problem(400, error.code or 0, str(error)) from error
    if obstacle:
        raise generic_problem(501, 0, f"The emulator does not emulate: {obstacle} in messages")


def _contents(db: sqlite3.Connection, mid: int, body: dict[str, Any], user: str) -> list[dict[str, Any]]:
    """Return what a message holds, its texts rendered. Raises NotBuilt."""
    mailroom = Mailroom(db)
    contents: list[dict[str, Any]] = body["message"]["contents"]
    name = next((name for one in contents for name in one if name.lower() == "text"), "text")
    parts = {str(place): str(one[name]) for place, one in enumerate(contents) if one.get(name)}
    rendered = mailroom.render(ENTERPRISE, mid, Template(parts), Recipient(user, user, {})).parts
    mailroom.finish()
    return [
        {**one, name: rendered[str(place)]} if str(place) in rendered else one for place, one in enumerate(contents)
    ]


def _outgoing(body: dict[str, Any], user: str, moment: float, rendered: list[dict[str, Any]]) -> dict[str, Any]:
    contents = [folded(one) for one in rendered]
    text = "\n".join(str(one.get("text") or one.get("url") or json.dumps(one)) for one in contents)
    sender = body["from"]
    told = {"channel": sender["senderType"], "from": sender["senderId"], "to": user, "text": text}
    return {**told, "contents": rendered, "messageKey": body["messageKey"],
            "sentAt": timestamp(moment)}  # fmt: skip
