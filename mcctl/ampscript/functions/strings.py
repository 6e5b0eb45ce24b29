"""Functions of texts. Places and lengths count UTF-16 units, as the platform's do."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from mcctl.ampscript.errors import Wrong
from mcctl.ampscript.run import Run
from mcctl.ampscript.values import MAX_CHARS, Value, bounded, shown, text, whole, words

_FLAGS = {
    "ignorecase": "IGNORECASE", "multiline": "MULTILINE", "singleline": "DOTALL",
    "ignorepatternwhitespace": "VERBOSE", "righttoleft": "REVERSE",
}  # fmt: skip
_WITHOUT_EFFECT = frozenset(("none", "compiled", "cultureinvariant", "explicitcapture", "ecmascript"))
_MATCH_SECONDS = 1.0
_QUOTED_NAME = re.compile(r"\(\?'(\w+)'")
_RECURSION = re.compile(r"\(\?(?:R|&|P>|[+-]?\d)")
_WORD = re.compile(r"\S+")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def concat(_run: Run, *parts: Value) -> Value:
    """Return all parts in one text."""
    return bounded("".join(map(words, parts)))


def length(_run: Run, source: Value) -> Value:
    """Return how long a text is."""
    printed = words(source)
    return len(printed) if printed.isascii() else len(printed) + len(_ASTRAL.findall(printed))


def lowercase(_run: Run, source: Value) -> Value:
    """Return a text in small letters, unit by unit."""
    printed = words(source)
    if printed.isascii():
        return printed.lower()
    return "".join(_one(char.lower(), char) for char in printed.replace("\u0130", "i"))


def uppercase(_run: Run, source: Value) -> Value:
    """Return a text in capitals, unit by unit: a sharp s stays."""
    printed = words(source)
    if printed.isascii():
        return printed.upper()
    return "".join(_one(char.upper(), char) for char in printed)


def _one(changed: str, char: str) -> str:
    return changed if len(changed) == 1 else char


def propercase(_run: Run, source: Value) -> Value:
    """Return a text with a capital at the beginning of each word."""
    return _WORD.sub(lambda word: f"{uppercase(_run, word[0][:1])}{lowercase(_run, word[0][1:])}", words(source))


def trim(_run: Run, source: Value) -> Value:
    """Return a text without white space at its ends."""
    return words(source).strip()


def char(_run: Run, code: Value, count: Value = 1) -> Value:
    """Return the character of a code of 16 bits, as often as asked for."""
    number, times = whole(code, "The code"), whole(count, "The number of repetitions")
    if abs(number) >= 2**31:
        raise Wrong("The code must have 32 bits")
    if times < 0:
        raise Wrong("The number of repetitions must not be negative")
    if times > MAX_CHARS:
        raise Wrong(f"A text would have more than {MAX_CHARS:,} characters")
    return chr(number % 65536) * times


def indexof(_run: Run, source: Value, wanted: Value, occurrence: Value = 1) -> Value:
    """Return where a text stands in another, from 1; 0 if it does not. occurrence: which; below 0 is the last one."""
    where, what = _units(words(source)).lower(), _units(words(wanted)).lower()
    number = whole(occurrence, "The occurrence")
    if not where or not what:
        return 0
    if number < 0:
        return where.rfind(what) + 1
    found = where.find(what)
    for _ in range(number - 1):
        if found < 0:
            break
        found = where.find(what, found + len(what))
    return found + 1


def substring(_run: Run, source: Value, start: Value, size: Value = None) -> Value:
    """Return a part of a text. start: from 1."""
    units = _units(words(source))
    begin = max(whole(start, "The start"), 1) - 1
    if size is None:
        return _joined(units[begin:])
    count = whole(size, "The length")
    if count < 0:
        raise Wrong("The length must not be negative")
    return _joined(units[begin : begin + count])


def replace(_run: Run, source: Value, wanted: Value, other: Value = "") -> Value:
    """Return a text in which another text, in any case, is replaced."""
    return _replaced(words(source), words(wanted), words(other))


def replacelist(_run: Run, source: Value, other: Value, *wanted: Value) -> Value:
    """Return a text in which several texts are replaced by one, one after the other."""
    found = words(source)
    for one in wanted:
        found = _replaced(found, words(one), words(other))
    return found


def _replaced(source: str, wanted: str, other: str) -> str:
    if not wanted or not source:
        return source
    pattern = _literal(wanted)
    if len(other) > len(wanted) and len(source) + len(other) * (len(source) // len(wanted)) > MAX_CHARS:
        bounded_count = len(pattern.findall(source))
        if len(source) + bounded_count * (len(other) - len(wanted)) > MAX_CHARS:
            raise Wrong(f"A text would have more than {MAX_CHARS:,} characters")
    return pattern.sub(lambda _: other, source)


@lru_cache(maxsize=500)
def _literal(wanted: str) -> re.Pattern[str]:
    return re.compile(re.escape(wanted), re.IGNORECASE)


def regexmatch(_run: Run, source: Value, pattern: Value, group: Value, *options: Value) -> Value:
    """Return a group of the first match of a regular expression. group: its number, 0 for all, or its name."""
    compiled = _pattern(text(pattern), tuple(text(option).strip().lower() for option in options))
    try:
        found = compiled.search(words(source), timeout=_MATCH_SECONDS)
    except TimeoutError:
        raise Wrong(f"The pattern {shown(pattern)} takes longer than {_MATCH_SECONDS:g} s") from None
    try:
        return (found[_group(compiled, text(group).strip())] or "") if found else ""
    except IndexError:
        return ""


def _group(compiled: Any, name: str) -> int | str:
    """Return a group as Python counts it: .NET counts those with names behind all others."""
    if not (name.isascii() and name.isdecimal()) or name == "0":
        return 0 if name == "0" else name
    named = sorted(compiled.groupindex.values())
    order = [*(number for number in range(1, compiled.groups + 1) if number not in named), *named]
    return order[int(name) - 1] if int(name) <= len(order) else -1


@lru_cache(maxsize=200)
def _pattern(pattern: str, options: tuple[str, ...]) -> Any:
    import regex  # dear to load; it ends after a time, which the standard library's does not

    flags = 0
    for option in options:
        if option in _FLAGS:
            flags |= getattr(regex, _FLAGS[option])
        elif option not in _WITHOUT_EFFECT:
            raise Wrong(f'"{option}" is no option of a regular expression')
    if _RECURSION.search(pattern):
        raise Wrong(f"{shown(pattern)} calls itself; .NET has no such expressions")
    translated = _QUOTED_NAME.sub(r"(?<\1>", pattern)
    version = regex.VERSION1 if "-[" in translated else regex.VERSION0
    try:
        return regex.compile(translated.replace("-[", "--["), flags | version)
    except (regex.error, OverflowError, ValueError) as error:
        raise Wrong(f'"{pattern[:60]}" is no regular expression: {error}') from None


def _units(source: str) -> str:
    """Return a text as UTF-16 units, a character each."""
    if source.isascii() or not _ASTRAL.search(source):
        return source
    raw = source.encode("utf-16-le", "surrogatepass")
    return "".join(chr(int.from_bytes(raw[at : at + 2], "little")) for at in range(0, len(raw), 2))


def _joined(units: str) -> str:
    """Return units as a text again; half a character becomes a mark of replacement."""
    if units.isascii() or not any("\ud800" <= unit <= "\udfff" for unit in units):
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


FUNCTIONS = {
    function.__name__: function
    for function in (
        char, concat, indexof, length, lowercase, propercase, regexmatch, replace, replacelist, substring, trim,
        uppercase,
    )
}  # fmt: skip
