"""Changes that somebody made in a business unit that is not the home one, brought into the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mcctl.errors import InputError
from mcctl.workspace import compare, placeholders
from mcctl.workspace.bases import Bases
from mcctl.workspace.compare import Difference
from mcctl.workspace.merging import merged
from mcctl.workspace.placeholders import secrets_in
from mcctl.workspace.pull import KEPT_MINE, MERGED, TAKEN_THEIRS, Side
from mcctl.workspace.shape import Files
from mcctl.workspace.sides import Item, Sides, source_of
from mcctl.workspace.tree import blob_id


@dataclass
class Taking:
    """Takes what changed there into the files here, with variables and names put back. dry: nothing is written."""

    sides: Sides
    bases: Bases
    side: Side
    dry: bool

    def take(self, items: list[Item]) -> Iterator[Difference]:
        """Take what changed there of some objects, and yield what was done, or why it was not."""
        for item in items:
            self.sides.render(item)
        self.sides.look(items)
        for item in items:
            told = self._taken(item)
            if told is not None:
                yield told

    def _taken(self, item: Item) -> Difference | None:
        told = difference(item)
        if item.remote is None or told is None:
            return told if told is not None and told.state == compare.DELETED_THERE else None
        if told.state == compare.CHANGED_HERE:
            return None
        if told.state == compare.CONFLICT and self.sides.is_same(item):
            self._know(item)
            return None
        if told.state == compare.CONFLICT and self.side is Side.MINE:
            self._know(item, as_there=False)
            return told._replace(state=KEPT_MINE)
        try:
            return self._brought(item, told)
        except InputError as error:
            return told._replace(state=compare.CONFLICT, detail=error.message)

    def _brought(self, item: Item, told: Difference) -> Difference:
        """Bring the change there into the files. Raises InputError where that cannot be told."""
        files, meets = shown(item), told.state == compare.CONFLICT
        if not meets or self.side is Side.THEIRS:
            self._write(item, files)
            self._know(item)
            return told._replace(state=TAKEN_THEIRS, detail="") if meets else told
        both = merged(lambda suffix: self._before(item, suffix), item.files, files, item.path)
        if both is None:
            return told
        self._write(item, both)
        self._know(item, as_there=False)
        return told._replace(state=MERGED, detail="")

    def _before(self, item: Item, suffix: str) -> bytes | None:
        """Return what a file was there before both changes; None where that is not known."""
        entry, here = item.entry, item.here or {}
        if entry is None:
            return None
        if here.get(suffix) == entry.files.get(suffix):
            return item.files.get(suffix)
        blob = entry.files_there.get(suffix)
        return self.bases.get(blob) if blob else None

    def _write(self, item: Item, files: Files) -> None:
        """Write the files here so that they are rendered as some are. Raises InputError if it cannot be told how."""
        assert item.remote is not None  # noqa: S101 (it was looked up)
        here = self.sides.local.files(item.path, item.blobs or {})
        rendering = self.sides.unit.rendering
        wanted = {
            suffix: rendering.restored(item.path + suffix, here.get(suffix, b""), content)
            for suffix, content in files.items()
        }
        kept = {suffix: here[suffix] for suffix in item.remote.lacks if suffix in here}
        if self.dry:
            return
        for suffix, content in {**wanted, **kept}.items():
            if here.get(suffix) != content:
                self.sides.local.tree.write(item.path + suffix, content)
        for suffix in here.keys() - {**wanted, **kept}.keys():
            self.sides.local.tree.remove(item.path + suffix)
        item.blobs = {suffix: blob_id(content) for suffix, content in {**wanted, **kept}.items()}

    def _know(self, item: Item, *, as_there: bool = True) -> None:
        """Have the lock know what was seen there. as_there: whether that is what the files say now."""
        if self.dry or item.remote is None:
            return
        self.sides.render(item)
        files, there = dict(item.here or {}), item.there or {}
        seen = {name: there.get(name, "") for name in {*files, *there} if files.get(name) != there.get(name)}
        home = item.entry.home if item.entry else ""
        entry = replace(
            item.remote.entry,
            path=item.path,
            home=home,
            source=source_of(item.blobs or {}, self.sides.unit.scope),
            files=files,
            seen=seen,
        )
        if not as_there and not self.sides.is_same(item):
            before = item.entry.files if item.entry else {}
            entry = replace(entry, source="", files=before, seen={**dict.fromkeys(before, ""), **there})
        shared = {} if secrets_in(item.files) else item.remote.files
        for content in (*shared.values(), *item.files.values()):
            self.bases.keep(content)
        self.sides.unit.lock.put(entry)


def shown(item: Item) -> Files:
    """Return the files of an object as they are there, with the names of secrets in their place.

    Raises InputError where a secret is not given.
    """
    there = item.remote.files if item.remote is not None else {}
    return placeholders.shown(there, item.files, f"what {item.address} is there cannot be told without it")


def difference(item: Item) -> Difference | None:
    """Return how an object differs, once both sides of it are known; None where it does not."""
    state = item.state
    if state in (compare.SAME, compare.CONVERGED):
        return None
    by, at = (item.remote.by, item.remote.entry.modified) if item.remote else ("", "")
    detail = ""
    if state == compare.CONFLICT:
        detail = compare.why(item.entry.files if item.entry else None, item.here, item.there)
    return Difference(state, item.address, item.path, by, at, detail)
