"""The authentication host: /v2/token, /v2/authorize, /v2/userinfo, /v2/discovery.

Two API clients are there from the beginning: `emulator` (secret `emulator`), server-to-server, enabled for both
business units; and `emulator-web` (secret `emulator-web`), a web app that redirects to https://127.0.0.1:80/.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from typing import Any
from urllib.parse import urlencode

import falcon

from mcctl.emulator.core.account import ENTERPRISE, EUROPE, USER
from mcctl.emulator.core.app import App
from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import Caller, database, json_body, oauth_problem

SCOPES = (
    "accounts_read audiences_read audiences_write automations_execute automations_read automations_write "
    "campaign_read campaign_write data_extensions_read data_extensions_write documents_and_images_read "
    "documents_and_images_write email_read email_send email_write event_notification_callback_create "
    "event_notification_callback_delete event_notification_callback_read event_notification_callback_update "
    "event_notification_subscription_create event_notification_subscription_delete "
    "event_notification_subscription_read event_notification_subscription_update file_locations_read "
    "journeys_execute journeys_read journeys_write list_and_subscribers_read list_and_subscribers_write "
    "push_read push_send push_write saved_content_read saved_content_write sms_read sms_send sms_write "
    "tracking_events_read"
)
_PLACE = {
    "locale": "en-US",
    "zoneinfo": "America/Regina",
    "timezone": {
        "longName": "(GMT-06:00) Central Time (No Daylight Saving)",
        "shortName": "CST",
        "offset": -6.0,
        "dst": False,
    },
}
TOKEN_SECONDS = 1200
EXPIRES_IN = {"client_credentials": 1080, "authorization_code": 1200, "refresh_token": 1200}
CODE_SECONDS = 300
REFRESH_SECONDS = 30 * 86400

SCHEMA = """
create table account (mid integer primary key, eid integer not null, name text not null);
create table client (id text primary key, secret text, name text not null, web integer not null, mid integer not null,
  mids text not null, scopes text not null, redirects text not null);
create table token (token text primary key, kind text not null, client_id text not null, mid integer not null,
  scopes text not null, redirect text, expires_at real not null);
"""


def seed(db: sqlite3.Connection) -> None:
    """Create Northern Trail Outfitters with its two business units and its API clients."""
    names = [(ENTERPRISE, "Northern Trail Outfitters"), (EUROPE, "NTO Europe")]
    db.executemany("insert into account values (?, ?, ?)", [(mid, ENTERPRISE, name) for mid, name in names])
    mids = json.dumps([ENTERPRISE, EUROPE])
    clients = [
        ("emulator", "emulator", "mcctl emulator", 0, ENTERPRISE, mids, SCOPES, "[]"),
        ("emulator-web", "emulator-web", "mcctl emulator web app", 1, ENTERPRISE, mids, SCOPES + " offline",
         json.dumps(["https://127.0.0.1:80/"])),
    ]  # fmt: skip
    db.executemany("insert into client values (?, ?, ?, ?, ?, ?, ?, ?)", clients)


def children(db: sqlite3.Connection, eid: int) -> list[int]:
    """Return the MIDs of an enterprise's business units below the top one."""
    return [mid for (mid,) in db.execute("select mid from account where eid = ? and mid != ?", [eid, eid])]


def find_caller(db: sqlite3.Connection, token: str) -> Caller | None:
    """Return whom an access token stands for, or None if it is unknown or has expired."""
    row = db.execute(
        "select token.*, account.eid from token join account using (mid) where token = ? and kind = 'access'",
        [token],
    ).fetchone()
    if row is None or row["expires_at"] <= now(db):
        return None
    return Caller(row["mid"], row["eid"], row["client_id"], frozenset(row["scopes"].split()), USER)


class Token:
    """POST /v2/token."""

    public = True

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Issue a token for one of three grants."""
        db = database(req)
        body = json_body(req, lambda status, _code, message: oauth_problem(status, "invalid_request", message))
        grants = {
            "client_credentials": self._client_credentials,
            "authorization_code": self._authorization_code,
            "refresh_token": self._refresh,
        }
        grant = str(body.get("grant_type"))
        if grant not in grants:
            raise oauth_problem(400, "unsupported_grant_type", f"grant_type must be one of {', '.join(grants)}")
        client = _authenticated(db, body)
        mid, scopes = grants[grant](db, client, body)
        resp.media = _issue(db, req, client, mid, scopes, grant)

    @staticmethod
    def _client_credentials(db: sqlite3.Connection, client: sqlite3.Row, body: dict[str, Any]) -> tuple[int, str]:
        if client["web"]:
            raise oauth_problem(401, "unauthorized_client", "This client may not use client_credentials")
        return _business_unit(client, body), _granted(client["scopes"], body)

    @staticmethod
    def _authorization_code(db: sqlite3.Connection, client: sqlite3.Row, body: dict[str, Any]) -> tuple[int, str]:
        row = _take(db, "code", body.get("code"), client)
        if body.get("redirect_uri") != row["redirect"]:
            raise oauth_problem(400, "invalid_grant", "redirect_uri is not the one of the authorize request")
        return row["mid"], _granted(row["scopes"], body)

    @staticmethod
    def _refresh(db: sqlite3.Connection, client: sqlite3.Row, body: dict[str, Any]) -> tuple[int, str]:
        row = _take(db, "refresh", body.get("refresh_token"), client)
        mid = _business_unit(client, body) if "account_id" in body else row["mid"]
        return mid, _granted(row["scopes"], body)


class Authorize:
    """GET /v2/authorize. There is no login page: the demo user is logged in already."""

    public = True

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Redirect back with a code."""
        db = database(req)
        client = _client(db, req.get_param("client_id"))
        redirect = req.get_param("redirect_uri") or ""
        if client is None or redirect not in json.loads(client["redirects"]):
            raise oauth_problem(400, "invalid_client", "The client is unknown, or redirect_uri is not one of its own")
        answer = {"state": req.get_param("state")} if req.get_param("state") else {}
        if req.get_param("response_type") != "code":
            answer |= {
                "error": "unsupported_response_type",
                "error_description": "response_type must be code",
            }
        else:
            scopes = _granted(client["scopes"], {"scope": req.get_param("scope")})
            answer |= {"code": _store(db, "code", client["id"], client["mid"], scopes, CODE_SECONDS, redirect)}
        resp.status = 302
        resp.location = f"{redirect}?{urlencode(answer)}"


class UserInfo:
    """GET /v2/userinfo."""

    public = True

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Describe whom the token stands for."""
        db = database(req)
        header = req.get_header("Authorization") or ""
        if not header.strip():
            raise oauth_problem(400, "invalid_request", "No access token")
        token = header.removeprefix("Bearer ").strip()
        who = find_caller(db, token)
        if who is None:
            raise oauth_problem(401, "invalid_token", "The access token is invalid or has expired")
        client = db.execute("select * from client where id = ?", [who.client_id]).fetchone()
        expires = db.execute("select expires_at from token where token = ?", [token]).fetchone()["expires_at"]
        name = db.execute("select name from account where mid = ?", [who.eid]).fetchone()["name"]
        sub = USER["userId"] if req.get_param("view") != "oidc" else f"{req.prefix}/uid/{USER['userId']}"
        resp.media = {
            "exp": int(expires),
            "iss": req.prefix,
            "user": {"sub": sub, "name": USER["name"], "preferred_username": "ada", "email": USER["email"], **_PLACE},
            "organization": {
                "member_id": who.mid,
                "enterprise_id": who.eid,
                "enterprise_name": name,
                "account_type": "enterprise",
                "stack_key": "S1",
                "region": "NA1",
                **_PLACE,
            },
            "rest": _instance_urls(req),
            "application": {
                "id": client["id"],
                "name": client["name"],
                "redirectUrl": json.loads(client["redirects"]),
                "appScopes": sorted(who.scopes),
            },
            "permissions": [],
        }


class Discovery:
    """GET /v2/discovery."""

    public = True

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell the tenant's hosts."""
        resource = (req.get_param("resource") or "").strip("'")
        if _client(database(req), req.get_param("client_id")) is None or not resource.startswith("acct:"):
            resp.status = 400
            resp.media = {"message": "Invalid request"}
            return
        links = [{"rel": rel, "href": f"{req.prefix}/"} for rel in ("auth_instance_url", "rest_instance_url")]
        resp.media = {"subject": resource, "links": links}


ROUTES = {
    "/v2/token": Token(),
    "/v2/authorize": Authorize(),
    "/v2/userinfo": UserInfo(),
    "/v2/discovery": Discovery(),
}


def _client(db: sqlite3.Connection, client_id: Any) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute("select * from client where id = ?", [str(client_id)]).fetchone()
    return row


def _authenticated(db: sqlite3.Connection, body: dict[str, Any]) -> sqlite3.Row:
    client = _client(db, body.get("client_id"))
    if client is None or not secrets.compare_digest(
        str(body.get("client_secret")).encode(), str(client["secret"]).encode()
    ):
        raise oauth_problem(
            401,
            "invalid_client",
            "Client authentication failed. Make sure that the client ID and client secret are valid and that the "
            "package is installed and enabled.",
        )
    return client


def _business_unit(client: sqlite3.Row, body: dict[str, Any]) -> int:
    wanted = body.get("account_id", client["mid"])
    if isinstance(wanted, bool) or str(wanted) not in map(str, json.loads(client["mids"])):
        raise oauth_problem(401, "unauthorized_client", "The integration is not enabled for this business unit.")
    return int(wanted)


def _granted(available: str, body: dict[str, Any]) -> str:
    """No scope asked for means all, the empty text none."""
    wanted = body.get("scope")
    if wanted is None:
        return available
    if not isinstance(wanted, str) or not set(wanted.split()) <= set(available.split()):
        raise oauth_problem(400, "invalid_scope", "The requested scope is invalid, unknown, or exceeds the package's.")
    return wanted


def _take(db: sqlite3.Connection, kind: str, token: Any, client: sqlite3.Row) -> sqlite3.Row:
    """Use up a code or refresh token, which are good once."""
    row: sqlite3.Row | None = db.execute(
        "delete from token where token = ? and kind = ? and client_id = ? returning *",
        [str(token), kind, client["id"]],
    ).fetchone()
    if row is None or row["expires_at"] <= now(db):
        raise oauth_problem(401, "invalid_grant", f"The {kind} is invalid, was used, or has expired")
    return row


def _store(
    db: sqlite3.Connection,
    kind: str,
    client_id: str,
    mid: int,
    scopes: str,
    seconds: int,
    redirect: str | None = None,
) -> str:
    token = secrets.token_urlsafe(48)
    db.execute("delete from token where expires_at < ?", [now(db)])
    db.execute(
        "insert into token values (?, ?, ?, ?, ?, ?, ?)",
        [token, kind, client_id, mid, scopes, redirect, now(db) + seconds],
    )
    return token


def _issue(
    db: sqlite3.Connection, req: falcon.Request, client: sqlite3.Row, mid: int, scopes: str, grant: str
) -> dict[str, Any]:
    answer = {
        "access_token": _store(db, "access", client["id"], mid, scopes, TOKEN_SECONDS),
        "token_type": "Bearer",
        "expires_in": EXPIRES_IN[grant],
        "scope": scopes,
        **_instance_urls(req),
    }
    if grant != "client_credentials":
        answer["refresh_token"] = _store(db, "refresh", client["id"], mid, scopes, REFRESH_SECONDS)
    return answer


def _instance_urls(req: falcon.Request) -> dict[str, str]:
    return {"rest_instance_url": f"{req.prefix}/", "soap_instance_url": f"{req.prefix}/"}


APP = App(routes=ROUTES, schema=SCHEMA, seeds=(seed,), secrets=("client_secret",))
