"""File names for names of the platform: readable, the same on every machine, and never out of the folder.

What a file system or git takes amiss is written as %XX, so that a name can be had back from its directory. Names that
are too long are cut, and those that differ only in what some file system ignores get a mark of their key.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

CONTENT = "content"
"""Where the folders of Content Builder are."""
MAX_BYTES = 80  # of a name; more are cut
_SPECIAL = re.compile(
    r'[/\\:*?"<>|%\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]'
)
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?=\.|$)", re.IGNORECASE
)
_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_MARK_CHARS = 6


def slug(name: str, key: str) -> str:
    """Return a name as a file name. key: tells it from others where it must be cut."""
    plain = _SPECIAL.sub(lambda found: _escaped(found[0]), unicodedata.normalize("NFC", name)) or "_"
    if plain[0] in ". " or _RESERVED.match(plain):
        plain = _escaped(plain[0]) + plain[1:]
    if plain[-1] in ". ":
        plain = plain[:-1] + _escaped(plain[-1])
    return plain if len(plain.encode()) <= MAX_BYTES else _cut(plain) + mark(key)


def stem(key: str, name: str) -> str:
    """Return what the files of an object are called: its key, or its name where the key is no word but a GUID."""
    return slug(name if name and _GUID.search(key) else key, key)


def name_of(slugged: str) -> str:
    """Return the name that a file name was made from, unless it was cut."""
    return unquote(slugged, errors="replace")


def mark(key: str) -> str:
    """Return what is put behind a name to tell it from another of the same spelling."""
    return "~" + hashlib.sha1(key.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:_MARK_CHARS]


def compared(path: str) -> str:
    """Return a path as the least exact of file systems compares it."""
    return unicodedata.normalize("NFC", path).casefold()


def claims(path: str, suffixes: Iterable[str]) -> set[str]:
    """Return every path, as compared, that an object takes for itself: its files, and the folder they may be in."""
    files = {path + suffix for suffix in suffixes}
    return {compared(one) for one in files | {path + suffix.partition("/")[0] for suffix in suffixes if "/" in suffix}}


def _cut(text: str) -> str:
    """Return the beginning of a name, with no half of a character or of an escape at its end."""
    head = text.encode()[:MAX_BYTES].decode("utf-8", "ignore")
    return re.sub(r"%[0-9A-F]?$", "", head).rstrip(". ")


def _escaped(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))
