"""What a template consists of once it is parsed. at: the offset in the source, in characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from mcctl.ampscript.errors import Place


class Literal(NamedTuple):
    """A value as it stands; None is an argument that was left out."""

    value: str | int | Decimal | bool | None


class Variable(NamedTuple):
    """A variable. name: in lower case, with its @."""

    name: str
    at: int


class Attribute(NamedTuple):
    """An attribute in code, bare or in brackets."""

    name: str
    at: int


class Call(NamedTuple):
    """A call of a function. name: as it was written."""

    name: str
    args: tuple[Expression, ...]
    at: int


class Not(NamedTuple):
    """What is true when its operand is not."""

    operand: Expression


class Comparison(NamedTuple):
    """Two values and one of == != < > <= >=."""

    operator: str
    left: Expression
    right: Expression


class Junction(NamedTuple):
    """Conditions joined by one word, and or or."""

    word: str
    operands: tuple[Expression, ...]


Expression = Literal | Variable | Attribute | Call | Not | Comparison | Junction


class Text(NamedTuple):
    """What is printed as it stands."""

    text: str


class Personal(NamedTuple):
    """A personalization string. source: as it stands in the text."""

    name: str
    source: str
    at: int


class Print(NamedTuple):
    """An expression whose value is printed."""

    value: Expression
    at: int


class Evaluate(NamedTuple):
    """An expression whose value is dropped."""

    value: Expression
    at: int


class Declare(NamedTuple):
    """Variables that become null."""

    names: tuple[str, ...]
    at: int


class Assign(NamedTuple):
    """A variable that takes a value."""

    name: str
    value: Expression
    at: int


class If(NamedTuple):
    """Branches, each with its condition, and what is done when none is true."""

    branches: tuple[tuple[Expression, Body], ...]
    otherwise: Body
    at: int


class For(NamedTuple):
    """A body that is run for every whole number from start to end. step: 1 or -1."""

    counter: str
    start: Expression
    end: Expression
    step: int
    body: Body
    at: int


class Foreign(NamedTuple):
    """What is in another language, which is not rendered here. language: its name."""

    language: str
    source: str
    at: int


Statement = Text | Personal | Print | Evaluate | Declare | Assign | If | For | Foreign
Body = tuple[Statement, ...]


class Warned(NamedTuple):
    """Something that is accepted and should not be there."""

    message: str
    place: Place


class Program(NamedTuple):
    """A parsed template. name: of the content block it is; empty for the template itself."""

    body: Body
    name: str
    lines: Sequence[int]
    warnings: tuple[Warned, ...]

    def place(self, at: int) -> Place:
        """Return the line and column, counted from 1, of an offset."""
        return place_of(self.lines, at, self.name)


def line_starts(source: str) -> list[int]:
    """Return the offsets at which the lines of a text begin."""
    starts, found = [0], source.find("\n")
    while found >= 0:
        starts.append(found + 1)
        found = source.find("\n", found + 1)
    return starts


def place_of(lines: Sequence[int], at: int, name: str) -> Place:
    """Return the line and column, counted from 1, of an offset. lines: where the lines begin."""
    line = bisect_right(lines, at)
    return Place(line, at - lines[line - 1] + 1, name)
