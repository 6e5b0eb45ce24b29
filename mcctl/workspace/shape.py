"""What the objects of all kinds have in common on their way to files: what is left out, and in which order it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from mcctl.documents import dump_yaml, parse_document
from mcctl.errors import InputError

_NIL = "00000000-0000-0000-0000-000000000000"
_WIDTH = 10_000  # characters; a text that goes on below makes noise in a diff, and is not found by line
Files = dict[str, bytes]
"""What follows an object's path in the name of each of its files -> content."""


def spelled(body: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    """Return an object with names spelled as documented, in whatever casing they came."""
    proper = {name.lower(): name for name in names}
    return {proper.get(str(name).lower(), str(name)): value for name, value in body.items()}


def without(body: Mapping[str, Any], paths: Collection[str]) -> dict[str, Any]:
    """Return an object without what is at some dotted paths."""
    below: dict[str, list[str]] = {}
    for path in paths:
        name, _, rest = path.partition(".")
        below.setdefault(name, []).append(rest)
    return {
        name: without(value, rests) if isinstance(value, dict) and (rests := below.get(name)) else value
        for name, value in body.items()
        if "" not in below.get(name, ())
    }


def said(value: Any) -> Any:
    """Return a value without the parts that say nothing: nulls, empty objects and empty lists."""
    if isinstance(value, dict):
        kept = {name: said(one) for name, one in value.items()}
        return {name: one for name, one in kept.items() if one not in (None, {}, [])}
    return [said(one) for one in value] if isinstance(value, list) else value


def without_nil(value: Any) -> Any:
    """Return a value without ids that stand for none."""
    if isinstance(value, dict):
        return {name: without_nil(one) for name, one in value.items() if one != _NIL}
    return [without_nil(one) for one in value] if isinstance(value, list) else value


def ordered(body: Mapping[str, Any], first: Sequence[str]) -> dict[str, Any]:
    """Return an object with some names at its beginning, and the others by the alphabet."""
    rest = sorted(set(body) - set(first))
    return {name: body[name] for name in (*first, *rest) if name in body}


def document(body: Mapping[str, Any]) -> bytes:
    """Return the file of an object's properties. Raises InputError for text that no file can hold."""
    return encoded(dump_yaml(dict(body), _WIDTH))


def encoded(text: str) -> bytes:
    """Return text as a file holds it. Raises InputError for half characters, which no file can hold."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"it holds half of a character (position {error.start}), which no file can hold") from error


def decoded(content: bytes, path: str) -> str:
    """Return the text of a file. Raises InputError for what is none."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text (byte {error.start})") from error


def parsed(content: bytes, path: str) -> dict[str, Any]:
    """Return the properties in a file of `document`. Raises InputError for anything else."""
    told = parse_document(decoded(content, path), path)
    if not isinstance(told, dict):
        raise InputError(f"{path} must hold an object (key: value)")
    return told


def properties(files: Files, path: str) -> dict[str, Any]:
    """Return the properties of an object that has no other file. Raises InputError where they are not there."""
    suffix = properties_file(files, path)
    return parsed(files[suffix], path + suffix)


def properties_file(files: Collection[str], path: str) -> str:
    """Return what follows the path in the name of the file with the properties: it may be in a folder of its own.

    files: what follows the path in the name of each. Raises InputError where there is none.
    """
    suffix = next((one for one in files if _is_in_own_folder(one)), None)
    suffix = suffix or next((one for one in files if one.endswith(".yaml") and "/" not in one), None)
    if suffix is None:
        raise InputError(f"{path} has no file with its properties")
    return suffix


def _is_in_own_folder(suffix: str) -> bool:
    """Whether a file is the one that a folder is called after: .email/email.yaml."""
    folder, slash, name = suffix.partition("/")
    return bool(slash) and name == f"{folder.lstrip('.')}.yaml"


def reference(kind: str, key: str) -> dict[str, str]:
    """Return how a file refers to another object."""
    return {"ref": f"{kind}:{key}"}


def referred(value: Any) -> str:
    """Return the address that a value in a file refers to; empty where it is no reference."""
    is_one = isinstance(value, dict) and len(value) == 1 and isinstance(value.get("ref"), str)
    return str(value["ref"]) if is_one else ""
