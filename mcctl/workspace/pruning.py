"""What may be deleted in a business unit because its files are gone here, and what must not."""

from __future__ import annotations

from collections.abc import Iterator

from mcctl.reading import get, text, whole
from mcctl.words import counted
from mcctl.workspace.kind import Remote
from mcctl.workspace.kinds import asset
from mcctl.workspace.references import uses
from mcctl.workspace.sides import Item, Sides
from mcctl.workspace.usages import Resolver, Usages
from mcctl.workspace.writers import journey


class Pruning:
    """Looks for reasons not to delete."""

    def __init__(self, sides: Sides, usages: Usages) -> None:
        self._sides = sides
        self._usages = usages

    def problems(self, gone: list[Item]) -> list[str]:
        """Return why some objects must not be deleted."""
        going = {item.address.folded for item in gone}
        found = [f"{item.address}: {why}" for item in gone if item.remote for why in self._state(item, item.remote)]
        for item in gone:
            for use, _ in self._usages.of(item.address, deep=False):
                if use.owner is None or use.owner.folded not in going:
                    found.append(f"{item.address}: {use.user} uses it: {use.path}:{use.use.line}")
        return [*found, *self._others(gone)]

    def _state(self, item: Item, remote: Remote) -> Iterator[str]:
        rows = whole(get(remote.answer, "rowCount"))
        if item.address.kind == "de" and rows != 0:
            yield f"it has {counted(rows, 'row') if rows else 'rows, or nobody knows'}; mcctl de delete can delete it"
        if item.address.kind == "journey" and journey.running(remote):
            yield "it is running; mcctl journey stop ends it"
        if item.address.kind == "send" and text(remote.answer, "status").lower() == "active":
            yield "it is active; mcctl tx definition update --status inactive stops it"

    def _others(self, gone: list[Item]) -> Iterator[str]:
        """Yield which assets there, that are in no files here, use what is to be deleted: all are read for it."""
        by_address = {self._sides.wanted(item).address.folded: item for item in gone if item.remote is not None}
        if not by_address:
            return
        unit = self._sides.unit
        items = (item for item in self._sides.items if item.address.kind == "asset")
        known = {item.entry.id for item in items if item.entry is not None}
        resolver = Resolver(unit.lock, {})
        for remote in asset.everything(unit.source):
            if remote.entry.id in known:
                continue
            for suffix, content in remote.files.items():
                for use in uses(remote.entry.key + suffix, content, unit.rendering.hosts):
                    used = resolver.resolved(use)
                    if used is not None and used.folded in by_address:
                        named = f"{remote.entry.address} in {unit.target.name}, which is in no file here, uses it"
                        yield f"{by_address[used.folded].address}: {named}"
