"""What a kind of object is: how it is read, and what of it stands in files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mcctl.errors import InputError, McctlError, NotFound, Refused, Unavailable
from mcctl.rest.client import Client
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry, Lock
from mcctl.workspace.shape import Files


class Remote(NamedTuple):
    """An object as it is on the platform now. entry: what the lock keeps of it, but for its path and files.

    folder: where its files belong. stem: how they are called. files: its content; `lacks` tells which was not read.
    by: who changed it last. answer: as the API told it.
    """

    entry: Entry
    folder: str
    stem: str
    files: Files
    by: str = ""
    lacks: tuple[str, ...] = ()
    answer: Any = None


class Present(NamedTuple):
    """An object that is there, as the lock knows it."""

    kind: str
    id: str


@dataclass
class Source:
    """A business unit to read. mid: None is the token's own. full: nothing is taken as the lock knows it.

    max_file: bytes of the largest file that is read; 0 reads none. ignored: properties that are left out, by kind.
    is_whole: all that is read is taken, so that the lock can keep how far it came. folders: id -> directory. odd: what
    could not be read, in sentences. whole: the kinds of which everything could be read. left_out: what is too
    large, in sentences.
    """

    client: Client
    mid: int | None
    lock: Lock
    full: bool
    max_file: int
    ignored: Callable[[str], tuple[str, ...]]
    known: Known
    is_whole: bool = True
    folders: dict[str, str] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)
    whole: set[str] = field(default_factory=set)
    left_out: list[str] = field(default_factory=list)
    expected: dict[tuple[str, str], Entry] = field(default_factory=dict)
    """Objects that the lock does not know yet, by kind and id: what their files are called."""

    def before(self, kind: str, number: str) -> Entry | None:
        """Return an object as it was last seen, or is expected to be."""
        return self.lock.by_id(kind, number) or self.expected.get((kind, number.lower()))

    def unchanged(self, entry: Entry) -> bool:
        """Whether an object is as the lock knows it, by what a list tells of it."""
        before = None if self.full else self.lock.by_id(entry.kind, entry.id)
        return before is not None and (before.key, before.name, before.modified, before.version) == (
            entry.key, entry.name, entry.modified, entry.version,
        )  # fmt: skip

    def taken(self, entry: Entry, shape: Callable[[], Remote]) -> Iterator[Remote | Present]:
        """Yield an object that a list brought whole; by its id only, where the lock knows it so."""
        if self.unchanged(entry):
            yield Present(entry.kind, entry.id)
        else:
            yield from self.shaped(entry, shape)

    def spare(self, what: str, error: McctlError) -> None:
        """Tell that one object could not be read. Raises errors that are not of one alone, such as a missing right."""
        if not isinstance(error, NotFound | Refused | Unavailable | InputError):
            raise error
        self.odd.append(f"{what}: {error.message}")

    def shaped(self, entry: Entry, shape: Callable[[], Remote]) -> Iterator[Remote]:
        """Yield an object; where it cannot stand in files, tell that instead."""
        try:
            yield shape()
        except RecursionError:
            self.odd.append(f"{entry.address}: it is nested too deeply")
        except InputError as error:
            self.odd.append(f"{entry.address}: {error.message}")


class Kind(NamedTuple):
    """A kind of object. names: those in addresses.

    read: yields every object, those that are unchanged by their ids only. body: makes of files, which begin with a
    path, the object that they describe, as the API takes it; raises InputError.
    """

    names: tuple[str, ...]
    read: Callable[[Source], Iterator[Remote | Present]]
    body: Callable[[Files, str, Known], dict[str, Any]]
