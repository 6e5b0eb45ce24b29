"""Whether a 2xx answer to a write says that it was done, where no id or name in it must prove that.

Tenants say OK, an id, a sentence or nothing at all, as JSON or as plain text. What speaks against it, or says nothing
where there was room to say something, leaves the outcome open.
"""

from __future__ import annotations

import re
from typing import Any

from mcctl.reading import folded, text
from mcctl.rest.calls import Answer
from mcctl.rest.problems import BESIDE_AN_ERROR, LIST_KEYS, is_uuid

_GOOD = re.compile(r"\bok\b|\btrue\b|success|succeed|complete|accept|queued|(delet|remov|purg|creat|updat|sav|add)ed\b")
_BAD = re.compile(r"\b(not?|cannot|can't|un(able|known|authorized)|fail\w*|error\w*|denied|forbidden|invalid)\b")


def says_done(answer: Answer) -> bool:
    """Whether a 2xx answer says that a write was done. An empty one does; a page, or an empty list, does not."""
    if not answer.content.strip():
        return True
    try:
        return _is_good(answer.json())
    except ValueError:
        return not _is_markup(answer) and _is_good_text(answer.text)


def _is_markup(answer: Answer) -> bool:
    """Whether an answer is a page, such as that of a proxy."""
    return answer.text.lstrip("\ufeff \t\r\n").startswith("<")


def _is_good(body: Any) -> bool:
    if body is None:
        return True
    if isinstance(body, str):
        return _is_good_text(body)
    if isinstance(body, dict):
        return _is_good_object(body)
    return _tells(body)


def _is_good_object(body: dict[str, Any]) -> bool:
    values = folded(body)
    message = text(values, "message")
    if message and values.keys() <= {*BESIDE_AN_ERROR, *LIST_KEYS}:
        return _is_good_text(message)
    if values.keys() <= BESIDE_AN_ERROR:
        return not values
    has_no_errors = any(not values[name] for name in LIST_KEYS if name in values)
    return has_no_errors or any(map(_tells, values.values()))


def _is_good_text(told: str) -> bool:
    """Whether text is an id, or words that say yes."""
    told = told.strip().lower()
    return told.isdecimal() or is_uuid(told) or (bool(_GOOD.search(told)) and not _BAD.search(told))


def _tells(value: Any) -> bool:
    """Whether a value says something: an object does where one of its own values does."""
    if isinstance(value, dict):
        return any(map(_tells, value.values()))
    return any(map(_tells, value)) if isinstance(value, list) else value not in (None, "", 0)
