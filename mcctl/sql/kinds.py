"""Kinds of values: what a field of a data extension holds, and what an expression of a query gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

MAX_TEXT_CHARS = 4000
_RANKS = (
    "Null",
    "Text",
    "Phone",
    "Locale",
    "EmailAddress",
    "Boolean",
    "Number",
    "Decimal",
    "Time",
    "Day",
    "Date",
    "Offset",
)
"""Where values of several kinds meet, the last of these is what they all become."""
_WHOLE_DIGITS, _MOST_DIGITS, _MOST_SCALE = 10, 38, 18


class Kind(NamedTuple):
    """A kind of value.

    type: of a field (Text, Number...), or Day, Time, Offset (a time with its zone) and Null, which no field has.
    length: of text in characters, of a decimal in digits. scale: digits behind the point.
    """

    type: str
    length: int | None = None
    scale: int = 0

    @property
    def is_text(self) -> bool:
        """Whether it is text of some sort."""
        return self.type in ("Text", "Phone", "Locale", "EmailAddress")

    @property
    def is_number(self) -> bool:
        """Whether one can reckon with it."""
        return self.type in ("Boolean", "Number", "Decimal")

    @property
    def is_time(self) -> bool:
        """Whether it is a date or a time."""
        return self.type in ("Day", "Date", "Time", "Offset")

    @property
    def chars(self) -> int:
        """How many characters it has at most as text."""
        if self.is_text or self.type == "Null":
            return MAX_TEXT_CHARS if self.length is None else self.length
        return {"Boolean": 1, "Number": 11, "Decimal": 40, "Day": 10, "Time": 16, "Date": 27}.get(self.type, 34)

    @property
    def field(self) -> Kind:
        """The kind of field that takes such values."""
        if self.type in ("Day", "Date"):
            return DATE
        if self.type in ("Null", "Time", "Offset"):
            return text(self.chars if self.type != "Null" else 50)
        if self.type == "Decimal":
            return Kind("Decimal", self.length or _MOST_SCALE, self.scale)
        return self


NULL, BOOLEAN, NUMBER, DATE, DAY = Kind("Null", 0), Kind("Boolean"), Kind("Number"), Kind("Date"), Kind("Day")
TIME, OFFSET, TEXT, DECIMAL = Kind("Time"), Kind("Offset"), Kind("Text"), Kind("Decimal", 18, 4)


def text(length: int) -> Kind:
    """Return the kind of texts of at most `length` characters."""
    return Kind("Text", max(1, min(length, MAX_TEXT_CHARS)))


def common(kinds: Iterable[Kind]) -> Kind:
    """Return what values of these kinds become where they meet, as in a CASE or a UNION."""
    met = list(kinds) or [NULL]
    highest = max(met, key=lambda kind: _RANKS.index(kind.type))
    if highest.is_text:
        told = {kind.type for kind in met if kind.is_text}
        length = max(kind.chars for kind in met)
        return Kind(highest.type, length) if len(told) == 1 else text(length)
    if highest.type == "Decimal":
        return _decimal([kind for kind in met if kind.is_number])
    return highest


def reckoned(left: Kind, right: Kind, *, divides: bool = False) -> Kind:
    """Return the kind of a sum, difference, product or quotient of numbers."""
    met = common([left, right])
    if met.type in ("Boolean", "Null") or met.is_text:
        return NUMBER
    if met.type != "Decimal":
        return met
    scale = max(left.scale, right.scale, 6 if divides else 0)
    return Kind("Decimal", min(_MOST_DIGITS, max(met.length or _MOST_SCALE, 18 + scale)), scale)


def _decimal(kinds: list[Kind]) -> Kind:
    """Return the decimal that holds all of these numbers."""
    scale = max(kind.scale for kind in kinds)
    whole = max(
        (kind.length or _MOST_SCALE) - kind.scale if kind.type == "Decimal" else _WHOLE_DIGITS for kind in kinds
    )
    return Kind("Decimal", min(_MOST_DIGITS, whole + scale), scale)
