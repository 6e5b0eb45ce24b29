"""The account that a message is rendered with: its data extensions and assets, as AMPscript asks for them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from mcctl.ampscript.assets import compile_view, dynamic_note
from mcctl.ampscript.data import Block, Criteria, Image, Write, no_column, no_extension
from mcctl.ampscript.memory import claimed
from mcctl.ampscript.values import NULL, Row, Rowset, Value
from mcctl.emulator import folder
from mcctl.emulator.asset import store as asset_store
from mcctl.emulator.de import definitions as de
from mcctl.emulator.de.tables import BadRow, Table
from mcctl.emulator.rendering.blocks import with_blocks

_PARENT = "ent."


class _Shape(NamedTuple):
    """The columns of a table, and the places of those that hold dates."""

    rows: Rowset
    dates: list[int]


class Account:
    """A business unit. What is found is kept: an account serves the messages of one moment.

    eid: the enterprise. mid: the business unit.
    """

    def __init__(self, db: sqlite3.Connection, eid: int, mid: int) -> None:
        self._db, self._eid, self._mid = db, eid, mid
        self._tables: dict[str, Table] = {}
        self._shapes: dict[int, _Shape] = {}
        self._blocks: dict[tuple[str, str], Block | None] = {}
        self._writes: list[Write] = []

    def rows(self, extension: str, criteria: Criteria) -> Rowset:
        """Return rows of a data extension. Raises Wrong where it or a column is not there."""
        table = self._table(extension)
        _check_columns(extension, table, [column for column, _ in criteria.pairs])
        if criteria.order:
            _check_columns(extension, table, [criteria.order[0]])
        found = table.select(criteria.pairs, exact=criteria.exact, order=criteria.order, limit=criteria.limit)
        return self._rowset(table, found)

    def count(self, extension: str) -> int:
        """Return how many rows a data extension has. Raises Wrong where it is not there."""
        return self._table(extension).count()

    def claim(self, extension: str, claim: str, claimant: tuple[str, str], values: dict[str, str | None]) -> Row | None:
        """Claim the next free row for a claimant (column, value), or return the one it has; None if none is left."""
        table = self._table(extension)
        _check_columns(extension, table, [claim, claimant[0], *values])
        whole = self._rowset(table, table.select((), exact=False, order=None, limit=-1))
        row = claimed(extension, whole, claim, claimant)
        if row is None:
            return None
        keys = [(column.name, str(cell)) for column, cell in zip(table.columns, row, strict=True) if cell is not NULL]
        table.change_all(keys, {**values, claim: "True", claimant[0]: claimant[1]}, limit=1)
        return Row(whole, row)

    def write(self, write: Write) -> None:
        """Take what a template writes. Raises Wrong where the data extension or a column is not there."""
        _check_columns(write.extension, self._table(write.extension), [*write.keys, *write.values])
        self._writes.append(write)

    def taken(self) -> list[Write]:
        """Return what was written since this was asked for, and forget it."""
        writes, self._writes = self._writes, []
        return writes

    def apply(self, write: Write) -> str | None:
        """Carry out what a template wrote; return why it could not be, else None."""
        table, keys = self._table(write.extension), list(write.keys.items())
        try:
            if write.kind == "delete":
                table.remove_all(keys)
            elif write.kind == "insert":
                table.insert([table.checked(write.values)])
            elif not table.change_all(keys, write.values) and write.kind == "upsert":
                table.insert([table.checked({**write.keys, **write.values})])
        except BadRow as error:
            return str(error)
        return None

    def block(self, by: str, reference: str) -> Block | None:
        """Return the content block with a key, id or name; None if there is none."""
        if (by, reference) not in self._blocks:
            row = self._asset(by, reference)
            self._blocks[by, reference] = None if row is None else self._compiled(row)
        return self._blocks[by, reference]

    def image(self, by: str, reference: str) -> Image | None:
        """Return the image with a key or id; None if there is none."""
        row = self._asset(by, reference)
        properties = json.loads(row["doc"]).get("fileProperties") if row else None
        if row is None or not isinstance(properties, dict):
            return None
        return Image(str(row["id"]), str(properties.get("publishedURL") or ""), row["name"], row["name"])

    def _rowset(self, table: Table, rows: list[tuple[str | None, ...]]) -> Rowset:
        shape = self._shapes.get(id(table)) or self._shaped(table)
        if shape.dates:
            return shape.rows.of([_row(row, shape.dates) for row in rows])
        return shape.rows.of([_plain_row(row) for row in rows])

    def _shaped(self, table: Table) -> _Shape:
        kinds = {column.name.lower(): column.type.lower() for column in table.columns}
        dates = [place for place, column in enumerate(table.columns) if column.type == "Date"]
        shape = _Shape(Rowset([column.name for column in table.columns], [], kinds), dates)
        self._shapes[id(table)] = shape
        return shape

    def _compiled(self, row: sqlite3.Row) -> Block:
        asset = with_blocks(self._db, self._eid, json.loads(row["doc"]))
        return Block(row["key"], compile_view(asset, "html"), dynamic_note(asset))

    def _asset(self, by: str, reference: str) -> sqlite3.Row | None:
        if by == "key":
            return asset_store.by_key(self._db, self._eid, reference)
        if by == "id":
            return asset_store.by_id(self._db, self._eid, int(reference)) if _is_id(reference) else None
        if by == "name":
            return self._named(reference.strip("\\").split("\\"))
        return None

    def _named(self, path: list[str]) -> sqlite3.Row | None:
        """Return the asset of a name in the folder of a path, which begins with Content Builder."""
        category = folder.at_path(self._db, self._mid, path[:-1]) if len(path) > 1 else None
        return None if category is None else asset_store.in_folder(self._db, category, path[-1])

    def _table(self, extension: str) -> Table:
        name = extension.lower()
        if name not in self._tables:
            mid = self._eid if name.startswith(_PARENT) else self._mid
            row = de.by_name_or_key(self._db, mid, extension[len(_PARENT) :] if name.startswith(_PARENT) else extension)
            if row is None:
                raise no_extension(extension)
            self._tables[name] = de.table_of(self._db, row)
        return self._tables[name]


def _check_columns(extension: str, table: Table, names: list[str]) -> None:
    for name in names:
        if table.place(name) is None:
            raise no_column(extension, name)


def _plain_row(row: tuple[str | None, ...]) -> Sequence[Value]:
    return [NULL if cell is None else cell for cell in row] if None in row else row


def _row(row: tuple[str | None, ...], dates: list[int]) -> Sequence[Value]:
    cells: list[Any] = [NULL if cell is None else cell for cell in row]
    for place in dates:
        if row[place] is not None:
            cells[place] = datetime.fromisoformat(str(row[place]))
    return cells


def _is_id(reference: str) -> bool:
    return reference.isascii() and reference.isdecimal() and len(reference) < 19
