"""A query that is understood, as SQLite says it.

Every node is replaced by what means the same there, the innermost first. Texts are compared without regard to case, of
ASCII alone. Each keeps its kind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mcctl.emulator.sql import numbers, texts
from mcctl.emulator.sql.converting import as_text, call, converted, in_any_case, number, text, with_kind
from mcctl.emulator.sql.functions import OURS
from mcctl.emulator.sql.groups import spread_groups
from mcctl.emulator.sql.tops import cut
from mcctl.sql.grammar import exp
from mcctl.sql.inference import kind_of, type_of
from mcctl.sql.kinds import DATE, DECIMAL, NUMBER, common

_MEASURES = {**numbers.FUNCTIONS, "SUM": None, "AVG": None, "STDEV": None, "STDEVP": None, "VAR": None, "VARP": None}
_MOMENTS = {
    "GETDATE": "now",
    "SYSDATETIME": "now",
    "GETUTCDATE": "utc",
    "SYSUTCDATETIME": "utc",
    "SYSDATETIMEOFFSET": "offset",
}


class Clock:
    """What GETDATE and its like give during a run: one moment. now: at -06:00; utc; offset: with the zone."""

    def __init__(self, now: str, utc: str) -> None:
        self.now, self.utc, self.offset = now, utc, f"{now}-06:00"


def translated(tree: Any, clock: Clock) -> Any:
    """Return a tree of T-SQL as one of SQLite's. The tree given is used up."""
    for select in list(tree.find_all(exp.Select)):
        new = spread_groups(select)
        if select is tree:
            tree = new
    root = exp.Paren(this=tree)  # so that the tree itself can be replaced
    for node in reversed(list(root.walk(bfs=False))):
        change = _CHANGES.get(type(node))
        if change is None or node is root:
            continue
        kind = node.meta.get("kind")
        new = change(node, clock)
        if new is not node:
            node.replace(with_kind(new, new.meta.get("kind") or kind))
    return root.this


def _calls(node: Any, clock: Clock) -> Any:
    name, values = node.name.upper(), node.expressions
    if name in _MOMENTS:
        return text(getattr(clock, _MOMENTS[name]))
    if name in _SPECIAL:
        return _SPECIAL[name](node, values)
    if name in texts.FUNCTIONS or name in texts.OF_NULLS:
        values = [one if name == "FORMAT" or kind_of(one).type == "Number" else as_text(one) for one in values]
    elif name in _MEASURES:
        values = [converted(one, DECIMAL) if kind_of(one).is_text else one for one in values]
    if name in OURS and name not in ("STRING_AGG",):
        return call(name, *(one.copy() for one in values))
    if name in ("MIN", "MAX"):
        values = [in_any_case(one) for one in values]
    new = exp.Anonymous(this="COUNT" if name == "COUNT_BIG" else name, expressions=[one.copy() for one in values])
    is_whole_mean = name == "AVG" and kind_of(node).type != "Decimal"
    return _whole(new) if is_whole_mean and not isinstance(node.parent, exp.Window) else new


def _whole(node: Any) -> Any:
    return with_kind(exp.Cast(this=node, to=exp.DataType.build("int")), NUMBER)


def _string_agg(_node: Any, values: list[Any]) -> Any:
    return call("STRING_AGG", *(as_text(one).copy() for one in values))


def _iif(node: Any, values: list[Any]) -> Any:
    met = kind_of(node)
    rest = [converted(one, met).copy() for one in values[1:]]
    return exp.Anonymous(this="IIF", expressions=[values[0].copy(), *rest])


def _isnull(node: Any, values: list[Any]) -> Any:
    met = kind_of(node)
    return exp.Anonymous(this="IFNULL", expressions=[values[0].copy(), converted(values[1], met).copy()])


def _coalesce(node: Any, values: list[Any]) -> Any:
    met = kind_of(node)
    return exp.Anonymous(this="COALESCE", expressions=[converted(one, met).copy() for one in values])


def _nullif(_node: Any, values: list[Any]) -> Any:
    left, right = _met(*values)
    return exp.Anonymous(this="NULLIF", expressions=[in_any_case(left).copy(), right.copy()])


def _choose(node: Any, values: list[Any]) -> Any:
    met = kind_of(node)
    branches = [exp.If(this=number(place), true=converted(one, met).copy()) for place, one in enumerate(values[1:], 1)]
    return exp.Case(this=values[0].copy(), ifs=branches)


_SPECIAL: dict[str, Callable[[Any, list[Any]], Any]] = {
    "STRING_AGG": _string_agg,
    "IIF": _iif,
    "ISNULL": _isnull,
    "COALESCE": _coalesce,
    "NULLIF": _nullif,
    "CHOOSE": _choose,
}


def _met(left: Any, right: Any) -> tuple[Any, Any]:
    """Return two values as they are compared."""
    kinds = [kind_of(left), kind_of(right)]
    met = common(kinds)
    if met.is_time and any(kind.is_time and kind.type != met.type for kind in kinds):
        met = DATE
    return converted(left, met), converted(right, met)


def _compares(node: Any, _clock: Clock) -> Any:
    left, right = _met(node.this, node.expression)
    return type(node)(this=in_any_case(left).copy(), expression=right.copy())


def _in(node: Any, _clock: Clock) -> Any:
    values = node.expressions
    if not values:
        return exp.In(this=in_any_case(node.this).copy(), query=node.args["query"].copy())
    met = common([kind_of(node.this), *map(kind_of, values)])
    listed = [converted(one, met).copy() for one in values]
    return exp.In(this=in_any_case(converted(node.this, met)).copy(), expressions=listed)


def _between(node: Any, _clock: Clock) -> Any:
    low, high = node.args["low"], node.args["high"]
    met = common([kind_of(node.this), kind_of(low), kind_of(high)])
    value = in_any_case(converted(node.this, met))
    return exp.Between(this=value.copy(), low=converted(low, met).copy(), high=converted(high, met).copy())


def _like(node: Any, _clock: Clock) -> Any:
    if isinstance(node.parent, exp.Escape):
        return node
    value, pattern = as_text(node.this).copy(), node.expression
    if isinstance(pattern, exp.Literal) and "[" not in pattern.name:
        return _negated(node, exp.Like(this=value, expression=pattern.copy()))
    return _negated(node, call("LIKE", value, as_text(pattern).copy()))


def _escape(node: Any, _clock: Clock) -> Any:
    inner = node.this
    values = (as_text(inner.this).copy(), as_text(inner.expression).copy(), node.expression.copy())
    return _negated(inner, call("LIKE", *values))


def _negated(like: Any, test: Any) -> Any:
    """Return the opposite of a test where it stands for NOT LIKE."""
    return exp.Not(this=exp.Paren(this=test)) if like.args.get("negate") else test


def _case(node: Any, _clock: Clock) -> Any:
    met, tested = kind_of(node), node.this
    branches = []
    for one in node.args["ifs"]:
        condition = one.this
        if tested is not None:
            left, right = _met(tested, condition)
            condition = exp.EQ(this=in_any_case(left).copy(), expression=right.copy())
        branches.append(exp.If(this=condition.copy(), true=converted(one.args["true"], met).copy()))
    last = node.args.get("default")
    return exp.Case(ifs=branches, default=None if last is None else converted(last, met).copy())


def _cast(node: Any, _clock: Clock) -> Any:
    return _as_type(node.this, node.args["to"], 0)


def _convert(node: Any, _clock: Clock) -> Any:
    style = node.args.get("style")
    return _as_type(node.expression, node.this, int(style.name) if style is not None and style.name.isdecimal() else 0)


def _as_type(value: Any, target: Any, style: int) -> Any:
    """Return a value as CAST and CONVERT make it: cut to the length of a text, rounded to the digits of a number."""
    kind, given = type_of(target), kind_of(value)
    if kind.is_text:
        told = as_text(value, style).copy()
        return with_kind(told if kind.length is None else call("TRUNCATED", told, number(kind.length)), kind)
    if kind.type == "Decimal" and given.type != "Null":
        return call("TO_DECIMAL", value.copy(), number(kind.length or 18), number(kind.scale), kind=kind)
    if kind.type == "Number" and given.type in ("Decimal", "Number"):
        return call("TO_INT", value.copy(), kind=kind)
    if given.type == "Day" and kind.type == "Date":
        return with_kind(value.copy(), kind)
    return with_kind(converted(value, kind, style).copy(), kind)


def _adds(node: Any, _clock: Clock) -> Any:
    left, right = node.this, node.expression
    if kind_of(node).is_text:
        return exp.DPipe(this=as_text(left).copy(), expression=as_text(right).copy())
    for value, other in ((left, right), (right, left)):
        if kind_of(value).is_time and not kind_of(other).is_time:
            days = other if isinstance(node, exp.Add) else exp.Neg(this=exp.Paren(this=other.copy()))
            return call("DATE_PLUS", value.copy(), days.copy())
    return _reckons(node, _clock)


def _reckons(node: Any, _clock: Clock) -> Any:
    left, right = (converted(one, DECIMAL) if _is_written_decimal(one) else converted(one, NUMBER)
                   if kind_of(one).is_text else one for one in (node.this, node.expression))  # fmt: skip
    name = {exp.Div: "DIVIDED", exp.Mod: "MODULO"}.get(type(node))
    if name:
        return call(name, _bare(left), _bare(right))
    return type(node)(this=left.copy(), expression=right.copy())


def _is_written_decimal(node: Any) -> bool:
    return isinstance(node, exp.Literal) and node.is_string and "." in node.name


def _bare(node: Any) -> Any:
    """Return an argument without the brackets that an operator needed."""
    return (node.this if isinstance(node, exp.Paren) else node).copy()


def _window(node: Any, _clock: Clock) -> Any:
    for one in node.args.get("partition_by") or []:
        one.replace(in_any_case(one))
    inner = node.this
    is_mean = isinstance(inner, exp.Anonymous) and inner.name.upper() == "AVG"
    return _whole(node.copy()) if is_mean and kind_of(node).type != "Decimal" else node


def _within(node: Any, _clock: Clock) -> Any:
    inner, ordered = node.this, node.expression.expressions
    name = inner.name.lower().removeprefix("tsql_")
    downs = [(one.this.copy(), number(int(bool(one.args.get("desc"))))) for one in ordered]
    if name == "string_agg":
        return call(name, *(one.copy() for one in inner.expressions), *(part for pair in downs for part in pair))
    return call(name, *(one.copy() for one in inner.expressions), *downs[0])


def _alias(node: Any, _clock: Clock) -> Any:
    if not isinstance(node.parent, exp.Select):
        return node
    value = in_any_case(converted(node.this, kind_of(node)))
    return exp.Alias(this=value.copy(), alias=node.args["alias"].copy())


def _ordered(node: Any, _clock: Clock) -> Any:
    if isinstance(node.this, (exp.Literal, exp.Collate)):
        return node
    return exp.Ordered(**{**node.args, "this": in_any_case(node.this)})


def _group(node: Any, _clock: Clock) -> Any:
    return exp.Group(expressions=[in_any_case(one).copy() for one in node.expressions])


def _distinct(node: Any, _clock: Clock) -> Any:
    if not isinstance(node.parent, exp.Anonymous):
        return node
    return exp.Distinct(expressions=[in_any_case(one).copy() for one in node.expressions])


def _zone(node: Any, _clock: Clock) -> Any:
    return call("AT_TIME_ZONE", node.this.copy(), node.args["zone"].copy())


def _union(node: Any, _clock: Clock) -> Any:
    """Take the brackets off the sides, which SQLite does not have: what needs them becomes a SELECT of its own."""
    for name in ("this", "expression"):
        side = node.args[name]
        if isinstance(side, exp.Subquery):
            inner = side.this
            is_plain = isinstance(inner, exp.Select) and not inner.args.get("limit") and not inner.args.get("order")
            node.set(name, inner.copy() if is_plain else exp.select("*").from_(exp.Subquery(this=inner.copy())))
        elif isinstance(side, exp.Select) and side.args.get("limit"):
            node.set(name, exp.select("*").from_(exp.Subquery(this=side.copy())))
    return cut(node)


def _moment(_node: Any, clock: Clock) -> Any:
    return text(clock.now)


_COMPARISONS = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE)
_CHANGES: dict[Any, Callable[[Any, Clock], Any]] = {
    exp.Anonymous: _calls,
    **dict.fromkeys(_COMPARISONS, _compares),
    exp.In: _in,
    exp.Between: _between,
    exp.Like: _like,
    exp.Escape: _escape,
    exp.Case: _case,
    exp.Cast: _cast,
    exp.Convert: _convert,
    exp.Add: _adds,
    exp.Sub: _adds,
    exp.Mul: _reckons,
    exp.Div: _reckons,
    exp.Mod: _reckons,
    exp.Window: _window,
    exp.WithinGroup: _within,
    exp.Alias: _alias,
    exp.Ordered: _ordered,
    exp.Group: _group,
    exp.Distinct: _distinct,
    exp.AtTimeZone: _zone,
    exp.CurrentTimestamp: _moment,
    exp.National: lambda node, _clock: text(node.name),
    exp.HexString: lambda node, _clock: number(int(node.name, 16)),
    exp.Select: lambda node, _clock: cut(node),
    exp.Union: _union,
    exp.Intersect: _union,
    exp.Except: _union,
}
