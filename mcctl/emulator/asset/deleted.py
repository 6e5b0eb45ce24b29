"""Files deleted from Content Builder: /asset/v1/content/deletedAssets."""

from __future__ import annotations

import falcon

from mcctl.emulator.asset.assets import PAGE_SIZE, collection
from mcctl.emulator.asset.rules import MAX_NAME_CHARS
from mcctl.emulator.core.account import USER
from mcctl.emulator.core.state import now, timestamp
from mcctl.emulator.core.web import caller, content_problem, database, json_body, positive, query_params, whole_number
from mcctl.emulator.folder import READ, WRITE

RETENTION_SECONDS = 30 * 86400

SCHEMA = """
create table deleted_asset (id integer primary key, mid integer not null, eid integer not null, key text not null,
  type integer not null, name text not null, deleted_at real not null, category_id integer not null);
"""


class DeletedAssets:
    """GET /asset/v1/content/deletedAssets."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the files deleted from this business unit in the last 30 days."""
        db, params = database(req), query_params(req)
        rows = db.execute(
            "select * from deleted_asset where mid = ? and deleted_at > ? order by id",
            [caller(req).mid, now(db) - RETENTION_SECONDS],
        )
        items = [
            {
                "id": row["id"],
                "eID": row["eid"],
                "mID": row["mid"],
                "customerKey": row["key"],
                "assetTypeID": row["type"],
                "name": row["name"],
                "modifiedDate": timestamp(row["deleted_at"]).removesuffix("-06:00"),
                "modifiedBy": USER["id"],
                "categoryID": row["category_id"],
            }
            for row in rows
        ]
        page = positive(params.get("$page"), 1, "$page")
        resp.media = collection(items, page, positive(params.get("$pagesize"), PAGE_SIZE, "$pagesize"))


class DeletedAsset:
    """PATCH /asset/v1/content/deletedAssets/{id}."""

    scopes = {"PATCH": WRITE}

    def on_patch(self, req: falcon.Request, resp: falcon.Response, asset_id: str) -> None:
        """Change the name, key or folder of a deleted file."""
        db, body = database(req), json_body(req)
        number = whole_number(asset_id, content_problem(400, 40004, "Bad request!"))
        row = db.execute("select * from deleted_asset where id = ? and mid = ?", [number, caller(req).mid]).fetchone()
        kinds = {"name": str, "customerKey": str, "categoryID": int}
        wrong = [name for name, value in body.items() if name not in kinds or type(value) is not kinds[name]]
        if (
            row is None
            or wrong
            or len(body.get("name", "")) > MAX_NAME_CHARS
            or abs(body.get("categoryID", 0)) >= 2**63
        ):
            raise content_problem(400, 40004, "Bad request!")
        db.execute(
            "update deleted_asset set name = ?, key = ?, category_id = ? where id = ?",
            [body.get("name", row["name"]), body.get("customerKey", row["key"]),
             body.get("categoryID", row["category_id"]), row["id"]],
        )  # fmt: skip
        resp.media = {"asset": {"href": f"asset/v1//Content/Assets/{row['id']}"}}


ROUTES = {
    "/asset/v1/content/deletedAssets": DeletedAssets(),
    "/asset/v1/content/deletedAssets/{asset_id}": DeletedAsset(),
}
