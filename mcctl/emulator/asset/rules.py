"""What an asset must be to be accepted: names, types and limits of its attributes (list-of-asset-attributes.md)."""

from __future__ import annotations

import base64
import binascii
import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

from mcctl.emulator import folder
from mcctl.emulator.core.web import Caller, content_problem

MAX_NAME_CHARS = 200
MAX_KEY_CHARS = 36
MAX_FILE_BYTES = 5 * 1024 * 1024
MAX_SHARED_WITH = 100
_NUMBER = (int, float)
_TYPES: dict[str, Any] = {
    "name": str, "customerKey": str, "description": str, "assetType": dict, "category": dict, "contentType": str,
    "content": str, "design": str, "superContent": str, "views": dict, "slots": dict, "blocks": dict,
    "minBlocks": int, "maxBlocks": int, "allowedBlocks": list, "template": dict, "generateFrom": str,
    "channels": dict, "data": dict, "meta": dict, "customFields": dict, "tags": list, "locked": bool,
    "status": (dict, str), "activeDate": str, "expirationDate": str, "businessUnitAvailability": dict,
    "sharingProperties": dict, "file": str, "fileProperties": dict, "modelVersion": int,
}  # fmt: skip
_READ_ONLY = {
    "id", "objectID", "owner", "createdDate", "createdBy", "modifiedDate", "modifiedBy", "enterpriseId", "memberId",
    "version", "thumbnail", "legacyData", "availableViews",
}  # fmt: skip
_PROPER = {name.lower(): name for name in (*_TYPES, *_READ_ONLY)}
SEARCHABLE = {name.lower(): name for name in (*_TYPES, *_READ_ONLY) if name != "meta"}
"""Property that can be searched, in lower case -> as it is spelled."""
STANDARD = (
    "id", "customerKey", "objectID", "assetType", "name", "description", "createdDate", "createdBy", "modifiedDate",
    "modifiedBy", "status", "modelVersion",
)  # fmt: skip
"""The properties that an answer of the advanced query always has."""


def checked(body: dict[str, Any], *, creating: bool, has_file: bool = False) -> dict[str, Any]:
    """Return the attributes that may be written, in their documented casing, and leave out the read-only ones.

    creating: the whole of an asset is expected. has_file: there is one already.
    Raises a 400 Refusal with the documented code: 10001 type, 10002 missing, 10005 value.
    """
    named = {_PROPER.get(name.lower(), name): value for name, value in body.items()}
    unknown = [name for name in named if name not in _TYPES and name not in _READ_ONLY]
    if unknown:
        raise content_problem(400, 10005, f"Unknown property {unknown[0]!r}")
    asset = {name: value for name, value in named.items() if name in _TYPES and value is not None}
    for name, value in asset.items():
        _check_type(name, value)
    if creating:
        _check_required(asset, has_file=has_file)
    for check in (_check_text, _check_asset_type, _check_channels, _check_lists, _check_views, _check_file):
        check(asset)
    return asset


def check_category(db: sqlite3.Connection, who: Caller, asset: dict[str, Any], current: int | None = None) -> None:
    """Raise the platform's error unless the asset's folder is one of the caller's business unit, or unchanged."""
    category = asset.get("category")
    if category is None:
        return
    number = category.get("id")
    is_id = isinstance(number, int) and not isinstance(number, bool) and abs(number) < 2**63
    found = is_id and folder.is_one_of(db, who.mid, number)
    if not found and number != current:
        raise content_problem(400, 10005, f"Unable to find a Category whose Id is {number}")


def merged(old: Any, new: Any) -> Any:
    """Return `old` with the members of `new` put in, objects inside objects too."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    return {**old, **{name: merged(old.get(name), value) for name, value in new.items()}}


def is_block_or_message(type_id: int) -> bool:
    """Whether a type is one of those that never show up among the deleted assets."""
    return _asset_types()[type_id][1] in ("block", "message")


def _check_type(name: str, value: Any) -> None:
    kind = _TYPES[name]
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise content_problem(400, 10001, f"{name} has the wrong type")


def _check_required(asset: dict[str, Any], *, has_file: bool) -> None:
    for name in ("name", "assetType"):
        if not asset.get(name):
            raise content_problem(400, 10002, f"{name} is required")
    type_id = asset["assetType"].get("id")
    is_file = type_id in _asset_types() and _is_file(type_id)
    if is_file and not asset.get("file") and not has_file:
        raise content_problem(400, 10002, "file is required for an asset of this type")


def _check_text(asset: dict[str, Any]) -> None:
    for name, limit in (("name", MAX_NAME_CHARS), ("customerKey", MAX_KEY_CHARS)):
        if name in asset and not 0 < len(asset[name].strip()) <= limit:
            raise content_problem(400, 10005, f"{name} must have 1 to {limit} characters")


def _check_asset_type(asset: dict[str, Any]) -> None:
    if "assetType" not in asset:
        return
    number = asset["assetType"].get("id")
    if isinstance(number, bool) or not isinstance(number, int) or number not in _asset_types():
        raise content_problem(400, 10005, f"assetType.id {number!r} is unknown")
    # A missing or contradicting name is replaced by the server's.
    asset["assetType"] = {"id": number, "name": _asset_types()[number][0]}


def _check_channels(asset: dict[str, Any]) -> None:
    if not all(isinstance(value, bool) for value in asset.get("channels", {}).values()):
        raise content_problem(400, 10001, "channels maps names to true or false")


def _check_lists(asset: dict[str, Any]) -> None:
    for name in ("tags", "allowedBlocks"):
        if not all(isinstance(value, str) for value in asset.get(name, [])):
            raise content_problem(400, 10001, f"{name} must be a list of texts")
    shared = asset.get("sharingProperties", {}).get("sharedWith") or []
    if not isinstance(shared, list) or len(shared) > MAX_SHARED_WITH:
        raise content_problem(400, 10005, f"sharedWith must be a list of at most {MAX_SHARED_WITH} MIDs")
    if asset.get("sharingProperties", {}).get("sharingType", "view") not in ("view", "edit", "local"):
        raise content_problem(400, 10005, "sharingType must be view, edit or local")


def _check_views(asset: dict[str, Any]) -> None:
    for group in ("views", "slots", "blocks"):
        for name, node in asset.get(group, {}).items():
            if not isinstance(node, dict) or not isinstance(node.get("content", ""), str):
                raise content_problem(400, 10001, f"{group}.{name} must be an object whose content is text")


def _check_file(asset: dict[str, Any]) -> None:
    if "file" not in asset:
        return
    try:
        content = base64.b64decode(asset["file"], validate=True)
    except (binascii.Error, ValueError) as error:
        raise content_problem(400, 10003, "file must be base64") from error
    if not content or len(content) > MAX_FILE_BYTES:
        raise content_problem(400, 10005, f"file must have 1 to {MAX_FILE_BYTES} bytes")


def _is_file(type_id: int) -> bool:
    parent = _asset_types()[type_id][1]
    by_name = dict(_asset_types().values())
    return by_name.get(parent) == "file"


@cache
def _asset_types() -> dict[int, tuple[str, str]]:
    """Type id -> (name, name of the type it inherits from)."""
    table = Path(__file__).parents[2] / "data" / "asset-types.tsv"
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    return {int(number): (name, parent) for number, name, parent in rows}
