"""What the options of `de create` mean as the JSON of a data extension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mcctl.errors import InputError
from mcctl.reading import objects, whole
from mcctl.rest.client import segment
from mcctl.rest.de_field import complete_fields

MAX_KEY_CHARS = 200
SUBSCRIBER_FIELD = "_SubscriberKey"
_COPIED = ("name", "description", "isTestable", "dataRetentionProperties")
_SENDABLE = ("isSendable", "sendableCustomObjectField", "sendableSubscriberField")


def new_definition(
    key: str,
    document: Mapping[str, Any],
    fields: Sequence[str],
    key_fields: Sequence[str],
    sendable_on: str | None,
    flags: Mapping[str, Any],
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the JSON of a new data extension, and what makes it sendable afterwards, empty if nothing shall.

    document: its fields may be objects or texts such as "Email:EmailAddress(254)". flags: property -> value, None where
    it was not given; they win. Raises InputError where something is missing or cannot be.
    """
    given = {**document, **{name: value for name, value in flags.items() if value is not None}}
    if given.get("key", key) != key:
        raise InputError(f"The document is about the data extension {given['key']!r}, not {key!r}")
    if not 0 < len(key) <= MAX_KEY_CHARS:
        raise InputError(f"A key has 1 to {MAX_KEY_CHARS} characters, not {len(key)}")
    segment(key)
    _check_types(given)
    wanted = list(fields) or given.get("fields")
    if not isinstance(wanted, list) or not wanted:
        raise InputError("A data extension needs fields", 'Give --field "Name:Type(length)", or fields in --data')
    whole = complete_fields(wanted, key_fields)
    body = {**given, "key": key, "name": given.get("name") or key, "isSendable": False, "fields": whole}
    sendable = _sendable(given, sendable_on, [field["name"] for field in whole])
    return {name: value for name, value in body.items() if name not in _SENDABLE[1:]}, sendable


def is_answer(document: Mapping[str, Any]) -> bool:
    """Whether a document is what Marketing Cloud says of a data extension, and not one that somebody wrote."""
    return document.get("id") is not None and document.get("createdDate") is not None


def copied(document: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return what a document says of a new data extension with a key: without what is the platform's own.

    With another key it gets another name, too: names are one in a business unit.
    """
    if not is_answer(document):
        return dict(document)
    kept = {name: value for name, value in document.items() if name in (*_COPIED, *_SENDABLE)}
    if document.get("key") != key:
        kept.pop("name", None)
    fields = [{name: value for name, value in one.items() if name != "id"} for one in objects(document.get("fields"))]
    return {**kept, "fields": fields}


def _check_types(given: Mapping[str, Any]) -> None:
    """Raise InputError for a property of another type than it has."""
    for name in ("name", "description", *_SENDABLE[1:]):
        if not isinstance(given.get(name, ""), str | None):
            raise InputError(f"{name} must be text")
    for name in (_SENDABLE[0], "isTestable"):
        if not isinstance(given.get(name, False), bool | None):
            raise InputError(f"{name} must be true or false")
    if given.get("categoryId") is not None and whole(given["categoryId"]) is None:
        raise InputError("categoryId must be the id of a folder")


def _sendable(given: Mapping[str, Any], sendable_on: str | None, names: Sequence[str]) -> dict[str, Any]:
    """Return what makes a data extension sendable. Raises InputError for a field that there is none of."""
    column = sendable_on or (given.get(_SENDABLE[1]) if given.get(_SENDABLE[0]) else None)
    if column is None:
        return {}
    proper = next((name for name in names if name.lower() == str(column).lower()), None)
    if proper is None:
        raise InputError(f"There is no field {column!r} to send on; there are: {', '.join(names)}")
    return dict(zip(_SENDABLE, (True, proper, given.get(_SENDABLE[2]) or SUBSCRIBER_FIELD), strict=True))
