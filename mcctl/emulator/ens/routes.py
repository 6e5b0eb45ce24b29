"""The Event Notification Service: /platform/v1/ens-*.

Beyond the documented https://host/path, a callback may be http://127.0.0.1:PORT/path, and no other is ever called: a
probe of any other host fails as for one that does not answer. Engagement events can be subscribed to, but nobody opens
or clicks here. docs silent on the shape of errors; they are those of the other REST routes.
"""

from __future__ import annotations

import base64
import json
import re
import secrets
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import Refusal, array_body, caller, database, generic_problem, is_unicode, json_body
from mcctl.emulator.ens import delivery as ens_delivery

VERIFY_SECONDS = 4 * 3600
MAX_SUBSCRIPTIONS = 200
BATCH_SIZES = range(100, 1001)
EVENTS = (
    "TransactionalSendEvents.EmailSent",
    "TransactionalSendEvents.EmailNotSent",
    "TransactionalSendEvents.EmailBounced",
    "EngagementEvents.EmailOpen",
    "EngagementEvents.EmailClick",
    "EngagementEvents.EmailUnsubscribe",
    "TransactionalSendEvents.SmsSent",
    "TransactionalSendEvents.SmsNotSent",
    "TransactionalSendEvents.SmsTransient",
    "TransactionalSendEvents.SmsBounced",
    "TransactionalSendEvents.SmsDelivered",
)
_URL = re.compile(r"https://[^/:?#\s]+(/[^?#\s]*)?|http://(127\.0\.0\.1|localhost)(:\d{1,5})?(/[^?#\s]*)?")
_FILTER = re.compile(r"(definitionKey|statusCode|bounceCode|smtpReason)=(.*)", re.DOTALL)
_CALLBACK = "event_notification_callback_"
_SUBSCRIPTION = "event_notification_subscription_"

SCHEMA = ens_delivery.SCHEMA


class Callbacks:
    """POST, GET and PUT /platform/v1/ens-callbacks."""

    scopes = {"POST": f"{_CALLBACK}create", "GET": f"{_CALLBACK}read", "PUT": f"{_CALLBACK}update"}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Register a URL, once it has answered a probe. A callback whose probe fails stays, to be deleted."""
        db, who, body = database(req), caller(req), array_body(req)
        name, url = _text(body, "callbackName"), _text(body, "url")
        size = _batch_size(body, 1000)
        if not _URL.fullmatch(url):
            raise generic_problem(400, 10005, "url must be https://host/path, without port and query")
        if db.execute("select 1 from ens_callback where mid = ? and url = ?", [who.mid, url]).fetchone():
            raise generic_problem(400, 30004, "A callback with this url is already registered")
        callback_id, key = str(uuid.uuid4()), _random_key()
        probe = {"callbackId": callback_id, "verificationKey": secrets.token_urlsafe(24)}
        db.execute(
            "insert into ens_callback (id, mid, name, url, max_batch, signature_key, verification_key, created) "
            "values (?, ?, ?, ?, ?, ?, ?, ?)",
            [callback_id, who.mid, name, url, size, key, probe["verificationKey"], now(db)],
        )
        # The receiver must be able to use the API while it is probed.
        with req.env["emulator.state"].released(db):
            status = ens_delivery.post(url, json.dumps(probe).encode(), {}, ens_delivery.PROBE_SECONDS)
        if status != 200:
            raise generic_problem(
                400,
                30000,
                "MCMS_UWH_Runtime_GeneralFailure_probeCallbackLiveness: the url did not answer the probe with 200 in "
                f"{ens_delivery.PROBE_SECONDS} s; delete callback {callback_id} and create it again",
            )
        created = {"callbackName": name, "callbackId": callback_id, "url": url}
        resp.media = [{**created, "signatureKey": key, "maxBatchSize": size}]
        resp.status = 201

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the callbacks."""
        rows = database(req).execute("select * from ens_callback where mid = ? order by created", [caller(req).mid])
        resp.media = [_shown_callback(row) for row in rows]

    def on_put(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Change a callback's name and batch size; the url stays."""
        db, body = database(req), array_body(req)
        row = _callback(db, caller(req).mid, body.get("callbackId"))
        name, size = _text(body, "callbackName"), _batch_size(body, row["max_batch"])
        db.execute("update ens_callback set name = ?, max_batch = ? where id = ?", [name, size, row["id"]])
        resp.media = [{"callbackId": row["id"], "callbackName": name, "url": row["url"], "maxBatchSize": size}]


class Callback:
    """GET and DELETE /platform/v1/ens-callbacks/{id}."""

    scopes = {"GET": f"{_CALLBACK}read", "DELETE": f"{_CALLBACK}delete"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, callback_id: str) -> None:
        """Show a callback."""
        resp.media = _shown_callback(_callback(database(req), caller(req).mid, callback_id))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, callback_id: str) -> None:
        """Remove a callback that no subscription uses."""
        db = database(req)
        row = _callback(db, caller(req).mid, callback_id)
        if db.execute("select 1 from ens_subscription where callback_id = ?", [row["id"]]).fetchone():
            raise generic_problem(409, 30002, "The callback has subscriptions")
        db.execute("delete from ens_callback where id = ?", [row["id"]])
        resp.text = ""


class Verify:
    """POST /platform/v1/ens-verify."""

    scopes = {"POST": f"{_CALLBACK}update"}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Prove that the callback is one's own, with the key that it was sent."""
        db, body = database(req), json_body(req, generic_problem)
        callback_id, key = _text(body, "callbackId"), _text(body, "verificationKey")
        row = _callback(db, caller(req).mid, callback_id)
        if row["verification_key"] != key or row["created"] + VERIFY_SECONDS < now(db):
            raise _no_callback()
        db.execute("update ens_callback set status = 'verified', verification_key = null where id = ?", [row["id"]])
        resp.text = ""


class Regenerate:
    """PUT /platform/v1/ens-regenerate."""

    scopes = {"PUT": f"{_CALLBACK}update"}

    def on_put(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Give a callback another signature key."""
        db, body = database(req), array_body(req)
        row = _callback(db, caller(req).mid, _text(body, "callbackId"))
        key = _random_key()
        db.execute("update ens_callback set signature_key = ? where id = ?", [key, row["id"]])
        resp.media = [{"callbackName": row["name"], "callbackId": row["id"], "url": row["url"], "signatureKey": key}]


class Subscriptions:
    """POST and PUT /platform/v1/ens-subscriptions."""

    scopes = {"POST": f"{_SUBSCRIPTION}create", "PUT": f"{_SUBSCRIPTION}update"}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Subscribe a verified callback to events."""
        db, who, body = database(req), caller(req), array_body(req)
        name = _text(body, "subscriptionName")
        callback = _callback(db, who.mid, _text(body, "callbackId"))
        types, filters = _event_types(body), _filters(body, [])
        if callback["status"] != "verified":
            raise generic_problem(400, 30001, "The callback is not verified")
        _refuse_taken_name(db, who.mid, name, but="")
        count = "select count(*) from ens_subscription where callback_id = ?"
        if db.execute(count, [callback["id"]]).fetchone()[0] >= MAX_SUBSCRIPTIONS:
            raise generic_problem(400, 30001, f"A callback has at most {MAX_SUBSCRIPTIONS} subscriptions")
        number = str(uuid.uuid4())
        db.execute(
            "insert into ens_subscription (id, mid, callback_id, name, types, filters) values (?, ?, ?, ?, ?, ?)",
            [number, who.mid, callback["id"], name, json.dumps(types), json.dumps(filters)],
        )
        shown = _shown_subscription(_subscription(db, who.mid, number))
        resp.media = [
            {key: value for key, value in shown.items() if key not in ("url", "maxBatchSize", "statusReason")}
        ]
        resp.status = 201

    def on_put(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Change, pause or resume a subscription."""
        db, mid, body = database(req), caller(req).mid, array_body(req)
        row = _subscription(db, mid, _text(body, "subscriptionId"))
        types, filters = _event_types(body), _filters(body, json.loads(row["filters"]))
        name = _text(body, "subscriptionName") if "subscriptionName" in body else row["name"]
        status = body.get("status", row["status"])
        if status not in ("active", "paused"):
            raise generic_problem(400, 10005, "status must be active or paused")
        if "status" in body and status == row["status"]:
            raise generic_problem(400, 30002, f"The subscription is {status} already")
        reason = _text(body, "statusReason") if "statusReason" in body else row["reason"]
        _refuse_taken_name(db, mid, name, but=row["id"])
        db.execute(
            "update ens_subscription set name = ?, types = ?, filters = ?, status = ?, reason = ? where id = ?",
            [name, json.dumps(types), json.dumps(filters), status, reason, row["id"]],
        )
        resp.media = [_shown_subscription(_subscription(db, mid, row["id"]))]


class Subscription:
    """GET and DELETE /platform/v1/ens-subscriptions/{id}."""

    scopes = {"GET": f"{_SUBSCRIPTION}read", "DELETE": f"{_SUBSCRIPTION}delete"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, subscription_id: str) -> None:
        """Show a subscription."""
        resp.media = _shown_subscription(_subscription(database(req), caller(req).mid, subscription_id))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, subscription_id: str) -> None:
        """Remove a subscription."""
        db = database(req)
        db.execute(
            "delete from ens_subscription where id = ?", [_subscription(db, caller(req).mid, subscription_id)["id"]]
        )
        resp.text = ""


class SubscriptionsOfCallback:
    """GET /platform/v1/ens-subscriptions-by-cb/{id}."""

    scopes = {"GET": f"{_SUBSCRIPTION}read"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, callback_id: str) -> None:
        """List the subscriptions of a callback."""
        db = database(req)
        callback = _callback(db, caller(req).mid, callback_id)
        rows = db.execute(f"{_SUBSCRIPTIONS} where ens_subscription.callback_id = ? order by name", [callback["id"]])
        resp.media = [_shown_subscription(row) for row in rows]


ROUTES = {
    "/platform/v1/ens-callbacks": Callbacks(),
    "/platform/v1/ens-callbacks/{callback_id}": Callback(),
    "/platform/v1/ens-verify": Verify(),
    "/platform/v1/ens-regenerate": Regenerate(),
    "/platform/v1/ens-subscriptions": Subscriptions(),
    "/platform/v1/ens-subscriptions/{subscription_id}": Subscription(),
    "/platform/v1/ens-subscriptions-by-cb/{callback_id}": SubscriptionsOfCallback(),
}
_SUBSCRIPTIONS = """select ens_subscription.*, ens_callback.name as callback_name, url, max_batch
from ens_subscription join ens_callback on ens_callback.id = callback_id"""


def _no_callback() -> Refusal:
    return generic_problem(404, 30003, "The callback does not exist")


def _callback(db: sqlite3.Connection, mid: int, callback_id: Any) -> sqlite3.Row:
    row: sqlite3.Row | None = None
    if isinstance(callback_id, str) and callback_id.isascii():
        row = db.execute("select * from ens_callback where mid = ? and id = ?", [mid, callback_id.lower()]).fetchone()
    if row is None:
        raise _no_callback()
    return row


def _subscription(db: sqlite3.Connection, mid: int, subscription_id: str) -> sqlite3.Row:
    sql = f"{_SUBSCRIPTIONS} where ens_subscription.mid = ? and ens_subscription.id = ?"
    row: sqlite3.Row | None = db.execute(sql, [mid, subscription_id]).fetchone()
    if row is None:
        raise generic_problem(404, 30003, "The subscription does not exist")
    return row


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name)
    if value in (None, ""):
        raise generic_problem(400, 10002, f"{name} is required")
    if not isinstance(value, str) or not is_unicode(value):
        raise generic_problem(400, 10001, f"{name} must be text")
    return value


def _batch_size(body: dict[str, Any], default: int) -> int:
    size = body.get("maxBatchSize", default)
    if not isinstance(size, int) or isinstance(size, bool) or size not in BATCH_SIZES:
        raise generic_problem(400, 10005, f"maxBatchSize must be between {BATCH_SIZES[0]} and {BATCH_SIZES[-1]}")
    return size


def _event_types(body: dict[str, Any]) -> list[str]:
    types = body.get("eventCategoryTypes")
    if not isinstance(types, list) or not types:
        raise generic_problem(400, 10002, "eventCategoryTypes is required")
    unknown = [kind for kind in types if kind not in EVENTS]
    if unknown:
        raise generic_problem(400, 10005, f"eventCategoryTypes has no {unknown[0]!r}")
    return types


def _filters(body: dict[str, Any], default: list[str]) -> list[str]:
    filters = body.get("filters", default)
    if not isinstance(filters, list):
        raise generic_problem(400, 10001, "filters must be a list")
    for text in filters:
        if not isinstance(text, str) or not _FILTER.fullmatch(text):
            raise generic_problem(400, 10003, f"{text!r} is not a filter such as definitionKey=order")
    return filters


def _refuse_taken_name(db: sqlite3.Connection, mid: int, name: str, *, but: str) -> None:
    if db.execute("select 1 from ens_subscription where mid = ? and name = ? and id != ?", [mid, name, but]).fetchone():
        raise generic_problem(400, 30004, "A subscription with this name already exists")


def _random_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _shown_callback(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "callbackId": row["id"],
        "callbackName": row["name"],
        "url": row["url"],
        "maxBatchSize": row["max_batch"],
        "status": row["status"],
        "statusReason": "none",
    }


def _shown_subscription(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "callbackId": row["callback_id"],
        "callbackName": row["callback_name"],
        "url": row["url"],
        "maxBatchSize": row["max_batch"],
        "subscriptionName": row["name"],
        "eventCategoryTypes": json.loads(row["types"]),
        "subscriptionId": row["id"],
        "filters": json.loads(row["filters"]),
        "status": row["status"],
        "statusReason": row["reason"],
    }
