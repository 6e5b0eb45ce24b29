"""The rows of a file as rows of a data extension: which column is which field, and whether the values fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from mcctl.bulk.columns import map_columns
from mcctl.bulk.readers import Row, Source
from mcctl.errors import InputError
from mcctl.rest.de_field import Field, Test, tester

_TEXTS = ("Text", "Locale")
_JSON_CHARS = 6  # around a name and a value in a request


@dataclass(frozen=True)
class FieldRows:
    """The rows of a file. mapping: field -> column. extra: columns that are no fields, but wanted."""

    source: Source
    fields: Sequence[Field]
    mapping: Mapping[str, str]
    left_out: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(
        cls, source: Source, fields: Sequence[Field], named: Sequence[str], left_out: Sequence[str], also: str = ""
    ) -> FieldRows:
        """Return the rows of a file for a data extension. named: FIELD=COLUMN. also: a name that is no field of it.

        Raises InputError for a required field that no column holds, and a column that is no field.
        """
        names = [one.name for one in fields]
        required = [one.name for one in fields if one.required]
        mapping = map_columns(source, [*names, also] if also else names, named, required=required)
        used = {*mapping.values(), *left_out}
        if missing := [column for column in left_out if source.columns and column not in source.columns]:
            raise InputError(f"There is no column {missing[0]!r} to leave out; there are: {', '.join(source.columns)}")
        if strange := [column for column in source.columns if column not in used]:
            raise InputError(
                f"The data extension has no field {strange[0]!r}; it has: {', '.join(names)}",
                f"Say which one it is, --map FIELD={strange[0]}, or leave it out: --leave-out {strange[0]!r}",
            )
        return cls(source, fields, mapping, frozenset(left_out))

    def values(self, row: Row) -> dict[str, Any]:
        """Return the values of a row by field: an empty cell of what is no text is null."""
        given = self._given(row)
        return {
            name: (given[column] if is_text or given[column] != "" else None)
            for name, column, is_text in self._columns
            if column in given
        }

    def problem(self, row: Row) -> str | None:
        """Return why a row cannot be a row of the data extension; None where it can."""
        if row.problem:
            return row.problem
        given = self._given(row)
        for column, test in self._tests:
            if found := test(given.get(column)):
                return found
        if self.source.columns:
            return None
        strange = next((name for name in row.values if name.lower() not in self._known), None)
        return None if strange is None else f"There is no field {strange}"

    def chars(self, values: Mapping[str, Any]) -> int:
        """Return about how many characters a row takes in a request."""
        return self._names_chars + sum(map(len, map(str, values.values())))

    def _given(self, row: Row) -> Mapping[str, Any]:
        """Return the cells of a row by column; those of JSON lines, which may spell them in any case, in lower case."""
        return row.values if self.source.columns else {name.lower(): value for name, value in row.values.items()}

    def _column(self, name: str) -> str:
        column = self.mapping.get(name, name)
        return column if self.source.columns else column.lower()

    @cached_property
    def _columns(self) -> list[tuple[str, str, bool]]:
        """(Field, column, whether it is text)."""
        types = {one.name: one.type for one in self.fields}
        return [(name, self._column(name), types.get(name, "Text") in _TEXTS) for name in self.mapping]

    @cached_property
    def _tests(self) -> list[tuple[str, Test]]:
        """(Column, test of its values) of every field."""
        return [(self._column(one.name), tester(one)) for one in self.fields]

    @cached_property
    def _known(self) -> frozenset[str]:
        """The names that JSON lines may have."""
        return frozenset(column.lower() for column in (*self.mapping.values(), *self.left_out))

    @cached_property
    def _names_chars(self) -> int:
        return sum(len(name) + _JSON_CHARS for name in self.mapping)
