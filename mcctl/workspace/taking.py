"""Changes that somebody made in a business unit that is not the home one, brought into the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mcctl.errors import InputError
from mcctl.workspace import compare
from mcctl.workspace.bases import Bases
from mcctl.workspace.compare import Difference
from mcctl.workspace.placeholders import hidden, lacking, not_given, secrets_in
from mcctl.workspace.pull import KEPT_MINE, TAKEN_THEIRS, Side
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
            self._know(item)
            return told._replace(state=KEPT_MINE)
        if told.state == compare.CONFLICT and self.side is not Side.THEIRS:
            return told
        try:
            self._write(item)
        except InputError as error:
            return told._replace(state=compare.CONFLICT, detail=error.message)
        self._know(item)
        return told._replace(state=TAKEN_THEIRS, detail="") if told.state == compare.CONFLICT else told

    def _write(self, item: Item) -> None:
        """Write the files here so that they are rendered as what is there. Raises InputError if it cannot be told."""
        assert item.remote is not None  # noqa: S101 (it was looked up)
        here = self.sides.local.files(item.path, item.blobs or {})
        rendering = self.sides.unit.rendering
        wanted = {
            suffix: rendering.restored(item.path + suffix, here.get(suffix, b""), content)
            for suffix, content in shown(item).items()
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

    def _know(self, item: Item) -> None:
        """Have the lock know that both sides are the same now, or, where the files stay, what was seen there."""
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
        if self.side is Side.MINE and not self.sides.is_same(item):
            before = item.entry.files if item.entry else {}
            entry = replace(entry, source="", files=before, seen={**dict.fromkeys(before, ""), **there})
        for content in (
            item.files.values() if secrets_in(item.files) else (*item.remote.files.values(), *item.files.values())
        ):
            self.bases.keep(content)
        self.sides.unit.lock.put(entry)


def shown(item: Item) -> Files:
    """Return the files of an object as they are there, with the names of secrets in their place.

    Raises InputError where a secret is not given.
    """
    if wanting := lacking(item.files):
        raise not_given(wanting[0], f"what {item.address} is there cannot be told without it")
    return hidden(item.remote.files, item.files) if item.remote is not None else {}


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
