"""Send definitions: whether one is active is never written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from mcctl.errors import NotFound
from mcctl.reading import text
from mcctl.rest.tx import MAX_KEY_CHARS, TxApi
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import send
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.shape import Files
from mcctl.workspace.writers.writer import Write, Writer, body, body_before, cannot, changed, only


def look(source: Source, entries: Sequence[Entry]) -> Iterator[Remote]:
    """Yield those of some send definitions that are there."""
    for entry in entries:
        for channel in _channels(entry.kind, entry.files):
            try:
                answer = TxApi(source.client, channel).get_definition(key=entry.key)
            except NotFound:
                continue
            told = send.entry_of(entry.kind, answer, channel)
            if told is not None:
                yield from source.shaped(told, partial(send.remote, source, told, answer, channel))


def create(source: Source, write: Write) -> Remote:
    """Make a send definition."""
    told = body(source, write)
    channel = told.pop("channel")
    TxApi(source.client, channel).create_definition(body=told)
    return _again(source, write)


def change(source: Source, write: Write) -> Remote:
    """Change a send definition."""
    before, after = body_before(source, write), body(source, write)
    given: dict[str, Any] = {name: "" for name in ("description",) if name in before and name not in after}
    given |= changed(before, after)
    TxApi(source.client, after["channel"]).update_definition(key=write.entry.key, body=given)
    return _again(source, write)


def delete(source: Source, remote: Remote) -> None:
    """Archive a send definition."""
    channel = _channels(remote.entry.kind, remote.files)[0]
    TxApi(source.client, channel).delete_definition(key=remote.entry.key)


def refusals(write: Write, known: Known) -> Iterator[str]:
    """Yield why a send definition cannot be written."""
    after = send.body(write.files, write.entry.path, known)
    key = text(after, "definitionKey")
    if not 0 < len(key) <= MAX_KEY_CHARS:
        yield f"a key has 1 to {MAX_KEY_CHARS} characters"
    channels = send.OF_KIND[write.entry.kind]
    if after.get("channel") not in channels:
        yield f"its channel must be {' or '.join(channels)}"
    if write.before is not None:
        before = send.body(write.before.files, write.entry.path, known)
        yield from cannot(("definitionKey", "channel"), before, after, "of a send definition cannot be changed")
        yield from cannot(("journey",), before, after, "cannot be changed once the definition is made")


def _channels(kind: str, files: Files | dict[str, str]) -> tuple[str, ...]:
    """Return the channels that an object with some files can be of."""
    channels = send.OF_KIND[kind]
    return tuple(channel for channel in channels if f".{channel}-send.yaml" in files) or channels


def _again(source: Source, write: Write) -> Remote:
    files = dict.fromkeys(write.files, "")
    return only(look(source, [Entry(write.entry.kind, write.entry.key, "", files=files)]), write.entry)


WRITER = PUSH_WRITER = Writer(look, create, change, delete, refusals)
