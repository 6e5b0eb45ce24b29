"""What may be deleted in a business unit, and what must not: what is in use, running, active, or has rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from mcctl.reading import get, text, whole
from mcctl.rest.automation import RUNNING, SCHEDULED
from mcctl.words import counted
from mcctl.workspace.address import Address
from mcctl.workspace.kind import Remote
from mcctl.workspace.kinds import KINDS, asset
from mcctl.workspace.references import uses
from mcctl.workspace.sides import Item, Sides
from mcctl.workspace.usages import Resolver, Usages
from mcctl.workspace.writers import journey

_USERS = ("event", "journey", "send")
"""Kinds besides assets whose objects name others."""
_OPTIONAL_USERS = ("query", "script", "automation", "push")
"""Further ones, that are asked for only where the workspace has some."""
_NAMED = ("asset", "de", "event", "query", "script")


class Pruning:
    """Looks for reasons not to delete."""

    def __init__(self, sides: Sides, usages: Usages) -> None:
        self._sides = sides
        self._usages = usages

    def problems(self, gone: list[Item], spared: Collection[Address] = ()) -> list[str]:
        """Return why some objects must not be deleted. spared: folded addresses of users that do not count."""
        going = {item.address.folded for item in gone} | {*spared}
        found = [f"{item.address}: {why}" for item in gone if item.remote for why in held(item.remote)]
        for item in gone:
            for use, _ in self._usages.of(item.address, deep=False):
                if use.owner is None or use.owner.folded not in going:
                    found.append(f"{item.address}: {use.user} uses it: {use.path}:{use.use.line}")
        return [*found, *self._others(gone)]

    def _others(self, gone: list[Item]) -> Iterator[str]:
        """Yield which objects there, that are in no files here, use what is to be deleted: all are read for it."""
        going = {self._sides.wanted(item).address.folded: item for item in gone if item.remote is not None}
        if not {address.kind for address in going} & {*_NAMED}:
            return
        unit = self._sides.unit
        known = {(item.entry.kind, item.entry.id.lower()) for item in self._sides.items if item.entry is not None}
        resolver = Resolver(unit.lock, {})
        for remote in self._everything():
            if (remote.entry.kind, remote.entry.id.lower()) in known:
                continue
            for suffix, content in remote.files.items():
                for use in uses(remote.stem + suffix, content, unit.rendering.hosts):
                    used = resolver.resolved(use)
                    if used is not None and used.folded in going:
                        named = f"{remote.entry.address} in {unit.target.name}, which is in no file here, uses it"
                        yield f"{going[used.folded].address}: {named}"

    def _everything(self) -> Iterator[Remote]:
        """Yield every object there that can name others."""
        source = replace(self._sides.unit.source, full=True)
        yield from asset.everything(source)
        has = {entry.kind for entry in self._sides.unit.home}
        for kind in (*_USERS, *(one for one in _OPTIONAL_USERS if one in has)):
            for found in KINDS[kind].read(source):
                if isinstance(found, Remote):
                    yield found._replace(stem=f"{found.folder}/{found.stem}")  # what a file is tells how it is read


def held(remote: Remote) -> Iterator[str]:
    """Yield why an object must not be deleted, whoever uses it."""
    rows, kind = whole(get(remote.answer, "rowCount")), remote.entry.kind
    if kind == "de" and rows != 0:
        yield f"it has {counted(rows, 'row') if rows else 'rows, or nobody knows'}; mcctl de delete can delete it"
    if kind == "journey" and journey.running(remote):
        yield "it is running; mcctl journey stop ends it"
    if kind in ("send", "push") and text(remote.answer, "status").lower() == "active":
        yield "it is active; mcctl tx definition update --status inactive stops it"
    if kind == "automation" and whole(get(remote.answer, "statusId")) in (RUNNING, SCHEDULED):
        yield "it is running, or will; mcctl automation pause ends that"
