"""What the objects of a plan are now, beside what the plan saw of them and what they are to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.rest.asset import AssetApi
from mcctl.workspace import paths
from mcctl.workspace.kind import Remote
from mcctl.workspace.lock import Entry
from mcctl.workspace.placeholders import finished, hidden
from mcctl.workspace.plan import CREATE, DELETE, LINK, NEW_VERSION, PUBLISH, Operation
from mcctl.workspace.shape import Files
from mcctl.workspace.sides import Unit, covers, same
from mcctl.workspace.tree import blob_id
from mcctl.workspace.writers import WRITERS

_ITSELF = ""


class Standing:
    """Looks up objects of a plan, and compares them."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def look_up(self, operations: Iterable[Operation]) -> Iterator[tuple[Operation, Remote | None]]:
        """Yield what the objects of some operations are now, a kind at a time; what is there is known from then on."""
        for kind, some in _by_kind(operations).items():
            found = list(WRITERS[kind].look(self._unit.source, [self._wanted(one) for one in some]))
            for remote in found:
                self._unit.source.known.learn(remote.entry)
            yield from ((one, _of(one, found)) for one in some)

    def look(self, one: Operation) -> Remote | None:
        """Return the object of an operation as it is now; None where it is not there."""
        return next(self.look_up([one]))[1]

    def final(self, one: Operation) -> Files:
        """Return the files that an object is to have. Raises InputError where what they name is not there yet."""
        return finished(one.files, self._unit.entry_at)

    def blobs(self, one: Operation, remote: Remote | None) -> dict[str, str] | None:
        """Return git's ids of the files of an object; of one that was not read, as the lock or the plan knows it."""
        if remote is None:
            return None
        known = self._unit.lock.by_id(remote.entry.kind, remote.entry.id)
        is_current = known is not None and known.modified == remote.entry.modified
        last = known.files_there if known is not None and is_current else (one.before or one.blobs)
        found = {suffix: blob_id(content) for suffix, content in remote.files.items()}
        return found | {suffix: last[suffix] for suffix in remote.lacks if suffix in last}

    def matches(self, one: Operation, remote: Remote | None) -> bool:
        """Whether an object is as the plan saw it."""
        if one.action == PUBLISH or one.is_second:
            return True
        if one.is_reference:
            return remote is not None
        return self.blobs(one, remote) == one.before

    def is_wanted(self, one: Operation, remote: Remote | None) -> bool:
        """Whether an object is as it is to be; it may have more than the files say, once it is not as it was before."""
        if one.action == DELETE:
            return remote is None
        if remote is None or one.action == LINK or one.partial:
            return False
        if one.action == PUBLISH:
            return text(remote.answer, "newest.status").lower() == "published"
        if one.entry.kind == "folder":
            return True
        if one.is_moved and paths.compared(remote.folder) != paths.compared(one.directory):
            return False
        try:
            files = self.final(one)
        except InputError:
            return False
        there = self.blobs(one, remote) or {}
        judge = same if one.action != CREATE and there == one.before else covers
        return judge(one.entry.kind, files, remote, there, self._unit)

    def image(self, one: Operation, remote: Remote) -> Files:
        """Return the files of an object as they are to be kept: whole, where something becomes of the file itself."""
        files = hidden(remote.files, one.files)
        there = (self.blobs(one, remote) or {}).get(_ITSELF)
        if _ITSELF in remote.lacks and (one.action == DELETE or there != one.blobs.get(_ITSELF)):
            files = {**files, _ITSELF: AssetApi(self._unit.source.client).get_file(asset_id=int(remote.entry.id))}
        return files

    def told(self, one: Operation, remote: Remote | None) -> str:
        """Return in a sentence how an object is not as the plan saw it."""
        if remote is None:
            return f"{one.address} is there no more"
        by = ", ".join(filter(None, [remote.by, remote.entry.modified]))
        what = "is there already" if one.action == CREATE else "was changed there"
        return f"{one.address} {what}{f' ({by})' if by else ''}"

    def _wanted(self, one: Operation) -> Entry:
        files = dict(one.blobs or one.before or {})
        version = str(int(one.version or 0) + 1) if one.action == NEW_VERSION else one.version
        return replace(one.entry, files=files, version=version)


def _by_kind(operations: Iterable[Operation]) -> dict[str, list[Operation]]:
    found: dict[str, list[Operation]] = {}
    for one in operations:
        found.setdefault(one.entry.kind, []).append(one)
    return found


def _of(one: Operation, found: list[Remote]) -> Remote | None:
    """Return the object of an operation among those that were found."""
    if one.entry.kind == "folder":
        return next((remote for remote in found if remote.entry.path.casefold() == one.entry.path.casefold()), None)
    if one.entry.id:
        return next((remote for remote in found if remote.entry.id.lower() == one.entry.id.lower()), None)
    return next((remote for remote in found if remote.entry.address.folded == one.address.folded), None)
