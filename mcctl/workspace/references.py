"""What a file refers to: content blocks, data extensions, images, events, and whatever its properties name.

Code is looked through by a small tokenizer of calls, texts and comments: it must also be read where it is broken.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from mcctl.sql import mentions
from mcctl.workspace.layout import KEY_NAMES, properties_at

KEY, ID, NAME, URL, SQL, BINDING, DYNAMIC, REFERENCE = (
    "key", "id", "name", "url", "sql", "binding", "dynamic", "reference",
)  # fmt: skip
"""How something is referred to."""
OWN = "own"
"""How an object says what it is called itself."""
_BLOCKS = {"contentblockbykey": KEY, "contentblockbyid": ID, "contentblockbyname": NAME}
_ROWS = (
    "lookup", "lookuprows", "lookuprowscs", "lookuporderedrows", "lookuporderedrowscs", "claimrow", "claimrowvalue",
    "dataextensionrowcount", "insertde", "insertdata", "updatede", "updatedata", "upsertde", "upsertdata", "deletede",
    "deletedata",
)  # fmt: skip
_CALL = re.compile(rf"(?<![\w.])(?:[\w.]*\.)?({'|'.join((*_BLOCKS, *_ROWS))}|dataextension\.init)\s*\(", re.IGNORECASE)
_ARGUMENT = re.compile(
    r"(?:\s|/\*.*?\*/)*(?:\"(?P<double>(?:[^\"\\]|\\.|\"\")*)\"|'(?P<single>(?:[^'\\]|\\.|'')*)'"
    r"|&quot;(?P<escaped>(?:(?!&quot;).)*)&quot;|(?P<number>\d+)\s*[,)]|(?P<other>[^,()\r\n]{1,200}))",
    re.DOTALL,
)
_CODE = re.compile(r"%%\[|%%=|<script\b[^<>]{0,500}\brunat\b", re.IGNORECASE)
_ENDS = {"%%[": "]%%", "%%=": "=%%", "<sc": "</script"}
_COMMENT = re.compile(r"(\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')|/\*.*?(?:\*/|\Z)|(?<!:)//[^\n]*", re.DOTALL)
_AMPSCRIPT_COMMENT = re.compile(r"(\"[^\"]*\"|'[^']*')|/\*.*?(?:\*/|\Z)", re.DOTALL)
WEB_ADDRESS = re.compile(r"https?://(?P<host>[^\s\"'<>()\\%?#/]+)[^\s\"'<>()\\%?#]*", re.IGNORECASE)
_REF = re.compile(
    r"""\bref["']?:\s*(?:'(?P<single>(?:[^'\n]|'')*)'|"(?P<double>(?:[^"\\\n]|\\.)*)"|(?P<plain>[^\s,{}'"#][^,{}\n]*))"""
)
_NUMBER = re.compile(r"^template:\n  id: (\d+)$", re.MULTILINE)
_EVENT = re.compile(r"\bEvent\.\"?([\w-]+)\"?\.")
_DEFINITION = re.compile(r"\bdefinitionKey=([^\s,'\"]+)")
_PAGES = re.compile(r"(?<![\w.])(?:CloudPagesURL|MicrositeURL)\s*\(\s*[\"']?(?P<number>\d+)", re.IGNORECASE)
PAGE = "page"
"""What pages of CloudPages are called as a kind; no API tells of them."""
_QUOTES = {"double": '"', "single": "'", "escaped": "", "number": ""}
TEXT_SUFFIXES = (".html", ".txt", ".ampscript", ".ssjs", ".js", ".css", ".json", ".xml", ".rss")


class Use(NamedTuple):
    """A place where something is referred to. line and column: from 1. kind: of what is referred to, as in addresses.

    value: as it is written; of what only the render will know, the code.
    """

    line: int
    column: int
    how: str
    kind: str
    value: str


def uses(path: str, content: bytes, hosts: Collection[str]) -> list[Use]:
    """Return what a file refers to. hosts: of the addresses at which images are published."""
    text = content.decode("utf-8", "replace")
    if path.endswith(".yaml"):
        plain = _unescaped(text)
        return sorted(
            {*_placed(_properties(path, text), text), *_placed((*_calls(plain), *_urls(plain, hosts)), plain)}
        )
    if path.endswith(".sql"):
        return _placed(((at, SQL, "de", name) for at, name in mentions.tables(text)), text)
    return _placed((*_calls(text), *_urls(text, hosts)), text) if path.endswith(TEXT_SUFFIXES) else []


_Place = tuple[int, str, str, str]
"""Offset, how, kind, value."""


def _unescaped(text: str) -> str:
    """Return YAML in which the quotes inside quoted text are plain ones, so that code in it can be read."""
    return text.replace("''", "'").replace('\\"', '"')


def _placed(found: Iterable[_Place], text: str) -> list[Use]:
    """Return uses, in order, with lines and columns in the place of offsets."""
    places = sorted(set(found))
    if not places:
        return []
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    lines = [bisect_right(starts, at) for at, *_ in places]
    return [
        Use(line, at - starts[line - 1] + 1, how, kind, value)
        for line, (at, how, kind, value) in zip(lines, places, strict=True)
    ]


class Span(NamedTuple):
    """What stands for another object in a text: from start to end, within its quotes. quote: which these are."""

    start: int
    end: int
    use: Use
    quote: str = ""


def spans(text: str, hosts: Collection[str], *, is_yaml: bool = False) -> list[Span]:
    """Return what in a text names other objects, in order; what only the render will know is left out.

    hosts: of the addresses at which images are published. is_yaml: it is a text within properties.
    """
    found: list[tuple[int, int, str, str, str, str]] = []
    for _, how, kind, argument in _arguments(text):
        if value := (_literal(argument) or "").strip():
            name = next(name for name in _QUOTES if argument[name] is not None)
            found.append((*argument.span(name), how, kind, value, _QUOTES[name]))
    found += [(at, at + len(url), how, kind, url, "") for at, how, kind, url in _urls(text, hosts)]
    found += [(*one.span("number"), ID, PAGE, one["number"], "") for one in _PAGES.finditer(text)]
    if is_yaml:
        found += [(*one.span(1), BINDING, "event", one[1], "") for one in _EVENT.finditer(text)]
        found += [(*one.span(1), BINDING, "send", one[1], "") for one in _DEFINITION.finditer(text)]
    return [Span(start, end, Use(*_line_of(text, start), *use), quote) for start, end, *use, quote in sorted(found)]


def _line_of(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _calls(text: str) -> Iterator[_Place]:
    for at, how, kind, argument in _arguments(text):
        value = _literal(argument)
        if value is None:
            yield at, DYNAMIC, kind, (argument["other"] or "").strip()
        elif value.strip():
            yield at, how, kind, value.strip()
    yield from ((one.start(), ID, PAGE, one["number"]) for one in _outside_comments(text, _PAGES))


def _arguments(text: str) -> Iterator[tuple[int, str, str, re.Match[str]]]:
    """Yield where each call is that names another object, how and of which kind, and its first argument."""
    for call in _outside_comments(text, _CALL):
        name = call[1].lower()
        how = _BLOCKS.get(name, KEY if name == "dataextension.init" else NAME)
        argument = _ARGUMENT.match(text, call.end())
        if argument is not None:
            yield call.start(1), how, "asset" if name in _BLOCKS else "de", argument


def _outside_comments(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield what matches in a text, but for what stands in comments of code."""
    silent = None
    for one in pattern.finditer(text):
        silent = _comments(text) if silent is None else silent
        if not any(start <= one.start() < end for start, end in silent):
            yield one


def _literal(argument: re.Match[str]) -> str | None:
    """Return the text or number that an argument is; None for anything that is worked out."""
    for name, quote in (("double", '"'), ("single", "'")):
        if argument[name] is not None:
            return re.sub(r"\\([\"'\\/])", r"\1", argument[name].replace(quote * 2, quote))
    return argument["escaped"] or argument["number"]


def _comments(text: str) -> list[tuple[int, int]]:
    """Return where comments in code begin and end."""
    found: list[tuple[int, int]] = []
    lowered, at = text.lower(), 0
    while code := _CODE.search(text, at):
        end = lowered.find(_ENDS[code[0][:3].lower()], code.end())
        at = len(text) if end < 0 else end
        comment = _COMMENT if code[0][0] == "<" else _AMPSCRIPT_COMMENT
        for one in comment.finditer(text, code.end(), at):
            found += [] if one[1] else [one.span()]
    return found


def _urls(text: str, hosts: Collection[str]) -> Iterator[_Place]:
    if hosts:
        for url in WEB_ADDRESS.finditer(text):
            if url["host"].lower() in hosts:
                yield url.start(), URL, "asset", url[0]


def _properties(path: str, text: str) -> Iterator[_Place]:
    """Yield what the properties of an object refer to."""
    for ref in _REF.finditer(text):
        address = _unquoted(ref)
        kind, _, key = address.partition(":")
        if key:
            yield ref.start(), REFERENCE, kind, key
    yield from _own(path, text)
    for number in _NUMBER.finditer(text):
        yield number.start(1), ID, "asset", number[1]
    if path.endswith(".journey.yaml"):
        yield from ((one.start(), BINDING, "event", one[1]) for one in _EVENT.finditer(text))
    if path.endswith(".subscription.yaml"):
        yield from ((one.start(1), BINDING, "send", one[1]) for one in _DEFINITION.finditer(text))


def _own(path: str, text: str) -> Iterator[_Place]:
    """Yield what an object is called, by its properties."""
    properties = properties_at(path)
    line = next((found for name in KEY_NAMES if (found := re.search(rf"^{name}: (.+)$", text, re.MULTILINE))), None)
    if properties is not None and line is not None:
        value = line[1].strip()
        is_quoted = value[:1] == value[-1:] and value[:1] in "'\"" and len(value) > 1
        yield line.start(), OWN, properties.kind, value[1:-1].replace("''", "'") if is_quoted else value


def _unquoted(ref: re.Match[str]) -> str:
    if ref["single"] is not None:
        return ref["single"].replace("''", "'")
    if ref["double"] is not None:
        return re.sub(r"\\(.)", r"\1", ref["double"])
    return ref["plain"].strip()
