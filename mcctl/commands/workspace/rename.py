"""`mcctl workspace rename`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import PLANNED_WRITE, verb
from mcctl.commands.workspace._space import Workspace, held
from mcctl.copying import argument
from mcctl.errors import InputError, NotFound
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.address import Address, parse_address
from mcctl.workspace.renaming import renamed
from mcctl.workspace.shape import properties_file

_COLUMNS = {"FILE": "path"}


@verb(PLANNED_WRITE)
def rename(
    session: Session,
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Such as asset:nto-footer.")],
    key: Annotated[str, typer.Argument(metavar="NEW_KEY", help="The key that it is to have.")],
) -> None:
    """Give an object another key: in its own file, and in every text that names it. Nobody is asked.

    The next push renames it in the business unit, where it keeps its id. Names that only the render knows are not
    found; lint tells of them.

    Examples:
      mcctl workspace rename asset:nto-footer nto-foot
      mcctl workspace rename event:nto-purchase nto-order --dry-run
    """
    meant = parse_address(address)
    with held(session) as space:
        place, suffixes = _files(space, meant)
        if not key.strip() or any(one.folded == Address(meant.kind, key).folded for one in _known(space)):
            raise InputError(f"{meant.kind}:{key} is there already" if key.strip() else "The new key is empty")
        files = space.local.files(place, suffixes)
        changed = renamed(meant, key, place + properties_file(files, place), space.local, space.usages)
        for path, content in () if session.dry_run else changed.items():
            space.local.tree.write(path, content)
    session.show_list([{"path": path} for path in sorted(changed)], _COLUMNS)
    session.done(
        f"{meant} is {meant.kind}:{key} now, in {counted(len(changed), 'file')}",
        next_command=f"mcctl workspace plan {argument(place)}",
    )


def _files(space: Workspace, meant: Address) -> tuple[str, tuple[str, ...]]:
    """Return where the files of an object are, and what follows that in their names. Raises NotFound."""
    entry = space.home.by_address(meant)
    if entry is not None and entry.files:
        place, found = space.local.at(entry)
        if found and place != entry.path:
            raise InputError(f"{meant} was moved here, from {entry.path}", "Push that first, or move it back")
        if found:
            return place, tuple(found)
    stray = space.local.strays.get(meant.folded)
    if stray is None:
        raise NotFound(f"There are no files of {meant} here", "mcctl workspace inventory lists what there is")
    return stray.path, stray.suffixes


def _known(space: Workspace) -> list[Address]:
    return [*(entry.address for entry in space.home), *(one.address for one in space.local.strays.values())]
