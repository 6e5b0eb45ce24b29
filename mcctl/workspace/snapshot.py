"""A business unit as it is now: every object that changed, and what is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from mcctl.errors import McctlError, NotFound, NotPermitted, Refused, Unavailable
from mcctl.escaping import is_writable, writable
from mcctl.workspace.address import Address
from mcctl.workspace.kind import Kind, Present, Remote, Source
from mcctl.workspace.kinds import KINDS
from mcctl.workspace.lock import Entry

_MANY = 10  # objects of a kind that do not all go at once, unless somebody says so


class Gone(NamedTuple):
    """An object that the lock knows, and that is there no more."""

    entry: Entry


def read(
    source: Source, kinds: Iterable[str], begin: Callable[[str], None] = lambda _: None
) -> Iterator[Remote | Present | Gone]:
    """Yield what there is of some kinds, each kind followed by what is gone of it.

    A kind that this login may not read, or that fails, is told in source.odd, and nothing of it counts as gone.
    begin: is told the name of each kind. Raises the error of the first kind where none could be read.
    """
    failed: list[McctlError] = []
    asked = ["folder", *kinds] if "asset" in kinds else list(kinds)
    for name in asked:
        begin(name)
        try:
            yield from _read_kind(source, KINDS[name])
        except (NotFound, NotPermitted, Refused, Unavailable) as error:
            failed.append(error)
            way_out = "; kinds in mcctl.yaml can leave it out" if isinstance(error, NotPermitted) else ""
            source.odd.append(f"{name}: {error.message}{way_out}")
    if failed and len(failed) == len(asked):
        raise failed[0]


def _read_kind(source: Source, kind: Kind) -> Iterator[Remote | Present | Gone]:
    seen: set[tuple[str, str]] = set()
    called: set[Address] = set()
    odd_before = len(source.odd)
    for found in kind.read(source):
        if isinstance(found, Remote):
            seen.add((found.entry.kind, found.entry.id.lower()))
            if not is_writable(found.entry.as_line()):
                source.odd.append(f"{writable(str(found.entry.address))}: it holds half of a character")
                continue
            if source.lock.by_id(found.entry.kind, found.entry.id) is None:
                called.add(found.entry.address.folded)  # whoever had this address is replaced
            source.known.learn(found.entry)
        else:
            seen.add((found.kind, found.id.lower()))
        yield found
    if len(source.odd) == odd_before:  # or what could not be read may be what seems to be gone
        source.whole.update(kind.names)
        yield from _gone(source, kind, seen, called)


def _gone(source: Source, kind: Kind, seen: set[tuple[str, str]], called: set[Address]) -> Iterator[Gone]:
    """Yield what the lock knows and was not seen. called: addresses that new objects have now."""
    known = sum(entry.kind in kind.names for entry in source.lock)
    if not seen and known > _MANY and not source.full:
        source.odd.append(f"{kind.names[0]}: none of {known} is there any more; --full takes that for true")
        return
    for entry in source.lock:
        is_seen = (entry.kind, entry.id.lower()) in seen or entry.address.folded in called
        if entry.kind in kind.names and not is_seen:
            yield Gone(entry)


def latest(entries: Iterable[Entry]) -> str:
    """Return the latest time, as the server wrote it, at which one of these was changed; empty if none tells."""
    times = [(moment, entry.modified) for entry in entries if (moment := _moment(entry.modified))]
    return max(times)[1] if times else ""


def _moment(text: str) -> float | None:
    try:
        return datetime.fromisoformat(text).timestamp()
    except (ValueError, OverflowError):
        return None
