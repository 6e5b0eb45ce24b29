"""Folders of data extensions: by path, or the usual one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mcctl.errors import InputError, NotFound
from mcctl.reading import get, number_in, objects, text, whole
from mcctl.rest.de import DeApi
from mcctl.rest.folder import split_path
from mcctl.session import Session


def folder_of(session: Session, routes: DeApi, named: str | None) -> int:
    """Return the folder that is named, by its id or its path below the top one; the usual one where none is.

    Raises NotFound for one that is not there, and InputError where nobody can tell which one is usual.
    """
    if named is None:
        usual = routes.usual_folder()
        if usual is None:
            raise InputError("In which folder?", "Give --folder ID; mcctl de folder list shows them")
        folder, there = usual
        session.output.note(f"In folder {folder}{f', where {there} is' if there else ''}; --folder names another")
        return folder
    return named_folder(routes, named)


def named_folder(routes: DeApi, named: str) -> int:
    """Return the folder with an id, or at a path. Raises NotFound for one that is not there."""
    number = number_in(named)
    if number is not None:
        return number
    wanted = [part.casefold() for part in split_path(named)]
    for one, path in paths_of(objects(list(routes.folders()))).items():
        parts = [part.casefold() for part in split_path(path)]
        if wanted in (parts, parts[1:]):
            return one
    raise NotFound(f"There is no folder {named!r} of data extensions", "mcctl de folder list")


def paths_of(folders: Iterable[dict[str, Any]]) -> dict[int, str]:
    """Return the path of each folder, the top one with it, by its id."""
    known = {number: one for one in folders if (number := whole(get(one, "categoryId"))) is not None}
    return {number: "/".join(_names(number, known)) for number in known}


def _names(number: int, known: dict[int, dict[str, Any]]) -> list[str]:
    names: list[str] = []
    seen: set[int] = set()
    while number in known and number not in seen:
        seen.add(number)
        names.insert(0, text(known[number], "name").replace("/", "\\/"))
        number = whole(get(known[number], "parentId")) or 0
    return names
