"""Objects as the platform has them beside what is known of them here."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mcctl.workspace import compare, paths
from mcctl.workspace.compare import Difference, state_of
from mcctl.workspace.kind import Remote
from mcctl.workspace.local import Local
from mcctl.workspace.lock import Entry, Lock
from mcctl.workspace.placeholders import hidden, secrets_in, shown
from mcctl.workspace.shape import Files
from mcctl.workspace.tree import blob_id


class Seen(NamedTuple):
    """An object there, here, and as it was last seen. entry: as the lock knows it; None where it does not.

    home: the path that the platform's folder and the first name give. place: where the files are, or would be.
    base, local, remote: git's ids of its files; None where it is not there. seen: as the platform had it when base was.
    raw: of its files with the secrets in them, where `remote` has their names.
    """

    entry: Entry | None
    home: str
    place: str
    base: dict[str, str] | None
    local: dict[str, str] | None
    remote: dict[str, str] | None
    seen: dict[str, str] | None = None
    raw: dict[str, str] | None = None

    @property
    def state(self) -> str:
        """How the three differ."""
        return state_of(self.base, self.local, self.remote, self.seen)

    @property
    def before(self) -> str:
        """The path where the files were when the object was last seen; empty where there was none."""
        return self.entry.path if self.entry else ""

    @property
    def is_moved_here(self) -> bool:
        """Whether somebody put the files elsewhere."""
        return bool(self.before) and self.place != self.before

    @property
    def is_moved_there(self) -> bool:
        """Whether the platform has it in another folder now."""
        return bool(self.before) and self.home != self.before

    @property
    def target(self) -> str:
        """The path where the files belong: where somebody put them, or else where the platform has them."""
        return self.place if self.is_moved_here or not self.before else self.home

    def renamed_from(self, remote: Remote) -> str:
        """Return the key that an object had; empty where it is the same."""
        before = self.entry.key if self.entry else ""
        return before if before != remote.entry.key else ""

    def difference(self, remote: Remote) -> Difference | None:
        """Return how an object differs, and from what; None where it does not."""
        state, detail = self.state, ""
        if state == compare.CONFLICT:
            detail = compare.why(self.base, self.local, self.remote)
        elif self.entry is not None and self.before and self.entry.id.lower() != remote.entry.id.lower():
            state = compare.REPLACED_THERE
        elif old := self.renamed_from(remote):
            state, detail = compare.RENAMED_THERE, f"key {old} → {remote.entry.key}"
        elif state in (compare.SAME, compare.CONVERGED):
            if self.is_moved_there and not self.is_moved_here:
                state, detail = compare.MOVED_THERE, f"from {self.before}"
            elif self.is_moved_here:
                state, detail = compare.MOVED_HERE, f"from {self.before}"
            else:
                return None
        return Difference(state, remote.entry.address, self.place, remote.by, remote.entry.modified, detail)


class Looking:
    """Compares what is read with what is here, and changes nothing."""

    def __init__(
        self, local: Local, lock: Lock, rendered: Callable[[str, Files], Files] = lambda _, files: files
    ) -> None:
        self.local = local
        self.lock = lock
        self.rendered = rendered
        self._taken: dict[str, str] = {}
        for entry in lock:
            self.claim(entry)

    def seen(self, remote: Remote) -> Seen:
        """Return an object beside what is known of it here. Raises InputError for files that cannot be read."""
        lock, told = self.lock, remote.entry
        entry = lock.by_id(told.kind, told.id) or lock.by_address(told.address)
        if not remote.files and not remote.lacks:
            return Seen(entry, told.path, told.path, {}, {}, {})
        home = self._home(remote, entry)
        blobs = {suffix: blob_id(content) for suffix, content in remote.files.items()}
        if entry is None or not entry.files:
            stray = self.local.strays.get(told.address.folded)
            place = stray.path if stray else home
            local = self.local.tree.blobs(place, stray.suffixes if stray else blobs)
            is_begun = local.items() < blobs.items()  # by a pull that was killed
            return Seen(None, home, place, None, None if is_begun else local, blobs)
        blobs |= {suffix: entry.files[suffix] for suffix in remote.lacks if suffix in entry.files}
        place, found = self.here(entry)
        there = entry.files_there
        if blobs == there or not (files := self.with_secrets(entry)):
            return Seen(entry, home, place, entry.files, found, blobs, there)
        named = {suffix: blob_id(content) for suffix, content in hidden(remote.files, files).items()}
        same = {suffix: entry.files[suffix] for suffix in files if suffix in entry.files}
        return Seen(entry, home, place, entry.files, found, {**blobs, **named}, {**there, **same}, blobs)

    def with_secrets(self, entry: Entry) -> Files:
        """Return the files here of an object in which secrets are named. Raises InputError as `seen` does."""
        place, found = self.local.at(entry)
        files = self.local.files(place, found or ())
        return {suffix: content for suffix, content in files.items() if secrets_in({suffix: content})}

    def hidden(self, remote: Remote) -> Remote:
        """Return an object as the platform has it, with the names of the secrets that files here name in their place.

        Raises InputError where one of these is not given, and as `seen` does.
        """
        entry = self.lock.by_id(remote.entry.kind, remote.entry.id) or self.lock.by_address(remote.entry.address)
        files = self.with_secrets(entry) if entry is not None else {}
        without = f"what {remote.entry.address} is there cannot be told without it"
        return remote._replace(files=shown(remote.files, files, without))

    def here(self, entry: Entry) -> tuple[str, dict[str, str] | None]:
        """Return where an object's files are, and git's ids of them with variables filled in; None if they are gone.

        Raises InputError for files that cannot be read.
        """
        place, found = self.local.at(entry)
        others = [suffix for suffix, blob in (found or {}).items() if entry.files.get(suffix) != blob]
        if found is None or not others:
            return place, found
        files = self.rendered(place, self.local.files(place, others))
        return place, {**found, **{suffix: blob_id(content) for suffix, content in files.items()}}

    def gone(self, entry: Entry) -> Seen:
        """Return an object that the platform has no more beside what is here. Raises InputError as `seen` does."""
        place, found = self.here(entry)
        return Seen(entry, entry.path, place, entry.files, found, None)

    def unseen(self, entry: Entry) -> Difference | None:
        """Return how an object here differs from what was last seen; None where it does not.

        Raises InputError as `seen` does.
        """
        place, found = self.here(entry)
        state, detail = state_of(entry.files, found, entry.files), ""
        if state == compare.SAME and place != entry.path:
            state, detail = compare.MOVED_HERE, f"from {entry.path}"
        return None if state == compare.SAME else Difference(state, entry.address, place, detail=detail)

    def new_here(self) -> list[Difference]:
        """Return the objects in files that the platform never had."""
        return [Difference(compare.NEW_HERE, one.address, one.path) for one in self.local.new]

    def claim(self, entry: Entry) -> None:
        """Take the paths of an object for it alone."""
        if entry.path:
            self._taken |= dict.fromkeys(paths.claims(entry.path, entry.files or ("",)), _owner(entry))

    def _home(self, remote: Remote, entry: Entry | None) -> str:
        stem = remote.stem
        if entry is not None and entry.path:
            folder, _, stem = entry.path.rpartition("/")
            if folder == remote.folder and self._is_free(entry.path, remote, entry):
                return entry.path
        path = f"{remote.folder}/{stem}"
        return path if self._is_free(path, remote, entry) else path + paths.mark(remote.entry.key)

    def _is_free(self, path: str, remote: Remote, entry: Entry | None) -> bool:
        """Whether the files of an object can be at a path. entry: the one that they may take the place of."""
        own = {_owner(one) for one in (remote.entry, entry) if one is not None}
        wanted = paths.claims(path, {*remote.files, *remote.lacks})
        return all(one not in self._taken or self._taken[one] in own for one in wanted)


def _owner(entry: Entry) -> str:
    return f"{entry.kind}:{entry.id}"
