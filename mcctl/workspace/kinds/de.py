"""Data extensions: what they are, with their fields in order. Rows are no part of a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from mcctl.errors import McctlError
from mcctl.reading import get, guid, objects, text, whole
from mcctl.rest.de import DeApi
from mcctl.rest.de_field import FLAGS
from mcctl.workspace import paths
from mcctl.workspace.kind import Kind, Present, Remote, Source
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.parallel import in_order
from mcctl.workspace.shape import Files, document, ordered, properties, said, spelled, without

FOLDER, SUFFIX = "data-extensions", ".de.yaml"
_SERVER = (
    "id", "ownerId", "ownerName", "createdDate", "createdById", "createdByName", "modifiedDate", "modifiedById",
    "modifiedByName", "rowCount", "fieldCount", "isActive", "partnerApiObjectTypeId", "partnerApiObjectTypeName",
    "isObjectDeletable", "isFieldAdditionAllowed", "isFieldModificationAllowed", "fields",
)  # fmt: skip
_FIRST = (
    "key", "name", "description", "categoryId", "isSendable", "isTestable", "sendableCustomObjectField",
    "sendableSubscriberField", "dataRetentionProperties", "fields",
)  # fmt: skip
_FIELD_SERVER = ("id", "ordinal")
RENAMED = "renamed_from"
"""What a file says of a field that is to be called otherwise."""
_FIELD_FIRST = ("name", "type", "length", "scale", "isPrimaryKey", "isNullable", "defaultValue", "description")
_FLAGS = dict.fromkeys(("isPrimaryKey", "isNullable", *FLAGS), False)
"""What the API wants to be told of every field, false or not."""
_FIELD_SPELLED = (*_FIELD_SERVER, *_FIELD_FIRST)


def read(source: Source) -> Iterator[Remote | Present]:
    """Yield every data extension, those that changed with their fields."""
    api = DeApi(source.client)

    def fields(one: tuple[Entry, dict[str, Any]]) -> list[dict[str, Any]] | None:
        return None if source.unchanged(one[0]) else api.fields(de_id=one[0].id)

    for (entry, answer), found in in_order(_listed(source, api), fields):
        if isinstance(found, McctlError):
            source.spare(f"{entry.address}: its fields", found)
            yield Present("de", entry.id)
        elif found is None:
            yield Present("de", entry.id)
        else:
            yield from source.shaped(entry, partial(remote, source, entry, answer, found))


def body(files: Files, path: str, _known: Known) -> dict[str, Any]:
    """Return a data extension, its fields in order."""
    told = properties(files, path)
    fields = objects(told.get("fields"))
    return {**told, "fields": [{**_FLAGS, **field, "ordinal": number} for number, field in enumerate(fields)]}


def fields_by_name(told: dict[str, Any]) -> dict[str, Any]:
    """Return a data extension as it is compared: new fields come last, and what one was called before is not said."""
    left_out = ("ordinal", RENAMED)
    fields = {
        text(field, "name").casefold(): {name: value for name, value in field.items() if name not in left_out}
        for field in objects(told.get("fields"))
    }
    return {**told, "fields": fields}


def _listed(source: Source, api: DeApi) -> Iterator[tuple[Entry, dict[str, Any]]]:
    for answer in api.list_all():
        entry = entry_of(answer)
        if entry is None:
            number = guid(answer, "id")
            source.odd.append(f"A data extension has no {'id' if not number else f'key; its id is {number}'}")
        else:
            yield entry, answer


def entry_of(answer: Any) -> Entry | None:
    """Return what the lock keeps of a data extension; None for one that has no id or no key."""
    number, key = guid(answer, "id"), text(answer, "key", "customerKey")
    if not number or not key:
        return None
    return Entry(
        kind="de",
        key=key,
        id=number,
        name=text(answer, "name"),
        owner=whole(get(answer, "ownerId")),
        modified=text(answer, "modifiedDate"),
        version=text(answer, "fieldCount"),
    )


def remote(source: Source, entry: Entry, answer: dict[str, Any], fields: list[dict[str, Any]]) -> Remote:
    """Return a data extension as it is there."""
    plain = without(spelled(answer, (*_SERVER, *_FIRST)), (*_SERVER, *source.ignored("de")))
    told = {**_true(plain), "key": entry.key, "fields": [_field(one) for one in _in_order(fields)]}
    files = {SUFFIX: document(ordered(said(told), _FIRST))}
    by, whole_answer = text(answer, "modifiedByName"), {**answer, "fields": fields}
    return Remote(entry, FOLDER, paths.stem(entry.key, entry.name), files, by, answer=whole_answer)


def _in_order(fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(fields, key=lambda field: (whole(get(field, "ordinal")) or 0, text(field, "name")))


def _field(answer: dict[str, Any]) -> dict[str, Any]:
    return ordered(said(_true(without(spelled(answer, _FIELD_SPELLED), _FIELD_SERVER))), _FIELD_FIRST)


def _true(told: dict[str, Any]) -> dict[str, Any]:
    """Return properties without those that are false: what is not said is not so."""
    return {name: value for name, value in told.items() if value is not False}


KIND = Kind(("de",), read, body)
