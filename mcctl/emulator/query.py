"""The query language of Content Builder: the advanced query's expressions, and the simple `$filter` and `$orderBy`.

Strings are compared without regard to case. `like` finds a part of a string, `contains` any of the words,
`mustcontain` all of them, `where` one item of a list. Operators are taken in any case, and in both of the spellings
that the documents use (equal, equals).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from mcctl.emulator.web import content_problem

Item = dict[str, Any]
Test = Callable[[Item], bool]

_MAX_DEPTH = 100
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SIMPLE_OPERATORS = {
    "eq": "equal",
    "neq": "notequal",
    "lt": "lessthan",
    "lte": "lessthanorequal",
    "gt": "greaterthan",
    "gte": "greaterthanorequal",
    "like": "like",
}


def compiled(expression: Any, properties: frozenset[str], depth: int = 0) -> Test:
    """Return the test that an expression of the advanced query stands for.

    properties: the names, in lower case, that may be searched. Raises a 400 Problem for what makes no sense.
    """
    if not isinstance(expression, dict):
        raise content_problem(400, 10003, "A query expression must be an object")
    if depth > _MAX_DEPTH:
        raise content_problem(400, 10005, "The query is nested too deeply")
    if "logicalOperator" in expression:
        return _compound(expression, properties, depth)
    return _simple(expression, properties)


def compiled_filter(text: str, properties: frozenset[str]) -> Test:
    """Return the test that `$filter` stands for: one `<property> <operator> <value>`."""
    found = re.fullmatch(r"\s*([\w.]+)\s+(\w+)\s+(.+?)\s*", text, re.DOTALL)
    operator = _SIMPLE_OPERATORS.get(found[2].lower()) if found else None
    if not found or operator is None:
        raise content_problem(400, 10003, f"$filter {text!r} is not <property> <operator> <value>")
    quoted = re.fullmatch(r"'(.*)'", found[3], re.DOTALL)
    value: Any = quoted[1].replace("''", "'") if quoted else _number(found[3])
    if value is None:
        raise content_problem(400, 10003, "Strings in $filter stand in single quotes")
    return _simple({"property": found[1], "simpleOperator": operator, "value": value}, properties)


def sort_items(items: list[Item], order: Iterable[tuple[str, str]], properties: frozenset[str]) -> list[Item]:
    """Return `items` by several (property, asc|desc). Raises a 400 Problem for an unknown property or direction."""
    for name, direction in reversed(list(order)):
        if direction.lower() not in ("asc", "desc"):
            raise content_problem(400, 10005, f"Sort direction {direction!r} must be ASC or DESC")
        _check_property(name, properties)
        items = sorted(items, key=lambda item: _sort_key(pick(item, name)), reverse=direction.lower() == "desc")
    return items


def order_of(text: str) -> list[tuple[str, str]]:
    """Return the (property, direction) pairs of `$orderBy`."""
    pairs = (part.split() for part in text.split(","))
    return [(words[0], words[1] if len(words) > 1 else "asc") for words in pairs if words]


def pick(item: Any, path: str) -> Any:
    """Return the value at a dotted path, names in any case; None where there is none."""
    for name in path.lower().split("."):
        if not isinstance(item, dict):
            return None
        item = next((value for key, value in item.items() if key.lower() == name), None)
    return item


def _compound(expression: Item, properties: frozenset[str], depth: int) -> Test:
    operator = str(expression["logicalOperator"]).upper()
    if operator not in ("AND", "OR"):
        raise content_problem(400, 10005, "logicalOperator must be AND or OR")
    left = compiled(expression.get("leftOperand"), properties, depth + 1)
    right = compiled(expression.get("rightOperand"), properties, depth + 1)
    if operator == "AND":
        return lambda item: left(item) and right(item)
    return lambda item: left(item) or right(item)


def _simple(expression: Item, properties: frozenset[str]) -> Test:
    name, spelled = expression.get("property"), expression.get("simpleOperator")
    if not isinstance(name, str) or not isinstance(spelled, str):
        raise content_problem(400, 10002, "property and simpleOperator are required")
    _check_property(name, properties)
    operator = spelled.lower().removesuffix("s") if spelled.lower() in ("equals", "notequals") else spelled.lower()
    if operator not in _OPERATORS:
        raise content_problem(400, 10005, f"simpleOperator {spelled!r} is unknown")
    wanted = expression.get("values", expression.get("value"))
    if wanted is None and operator not in ("isnull", "isnotnull", "equal", "notequal"):
        raise content_problem(400, 10002, f"{spelled} needs a value")
    check, compare = _OPERATORS[operator]
    if not check(wanted):
        raise content_problem(400, 10001, f"{spelled} cannot be used with {wanted!r}")
    return lambda item: bool(compare(pick(item, name), wanted))


def _check_property(name: str, properties: frozenset[str]) -> None:
    if name.lower().split(".")[0] not in properties:
        raise content_problem(400, 10005, f"{name!r} is not a property that can be searched")


def _equal(value: Any, wanted: Any) -> bool:
    if value is None or wanted is None:
        return value is wanted
    return bool(_plain(value) == _plain(wanted))


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """Compare numbers with numbers, and dates with dates, as far as the shorter of the two is written."""

    def test(value: Any, wanted: Any) -> bool:
        if isinstance(wanted, str) and isinstance(value, str):
            length = min(len(value), len(wanted), len("2020-07-20T13:36:50"))
            return bool(compare(value[:length], wanted[:length]))
        number = _number(wanted)
        return isinstance(value, int | float) and number is not None and bool(compare(value, number))

    return test


def _like(value: Any, wanted: Any) -> bool:
    return isinstance(value, str) and str(wanted).strip("%").casefold() in value.casefold()


def _words(value: Any) -> set[str]:
    return set(re.findall(r"\w+", str(value or "").casefold()))


def _in(value: Any, wanted: Any) -> bool:
    return any(_equal(value, one) for one in (wanted if isinstance(wanted, list) else [wanted]))


def _where(value: Any, wanted: Any) -> bool:
    items = value if isinstance(value, list) else []
    return any(_equal(one, wanted) for item in items for one in (item.values() if isinstance(item, dict) else [item]))


def _is_null(value: Any, _wanted: Any) -> bool:
    return value is None or value in ("", [], {})


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).casefold()
    number = _number(value)
    return number if number is not None else str(value).strip().casefold()


def _number(value: Any) -> float | int | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = str(value).strip()
    return float(text) if re.fullmatch(r"-?\d{1,18}(\.\d{1,18})?", text) else None


def _sort_key(value: Any) -> tuple[int, Any]:
    if value is None:
        return (0, 0)
    if isinstance(value, int | float):
        return (1, value)
    return (2, str(value).casefold())


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_orderable(value: Any) -> bool:
    return _number(value) is not None or (isinstance(value, str) and bool(_ISO_DATE.match(value)))


def _is_plain(value: Any) -> bool:
    return not isinstance(value, dict | list)


def _is_anything(_value: Any) -> bool:
    return True


_OPERATORS: dict[str, tuple[Callable[[Any], bool], Callable[[Any, Any], bool]]] = {
    "equal": (_is_plain, _equal),
    "notequal": (_is_plain, lambda value, wanted: not _equal(value, wanted)),
    "lessthan": (_is_orderable, _ordered(lambda a, b: a < b)),
    "lessthanorequal": (_is_orderable, _ordered(lambda a, b: a <= b)),
    "greaterthan": (_is_orderable, _ordered(lambda a, b: a > b)),
    "greaterthanorequal": (_is_orderable, _ordered(lambda a, b: a >= b)),
    "like": (_is_text, _like),
    "contains": (_is_text, lambda value, wanted: bool(_words(value) & _words(wanted))),
    "mustcontain": (_is_text, lambda value, wanted: _words(wanted) <= _words(value)),
    "startswith": (_is_text, lambda value, wanted: str(value or "").casefold().startswith(wanted.casefold())),
    "in": (_is_anything, _in),
    "where": (_is_plain, _where),
    "isnull": (_is_anything, _is_null),
    "isnotnull": (_is_anything, lambda value, wanted: not _is_null(value, wanted)),
}
