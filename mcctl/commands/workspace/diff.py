"""`mcctl workspace diff`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._common import SelectorsArgument, Workspace, tell_odd
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace import compare
from mcctl.workspace.compare import Difference
from mcctl.workspace.diffing import FileDiff, diff

_STATES = {
    False: (compare.CHANGED_HERE, compare.NEW_HERE, compare.DELETED_HERE, compare.CONFLICT),
    True: compare.INCOMING,
}
"""Whether the changes there are meant -> the states that a difference is shown of."""
_STAT_COLUMNS: Columns = {"ADDRESS": "address", "FILE": "path", "CHANGE": "change"}


class _Diff(NamedTuple):
    """A file that differs, and the object that it is of."""

    of: Difference
    file: FileDiff


@verb(READ)
def show_diff(
    session: Session,
    selectors: SelectorsArgument = None,
    incoming: Annotated[bool, typer.Option("--incoming", help="What a pull would change here.")] = False,
    stat: Annotated[bool, typer.Option("--stat", help="Only how many lines of which file.")] = False,
) -> None:
    """Show the differences line by line: from the business unit to the files.

    With --incoming the other way round: from the files to what changed in the business unit. Of images and documents
    their sizes are shown.

    Examples:
      mcctl workspace diff
      mcctl workspace diff asset:nto-footer
      mcctl workspace diff --incoming --stat
    """
    space = Workspace(session, selectors)
    space.check_selected()
    differences = [one for one in space.differences() if one.state in _STATES[incoming]]
    found = [each for one in differences for each in _diffs(space, one, incoming)]
    if session.output.is_structured or stat:
        session.show_list([_told(one, stat) for one in found], _STAT_COLUMNS)
    else:
        session.output.lines([line for one in found for line in one.file.lines])
    tell_odd(space.odd(), f"{counted(len(found), 'file')} differ")


def _diffs(space: Workspace, difference: Difference, incoming: bool) -> Iterator[_Diff]:
    there, here = space.sides(difference)
    if incoming:
        found = diff(difference.path, here, there, ("here", "there"))
    else:
        found = diff(difference.path, there, here, ("there", "here"))
    return (_Diff(difference, one) for one in found)


def _told(one: _Diff, stat: bool) -> dict[str, str | int | None]:
    told: dict[str, str | int | None] = {
        "address": str(one.of.address),
        "state": one.of.state,
        "path": one.file.path,
        "change": one.file.stat,
        "added": one.file.added,
        "removed": one.file.removed,
    }
    return told if stat else {**told, "diff": "\n".join(one.file.lines)}
