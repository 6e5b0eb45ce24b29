"""Content Builder's assets: /asset/v1/content/assets."""

from __future__ import annotations

import json
import sqlite3
import uuid
from typing import Any

import falcon

from mcctl.ampscript.assets import EMAIL_TYPES, compile_view
from mcctl.ampscript.errors import AmpscriptError
from mcctl.emulator.asset import images, rules
from mcctl.emulator.asset.filters import EVERYTHING, order_of
from mcctl.emulator.asset.search import ASSETS, SHOWN, found, order, shown
from mcctl.emulator.core.account import USER
from mcctl.emulator.core.app import Loaded
from mcctl.emulator.core.state import now, timestamp
from mcctl.emulator.core.web import (
    Caller,
    Refusal,
    caller,
    content_problem,
    database,
    generic_problem,
    json_body,
    positive,
    query_params,
    whole_number,
)
from mcctl.emulator.demo import SALUTATIONS
from mcctl.emulator.demo import assets as demo_assets
from mcctl.emulator.folder import READ, WRITE, root_of
from mcctl.emulator.rendering.blocks import with_blocks
from mcctl.emulator.rendering.messages import view as rendered_view

CREATE = "saved_content_write"
_LEGACY_OFFSET = 30_000
PAGE_SIZE = 50

SCHEMA = """
create table asset (id integer primary key autoincrement, mid integer not null, eid integer not null,
  key text not null, category_id integer not null, name text not null, doc text not null, file text,
  legacy_id integer generated always as (json_extract(doc, '$.legacyData.legacyId')) virtual,
  object_id text generated always as (json_extract(doc, '$.objectID')) virtual);
create index asset_object_id on asset (object_id) where file is not null;
create index asset_legacy_id on asset (eid, legacy_id) where legacy_id is not null;
create unique index asset_key on asset (eid, key);
create index asset_place on asset (category_id, name);
create table asset_changes (count integer not null);
insert into asset_changes values (0);
create trigger asset_inserted after insert on asset begin update asset_changes set count = count + 1; end;
create trigger asset_updated after update on asset begin update asset_changes set count = count + 1; end;
create trigger asset_deleted after delete on asset begin update asset_changes set count = count + 1; end;
create trigger category_updated after update on category begin update asset_changes set count = count + 1; end;
"""
_KEPT = ("objectID", "owner", "createdDate", "createdBy", "legacyData", "availableViews")


def seed(db: sqlite3.Connection) -> None:
    """Create the demo account's e-mails, blocks and images."""
    for number, mid, eid, body in demo_assets():
        _insert(db, Caller(mid, eid, "", frozenset(), USER), body, asset_id=number)


def load(db: sqlite3.Connection, who: Caller, one: Loaded) -> None:
    """Put an asset there as it was, its ids and times with it."""
    number = _insert(db, who, rules.checked(one.body, creating=True), asset_id=int(one.id) if one.id else None)
    row = db.execute("select doc from asset where id = ?", [number]).fetchone()
    doc = {**json.loads(row["doc"]), "name": one.body["name"], **one.more}
    db.execute("update asset set name = ?, doc = ? where id = ?", [doc["name"], json.dumps(doc), number])


class Assets:
    """GET and POST /asset/v1/content/assets."""

    scopes = {"GET": READ, "POST": CREATE}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List one page, with one simple filter."""
        params = query_params(req)
        condition = ASSETS.filter(params["$filter"]) if params.get("$filter") else EVERYTHING
        order = order_of(params.get("$orderby", ""))
        page = positive(params.get("$page"), 1, "$page")
        size = positive(params.get("$pagesize"), PAGE_SIZE, "$pagesize")
        wanted = [name.strip() for name in params.get("$fields", "").split(",") if name.strip()]
        resp.media = found(req, condition, order, page, size, wanted)

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Create one asset."""
        db, who = database(req), caller(req)
        body = rules.checked(json_body(req), creating=True)
        rules.check_category(db, who, body)
        resp.media = shown(_find(db, who, _insert(db, who, body)))


class Query:
    """POST /asset/v1/content/assets/query."""

    scopes = {"POST": READ}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Search with nested conditions."""
        body = json_body(req)
        if "query" not in body:
            raise content_problem(400, 10002, "query is required")
        condition = ASSETS.condition(body["query"])
        asked = body.get("page") or {}
        if not isinstance(asked, dict):
            raise content_problem(400, 10001, "page must be an object")
        page, size = (
            positive(asked.get("page"), 1, "page"),
            positive(asked.get("pageSize"), PAGE_SIZE, "pageSize"),
        )
        fields = body.get("fields")
        if fields is not None and not (isinstance(fields, list) and all(isinstance(name, str) for name in fields)):
            raise content_problem(400, 10001, "fields must be a list of names")
        wanted = [*rules.STANDARD, *fields] if fields else []
        resp.media = found(req, condition, order(body.get("sort")), page, size, wanted)


class Asset:
    """GET, PUT, PATCH and DELETE /asset/v1/content/assets/{id}."""

    scopes = {"GET": READ, "PUT": WRITE, "PATCH": WRITE, "DELETE": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response, asset_id: str) -> None:
        """Show one asset."""
        row = _find(database(req), caller(req), _id(asset_id))
        resp.media = with_blocks(database(req), row["eid"], shown(row))

    def on_put(self, req: falcon.Request, resp: falcon.Response, asset_id: str) -> None:
        """Replace an asset as a whole."""
        row = self._writable(req, asset_id)
        body = rules.checked(json_body(req), creating=True, has_file=bool(row["file"]))
        resp.media = self._save(req, row, {"customerKey": row["key"], **body})

    def on_patch(self, req: falcon.Request, resp: falcon.Response, asset_id: str) -> None:
        """Change some attributes. docs silent: whether objects are merged; here they are, at every level."""
        row = self._writable(req, asset_id)
        changes = rules.checked(json_body(req), creating=False)
        resp.media = self._save(req, row, rules.merged(json.loads(row["doc"]), changes))

    def on_delete(self, req: falcon.Request, resp: falcon.Response, asset_id: str) -> None:
        """Delete an asset; files stay listed as deleted for 30 days."""
        db, row = database(req), self._writable(req, asset_id)
        if query_params(req).get("iscdndelete", "0").lower() not in ("0", "1", "true", "false"):
            raise content_problem(400, 10005, "isCDNDelete must be 0 or 1")
        db.execute("delete from asset where id = ?", [row["id"]])
        kind = json.loads(row["doc"])["assetType"]["id"]
        if not rules.is_block_or_message(kind):
            db.execute(
                "insert into deleted_asset values (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    row["id"],
                    row["mid"],
                    row["eid"],
                    row["key"],
                    kind,
                    row["name"],
                    now(db),
                    row["category_id"],
                ],
            )
        resp.media = "OK"  # as tenants say it; the documents show an object

    @staticmethod
    def _writable(req: falcon.Request, asset_id: str) -> sqlite3.Row:
        row, who = _find(database(req), caller(req), _id(asset_id)), caller(req)
        sharing = json.loads(row["doc"]).get("sharingProperties") or {}
        if row["mid"] != who.mid and sharing.get("sharingType") != "edit":
            raise content_problem(403, 20002, "Insufficient privileges")
        return row

    @staticmethod
    def _save(req: falcon.Request, row: sqlite3.Row, doc: dict[str, Any]) -> dict[str, Any]:
        db, who = database(req), caller(req)
        rules.check_category(db, who, doc, current=row["category_id"])
        before = json.loads(row["doc"])
        kept = {name: before[name] for name in _KEPT if name in before}
        changed = {
            "modifiedDate": timestamp(now(db)),
            "modifiedBy": USER,
            "version": before.get("version", 1) + 1,
        }
        file = doc.pop("file", row["file"])
        doc = {**doc, **kept, **changed}
        if file:
            doc["fileProperties"] = images.properties(doc, file)
        _refuse_taken_key(db, who, doc["customerKey"], but=row["id"])
        db.execute(
            "update asset set key = ?, category_id = ?, name = ?, doc = ?, file = ? where id = ?",
            [
                doc["customerKey"],
                _category_id(doc, row["category_id"]),
                doc["name"],
                json.dumps(doc),
                file,
                row["id"],
            ],
        )
        return shown(_find(db, who, row["id"]))


class File:
    """GET /asset/v1/content/assets/{id}/file."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, asset_id: str) -> None:
        """Give the file as base64 text."""
        row = _find(database(req), caller(req), _id(asset_id))
        if not row["file"]:
            raise content_problem(400, 30001, "The asset has no file")
        resp.content_type = "text/plain"
        resp.text = row["file"]


class ChannelView:
    """GET /asset/v1/content/assets/{id}/channelviews/{viewname}."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, asset_id: str, view: str) -> None:
        """Compile one view to flat text."""
        row, params = _find(database(req), caller(req), _id(asset_id)), query_params(req)
        if params.get("thumbnail", "false").lower() == "true":
            raise generic_problem(501, 0, "The emulator does not draw thumbnails")
        asset = with_blocks(database(req), row["eid"], json.loads(row["doc"]))
        try:
            compiled = compile_view(asset, view)
            text = rendered_view(database(req), row["eid"], row["mid"], compiled)
        except AmpscriptError as error:
            raise generic_problem(400, error.code or 0, str(error)) from error
        if params.get("includeheaderfooter", "false").lower() == "true" and view in ("html", "text"):
            prefix = "HTML" if view == "html" else "text"
            text = SALUTATIONS[f"{prefix}Header"] + text + SALUTATIONS[f"{prefix}Footer"]
        resp.media = {"compiled": text}


class Salutations:
    """GET /asset/v1/content/assets/salutations, and /assets/{id}/salutations, which is the account's here."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, asset_id: str | None = None) -> None:
        """Show the header and footer."""
        if asset_id is not None:
            _find(database(req), caller(req), _id(asset_id))
        resp.media = SALUTATIONS


ROUTES = {
    "/asset/v1/content/assets": Assets(),
    "/asset/v1/content/assets/query": Query(),
    "/asset/v1/content/assets/salutations": Salutations(),
    "/asset/v1/content/assets/{asset_id}": Asset(),
    "/asset/v1/content/assets/{asset_id}/file": File(),
    "/asset/v1/content/assets/{asset_id}/channelviews/{view}": ChannelView(),
    "/asset/v1/content/assets/{asset_id}/salutations": Salutations(),
}


def _not_found() -> Refusal:
    # docs silent: 404 for an unknown asset; categories document it, so assets answer the same.
    return content_problem(404, 30003, "Object not found")


def _id(text: str) -> int:
    return whole_number(text, _not_found())


def _find(db: sqlite3.Connection, who: Caller, asset_id: int) -> sqlite3.Row:
    sql = f"{SHOWN} where asset.id = ? and asset.eid = ?"
    row: sqlite3.Row | None = db.execute(sql, [asset_id, who.eid]).fetchone()
    if row is None or not _may_see(row, json.loads(row["doc"]), who):
        raise _not_found()
    return row


def _may_see(row: sqlite3.Row, doc: dict[str, Any], who: Caller) -> bool:
    with_whom = (doc.get("sharingProperties") or {}).get("sharedWith") or []
    return row["mid"] == who.mid or who.mid in with_whom or 0 in with_whom


def _insert(db: sqlite3.Connection, who: Caller, body: dict[str, Any], asset_id: int | None = None) -> int:
    """Write a new asset; a name that its folder has already gets " (1)" added, as on the platform."""
    moment = timestamp(now(db))
    key = body.get("customerKey") or str(uuid.uuid4())
    _refuse_taken_key(db, who, key, but=0)
    category_id = _category_id(body, _root(db, who))
    name = _free_name(db, body["name"], category_id)
    file = body.get("file")
    doc = {
        "modelVersion": 2,
        "status": {"id": 1, "name": "Draft"},
        **{name: value for name, value in body.items() if name != "file"},
        "customerKey": key,
        "objectID": str(uuid.uuid4()),
        "name": name,
        "owner": USER,
        "createdDate": moment,
        "createdBy": USER,
        "modifiedDate": moment,
        "modifiedBy": USER,
        "version": 1,
    }
    if file:
        doc["fileProperties"] = images.properties(doc, file)
    cursor = db.execute(
        "insert into asset (id, mid, eid, key, category_id, name, doc, file) values (?, ?, ?, ?, ?, ?, ?, ?)",
        [asset_id, who.mid, who.eid, key, category_id, name, json.dumps(doc), file],
    )
    number = int(cursor.lastrowid or 0)
    if body["assetType"]["id"] in EMAIL_TYPES:
        whole = {
            **doc,
            "availableViews": list(body.get("views") or {}),
            "legacyData": _legacy(number, key, category_id),
        }
        db.execute("update asset set doc = ? where id = ?", [json.dumps(whole), number])
    return number


def _legacy(asset_id: int, key: str, category_id: int) -> dict[str, Any]:
    """Return what Email Studio calls an e-mail: journeys name it by this id, which is not that of the asset."""
    return {
        "legacyId": asset_id + _LEGACY_OFFSET,
        "legacyKey": key,
        "legacyType": "email",
        "legacyCategoryId": category_id + _LEGACY_OFFSET,
    }


def _root(db: sqlite3.Connection, who: Caller) -> int:
    return root_of(db, who.mid)


def _free_name(db: sqlite3.Connection, name: str, category_id: int) -> str:
    taken = "select 1 from asset where category_id = ? and name = ? collate nocase"
    free, number = name, 0
    while db.execute(taken, [category_id, free]).fetchone():
        number += 1
        free = f"{name} ({number})"
    return free


def _category_id(body: dict[str, Any], default: int) -> int:
    return int((body.get("category") or {}).get("id") or default)


def _refuse_taken_key(db: sqlite3.Connection, who: Caller, key: str, *, but: int) -> None:
    if db.execute("select 1 from asset where eid = ? and key = ? and id != ?", [who.eid, key, but]).fetchone():
        raise content_problem(400, 30004, f"customerKey {key} is taken; it must be unique in the enterprise")


def collection(items: list[dict[str, Any]], page: int, size: int) -> dict[str, Any]:
    shown = items[(page - 1) * size : page * size]
    return {"count": len(items), "page": page, "pageSize": size, "links": {}, "items": shown}
