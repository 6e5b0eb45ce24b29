"""A template as tokens: the text between the code is one of them, so that a branch may begin in one block and end in
another.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mcctl.ampscript.errors import ParseError
from mcctl.ampscript.nodes import Warned, line_starts, place_of

KEYWORDS = frozenset((
    "var", "set", "if", "then", "elseif", "else", "endif", "for", "to", "downto", "do", "next", "and", "or", "not",
    "true", "false",
))  # fmt: skip

TEXT, PERSONAL, FOREIGN, END = "text", "personal", "foreign", "the end"
INLINE, INLINE_END, BLOCK_END = "%%=", "=%%", "]%%"
STRING, NUMBER, VARIABLE, ATTRIBUTE, WORD, KEYWORD, OPERATOR = (
    "string", "number", "variable", "attribute", "word", "keyword", "operator",
)  # fmt: skip

_MARK = re.compile(r"%%[\[=]|%%(?=[^\W\d])|<script\b|\{\{", re.IGNORECASE)
_PERSONAL = re.compile(r"%%([^\W\d][\w .:-]{0,200}+)%%")
_TAG = re.compile(r"<script\b(?P<attributes>[^<>]{0,500})>", re.IGNORECASE)
_TAG_END = re.compile(r"</script\s*>", re.IGNORECASE)
_ON_SERVER = re.compile(r"\brunat\s*=\s*[\"']?server\b", re.IGNORECASE)
_IN_AMPSCRIPT = re.compile(r"\blanguage\s*=\s*[\"']?ampscript\b", re.IGNORECASE)
_GUIDE = re.compile(r"\{\{\{?~?[#/^!>&=.]?\s*[\w@.(\"'-][^{}\r\n]{0,500}\}?\}\}")
_GUIDE_COMMENT, _GUIDE_COMMENT_END = "{{!--", "--}}"
_CONTEXT = re.compile(r"\[\s*(?:name|type)\s*=[^\]]*\]", re.IGNORECASE)
_TOKEN = re.compile(
    r"""(?:[ \t\r\n\f\v\u00a0;]++|/\*[\s\S]*?\*/|(?P<debris><br\s*/?>|&nbsp;))*+
    (?:(?P<punctuation>[(),]|=(?![=%]))
    |(?P<string>"[^"]*+(?:""[^"]*+)*+"|'[^']*+(?:''[^']*+)*+')
    |(?P<variable>@@?\w++)
    |(?P<word>[^\W\d]\w*+)
    |(?P<number>-?(?:\d++\.?\d*+|\.\d++))
    |(?P<end>\]%%|=%%|</script\s*>)
    |(?P<operator>[=!]=|[<>]=?)
    |(?P<attribute>\[[^\]\r\n]+\])
    |(?P<escaped>&(?:lt|gt|amp);=?)
    |(?P<escaped_string>&quot;(?:(?!&quot;)[\s\S])*+&quot;)
    |(?P<other>[\s\S]|\Z))""",
    re.VERBOSE | re.IGNORECASE,
)
_READ = frozenset((STRING, ATTRIBUTE, "escaped", "escaped_string"))
_ESCAPED = {"&lt;": "<", "&gt;": ">", "&lt;=": "<=", "&gt;=": ">="}
_WRONG = {
    "/": "A comment is not closed",
    '"': "A text is not closed",
    "'": "A text is not closed",
    "%": "Names in %% have no place inside code; write the name alone, or in brackets",
    "": "The code is not closed",
}
_SMART_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"


class Tokens(NamedTuple):
    """What a template consists of: for every token its kind, its value and its offset. The last is the end."""

    kinds: list[str]
    values: list[str]
    places: list[int]
    lines: list[int]
    warnings: list[Warned]


def tokens(source: str, name: str = "") -> Tokens:
    """Return the tokens of a template. name: of the content block it is. Raises ParseError."""
    return _Lexer(source, name).run()


class _Lexer:
    def __init__(self, source: str, name: str) -> None:
        self._source, self._name = source, name
        self._last_comment_end = source.rfind(_GUIDE_COMMENT_END)
        self._found = Tokens([], [], [], line_starts(source), [])

    def run(self) -> Tokens:
        source, at = self._source, 0
        for_text = 0
        while found := _MARK.search(source, at):
            start = found.start()
            after = self._special(found[0].lower(), start, for_text)
            if after is None:
                at = start + 2
            else:
                at = for_text = after
        self._text(for_text, len(source))
        self._add(END, "", len(source))
        return self._found

    def _special(self, mark: str, start: int, since: int) -> int | None:
        """Read what begins at a mark, and return where it ends; None if it is text. since: where text began."""
        if mark == "%%[":
            self._text(since, start)
            context = _CONTEXT.match(self._source, start + 3)
            return self._code(context.end() if context else start + 3, start, BLOCK_END)
        if mark == "%%=":
            self._text(since, start)
            self._add(INLINE, mark, start)
            return self._code(start + 3, start, INLINE_END)
        if mark == "<script":
            return self._script(start, since)
        if self._source.startswith(_GUIDE_COMMENT, start):
            return self._guide_comment(start, since)
        pattern, kind = (_PERSONAL, PERSONAL) if mark == "%%" else (_GUIDE, FOREIGN)
        found = pattern.match(self._source, start)
        if found is None:
            return None
        self._text(since, start)
        self._add(kind, found[0], start)
        return found.end()

    def _guide_comment(self, start: int, since: int) -> int | None:
        if start > self._last_comment_end:
            return None
        after = self._source.index(_GUIDE_COMMENT_END, start) + len(_GUIDE_COMMENT_END)
        self._text(since, start)
        self._add(FOREIGN, self._source[start:after], start)
        return after

    def _script(self, start: int, since: int) -> int | None:
        tag = _TAG.match(self._source, start)
        if tag is None or not _ON_SERVER.search(tag["attributes"]):
            return None
        self._text(since, start)
        if tag["attributes"].rstrip().endswith("/"):
            return tag.end()
        if _IN_AMPSCRIPT.search(tag["attributes"]):
            return self._code(tag.end(), start, "</script>")
        end = _TAG_END.search(self._source, tag.end())
        after = end.end() if end else len(self._source)
        self._add(FOREIGN, self._source[start:after], start)
        return after

    def _code(self, at: int, start: int, end: str) -> int:
        """Read code up to its end, and return where text goes on. start: where the code began."""
        add_kind, add_value, add_place = self._found.kinds.append, self._found.values.append, self._found.places.append
        for found in _TOKEN.finditer(self._source, at):  # the loop that a large template spends its time in
            kind = found.lastgroup
            value, place = found[kind], found.start(kind)  # type: ignore[index, arg-type]
            if found["debris"]:
                self._warn(f"{found['debris']} stands inside code; an editor may have put it there", place)
            if kind == "word":
                lowered = value.lower()
                kind, value = (KEYWORD, lowered) if lowered in KEYWORDS else (WORD, value)
            elif kind == "punctuation":
                kind = value
            elif kind == "end":
                return self._end(value, place, end, found.end())
            elif kind == "other":
                raise self._wrong(value, place, start)
            elif kind in _READ:
                kind, value = self._rare(kind, value, place)
            add_kind(kind or "")
            add_value(value)
            add_place(place)
        raise self._error("The code is not closed", start)

    def _end(self, value: str, place: int, wanted: str, after: int) -> int:
        if value.replace(" ", "").lower() != wanted:
            raise self._error(f"{value} ends what {wanted} should end", place)
        self._add(INLINE_END if wanted == INLINE_END else BLOCK_END, value, place)
        return after

    def _rare(self, kind: str | None, value: str, place: int) -> tuple[str, str]:
        """Return the kind and the value of a token that is not what it stands for."""
        if kind == STRING:
            quote = value[0]
            return STRING, value[1:-1].replace(quote * 2, quote)
        if kind == ATTRIBUTE:
            return ATTRIBUTE, value[1:-1].strip()
        self._warn(f"{value[:6]} stands inside code; an editor may have put it there", place)
        if kind == "escaped_string":
            return STRING, value[6:-6]
        return OPERATOR, _ESCAPED.get(value.lower(), value)

    def _wrong(self, value: str, place: int, start: int) -> ParseError:
        if value in _SMART_QUOTES and value:
            return self._error(f"{value} is no quote; write \" or '", place)
        told = _WRONG.get(value, f"{value} has no meaning here")
        return self._error(told, place if value else start)

    def _text(self, start: int, end: int) -> None:
        if end > start:
            self._add(TEXT, self._source[start:end], start)

    def _add(self, kind: str, value: str, place: int) -> None:
        self._found.kinds.append(kind)
        self._found.values.append(value)
        self._found.places.append(place)

    def _warn(self, message: str, at: int) -> None:
        self._found.warnings.append(Warned(message, place_of(self._found.lines, at, self._name)))

    def _error(self, message: str, at: int) -> ParseError:
        return ParseError(message, place_of(self._found.lines, at, self._name))
