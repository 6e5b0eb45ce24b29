"""An account that is given as a whole: the rows and the content that a template may ask for."""

from __future__ import annotations

from typing import Any

from mcctl.ampscript.data import Block, Criteria, Nothing, Write, no_column, no_extension, selected
from mcctl.ampscript.values import NULL, Row, Rowset, Value


class Memory(Nothing):
    """An account in memory. extensions and content: by name or key; case does not count. writes: what was written."""

    def __init__(self, extensions: dict[str, Rowset], content: dict[str, str]) -> None:
        self._extensions = {name.lower(): rows for name, rows in extensions.items()}
        self._content = {key.lower(): Block(key, source) for key, source in content.items()}
        self.writes: list[Write] = []

    def rows(self, extension: str, criteria: Criteria) -> Rowset:
        """Return rows of a data extension. Raises Wrong where it or a column is not there."""
        return selected(extension, self._extension(extension), criteria)

    def count(self, extension: str) -> int:
        """Return how many rows a data extension has. Raises Wrong where it is not there."""
        return len(self._extension(extension).rows)

    def claim(self, extension: str, claim: str, claimant: tuple[str, str], values: dict[str, str | None]) -> Row | None:
        """Return the row that a claimant has, or the first that is free; it is noted, not changed."""
        found = self._extension(extension)
        row = claimed(extension, found, claim, claimant)
        if row is not None:
            self.writes.append(Write("update", extension, dict([claimant]), {claim: "True", **values}))
        return None if row is None else Row(found, row)

    def write(self, write: Write) -> None:
        """Note what is written. Raises Wrong where the data extension or a column is not there."""
        found = self._extension(write.extension)
        for column in (*write.keys, *write.values):
            if column.lower() not in found.places:
                raise no_column(write.extension, column)
        self.writes.append(write)

    def block(self, by: str, reference: str) -> Block | None:
        """Return the content block with a key, id or name; None if there is none."""
        return self._content.get(reference.lower())

    def _extension(self, name: str) -> Rowset:
        found = self._extensions.get(name.lower()) or self._extensions.get(name.lower().removeprefix("ent."))
        if found is None:
            raise no_extension(name)
        return found


def claimed(extension: str, found: Rowset, claim: str, claimant: tuple[str, str]) -> Any:
    """Return the row that a claimant has already, or the first that nobody has; None if there is neither."""
    column, value = claimant
    for name in (claim, column):
        if name.lower() not in found.places:
            raise no_column(extension, name)
    at, by = found.places[claim.lower()], found.places[column.lower()]
    own = next((row for row in found.rows if str(row[by] or "").lower() == value.lower() and value), None)
    return own or next((row for row in found.rows if not _is_taken(row[at])), None)


def _is_taken(cell: Value) -> bool:
    return cell is not NULL and str(cell or "").strip().lower() not in ("", "0", "false")


def rowset(fields: list[str], rows: list[dict[str, Any]]) -> Rowset:
    """Return rows that are given as objects; what is null, or missing, is a null of a data extension."""
    lowered = [{name.lower(): value for name, value in row.items()} for row in rows]
    return Rowset(fields, [[_cell(row.get(name.lower())) for name in fields] for row in lowered])


def _cell(value: Any) -> Value:
    if value is None:
        return NULL
    return value if isinstance(value, str) else str(value)
