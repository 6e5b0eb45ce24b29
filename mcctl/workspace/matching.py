"""Which objects of a business unit are those in the files, of those that were not written there from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from mcctl.reading import get, text, whole
from mcctl.workspace import paths
from mcctl.workspace.kind import Remote
from mcctl.workspace.kinds import asset
from mcctl.workspace.lock import Entry
from mcctl.workspace.placeholders import lacking
from mcctl.workspace.shape import Files
from mcctl.workspace.sides import Item, Sides, source_of


class By(StrEnum):
    """By what objects are told to be the same."""

    KEY = "key"
    NAME = "name"
    CONTENT = "content"


class Match(NamedTuple):
    """An object in the files, and the one there that it is. is_same: whether it is there as the files say."""

    item: Item
    remote: Remote
    by: By
    is_same: bool

    def entry(self, scope: str) -> Entry:
        """Return what the lock is to know of it: what was seen there, and, where both are the same, the files.

        scope: by which settings the files were rendered; empty for the home business unit.
        """
        item, there = self.item, self.item.there or {}
        home = "" if not scope or self.remote.entry.key == item.address.key else item.address.key
        files = dict(item.here or {}) if self.is_same else {}
        seen = {name: there.get(name, "") for name in {*files, *there} if files.get(name) != there.get(name)}
        source = source_of(item.blobs or {}, scope) if self.is_same and scope else ""
        return replace(self.remote.entry, path=item.path, home=home, source=source, files=files, seen=seen)


def matches(sides: Sides, items: Iterable[Item], by: Iterable[By]) -> Iterator[Match]:
    """Yield, for objects that are not known there, those there that they are: by key, by name and folder, by content.

    Names and contents are compared of assets only. No object there is taken for two.
    """
    left = [item for item in items if not item.is_managed and item.blobs is not None]
    taken = {(entry.kind, entry.id.lower()) for entry in sides.unit.lock if entry.is_managed}
    for item in left:
        sides.render(item)
    if By.KEY in by:
        sides.look(left)
        for item in left:
            if item.remote is not None and _take(taken, item.remote):
                yield Match(item, item.remote, By.KEY, sides.is_same(item))
    left = [item for item in left if item.remote is None and item.address.kind == "asset" and not lacking(item.files)]
    wanted = [one for one in (By.NAME, By.CONTENT) if one in by]
    if left and wanted:
        yield from _others(sides, left, wanted, taken)


def _others(sides: Sides, left: list[Item], by: list[By], taken: set[tuple[str, str]]) -> Iterator[Match]:
    sides.unit.learn_folders()
    there = [one for one in asset.everything(sides.unit.source) if _key(one) not in taken]
    for one in by:
        known: dict[tuple[str, ...], list[Remote]] = {}
        for remote in there:
            known.setdefault(_place(sides, remote) if one is By.NAME else _content(remote.files), []).append(remote)
        waiting = [each for each in left if each.remote is None]
        marks = [_place_here(sides, item) if one is By.NAME else _content(item.files) for item in waiting]
        for item, mark in zip(waiting, marks, strict=True):
            found = known.get(mark, []) if all(mark) and marks.count(mark) == 1 else []
            if len(found) == 1 and _take(taken, found[0]):
                item.remote = found[0]
                yield Match(item, found[0], one, sides.is_same(item))


def _take(taken: set[tuple[str, str]], remote: Remote) -> bool:
    """Take an object, unless it is taken already."""
    if _key(remote) in taken:
        return False
    taken.add(_key(remote))
    return True


def _key(remote: Remote) -> tuple[str, str]:
    return remote.entry.kind, remote.entry.id.lower()


def _place(sides: Sides, remote: Remote) -> tuple[str, ...]:
    """Return what tells an asset by its name: the folder and the type belong to it."""
    directory = sides.unit.source.folders.get(text(remote.answer, "category.id"), "")
    number = whole(get(remote.answer, "assetType.id"))
    return paths.compared(directory), remote.entry.name.casefold(), str(number)


def _place_here(sides: Sides, item: Item) -> tuple[str, ...]:
    told = sides.body(item)
    number = whole(get(told, "assetType.id"))
    return paths.compared(item.path.rpartition("/")[0]), text(told, "name").casefold(), str(number)


def _content(files: Files) -> tuple[str, ...]:
    """Return what tells an asset by its texts; nothing where it has none."""
    return tuple(sorted(_texts(files))) or ("",)


def _texts(files: Files) -> Iterator[str]:
    return (
        content.decode("utf-8", "replace") for name, content in files.items() if name and not name.endswith(".yaml")
    )
