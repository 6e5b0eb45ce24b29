"""GROUP BY: what may stand beside it."""

from __future__ import annotations

from typing import Any

from mcctl.sql.functions import AGGREGATES
from mcctl.sql.grammar import SYNTAX, SqlError, exp, spelled


def check_groups(tree: Any) -> None:
    """Raise SqlError where a column of a grouped SELECT is neither grouped by nor in an aggregate."""
    for select in tree.find_all(exp.Select):
        grouped = _keys(select)
        if grouped is None:
            continue
        places = [(one, "the select list") for one in select.selects]
        if having := select.args.get("having"):
            places.append((having.this, "the HAVING clause"))
        for one in (select.args.get("order") or exp.Order()).expressions:
            places.append((one.this, "the ORDER BY clause"))
        for value, place in places:
            _check(value, grouped, place, select)


def _keys(select: Any) -> set[str] | None:
    """Return what a SELECT is grouped by; None where it is not grouped."""
    group = select.args.get("group")
    if group:
        return {spelled(key) for one in group.expressions for key in _members(one)}
    has_aggregate = any(_is_aggregate(one) and _select_of(one) is select for one in select.find_all(exp.Anonymous))
    return set() if has_aggregate or select.args.get("having") else None


def _members(key: Any) -> list[Any]:
    """Return the keys in ROLLUP and its like; any other is one by itself."""
    if not isinstance(key, (exp.Rollup, exp.Cube, exp.GroupingSets, exp.Tuple, exp.Paren)):
        return [key]
    inner = [key.this] if isinstance(key, exp.Paren) else key.expressions
    return [member for one in inner for member in _members(one)]


def _check(value: Any, grouped: set[str], place: str, select: Any) -> None:
    if spelled(value) in grouped or _is_aggregate(value):
        return
    if isinstance(value, exp.Column) and value.table and value.table in _sources(select):
        raise SqlError(
            f"{SYNTAX}Column '{value.table}.{value.name}' is invalid in {place} because it is not contained in either "
            "an aggregate function or the GROUP BY clause."
        )
    for child in value.iter_expressions():
        _check(child, grouped, place, select)


def _is_aggregate(node: Any) -> bool:
    inner = node.this if isinstance(node, exp.WithinGroup) else node
    is_call = isinstance(inner, exp.Anonymous) and inner.name.upper() in AGGREGATES
    return is_call and not isinstance(node.parent, exp.Window)


def _select_of(node: Any) -> Any:
    return node.find_ancestor(exp.Select)


def _sources(select: Any) -> set[str]:
    """Return the aliases of what a SELECT reads from: columns of others around it are constants to it."""
    joined = [select.args.get("from_"), *(select.args.get("joins") or [])]
    return {one.this.alias_or_name for one in joined if one is not None}
