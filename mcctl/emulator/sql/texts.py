"""Functions of texts. As in the platform's database, case does not count where something is looked for."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from mcctl.ampscript.cultures import US, culture
from mcctl.ampscript.date_formats import format_date
from mcctl.ampscript.errors import AmpscriptError
from mcctl.ampscript.numbers import format_number
from mcctl.emulator.sql.failing import Failure
from mcctl.emulator.sql.moments import moment

MAX_CHARS = 4000
_INVALID_LENGTH = "Invalid length parameter passed to the {} function."
_JSON_PATH = re.compile(r'\.(?:"([^"]+)"|([A-Za-z_]\w*))|\[(\d+)\]')


def _cut(text: Any, length: Any, name: str) -> tuple[str, int]:
    if int(length) < 0:
        raise Failure(_INVALID_LENGTH.format(name))
    return str(text), int(length)


def left(text: Any, length: Any) -> str:
    """Return the first characters."""
    whole, count = _cut(text, length, "LEFT")
    return whole[:count]


def right(text: Any, length: Any) -> str:
    """Return the last characters."""
    whole, count = _cut(text, length, "RIGHT")
    return whole[-count:] if count else ""


def substring(text: Any, start: Any, length: Any) -> str:
    """Return characters from a place on, counted from 1; what lies before the text counts, too."""
    whole, count = _cut(text, length, "SUBSTRING")
    first = int(start) - 1
    return whole[max(0, first) : max(0, first + count)]


def charindex(part: Any, text: Any, start: Any = 1) -> int:
    """Return where a part begins, counted from 1; 0 where it is not in the text."""
    return str(text).lower().find(str(part).lower(), max(0, int(start) - 1)) + 1 if str(part) else 0


def patindex(pattern: Any, text: Any) -> int:
    """Return where a pattern begins, counted from 1; 0 where it does not fit."""
    inner = str(pattern)
    is_open = inner.startswith("%")
    found = _pattern(inner[1:] if is_open else inner, None, anchored=False).search(str(text))
    return 0 if found is None or (found.start() and not is_open) else found.start() + 1


def like(text: Any, pattern: Any, escape: Any = None) -> int:
    """Whether a text fits a pattern of %, _, [] and [^]."""
    return int(_pattern(str(pattern), escape, anchored=True).match(str(text)) is not None)


@lru_cache(maxsize=500)
def _pattern(pattern: str, escape: str | None, *, anchored: bool) -> re.Pattern[str]:
    parts, place = [], 0
    while place < len(pattern):
        sign = pattern[place]
        place += 1
        if escape and sign == escape and place < len(pattern):
            parts.append(re.escape(pattern[place]))
            place += 1
        elif sign == "[" and (end := pattern.find("]", place + 1)) > 0:
            parts.append(_class(pattern[place:end]))
            place = end + 1
        else:
            parts.append({"%": ".*", "_": "."}.get(sign) or re.escape(sign))
    text = "".join(parts)
    if anchored:
        text += r"\Z"
    elif text.endswith(".*"):
        text = text[:-2]
    else:
        text += r"\Z"
    return re.compile(text, re.IGNORECASE | re.DOTALL)


def _class(inner: str) -> str:
    no, signs = ("^", inner[1:]) if inner.startswith("^") else ("", inner)
    escaped = re.sub(r"([][\\^&~|])", r"\\\1", signs)
    return f"[{no}{escaped}]"


def replace(text: Any, part: Any, other: Any) -> str:
    """Return a text with every part replaced, whatever its case."""
    if not str(part):
        return str(text)
    return re.sub(re.escape(str(part)), lambda _: str(other), str(text), flags=re.IGNORECASE)


def stuff(text: Any, start: Any, length: Any, other: Any) -> str | None:
    """Return a text in which some characters from a place on are replaced; NULL where the place is outside."""
    first = int(start) - 1
    if not 0 <= first < len(str(text)) or int(length) < 0:
        return None
    return str(text)[:first] + ("" if other is None else str(other)) + str(text)[first + int(length) :]


def replicate(text: Any, count: Any) -> str | None:
    """Return a text so many times."""
    return None if int(count) < 0 else (str(text) * min(int(count), MAX_CHARS + 1))[:MAX_CHARS]


def concat(*parts: Any) -> str:
    """Return texts together; NULL is nothing."""
    return "".join("" if part is None else str(part) for part in parts)


def concat_ws(separator: Any, *parts: Any) -> str:
    """Return texts together, with a separator between those that are not NULL."""
    return str(separator or "").join(str(part) for part in parts if part is not None)


def number_as_text(value: Any, length: Any = 10, decimals: Any = 0) -> str:
    """STR: return a number, rounded, to the right of a width; stars where it does not fit."""
    told = f"{Decimal(str(value)):.{int(decimals)}f}"
    return told.rjust(int(length)) if len(told) <= int(length) else "*" * int(length)


def char(number: Any) -> str | None:
    """Return the character with a number up to 255."""
    return bytes([int(number)]).decode("cp1252", "replace") if 0 <= int(number) <= 255 else None


def nchar(number: Any) -> str | None:
    """Return the character with a number."""
    return chr(int(number)) if 0 <= int(number) <= 0xFFFF else None


def quotename(text: Any, sign: Any = "[") -> str:
    """Return a text within brackets or quotation marks."""
    end = {"[": "]", "(": ")", "<": ">", "{": "}"}.get(str(sign), str(sign))
    return f"{sign}{str(text).replace(end, end * 2)}{end}"


def formatted(value: Any, pattern: Any, code: Any = "en-US") -> str | None:
    """FORMAT: return a number or a date in a .NET pattern and a culture. Raises Failure."""
    known = culture(str(code)) or US
    try:
        if isinstance(value, int | float):
            return format_number(Decimal(str(value)), str(pattern), known)
        return format_date(moment(value).replace(tzinfo=None), str(pattern), known)
    except AmpscriptError as error:
        raise Failure(str(error)) from None


def json_value(text: Any, path: Any) -> str | None:
    """Return the plain value at a path; NULL where there is none, or more than a plain one."""
    found = _at_path(text, path)
    if isinstance(found, dict | list) or found is None:
        return None
    return str(found).lower() if isinstance(found, bool) else str(found)


def json_query(text: Any, path: Any = "$") -> str | None:
    """Return the object or list at a path as JSON; NULL where there is none."""
    found = _at_path(text, path)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) if isinstance(found, dict | list) else None


def _at_path(text: Any, path: Any) -> Any:
    steps = str(path).removeprefix("lax ").removeprefix("strict ").strip()
    try:
        value = json.loads(str(text))
    except (ValueError, RecursionError):
        raise Failure("JSON text is not properly formatted.") from None
    for quoted, name, number in _JSON_PATH.findall(steps):
        if number:
            value = value[int(number)] if isinstance(value, list) and int(number) < len(value) else None
        else:
            value = value.get(quoted or name) if isinstance(value, dict) else None
    return value


def isnumeric(value: Any) -> int:
    """Return 1 for what can be a number, else 0."""
    try:
        return int(Decimal(str(value).strip().replace(",", "")).is_finite())
    except InvalidOperation:
        return 0


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "LEFT": left,
    "RIGHT": right,
    "SUBSTRING": substring,
    "LEN": lambda text: len(str(text).rstrip(" ")),
    "CHARINDEX": charindex,
    "PATINDEX": patindex,
    "LIKE": like,
    "LTRIM": lambda text: str(text).lstrip(" "),
    "RTRIM": lambda text: str(text).rstrip(" "),
    "TRIM": lambda text: str(text).strip(" "),
    "LOWER": lambda text: str(text).lower(),
    "UPPER": lambda text: str(text).upper(),
    "REVERSE": lambda text: str(text)[::-1],
    "REPLACE": replace,
    "REPLICATE": replicate,
    "SPACE": lambda count: replicate(" ", count),
    "STR": number_as_text,
    "CHAR": char,
    "NCHAR": nchar,
    "ASCII": lambda text: str(text).encode("cp1252", "replace")[0] if str(text) else None,
    "UNICODE": lambda text: ord(str(text)[0]) if str(text) else None,
    "QUOTENAME": quotename,
    "FORMAT": formatted,
    "JSON_VALUE": json_value,
    "JSON_QUERY": json_query,
    "TRUNCATED": lambda text, length: str(text)[: int(length)],
}
"""Name -> what does it; none is asked where an argument is NULL."""
OF_NULLS: Mapping[str, Callable[..., Any]] = {
    "CONCAT": concat,
    "CONCAT_WS": concat_ws,
    "ISNUMERIC": isnumeric,
    "STUFF": lambda text, start, length, other: (
        None if None in (text, start, length) else stuff(text, start, length, other)
    ),
}
"""Those that want to know of NULLs."""
CHANGING: Mapping[str, Callable[..., Any]] = {"NEWID": lambda: str(uuid.uuid4()).upper()}
"""Those that give something else each time."""
