"""ROLLUP, CUBE and GROUPING SETS, which SQLite has not: one SELECT for each set of keys, and all of them together."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from mcctl.sql.grammar import exp, spelled

_SETS = (exp.Rollup, exp.Cube, exp.GroupingSets)


def spread_groups(select: Any) -> Any:
    """Return a SELECT, in its place in the tree, as a union of as many as there are sets of keys in its GROUP BY."""
    group = select.args.get("group")
    if group is None or not any(isinstance(one, _SETS) for one in group.expressions):
        return select
    keys = {spelled(one): one for one in _every_key(group)}
    sets = _sets_of(group)
    union: Any = None
    for chosen in sets:
        one = _grouped_by(select, chosen, keys)
        union = one if union is None else exp.Union(this=union, expression=one, distinct=False)
    if select.args.get("order") or select.args.get("limit"):
        union = _ordered_again(select, union)
    kind = select.selects[0].meta.get("kind")
    union.meta["kind"] = kind
    if select.parent is not None:
        select.replace(union)
    return union


def _every_key(group: Any) -> list[Any]:
    found = []
    for one in group.expressions:
        inner = one.expressions if isinstance(one, _SETS) else [one]
        found += [key for part in inner for key in _members(part)]
    return found


def _members(part: Any) -> list[Any]:
    if isinstance(part, exp.Tuple):
        return list(part.expressions)
    return [part.this if isinstance(part, exp.Paren) else part]


def _sets_of(group: Any) -> list[list[Any]]:
    sets: list[list[Any]] = [[]]
    for one in group.expressions:
        more = _sets_in(one) if isinstance(one, _SETS) else [[one]]
        sets = [[*before, *after] for before in sets for after in more]
    return sets


def _sets_in(one: Any) -> list[list[Any]]:
    keys = [_members(part) for part in one.expressions]
    if isinstance(one, exp.GroupingSets):
        return keys
    if isinstance(one, exp.Rollup):
        return [[key for part in keys[:count] for key in part] for count in range(len(keys), -1, -1)]
    counts = range(len(keys), -1, -1)
    return [[key for part in chosen for key in part] for count in counts for chosen in combinations(keys, count)]


def _grouped_by(select: Any, chosen: list[Any], keys: dict[str, Any]) -> Any:
    """Return a SELECT that is grouped by some of its keys; the others are NULL in it."""
    one = select.copy()
    kept = {spelled(key) for key in chosen}
    for place in [*one.selects, *filter(None, [one.args.get("having")])]:
        for node in list(place.walk()):
            told = spelled(node) if isinstance(node, exp.Expression) else ""
            if told in keys and told not in kept and not node.find_ancestor(exp.Anonymous):
                node.replace(exp.Null())
    one.set("group", exp.Group(expressions=[key.copy() for key in chosen]) if chosen else None)
    for name in ("order", "limit", "offset"):
        one.set(name, None)
    if not chosen and not one.find(exp.Anonymous):
        one = one.limit(1)
    return one


def _ordered_again(select: Any, union: Any) -> Any:
    """Return a union in the order, and within the limits, of the SELECT that it stands for."""
    whole = exp.select(
        *(exp.alias_(exp.column(one.alias, quoted=True), one.alias, quoted=True) for one in select.selects)
    )
    whole = whole.from_(exp.Subquery(this=union, alias=exp.TableAlias(this=exp.to_identifier("grouped"))))
    for new, old in zip(whole.selects, select.selects, strict=True):
        new.meta["kind"] = new.this.meta["kind"] = old.meta.get("kind")
    names = {spelled(one.unalias()): one.alias for one in select.selects}
    order = select.args.get("order")
    if order is not None:
        order = order.copy()
        for node in list(order.walk()):
            alias = names.get(spelled(node)) if isinstance(node, exp.Expression) else None
            if alias:
                node.replace(exp.column(alias, quoted=True))
        whole.set("order", order)
    for name in ("limit", "offset"):
        if select.args.get(name):
            whole.set(name, select.args[name].copy())
    return whole
