"""Looking through a parsed template without rendering it: for whoever asks what it calls and what it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mcctl.ampscript.nodes import (
    Assign,
    Body,
    Call,
    Comparison,
    Evaluate,
    Expression,
    For,
    If,
    Junction,
    Literal,
    Not,
    Print,
    Program,
    Statement,
)

_REFERENCES = {"contentblockbykey": "key", "contentblockbyid": "id", "contentblockbyname": "name"}


def nodes(program: Program) -> Iterator[Any]:
    """Yield every statement and every expression of a program, in the order of the source."""
    yield from _of_body(program.body)


def calls(program: Program) -> Iterator[Call]:
    """Yield every call of a function."""
    return (node for node in nodes(program) if isinstance(node, Call))


def references(program: Program) -> Iterator[tuple[str, str, Call]]:
    """Yield (key, id or name; which one; the call) of every content block that is referred to by a literal."""
    for call in calls(program):
        by = _REFERENCES.get(call.name.lower())
        if by and call.args and isinstance(call.args[0], Literal) and call.args[0].value is not None:
            yield by, str(call.args[0].value).strip(), call


def _of_body(body: Body) -> Iterator[Any]:
    for statement in body:
        yield statement
        yield from _of_statement(statement)


def _of_statement(statement: Statement) -> Iterator[Any]:
    if isinstance(statement, Print | Evaluate | Assign):
        yield from _of_expression(statement.value)
    elif isinstance(statement, If):
        for condition, body in statement.branches:
            yield from _of_expression(condition)
            yield from _of_body(body)
        yield from _of_body(statement.otherwise)
    elif isinstance(statement, For):
        yield from _of_expression(statement.start)
        yield from _of_expression(statement.end)
        yield from _of_body(statement.body)


def _of_expression(node: Expression) -> Iterator[Any]:
    yield node
    parts: tuple[Expression, ...] = ()
    if isinstance(node, Call):
        parts = node.args
    elif isinstance(node, Junction):
        parts = node.operands
    elif isinstance(node, Comparison):
        parts = (node.left, node.right)
    elif isinstance(node, Not):
        parts = (node.operand,)
    for part in parts:
        yield from _of_expression(part)
