"""Campaigns, and what is attached to them: /hub/v1/campaigns.

Ids are numbers sent as text. The documents head every example with 202; clients of the vendor want 200.
"""

from __future__ import annotations

import sqlite3
from typing import Any

import falcon

from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.app import App
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    caller,
    database,
    flag_of,
    generic_problem,
    is_text,
    json_body,
    page_of,
    query_params,
)

READ, WRITE = "campaign_read", "campaign_write"
PAGE_SIZE = 50
_TEXTS = {"name": 128, "description": 512, "campaignCode": 36, "color": 36}
"""Property -> characters at most."""
_ORDERS = {"modifieddate": "modified", "name": "name collate nocase", "createddate": "created", "id": "id"}
_BY_NUMBER = ("email", "list", "group", "cms_asset", "landing_page")
"""Kinds of objects, in lower case, whose ids are numbers."""

SCHEMA = """
create table campaign (id integer primary key autoincrement, mid integer not null, name text not null,
  description text not null, code text not null, color text not null, favorite integer not null, created real not null,
  modified real not null);
create table campaign_asset (id integer primary key autoincrement, campaign_id integer not null, type text not null,
  object text not null, created real not null);
"""


def seed(db: sqlite3.Connection) -> None:
    """Create the demo account's campaign, with its e-mail."""
    values = [ENTERPRISE, "NTO Spring", "Boots and maps", "nto-spring", "00a1e0", 0, now(db), now(db)]
    names = "mid, name, description, code, color, favorite, created, modified"
    sql = f"insert into campaign ({names}) values (?, ?, ?, ?, ?, ?, ?, ?)"
    number = db.execute(sql, values).lastrowid
    sql = "insert into campaign_asset (campaign_id, type, object, created) values (?, 'CMS_asset', '1201', ?)"
    db.execute(sql, [number, now(db)])


class Campaigns:
    """GET and POST /hub/v1/campaigns."""

    scopes = {"GET": READ, "POST": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List one page."""
        order = (query_params(req).get("$orderby") or "ModifiedDate DESC").split()
        if len(order) != 2 or order[0].lower() not in _ORDERS or order[1].upper() not in ("ASC", "DESC"):
            raise generic_problem(400, 10005, "$orderBy must be ModifiedDate, Name, CreatedDate or ID, and ASC or DESC")
        sql = f"select * from campaign where mid = ? order by {_ORDERS[order[0].lower()]} {order[1]}, id"
        rows = database(req).execute(sql, [caller(req).mid]).fetchall()
        page, size = page_of(req, PAGE_SIZE, PAGE_SIZE)
        shown = [_shown(row) for row in rows[(page - 1) * size : page * size]]
        resp.media = {"page": page, "pageSize": size, "count": len(rows), "links": _links(page, size, len(rows))}
        resp.media["items"] = shown

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create a campaign."""
        db, body = database(req), _checked(json_body(req, generic_problem))
        names = "mid, name, description, code, color, favorite, created, modified"
        sql = f"insert into campaign ({names}) values (?, ?, ?, ?, ?, ?, ?, ?)"
        texts = [body.get(name, "") for name in _TEXTS]
        cursor = db.execute(sql, [caller(req).mid, *texts, body.get("favorite", False), now(db), now(db)])
        resp.media = _shown(_found(req, str(cursor.lastrowid)))


class Campaign:
    """GET and DELETE /hub/v1/campaigns/{campaign_id}."""

    scopes = {"GET": READ, "DELETE": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response, campaign_id: str) -> None:
        """Show a campaign."""
        resp.media = _shown(_found(req, campaign_id))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, campaign_id: str) -> None:
        """Delete a campaign; what is attached to it stays."""
        db, row = database(req), _found(req, campaign_id)
        db.execute("delete from campaign_asset where campaign_id = ?", [row["id"]])
        db.execute("delete from campaign where id = ?", [row["id"]])


class CampaignAssets:
    """GET and POST /hub/v1/campaigns/{campaign_id}/assets."""

    scopes = {"GET": READ, "POST": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response, campaign_id: str) -> None:
        """List what is attached, in another envelope than the campaigns."""
        row = _found(req, campaign_id)
        sql = "select * from campaign_asset where campaign_id = ? order by id"
        rows = database(req).execute(sql, [row["id"]]).fetchall()
        page, size = page_of(req, PAGE_SIZE, PAGE_SIZE)
        shown = [_shown_asset(one) for one in rows[(page - 1) * size : page * size]]
        resp.media = {"page": page, "pageSize": size, "totalCount": len(rows), "entities": shown}

    def on_post(self, req: falcon.Request, resp: falcon.Response, campaign_id: str) -> None:
        """Attach objects of one kind; whether they are there is not looked at."""
        db, row, body = database(req), _found(req, campaign_id), json_body(req, generic_problem)
        ids, kind = body.get("ids"), body.get("type")
        if not isinstance(ids, list) or not ids or not all(isinstance(one, str | int) for one in ids):
            raise generic_problem(400, 10002, "ids is required")
        if not is_text(kind) or not kind or not all(is_text(str(one)) for one in ids):
            raise generic_problem(400, 10002, "type is required")
        sql = "insert into campaign_asset (campaign_id, type, object, created) values (?, ?, ?, ?)"
        numbers = [db.execute(sql, [row["id"], kind, str(one), now(db)]).lastrowid for one in ids]
        found = (db.execute("select * from campaign_asset where id = ?", [one]).fetchone() for one in numbers)
        resp.media = [_shown_asset(one) for one in found]


class CampaignAsset:
    """GET and DELETE /hub/v1/campaigns/{campaign_id}/assets/{asset_id}."""

    scopes = {"GET": READ, "DELETE": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response, campaign_id: str, asset_id: str) -> None:
        """Show what is attached."""
        resp.media = _shown_asset(self._found(req, campaign_id, asset_id))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, campaign_id: str, asset_id: str) -> None:
        """Detach it."""
        row = self._found(req, campaign_id, asset_id)
        database(req).execute("delete from campaign_asset where id = ?", [row["id"]])

    @staticmethod
    def _found(req: falcon.Request, campaign_id: str, asset_id: str) -> sqlite3.Row:
        sql = "select * from campaign_asset where campaign_id = ? and id = ?"
        number = _number(asset_id)
        row: sqlite3.Row | None = database(req).execute(sql, [_found(req, campaign_id)["id"], number]).fetchone()
        if row is None:
            raise generic_problem(400, 30003, "Campaign asset does not exist")
        return row


ROUTES = {
    "/hub/v1/campaigns": Campaigns(),
    "/hub/v1/campaigns/{campaign_id}": Campaign(),
    "/hub/v1/campaigns/{campaign_id}/assets": CampaignAssets(),
    "/hub/v1/campaigns/{campaign_id}/assets/{asset_id}": CampaignAsset(),
}


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > 18:
        raise generic_problem(400, 10000, "Campaign ID is invalid")
    return int(text)


def _found(req: falcon.Request, campaign_id: str) -> sqlite3.Row:
    sql = "select * from campaign where mid = ? and id = ?"
    row: sqlite3.Row | None = database(req).execute(sql, [caller(req).mid, _number(campaign_id)]).fetchone()
    if row is None:
        raise generic_problem(400, 30003, "Campaign does not exist")  # 400, as public clients expect it
    return row


def _checked(body: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of a new campaign. Raises a 400 Refusal. Public clients leave out all but the name."""
    found = {name: body[name] for name in (*_TEXTS, "favorite") if body.get(name) is not None}
    if not found.get("name"):
        raise generic_problem(400, 10002, "name is required")
    for name, most in _TEXTS.items():
        if name in found and (not is_text(found[name]) or len(found[name]) > most):
            raise generic_problem(400, 10005, f"{name} must be text of at most {most} characters")
    if "favorite" in found:
        found["favorite"] = flag_of(found["favorite"])
        if found["favorite"] is None:
            raise generic_problem(400, 10001, "favorite must be true or false")
    return found


def _links(page: int, size: int, count: int) -> dict[str, Any]:
    """Return the links of a page, which begin behind /hub."""
    path = f"/v1/campaigns?$pageSize={size}&$page="
    following = {"next": {"href": f"{path}{page + 1}"}} if page * size < count else {}
    return {"self": {"href": f"{path}{page}"}, **following}


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "id": str(row["id"]),
        "createdDate": iso(row["created"]),
        "modifiedDate": iso(row["modified"]),
        "name": row["name"],
        "description": row["description"],
        "campaignCode": row["code"],
        "color": row["color"],
        "favorite": bool(row["favorite"]),
    }


def _shown_asset(row: sqlite3.Row) -> dict[str, Any]:
    is_number = row["type"].lower() in _BY_NUMBER and row["object"].isdecimal() and len(row["object"]) < 19
    told = {"itemID": int(row["object"])} if is_number else {"objectID": row["object"]}
    place = {"id": str(row["id"]), "campaignId": row["campaign_id"], "type": row["type"]}
    return {**place, **told, "createdDate": iso(row["created"])}


APP = App(routes=ROUTES, schema=SCHEMA, seeds=(seed,))
