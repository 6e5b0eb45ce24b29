"""What kind of value every part of a query has: `meta["kind"]` of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mcctl.sql.functions import FUNCTIONS
from mcctl.sql.grammar import Scope, exp, traverse_scope
from mcctl.sql.kinds import (
    BOOLEAN,
    DATE,
    DAY,
    DECIMAL,
    NULL,
    NUMBER,
    OFFSET,
    TEXT,
    TIME,
    Kind,
    common,
    reckoned,
    text,
)

_VARCHAR_CHARS = 30  # where a length is left out in CAST
_TYPES = {
    **dict.fromkeys(("BIGINT", "INT", "SMALLINT", "TINYINT", "UTINYINT"), NUMBER),
    "BIT": BOOLEAN,
    "BOOLEAN": BOOLEAN,
    "DATE": DAY,
    "TIME": TIME,
    **dict.fromkeys(("DATETIME", "DATETIME2", "SMALLDATETIME", "TIMESTAMP"), DATE),
    "TIMESTAMPTZ": OFFSET,
    "MONEY": Kind("Decimal", 19, 4),
    "SMALLMONEY": Kind("Decimal", 10, 4),
    "FLOAT": Kind("Decimal", 28, 10),
    "DOUBLE": Kind("Decimal", 28, 10),
    "UUID": text(36),
    "XML": TEXT,
}
_TEXTS = ("CHAR", "VARCHAR", "NCHAR", "NVARCHAR", "TEXT")
_BETWEEN = (exp.Paren, exp.Collate, exp.Filter, exp.IgnoreNulls, exp.RespectNulls, exp.Ordered)
_ARITHMETIC = (exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod)


def give_kinds(tree: Any, tables: Mapping[str, Mapping[str, Kind]]) -> None:
    """Give every value of a qualified tree its kind. tables: name in the tree -> column in lower case -> kind."""
    for scope in traverse_scope(tree):
        _Kinds(scope, tables).give()


class _Kinds:
    """The kinds in one SELECT; those in it are known already."""

    def __init__(self, scope: Scope, tables: Mapping[str, Mapping[str, Kind]]) -> None:
        self._scope = scope
        self._tables = tables

    def give(self) -> None:
        """Give every value of this SELECT its kind, the innermost first."""
        if isinstance(self._scope.expression, exp.SetOperation):
            return _give_union(self._scope.expression)
        for node in reversed(list(self._scope.walk())):
            if isinstance(node, exp.Expression) and "kind" not in node.meta:
                node.meta["kind"] = self._of(node)
        return None

    def _of(self, node: Any) -> Kind:
        if isinstance(node, exp.Column):
            return self._of_column(node.table, node.name)
        rule = next((rule for kind, rule in _RULES.items() if isinstance(node, kind)), None)
        return rule(node) if rule else NULL

    def _of_column(self, table: str, name: str) -> Kind:
        scope: Any = self._scope
        while scope is not None:
            source = scope.sources.get(table)
            if isinstance(source, Scope):
                return _of_output(source, name)
            if source is not None:
                return self._tables.get(source.name, {}).get(name, NULL)
            scope = scope.parent
        return NULL


def _of_output(source: Scope, name: str) -> Kind:
    """Return the kind of an output column of a query in FROM, by the name that it has outside."""
    names = [one.alias_or_name for one in source.expression.selects]
    place = names.index(name) if name in names else -1
    return kind_of(source.expression.selects[place]) if place >= 0 else NULL


def kind_of(node: Any) -> Kind:
    """Return the kind of a value."""
    found: Kind = NULL if node is None else node.meta.get("kind", NULL)
    return found


def _give_union(union: Any) -> None:
    """Give the columns of both sides of a UNION what they become together."""
    sides = [side.unnest() if isinstance(side, exp.Subquery) else side for side in (union.left, union.right)]
    for left, right in zip(*(side.selects for side in sides), strict=False):
        left.meta["kind"] = right.meta["kind"] = common([kind_of(left), kind_of(right)])


def _of_literal(node: Any) -> Kind:
    if node.is_string:
        return text(len(node.this))
    whole, _, digits = str(node.this).partition(".")
    if "e" in whole.lower() + digits.lower():
        return DECIMAL
    return Kind("Decimal", max(18, len(whole) + len(digits)), len(digits)) if digits else NUMBER


def type_of(target: Any) -> Kind:
    """Return the kind that a type in CAST or CONVERT stands for."""
    name = target.this.name if hasattr(target.this, "name") else str(target.this)
    sizes = [int(one.name) for one in target.expressions if one.name.isdecimal()]
    if name in _TEXTS:
        is_open = not sizes and bool(target.expressions)  # VARCHAR(MAX)
        return TEXT if is_open or name == "TEXT" else text(sizes[0] if sizes else _VARCHAR_CHARS)
    if name == "DECIMAL":
        return Kind("Decimal", sizes[0] if sizes else 18, sizes[1] if len(sizes) > 1 else 0)
    return _TYPES.get(name, TEXT)


def _of_call(node: Any) -> Kind:
    function = FUNCTIONS[node.name.upper()]
    kinds = [kind_of(one) for one in node.expressions]
    return (
        function.result(kinds, [_number_of(one) for one in node.expressions]) if kinds or not function.least else NULL
    )


def _number_of(node: Any) -> int | None:
    return int(node.this) if isinstance(node, exp.Literal) and node.this.isdecimal() and not node.is_string else None


def _of_arithmetic(node: Any) -> Kind:
    left, right = kind_of(node.this), kind_of(node.expression)
    if isinstance(node, exp.Add) and not (left.is_number or right.is_number or left.is_time or right.is_time):
        return text(left.chars + right.chars)
    for kind in (left, right):
        if kind.is_time:
            return DATE if kind.type in ("Day", "Time") else kind
    return reckoned(left, right, divides=isinstance(node, exp.Div))


def _of_case(node: Any) -> Kind:
    values = [one.args["true"] for one in node.args["ifs"]]
    last = node.args.get("default")
    return common(kind_of(one) for one in [*values, *([last] if last else [])])


def _of_group_within(node: Any) -> Kind:
    """PERCENTILE_DISC gives a value as it is, PERCENTILE_CONT a number between."""
    inner = node.this
    if isinstance(inner, exp.Anonymous) and inner.name.upper() == "PERCENTILE_DISC":
        return kind_of(node.expression.expressions[0])
    return kind_of(inner)


def _first(node: Any) -> Kind:
    return kind_of(node.this)


def _of_query(node: Any) -> Kind:
    selects = node.selects
    return kind_of(selects[0]) if selects else NULL


_RULES: dict[Any, Callable[[Any], Kind]] = {
    exp.Literal: _of_literal,
    exp.National: lambda node: text(len(node.name)),
    exp.HexString: lambda _node: NUMBER,
    exp.Anonymous: _of_call,
    exp.Cast: lambda node: type_of(node.args["to"]),
    exp.Convert: lambda node: type_of(node.this),
    exp.DPipe: lambda node: text(kind_of(node.this).chars + kind_of(node.expression).chars),
    _ARITHMETIC: _of_arithmetic,
    exp.Neg: _first,
    exp.Case: _of_case,
    exp.Alias: _first,
    exp.WithinGroup: _of_group_within,
    exp.Window: _first,
    exp.AtTimeZone: lambda _node: OFFSET,
    exp.CurrentTimestamp: lambda _node: DATE,
    exp.Subquery: _of_query,
    exp.Query: _of_query,
    exp.Distinct: lambda node: kind_of(next(iter(node.expressions), None)),
    exp.Star: lambda _node: NUMBER,
    _BETWEEN: _first,
}
