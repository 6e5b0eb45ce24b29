"""A plan carried out: each object looked at, written, and compared with what came back. The same plan goes on.

Before anything is written, everything that the plan saw is looked up: where something is another now, nothing at all is
written. What is there already as it is to be is done already, so that a plan carried out twice does nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from mcctl.bulk.item import Item
from mcctl.bulk.ledger import ACCEPTED, REFUSED, UNKNOWN, Ledger
from mcctl.errors import (
    InputError,
    McctlError,
    NotFound,
    NotPermitted,
    OutcomeUnknown,
    Refused,
    Unavailable,
    refuse_all,
)
from mcctl.masking import mask
from mcctl.workspace.bases import Bases
from mcctl.workspace.images import Images
from mcctl.workspace.kind import Remote
from mcctl.workspace.lock import Entry
from mcctl.workspace.placeholders import finished, lacking, not_given, secrets_in
from mcctl.workspace.plan import CREATE, DELETE, LINK, NEW_VERSION, PUBLISH, Operation, Plan
from mcctl.workspace.pruning import held
from mcctl.workspace.sides import Unit, covers, holds_on
from mcctl.workspace.standing import Standing
from mcctl.workspace.tree import blob_id
from mcctl.workspace.writers import WRITERS
from mcctl.workspace.writers.writer import Write

DONE, ALREADY, STALE, BLOCKED, DIFFERS = "done", "done already", "stale", "blocked", "differs"
_SAVED_EVERY = 20  # outcomes
_MOST_REFUSED, _MOST_UNKNOWN = 10, 3  # in a row
LAG_SECONDS, _POLL_SECONDS = 30.0, 2.0  # a search shows what is new after some time
_DIFFERS = "it was accepted, and something else is there; mcctl workspace diff shows what"


class Outcome(NamedTuple):
    """What became of an operation. error: why it did not come off. kind: the class of that error."""

    operation: Operation
    outcome: str
    error: str = ""
    kind: type[McctlError] | None = None

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
    _begun: int = 0
    """Operations that an earlier process may have carried out."""
    _intended: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.standing = Standing(self.unit)

    def look(self) -> None:
        """Look at everything that the plan saw. Raises InputError where something is another now, or cannot be written.

        Secrets that are not given are told, too.
        """
        wanting = sorted({name for one in self.plan.operations for name in lacking(one.files)})
        if wanting:
            raise not_given(wanting[0], "nothing was sent")
        self._begun = self.ledger.last_row()
        self._seen = {one.number: remote for one, remote in self.standing.look_up(self.plan.operations)}
        stale = [one for one in self.left if not self._may_go_on(one, self._seen[one.number])]
        if stale:
            told = [self.standing.told(one, self._seen[one.number]) for one in stale]
            raise InputError(f"The plan is stale: {told[0]}; nothing was written", "Make a new plan", details=told[1:])
        refuse_all([why for one in self.left for why in self._refusals(one)], "Nothing was written")

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
                    self._save()
        finally:
            self._save()

    def _save(self) -> None:
        self.bases.save()
        self.unit.lock.save()

    # ------------------------------------------------------------------ one operation

    def _outcome(self, one: Operation) -> Outcome:
        blocking = [need for need in one.needs if not self.outcomes[need].is_good]
        if blocking:
            return Outcome(one, BLOCKED, f"operation {blocking[0]} did not come off")
        written = self.unit.source.client.writes
        try:
            return self._carried_out(one)
        except OutcomeUnknown as error:
            return self._found_out(one, error)
        except (Refused, NotFound, InputError, Unavailable, NotPermitted) as error:
            if self.unit.source.client.writes > written and one.action != PUBLISH:  # what failed came after the write
                return self._found_out(one, OutcomeUnknown(f"It was sent; then: {error.message}"))
            found = Outcome(one, REFUSED, mask("; ".join([error.message, *error.details])), type(error))
            if isinstance(error, NotPermitted):
                self._settle(found)
                raise
            return found

    def _carried_out(self, one: Operation) -> Outcome:
        remote = self._seen[one.number] if self._is_done(one) else self.standing.look(one)
        if self.standing.is_wanted(one, remote) or self._was_begun(one, remote):
            self._know(one, remote)
            return Outcome(one, ALREADY)
        if not self._may_go_on(one, remote):
            return Outcome(one, STALE, "it was changed there meanwhile")
        if one.action == LINK:
            self._know(one, remote)
            return Outcome(one, DONE)
        if remote is not None:
            self._check_owner(remote)
            self.images.keep(one.number, self.standing.image(one, remote))
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
        writer, write = WRITERS[one.entry.kind], self._write(one, before)
        after = writer.create(self.unit.source, write) if before is None else writer.change(self.unit.source, write)
        if (before is not None and after.entry.id.lower() != before.entry.id.lower()) or (
            before is None and one.entry.kind != "folder" and after.entry.address.folded != one.address.folded
        ):
            raise OutcomeUnknown(f"The answer is about another object: {after.entry.address}, id {after.entry.id}")
        there = self.standing.blobs(one, after) or {}
        is_whole = not one.partial and one.entry.kind != "folder"
        is_there = not is_whole or covers(one.entry.kind, write.files, after, there, self.unit)
        is_gone = not is_whole or before is None or not holds_on(one.entry.kind, before, write.files, after, self.unit)
        self._know(one, after, as_wanted=is_there and is_gone)
        return Outcome(one, DONE) if is_there and is_gone else Outcome(one, DIFFERS, _DIFFERS)

    def _write(self, one: Operation, before: Remote | None) -> Write:
        entry = replace(one.entry, id=before.entry.id if before else "")
        folder = self._folder(one, before)
        return Write(entry, self.standing.final(one), before, folder, one.partial, one.action == NEW_VERSION)

    def _found_out(self, one: Operation, error: OutcomeUnknown) -> Outcome:
        """Look whether a write whose answer never came was carried out. What is new shows after some time."""
        waited = 0.0
        while True:
            try:
                remote = self.standing.look(one)
            except (Unavailable, NotPermitted, Refused, NotFound):
                return Outcome(one, UNKNOWN, mask(error.message))
            if self.standing.is_wanted(one, remote):
                self._know(one, remote)
                return Outcome(one, DONE)
            if one.action != CREATE or waited >= LAG_SECONDS:
                return Outcome(one, UNKNOWN, mask(error.message))
            self.unit.source.client.clock.sleep(_POLL_SECONDS)
            waited += _POLL_SECONDS

    # ------------------------------------------------------------------ whether it may be

    def _is_done(self, one: Operation) -> bool:
        """Whether an operation had nothing to do when everything was looked at."""
        if one.action == PUBLISH and not all(self._is_done(self.plan.operations[need - 1]) for need in one.needs):
            return False  # what is published is another version
        return self.standing.is_wanted(one, self._seen[one.number])

    def _was_begun(self, one: Operation, remote: Remote | None) -> bool:
        """Whether an earlier process made what is only to be there, whatever it refers to."""
        return one.partial and remote is not None and one.number <= self._begun

    def _may_go_on(self, one: Operation, remote: Remote | None) -> bool:
        """Whether an object is as the plan saw it, or as an earlier process left it half-way."""
        return self.standing.matches(one, remote) or (one.action == CREATE and one.number <= self._begun)

    def _refusals(self, one: Operation) -> list[str]:
        """Return why an operation cannot be carried out, as far as that is known beforehand."""
        remote = self._seen[one.number]
        if one.action == DELETE and remote is not None:
            return [f"{one.address}: {why}" for why in held(remote)]
        if not one.files or one.action in (LINK, PUBLISH, DELETE) or one.partial or one.is_second:
            return []
        write = Write(one.entry, one.files, remote, anew=one.action == NEW_VERSION)
        return [f"{one.address}: {why}" for why in WRITERS[one.entry.kind].refusals(write, self.unit.source.known)]

    def _check_owner(self, remote: Remote) -> None:
        owner = remote.entry.owner
        if owner is not None and owner != self.plan.mid:
            raise InputError(f"{remote.entry.address} belongs to business unit {owner}; nothing is ever written there")

    def _folder(self, one: Operation, before: Remote | None) -> int | None:
        """Return the id of the folder that an asset or a folder is to be in; None leaves it where it is."""
        if one.entry.kind not in ("asset", "folder"):
            return None
        directory = one.directory
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
        if one.number <= self._begun or one.number in self._intended:
            self.ledger.intend_again([item])
        else:
            self.ledger.intend([item])
        self._intended.add(one.number)

    def _settle(self, found: Outcome) -> None:
        one = found.operation
        self.outcomes[one.number] = found
        if one.number > self._begun and one.number not in self._intended:
            self.ledger.intend([Item(one.number, str(one.address), one.action)])
        kind = ACCEPTED if found.is_good else UNKNOWN if found.outcome == UNKNOWN else REFUSED
        self.ledger.settle([(one.number, kind, found.error or None)])
        self.ledger.set_status([(one.number, found.outcome, None)])

    def _know(self, one: Operation, remote: Remote | None, *, as_wanted: bool = True) -> None:
        """Have the lock know what is there now. as_wanted: whether that is what the files say."""
        if one.action == PUBLISH:
            return
        is_own = one.number <= self._begun or one.number in self._intended  # or somebody else did it
        if remote is None:
            self.unit.lock.note(one.entry, gone=True)
            if is_own:
                self.images.note(one.number, {}, one.entry.id)
            return
        entry = self._entry(one, remote, as_wanted=as_wanted)
        before = self.unit.lock.by_address(entry.address)
        if before is not None and before.id.lower() != entry.id.lower():
            self.unit.lock.note(before, gone=True)
        self.unit.lock.note(entry)
        self.unit.source.known.learn(entry)
        if is_own:
            self.images.note(one.number, self.standing.blobs(one, remote) or {}, entry.id)

    def _entry(self, one: Operation, remote: Remote, *, as_wanted: bool) -> Entry:
        if one.entry.kind == "folder":
            return remote.entry
        if one.is_reference:
            return replace(remote.entry, path="", home=one.entry.home)
        there = self.standing.blobs(one, remote) or {}
        files = finished(one.files, self.unit.entry_at, with_secrets=False)
        kept = files.items() if secrets_in(files) else (*remote.files.items(), *files.items())
        for suffix, content in kept:
            if suffix:
                self.bases.keep(content)
        blobs = {suffix: blob_id(content) for suffix, content in files.items()} if as_wanted else there
        seen = {name: there.get(name, "") for name in {*blobs, *there} if blobs.get(name) != there.get(name)}
        return replace(
            remote.entry, path=one.entry.path, home=one.entry.home, source=one.entry.source if as_wanted else "",
            files=blobs, seen=seen,
        )  # fmt: skip
