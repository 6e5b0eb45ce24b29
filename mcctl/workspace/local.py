"""The objects in the files of a workspace: those that the lock knows, wherever they were moved, and new ones."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from mcctl.errors import InputError
from mcctl.workspace.address import Address
from mcctl.workspace.ignoring import Ignoring
from mcctl.workspace.layout import KEY_NAMES, Properties, is_of, properties_at
from mcctl.workspace.lock import Entry, Lock
from mcctl.workspace.shape import Files, parsed
from mcctl.workspace.tree import Tree

_ENDS = re.compile(r"[./]|$")


class Stray(NamedTuple):
    """An object in files that the lock does not know, or not there. suffixes: of its files."""

    address: Address
    path: str
    suffixes: tuple[str, ...]


class Local:
    """What is in the files. odd: what could not be understood, in sentences."""

    def __init__(self, tree: Tree, lock: Lock, ignoring: Ignoring) -> None:
        self.tree = tree
        self._lock = lock
        self._ignoring = ignoring
        self.odd: list[str] = []

    @cached_property
    def stats(self) -> list[tuple[str, os.stat_result]]:
        """Every file, but for those that are ignored, with what the file system tells of it."""
        return [(path, stat) for path, stat in self.tree.walk() if not self._ignoring.takes(path)]

    @cached_property
    def paths(self) -> list[str]:
        """Every file, but for those that are ignored."""
        return sorted(path for path, _ in self.stats)

    @cached_property
    def _unknown(self) -> list[str]:
        """The files that are none of those that the lock knows."""
        known = {entry.path + suffix for entry in self._lock for suffix in entry.files}
        return [path for path in self.paths if path not in known]

    @cached_property
    def _further(self) -> dict[str, list[str]]:
        """Path of an object -> what follows it in the names of files that it had not when it was last seen."""
        known = {entry.path: found for entry in self._lock if (found := _properties_of(entry))}
        return _shared_out(self._unknown, known)

    @cached_property
    def strays(self) -> dict[Address, Stray]:
        """The objects that the lock does not know, or not where they are, by their addresses in one casing."""
        listed = {one.path: one for path in self._unknown if (one := properties_at(path))}
        suffixes = _shared_out(self._unknown, listed)
        found: dict[Address, Stray] = {}
        for path, properties in listed.items():
            if address := self._address(properties):
                found[address.folded] = Stray(address, path, tuple(suffixes[path]))
        return found

    @property
    def new(self) -> list[Stray]:
        """The objects that the platform never had, as far as the lock knows."""
        strays = self.strays.values()
        return [one for one in strays if (entry := self._lock.by_address(one.address)) is None or not entry.files]

    def at(self, entry: Entry) -> tuple[str, dict[str, str] | None]:
        """Return where the files of an object are, and git's ids of them; None where they are gone.

        Raises InputError for a file that cannot be read.
        """
        found = self.tree.blobs(entry.path, [*entry.files, *self._further.get(entry.path, ())])
        if found or not entry.files:
            return entry.path, found
        stray = self.strays.get(entry.address.folded)
        if stray is None:
            return entry.path, None
        return stray.path, self.tree.blobs(stray.path, stray.suffixes)

    def ignores(self, path: str, suffixes: Iterable[str]) -> bool:
        """Whether .mcctlignore keeps out an object: its properties, or the file that it is."""
        own = [suffix for suffix in suffixes if not suffix or suffix.endswith(".yaml")] or [""]
        return any(self._ignoring.takes(path + suffix) for suffix in own)

    def files(self, path: str, suffixes: Iterable[str]) -> Files:
        """Return the content of an object's files. Raises InputError."""
        found = ((suffix, self.tree.read(path + suffix)) for suffix in suffixes)
        return {suffix: content for suffix, content in found if content is not None}

    def _address(self, properties: Properties) -> Address | None:
        """Return the address of an object by its properties; None where they cannot be understood."""
        path = properties.path + properties.suffix
        try:
            told = parsed(self.tree.read(path) or b"", path)
        except InputError as error:
            self.odd.append(error.message)
            return None
        key = next((str(told[name]) for name in KEY_NAMES if told.get(name)), "")
        if not key:
            self.odd.append(f"{path} has no key")
            return None
        return Address(properties.kind, key)


def _properties_of(entry: Entry) -> Properties | None:
    found = (properties_at(entry.path + suffix) for suffix in entry.files)
    return next((one for one in found if one is not None and one.path == entry.path), None)


def _shared_out(paths: Collection[str], owners: Mapping[str, Properties]) -> dict[str, list[str]]:
    """Return, for the path of each object, what follows it in the names of those files that are its own."""
    found: dict[str, list[str]] = {path: [] for path in owners}
    for path in paths:
        starts = (path[: end.start()] for end in _ENDS.finditer(path))
        fitting = [start for start in starts if start in owners and is_of(path, owners[start])]
        if fitting:
            found[fitting[-1]].append(path.removeprefix(fitting[-1]))
    return found
