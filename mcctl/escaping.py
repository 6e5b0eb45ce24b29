"""What a terminal must not obey, and what cannot be written at all, spelled out.

What the server sends is data: control characters in it, marks that turn the direction of text, halves of characters.
"""

from __future__ import annotations

import re
from functools import cache

_UNSEEN = (
    "\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """Return `text` on one line, with characters that could steer a terminal shown as escapes."""
    return _steering().sub(lambda found: _SHORT.get(found[0]) or _escape(found[0]), text)


def visible_lines(text: str) -> str:
    """Return `text` with its line breaks and tabs, and all else that could steer a terminal shown as escapes."""
    return _steering_in_text().sub(lambda found: _escape(found[0]), text)


def visible_json(text: str) -> str:
    r"""Return JSON with what could steer a terminal as \u escapes: JSON itself escapes only what is below U+0020."""
    import json  # every start would pay for it

    return _steering_in_text().sub(lambda found: json.dumps(found[0])[1:-1], text)


def visible_yaml(text: str) -> str:
    r"""Return YAML, where what could steer a terminal is in double quotes already, with \u escapes for it."""
    return _steering_in_text().sub(lambda found: _escape(found[0]), text)


def writable(text: str) -> str:
    """Return `text` with halves of characters, which cannot be written anywhere, shown as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()


def is_writable(text: str) -> bool:
    """Whether `text` can be written: arguments and JSON can hold halves of characters, which cannot."""
    return writable(text) == text


@cache
def _steering() -> re.Pattern[str]:
    """Return what steers a terminal; compiled when something is shown, since every start would pay for it."""
    return re.compile(f"[\x00-\x1f{_UNSEEN}]")


@cache
def _steering_in_text() -> re.Pattern[str]:
    return re.compile(f"[\x00-\x08\x0b-\x1f{_UNSEEN}]")


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
