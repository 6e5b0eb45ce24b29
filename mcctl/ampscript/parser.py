"""A template's tokens as a program, by recursive descent."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from mcctl.ampscript.collecting import paused
from mcctl.ampscript.errors import ParseError
from mcctl.ampscript.lexer import (
    ATTRIBUTE,
    BLOCK_END,
    END,
    FOREIGN,
    INLINE,
    INLINE_END,
    KEYWORD,
    NUMBER,
    OPERATOR,
    PERSONAL,
    STRING,
    TEXT,
    VARIABLE,
    WORD,
    tokens,
)
from mcctl.ampscript.nodes import (
    Assign,
    Attribute,
    Body,
    Call,
    Comparison,
    Declare,
    Evaluate,
    Expression,
    For,
    Foreign,
    If,
    Junction,
    Literal,
    Not,
    Personal,
    Print,
    Program,
    Statement,
    Text,
    Variable,
    Warned,
    place_of,
)
from mcctl.ampscript.values import attribute_key

MAX_DEPTH = 60
_MOST_DIGITS = 100
_INT64 = 2**63
_TOLD_CHARS = 60
_JAVASCRIPT, _GUIDE = "server-side JavaScript", "Guide Template Language"
_OPERATORS = frozenset(("==", "!=", "<", ">", "<=", ">="))
_BOOLEANS = {"true": True, "false": False}
_SIMPLE, _JOINING = frozenset((VARIABLE, STRING, NUMBER)), frozenset(("and", "or"))
_AFTER_THEN, _AFTER_ELSE, _AFTER_DO = frozenset({"elseif", "else", "endif"}), frozenset({"endif"}), frozenset({"next"})


def parse(source: str, name: str = "") -> Program:
    """Return a template as a program, which can be rendered many times.

    name: of the content block it is; empty for the template itself.
    Raises ParseError, with the line and the column, where it is no AMPscript or is nested deeper than 60 levels.
    """
    with paused():
        return _Parser(source, name).program()


class _Parser:
    def __init__(self, source: str, name: str) -> None:
        self._tokens = tokens(source, name)
        self._kinds, self._values, self._places = self._tokens.kinds, self._tokens.values, self._tokens.places
        self._name = name
        self._next = 0
        self._depth = 0
        self._bare_and = False
        self._counters: list[str] = []
        self._statements: dict[str, Callable[[], Statement]] = {
            "var": self._declaration,
            "set": self._assignment,
            "if": self._if,
            "for": self._for,
        }

    def program(self) -> Program:
        """Return the whole template."""
        body = self._body()
        return Program(body, self._name, self._tokens.lines, tuple(self._tokens.warnings))

    def _body(self, stops: frozenset[str] = frozenset(), unfinished: str = "", opened: int = 0) -> Body:
        """Return the statements up to one of the keywords `stops`, or up to the end where there are none.

        unfinished: what to say, of the offset `opened`, where the template ends before.
        """
        found: list[Statement] = []
        while True:
            kind, value = self._kinds[self._next], self._values[self._next]
            if kind == BLOCK_END:
                self._next += 1
            elif kind == KEYWORD and value in stops:
                return tuple(found)
            elif kind == END:
                if stops:
                    raise self._error(unfinished, opened)
                return tuple(found)
            else:
                found.append(self._statement(kind, value))

    def _statement(self, kind: str, value: str) -> Statement:
        if kind == TEXT:
            self._next += 1
            return Text(value)
        if kind == INLINE:
            return self._inline()
        if kind == KEYWORD and value in self._statements:
            return self._nested(self._statements[value])
        place = self._places[self._next]
        if kind == PERSONAL:
            self._next += 1
            return Personal(attribute_key(value[2:-2]), value, place)
        if kind == FOREIGN:
            self._next += 1
            return Foreign(_JAVASCRIPT if value.startswith("<") else _GUIDE, value, place)
        return self._evaluation()

    def _inline(self) -> Print:
        at = self._places[self._next]
        self._next += 1
        value = self._expression()
        if self._kinds[self._next] != INLINE_END:
            raise self._unexpected("=%%")
        self._next += 1
        return Print(value, at)

    def _evaluation(self) -> Evaluate:
        at = self._places[self._next]
        value = self._expression()
        if self._kinds[self._next] == "=" and isinstance(value, Variable):  # without SET it does nothing
            self._next += 1
            self._expression()
            self._warn("Without SET nothing is set", at)
            return Evaluate(Literal(None), at)
        return Evaluate(value, at)

    def _declaration(self) -> Declare:
        at = self._places[self._next]
        self._next += 1
        names = [self._variable()]
        while self._kinds[self._next] == ",":
            self._next += 1
            names.append(self._variable())
        return Declare(tuple(names), at)

    def _assignment(self) -> Assign:
        at = self._places[self._next]
        self._next += 1
        name = self._variable()
        self._sign("=")
        return Assign(name, self._expression(), at)

    def _variable(self) -> str:
        if self._kinds[self._next] != VARIABLE:
            raise self._unexpected("a variable, such as @name")
        name = self._values[self._next].lower()
        if name in self._counters:
            raise self._error(f"{name} counts a loop; inside the loop it cannot be declared or set")
        self._next += 1
        return name

    def _if(self) -> If:
        at = self._places[self._next]
        branches: list[tuple[Expression, Body]] = []
        otherwise: Body = ()
        word = "if"
        while word in ("if", "elseif"):
            self._next += 1
            condition = self._expression()
            self._word("then")
            branches.append((condition, self._body(_AFTER_THEN, "IF has no ENDIF", at)))
            word = self._values[self._next]
        if word == "else":
            self._next += 1
            otherwise = self._body(_AFTER_ELSE, "IF has no ENDIF", at)
        self._word("endif")
        return If(tuple(branches), otherwise, at)

    def _for(self) -> For:
        at = self._places[self._next]
        self._next += 1
        counter = self._variable()
        self._sign("=")
        start = self._expression()
        step = -1 if self._is_keyword("downto") else 1
        self._word("downto" if step < 0 else "to")
        end = self._expression()
        self._word("do")
        self._counters.append(counter)
        body = self._body(_AFTER_DO, "FOR has no NEXT", at)
        self._counters.pop()
        self._word("next")
        if self._kinds[self._next] == VARIABLE:
            if self._values[self._next].lower() != counter:
                raise self._error(f"NEXT {self._values[self._next]} does not belong to FOR {counter}")
            self._next += 1
        return For(counter, start, end, step, body, at)

    def _expression(self) -> Expression:
        at = self._next
        if self._kinds[at] in _SIMPLE and self._kinds[at + 1] != OPERATOR and self._values[at + 1] not in _JOINING:
            return self._primary()  # most expressions are one value
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._error(f"More than {MAX_DEPTH} levels of nesting are not read")
        found = self._disjunction()
        self._depth -= 1
        return found

    def _disjunction(self) -> Expression:
        first = self._conjunction()
        if not self._is_keyword("or"):
            return first
        operands, at, bare = [first], self._next, self._bare_and
        while self._is_keyword("or"):
            self._next += 1
            operands.append(self._conjunction())
            bare = bare or self._bare_and
        if bare:
            self._warn("AND goes before OR here; write parentheses, so that it is sure", self._places[at])
        return Junction("or", tuple(operands))

    def _conjunction(self) -> Expression:
        first = self._negation()
        self._bare_and = self._is_keyword("and")
        if not self._bare_and:
            return first
        operands = [first]
        while self._is_keyword("and"):
            self._next += 1
            operands.append(self._negation())
        self._bare_and = True
        return Junction("and", tuple(operands))

    def _negation(self) -> Expression:
        if not self._is_keyword("not"):
            return self._comparison()
        count = 0
        while self._is_keyword("not"):
            self._next += 1
            count += 1
        operand = self._comparison()
        return Not(operand) if count % 2 else Not(Not(operand))

    def _comparison(self) -> Expression:
        left = self._primary()
        begin = self._next
        while self._kinds[self._next] == OPERATOR:
            if self._next - begin > 2 * MAX_DEPTH:
                raise self._error(f"More than {MAX_DEPTH} comparisons in a row are not read")
            operator = self._values[self._next]
            if operator not in _OPERATORS:
                raise self._unexpected("a comparison, AND or OR")
            self._next += 1
            left = Comparison(operator, left, self._primary())
        return left

    def _primary(self) -> Expression:
        at = self._next
        kind, value, place = self._kinds[at], self._values[at], self._places[at]
        self._next += 1
        if kind == VARIABLE:
            return Variable(value.lower(), place)
        if kind == STRING:
            return Literal(value)
        if kind == WORD:
            return self._call(value, place) if self._kinds[self._next] == "(" else Attribute(value, place)
        if kind == NUMBER:
            return Literal(_number(value))
        if kind == "(":
            found = self._expression()
            self._sign(")")
            self._bare_and = False
            return found
        if kind == ATTRIBUTE:
            return Attribute(value, place)
        if kind == KEYWORD and value in _BOOLEANS:
            return Literal(_BOOLEANS[value])
        self._next = at
        raise self._unexpected("a value")

    def _call(self, name: str, place: int) -> Call:
        self._next += 1
        args: list[Expression] = []
        if self._kinds[self._next] == ")":
            self._next += 1
            return Call(name, (), place)
        while True:
            args.append(Literal(None) if self._kinds[self._next] in (",", ")") else self._expression())
            if self._kinds[self._next] != ",":
                break
            self._next += 1
        self._sign(")")
        return Call(name, tuple(args), place)

    def _nested(self, read: Callable[[], Statement]) -> Statement:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._error(f"More than {MAX_DEPTH} levels of nesting are not read")
        found = read()
        self._depth -= 1
        return found

    def _is_keyword(self, word: str) -> bool:
        return self._values[self._next] == word and self._kinds[self._next] == KEYWORD

    def _word(self, word: str) -> None:
        if not self._is_keyword(word):
            raise self._unexpected(word.upper())
        self._next += 1

    def _sign(self, sign: str) -> None:
        if self._kinds[self._next] != sign:
            raise self._unexpected(sign)
        self._next += 1

    def _unexpected(self, wanted: str) -> ParseError:
        kind, value = self._kinds[self._next], self._values[self._next]
        found = {TEXT: "text", END: "the end", STRING: f'"{value}"'}.get(kind, value)
        return self._error(f"{wanted} should be here, not {found[:_TOLD_CHARS]}")

    def _error(self, message: str, at: int | None = None) -> ParseError:
        offset = self._places[self._next] if at is None else at
        return ParseError(message, place_of(self._tokens.lines, offset, self._name))

    def _warn(self, message: str, at: int) -> None:
        self._tokens.warnings.append(Warned(message, place_of(self._tokens.lines, at, self._name)))


def _number(text: str) -> int | Decimal:
    """Return a number as it stands; a whole one beyond 64 bits is 0, as on the platform."""
    if "." in text:
        return Decimal(text)
    value = int(text) if len(text) <= _MOST_DIGITS else 0
    return value if -_INT64 <= value < _INT64 else 0
