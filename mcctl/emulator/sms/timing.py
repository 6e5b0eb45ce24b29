"""When a text leaves: the send time and blackout window of the MobileConnect sends.

docs silent: windows across midnight, which are taken as such, and what messageContact says of a time that is none; the
texts are those of messageList.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from mcctl.emulator.core.web import folded

_DAY = 86400
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})")
_CLOCK = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_PARTS = (
    ("utcoffset", _OFFSET, "A UTC offset must be specified when using a blackout window.", "UTC offset"),
    ("windowstart", _CLOCK, "A window start time must be specified when using a blackout window.",
     "blackout window start time"),
    ("windowend", _CLOCK, "A window end time must be specified when using a blackout window.",
     "blackout window end time"),
)  # fmt: skip


def timing_faults(body: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the send time and the window of a request, whose names are in lower case."""
    given = body.get("sendtime")
    if given is not None and _moment(given) is None:
        yield f"{given} is not a valid send time (yyyy-MM-dd HH:mm)."
    window = body.get("blackoutwindow")
    if window is None:
        return
    parts = folded(window) if isinstance(window, dict) else {}
    for name, form, missing, told in _PARTS:
        value = parts.get(name)
        if value in (None, ""):
            yield missing
        elif not isinstance(value, str) or not form.fullmatch(value):
            yield f"{value} is not a valid {told}."


def due(body: dict[str, Any], moment: float) -> float:
    """Return when the texts of a request without faults leave. moment: now."""
    wanted = _moment(body["sendtime"]) if body.get("sendtime") else None
    leaves = max(moment, wanted or moment)
    if not body.get("blackoutwindow"):
        return leaves
    window = folded(body["blackoutwindow"])
    offset = _seconds(window["utcoffset"])
    start, end = (_seconds(window[name]) for name in ("windowstart", "windowend"))
    since = (leaves + offset - start) % _DAY  # seconds since the window opened last
    length = (end - start) % _DAY
    return leaves + length - since + 1 if since <= length and length else leaves


def _moment(text: Any) -> float | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC).timestamp()
    except (TypeError, ValueError):
        return None


def _seconds(text: str) -> int:
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("+-")
    return sign * (int(digits[:2]) * 3600 + int(digits[2:]) * 60)
