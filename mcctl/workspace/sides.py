"""The objects in the files beside those of a business unit: what is here, what was last seen, what is there now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from mcctl.reading import text
from mcctl.rest.asset import AssetApi
from mcctl.rest.asset_query import all_of, condition
from mcctl.workspace import paths
from mcctl.workspace.address import Address
from mcctl.workspace.compare import state_of
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import body_of, folder
from mcctl.workspace.kinds.asset import before_mark
from mcctl.workspace.kinds.de import fields_by_name
from mcctl.workspace.known import Known
from mcctl.workspace.links import Links
from mcctl.workspace.local import Local
from mcctl.workspace.lock import Entry, Lock
from mcctl.workspace.placeholders import finished, lacking
from mcctl.workspace.project import Target
from mcctl.workspace.rendering import Rendering
from mcctl.workspace.shape import Files
from mcctl.workspace.tree import blob_id
from mcctl.workspace.writers import WRITERS

_ITSELF = ""
_PAGE = 200
_NOTHING: tuple[Any, ...] = (None, "", {}, [])


@dataclass
class Unit:
    """A business unit that is written to. home: what was last seen of the files' own; lock: what was of this one."""

    target: Target
    home: Lock
    lock: Lock
    links: Links
    rendering: Rendering
    source: Source
    scope: str

    @property
    def is_home(self) -> bool:
        """Whether the files are what this one has."""
        return self.home is self.lock

    def learn_folders(self) -> None:
        """Have the lock know the folders that are there."""
        for found in folder.read(self.source):
            if isinstance(found, Remote):
                self.lock.put(found.entry)
                self.source.known.learn(found.entry)

    def folder_at(self, directory: str) -> Entry | None:
        """Return the folder that a directory is; None where it is not known."""
        wanted = paths.compared(directory)
        return next((one for one in self.lock.of_kind("folder") if paths.compared(one.path) == wanted), None)

    def entry_at(self, address: Address) -> Entry | None:
        """Return the object at an address there; None where it is not known."""
        return self.source.known.entry({"ref": str(address)})


@dataclass
class Item:
    """An object. address: as the files call it. path: where its files begin. home and entry: as the locks know it.

    blobs: git's ids of its files as they are; None where they are gone. files: as they are to be there, and here: git's
    ids of these. remote: as it is there now, once it was looked up.
    """

    address: Address
    path: str
    blobs: Mapping[str, str] | None
    home: Entry | None
    entry: Entry | None
    files: Files = field(default_factory=dict)
    here: Mapping[str, str] | None = None
    remote: Remote | None = None
    is_looked_up: bool = False

    @property
    def is_managed(self) -> bool:
        """Whether it was written or matched there before."""
        return self.entry is not None and self.entry.is_managed

    @property
    def there(self) -> dict[str, str] | None:
        """Git's ids of its files as they are there now; None where it is not there."""
        if self.remote is None:
            return None
        found = {suffix: blob_id(content) for suffix, content in self.remote.files.items()}
        before = self.entry.files_there if self.entry else {}
        return found | {suffix: before[suffix] for suffix in self.remote.lacks if suffix in before}

    @property
    def state(self) -> str:
        """How the sides differ, once it was rendered and looked up."""
        base = self.entry.files if self.entry is not None and self.is_managed else None
        return state_of(
            base, self.here, self.there, self.entry.files_there if self.entry and base is not None else None
        )


class Sides:
    """The objects in the files of a workspace beside a business unit."""

    def __init__(self, unit: Unit, local: Local) -> None:
        self.unit = unit
        self.local = local

    @cached_property
    def items(self) -> list[Item]:
        """Every object that is in the files, or was there when it was last seen. Raises InputError."""
        return [*self._known(), *self._new(), *self._gone()]

    def is_unchanged(self, item: Item) -> bool:
        """Whether the files of an object are what the business unit was last seen to have."""
        entry = item.entry
        if entry is None or not item.is_managed or item.blobs is None:
            return False
        if self.unit.is_home:
            return item.blobs == entry.files
        return entry.source == source_of(item.blobs, self.unit.scope)

    def render(self, item: Item) -> None:
        """Work out what the files of an object are to be there. Raises InputError for files that make no sense."""
        if item.blobs is None:
            item.here = None
            return
        raw = self.local.files(item.path, item.blobs)
        item.files = self.unit.rendering.files(item.address, item.path, raw)
        item.here = {suffix: blob_id(content) for suffix, content in item.files.items()}

    def look(self, items: Iterable[Item]) -> None:
        """Look up what some objects are there now."""
        kinds: dict[str, list[Item]] = {}
        for item in items:
            if not item.is_looked_up:
                kinds.setdefault(item.address.kind, []).append(item)
        for kind, some in kinds.items():
            entries = {id(item): self.wanted(item) for item in some}
            found = list(WRITERS[kind].look(self.unit.source, list(entries.values())))
            by_id = {one.entry.id.lower(): one for one in found}
            by_key = {one.entry.address.folded: one for one in found}
            for item in some:
                entry = entries[id(item)]
                item.remote = by_id.get(entry.id.lower()) if entry.id else by_key.get(entry.address.folded)
                item.is_looked_up = True

    def wanted(self, item: Item) -> Entry:
        """Return an object as it is to be looked up: by its id, or else by the key that it is to have there."""
        if item.entry is not None:
            return item.entry
        key = self.unit.links.key(item.address)
        return Entry(item.address.kind, key, "", path=item.path, files=dict(item.blobs or {}))

    def changed_assets(self) -> set[str]:
        """Return the ids of the assets there that changed since they were last seen."""
        source, linked = self.unit.source, [one for one in self.unit.lock.of_kind("asset") if one.is_managed]
        mark = self.unit.lock.header.watermark.get("asset") or min((one.modified for one in linked), default="")
        if not mark:
            return {entry.id for entry in linked}
        since = [condition("modifiedDate", "greaterThan", before_mark(mark))]
        if source.mid is not None:
            since.append(condition("memberId", "equal", source.mid))
        found = AssetApi(source.client).query(query=all_of(since), page_size=_PAGE)
        known = ((self.unit.lock.by_id("asset", text(one, "id")), text(one, "modifiedDate")) for one in found)
        return {entry.id for entry, modified in known if entry is not None and entry.modified != modified}

    def is_same(self, item: Item) -> bool:
        """Whether an object is there as the files say, however they say it."""
        remote, there = item.remote, item.there or {}
        return remote is not None and same(item.address.kind, self.final(item), remote, there, self.unit, item.path)

    def body(self, item: Item) -> dict[str, Any]:
        """Return an object as the API takes it. Raises InputError for files that make no sense."""
        return _body(item.address.kind, item.files, self.unit.source.known, item.path)

    def final(self, item: Item) -> Files:
        """Return the files of an object with secrets and late ids, as far as they are known."""
        return item.files if lacking(item.files) else finished(item.files, self.unit.entry_at)

    def _known(self) -> Iterator[Item]:
        for entry in self.unit.home:
            if entry.files and not self.local.ignores(entry.path, entry.files):
                place, blobs = self.local.at(entry)
                yield Item(entry.address, place, blobs, entry, self.unit.links.entry(entry.address))

    def _new(self) -> Iterator[Item]:
        for one in self.local.new:
            blobs = self.local.tree.blobs(one.path, one.suffixes)
            home = self.unit.home.by_address(one.address)
            yield Item(one.address, one.path, blobs, home, self.unit.links.entry(one.address))

    def _gone(self) -> Iterator[Item]:
        """Yield the objects that another business unit got from here, and that are here no more."""
        if self.unit.is_home:
            return
        here = {entry.address.folded for entry in self.unit.home if entry.files}
        here |= {one.address.folded for one in self.local.new}
        paths = {entry.path for entry in self.unit.home if entry.files}
        for entry in self.unit.lock:
            if entry.files and entry.home_address.folded not in here and entry.path not in paths:
                yield Item(entry.home_address, entry.path, None, None, entry)


def source_of(blobs: Mapping[str, str], scope: str) -> str:
    """Return what tells one state of an object's files, and of what is put into them, from another."""
    told = json.dumps([scope, *sorted(blobs.items())]).encode()
    return hashlib.sha1(told, usedforsecurity=False).hexdigest()


def same(kind: str, files: Files, remote: Remote, there: Mapping[str, str], unit: Unit, path: str = "") -> bool:
    """Whether files say of an object what it is there: order, comments and the like do not count.

    there: git's ids of its files. path: where the files begin, for errors.
    """
    known = unit.source.known
    if not _is_same_file(files, remote, there):
        return False
    return _body(kind, files, known, path) == _body(kind, remote.files, known, path)


def covers(kind: str, files: Files, remote: Remote, there: Mapping[str, str], unit: Unit) -> bool:
    """Whether an object has everything there that files say of it; it may have more. there: as in `same`."""
    known = unit.source.known
    return _is_same_file(files, remote, there) and _covers(_body(kind, files, known), _body(kind, remote.files, known))


def holds_on(kind: str, before: Remote, files: Files, after: Remote, unit: Unit) -> bool:
    """Whether an object still has something that it had, and that files say no more."""
    bodies = (_body(kind, one, unit.source.known) for one in (before.files, files, after.files))
    return _holds_on(*bodies)


def _is_same_file(files: Files, remote: Remote, there: Mapping[str, str]) -> bool:
    """Whether the file that an asset may be is the one that is there, which may not have been read."""
    if _ITSELF not in remote.lacks:
        return files.get(_ITSELF) == remote.files.get(_ITSELF)
    return _ITSELF not in files or there.get(_ITSELF) == blob_id(files[_ITSELF])


def _holds_on(before: Any, mine: Any, theirs: Any) -> bool:
    if not (isinstance(before, dict) and isinstance(mine, dict) and isinstance(theirs, dict)):
        return False
    return any(
        _holds_on(value, mine[name], theirs.get(name)) if name in mine else theirs.get(name) not in _NOTHING
        for name, value in before.items()
        if value not in _NOTHING
    )


def _body(kind: str, files: Files, known: Known, path: str = "") -> dict[str, Any]:
    told = body_of(kind, {suffix: content for suffix, content in files.items() if suffix}, path or kind, known)
    return fields_by_name(told) if kind == "de" else told


def _covers(mine: Any, theirs: Any) -> bool:
    if isinstance(mine, dict):
        return isinstance(theirs, dict) and all(
            _covers(value, theirs.get(name)) for name, value in mine.items() if value not in _NOTHING
        )
    if isinstance(mine, list) and isinstance(theirs, list):
        return len(mine) == len(theirs) and all(map(_covers, mine, theirs))
    return bool(mine == theirs)
