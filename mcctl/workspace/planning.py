"""From the differences between the files and a business unit to a plan, or to the reasons why there is none."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace

from mcctl.errors import InputError, refuse_all
from mcctl.reading import text
from mcctl.workspace import compare
from mcctl.workspace.address import Address, Selection
from mcctl.workspace.diffing import diff
from mcctl.workspace.draft import Draft, Wishes
from mcctl.workspace.externals import in_use
from mcctl.workspace.layout import KEY_NAMES
from mcctl.workspace.lock import Entry
from mcctl.workspace.paths import compared
from mcctl.workspace.plan import (
    CHANGE,
    CHANGES,
    CREATE,
    DELETE,
    LINK,
    MOVE,
    NEW_VERSION,
    PUBLISH,
    RENAME,
    Operation,
    Plan,
)
from mcctl.workspace.pruning import Pruning
from mcctl.workspace.requirements import Requirements
from mcctl.workspace.shape import parsed, properties_file
from mcctl.workspace.sides import Item, Sides, source_of
from mcctl.workspace.usages import Usages
from mcctl.workspace.writers import WRITERS
from mcctl.workspace.writers.journey import DRAFT
from mcctl.workspace.writers.writer import Write


@dataclass
class Planning:
    """Makes a plan. selection: the objects that may be written."""

    sides: Sides
    usages: Usages
    selection: Selection
    wishes: Wishes
    draft: Draft = field(default_factory=Draft)

    def plan(self) -> Plan:
        """Return the plan. Raises InputError with everything that keeps it from being made."""
        unit = self.sides.unit
        chosen = self._chosen()
        changed = [item for item in chosen if not self.sides.is_unchanged(item)]
        for item in changed:
            self.sides.render(item)
        if unit.rendering.problems:
            told = list(dict.fromkeys(str(one) for one in unit.rendering.problems))
            refuse_all([*told, *in_use(unit.source, unit.rendering.unmapped)])
        moved = [item for item in chosen if _is_elsewhere(item) and item.here is None]
        for item in moved:
            self.sides.render(item)
        touched = [item for item in changed if item.entry is None or item.here != item.entry.files]
        touched += [item for item in moved if item not in touched]
        drifted = self._maybe_drifted(chosen, touched)
        self.sides.look([*touched, *drifted])
        for item in (*touched, *drifted):
            self._decide(item)
        needed = Requirements(self.sides, self.usages, self.wishes, self.draft)
        needed.check_references()
        needed.check_names()
        needed.check_renamed()
        if self.wishes.prune:
            self._prune(chosen)
        needed.make_folders()
        refuse_all(self.draft.problems)
        operations = needed.ordered()
        written = {one.home for one in operations}
        unchanged = sum(str(item.address) not in written for item in chosen) - len(self.draft.left)
        header = unit.lock.header
        return Plan(
            unit.target.name, header.host, header.mid, unit.scope, operations, self.draft.left,
            list(needed.reaches()), max(unchanged, 0), uuid.uuid4().hex,
        )  # fmt: skip

    # ------------------------------------------------------------------ what is looked at

    def _chosen(self) -> list[Item]:
        items = [item for item in self.sides.items if self._is_allowed(item)]
        chosen = [item for item in items if self.selection.takes(item.address, item.path)]
        if not self.wishes.deep:
            return chosen
        by_address = {item.address.folded: item for item in items}
        wanted = {item.address.folded for item in chosen}
        for item in chosen:
            for found, _ in self.usages.by(item.address, deep=True):
                if found.names is not None and found.names.folded in by_address:
                    wanted.add(found.names.folded)
        return [item for item in items if item.address.folded in wanted]

    def _is_allowed(self, item: Item) -> bool:
        """Whether the file of the target lets an object be written there."""
        settings = self.sides.unit.rendering.settings
        only, skip = Selection(settings.only), Selection(settings.skip)
        is_skipped = bool(settings.skip) and skip.takes(item.address, item.path)
        return only.takes(item.address, item.path) and not is_skipped

    def _is_moved(self, item: Item) -> bool:
        """Whether the files of an asset are in another directory than when it was last written there."""
        before = item.entry.path.rpartition("/")[0] if item.entry is not None and item.address.kind == "asset" else ""
        return bool(before) and item.blobs is not None and compared(item.path.rpartition("/")[0]) != compared(before)

    def _maybe_drifted(self, chosen: list[Item], touched: list[Item]) -> list[Item]:
        """Return the assets that are as they were here, and may be others there."""
        ids = {id(item) for item in touched}
        rest = [item for item in chosen if item.address.kind == "asset" and item.is_managed and id(item) not in ids]
        changed = self.sides.changed_assets() if rest else set()
        found = [item for item in rest if item.entry is not None and item.entry.id in changed]
        for item in found:
            self.sides.render(item)
        return found

    # ------------------------------------------------------------------ what is done about each

    def _decide(self, item: Item) -> None:
        owner, mid = item.remote.entry.owner if item.remote else None, self.sides.unit.source.mid
        if owner is not None and mid is not None and owner != mid:
            self._refuse(item, f"it belongs to business unit {owner}; nothing is ever written there")
            return
        if item.state == compare.SAME and _is_elsewhere(item):
            self._changed(item)
            return
        decide = {
            compare.NEW_HERE: lambda: self._write(item, CREATE),
            compare.CHANGED_HERE: lambda: self._changed(item),
            compare.CONVERGED: lambda: self._link(item),
            compare.CONFLICT: lambda: self._conflict(item),
            compare.CHANGED_THERE: lambda: self._drifted(item),
            compare.DELETED_THERE: lambda: self._leave(item, "deleted there"),
            compare.DELETED_HERE: lambda: self._deleted(item),
        }.get(item.state)
        if decide is not None:
            decide()

    def _changed(self, item: Item) -> None:
        if not self.sides.is_same(item):
            self._write(item, CHANGE)
        elif self._is_moved(item):
            self._write(item, MOVE)
        else:
            self._link(item)

    def _drifted(self, item: Item) -> None:
        if self.wishes.overwrite:
            self._write(item, CHANGE)
        else:
            self._leave(item, "changed there" if self.sides.unit.is_home else "drifted")

    def _deleted(self, item: Item) -> None:
        if not self.wishes.prune:
            self._leave(item, "deleted here; --prune deletes it there")

    def _conflict(self, item: Item) -> None:
        name = self.sides.unit.target.name
        if item.here is not None and self.sides.is_same(item):
            self._link(item)
        elif item.remote is None and self.wishes.recreate:
            self._write(item, CREATE)
        elif item.remote is None:
            self._refuse(item, f"it was changed here, and deleted in {name}; --recreate makes it again")
        elif item.here is None:
            tell = self._refuse if self.wishes.prune else self._leave
            tell(item, f"deleted here, and changed in {name}{self._by(item)}")
        elif self.wishes.overwrite:
            self._write(item, CHANGE)
        elif not item.is_managed:
            self._refuse(item, f"{name} has another one of this key already; mcctl workspace match can link them")
        else:
            way_out = "pull first" if self.sides.unit.is_home else f"pull --target {name} first, or --overwrite-drift"
            self._refuse(item, f"it was changed in {name} since{self._by(item)}; {way_out}")

    def _by(self, item: Item) -> str:
        """Return who changed an object there, and when."""
        if item.remote is None:
            return ""
        by, at = item.remote.by, item.remote.entry.modified
        return f": {', '.join(filter(None, [by, at]))}" if by or at else ""

    def _write(self, item: Item, action: str) -> None:
        key = _key_in(item) or item.address.key
        unit = self.sides.unit
        if not unit.is_home:
            key = unit.links.key(item.address)
        before = item.remote if action != CREATE else None
        entry = replace(
            before.entry if before else Entry(item.address.kind, key, ""),
            key=key, path=item.path, files={}, seen={},
            home="" if unit.is_home or key == item.address.key else item.address.key,
            source="" if unit.is_home else source_of(item.blobs or {}, unit.scope),
        )  # fmt: skip
        write = Write(entry, item.files, before, anew=self.wishes.new_version)
        refusals = list(WRITERS[entry.kind].refusals(write, unit.source.known))
        for told in refusals:
            self._refuse(item, told)
        if entry.kind == "asset" and action == CREATE and self._is_key_taken(key):
            told = f"the key {key} is that of the asset at home, and keys of assets are one for the whole enterprise"
            self._refuse(item, f'{told}; say in mcctl.yaml how they are made: keys: {{asset: "{{key}}-EU"}}')
        if action == CHANGE and before is not None and entry.key != before.entry.key:
            action = RENAME
        is_running = before is not None and text(before.answer, "newest.status").lower() != DRAFT
        self._add(item, NEW_VERSION if entry.kind == "journey" and action == CHANGE and is_running else action, entry)

    def _is_key_taken(self, key: str) -> bool:
        unit = self.sides.unit
        is_near = unit.home.header.host == unit.lock.header.host and not unit.is_home
        return is_near and unit.home.by_address(Address("asset", key)) is not None

    def _add(self, item: Item, action: str, entry: Entry) -> None:
        base = item.entry
        told = _told(item, action, entry, base)
        if self.sides.unit.source.mid is not None and base is not None:
            entry = replace(entry, id=base.id)
        version = item.remote.entry.version if item.remote else ""
        self.draft.add(
            Operation(
                0, action, entry, str(item.address), item.there, dict(item.here or {}),
                told=told, version=version, was=base.path if base is not None else "", files=item.files,
            )
        )  # fmt: skip
        if action in (CREATE, *CHANGES) and entry.kind == "journey" and self.wishes.publish:
            self.draft.add(Operation(0, PUBLISH, entry, str(item.address), None, version=version))

    def _link(self, item: Item) -> None:
        """Have the lock know that both sides are the same."""
        assert item.remote is not None  # noqa: S101 (two sides are the same only where both are there)
        unit = self.sides.unit
        entry = replace(
            item.remote.entry,
            path=item.path,
            home="" if unit.is_home or item.remote.entry.key == item.address.key else item.address.key,
            source="" if unit.is_home else source_of(item.blobs or {}, unit.scope),
        )
        self._add(item, LINK, entry)

    def _refuse(self, item: Item, why: str) -> None:
        self.draft.problems.append(f"{item.address} ({item.path}): {why}")

    def _leave(self, item: Item, why: str) -> None:
        remote = item.remote
        told = {"address": str(item.address), "path": item.path, "why": why}
        by = {"changedBy": remote.by, "at": remote.entry.modified} if remote else {}
        self.draft.left.append({**told, **{name: value for name, value in by.items() if value}})

    def _prune(self, chosen: list[Item]) -> None:
        """Delete there what is gone here. Whatever is against that is told."""
        gone = [item for item in chosen if item.blobs is None and item.is_managed]
        self.sides.look(gone)
        self.draft.problems += Pruning(self.sides, self.usages).problems(gone)
        for item in gone:
            assert item.entry is not None  # noqa: S101 (it is managed)
            if item.remote is None:
                self._add(item, LINK, item.entry)
            elif item.state == compare.DELETED_HERE:
                self._add(item, DELETE, replace(item.remote.entry, path=item.path))


def _is_elsewhere(item: Item) -> bool:
    """Whether the files of an object are not where they were when it was last written there."""
    return item.entry is not None and item.blobs is not None and item.entry.path not in ("", item.path)


def _told(item: Item, action: str, entry: Entry, base: Entry | None) -> str:
    """Return what an operation changes, in a few words."""
    if action in (CREATE, DELETE, LINK) or item.remote is None:
        size = sum(map(len, item.files.values()))
        return f"{size:,} bytes" if action == CREATE else ""
    said = [f"key {base.key} → {entry.key}"] if base is not None and base.key != entry.key else []
    if entry.kind == "send" and (status := text(item.remote.answer, "status")) and status.lower() != "active":
        said.append(f"stays {status}")
    said += [f"from {base.path}"] if base is not None and base.path and base.path != item.path else []
    changes = diff("", item.remote.files, item.files, ("", ""))
    return "; ".join([*said, *(f"{one.path.strip('.')} {one.stat}" for one in changes)])


def _key_in(item: Item) -> str:
    """Return the key that the files of an object say; empty where they say none."""
    try:
        suffix = properties_file(item.files, item.path)
        told = parsed(item.files[suffix], item.path + suffix)
    except InputError:
        return ""
    return text(told, *KEY_NAMES)
