"""Which object of a business unit each object in the files is: known by the lock, or to be called so by a rule."""

from __future__ import annotations

from mcctl.workspace.address import Address
from mcctl.workspace.lock import Entry, Lock
from mcctl.workspace.project import Target
from mcctl.workspace.settings import Settings


class Links:
    """The objects in the files, and those of a target. home: what the home business unit has; lock: what that has."""

    def __init__(self, target: Target, settings: Settings, home: Lock, lock: Lock) -> None:
        self.is_home = home is lock
        self._target = target
        self._settings = settings
        self._home = home
        self._lock = lock
        self._by_home = {entry.home_address.folded: entry for entry in lock}
        self._by_path = {(entry.kind, entry.path): entry for entry in lock if entry.path}
        self._found: dict[Address, Entry] = {}

    def learn(self, address: Address, entry: Entry) -> None:
        """Know which object there is meant by one in the files."""
        self._found[address.folded] = entry

    def entry(self, address: Address) -> Entry | None:
        """Return the object there that one in the files is; None where there is none, as far as is known."""
        if self.is_home:
            return self._home.by_address(address)
        here = self._home.by_address(address)
        moved = self._by_path.get((here.kind, here.path)) if here is not None else None  # it had another key
        return self._by_home.get(address.folded) or self._found.get(address.folded) or moved

    def here(self, address: Address) -> Address | None:
        """Return what the files call an object that is there; None where they have none of it."""
        entry = self._lock.by_address(address)
        return None if entry is None or not (entry.path or entry.home) else entry.home_address

    def key(self, address: Address) -> str:
        """Return the key that an object in the files has there, or will have."""
        if self.is_home or address.kind == "folder":
            return address.key
        entry = self.entry(address)
        if entry is not None:
            return entry.key
        named = self._settings.key_of(address)
        rule = self._target.keys.get(address.kind)
        if named is not None or rule is None or self.is_shared(address):
            return named or address.key
        return rule.key(address.key)

    def is_shared(self, address: Address) -> bool:
        """Whether the home business unit sees an object, and does not own it: it has the same id for others."""
        entry = self._home.by_address(address)
        return entry is not None and entry.kind == "asset" and not entry.path
