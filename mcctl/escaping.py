"""What a terminal must not obey, and what cannot be written at all, spelled out.

What the server sends is data: control characters in it, marks that turn the direction of text, halves of characters.
"""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_STEERING_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """Return `text` on one line, with characters that could steer a terminal shown as escapes."""
    return _STEERING.sub(lambda found: _SHORT.get(found[0]) or _escape(found[0]), text)


def visible_lines(text: str) -> str:
    """Return `text` with its line breaks and tabs, and all else that could steer a terminal shown as escapes."""
    return _STEERING_IN_TEXT.sub(lambda found: _escape(found[0]), text)


def visible_json(text: str) -> str:
    r"""Return JSON with what could steer a terminal as \u escapes: JSON itself escapes only what is below U+0020."""
    return _STEERING_IN_TEXT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def writable(text: str) -> str:
    """Return `text` with halves of characters, which cannot be written anywhere, shown as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()


def is_writable(text: str) -> bool:
    """Whether `text` can be written: arguments and JSON can hold halves of characters, which cannot."""
    return writable(text) == text


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
