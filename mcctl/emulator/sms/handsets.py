"""Texts from handsets, played by a request: /sms/v1/queueMO.

docs disagree on both arrays at once: refused here. docs silent: an unknown token (400), and what an invalid number
does, which is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import falcon

from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import Caller, caller, database, folded, is_text, sms_body, string_errors
from mcctl.emulator.sms import jobs as texting
from mcctl.emulator.sms import talk as mobile
from mcctl.emulator.sms.sends import BOTH, history, recipient_faults, text_faults
from mcctl.emulator.sms.talk import MO_TOKEN, new_token


class QueueMo:
    """POST /sms/v1/queueMO."""

    scopes = {"POST": "sms_send"}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Take a text as if it came from each of the handsets."""
        db, who, body = database(req), caller(req), sms_body(req)
        if faults := list(_faults(body)):
            raise string_errors(faults)
        if "subscribers" in body:
            results = [_heard_from_subscribers(db, who, body)]
        else:
            results = [_heard_from(db, who, body, number) for number in body["mobilenumbers"]]
        resp.status = 202
        resp.media = {"results": results}


class Deliveries:
    """GET /sms/v1/queueMO/deliveries/{tokenId}."""

    scopes = {"GET": "sms_read"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, token: str) -> None:
        """Tell the carriers' codes of the answers."""
        talk, moment = _talk(req, token), now(database(req))
        answers = [row for row in talk if row["kind"] == "MT"]
        tracking = [
            row for one in answers for row in texting.tracking(one["number"], moment - one["at"], detailed=False)
        ]
        resp.media = {"tracking": tracking}


class History:
    """GET /sms/v1/queueMO/history/{tokenId}."""

    scopes = {"GET": "sms_read"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, token: str) -> None:
        """Tell what was said."""
        talk = _talk(req, token)
        resp.media = history(talk, talk[0]["at"])


ROUTES = {
    "/sms/v1/queueMO": QueueMo(),
    "/sms/v1/queueMO/deliveries/{token}": Deliveries(),
    "/sms/v1/queueMO/history/{token}": History(),
}


def _talk(req: falcon.Request, token: str) -> list[sqlite3.Row]:
    talk = mobile.talk_of(database(req), caller(req).mid, token)
    if not talk:
        raise string_errors([f"Token id {token} is not valid."])
    return talk


def _faults(body: dict[str, Any]) -> Iterator[str]:
    yield from recipient_faults(body, both=BOTH)
    numbers = body.get("mobilenumbers")
    for number in numbers if isinstance(numbers, list) else []:
        if isinstance(number, str) and number.isdecimal() and not mobile.is_number(number):
            yield "Invalid phone number"
    yield from text_faults(body, ("shortcode", "messagetext"))
    if str(body.get("shortcode")) not in mobile.CODES:
        yield f"Short code {body.get('shortcode', '')} is not valid for the client."
    if not is_text(body.get("messagetext")) or not body["messagetext"].strip():
        yield "The message text cannot be blank."


def _heard_from(db: sqlite3.Connection, who: Caller, body: dict[str, Any], number: str) -> dict[str, Any]:
    token = new_token(MO_TOKEN)
    contact = mobile.contact_of(db, who.eid, number)
    mobile.hear(db, who, body["shortcode"], number, contact, body["messagetext"], token)
    return {"identifier": token, "mobileNumber": number, "result": "OK"}


def _heard_from_subscribers(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> dict[str, Any]:
    token = new_token(MO_TOKEN)
    told = []
    for entry in map(folded, body["subscribers"]):
        number, key = entry["mobilenumber"], entry["subscriberkey"]
        contact = mobile.contact_of(db, who.eid, number, key)
        mobile.hear(db, who, body["shortcode"], number, contact, body["messagetext"], token)
        told.append({"mobilenumber": number, "subscriberkey": key})
    return {"identifier": token, "subscribers": told, "result": "OK"}
