"""The rows of a file as rows of a data extension: which column is which field, and whether the values fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from mcctl.bulk.columns import map_columns
from mcctl.bulk.readers import Row, Source
from mcctl.errors import InputError
from mcctl.formats import counted
from mcctl.rest.de_field import Field

_TOLD = 5
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
        cls, source: Source, fields: Sequence[Field], wishes: Sequence[str], left_out: Sequence[str], also: str = ""
    ) -> FieldRows:
        """Return the rows of a file for a data extension. wishes: FIELD=COLUMN. also: a name that is no field of it.

        Raises InputError for a required field that no column holds, and a column that is no field.
        """
        names = [one.name for one in fields]
        required = [one.name for one in fields if one.required]
        mapping = map_columns(source, [*names, also] if also else names, wishes, required=required)
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
        given = row.values if self.source.columns else self._folded(row.values)
        return {
            name: (given[column] if is_text or given[column] != "" else None)
            for name, column, is_text in self._columns
            if column in given
        }

    def problem(self, row: Row, values: Mapping[str, Any]) -> str | None:
        """Return why a row cannot be a row of the data extension; None where it can."""
        if row.problem:
            return row.problem
        for one in self.fields:
            if found := one.problem(values.get(one.name)):
                return found
        if not self.source.columns:
            known = {column.lower() for column in (*self.mapping.values(), *self.left_out)}
            strange = next((name for name in row.values if name.lower() not in known), None)
            return None if strange is None else f"There is no field {strange}"
        return None

    def chars(self, values: Mapping[str, Any]) -> int:
        """Return about how many characters a row takes in a request."""
        return self._names_chars + sum(map(len, map(str, values.values())))

    def check(self, *, option: str) -> None:
        """Raise InputError, with the first of them, where there are rows that do not fit. option: takes the others."""
        bad = (
            f"line {row.line}: {found}"
            for row in self.source.rows()
            if (found := self.problem(row, {} if row.problem else self.values(row)))
        )
        first = list(islice(bad, _TOLD))
        if first:
            count = len(first) + sum(1 for _ in bad)
            verb = "does" if count == 1 else "do"
            raise InputError(
                f"{counted(count, 'row')} of {self.source.name} {verb} not fit; nothing was sent",
                f"Repair the file, or leave such rows out: {option}",
                details=first,
            )

    @cached_property
    def _columns(self) -> list[tuple[str, str, bool]]:
        """(Field, column, whether it is text); the columns of JSON lines in lower case."""
        types = {one.name: one.type for one in self.fields}
        fold = (lambda name: name) if self.source.columns else str.lower
        return [(name, fold(column), types.get(name, "Text") in _TEXTS) for name, column in self.mapping.items()]

    @cached_property
    def _names_chars(self) -> int:
        return sum(len(name) + _JSON_CHARS for name in self.mapping)

    @staticmethod
    def _folded(values: Mapping[str, Any]) -> dict[str, Any]:
        return {name.lower(): value for name, value in values.items()}
