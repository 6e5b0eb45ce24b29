"""TOP and OFFSET."""

from __future__ import annotations

from typing import Any

from mcctl.sql.grammar import exp

_PLACE = "tsql_place"


def cut(select: Any) -> Any:
    """Return a SELECT whose TOP, or OFFSET and FETCH, is a LIMIT."""
    limit, offset = select.args.get("limit"), select.args.get("offset")
    options = limit.args.get("limit_options") if limit is not None else None
    if isinstance(limit, exp.Fetch):
        select.set("limit", exp.Limit(expression=limit.args["count"].copy()))
        return select
    if options is not None and (options.args.get("percent") or options.args.get("with_ties")):
        return _cut_with_options(select, limit.expression, options)
    if limit is None and offset is not None:
        select.set("limit", exp.Limit(expression=exp.Literal.number(-1)))
    elif limit is not None:
        select.set("limit", exp.Limit(expression=limit.expression.copy()))
    return select


def _cut_with_options(select: Any, count: Any, options: Any) -> Any:
    """Return a SELECT of TOP n PERCENT, or WITH TIES: its rows are numbered, and cut by their numbers."""
    ordered, inner = select.args.get("order"), select.copy()
    inner.set("limit", None)
    names = [exp.alias_(exp.column(one.alias, quoted=True), one.alias, quoted=True) for one in select.selects]
    if options.args.get("percent"):
        whole = inner.copy()
        whole.set("order", None)
        rows = exp.select(exp.Anonymous(this="COUNT", expressions=[exp.Star()])).from_(exp.Subquery(this=whole))
        part = exp.Mul(this=exp.Div(this=exp.Paren(this=count.copy()), expression=exp.Literal.number("100.0")),
                       expression=exp.Subquery(this=rows))  # fmt: skip
        count = exp.Anonymous(this="tsql_whole_above", expressions=[part])
        if not options.args.get("with_ties"):
            inner.set("limit", exp.Limit(expression=count))
            return inner
    order = ordered.copy() if ordered is not None else None
    rank = exp.Window(this=exp.Anonymous(this="RANK"), order=order)
    inner.set("order", None)
    inner = inner.select(exp.alias_(rank, _PLACE), copy=False)
    place = exp.LTE(this=exp.column(_PLACE), expression=count.copy())
    return (
        exp.select(*names)
        .from_(exp.Subquery(this=inner, alias=exp.TableAlias(this=exp.to_identifier("ranked"))))
        .where(place)
    )
