"""Rules for keys and names, data extensions, and journeys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mcctl.errors import InputError
from mcctl.reading import get, objects, text
from mcctl.rest.asset import MAX_KEY_CHARS, MAX_NAME_CHARS
from mcctl.rest.journey_body import check_journey
from mcctl.workspace.address import Address
from mcctl.workspace.lint.finding import ERROR, WARNING, Finding, Scene, Thing

_MOST = {"asset": (MAX_KEY_CHARS, MAX_NAME_CHARS), "de": (200, 100), "journey": (200, 200), "send": (100, 100),
         "push": (100, 100), "query": (36, 200), "script": (36, 200), "automation": (200, 200)}  # fmt: skip
"""Kind -> how many characters a key and a name may have."""
_COPIES = ("cc", "bcc", "ccEmail", "bccEmail")
_PERSONAL = ("EmailAddress", "Phone")
_BINDING = re.compile(r"\{\{\s*Event\.\"?(?P<event>[\w-]+)\"?\.\"?(?P<field>[^{}\"]+?)\"?\s*\}\}")


def find(scene: Scene) -> Iterator[Finding]:
    """Yield what is wrong with objects as such."""
    for thing in scene.things:
        if thing.problem:
            yield _of(thing, "broken", ERROR, thing.problem)
        elif not thing.has_key:
            yield _of(thing, "broken", ERROR, "It has no key")
        yield from _names(thing)
        if thing.address.kind == "de" and thing.body is not None:
            yield from _extension(thing)
        if thing.address.kind == "journey" and thing.body is not None:
            yield from _journey(thing, scene)
        if thing.address.kind in ("journey", "send") and _copies(thing.body):
            yield _of(thing, "cc-bcc", WARNING, "Every message is sent to somebody else, too, by cc or bcc")
    yield from _twice(scene.things)


def _names(thing: Thing) -> Iterator[Finding]:
    key, name = thing.key, text(thing.body, "name")
    for value, most, what in zip((key, name), _MOST.get(thing.address.kind, ()), ("key", "name"), strict=False):
        if len(value) > most:
            told = f"The {what} has {len(value)} characters; at most {most} are taken"
            yield _of(thing, "name-or-key-too-long", ERROR, told)
    if key != key.strip():
        yield _of(thing, "key-blanks", WARNING, f"The key {key!r} begins or ends with a blank")


def _twice(things: list[Thing]) -> Iterator[Finding]:
    keys: dict[Address, Thing] = {}
    names: dict[tuple[str, str, str], Thing] = {}
    for thing in things:
        other = keys.setdefault(Address(thing.address.kind, thing.key).folded, thing)
        if other is not thing:
            yield _of(thing, "duplicate-key", ERROR, f"{other.properties} has the key {thing.key!r}, too")
        name = text(thing.body, "name").casefold()
        place = thing.path.rpartition("/")[0] if thing.address.kind == "asset" else ""
        other = names.setdefault((thing.address.kind, place, name), thing) if name else thing
        if other is not thing:
            yield _of(thing, "duplicate-name-in-folder", ERROR, f"{other.properties} has the same name in this folder")


def _extension(thing: Thing) -> Iterator[Finding]:
    if get(thing.body, "isSendable") and not text(thing.body, "sendableCustomObjectField"):
        told = "It is sendable, but nothing says which field relates to subscribers"
        yield _of(thing, "sendable-without-relation", ERROR, told)
    personal = [text(field, "name") for field in objects(get(thing.body, "fields")) if text(field, "type") in _PERSONAL]
    if personal and not get(thing.body, "dataRetentionProperties"):
        told = f"{personal[0]} is personal data, and rows are kept for ever"
        yield _of(thing, "personal-data-without-retention", WARNING, told)


def _journey(thing: Thing, scene: Scene) -> Iterator[Finding]:
    if text(thing.body, "entryMode") == "MultipleEntries":
        yield _of(thing, "many-entries", WARNING, "A contact can be in this journey several times at once")
    try:
        check_journey(thing.body or {})
    except InputError as error:
        for told in (error.message, *error.details):
            yield _of(thing, "journey", ERROR, told)
    for suffix, content in thing.files.items():
        source = content.decode("utf-8", "replace")
        for bound in _BINDING.finditer(source):
            fields = fields_of_event(bound["event"], scene)
            if fields is not None and bound["field"].casefold() not in fields:
                line = source.count("\n", 0, bound.start()) + 1
                column = bound.start() - source.rfind("\n", 0, bound.start())
                told = f"The event {bound['event']} has no field {bound['field']!r}"
                yield Finding("event-fields", ERROR, thing.path + suffix, line, column, told)


def _copies(part: Any) -> bool:
    """Whether copies of messages go to somebody."""
    if isinstance(part, dict):
        return any(part.get(name) for name in _COPIES) or any(map(_copies, part.values()))
    return isinstance(part, list) and any(map(_copies, part))


def fields_of_event(event: str, scene: Scene) -> set[str] | None:
    """Return the fields, in one casing, of an event's data extension; None where that is not known here."""
    definition = scene.by_address.get(Address("event", event).folded)
    number = text(definition.body, "dataExtensionId") if definition else ""
    entry = scene.lock.by_id("de", number)
    extension = scene.by_address.get(entry.address.folded) if entry else None
    if extension is None:
        return None
    return {text(field, "name").casefold() for field in objects(get(extension.body, "fields"))}


def _of(thing: Thing, rule: str, level: str, message: str) -> Finding:
    return Finding(rule, level, thing.properties, 0, 0, message)
