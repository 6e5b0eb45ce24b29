"""The language of `--where`: conditions as a person writes them, turned into the advanced query's expressions.

    name like 'welcome' and (assetType.name = htmlemail or modifiedDate >= '2026-01-01')
    id in (101, 102) and tags where 'spring' and description is not null

Operators are the API's own (post-assetv1contentassetsquery.md), with the usual signs for comparison. `and` binds
tighter than `or`; the API has no `not`. docs disagree on the spelling of equal/equals...: the table's is sent.
"""

from __future__ import annotations

import json
import re
from typing import Any

from mcctl.errors import InputError
from mcctl.rest.asset_query import Expression, all_of, any_of, condition, one_of

_SIGNS = {
    "=": "equal",
    "!=": "notEqual",
    "<": "lessThan",
    "<=": "lessThanOrEqual",
    ">": "greaterThan",
    ">=": "greaterThanOrEqual",
}
_WORDS = {
    name.lower(): name
    for name in (
        *_SIGNS.values(),
        "like",
        "contains",
        "mustcontain",
        "startsWith",
        "in",
        "where",
        "isNull",
        "isNotNull",
    )
}
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?P<sign><=|>=|!=|=|<|>|\(|\)|,)|(?P<word>[^\s()<>=!,'"]+))"""
)
_MAX_DEPTH = 50


def parse_where(text: str) -> Expression:
    """Turn the text of `--where` into an expression; JSON is taken for the API's own form.

    Raises InputError that shows where the text stops making sense.
    """
    if text.lstrip().startswith("{"):
        try:
            expression: Expression = json.loads(text)
        except json.JSONDecodeError as error:
            raise InputError(f"--where is not valid JSON: {error}") from error
        return expression
    return _Parser(text).parse()


def sorting(text: str) -> dict[str, str]:
    """Return `PROPERTY[:asc|desc]` as the query sorts. Raises InputError for another direction."""
    name, _, direction = text.partition(":")
    direction = (direction or "asc").upper()
    if not name or direction not in ("ASC", "DESC"):
        raise InputError(f"--sort {text}: say PROPERTY, PROPERTY:asc or PROPERTY:desc")
    return {"property": name, "direction": direction}


class _Parser:
    """Recursive descent over the tokens: or, and, a condition or a parenthesis."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._next = 0
        self._depth = 0

    def parse(self) -> Expression:
        expression = self._or()
        if self._peek() is not None:
            raise self._error("and, or, or the end")
        return expression

    def _or(self) -> Expression:
        operands = [self._and()]
        while self._accept("or"):
            operands.append(self._and())
        return any_of(operands)

    def _and(self) -> Expression:
        operands = [self._operand()]
        while self._accept("and"):
            operands.append(self._operand())
        return all_of(operands)

    def _operand(self) -> Expression:
        if not self._accept("("):
            return self._condition()
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise InputError("--where is nested too deeply")
        expression = self._or()
        self._expect(")")
        self._depth -= 1
        return expression

    def _condition(self) -> Expression:
        kind, name = self._take("a property")
        if kind != "word":
            self._next -= 1
            raise self._error("a property")
        if self._accept("is"):
            operator = "isNotNull" if self._accept("not") else "isNull"
            self._expect("null")
            return {"property": name, "simpleOperator": operator}
        operator = self._operator()
        if operator == "in":
            return one_of(name, self._values())
        return condition(name, operator, self._value())

    def _operator(self) -> str:
        _, sign = self._take("an operator")
        operator = _SIGNS.get(sign) or _WORDS.get(sign.lower())
        if operator is None:
            self._next -= 1
            raise self._error(
                f"one of {', '.join([*_SIGNS, 'like', 'contains', 'mustcontain', 'startsWith', 'in', 'where', 'is'])}"
            )
        return operator

    def _values(self) -> list[Any]:
        self._expect("(")
        values = [self._value()]
        while self._accept(","):
            values.append(self._value())
        self._expect(")")
        return values

    def _value(self) -> Any:
        kind, token = self._take("a value")
        if kind == "sign":
            self._next -= 1
            raise self._error("a value")
        if kind == "text":
            return re.sub(r"\\(.)", r"\1", token[1:-1])
        try:
            return json.loads(token)
        except ValueError:
            return token

    def _peek(self) -> tuple[str, str] | None:
        return self._tokens[self._next][:2] if self._next < len(self._tokens) else None

    def _take(self, wanted: str) -> tuple[str, str]:
        token = self._peek()
        if token is None:
            raise self._error(wanted)
        self._next += 1
        return token

    def _accept(self, word: str) -> bool:
        token = self._peek()
        found = token is not None and token[0] != "text" and token[1].lower() == word
        self._next += found
        return found

    def _expect(self, word: str) -> None:
        if not self._accept(word):
            raise self._error(word)

    def _error(self, wanted: str) -> InputError:
        at = self._tokens[self._next][2] if self._next < len(self._tokens) else len(self._text)
        found = repr(self._tokens[self._next][1]) if self._next < len(self._tokens) else "the end"
        return InputError(
            f"--where: expected {wanted} at character {at + 1}, found {found}",
            "For example: --where \"name like 'welcome' and assetType.name = htmlemail\"",
        )


def _tokens(text: str) -> list[tuple[str, str, int]]:
    tokens = []
    position = 0
    while position < len(text.rstrip()):
        found = _TOKEN.match(text, position)
        if not found:
            raise InputError(f"--where: cannot read {text[position : position + 10]!r} at character {position + 1}")
        tokens.append((str(found.lastgroup), found[found.lastgroup or 0], found.start(found.lastgroup or 0)))
        position = found.end()
    return tokens
