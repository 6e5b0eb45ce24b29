"""What queries call their tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from mcctl.sql.kinds import Kind

Columns = Mapping[str, Kind]
"""Column -> kind, in the order of the table."""


class TableName(NamedTuple):
    """What a query calls a table. shared: it stands behind Ent., for the enterprise's."""

    name: str
    shared: bool

    def __str__(self) -> str:
        return f"Ent.{self.name}" if self.shared else self.name


Lookup = Callable[[TableName], Columns | None]
"""Gives the columns of a table; None where there is none of that name."""
