"""Event definitions: of one that is there, only its name, its description, its key and its data extension change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from mcctl.errors import InputError, NotFound
from mcctl.reading import get, text, whole
from mcctl.rest.event import EventApi, check_key
from mcctl.words import counted
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import event
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.writers.writer import Write, Writer, body, body_before, changed, only

_CHANGEABLE = ("name", "description", "eventDefinitionKey", "dataExtensionId", "sourceApplicationExtensionId")


def look(source: Source, entries: Sequence[Entry]) -> Iterator[Remote]:
    """Yield those of some event definitions that are there."""
    api = EventApi(source.client)
    for entry in entries:
        told, answer = _found(api, entry)
        if told is not None:
            yield from source.shaped(told, partial(event.remote, source, told, answer))


def _found(api: EventApi, entry: Entry) -> tuple[Entry | None, Any]:
    """Return an event definition: asked for by its key, and, where that is another one's now, by its id."""
    for name in filter(None, (entry.key, entry.id)):
        try:
            answer = api.get(key=name)
        except NotFound:
            continue
        told = event.entry_of(answer)
        if told is not None and entry.id.lower() in ("", told.id.lower()):
            return told, answer
    return None, None


def create(source: Source, write: Write) -> Remote:
    """Make an event definition."""
    made = EventApi(source.client).create(body=body(source, write))
    return _again(source, write.entry, made)


def change(source: Source, write: Write) -> Remote:
    """Change what can be changed of an event definition."""
    given = changed(body_before(source, write), body(source, write))
    if "description" in body_before(source, write) and "description" not in body(source, write):
        given["description"] = ""
    wanted = {name: value for name, value in given.items() if name in _CHANGEABLE}
    told = {"name": write.entry.name, "eventDefinitionKey": write.entry.key, **wanted}
    return _again(source, write.entry, EventApi(source.client).update(key=write.entry.id, body=told))


def delete(source: Source, remote: Remote) -> None:
    """Delete an event definition."""
    EventApi(source.client).delete(key=remote.entry.id)


def refusals(write: Write, known: Known) -> Iterator[str]:
    """Yield why an event definition cannot be written."""
    after = event.body(write.files, write.entry.path, known)
    try:
        check_key(text(after, "eventDefinitionKey"))
    except InputError as error:
        yield error.message
    if write.before is None:
        if "schedule" in after:
            yield "no API sets a schedule; make it in Journey Builder, and match it"
        return
    before = event.body(write.before.files, write.entry.path, known)
    for name in sorted({*before, *after} - set(_CHANGEABLE)):
        if before.get(name) != after.get(name):
            yield f"{name} of an event definition cannot be changed once it is made"
    running = whole(get(write.before.answer, "publishedInteractionCount")) or 0
    for name in ("dataExtensionId", "eventDefinitionKey"):
        if running and before.get(name) != after.get(name):
            yield f"its {name} cannot be changed: {counted(running, 'journey')} that is running enters by it"


def _again(source: Source, entry: Entry, answer: dict[str, Any]) -> Remote:
    """Return an event definition as it is after a write; of its answer, only the id counts."""
    number = text(answer, "id") or entry.id
    return only(look(source, [Entry("event", text(answer, "eventDefinitionKey") or entry.key, number)]), entry)


WRITER = Writer(look, create, change, delete, refusals)
