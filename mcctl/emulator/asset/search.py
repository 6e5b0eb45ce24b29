"""Finding assets: conditions, scopes, order, pages."""

from __future__ import annotations

import json
import sqlite3
from array import array
from typing import Any

import falcon

from mcctl.emulator.asset import rules
from mcctl.emulator.asset.filters import Condition, Searchable
from mcctl.emulator.core.state import generation
from mcctl.emulator.core.web import (
    Caller,
    caller,
    content_problem,
    database,
    query_params,
)
from mcctl.emulator.folder import OF_ASSETS
from mcctl.emulator.rendering.blocks import with_blocks

_BY_ID = [("id", "asc")]


def shown(row: sqlite3.Row) -> dict[str, Any]:
    """Return an asset as the API shows it."""
    doc = json.loads(row["doc"])
    doc.pop("category", None)
    asset = {"id": row["id"], **doc, "enterpriseId": row["eid"], "memberId": row["mid"]}
    asset["thumbnail"] = {"thumbnailUrl": f"/v1/assets/{row['id']}/thumbnail"}
    asset["category"] = {"id": row["category_id"], "name": row["folder"], "parentId": row["folder_parent"]}
    return asset


def _only(item: dict[str, Any], names: list[str]) -> dict[str, Any]:
    wanted = {name.split(".")[0].lower() for name in names}
    return {key: value for key, value in item.items() if key.lower() in wanted}


def found(
    req: falcon.Request, condition: Condition, order: list[tuple[str, str]], page: int, size: int, wanted: list[str]
) -> dict[str, Any]:
    """Return a page of the assets that the caller sees and that fit. wanted: properties; all of them where empty."""
    db, who = database(req), caller(req)
    seen = _in_scope(query_params(req).get("scope", ""), who)
    # With the plus the enterprise is no way in: assets are read in the order of their ids.
    where = f"where +asset.eid = ? and {seen.sql} and {condition.sql} order by {ASSETS.order(order or _BY_ID)}"
    numbers = _numbers(db, where, [who.eid, *seen.values, *condition.values])
    wanted_ids = numbers[(page - 1) * size : page * size]
    items = [shown(db.execute(f"{SHOWN} where asset.id = ?", [number]).fetchone()) for number in wanted_ids]
    return {
        "count": len(numbers),
        "page": page,
        "pageSize": size,
        "links": {},
        "items": [with_blocks(db, who.eid, _only(item, wanted) if wanted else item) for item in items],
    }


def _in_scope(scope: str, who: Caller) -> Condition:
    """Return which assets a list is about: those of the business unit, those that are shared, or all that it sees."""
    words = {word.strip().lower() for word in scope.split(",")} - {""}
    if not words <= {"ours", "shared"}:
        raise content_problem(400, 10005, "scope must be Ours, Shared or both")
    with_me = "json_extract(asset.doc, '$.sharingProperties.sharedWith')"
    shared = f"(asset.mid != {who.mid} and (fits('where', {with_me}, '0') or fits('where', {with_me}, '{who.mid}')))"
    if words == {"ours"}:
        return Condition("asset.mid = ?", (who.mid,))
    return Condition(shared) if words == {"shared"} else Condition(f"(asset.mid = ? or {shared})", (who.mid,))


_found_before: dict[tuple[Any, ...], array[int]] = {}
"""Query, and how often assets were changed when it was asked -> the ids of what it finds, for all of its pages."""
_KEPT_QUERIES = 20


def _numbers(db: sqlite3.Connection, where: str, values: list[Any]) -> array[int]:
    """Return the ids of the assets that a query finds, in its order; searched for once, as long as nothing changes."""
    account = generation(db)
    (changes,) = db.execute("select count from asset_changes").fetchone()
    key = (account, changes, where, *values)
    if key not in _found_before:
        if len(_found_before) >= _KEPT_QUERIES:
            _found_before.clear()
        sql = f"select asset.id from asset {OF_ASSETS} {where}"
        _found_before[key] = array("q", (number for (number,) in db.execute(sql, values)))
    return _found_before[key]


SHOWN = f"select asset.*, category.name as folder, category.parent_id as folder_parent from asset {OF_ASSETS}"
ASSETS = Searchable(
    {
        "id": "asset.id",
        "name": "asset.name",
        "customerkey": "asset.key",
        "memberid": "asset.mid",
        "enterpriseid": "asset.eid",
        "category.id": "asset.category_id",
        "category.name": "category.name",
        "category.parentid": "category.parent_id",
        "assettype.id": "json_extract(asset.doc, '$.assetType.id')",
        "assettype.name": "json_extract(asset.doc, '$.assetType.name')",
        "status.name": "json_extract(asset.doc, '$.status.name')",
        "createddate": "json_extract(asset.doc, '$.createdDate')",
        "modifieddate": "json_extract(asset.doc, '$.modifiedDate')",
    },
    numbers=frozenset({"id", "memberid", "enterpriseid", "category.id", "category.parentid", "assettype.id"}),
    texts=frozenset({"name", "customerkey", "category.name", "assettype.name"}),
    properties=rules.SEARCHABLE,
    document="asset.doc",
)


def order(sort: Any) -> list[tuple[str, str]]:
    if sort is None:
        return []
    if not isinstance(sort, list) or not all(
        isinstance(one, dict) and isinstance(one.get("property"), str) for one in sort
    ):
        raise content_problem(400, 10001, "sort must be a list of {property, direction}")
    return [(one["property"], str(one.get("direction", "ASC"))) for one in sort]
