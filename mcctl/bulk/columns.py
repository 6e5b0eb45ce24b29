"""Which column of a file holds what, and what identifies its rows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mcctl.bulk.readers import Source
from mcctl.errors import InputError

_SEMICOLONS = "Is it separated by semicolons? Save it with commas, or with tabs as TSV"


@dataclass(frozen=True)
class Shard:
    """One of so many parts of a file, numbered from 1; a contact is always in the same one."""

    number: int = 1
    total: int = 1

    @classmethod
    def parse(cls, text: str | None) -> Shard:
        """Read K/N. Raises InputError for anything else."""
        if text is None:
            return cls()
        found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
        if not found or not 1 <= int(found[1]) <= int(found[2]):
            raise InputError(f"--shard {text!r} is not of the form K/N, with K from 1 to N, such as 1/4")
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.number}/{self.total}"

    def holds(self, hashed: int) -> bool:
        """Whether a contact with this hash is in it."""
        return hashed % self.total == self.number - 1


def hash_of(text: str) -> int:
    """Return a 64-bit hash that is the same everywhere."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def text_of(value: Any) -> str:
    """Return a value as text; what is neither text nor a number counts as empty."""
    if isinstance(value, str):
        return value.strip()
    return "" if value is None or isinstance(value, bool | list | dict) else str(value)


def untold(name: str, value: Any) -> str:
    """Return what is wrong with a value of which `text_of` makes nothing. name: of its column."""
    return f"{name} is neither text nor a number" if isinstance(value, bool | list | dict) else f"{name} is empty"


def attributes_in(values: Mapping[str, Any], mapped: Collection[str]) -> dict[str, Any]:
    """Return what is in no mapped column; JSON lines may hold more in an object called attributes."""
    attributes = {name: value for name, value in values.items() if name not in mapped}
    if isinstance(attributes.get("attributes"), dict):
        attributes |= attributes.pop("attributes")
    return attributes


def map_columns(
    source: Source, names: Sequence[str], mappings: Iterable[str], *, required: Sequence[str]
) -> dict[str, str]:
    """Return name -> column: as wished (`to=Email`), else the column of the name itself, in any case.

    JSON lines have no header; there the names are taken to be there. Raises InputError for a column that is not, for
    two that could be meant, or where none holds what is required.
    """
    named = {name: [column for column in source.columns if column.lower() == name.lower()] for name in names}
    if source.format == "jsonl":
        named = {name: [name] for name in names}
    named |= {name: [column] for name, column in (_wished(text, names, source.columns) for text in mappings)}
    for name, columns in named.items():
        if len(columns) > 1:
            raise InputError(f"Which column is {name}: {' or '.join(columns)}?", f"Say it: --map {name}={columns[0]}")
        if not columns and name in required:
            raise InputError(
                f"No column is called {name}; there are: {', '.join(source.columns)}",
                _SEMICOLONS if ";" in "".join(source.columns[:1]) else f"Say which one holds it: --map {name}=COLUMN",
            )
    return {name: columns[0] for name, columns in named.items() if columns}


def _wished(text: str, names: Sequence[str], columns: Sequence[str]) -> tuple[str, str]:
    name, equals, column = text.partition("=")
    proper = next((known for known in names if known.lower() == name.strip().lower()), None)
    if not equals or not column or proper is None:
        raise InputError(f"--map {text!r} is not of the form FIELD=COLUMN, with FIELD one of {', '.join(names)}")
    if columns and column not in columns:
        raise InputError(f"There is no column {column!r}; there are: {', '.join(columns)}")
    return proper, column
