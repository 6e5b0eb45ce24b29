"""The data views: what the platform keeps of sends, journeys and automations, to be read by queries."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from mcctl.sql.kinds import Kind

_HERE = Path(__file__).parent
_TYPES = {"Email": "EmailAddress"}
_LENGTHS = {"Email": 254, "Phone": 50, "Locale": 5}


class ViewColumn(NamedTuple):
    """A column of a data view. nullable: it may be empty."""

    name: str
    kind: Kind
    nullable: bool


class View(NamedTuple):
    """A data view. retention: how long rows are kept, where that is known. scope: whose rows it has."""

    name: str
    retention: str
    scope: str
    note: str
    columns: tuple[ViewColumn, ...]

    @property
    def kinds(self) -> dict[str, Kind]:
        """The kind of each column, by its name."""
        return {column.name: column.kind for column in self.columns}


@cache
def views() -> dict[str, View]:
    """Return every data view by its name in lower case."""
    columns: dict[str, list[ViewColumn]] = {}
    for line in (_HERE / "data-view-columns.tsv").read_text(encoding="utf-8").splitlines():
        view, name, kind, length, null = line.split("\t")
        columns.setdefault(view, []).append(ViewColumn(name, _kind(kind, length), bool(null)))
    lines = (_HERE / "data-views.tsv").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in lines:
        name, retention, scope, note = line.split("\t")
        found[name.lower()] = View(name, retention, scope, note, tuple(columns[name]))
    return found


def view(name: str) -> View | None:
    """Return a data view by its name, in any case; None if there is none."""
    return views().get(name.lower())


def _kind(name: str, length: str) -> Kind:
    return Kind(_TYPES.get(name, name), int(length) if length else _LENGTHS.get(name))
