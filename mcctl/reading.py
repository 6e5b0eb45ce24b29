"""Reading what came from outside: names in any casing, parts that are missing or null, numbers as text.

Answers of tenants differ in all of this from the documents, and from each other. A reader takes what it needs; what is
not there is told as None, as empty text or as nothing, and refused only by whoever cannot go on without it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

MAX_DIGITS = 30  # of a number; more are a mistake
MAX_VALUES = 600_000
"""Of one JSON document, as many as take 100 MB. A page of 2,500 rows of 200 columns has 500,000."""
_JSON_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_WHOLE = re.compile(rf"[+-]?\d{{1,{MAX_DIGITS}}}", re.ASCII)
_NIL_GUID = "00000000-0000-0000-0000-000000000000"
_NEVER = "0001-01-01"


def check_values(document: bytes) -> None:
    """Raise ValueError for JSON of more values than are kept in memory: a small one can take fifty times its size."""
    if _separators(document) > MAX_VALUES and _separators(_JSON_TEXT.sub(b"", document)) > MAX_VALUES:
        raise ValueError(f"there are more than {MAX_VALUES:,} values in it")


class TwinNames(ValueError):
    """A name is in an object twice: what is meant cannot be told."""


def without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object of these names and values, as JSON's object_pairs_hook does. Raises TwinNames."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise TwinNames(f"{twice!r} is twice in an object")
    return found


def get(one: Any, path: str) -> Any:
    """Return the value at a dotted path, its names in any casing; None where there is none."""
    for name in path.split("."):
        one = _member(one, name)
    return one


def first(one: Any, *paths: str) -> Any:
    """Return the first value at one of several paths that says something; None where none does."""
    found = (get(one, path) for path in paths)
    return next((value for value in found if value not in (None, "")), None)


def text(one: Any, *paths: str) -> str:
    """Return the first value at one of several paths as text; what is neither text nor a number counts as none."""
    value = first(one, *paths)
    return "" if isinstance(value, bool | dict | list) or value is None else str(value)


def guid(one: Any, *paths: str) -> str:
    """Return an id as `text` does; the one of zeros alone stands for none."""
    found = text(one, *paths)
    return "" if found == _NIL_GUID else found


def whole(value: Any) -> int | None:
    """Return a whole number, which may be written as text or as a decimal; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return int(value) if _WHOLE.fullmatch(value.strip()) else None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value if isinstance(value, int) else None


def number_in(text: str) -> int | None:
    """Return the number that digits alone are; None for any other text, such as a name that begins with a dash."""
    return whole(text) if text.isdecimal() else None


def flag(value: Any) -> bool:
    """Whether a value says yes; tenants spell truth values as text, too."""
    return value.strip().lower() in ("true", "1", "yes") if isinstance(value, str) else bool(value)


def objects(value: Any) -> list[dict[str, Any]]:
    """Return the objects in a list; nothing where it is none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def reasons_in(errors: Any) -> list[str]:
    """Return the texts of a list of errors, which may be objects or texts; of one that stands alone, too."""
    listed = errors if isinstance(errors, list) else [errors]
    told = (one if isinstance(one, str) else text(one, "errorMessage", "message", "errorDetail") for one in listed)
    found = [reason for one, reason in zip(listed, told, strict=True) if one]
    return [reason or "no message" for reason in found]


def failure_of(one: Any, *, speaks: bool) -> str | None:
    """Return why one of many, such as a row or a contact, did not come off; None where nothing tells that.

    A code of zero is no error, whatever message stands beside it. speaks: a message alone tells of an error.
    """
    code, message = text(one, "errorCode"), text(one, "message", "errorMessage", "errorDetail")
    reasons = reasons_in(get(one, "errors"))
    failed = flag(get(one, "hasErrors")) or text(one, "status").lower().startswith(("error", "fail"))
    if not failed and not reasons and (code == "0" or not (code or (speaks and message))):
        return None
    told = "; ".join(dict.fromkeys(filter(None, [message, *reasons]))) or "no message"
    return told if code in ("", "0") else f"{code}: {told}"


def is_never(value: Any) -> bool:
    """Whether a date stands for none: the platform says the year 1."""
    return isinstance(value, str) and value.startswith(_NEVER)


def folded(one: Any) -> dict[str, Any]:
    """Return an object with its names in lower case; an empty one for anything else."""
    return {str(name).lower(): value for name, value in one.items()} if isinstance(one, dict) else {}


def replaced(one: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    """Return an object with values changed, under the names as it spells them."""
    spelled = {name.lower(): name for name in one}
    return {**one, **{spelled.get(name.lower(), name): value for name, value in changes.items()}}


def _separators(document: bytes) -> int:
    return sum(map(document.count, (b",", b"{", b"[")))


def _member(one: Any, name: str) -> Any:
    if not isinstance(one, dict) or name in one:
        return one[name] if isinstance(one, dict) else None
    return next((value for key, value in one.items() if str(key).lower() == name.lower()), None)
