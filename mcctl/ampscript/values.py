"""The values of AMPscript, how they print, and what they are taken for.

None is an unset variable, NULL a null in a data extension, int, Decimal and float are numbers (a literal without and
with a point, and what arithmetic gives), datetime is in system time and has no zone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from mcctl.ampscript.errors import Wrong

MAX_CHARS = 4 * 1024 * 1024
_MOST_PATTERN_CHARS = 250


class Null:
    """A null in a data extension: the only value that IsNull knows."""

    def __repr__(self) -> str:
        return "NULL"


NULL = Null()


class Rowset:
    """Rows with columns. kinds: the types of the columns, in lower-case names, where they are known."""

    __slots__ = ("columns", "kinds", "places", "rows")

    def __init__(
        self, columns: Sequence[str], rows: Sequence[Sequence[Value]], kinds: dict[str, str] | None = None
    ) -> None:
        self.columns = columns
        self.rows = rows
        self.kinds = kinds or {}
        self.places = {name.lower(): place for place, name in enumerate(columns)}

    def of(self, rows: Sequence[Sequence[Value]]) -> Rowset:
        """Return other rows with the same columns."""
        other = Rowset.__new__(Rowset)
        other.columns, other.kinds, other.places, other.rows = self.columns, self.kinds, self.places, rows
        return other


class Row:
    """One row of a rowset."""

    __slots__ = ("rowset", "values")

    def __init__(self, rowset: Rowset, values: Sequence[Value]) -> None:
        self.rowset = rowset
        self.values = values


Value = None | Null | str | int | float | Decimal | bool | datetime | Row | Rowset

_NUMBER = re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?\s*", re.ASCII)
_GROUPED = re.compile(r"\s*[+-]?[\d,]*\.?\d*\s*", re.ASCII)
_WHOLE = re.compile(r"\s*-?\d{1,18}\s*", re.ASCII)
_LARGEST_EXPONENT = 308


def is_null(value: Value) -> bool:
    """Whether a value is unset or a null."""
    return value is None or value is NULL


def text(value: Value) -> str:
    """Return a value as it prints."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    printed = _PRINTED.get(type(value))
    return printed(value) if printed else ""


def words(value: Value) -> str:
    """Return a value as text for a function of texts, for which a boolean is nothing at all."""
    return "" if value is True or value is False else text(value)


def number(value: Value) -> float:
    """Return a value as arithmetic takes it. Raises Wrong for what is no number."""
    if type(value) is int or isinstance(value, float | Decimal):
        return float(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value)
    raise Wrong(f"{shown(value)} is no number")


def decimal(value: Value) -> Decimal | None:
    """Return a value as a decimal, thousands commas allowed; None for what is no number, or beyond a double."""
    found = _decimal(value)
    return found if found is None or found.adjusted() <= _LARGEST_EXPONENT else None


def _decimal(value: Value) -> Decimal | None:
    if type(value) is int or isinstance(value, Decimal):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(printed_float(value)) if value == value and abs(value) != float("inf") else None
    if isinstance(value, str) and len(value) < 100 and not value.isalpha() and any(map(str.isdigit, value)):
        if _NUMBER.fullmatch(value):
            return Decimal(value.strip())
        if _GROUPED.fullmatch(value):
            return Decimal(value.strip().replace(",", ""))
    return None


def whole(value: Value, told: str) -> int:
    """Return a whole number, which may be written as text. told: what it is. Raises Wrong for anything else."""
    if type(value) is int:
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise Wrong(f"{told} must be a whole number, not {shown(value)}")


def flag(value: Value) -> bool:
    """Whether an option is on: true or 1, as text, too."""
    return value is True or text(value).strip().lower() in ("1", "true")


def truth(value: Value) -> bool:
    """Return a value as a condition takes it. Raises Wrong for a text that is none."""
    if value is True or value is False:
        return bool(value)
    if is_null(value):
        return False
    if isinstance(value, str) and value.strip().lower() in ("true", "false", ""):
        return value.strip().lower() == "true"
    found = decimal(value)
    if found is None:
        raise Wrong(f"{shown(value)} is no condition")
    return found == 1


def shown(value: Value) -> str:
    """Return a value as it is told in a message."""
    if is_null(value):
        return "an empty value"
    if isinstance(value, Row | Rowset):
        return "rows" if isinstance(value, Rowset) else "a row"
    printed = text(value)
    return f'"{printed[:60]}"' if isinstance(value, str) else printed


def attribute_key(name: str) -> str:
    """Return what an attribute is found by: its name in lower case, with single blanks."""
    return " ".join(name.split()).lower()


def as_value(given: Any) -> Value:
    """Return a value out of JSON as AMPscript has it; what is no single value is text."""
    return given if given is None or isinstance(given, str | bool | int | float) else str(given)


def check_pattern(pattern: str) -> None:
    """Raise Wrong for the pattern of a number or a date that has more than 250 characters."""
    if len(pattern) > _MOST_PATTERN_CHARS:
        raise Wrong(f"The pattern has more than {_MOST_PATTERN_CHARS} characters")


def bounded(printed: str) -> str:
    """Return a text. Raises Wrong where it is longer than texts may become."""
    if len(printed) > MAX_CHARS:
        raise Wrong(f"A text would have more than {MAX_CHARS:,} characters")
    return printed


def printed_date(value: datetime) -> str:
    """Return a date in its one form, such as 9/6/2019 8:05:00 AM."""
    hour = value.hour % 12 or 12
    half = "AM" if value.hour < 12 else "PM"
    return f"{value.month}/{value.day}/{value.year:04d} {hour}:{value.minute:02d}:{value.second:02d} {half}"


def printed_float(value: float) -> str:
    """Return a result of arithmetic with 15 significant digits."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "∞" if value > 0 else "-∞"
    printed = f"{value:.15g}".upper()
    return "0" if printed == "-0" else printed


_PRINTED: dict[type, Callable[[Any], str]] = {
    str: str,
    bool: str,
    int: str,
    Decimal: lambda value: format(value, "f"),
    float: printed_float,
    datetime: printed_date,
}
