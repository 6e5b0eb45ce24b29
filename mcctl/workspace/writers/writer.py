"""What a kind of object can do besides being read: some of it looked up, made, changed, deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from mcctl.errors import InputError, NotFound
from mcctl.reading import get
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import body_of
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.shape import Files, referred
from mcctl.workspace.tree import blob_id


class Write(NamedTuple):
    """An object as it is to be. entry: how it is called there; its id is empty before it is made.

    files: all of them, as they are to be there. before: the object as it is there now; None for one that is to be made.
    folder: the id of the folder of an asset; None leaves it where it is. partial: what is not there yet is left out.
    anew: a journey that is running gets a new version.
    """

    entry: Entry
    files: Files
    before: Remote | None = None
    folder: int | None = None
    partial: bool = False
    anew: bool = False


class Writer(NamedTuple):
    """What can be done with objects of a kind.

    look: yields those of some objects that are there, by their ids, or by their keys where they have no ids yet.
    create and change: return the object as it is afterwards. delete: raises what the API says against it. refusals:
    yields, without asking anybody, why a change cannot be made.
    All of them raise InputError, NotPermitted, Refused, Unavailable and OutcomeUnknown.
    """

    look: Callable[[Source, Sequence[Entry]], Iterator[Remote]]
    create: Callable[[Source, Write], Remote]
    change: Callable[[Source, Write], Remote]
    delete: Callable[[Source, Remote], None]
    refusals: Callable[[Write, Known], Iterator[str]]


def body(source: Source, write: Write) -> dict[str, Any]:
    """Return the object that is to be, as the API takes it. Raises InputError where it names one that is not there."""
    texts = {suffix: content for suffix, content in write.files.items() if suffix}
    told = body_of(write.entry.kind, texts, write.entry.path, source.known)
    if write.partial:
        found: dict[str, Any] = without_references(told)
        return found
    missing = next(references(told), "")
    if missing:
        raise InputError(f"{write.entry.address} refers to {missing}, which is not there")
    return told


def body_before(source: Source, write: Write) -> dict[str, Any]:
    """Return the object as it is there now, as the API takes it."""
    assert write.before is not None  # noqa: S101 (nobody changes what was not looked up)
    texts = {suffix: content for suffix, content in write.before.files.items() if suffix}
    return body_of(write.entry.kind, texts, write.entry.path, source.known)


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties that are to be others."""
    return {name: value for name, value in after.items() if before.get(name) != value}


def references(value: Any) -> Iterator[str]:
    """Yield the addresses that stand in a body in the place of ids that are not known."""
    if referred(value):
        yield referred(value)
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from references(one)


def without_references(value: Any) -> Any:
    """Return a body without what is not there yet."""
    if isinstance(value, list):
        return [without_references(one) for one in value if not referred(one)]
    if not isinstance(value, dict):
        return value
    return {name: without_references(one) for name, one in value.items() if not referred(one)}


def expect(source: Source, entry: Entry, files: Files) -> None:
    """Have the files of an object that was just made be called as they are here."""
    blobs = {suffix: blob_id(content) for suffix, content in files.items()}
    source.expected[entry.kind, entry.id.lower()] = Entry(entry.kind, entry.key, entry.id, path=entry.path, files=blobs)


def only(found: Iterator[Remote], entry: Entry) -> Remote:
    """Return the one object that was found. Raises NotFound where it is not there."""
    one = next(found, None)
    if one is None:
        raise NotFound(f"{entry.address} is not there")
    return one


def cannot(names: Sequence[str], before: Any, after: Any, why: str) -> Iterator[str]:
    """Yield a sentence for each property that is to be another, and cannot be."""
    for name in names:
        if get(before, name) != get(after, name):
            yield f"{name} {why}"
