"""What a query reads: data extensions and data views, by what queries call them, each as a SELECT of SQLite's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from mcctl.emulator.core.web import Caller
from mcctl.emulator.de import definitions as de
from mcctl.emulator.de.tables import Column as Field
from mcctl.emulator.de.tables import Table
from mcctl.sql.kinds import Kind
from mcctl.sql.tables import Columns, TableName

_WRITTEN = {
    "Number": "cast({} as integer)",
    "Decimal": "cast({} as real)",
    "Boolean": "case {} when 'True' then 1 when 'False' then 0 end",
    "Date": "{}",
}
"""Type -> the SQL by which a value is read; any other is text."""


class Source(NamedTuple):
    """A table that can be read. columns: column -> kind. select: the SQL that gives some of its columns, by name in
    lower case. values: of the question marks in it."""

    columns: Columns
    select: Callable[[Iterable[str]], str]
    values: Sequence[Any] = ()


Find = Callable[[TableName], Source | None]


def source_of_table(table: Table) -> Source:
    """Return how the rows of a data extension are read."""
    places = {column.name.lower(): (place, column) for place, column in enumerate(table.columns)}

    def select(names: Iterable[str]) -> str:
        parts = [f'{_read(*places[name])} as "{name}"' for name in names]
        return f"select {', '.join(parts) or '1'} from {table.name}"

    return Source({column.name: kind_of_field(column) for column in table.columns}, select)


def kind_of_field(field: Field) -> Kind:
    """Return what kind of values a field holds."""
    length = field.length or {"EmailAddress": 254, "Phone": 50, "Locale": 5}.get(field.type)
    return Kind(field.type, length if field.type != "Decimal" else field.length or 18, field.scale)


def _read(place: int, field: Field) -> str:
    return _WRITTEN.get(field.type, "{} collate nocase").format(f"c{place}")


def data_extension(db: sqlite3.Connection, who: Caller, name: TableName) -> Table | None:
    """Return the table of a data extension by its name: the business unit's own, or behind Ent. the parent's."""
    row = de.named(db, who.eid if name.shared else who.mid, name.name)
    return de.table_of(db, row) if row is not None else None


def described(row: sqlite3.Row) -> dict[str, Any]:
    """Return the definition of a data extension."""
    found: dict[str, Any] = json.loads(row["doc"])
    return found
