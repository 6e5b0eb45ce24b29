"""Folders that are told flat, each with its parent: found by their paths."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mcctl.reading import get, text, whole
from mcctl.rest.folder import split_path


def paths_of(folders: Iterable[dict[str, Any]]) -> dict[int, str]:
    """Return the path of each folder, the top one with it, by its id."""
    known = {number: one for one in folders if (number := whole(get(one, "categoryId"))) is not None}
    return {number: "/".join(_names(number, known)) for number in known}


def at_path(folders: Iterable[dict[str, Any]], named: str) -> int | None:
    """Return the folder at a path, with or without the top one; None where there is none. Raises InputError."""
    wanted = [part.casefold() for part in split_path(named)]
    for one, path in paths_of(folders).items():
        parts = [part.casefold() for part in split_path(path)]
        if wanted in (parts, parts[1:]):
            return one
    return None


def _names(number: int, known: dict[int, dict[str, Any]]) -> list[str]:
    names: list[str] = []
    seen: set[int] = set()
    while number in known and number not in seen:
        seen.add(number)
        names.insert(0, text(known[number], "name").replace("/", "\\/"))
        number = whole(get(known[number], "parentId")) or 0
    return names
