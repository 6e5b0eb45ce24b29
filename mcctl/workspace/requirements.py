"""What the operations of a plan need: objects that are referred to, names that are free, folders, and an order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from mcctl.reading import text
from mcctl.workspace import paths
from mcctl.workspace.address import Address
from mcctl.workspace.draft import Draft, Wishes
from mcctl.workspace.lock import Entry
from mcctl.workspace.ordering import ordered
from mcctl.workspace.plan import CHANGES, CREATE, DELETE, LINK, PUBLISH, RENAME, Operation, address_of
from mcctl.workspace.references import BINDING, ID, KEY, PAGE, REFERENCE, URL
from mcctl.workspace.shape import Files, parsed, properties_file
from mcctl.workspace.sides import Item, Sides
from mcctl.workspace.usages import Found, Usages
from mcctl.workspace.writers.asset import taken_names

_HARD = (REFERENCE, ID, URL, BINDING)
"""References for which the other object must be there first: it is named by its id, or looked up at once."""
_UNTOLD = ("folder", PAGE)
"""Kinds that are made at need, or that no API tells and the settings name."""
_REACHED = ("journey", "send", "push")
"""Kinds that keep what they use as it was."""


@dataclass
class Requirements:
    """Sees to what a draft of a plan needs, and tells of what it cannot have."""

    sides: Sides
    usages: Usages
    wishes: Wishes
    draft: Draft
    _folders: dict[str, Operation] = field(default_factory=dict)

    def check_references(self) -> None:
        """See that everything that is referred to is there, or will be."""
        unit = self.sides.unit
        missing: dict[Address, list[Found]] = {}
        for one in self.draft.written():
            for found, _ in self.usages.by(address_of(one.home), deep=False):
                if found.names is not None and not self._is_there(found.names):
                    missing.setdefault(found.names, []).append(found)
        if unit.is_home:  # names in texts may be those of objects that no workspace has
            missing = {used: found for used, found in missing.items() if any(one.use.how in _HARD for one in found)}
        elif missing:
            self._find(missing)
        for used, places in missing.items():
            self._tell_missing(used, places[0])

    def _find(self, missing: dict[Address, list[Found]]) -> None:
        """Look for what is referred to under the keys that it is to have there, and take what is found as it is."""
        unit = self.sides.unit
        items = [Item(used, "", None, unit.home.by_address(used), None) for used in missing]
        self.sides.look(items)
        for item in items:
            if item.remote is not None:
                home = "" if item.remote.entry.key == item.address.key else item.address.key
                entry = replace(item.remote.entry, path="", home=home)
                unit.links.learn(item.address, entry)
                unit.source.known.learn(entry)
                self.draft.add(Operation(0, LINK, entry, str(item.address), None))
                missing.pop(item.address)
        by_home = {item.address.folded: item for item in self.sides.items}
        for one in self.draft.written():  # ids of what was found can stand in texts now
            item = by_home[address_of(one.home).folded]
            self.sides.render(item)
            one.files, one.blobs = item.files, dict(item.here or {})

    def _is_there(self, used: Address) -> bool:
        known = self.sides.unit.links.entry(used)
        return known is not None or self.draft.of(used) is not None or used.kind in _UNTOLD

    def _tell_missing(self, used: Address, found: Found) -> None:
        unit, use = self.sides.unit, found.use
        way_out = "" if unit.is_home or self.wishes.deep else "; --deep takes it along"
        told = f"{found.path}:{use.line}:{use.column}: {used} is not in {unit.target.name}{way_out}"
        self.draft.problems.append(told)

    def check_names(self) -> None:
        """See that no new asset has the name of another one in its folder: it would be called " (1)" there."""
        made = [one for one in self.draft.written() if one.action == CREATE and one.entry.kind == "asset"]
        if not made:
            return
        names = {one.number: _name_in(one.files, one.entry.path).casefold() for one in made}
        places = [(paths.compared(one.directory), names[one.number]) for one in made]
        self.sides.unit.learn_folders()
        taken = taken_names(self.sides.unit.source, sorted({_name_in(one.files, one.entry.path) for one in made}))
        for one, place in zip(made, places, strict=True):
            folder = self.sides.unit.folder_at(one.directory)
            if places.count(place) > 1 or (folder is not None and (place[1], folder.id) in taken):
                self.draft.problems.append(f"{one.home} ({one.entry.path}): another asset in its folder has its name")

    def check_renamed(self) -> None:
        """See that new keys are free, and tell who still says the old ones."""
        renamed = [one for one in self.draft.operations if one.action == RENAME]
        wanted = {
            one.number: Item(one.address, "", None, None, Entry(one.entry.kind, one.entry.key, "")) for one in renamed
        }
        self.sides.look(wanted.values())
        for one in renamed:
            home, other = address_of(one.home), wanted[one.number].remote
            if other is not None and other.entry.id.lower() != one.entry.id.lower():
                self.draft.problems.append(
                    f"{one.home} ({one.entry.path}): another one there has the key {one.entry.key}"
                )
            for found, _ in self.usages.of(home, deep=False):
                if found.use.how in (KEY, REFERENCE) and found.use.value.casefold().endswith(home.key.casefold()):
                    place = f"{found.path}:{found.use.line}:{found.use.column}"
                    way_out = f"mcctl workspace rename {home} {one.entry.key}"
                    self.draft.left.append(
                        {
                            "address": str(found.user),
                            "path": place,
                            "why": f"still says {home.key}; {way_out} changes both",
                        }
                    )

    def make_folders(self) -> None:
        """Add the folders that new or moved assets are to be in."""
        unit = self.sides.unit
        for one in [each for each in self.draft.written() if each.entry.kind == "asset" and self._is_placed(each)]:
            parts = one.directory.split("/")
            for count in range(1, len(parts) + 1):
                directory, part = "/".join(parts[:count]), parts[count - 1]
                if directory != paths.CONTENT and paths.slug(paths.name_of(part), part) != part:
                    named = paths.slug(paths.name_of(part), part)
                    self.draft.problems.append(f"{directory}: no folder is called so here; call it {named}")
                    break
                if unit.folder_at(directory) is None and directory not in self._folders:
                    entry = Entry("folder", directory, "", path=directory, name=paths.name_of(parts[count - 1]))
                    self._folders[directory] = Operation(0, CREATE, entry, f"folder:{directory}", None)
                    self.draft.add(self._folders[directory])

    def _is_placed(self, one: Operation) -> bool:
        """Whether an operation puts an asset into a folder in which it was not."""
        known = self.sides.unit.lock.by_id("asset", one.entry.id) if one.entry.id else None
        return known is None or known.path.rpartition("/")[0] not in (one.directory, "")

    def ordered(self) -> list[Operation]:
        """Return the operations in the order in which they can be carried out."""
        hard: dict[int, set[int]] = {}
        soft: dict[int, set[int]] = {}
        for one in self.draft.operations:
            home = address_of(one.home)
            if one.action == PUBLISH:
                written = self.draft.of(home)
                hard[one.number] = {written.number} if written is not None else set()
                continue
            for found, _ in self.usages.by(home, deep=False):
                used = self.draft.of(found.names)
                if used is not None and used is not one and used.action != DELETE:
                    is_new = used.action == CREATE or used.entry.key != address_of(used.home).key
                    is_hard = found.use.how in _HARD and is_new
                    (hard if is_hard else soft).setdefault(one.number, set()).add(used.number)
            folder = self._folders.get(one.directory) if one.entry.kind in ("asset", "folder") else None
            if folder is not None and folder is not one:
                hard.setdefault(one.number, set()).add(folder.number)
        return ordered(self.draft.operations, hard, soft)

    def reaches(self) -> Iterator[dict[str, str]]:
        """Yield the journeys and sends that use what is changed, and are not written themselves."""
        told: set[Address] = set()
        for one in [each for each in self.draft.operations if each.action in (*CHANGES, DELETE)]:
            for found, _ in self.usages.of(address_of(one.home), deep=True):
                user = found.owner
                is_reached = user is not None and user.kind in _REACHED and self.draft.of(user) is None
                is_there = user is not None and self.sides.unit.links.entry(user) is not None
                if user is not None and is_reached and is_there and user.folded not in told:
                    told.add(user.folded)
                    yield {"address": str(user), "by": one.home}


def _name_in(files: Files, path: str) -> str:
    suffix = properties_file(files, path)
    return text(parsed(files[suffix], path + suffix), "name")
