"""Folders of data extensions: by path, or the usual one."""

from __future__ import annotations

from mcctl.commands._folder_paths import at_path
from mcctl.errors import InputError, NotFound
from mcctl.reading import number_in, objects
from mcctl.rest.de import DeApi
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
    found = at_path(objects(list(routes.folders())), named)
    if found is None:
        raise NotFound(f"There is no folder {named!r} of data extensions", "mcctl de folder list")
    return found
