"""Who uses what: an index of the references in files, and the graph that it makes.

A file is looked through again only where its size or time is another. The index is mcctl's own; it can be thrown away.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from mcctl.errors import InputError
from mcctl.rest.folder import split_path
from mcctl.workspace.address import KIND_NAMES, Address
from mcctl.workspace.local import Local, Stray
from mcctl.workspace.lock import Entry, Lock
from mcctl.workspace.paths import CONTENT
from mcctl.workspace.references import DYNAMIC, ID, KEY, NAME, OWN, PAGE, REFERENCE, SQL, URL, Use, uses
from mcctl.workspace.tree import MAX_BYTES

_SCHEMA = """
create table if not exists file (path text primary key, size integer not null, time integer not null) without rowid;
create table if not exists use (path text not null, line integer not null, column integer not null, how text not null,
  kind text not null, value text not null);
create index if not exists use_path on use (path);
create table if not exists setting (name text primary key, value text not null);
"""
_USES = "select path, line, column, how, kind, value from use"
_VERSION = "3"


class Found(NamedTuple):
    """A use in a file, and what it is of. user: the object that the file is of, or else the path of the file.

    used: what is referred to; None where nobody knows it.
    """

    user: Address | str
    path: str
    use: Use
    used: Address | None

    @property
    def owner(self) -> Address | None:
        """The object that the file is of; None where it is of none."""
        return self.user if isinstance(self.user, Address) else None

    @property
    def names(self) -> Address | None:
        """What is referred to, or else what the reference calls it, whether or not that is known."""
        is_named = self.use.how in (KEY, REFERENCE) and self.use.kind in KIND_NAMES
        return self.used or (Address(self.use.kind, self.use.value) if is_named else None)


class Usages:
    """The references in the files of a workspace. folder: where the index is kept."""

    def __init__(self, local: Local, lock: Lock, folder: Path) -> None:
        self._local = local
        self._lock = lock
        self._path = folder / "usages.sqlite"

    @cached_property
    def all(self) -> list[Found]:
        """Every use in every file. Raises InputError for files that cannot be read."""
        resolver = Resolver(self._lock, self._local.strays, self.renamed)
        owners = self.owners
        return [Found(owners.get(path, path), path, use, resolver.resolved(use)) for path, use in self._indexed[0]]

    @cached_property
    def renamed(self) -> Mapping[Address, Address]:
        """The objects that have other keys in the files than they were last seen with, by the new ones, in one casing.

        Raises InputError for files that cannot be read.
        """
        owners = self.owners
        found = ((owners.get(path), kind, key) for path, kind, key in self._indexed[1])
        return {Address(kind, key).folded: old for old, kind, key in found if old is not None and old.key != key}

    def of(self, address: Address, *, deep: bool) -> Iterator[tuple[Found, Address]]:
        """Yield who uses an object, and which one it is; deep: then who uses those, and so on, each once."""
        yield from _walked(address, self._by_used, deep, lambda found: found.owner)

    def by(self, address: Address, *, deep: bool) -> Iterator[tuple[Found, Address]]:
        """Yield what an object uses; deep: then what those use, and so on, each once."""
        yield from _walked(address, self._by_user, deep, lambda found: found.names)

    @cached_property
    def _by_used(self) -> Mapping[Address, list[Found]]:
        return _grouped(self.all, lambda found: found.names)

    @cached_property
    def _by_user(self) -> Mapping[Address, list[Found]]:
        return _grouped(self.all, lambda found: found.owner)

    @cached_property
    def owners(self) -> Mapping[str, Address]:
        """Which object each file is of."""
        owners = {entry.path + suffix: entry.address for entry in self._lock for suffix in entry.files}
        for stray in self._local.strays.values():
            owners |= {stray.path + suffix: stray.address for suffix in stray.suffixes}
        return owners

    @cached_property
    def _indexed(self) -> tuple[list[tuple[str, Use]], list[tuple[str, str, str]]]:
        """Bring the index up to the files; return every use with its file, and file, kind and key of every object."""
        try:
            db = self._opened()
            self._refresh(db)
            rows = db.execute(f"{_USES} where how != ? order by path, line, column", [OWN])
            found = [(row[0], Use._make(row[1:])) for row in rows]
            own = db.execute("select path, kind, value from use where how = ?", [OWN]).fetchall()
            db.close()
        except (sqlite3.Error, OSError) as error:
            raise InputError(f"Cannot use {self._path}: {error}", "Delete it; it is made anew") from error
        return found, own

    def _opened(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(self._path, timeout=30)
        db.executescript(_SCHEMA)
        mark = " ".join([_VERSION, *sorted(self.hosts)])
        known = db.execute("select value from setting where name = 'mark'").fetchone()
        if known != (mark,):  # where images are published decides which addresses count
            db.executescript("delete from file; delete from use; delete from setting;")
            db.execute("insert into setting values ('mark', ?)", [mark])
        return db

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The hosts at which images are published, in lower case."""
        return hosts_of(self._lock)

    def _refresh(self, db: sqlite3.Connection) -> None:
        known = {path: (size, time) for path, size, time in db.execute("select path, size, time from file")}
        read = [(path, stat) for path, stat in self._local.stats if stat.st_size <= MAX_BYTES]
        there = {path: (stat.st_size, stat.st_mtime_ns) for path, stat in read}
        left = [path for path, _ in self._local.stats if path not in there]
        self._local.odd += [f"{path} is larger than 32 MB; it is not searched" for path in left]
        stale = [path for path, stat in there.items() if known.get(path) != stat]
        gone = [(path,) for path in (*stale, *(known.keys() - there.keys()))]
        if not gone:
            return
        with db:
            db.executemany("delete from use where path = ?", gone)
            db.executemany("delete from file where path = ?", gone)
            for path in stale:
                found = uses(path, self._local.tree.read(path) or b"", self.hosts)
                db.executemany("insert into use values (?, ?, ?, ?, ?, ?)", [(path, *use) for use in found])
                db.execute("insert into file values (?, ?, ?)", [path, *there[path]])


def hosts_of(lock: Lock) -> frozenset[str]:
    """Return the hosts at which a business unit publishes images, in lower case."""
    found = (entry.url.partition("://")[2].partition("/")[0].lower() for entry in lock if entry.url)
    return frozenset(host for host in found if host)


class Resolver:
    """Tells which object a reference is to, among those that the lock knows, and new ones, which have but a key.

    renamed: those that have another key in the files, by that one.
    """

    def __init__(
        self, lock: Lock, new: Mapping[Address, Stray], renamed: Mapping[Address, Address] = MappingProxyType({})
    ) -> None:
        self._lock = lock
        self._new = new
        self._renamed = renamed
        self._known: dict[tuple[str, ...], Address | None] = {}

    def resolved(self, use: Use) -> Address | None:
        """Return the object that is referred to; None where nobody knows it."""
        reference = use[2:]
        if reference not in self._known:
            self._known[reference] = self._resolved(use)
        return self._known[reference]

    def _resolved(self, use: Use) -> Address | None:
        if use.how == DYNAMIC:
            return None
        if use.kind == PAGE:
            return Address(PAGE, use.value)
        if use.how == ID:
            entry = self._lock.by_id(use.kind, use.value)
        elif use.how == URL:
            entry = self._by_url.get(use.value.casefold())
        elif use.how in (NAME, SQL):
            entry = (self._blocks if use.kind == "asset" else self._extensions).get(_plain(use.value))
        else:
            named = Address(use.kind, use.value)
            entry = self._lock.by_address(named)
            if entry is None and named.folded in self._new:
                return self._new[named.folded].address
            if entry is None:
                return self._renamed.get(named.folded)
        return None if entry is None else entry.address

    @cached_property
    def _by_url(self) -> dict[str, Entry]:
        return {entry.url.casefold(): entry for entry in self._lock if entry.url}

    @cached_property
    def _blocks(self) -> dict[str, Entry]:
        """Assets by the names of their folders and their own, with and without that of the root folder."""
        folders = {entry.path: entry for entry in self._lock.of_kind("folder")}
        root = next((entry.name for path, entry in folders.items() if path == CONTENT), "")
        found: dict[str, Entry] = {}
        for entry in self._lock.of_kind("asset"):
            folder = folders.get(entry.path.rpartition("/")[0])
            if folder is not None:
                names = [] if folder.path == CONTENT else split_path(folder.key)
                below = "\\".join([*names, entry.name])
                found |= dict.fromkeys((_plain(below), _plain(f"{root}\\{below}")), entry)
        return found

    @cached_property
    def _extensions(self) -> dict[str, Entry]:
        """Data extensions by name, and by key, which the platform takes likewise."""
        entries = self._lock.of_kind("de")
        return {_plain(entry.key): entry for entry in entries} | {_plain(entry.name): entry for entry in entries}


def _plain(name: str) -> str:
    return name.strip().casefold().removeprefix("ent.")


def _grouped(every: Iterable[Found], by: Callable[[Found], Address | None]) -> dict[Address, list[Found]]:
    found: dict[Address, list[Found]] = {}
    for one in every:
        if (address := by(one)) is not None:
            found.setdefault(address.folded, []).append(one)
    return found


def _walked(
    start: Address, edges: Mapping[Address, list[Found]], deep: bool, following: Callable[[Found], Address | None]
) -> Iterator[tuple[Found, Address]]:
    waiting, seen = [start], {start.folded}
    while waiting:
        one = waiting.pop(0)
        for found in edges.get(one.folded, []):
            yield found, one
            further = following(found)
            if deep and further is not None and further.folded not in seen:
                seen.add(further.folded)
                waiting.append(further)
