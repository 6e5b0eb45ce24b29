"""What is not the same in the files and in the home business unit, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands.workspace._space import Workspace
from mcctl.errors import InputError, refuse_all
from mcctl.formats import When
from mcctl.rest.asset import AssetApi
from mcctl.workspace import compare, snapshot
from mcctl.workspace.address import Address
from mcctl.workspace.compare import Difference
from mcctl.workspace.kind import Present, Remote
from mcctl.workspace.kinds import KINDS
from mcctl.workspace.lock import Entry
from mcctl.workspace.looking import Looking
from mcctl.workspace.shape import Files
from mcctl.workspace.sides import Item
from mcctl.workspace.snapshot import Gone
from mcctl.workspace.taking import difference
from mcctl.workspace.tree import blob_id

OfflineOption = Annotated[bool, typer.Option("--offline", help="Ask nobody: compare with what was last seen.")]
_NAMING = {
    **dict.fromkeys(("event", "journey", "send"), ("asset", "de")), "query": ("de",), "push": ("asset",),
    "automation": ("query", "script"),
}  # fmt: skip
"""Kind -> the kinds of which its objects have ids, which are names only where these objects are known."""
COLUMNS: Columns = {
    "STATE": "state",
    "ADDRESS": "address",
    "FILE": "path",
    "CHANGED BY": "changedBy",
    "AT": When("at"),
    "DETAIL": "detail",
}


class Comparing:
    """The files of a workspace beside its home business unit."""

    def __init__(self, space: Workspace) -> None:
        self.space = space
        self.there: dict[Address, Remote | None] = {}
        """The objects that changed in the business unit, once it was read; None for what is gone."""

    def read(self) -> Iterator[Remote | Present | Gone]:
        """Yield what there is in the business unit: what is selected, and not ignored."""
        source = self.space.source
        with self.space.session.output.progress("Reading the business unit") as advance:
            for found in snapshot.read(source, self._kinds()):
                advance(1)
                if isinstance(found, Present) or self._is_meant(found):
                    yield found

    def differences(self) -> list[Difference]:
        """Return what is not the same here and in the business unit, which is read for it."""
        found: list[Difference] = []
        read: set[tuple[str, str]] = set()
        called: set[Address] = set()
        for one in self.read():
            if isinstance(one, Present):
                continue
            called |= {one.entry.address.folded} if isinstance(one, Remote) else set()
            read.add((one.entry.kind, one.entry.id.lower()))
            with self._spared():
                difference = self._gone(one) if isinstance(one, Gone) else self.looking.seen(one).difference(one)
                if difference is not None:
                    self.there[one.entry.address] = one if isinstance(one, Remote) else None
                    found.append(difference)
        here = (one for one in self.local_differences(read) if one.address.folded not in called)
        return self._chosen([*found, *here])

    def local_differences(self, but: set[tuple[str, str]]) -> list[Difference]:
        """Return what is not as it was last seen. but: kind and id of objects that are left out."""
        found: list[Difference] = []
        for entry in self.space.lock:
            if entry.files and (entry.kind, entry.id.lower()) not in but:
                with self._spared():
                    difference = self.looking.unseen(entry)
                    found += [difference] if difference else []
        return [*found, *self.looking.new_here()]

    def offline_differences(self) -> list[Difference]:
        """Return what is selected and is not as it was last seen."""
        return self._chosen(self.local_differences(set()))

    def sides(self, difference: Difference) -> tuple[Files, Files]:
        """Return the files of an object in the business unit, and here. Raises InputError."""
        entry = self.space.lock.by_address(difference.address)
        stray = self.space.local.strays.get(difference.address.folded) if entry is None or not entry.files else None
        if stray is not None:
            here = self.space.local.files(stray.path, stray.suffixes)
        else:
            here = {} if entry is None else self.space.local.files(difference.path, self.space.local.at(entry)[1] or ())
        if difference.address in self.there:
            there = self.there[difference.address]
            return self.looking.hidden(there).files if there else {}, here
        return self._last_seen(entry, here) if entry else {}, here

    def _last_seen(self, entry: Entry, here: Files) -> Files:
        """Return the files of an object as they were last seen, from wherever they can be had."""
        found: Files = {}
        for suffix, blob in entry.files.items():
            content = here.get(suffix)
            if content is None or blob_id(content) != blob:
                content = self.space.bases.get(blob) if suffix else self._file_there(entry)
            if content is None:
                raise InputError(
                    f"What {entry.address} was when it was last seen is not kept here", "mcctl workspace pull --full"
                )
            found[suffix] = content
        return found

    def _file_there(self, entry: Entry) -> bytes:
        """Return the file that an asset is, which is not kept besides: it may be large."""
        return AssetApi(self.space.source.client).get_file(asset_id=int(entry.id))

    @cached_property
    def looking(self) -> Looking:
        """What compares the business unit with the files."""
        return Looking(self.space.local, self.space.lock, self._rendered)

    def _rendered(self, path: str, files: Files) -> Files:
        """Return files of an object with variables filled in."""
        return self.space.rendering.files(Address("", ""), path, files)

    @contextmanager
    def _spared(self) -> Iterator[None]:
        """Tell of files that cannot be read, and go on with the next object."""
        try:
            yield
        except InputError as error:
            self.space.local.odd.append(error.message)

    def _gone(self, gone: Gone) -> Difference | None:
        seen = self.looking.gone(gone.entry)
        return Difference(seen.state, gone.entry.address, seen.place) if gone.entry.path else None

    def _chosen(self, found: list[Difference]) -> list[Difference]:
        chosen = [one for one in found if self.space.selection.takes(one.address, one.path)]
        return sorted(chosen, key=lambda one: (one.address.kind, one.path, one.address.key))

    def _is_meant(self, found: Remote | Gone) -> bool:
        path = found.entry.path or f"{found.folder}/{found.stem}" if isinstance(found, Remote) else found.entry.path
        before = self.space.lock.by_id(found.entry.kind, found.entry.id)
        where = before.path if before and before.path else path
        return self.space.selection.takes(found.entry.address, where) and not self._is_ignored(found, where)

    def _is_ignored(self, found: Remote | Gone, path: str) -> bool:
        """Whether .mcctlignore keeps out an object: its properties, or the file that it is."""
        suffixes = {*found.files, *found.lacks} if isinstance(found, Remote) else set(found.entry.files)
        return self.space.local.ignores(path, suffixes)

    def _kinds(self) -> list[str]:
        named = self.space.selection.kinds
        if named is None:
            return list(self.space.project.kinds)
        wanted = {name for name in self.space.project.kinds if named & {*KINDS[name].names}}
        for name in [one for one in _NAMING if one in wanted]:
            wanted |= {used for used in _NAMING[name] if not self.space.lock.of_kind(used)}
        return [name for name in self.space.project.kinds if name in wanted]


def elsewhere(space: Workspace, *, offline: bool) -> list[Item]:
    """Return the objects that are not the same in the files and in a business unit that is not the home one.

    Only what was written or matched there counts. offline: compared with what was last seen there.
    """
    sides = space.sides
    chosen = [one for one in sides.items if one.is_managed and space.selection.takes(one.address, one.path)]
    for item in chosen:
        if not offline or not sides.is_unchanged(item):
            sides.render(item)
        else:
            item.here = item.entry.files if item.entry else None
    refuse_all([str(one) for one in space.rendering.problems], "Nothing was asked for")
    if not offline:
        sides.look(chosen)
        return [item for item in chosen if difference(item) is not None]
    return [item for item in chosen if item.entry is not None and item.here != item.entry.files]


def told_elsewhere(item: Item, *, offline: bool) -> Difference:
    """Return how an object differs in another business unit. offline: from what was last seen there."""
    found = None if offline else difference(item)
    if found is None:
        state = compare.DELETED_HERE if item.here is None else compare.CHANGED_HERE
        return Difference(state, item.address, item.path)
    return found._replace(state="drifted") if found.state == compare.CHANGED_THERE else found


def shown(difference: Difference) -> dict[str, Any]:
    """Return a difference as it is printed."""
    return {
        "state": difference.state,
        "address": str(difference.address),
        "path": difference.path,
        "changedBy": difference.by or None,
        "at": difference.at or None,
        "detail": difference.detail or None,
    }
