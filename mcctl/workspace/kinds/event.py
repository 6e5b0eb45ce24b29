"""Event definitions: how contacts enter journeys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from mcctl.reading import guid, text
from mcctl.rest.event import EventApi
from mcctl.workspace import paths
from mcctl.workspace.kind import Kind, Present, Remote, Source
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.shape import Files, document, ordered, properties, said, spelled, without, without_nil

FOLDER, SUFFIX = "events", ".event.yaml"
_SERVER = (
    "id", "createdDate", "createdBy", "modifiedDate", "modifiedBy", "dataExtensionName", "dataExtensionId", "iconUrl",
    "interactionCount", "publishedInteractionCount", "schema.id", "arguments.eventDefinitionId",
    "arguments.eventDefinitionKey", "arguments.dataExtensionId", "metaData.automationData", "eventDefinitionKey",
)  # fmt: skip
_SPELLED = (*(name for name in _SERVER if "." not in name), "name", "type", "arguments", "schema", "metaData")
_FIRST = ("key", "name", "description", "type", "category", "mode", "dataExtension", "schedule", "arguments")


def read(source: Source) -> Iterator[Remote | Present]:
    """Yield every event definition; a list brings all that each has."""
    for answer in EventApi(source.client).list_definitions():
        entry = entry_of(answer)
        if entry is None:
            number = guid(answer, "id")
            source.odd.append(f"An event definition has no {'id' if not number else f'key; its id is {number}'}")
        else:
            yield from source.taken(entry, partial(remote, source, entry, answer))


def entry_of(answer: Any) -> Entry | None:
    """Return what the lock keeps of an event definition; None for one that has no id or no key."""
    number, key = guid(answer, "id"), text(answer, "eventDefinitionKey", "key")
    if not number or not key:
        return None
    return Entry(kind="event", key=key, id=number, name=text(answer, "name"), modified=text(answer, "modifiedDate"))


def body(files: Files, path: str, known: Known) -> dict[str, Any]:
    """Return an event definition, with the id of its data extension where that is known."""
    told = properties(files, path)
    extension = told.pop("dataExtension", None)
    entry = known.entry(extension)
    number = entry.id if entry else extension if isinstance(extension, str) else None
    return {
        **{name: value for name, value in told.items() if name != "key"},
        "eventDefinitionKey": told.get("key"),
        **({"dataExtensionId": number} if number else {}),
    }


def remote(source: Source, entry: Entry, answer: dict[str, Any]) -> Remote:
    """Return an event definition as it is there."""
    plain = without(spelled(answer, _SPELLED), (*_SERVER, *source.ignored("event")))
    number = guid(answer, "dataExtensionId")
    told = {
        **without_nil(plain),
        "key": entry.key,
        "dataExtension": source.known.reference("de", number) or number or None,
    }
    files = {SUFFIX: document(ordered(said(told), _FIRST))}
    return Remote(entry, FOLDER, paths.stem(entry.key, entry.name), files, answer=answer)


KIND = Kind(("event",), read, body)
