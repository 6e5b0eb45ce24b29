"""How two values compare: by the first of the rules that fits."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Any

from mcctl.ampscript.dates import read_date
from mcctl.ampscript.values import Value, decimal, is_null, text

_ORDERS: dict[str, Callable[[Any, Any], bool]] = {"<": lt, ">": gt, "<=": le, ">=": ge}
_WHERE_EQUAL = {"==": True, "<=": True, ">=": True, "!=": False, "<": False, ">": False}
"""Operator -> what it gives for two values that are equal, where values are only equal or not."""


def compare(operator: str, left: Value, right: Value, now: datetime) -> bool:
    """Return what a comparison gives. now: what a time without a date belongs to."""
    if is_null(left) or is_null(right):
        return _WHERE_EQUAL[operator] == (is_null(left) and is_null(right))
    if isinstance(left, bool) or isinstance(right, bool):
        return _WHERE_EQUAL[operator] == (_as_true(left) == _as_true(right))
    if isinstance(left, datetime) or isinstance(right, datetime):
        return _ordered(operator, _as_date(left, now), _as_date(right, now))
    first, second = decimal(left), decimal(right)
    if first is not None or second is not None:
        return _ordered(operator, first or Decimal(0), second or Decimal(0))
    return _texts(operator, text(left), text(right))


def sort_key(value: str) -> tuple[tuple[int, str], ...]:
    """Return what orders texts as people do: case and accents apart, signs before digits before letters."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", value.casefold()) if not unicodedata.combining(char))
    return tuple((2 if char.isalpha() else 1 if char.isdigit() else 0, char) for char in plain)


def _ordered(operator: str, left: Any, right: Any) -> bool:
    if operator in _ORDERS:
        return _ORDERS[operator](left, right)
    return bool((left == right) == (operator == "=="))


def _texts(operator: str, left: str, right: str) -> bool:
    if operator in _ORDERS:
        return _ORDERS[operator](sort_key(left), sort_key(right))
    return (left.lower() == right.lower()) == (operator == "==")


def _as_true(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    return text(value).strip().lower() == "true" or decimal(value) == 1


def _as_date(value: Value, now: datetime) -> datetime:
    return (value if isinstance(value, datetime) else read_date(text(value), now)) or datetime.min
