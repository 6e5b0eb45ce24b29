"""Folders of Content Builder: made where files are in a new directory; never moved, renamed or deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mcctl.reading import whole
from mcctl.rest.folder import FolderApi
from mcctl.workspace import paths
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import folder
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.writers.writer import Write, Writer, only

MAX_NAME_CHARS = 100


def look(source: Source, entries: Sequence[Entry]) -> Iterator[Remote]:
    """Yield those of some folders that are there, by their directories."""
    wanted = {paths.compared(entry.path) for entry in entries}
    for found in folder.read(source):
        if isinstance(found, Remote) and paths.compared(found.entry.path) in wanted:
            yield found


def create(source: Source, write: Write) -> Remote:
    """Make a folder in the one that `write.folder` is."""
    FolderApi(source.client).create(name=_name(write.entry), parent_id=write.folder or 0)
    return only(look(source, [write.entry]), write.entry)


def change(_source: Source, write: Write) -> Remote:
    """Return the folder as it is: there is nothing to change about one."""
    assert write.before is not None  # noqa: S101 (nobody changes what was not looked up)
    return write.before


def delete(source: Source, remote: Remote) -> None:
    """Delete a folder."""
    FolderApi(source.client).delete(folder_id=whole(remote.entry.id) or 0)


def refusals(write: Write, _known: Known) -> Iterator[str]:
    """Yield why a folder cannot be made."""
    if len(_name(write.entry)) > MAX_NAME_CHARS:
        yield f"its name has {len(_name(write.entry))} characters; at most {MAX_NAME_CHARS}"


def _name(entry: Entry) -> str:
    return entry.name or paths.name_of(entry.path.rpartition("/")[2])


WRITER = Writer(look, create, change, delete, refusals)
