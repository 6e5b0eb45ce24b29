"""From the platform to the files: what changed there is taken, what changed here is kept, what meets is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from mcctl.errors import InputError
from mcctl.workspace import compare
from mcctl.workspace.bases import Bases
from mcctl.workspace.compare import Difference
from mcctl.workspace.kind import Present, Remote
from mcctl.workspace.lock import Entry
from mcctl.workspace.looking import Looking, Seen
from mcctl.workspace.merging import merged
from mcctl.workspace.placeholders import hidden, secrets_in
from mcctl.workspace.shape import Files
from mcctl.workspace.snapshot import Gone
from mcctl.workspace.tree import blob_id

MERGED, KEPT_MINE, TAKEN_THEIRS, BROUGHT_BACK = "merged", "kept mine", "taken theirs", "brought back"
MARKED = "marked"
"""Both changes are in the text, between marks."""


class Side(StrEnum):
    """Whose change counts where two meet."""

    NONE = "none"
    MINE = "mine"
    THEIRS = "theirs"
    MARKED = "marked"


_NEEDED = (compare.CONFLICT, compare.NEW_THERE, compare.CHANGED_THERE, compare.DELETED_HERE)
"""States in which the content of an object comes here."""


@dataclass
class Pulling:
    """Takes what is read into the files and the lock. side: who wins where changes meet. dry: nothing is written.

    restored: returns what a file here is to be, so that it is rendered as what is there; takes its path and both.
    """

    looking: Looking
    bases: Bases
    side: Side
    dry: bool
    restored: Callable[[str, bytes, bytes], bytes] = lambda _path, _here, there: there
    _moves: dict[str, str] = field(default_factory=dict)
    """Folders that were -> where they are now."""

    def take(self, found: Remote | Present | Gone) -> Difference | None:
        """Take one object, and return what was done; None where nothing was. Raises InputError."""
        if isinstance(found, Present):
            return None
        return self._gone(found.entry) if isinstance(found, Gone) else self._remote(found)

    def _remote(self, remote: Remote) -> Difference | None:
        seen = self.looking.seen(remote)
        told = seen.difference(remote)
        if seen.state in _NEEDED:
            remote = self.looking.hidden(remote)
        if seen.state in _NEEDED or not (seen.entry and seen.entry.seen and self.looking.with_secrets(seen.entry)):
            self._keep(hidden(remote.files, {}))
        if seen.state == compare.CONFLICT and told:
            return self._meeting(remote, seen, told)
        files: Files = {}
        if seen.state == compare.DELETED_HERE and self.side is not Side.THEIRS:
            told = None
        elif seen.state == compare.DELETED_HERE and told:
            told = told._replace(state=BROUGHT_BACK)
            files = remote.files
            self._write(files, remote, seen)
        elif seen.state in (compare.NEW_THERE, compare.CHANGED_THERE):
            files = self._incoming(remote, seen)
            self._write(files, remote, seen)
        elif seen.target != seen.place:
            self._write(self.looking.local.files(seen.place, seen.local or ()), remote, seen)
        self._know(remote, seen, files)
        here = (compare.CHANGED_HERE, compare.MOVED_HERE)
        return None if told is None or told.state in here else told._replace(path=seen.target)

    def _incoming(self, remote: Remote, seen: Seen) -> Files:
        """Return what changed there as it is to stand here: with the variables and comments that files here have.

        Raises InputError where the value of a variable is another there.
        """
        here = self.looking.local.files(seen.place, seen.local or ())
        has_more = seen.entry is not None and bool(seen.entry.seen) and seen.state != compare.CONFLICT
        if has_more and (files := self._merged(remote, seen)) is not None:
            return files
        return {
            suffix: self.restored(seen.place + suffix, here[suffix], content) if suffix in here else content
            for suffix, content in remote.files.items()
        }

    def _meeting(self, remote: Remote, seen: Seen, told: Difference) -> Difference:
        """Bring two changes together, where that can be done."""
        if self.side is Side.MINE:
            self._know(remote, seen)
            return told._replace(state=KEPT_MINE)
        files = self._incoming(remote, seen) if self.side is Side.THEIRS else self._merged(remote, seen)
        if files is None and self.side is Side.MARKED and (files := self._merged(remote, seen, marked=True)):
            self._write(files, remote, seen)
            self._know(remote, seen)
            return told._replace(state=MARKED)
        if files is None:
            return told
        self._write(files, remote, seen)
        self._know(remote, seen, files if self.side is Side.THEIRS else {})
        return told._replace(state=TAKEN_THEIRS if self.side is Side.THEIRS else MERGED, detail="")

    def _merged(self, remote: Remote, seen: Seen, *, marked: bool = False) -> Files | None:
        base = seen.base if seen.seen is None else seen.seen
        if base is None or seen.local is None:
            return None
        ours = self.looking.local.files(seen.place, seen.local)

        def before(suffix: str) -> bytes | None:
            blob = base.get(suffix)
            texts = (text for text in (ours.get(suffix), remote.files.get(suffix)) if text is not None)
            known = next((text for text in texts if blob_id(text) == blob), None)
            return self.bases.get(blob) if known is None and blob else known

        files = merged(before, ours, remote.files, seen.place, marked=marked)
        if files is not None and (lost := {*secrets_in(ours)} - {*secrets_in(files)}):
            raise InputError(f"secret.{min(lost)} stood in what is another there")
        return files

    def _gone(self, entry: Entry) -> Difference | None:
        if not entry.files:
            self._drop(entry, [])
            return Difference(compare.DELETED_THERE, entry.address, entry.path) if entry.path else None
        seen = self.looking.gone(entry)
        told = Difference(seen.state, entry.address, seen.place)
        if seen.state == compare.CONFLICT and self.side is not Side.THEIRS:
            if self.side is Side.MINE:
                self._drop(entry, [])
                return told._replace(state=KEPT_MINE)
            return told._replace(detail=compare.why(seen.base, seen.local, None))
        self._drop(entry, [seen.place + suffix for suffix in seen.local or ()])
        return told._replace(state=compare.DELETED_THERE)

    def _write(self, files: Files, remote: Remote, seen: Seen) -> None:
        """Write the files of an object where they belong, and remove those that it has no more."""
        if self.dry:
            return
        tree, local = self.looking.local.tree, seen.local or {}
        kept = {suffix: tree.read(seen.place + suffix) for suffix in remote.lacks if suffix in local}
        wanted = {**files, **{suffix: content for suffix, content in kept.items() if content is not None}}
        if seen.target != seen.place:
            self._check_free(seen.target, wanted)
        for suffix, content in wanted.items():
            if seen.target != seen.place or local.get(suffix) != blob_id(content):
                tree.write(seen.target + suffix, content)
        for suffix in local:
            if seen.target != seen.place or suffix not in wanted:
                tree.remove(seen.place + suffix)

    def _keep(self, files: Files) -> None:
        """Keep the texts of an object as they are there, to tell later who changed what; files may be large."""
        for suffix, content in files.items():
            if suffix and not self.dry:
                self.bases.keep(content)

    def _check_free(self, path: str, files: Files) -> None:
        """Raise InputError where files of somebody else are where an object's belong now."""
        for suffix, content in files.items():
            if self.looking.local.tree.blob(path + suffix) not in (None, blob_id(content)):
                raise InputError(f"Cannot write {path}{suffix}: another file is there")

    def finish(self) -> list[str]:
        """Move the files of assets whose folders have other names now, or are elsewhere; return what was in the way."""
        problems: list[str] = []
        for entry in self.looking.lock.of_kind("asset") if self._moves and not self.dry else ():
            folder, _, name = entry.path.rpartition("/")
            if folder in self._moves:
                try:
                    self._move(entry, f"{self._moves[folder]}/{name}")
                except InputError as error:
                    problems.append(f"{error.message}; --full tries again")
        return problems

    def _move(self, entry: Entry, path: str) -> None:
        """Have an object be at a path, with its files, unless somebody put these elsewhere. Raises InputError."""
        local = self.looking.local
        place, found = local.at(entry)
        files = local.files(place, found or ()) if place == entry.path else {}
        self._check_free(path, files)
        for suffix, content in files.items():
            local.tree.write(path + suffix, content)
            local.tree.remove(place + suffix)
        self.looking.lock.put(replace(entry, path=path))

    def _know(self, remote: Remote, seen: Seen, taken: Files | None = None) -> None:
        """Have the lock know an object as it is there now. taken: the files here that say the same."""
        if self.dry:
            return
        path = seen.home if remote.folder else remote.entry.path
        if remote.entry.kind == "folder" and seen.before not in ("", path):
            self._moves[seen.before] = path
        files, raw = dict(seen.remote or {}), seen.raw or seen.remote or {}
        here = self.looking.rendered(seen.target, taken or {})
        files |= {suffix: blob_id(content) for suffix, content in here.items()}
        raw = {suffix: raw.get(suffix, "") for suffix in files if raw.get(suffix) != files[suffix]}
        entry = replace(remote.entry, path=path, files=files, seen=raw)
        if seen.state == compare.SAME and seen.entry is not None:
            entry = replace(entry, files=seen.entry.files, seen=seen.entry.seen)
        if seen.entry is not None and seen.entry.id.lower() != entry.id.lower():
            self.looking.lock.drop(seen.entry)
        self.looking.lock.put(entry)
        self.looking.claim(entry)

    def _drop(self, entry: Entry, files: list[str]) -> None:
        if self.dry:
            return
        for path in files:
            self.looking.local.tree.remove(path)
        self.looking.lock.drop(entry)
