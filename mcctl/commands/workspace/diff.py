"""`mcctl workspace diff`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._comparing import Comparing, elsewhere, told_elsewhere
from mcctl.commands.workspace._space import SelectorsArgument, TargetOption, Workspace, tell_odd
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace import compare
from mcctl.workspace.compare import Difference
from mcctl.workspace.diffing import FileDiff, diff
from mcctl.workspace.shape import Files
from mcctl.workspace.taking import shown

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
    target: TargetOption = None,
    incoming: Annotated[bool, typer.Option("--incoming", help="What a pull would change here.")] = False,
    stat: Annotated[bool, typer.Option("--stat", help="Only how many lines of which file.")] = False,
) -> None:
    """Show the differences line by line: from the business unit to the files.

    With --incoming the other way round: from the files to what changed in the business unit. Of images and documents
    their sizes are shown. With --target, the files as they would be written to another business unit are compared.

    Examples:
      mcctl workspace diff
      mcctl workspace diff asset:nto-footer
      mcctl workspace diff --incoming --stat
      mcctl workspace diff --target prod asset:nto-footer
    """
    space = Workspace(session, selectors, target)
    space.check_selected()
    found = list(_at_home(space, incoming) if space.is_home else _elsewhere(space, incoming))
    if session.output.is_structured or stat:
        session.show_list([_told(one, stat) for one in found], _STAT_COLUMNS)
    else:
        session.output.lines([line for one in found for line in one.file.lines])
    tell_odd(space.odd(), f"{counted(len(found), 'file')} differ")


def _at_home(space: Workspace, incoming: bool) -> Iterator[_Diff]:
    comparing = Comparing(space)
    for one in comparing.differences():
        if one.state in _STATES[incoming]:
            yield from _diffs(one, *comparing.sides(one), incoming)


def _elsewhere(space: Workspace, incoming: bool) -> Iterator[_Diff]:
    for item in elsewhere(space, offline=False):
        told = told_elsewhere(item, offline=False)
        yield from _diffs(told, shown(item), item.files, incoming)


def _diffs(of: Difference, there: Files, here: Files, incoming: bool) -> Iterator[_Diff]:
    sides, names = ((here, there), ("here", "there")) if incoming else ((there, here), ("there", "here"))
    return (_Diff(of, one) for one in diff(of.path, *sides, names))


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
