"""Expressions of the advanced query (post-assetv1contentassetsquery.md)."""

from __future__ import annotations

from functools import reduce
from typing import Any

Expression = dict[str, Any]
_MAX_VALUES = 50
"""As many values as the API takes in one `in`."""


def condition(property: str, operator: str, value: Any) -> Expression:
    """Return a simple expression of the advanced query."""
    return {"property": property, "simpleOperator": operator, "value": value}


def one_of(property: str, values: list[Any]) -> Expression:
    """Return the expression that is true where a property has one of `values`, at least one."""
    parts = [values[start : start + _MAX_VALUES] for start in range(0, len(values), _MAX_VALUES)]
    return any_of([{"property": property, "simpleOperator": "in", "values": part} for part in parts])


def all_of(expressions: list[Expression]) -> Expression:
    """Return the expression that is true where all of `expressions`, at least one, are."""
    return _joined("AND", expressions)


def any_of(expressions: list[Expression]) -> Expression:
    """Return the expression that is true where any of `expressions`, at least one, is."""
    return _joined("OR", expressions)


def _joined(operator: str, expressions: list[Expression]) -> Expression:
    return reduce(
        lambda left, right: {"leftOperand": left, "logicalOperator": operator, "rightOperand": right},
        expressions,
    )
