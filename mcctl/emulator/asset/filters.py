"""The query language of Content Builder: the advanced query's expressions, and the simple `$filter` and `$orderBy`.

Strings are compared without regard to case. `like` finds a part of a string, `contains` any of the words,
`mustcontain` all of them, `where` one item of a list. Operators are taken in any case, and in both of the spellings
that the documents use (equal, equals). What is wanted becomes SQL, so that a page costs what is on it.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mcctl.emulator.core.web import content_problem

_MAX_DEPTH = 100
MAX_VALUES = 50  # in one `in`, as tenants take them
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
_IN_SQL = {
    "equal": "=",
    "notequal": "!=",
    "lessthan": "<",
    "lessthanorequal": "<=",
    "greaterthan": ">",
    "greaterthanorequal": ">=",
}
"""Operators that SQL has for whole numbers, as far as an index goes."""


@dataclass(frozen=True)
class Condition:
    """A condition in SQL, with its values."""

    sql: str
    values: tuple[Any, ...] = ()


EVERYTHING = Condition("1")


@dataclass(frozen=True)
class Searchable:
    """What of a table can be searched.

    columns: path of a property, in lower case -> its value in SQL; numbers and texts: those of them that are always
    such. properties: names in lower case -> as they are spelled in the JSON of `document`, with everything in them.
    """

    columns: Mapping[str, str]
    numbers: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    properties: Mapping[str, str] = field(default_factory=dict)
    document: str = "doc"

    def condition(self, expression: Any, depth: int = 0) -> Condition:
        """Return what an expression of the advanced query stands for. Raises a 400 Refusal for what makes no sense."""
        if not isinstance(expression, dict):
            raise content_problem(400, 10003, "A query expression must be an object")
        if depth > _MAX_DEPTH:
            raise content_problem(400, 10005, "The query is nested too deeply")
        if "logicalOperator" in expression:
            return self._compound(expression, depth)
        return self._simple(expression)

    def filter(self, text: str) -> Condition:
        """Return what `$filter` stands for: one `<property> <operator> <value>`. Tenants take text without quotes."""
        found = re.fullmatch(r"\s*([\w.]+)\s+(\w+)\s+(.+?)\s*", text, re.DOTALL)
        operator = _SIMPLE_OPERATORS.get(found[2].lower()) if found else None
        if not found or operator is None:
            raise content_problem(400, 10003, f"$filter {text!r} is not <property> <operator> <value>")
        quoted = re.fullmatch(r"'(.*)'", found[3], re.DOTALL)
        value: Any = quoted[1].replace("''", "'") if quoted else found[3]
        return self._simple({"property": found[1], "simpleOperator": operator, "value": value})

    def order(self, order: Iterable[tuple[str, str]]) -> str:
        """Return (property, asc|desc) pairs as SQL sorts. Raises a 400 Refusal for an unknown property or direction."""
        parts = []
        for name, direction in order:
            if direction.lower() not in ("asc", "desc"):
                raise content_problem(400, 10005, f"Sort direction {direction!r} must be ASC or DESC")
            collation = "" if name.lower() in self.numbers else " collate nocase"  # which no index of numbers has
            parts.append(f"{self._value(name)}{collation} {direction}")
        return ", ".join(parts)

    def _compound(self, expression: dict[str, Any], depth: int) -> Condition:
        operator = str(expression["logicalOperator"]).upper()
        if operator not in ("AND", "OR"):
            raise content_problem(400, 10005, "logicalOperator must be AND or OR")
        left = self.condition(expression.get("leftOperand"), depth + 1)
        right = self.condition(expression.get("rightOperand"), depth + 1)
        return Condition(f"({left.sql} {operator} {right.sql})", left.values + right.values)

    def _simple(self, expression: dict[str, Any]) -> Condition:
        name, spelled = expression.get("property"), expression.get("simpleOperator")
        if not isinstance(name, str) or not isinstance(spelled, str):
            raise content_problem(400, 10002, "property and simpleOperator are required")
        value = self._value(name)
        operator = spelled.lower().removesuffix("s") if spelled.lower() in ("equals", "notequals") else spelled.lower()
        if operator not in _OPERATORS:
            raise content_problem(400, 10005, f"simpleOperator {spelled!r} is unknown")
        wanted = expression.get("values", expression.get("value"))
        if wanted is None and operator not in ("isnull", "isnotnull", "equal", "notequal"):
            raise content_problem(400, 10002, f"{spelled} needs a value")
        if not _OPERATORS[operator][0](wanted):
            raise content_problem(400, 10001, f"{spelled} cannot be used with {wanted!r}")
        number = _number(wanted) if name.lower() in self.numbers and not isinstance(wanted, list) else None
        if operator in _IN_SQL and number is not None:
            return Condition(f"{value} {_IN_SQL[operator]} ?", (number,))
        if operator == "equal" and name.lower() in self.texts and isinstance(wanted, str):
            return Condition(f"{value} = ? collate nocase", (wanted.strip(),))
        return Condition(f"fits('{operator}', {value}, ?)", (json.dumps(wanted),))

    def _value(self, name: str) -> str:
        """Return the SQL of a property's value. Raises a 400 Refusal for one that cannot be searched."""
        path = name.lower()
        if path in self.columns:
            return self.columns[path]
        first, _, rest = path.partition(".")
        if first not in self.properties or not re.fullmatch(r"[\w.]+", path):
            raise content_problem(400, 10005, f"{name!r} is not a property that can be searched")
        if rest:
            return f"pick({self.document}, '{path}')"
        return f"json_extract({self.document}, '$.{self.properties[first]}')"


def add_functions(db: sqlite3.Connection) -> None:
    """Give a connection the functions that conditions are made of."""
    db.create_function("fits", 3, _fits, deterministic=True)
    db.create_function("pick", 2, _pick, deterministic=True)


def order_of(text: str) -> list[tuple[str, str]]:
    """Return the (property, direction) pairs of `$orderBy`."""
    pairs = (part.split() for part in text.split(","))
    return [(words[0], words[1] if len(words) > 1 else "asc") for words in pairs if words]


def _fits(operator: str, value: Any, wanted: str) -> bool:
    right = json.loads(wanted)
    if isinstance(value, str) and value[:1] in ("[", "{"):
        value = _parsed(value)
    elif isinstance(right, bool) and value in (0, 1):
        value = bool(value)  # which SQL has as a number
    return bool(_OPERATORS[operator][1](value, right))


def _parsed(text: str) -> Any:
    """Return what `pick` gave as JSON; text that only looks like it as it is."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _pick(document: str, path: str) -> Any:
    """Return the value at a dotted path, names in any case: plain ones as they are, others as JSON."""
    item = json.loads(document)
    for name in path.split("."):
        if not isinstance(item, dict):
            return None
        item = next((value for key, value in item.items() if key.lower() == name), None)
    if isinstance(item, bool):
        return str(item).lower()
    return json.dumps(item) if isinstance(item, dict | list) else item


def _equal(value: Any, wanted: Any) -> bool:
    if value is None or wanted is None:
        return value is wanted
    return bool(_plain(value) == _plain(wanted))


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """Compare numbers with numbers, and dates with dates."""

    def test(value: Any, wanted: Any) -> bool:
        if isinstance(wanted, str) and isinstance(value, str):
            return bool(compare(*_dates(value, wanted)))
        number = _number(wanted)
        return isinstance(value, int | float) and number is not None and bool(compare(value, number))

    return test


def _dates(value: str, wanted: str) -> tuple[Any, Any]:
    """Return two dates to compare: as moments where a zone is wanted, else as far as the shorter of them is written."""
    with suppress(ValueError):
        moments = datetime.fromisoformat(value), datetime.fromisoformat(wanted)
        if all(one.tzinfo for one in moments):
            return moments
    length = min(len(value), len(wanted), len("2020-07-20T13:36:50"))
    return value[:length], wanted[:length]


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
        return value if abs(value) < 2**63 else None
    text = str(value).strip()
    return float(text) if re.fullmatch(r"-?\d{1,18}(\.\d{1,18})?", text) else None


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_orderable(value: Any) -> bool:
    return _number(value) is not None or (isinstance(value, str) and bool(_ISO_DATE.match(value)))


def _is_plain(value: Any) -> bool:
    return not isinstance(value, dict | list)


def _is_short(value: Any) -> bool:
    return not isinstance(value, list) or len(value) <= MAX_VALUES


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
    "in": (_is_short, _in),
    "where": (_is_plain, _where),
    "isnull": (_is_anything, _is_null),
    "isnotnull": (_is_anything, lambda value, wanted: not _is_null(value, wanted)),
}
