"""What can go wrong with a template, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

UNKNOWN_FUNCTION = 19691
NOT_IN_MESSAGES = 10004
NOT_IN_BATCHES = 10005
RECURSION = 104
_HALF = re.compile("[\ud800-\udfff]")


class Place(NamedTuple):
    """Where something stands. block: the name of the content block it is in; empty in the template itself."""

    line: int
    column: int
    block: str = ""

    def __str__(self) -> str:
        return f"{self.block + ', ' if self.block else ''}line {self.line}, column {self.column}"


def whole_characters(printed: str) -> str:
    """Return a text in which halves of characters that came together are one; a half alone is a mark of replacement."""
    if printed.isascii() or not _HALF.search(printed):
        return printed
    return printed.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class AmpscriptError(Exception):
    """A template cannot be rendered. code: the platform's number for it, where it has one."""

    def __init__(self, message: str, place: Place | None = None, code: int | None = None) -> None:
        super().__init__(message)
        self.message = whole_characters(message)
        self.place = place
        self.code = code

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class ParseError(AmpscriptError):
    """The template is no AMPscript."""


class Refused(AmpscriptError):
    """The platform does not accept the template: an unknown function, or one that messages cannot use."""


class RenderError(AmpscriptError):
    """The platform would stop here: a date that is none, a row that is not there."""


class LimitError(AmpscriptError):
    """The template takes too much: time, turns, depth or size."""


class NotRendered(AmpscriptError):
    """The template needs what only the platform has."""


class Raised(AmpscriptError):
    """The template called RaiseError. skip: only this recipient is left out. keep: what it wrote so far is kept."""

    def __init__(self, message: str, *, skip: bool, keep: bool, code: int | None) -> None:
        super().__init__(message, code=code)
        self.skip = skip
        self.keep = keep


class Wrong(Exception):
    """A function cannot do what it is asked to do; whoever called it knows the place."""
