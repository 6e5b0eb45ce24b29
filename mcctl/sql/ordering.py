"""The order in which a query wants its rows: a table has none, so that it is to be asked for again."""

from __future__ import annotations

from typing import Any

from mcctl.sql.grammar import exp


def order_of(tree: Any) -> str:
    """Return the first column by which the output of a query is ordered, and asc or desc; "" where it is by another
    value, or by none.
    """
    order = tree.args.get("order")
    if order is None:
        return ""
    first = order.expressions[0]
    names = {one.alias_or_name.lower(): one.alias_or_name for one in tree.selects if not one.is_star}
    value = first.this
    if isinstance(value, exp.Literal) and value.name.isdecimal() and 0 < int(value.name) <= len(names):
        name = list(names.values())[int(value.name) - 1]
    elif isinstance(value, exp.Column):
        name = names.get(value.name.lower(), "")
    else:
        name = ""
    return f"{name} {'desc' if first.args.get('desc') else 'asc'}" if name else ""
