"""Whether a line of a lock file makes sense: people edit it, and merges do. There are thousands, so this is quick."""

from __future__ import annotations

from typing import Any

from mcctl.escaping import is_writable
from mcctl.workspace.address import KIND_NAMES
from mcctl.workspace.paths import CONTENT

_REQUIRED = frozenset({"kind", "key", "id"})
_FIELDS = _REQUIRED | {
    "path", "name", "owner", "modified", "version", "object", "legacy", "parent", "url", "files", "home", "source",
    "seen",
}  # fmt: skip
_TYPES = {"owner": int, "files": dict, "seen": dict}
"""Those that are no texts."""
_NUMBERED = ("folder", "asset")
_MOST_DIGITS = 19
_FOLDERS = tuple(
    f"{name}/" for name in (CONTENT, "data-extensions", "events", "journeys", "sends", "ens", "automation", "keywords")
)
"""Where the files of objects are; a path from elsewhere is nobody's."""


def wrong_entry(told: dict[str, Any], line: str) -> str:
    """Return what of an object is not as it should be; empty where all is. line: as it was written."""
    if not _REQUIRED <= told.keys() <= _FIELDS:
        return next((name for name in told if name not in _FIELDS), "kind, key or id")
    for name in [name for name, value in told.items() if type(value) is not str or name in _TYPES]:
        if type(told[name]) is not _TYPES.get(name):
            return name
    return _wrong_value(told) or _wrong_place(told, line)


def _wrong_value(told: dict[str, Any]) -> str:
    if told["kind"] not in KIND_NAMES:
        return "kind"
    if told["kind"] in _NUMBERED and not _is_number(told["id"]):
        return "id"
    if told.get("parent") and not _is_number(told["parent"]):
        return "parent"
    return next((name for name in ("files", "seen") if not set(map(type, told.get(name, {}).values())) <= {str}), "")


def _wrong_place(told: dict[str, Any], line: str) -> str:
    files, path = {**told.get("files", {}), **told.get("seen", {})}, told.get("path", "")
    if (path or files) and path != CONTENT and not path.startswith(_FOLDERS):
        return "path"
    if not all(suffix[:1] in ("", ".") for suffix in files):
        return "files"
    # Where a line holds nothing that could lead away, its names need not be looked at.
    is_odd = ".." in line or "\\" in line or ".git" in line or not is_writable(line)
    if is_odd and not all(map(_stays_inside, (path, *(path + suffix for suffix in files)))):
        return "path"
    texts = [value for value in told.values() if isinstance(value, str)] if is_odd else []
    return "" if is_writable("".join(texts)) else "key"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < _MOST_DIGITS


def _stays_inside(path: str) -> bool:
    """Whether a path leads nowhere else."""
    return not set(path) & set("\\\0") and not {"..", ".git"} & set(path.split("/")) and is_writable(path)
