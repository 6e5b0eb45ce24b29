"""Values that become others where kinds meet, as T-SQL turns them by itself, or by CAST and CONVERT."""

from __future__ import annotations

from typing import Any

from mcctl.emulator.sql.functions import PREFIX
from mcctl.sql.grammar import exp
from mcctl.sql.inference import kind_of
from mcctl.sql.kinds import TEXT, Kind

_TO_TIME = {"Date": "TO_DATE", "Day": "TO_DAY", "Time": "TO_TIME", "Offset": "TO_OFFSET"}
_SEEN = {("Day", "Date"), ("Boolean", "Number"), ("Number", "Decimal"), ("Boolean", "Decimal"), ("Null", "Text")}
"""Kinds that are another kind as they stand."""


def call(name: str, *values: Any, kind: Kind | None = None) -> Any:
    """Return a call of one of our functions."""
    return with_kind(exp.Anonymous(this=PREFIX + name.lower(), expressions=list(values)), kind)


def with_kind(node: Any, kind: Kind | None) -> Any:
    """Return a node that is known to be of a kind."""
    if kind is not None:
        node.meta["kind"] = kind
    return node


def converted(node: Any, kind: Kind, style: int = 0) -> Any:
    """Return a value as one of another kind. style: of CONVERT."""
    given = kind_of(node)
    if given.type == kind.type or given.type == "Null" or (given.type, kind.type) in _SEEN:
        return node
    if kind.is_text:
        return node if given.is_text else as_text(node, style)
    if kind.is_time:
        style_of = [number(style)] if style and given.is_text else []
        return call(_TO_TIME[kind.type], node, *style_of, kind=kind)
    if kind.type == "Decimal":
        return call("TO_DECIMAL", node, number(kind.length or 18), number(kind.scale), kind=kind)
    if given.is_time:
        return node  # refused by the platform, but for dates as numbers, which are too seldom to be told apart
    return call("TO_BIT" if kind.type == "Boolean" else "TO_INT", node, kind=kind)


def as_text(node: Any, style: int = 0) -> Any:
    """Return a value as text: dates in a style, decimals with the digits of their kind."""
    given = kind_of(node)
    if given.is_text or given.type == "Null":
        return node
    if given.is_time:
        return call("DATE_AS_TEXT", node, number(style), text(given.type), kind=TEXT)
    if given.type == "Decimal":
        return call("DECIMAL_AS_TEXT", node, number(given.scale), kind=TEXT)
    return with_kind(exp.Cast(this=node, to=exp.DataType.build("text")), TEXT)


def number(value: int) -> Any:
    """Return a number written out."""
    return exp.Literal.number(value)


def text(value: str) -> Any:
    """Return a text written out."""
    return exp.Literal.string(value)


def in_any_case(node: Any) -> Any:
    """Return a text that is compared without regard to case; anything else as it is."""
    if not (kind_of(node).is_text or kind_of(node).type == "Null") or isinstance(node, exp.Collate):
        return node
    return with_kind(exp.Collate(this=node.copy(), expression=exp.var("nocase")), kind_of(node))
