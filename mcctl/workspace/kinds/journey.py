"""Journeys: the activities in the order in which a contact meets them, other objects by their keys.

A journey in files is the version that a list shows: the published one, or else the newest. Its state is none of its
properties.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from mcctl.errors import NotFound
from mcctl.reading import get, objects, text, whole
from mcctl.rest.journey import JourneyApi, Version
from mcctl.workspace import paths
from mcctl.workspace.kind import Kind, Present, Remote, Source
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.shape import Files, document, ordered, properties, referred, said, spelled, without, without_nil

FOLDER, SUFFIX = "journeys", ".journey.yaml"
SERVER = (
    "id", "definitionId", "status", "scheduledStatus", "version", "createdDate", "modifiedDate", "lastPublishedDate",
    "publishRequestId", "stats", "healthStats", "workflowApiVersion", "extras", "newest", "runningVersions",
)  # fmt: skip
_FIRST = ("key", "name", "description", "definitionType", "entryMode", "triggers", "activities", "goals", "exits")
_PART_SERVER = (
    "id", "schema", "metaData.icon", "metaData.iconSmall", "metaData.original_icon", "metaData.original_iconSmall",
    "metaData.statsContactIcon", "metaData.iconUrl", "metaData.isConfigured", "configurationArguments.triggeredSendId",
    "configurationArguments.triggeredSendKey", "configurationArguments.isModified",
    "configurationArguments.waitDefinitionId", "configurationArguments.triggeredSend.id",
    "configurationArguments.triggeredSend.key", "configurationArguments.triggeredSend.created",
    "configurationArguments.triggeredSend.modified", "metaData.eventDefinitionId",
)  # fmt: skip
_PART_FIRST = ("key", "name", "description", "type", "eventDefinitionKey", "configurationArguments", "arguments")
_PART_SPELLED = ("id", "key", "name", "type", "outcomes", "schema", "metaData", "configurationArguments", "arguments")
_EMAIL, _EVENT = "emailId", "eventDefinitionKey"


def read(source: Source) -> Iterator[Remote | Present]:
    """Yield every journey; a list brings all that each has."""
    for answer in JourneyApi(source.client).list_journeys(extras="all"):
        version = Version.read(answer)
        if version is None:
            source.odd.append(f"A journey has no id or no key: {text(answer, 'name') or 'it has no name either'}")
            continue
        version = _newer(source, version)
        entry = entry_of(version)
        yield from source.taken(entry, partial(remote, source, entry, version.body))


def entry_of(version: Version) -> Entry:
    """Return what the lock keeps of a journey."""
    return Entry(
        kind="journey",
        key=version.key,
        id=version.id,
        name=text(version.body, "name"),
        modified=text(version.body, "modifiedDate"),
        version=str(version.number),
    )


def meant(versions: Sequence[Version], number: str) -> Version:
    """Return which of its versions, oldest first, a journey in files is: the one last seen, or what a list shows.

    number: of the one last seen; empty if there is none.
    """
    running = [one for one in versions if one.status.lower() in ("published", "paused")]
    shown = (running or versions)[-1]
    return next((one for one in versions if str(one.number) == number and one.number > shown.number), shown)


def _newer(source: Source, version: Version) -> Version:
    """Return the version after the one that a list shows, where that is in the files: a draft made of them."""
    before = source.lock.by_id("journey", version.id)
    number = whole(before.version) if before else None
    if number is None or number <= version.number:
        return version
    try:
        answer = JourneyApi(source.client).get(journey_id=version.id, version=number)
    except NotFound:
        return version
    return Version.read(answer) or version


def body(files: Files, path: str, known: Known) -> dict[str, Any]:
    """Return a journey, with the ids of what it refers to, as far as they are known."""
    told: dict[str, Any] = _given(properties(files, path), known)
    return {"workflowApiVersion": 1.0, **told}


def remote(source: Source, entry: Entry, answer: dict[str, Any]) -> Remote:
    """Return a journey as it is there."""
    plain = without(spelled(answer, (*SERVER, *_FIRST)), (*SERVER, *source.ignored("journey")))
    parts = {
        "triggers": [_part(one) for one in objects(plain.get("triggers"))],
        "activities": [_part(one) for one in in_order(objects(plain.get("activities")))],
        **{name: [_part(one) for one in objects(plain.get(name))] for name in ("goals", "exits", "notifiers")},
    }
    told = {**without_nil(plain), **parts, "key": entry.key}
    files = {SUFFIX: document(ordered(said(_named(told, source.known)), _FIRST))}
    return Remote(entry, FOLDER, paths.stem(entry.key, entry.name), files, answer=answer)


def in_order(activities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return activities in the order in which a contact meets them, branch by branch; answers bring them shuffled.

    Those that nothing leads to come last, by their keys.
    """
    by_key = {text(one, "key"): one for one in activities}
    following = {key: _next_keys(one) for key, one in by_key.items()}
    led_to = {key for keys in following.values() for key in keys}
    left = [key for key in sorted(by_key) if key not in led_to]
    found: dict[str, dict[str, Any]] = {}
    for start in [*left, *sorted(by_key)]:
        waiting = [start]
        while waiting:
            key = waiting.pop()
            if key in by_key and key not in found:
                found[key] = by_key[key]
                waiting += reversed(following[key])
    return [*found.values(), *(one for one in activities if found.get(text(one, "key")) is not one)]


def _next_keys(activity: dict[str, Any]) -> list[str]:
    return [key for one in objects(get(activity, "outcomes")) if (key := text(one, "next"))]


def _part(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an activity or a trigger without what is the server's own."""
    plain = without_nil(without(spelled(answer, _PART_SPELLED), _PART_SERVER))
    outcomes = [without(one, ("id", "metaData.invalid")) for one in objects(plain.get("outcomes"))]
    return ordered({**plain, "outcomes": outcomes}, _PART_FIRST)


def _named(value: Any, known: Known, name: str = "") -> Any:
    """Return a part of a journey with references in the place of ids: of e-mails, data extensions and events."""
    if isinstance(value, list):
        return [_named(one, known, name) for one in value]
    if not isinstance(value, dict):
        return _name(name, value, known) or value
    return {inner: _named(one, known, inner) for inner, one in value.items()}


def _name(name: str, value: Any, known: Known) -> dict[str, str] | None:
    if name == _EMAIL and whole(value) is not None:
        return known.email(whole(value))
    if name == "dataExtensionId" and isinstance(value, str):
        return known.reference("de", value)
    if name == _EVENT and isinstance(value, str):
        return {"ref": f"event:{value}"} if value else None
    return known.external(name, value)


def _given(value: Any, known: Known, name: str = "") -> Any:
    """Return a part of a journey with ids in the place of references, as far as they are known."""
    if isinstance(value, list):
        return [_given(one, known, name) for one in value]
    if not isinstance(value, dict):
        return value
    return (
        _id(name, value, known)
        if referred(value)
        else {inner: _given(one, known, inner) for inner, one in value.items()}
    )


def _id(name: str, value: Any, known: Known) -> Any:
    entry = known.entry(value)
    if name == _EVENT:
        return entry.key if entry else referred(value).partition(":")[2]
    if entry is None:
        return known.value(name, value)
    return int(entry.legacy) if name == _EMAIL and entry.legacy.isdecimal() else entry.id


KIND = Kind(("journey",), read, body)
