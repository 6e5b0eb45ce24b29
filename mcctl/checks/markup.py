"""The links, images and words of a page in which code may stand anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from mcctl.ampscript.errors import AmpscriptError
from mcctl.ampscript.lexer import TEXT, tokens

CODE = "\ue000"
"""Stands for every character of code; its value is known only when the message is rendered."""
_MARKED = re.compile(r"(%%\[.*?(?:\]%%|\Z)|%%=.*?=%%|%%[^%\n]+%%)", re.DOTALL)
_REFERRING = re.compile(r"<(?:a|area|img)\b", re.IGNORECASE)
_OTHER_TAG = re.compile(
    r"</?(?!(?:a|area|img|script|style)\b)[a-z](?:[^<>\"'\n]|\"[^\"<>\n]*\"|'[^'<>\n]*')*+>", re.IGNORECASE
)
"""A tag on one line that refers to nothing, and hides nothing."""
_SILENT = ("script", "style", "head", "title")


class Element(NamedTuple):
    """A tag that refers to something. line and column: of the tag, counted from 1."""

    tag: str
    attributes: dict[str, str | None]
    line: int
    column: int


class Markup(NamedTuple):
    """What a page refers to, and its words."""

    links: list[Element]
    images: list[Element]
    text: str


def read_markup(source: str) -> Markup:
    """Return what a page refers to. What is code in it stays unknown; a page that is no AMPscript is read as it is."""
    reader = _Reader()
    reader.feed(without_code(source) + "\n")  # not closed: a tag without an end would be read again from each of its <
    return Markup(reader.links, reader.images, " ".join(reader.words))


def read_elements(source: str) -> Markup:
    """Return what a page refers to, as `read_markup` does, but without its words: most tags need not be looked at."""
    if not _REFERRING.search(source):
        return Markup([], [], "")
    reader = _Reader()
    reader.feed(_OTHER_TAG.sub(lambda tag: " " * len(tag[0]), without_code(source)) + "\n")
    return Markup(reader.links, reader.images, "")


def without_code(source: str) -> str:
    """Return a page in which every character of code is replaced, but for line breaks, so that places stay."""
    return "".join(piece if is_text else _hidden(piece) for piece, is_text in pieces(source))


def pieces(source: str) -> list[tuple[str, bool]]:
    """Return a page as pieces of text and of code, each with whether it is text. Of broken code the marks tell."""
    try:
        found = tokens(source)
    except AmpscriptError:
        parts = _MARKED.split(source)
        return [(part, not number % 2) for number, part in enumerate(parts) if part]
    split: list[tuple[str, bool]] = []
    end = 0
    texts = zip(found.kinds, found.values, found.places, strict=True)
    for place, value in [*((place, value) for kind, value, place in texts if kind == TEXT), (len(source), "")]:
        split += [(source[end:place], False), (value, True)]
        end = place + len(value)
    return [(piece, is_text) for piece, is_text in split if piece]


def _hidden(code: str) -> str:
    return "".join("\n" if char == "\n" else CODE for char in code)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[Element] = []
        self.images: list[Element] = []
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of links and images."""
        line, column = self.getpos()
        element = Element(tag, dict(attrs), line, column + 1)
        if tag in ("a", "area"):
            self.links.append(element)
        elif tag == "img":
            self.images.append(element)
        if tag in _SILENT:
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        """Leave what is not shown."""
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)

    def handle_data(self, data: str) -> None:
        """Take note of words."""
        if not self._silent:
            self.words += data.replace(CODE, " ").split()


def is_code(value: str | None) -> bool:
    """Whether a value is known only when the message is rendered."""
    return CODE in (value or "")


def targets(elements: list[Element], attribute: str) -> Iterator[tuple[Element, str]]:
    """Yield elements with what they refer to, but for those that only the render will know."""
    for element in elements:
        value = element.attributes.get(attribute)
        if not is_code(value):
            yield element, (value or "").strip()
