"""Blocks of an e-mail that stand for saved ones: tenants show a full copy of each in its place."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from mcctl.emulator.asset import store as asset_store

REFERENCE = 223
_GROUPS = ("views", "slots", "blocks")
_MAX_DEPTH = 8
_MOST_COPIES = 500


def with_blocks(db: sqlite3.Connection, eid: int, doc: dict[str, Any]) -> dict[str, Any]:
    """Return an asset with every block that names a saved one, by id or as a reference block, filled in from it."""
    return _Filling(db, eid).filled(doc, 0)


def email_of(db: sqlite3.Connection, row: sqlite3.Row | None, eid: int) -> dict[str, Any] | None:
    """Return the e-mail in a row of assets as it is sent, its blocks filled in; None where there is no row."""
    return None if row is None else with_blocks(db, eid, json.loads(row["doc"]))


class _Filling:
    """An asset whose blocks are filled in. They are counted: a block that names itself twice doubles at every level."""

    def __init__(self, db: sqlite3.Connection, eid: int) -> None:
        self._db, self._eid = db, eid
        self._left = _MOST_COPIES

    def filled(self, node: dict[str, Any], depth: int) -> dict[str, Any]:
        """Return a view, a slot or a block with its own blocks filled in."""
        if depth > _MAX_DEPTH:
            return node
        filled = dict(node)
        for group in _GROUPS:
            parts = node.get(group)
            if isinstance(parts, dict):
                filled[group] = {name: self._part(group, part, depth + 1) for name, part in parts.items()}
        return filled

    def _part(self, group: str, part: Any, depth: int) -> Any:
        if not isinstance(part, dict):
            return part
        return self.filled(self._copied(part) if group == "blocks" else part, depth)

    def _copied(self, block: dict[str, Any]) -> dict[str, Any]:
        """Return a block, or in the place of one that names a saved block all that this has."""
        number = _saved_id(block)
        row = None if number is None or not self._left else asset_store.by_id(self._db, self._eid, number)
        if row is None:
            return block
        self._left -= 1
        return {**block, **json.loads(row["doc"]), "id": row["id"]}


def _saved_id(block: dict[str, Any]) -> int | None:
    kind = block.get("assetType")
    if isinstance(kind, dict) and kind.get("id") == REFERENCE:
        options = (block.get("meta") or {}).get("options") if isinstance(block.get("meta"), dict) else None
        block = options if isinstance(options, dict) else {}
    number = block.get("id")
    return number if isinstance(number, int) and not isinstance(number, bool) and abs(number) < 2**63 else None
