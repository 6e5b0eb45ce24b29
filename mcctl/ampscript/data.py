"""What a render needs from outside: rows, content, answers of services. Whoever renders gives an object with these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from mcctl.ampscript.errors import Wrong
from mcctl.ampscript.values import NULL, Row, Rowset, Value, text

MOST_ROWS = 2000


class Block(NamedTuple):
    """Content that a template refers to. source: a template itself, compiled of its slots and blocks.

    note: what is left out of it, if anything is.
    """

    name: str
    source: str
    note: str = ""


class Image(NamedTuple):
    """An image that a template refers to."""

    id: str
    url: str
    name: str
    alt: str


class Write(NamedTuple):
    """What a template writes. kind: insert, update, upsert or delete. keys: what selects the rows."""

    kind: str
    extension: str
    keys: dict[str, str]
    values: dict[str, str | None]


class Criteria(NamedTuple):
    """Which rows are wanted. pairs: columns and the values they must have. exact: case counts.

    order: a column, and whether it goes down. limit: how many at most.
    """

    pairs: tuple[tuple[str, str], ...]
    exact: bool = False
    order: tuple[str, bool] | None = None
    limit: int = MOST_ROWS


class Data(Protocol):
    """The account that a template is rendered with. A name is that of a data extension, or its external key."""

    def rows(self, extension: str, criteria: Criteria) -> Rowset:
        """Return rows of a data extension. Raises Wrong where it or a column is not there."""

    def count(self, extension: str) -> int:
        """Return how many rows a data extension has. Raises Wrong where it is not there."""

    def claim(self, extension: str, claim: str, claimant: tuple[str, str], values: dict[str, str | None]) -> Row | None:
        """Claim the next free row for a claimant (column, value), or return the one it has; None if none is left.

        claim: the column that tells whether a row is taken. values: what else is written into the row.
        """

    def write(self, write: Write) -> None:
        """Take what a template writes; nothing of it is read in the same render. Raises Wrong where it cannot be."""

    def block(self, by: str, reference: str) -> Block | None:
        """Return the content block with a key, id or name; None if there is none."""

    def image(self, by: str, reference: str) -> Image | None:
        """Return the image with a key or id; None if there is none."""


class Nothing:
    """An account with nothing in it."""

    def rows(self, extension: str, criteria: Criteria) -> Rowset:
        """Raise Wrong."""
        raise no_extension(extension)

    def count(self, extension: str) -> int:
        """Raise Wrong."""
        raise no_extension(extension)

    def claim(self, extension: str, claim: str, claimant: tuple[str, str], values: dict[str, str | None]) -> Row | None:
        """Raise Wrong."""
        raise no_extension(extension)

    def write(self, write: Write) -> None:
        """Raise Wrong."""
        raise no_extension(write.extension)

    def block(self, by: str, reference: str) -> Block | None:
        """Return None."""
        return None

    def image(self, by: str, reference: str) -> Image | None:
        """Return None."""
        return None


def no_extension(name: str) -> Wrong:
    """Return what is raised where a data extension is not there."""
    return Wrong(f'There is no data extension "{name}"')


def no_column(extension: str, column: str) -> Wrong:
    """Return what is raised where a data extension has no such column."""
    return Wrong(f'The data extension "{extension}" has no column "{column}"')


def selected(extension: str, found: Rowset, criteria: Criteria) -> Rowset:
    """Return of some rows those that are wanted, in the order that is wanted. Raises Wrong for unknown columns."""
    places = [(_place(extension, found, column), _folded(value, criteria.exact)) for column, value in criteria.pairs]
    rows = [row for row in found.rows if all(_matches(row[at], value, criteria.exact) for at, value in places)]
    if criteria.order:
        column, down = criteria.order
        rows.sort(key=_order_key(found, _place(extension, found, column)), reverse=down)
    return Rowset(found.columns, rows[: criteria.limit], found.kinds)


def _place(extension: str, found: Rowset, column: str) -> int:
    place = found.places.get(column.lower())
    if place is None:
        raise no_column(extension, column)
    return place


def _folded(value: str, exact: bool) -> str:
    return value if exact else value.lower()


def _matches(cell: Value, wanted: str, exact: bool) -> bool:
    return cell is not NULL and cell is not None and _same(_folded(text(cell), exact), wanted)


def _same(cell: str, wanted: str) -> bool:
    """Whether two texts are the same; a number is the same in whatever form it is written."""
    if cell == wanted:
        return True
    digits = wanted.lstrip("-").replace(".", "", 1)
    if not digits.isdecimal() or not cell.lstrip("-").replace(".", "", 1).isdecimal():
        return False
    return float(cell) == float(wanted)


def _order_key(found: Rowset, place: int) -> Callable[[Sequence[Value]], Any]:
    from mcctl.ampscript.comparing import sort_key  # only ordered rows need it

    kind = found.kinds.get(found.columns[place].lower(), "")
    if kind in ("number", "decimal"):
        return lambda row: (float(text(row[place]) or "-inf"),)
    if kind == "date":
        return lambda row: text(row[place])
    return lambda row: sort_key(text(row[place]))
