"""`mcctl workspace inventory`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._comparing import Comparing
from mcctl.commands.workspace._space import SelectorsArgument, Workspace, tell_odd
from mcctl.formats import When
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.kind import Present, Remote
from mcctl.workspace.lock import Entry

_COLUMNS: Columns = {
    "KIND": "kind",
    "KEY": "key",
    "NAME": "name",
    "FILE": "path",
    "CHANGED": When("modified"),
    "BY": "by",
    "OWNER": "owner",
    "OBJECT ID": "id",
}


@verb(READ)
def inventory(
    session: Session,
    selectors: SelectorsArgument = None,
    live: Annotated[bool, typer.Option("--live", help="Ask the business unit; else as it was last seen.")] = False,
) -> None:
    """List every object of every kind, one line each.

    Objects of other business units that are shared with this one have no path.

    Examples:
      mcctl workspace inventory
      mcctl workspace inventory --live -o csv > inventory.csv
      mcctl workspace inventory journey:* asset:*
    """
    space = Workspace(session, selectors)
    chosen = [one for one in (_there(space) if live else _last_seen(space)) if _is_meant(space, one)]
    session.show_list(sorted(chosen, key=lambda one: (one["kind"], one["key"])), _COLUMNS)
    told = counted(len(chosen), "object")
    if live:
        tell_odd(space.odd(), told)
    session.output.note(told)


def _last_seen(space: Workspace) -> Iterable[dict[str, Any]]:
    return (_told(entry, entry.path) for entry in space.lock)


def _there(space: Workspace) -> Iterable[dict[str, Any]]:
    for found in Comparing(space).read():
        if isinstance(found, Remote):
            before = space.lock.by_id(found.entry.kind, found.entry.id)
            path = before.path if before else f"{found.folder}/{found.stem}" if found.stem else found.entry.path
            yield _told(found.entry, path, found.by)
        elif isinstance(found, Present) and (entry := space.lock.by_id(found.kind, found.id)):
            yield _told(entry, entry.path)


def _is_meant(space: Workspace, told: dict[str, Any]) -> bool:
    return space.selection.takes(Entry(told["kind"], told["key"], "").address, told["path"] or "")


def _told(entry: Entry, path: str, by: str = "") -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "key": entry.key,
        "name": entry.name,
        "path": path or None,
        "id": entry.id,
        "owner": entry.owner,
        "modified": entry.modified or None,
        "by": by or None,
    }
