"""A plan carried out: each object looked at, written, looked at again. Whatever ends it, the same plan goes on.

Before anything is written, everything that the plan saw is looked up: where something is another now, nothing at all is
written. What is there already as it is to be is done already, so that a plan carried out twice does nothing twice.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from mcctl.bulk.item import Item
from mcctl.bulk.ledger import ACCEPTED, REFUSED, UNKNOWN, Ledger
from mcctl.errors import InputError, McctlError, NotFound, NotPermitted, OutcomeUnknown, Refused, Unavailable
from mcctl.reading import text
from mcctl.workspace.bases import Bases
from mcctl.workspace.images import Images
from mcctl.workspace.kind import Remote
from mcctl.workspace.lock import Entry
from mcctl.workspace.plan import CREATE, DELETE, LINK, NEW_VERSION, PUBLISH, Operation, Plan
from mcctl.workspace.rendering import finished, lacking
from mcctl.workspace.settings import SECRET_VARIABLE
from mcctl.workspace.shape import Files
from mcctl.workspace.sides import Unit, covers, same
from mcctl.workspace.tree import blob_id
from mcctl.workspace.writers import WRITERS
from mcctl.workspace.writers.writer import Write

DONE, ALREADY, STALE, BLOCKED, DIFFERS = "done", "done already", "stale", "blocked", "differs"
_FRESH_SECONDS = 10.0
_SAVED_EVERY = 20  # outcomes
_MOST_REFUSED, _MOST_UNKNOWN = 10, 3  # in a row
LAG_SECONDS, _POLL_SECONDS = 30.0, 2.0  # a search shows what is new after some time


class Outcome(NamedTuple):
    """What became of an operation. error: why it did not come off."""

    operation: Operation
    outcome: str
    error: str = ""

    @property
    def is_good(self) -> bool:
        """Whether all is as it was to be."""
        return self.outcome in (DONE, ALREADY)


@dataclass
class Applying:
    """Carries out a plan. bases: where texts are kept as they were last seen. images: what was there before.

    publish: publishes a journey, and waits until that is done.
    """

    plan: Plan
    unit: Unit
    bases: Bases
    ledger: Ledger
    images: Images
    publish: Callable[[Entry], None]
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    _seen: dict[int, Remote | None] = field(default_factory=dict)
    _at: float = 0.0
    _rows: int = 0
    """Of the ledger, when this process began."""

    def look(self) -> None:
        """Look at everything that the plan saw. Raises InputError where something is another now, or secrets lack."""
        wanting = sorted({name for one in self.plan.operations for name in lacking(one.files)})
        if wanting:
            way_out = f"Set {SECRET_VARIABLE}{wanting[0].upper()}"
            raise InputError(f"The secret {wanting[0]} is not given; nothing was sent", way_out)
        self._rows = self.ledger.last_row()
        for kind, some in _by_kind(self.plan.operations).items():
            found = list(WRITERS[kind].look(self.unit.source, [self._wanted(one) for one in some]))
            for remote in found:
                self.unit.source.known.learn(remote.entry)
            for one in some:
                self._seen[one.number] = _of(one, found)
        self._at = time.monotonic()
        stale = [self._stale(one) for one in self.plan.operations if not self._is_fresh(one)]
        if stale:
            raise InputError(
                f"The plan is stale: {stale[0]}; nothing was written", "Make a new plan", details=stale[1:]
            )

    @property
    def left(self) -> list[Operation]:
        """The operations that have something to do yet."""
        return [one for one in self.plan.operations if not self._is_done(one)]

    def run(self, advance: Callable[[int], None]) -> None:
        """Carry out the plan. advance: is told of every outcome."""
        refused = unknown = 0
        try:
            for one in self.plan.operations:
                if refused >= _MOST_REFUSED or unknown >= _MOST_UNKNOWN:
                    break
                found = self._outcome(one)
                self._settle(found)
                advance(1)
                refused = refused + 1 if found.outcome == REFUSED else 0 if found.outcome == DONE else refused
                unknown = unknown + 1 if found.outcome == UNKNOWN else 0 if found.outcome == DONE else unknown
                if len(self.outcomes) % _SAVED_EVERY == 0:
                    self.save()
        finally:
            self.save()

    def save(self) -> None:
        """Have the lock and the texts survive."""
        self.bases.save()
        self.unit.lock.save()

    # ------------------------------------------------------------------ one operation

    def _outcome(self, one: Operation) -> Outcome:
        blocking = [need for need in one.needs if not self.outcomes[need].is_good]
        if blocking:
            return Outcome(one, BLOCKED, f"operation {blocking[0]} did not come off")
        try:
            return self._carried_out(one)
        except OutcomeUnknown as error:
            return self._found_out(one, error)
        except (Refused, NotFound, InputError, Unavailable) as error:
            return Outcome(one, REFUSED, _reason(error))
        except NotPermitted as error:
            self._settle(Outcome(one, REFUSED, _reason(error)))
            raise

    def _carried_out(self, one: Operation) -> Outcome:
        if self._is_done(one):
            self._know(one, self._seen[one.number])
            return Outcome(one, ALREADY)
        remote = self._fresh(one)
        if self._is_as_wanted(one, remote):
            self._know(one, remote)
            return Outcome(one, ALREADY)
        if not self._matches(one, remote):
            return Outcome(one, STALE, "it was changed there meanwhile")
        if one.action == LINK:
            self._know(one, remote)
            return Outcome(one, DONE)
        if remote is not None:
            self._check_owner(remote)
            self.images.keep(one.number, remote.files)
        self._intend(one)
        return self._sent(one, remote)

    def _sent(self, one: Operation, remote: Remote | None) -> Outcome:
        if one.action == PUBLISH:
            self.publish(one.entry)
            return Outcome(one, DONE)
        if one.action == DELETE:
            assert remote is not None  # noqa: S101 (what is gone already is done already)
            WRITERS[one.entry.kind].delete(self.unit.source, remote)
            self._know(one, None)
            return Outcome(one, DONE)
        return self._written(one, remote)

    def _written(self, one: Operation, before: Remote | None) -> Outcome:
        writer, files = WRITERS[one.entry.kind], self._final(one)
        folder = self._folder(one, before)
        entry = replace(one.entry, id=before.entry.id if before else "")
        write = Write(entry, files, before, folder, one.partial, one.action == NEW_VERSION)
        after = writer.create(self.unit.source, write) if before is None else writer.change(self.unit.source, write)
        self._know(one, after)
        is_whole = not one.partial and one.entry.kind != "folder"
        if is_whole and not covers(one.entry.kind, files, after, one.entry.path, self.unit):
            return Outcome(
                one, DIFFERS, "it was accepted, and something else is there; mcctl workspace diff shows what"
            )
        return Outcome(one, DONE)

    def _found_out(self, one: Operation, error: OutcomeUnknown) -> Outcome:
        """Look whether a write whose answer never came was carried out. What is new shows after some time."""
        end = time.monotonic() + LAG_SECONDS
        while True:
            try:
                remote = self._looked(one)
            except (Unavailable, NotPermitted, Refused):
                return Outcome(one, UNKNOWN, error.message)
            if self._is_as_wanted(one, remote):
                self._know(one, remote)
                return Outcome(one, DONE)
            if one.action != CREATE and self._matches(one, remote):
                return Outcome(one, UNKNOWN, f"{error.message}; it is as it was before")
            if one.action != CREATE or time.monotonic() > end:
                return Outcome(one, UNKNOWN, error.message)
            time.sleep(_POLL_SECONDS)

    # ------------------------------------------------------------------ what is there

    def _wanted(self, one: Operation) -> Entry:
        known = self.unit.lock.by_id(one.entry.kind, one.entry.id) if one.entry.id else None
        files = dict(one.blobs or one.before or {})
        version = str(int(one.version or 0) + 1) if one.action == NEW_VERSION else one.version
        entry = replace(one.entry, files=files, version=version)
        return replace(entry, modified=known.modified if known else "")

    def _looked(self, one: Operation) -> Remote | None:
        entry = self._wanted(one)
        return _of(one, list(WRITERS[one.entry.kind].look(self.unit.source, [entry])))

    def _fresh(self, one: Operation) -> Remote | None:
        """Return an object as it is now; what was seen a moment ago counts, but for what this run changed since."""
        is_new = time.monotonic() - self._at < _FRESH_SECONDS
        is_again = any(done.operation.entry.address == one.entry.address for done in self.outcomes.values())
        if not is_new or is_again:
            self._seen[one.number] = self._looked(one)
        return self._seen[one.number]

    def _is_fresh(self, one: Operation) -> bool:
        return self._is_done(one) or self._matches(one, self._seen[one.number])

    def _stale(self, one: Operation) -> str:
        remote = self._seen[one.number]
        if remote is None:
            return f"{one.address} is there no more"
        by = ", ".join(filter(None, [remote.by, remote.entry.modified]))
        what = "is there already" if one.action == CREATE else "was changed there"
        return f"{one.address} {what}{f' ({by})' if by else ''}"

    def _matches(self, one: Operation, remote: Remote | None) -> bool:
        """Whether an object is as the plan saw it."""
        if one.action == PUBLISH or one.is_second:
            return True
        if one.is_reference:
            return remote is not None
        return _blobs(one, remote) == one.before

    def _is_done(self, one: Operation) -> bool:
        """Whether an operation had nothing to do when everything was looked at."""
        if one.action == PUBLISH and not all(self._is_done(self.plan.operations[need - 1]) for need in one.needs):
            return False  # what is published is another version
        return self._is_as_wanted(one, self._seen[one.number])

    def _is_as_wanted(self, one: Operation, remote: Remote | None) -> bool:
        """Whether an object is as it is to be."""
        if one.action == DELETE:
            return remote is None
        if one.action == LINK or remote is None:
            return False
        if one.partial:
            return self._rows >= one.number
        if one.action == PUBLISH:
            return text(remote.answer, "newest.status").lower() == "published"
        if one.entry.kind == "folder":
            return True
        try:
            return same(one.entry.kind, self._final(one), remote, one.entry.path, self.unit)
        except InputError:
            return False  # what it names is not there yet

    def _final(self, one: Operation) -> Files:
        return finished(one.files, self.unit.entry_at)

    def _check_owner(self, remote: Remote) -> None:
        owner = remote.entry.owner
        if owner is not None and owner != self.plan.mid:
            raise InputError(f"{remote.entry.address} belongs to business unit {owner}; nothing is ever written there")

    def _folder(self, one: Operation, before: Remote | None) -> int | None:
        """Return the id of the folder that an asset or a folder is to be in; None leaves it where it is."""
        if one.entry.kind not in ("asset", "folder"):
            return None
        directory = one.entry.path.rpartition("/")[0]
        known = self.unit.lock.by_id("asset", before.entry.id) if before else None
        if known is not None and known.path.rpartition("/")[0] in (directory, ""):
            return None
        found = self.unit.folder_at(directory)
        if found is None:
            self.unit.learn_folders()
            found = self.unit.folder_at(directory)
        if found is None:
            raise InputError(f"The folder {directory} is not there")
        return int(found.id)

    # ------------------------------------------------------------------ what is written down

    def _intend(self, one: Operation) -> None:
        item = Item(one.number, str(one.address), one.action)
        if one.number <= self._rows:
            self.ledger.intend_again([item])
        else:
            self.ledger.intend([item])
            self._rows = one.number

    def _settle(self, found: Outcome) -> None:
        one = found.operation
        self.outcomes[one.number] = found
        if one.number > self._rows:
            self._intend(one)
        kind = ACCEPTED if found.is_good else UNKNOWN if found.outcome == UNKNOWN else REFUSED
        self.ledger.settle([(one.number, kind, found.error or None)])
        self.ledger.set_status([(one.number, found.outcome, None)])

    def _know(self, one: Operation, remote: Remote | None) -> None:
        """Have the lock know what is there now."""
        if one.action == PUBLISH:
            return
        if remote is None:
            self.unit.lock.note(one.entry, gone=True)
            self.images.note(one.number, {}, one.entry.id)
            return
        there = _blobs(one, remote) or {}
        files = {suffix: blob_id(content) for suffix, content in self._final(one).items()}
        self._keep(remote, one)
        if one.entry.kind == "folder":
            entry = remote.entry
        elif one.is_reference:
            entry = replace(remote.entry, path="", home=one.entry.home)
        else:
            seen = {name: there.get(name, "") for name in {*files, *there} if files.get(name) != there.get(name)}
            entry = replace(
                remote.entry, path=one.entry.path, home=one.entry.home, source=one.entry.source, files=files, seen=seen
            )
        before = self.unit.lock.by_address(entry.address)
        if before is not None and before.id.lower() != entry.id.lower():
            self.unit.lock.note(before, gone=True)
        self.unit.lock.note(entry)
        self.unit.source.known.learn(entry)
        self.images.note(one.number, there, entry.id)

    def _keep(self, remote: Remote, one: Operation) -> None:
        for suffix, content in (*remote.files.items(), *one.files.items()):
            if suffix:
                self.bases.keep(content)


def _by_kind(operations: Iterable[Operation]) -> dict[str, list[Operation]]:
    found: dict[str, list[Operation]] = {}
    for one in operations:
        found.setdefault(one.entry.kind, []).append(one)
    return found


def _of(one: Operation, found: list[Remote]) -> Remote | None:
    """Return the object of an operation among those that were found."""
    for remote in found:
        if one.entry.kind == "folder":
            if remote.entry.path.casefold() == one.entry.path.casefold():
                return remote
        elif remote.entry.id.lower() == one.entry.id.lower() or (
            not one.entry.id and remote.entry.address.folded == one.address.folded
        ):
            return remote
    return None


def _blobs(one: Operation, remote: Remote | None) -> dict[str, str] | None:
    """Return git's ids of the files of an object; of those that were not read, as the plan saw them."""
    if remote is None:
        return None
    found = {suffix: blob_id(content) for suffix, content in remote.files.items()}
    known = one.before or one.blobs
    return found | {suffix: known[suffix] for suffix in remote.lacks if suffix in known}


def _reason(error: McctlError) -> str:
    return "; ".join([error.message, *error.details])
