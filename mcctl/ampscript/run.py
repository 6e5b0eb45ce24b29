"""One render: variables, output, limits, and what is told of it afterwards."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from mcctl.ampscript.data import Data
from mcctl.ampscript.dates import SYSTEM_OFFSET
from mcctl.ampscript.errors import RECURSION, LimitError, RenderError, whole_characters
from mcctl.ampscript.nodes import Warned
from mcctl.ampscript.values import Value

MAX_OUTPUT_CHARS = 10 * 1024 * 1024
MAX_TURNS = 1_000_000
MAX_CONTENT_DEPTH = 20
SECONDS = 10.0
_LONG_CHARS = 64 * 1024
_MOST_KEPT_CHARS = 64 * 1024 * 1024
UTC = "UTC"


class Person(NamedTuple):
    """As whom a template is rendered. attributes: by name in lower case. system: the platform's own strings, likewise.

    now: system time. zone: the account's time zone, by its name in the time zone database. blank: a name that is not
    known prints nothing; otherwise it stays as it is.
    """

    attributes: Mapping[str, Value]
    system: Mapping[str, Value]
    now: datetime
    zone: str = UTC
    blank: bool = False


class Lookup(NamedTuple):
    """What a render asked of a data extension. pairs: columns and values. rows: how many it got."""

    extension: str
    pairs: tuple[tuple[str, str], ...]
    rows: int

    @property
    def criteria(self) -> str:
        """The criteria as they are told."""
        return " and ".join(f"{column} = {value}" for column, value in self.pairs)


class Run:
    """A render under way. Several parts of a message (html, subject) share one, and with it the variables."""

    __slots__ = (
        "_deadline", "_room", "_seconds", "_stack", "_turns", "compile", "counters", "data", "links",
        "lookups", "out", "person", "stubs", "unrendered", "variables", "warnings",
    )  # fmt: skip

    def __init__(
        self,
        person: Person,
        data: Data,
        compile_block: Callable[[str, str], Callable[[Run], None]],
        stubs: Callable[[Run, str, list[Value]], Value],
        seconds: float = SECONDS,
    ) -> None:
        self.person = person
        self.data = data
        self.compile = compile_block
        self.stubs = stubs
        self.variables: dict[str, Value] = {}
        self.counters: set[str] = set()
        self.out: list[str] = []
        self.warnings: dict[Warned, None] = {}
        self.unrendered: list[Warned] = []
        self.links: dict[str, None] = {}
        self.lookups: list[Lookup] = []
        self._stack: list[str] = []
        self._room = MAX_OUTPUT_CHARS
        self._turns = MAX_TURNS
        self._seconds = seconds
        self._deadline = 0.0

    def render(self, code: Callable[[Run], None]) -> str:
        """Return what a compiled template prints. Raises AmpscriptError."""
        self._deadline = time.monotonic() + self._seconds
        try:
            return whole_characters(self._captured(code))
        except RecursionError:
            raise LimitError("Calls and content are nested too deeply", code=RECURSION) from None

    def content(self, source: str, name: str) -> str:
        """Return what content prints that is rendered inside, with the same variables. Raises AmpscriptError."""
        if len(self._stack) >= MAX_CONTENT_DEPTH or (name and name in self._stack):
            told = f"{name or 'Content'} includes itself" if name in self._stack or not name else "Content is nested"
            raise RenderError(f"RecursiveScriptError: {told}, {len(self._stack)} levels deep", code=RECURSION)
        self._stack.append(name)
        printed = self._captured(self.compile(source, name))
        self._stack.pop()
        return printed

    def _captured(self, code: Callable[[Run], None]) -> str:
        outer, self.out = self.out, []
        try:
            code(self)
            return "".join(self.out)
        finally:
            self.out = outer

    def write(self, printed: str) -> None:
        """Print a text. Raises LimitError where the output becomes too long."""
        self.note(len(printed))
        self.out.append(printed)

    def note(self, chars: int) -> None:
        """Count what is kept of the render: output, links, writes. Raises LimitError where it is too much."""
        self._room -= chars
        if self._room < 0:
            raise LimitError(f"The output has more than {MAX_OUTPUT_CHARS:,} characters")

    def set(self, name: str, value: Value) -> None:
        """Set a variable. Raises LimitError where all of them together are too long."""
        self.variables[name] = value
        if type(value) is str and len(value) > _LONG_CHARS:
            kept = sum(len(one) for one in self.variables.values() if type(one) is str)
            if kept > _MOST_KEPT_CHARS:
                raise LimitError(f"The variables have more than {_MOST_KEPT_CHARS:,} characters")

    def step(self) -> None:
        """Look at the clock, as before every call. Raises LimitError when the time is up."""
        if time.monotonic() > self._deadline:
            raise LimitError(f"The render takes longer than {self._seconds:g} s")

    def turn(self) -> None:
        """Count a turn of a loop. Raises LimitError when there are too many, or when the time is up."""
        self._turns -= 1
        if self._turns < 0:
            raise LimitError(f"The loops take more than {MAX_TURNS:,} turns")
        self.step()

    def attribute(self, name: str) -> Value:
        """Return the attribute or system string of a name in lower case; None if there is none."""
        person = self.person
        found = person.attributes.get(name)
        return person.system.get(name) if found is None else found

    def knows(self, name: str) -> bool:
        """Whether there is an attribute or system string of a name in lower case."""
        return name in self.person.attributes or name in self.person.system

    def warn(self, warned: Warned) -> None:
        """Note something, once, that is accepted and should not be there."""
        self.warnings[warned] = None

    def zone_offset(self, moment: datetime, *, local: bool) -> float:
        """Return the seconds from system time to the account's, at a moment that is in one or the other."""
        from zoneinfo import ZoneInfo  # only two functions need it

        zone = ZoneInfo(self.person.zone)
        aware = (
            moment.replace(tzinfo=zone)
            if local
            else (moment - SYSTEM_OFFSET).replace(tzinfo=ZoneInfo("UTC")).astimezone(zone)
        )
        offset = aware.utcoffset()
        return (offset.total_seconds() if offset else 0.0) - SYSTEM_OFFSET.total_seconds()
