"""What the flags of `tx definition create` and `update` mean as the JSON of a send definition."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from mcctl.documents import compose
from mcctl.errors import InputError

EMAIL, SMS = "email", "sms"
DEFAULT_LIST = "All Subscribers"
_PATHS: dict[str, tuple[str, tuple[str, ...]]] = {
    "name": ("name", (EMAIL, SMS)),
    "status": ("status", (EMAIL, SMS)),
    "description": ("description", (EMAIL, SMS)),
    "classification": ("classification", (EMAIL,)),
    "asset": ("content.customerKey", (EMAIL,)),
    "message": ("content.message", (SMS,)),
    "list_key": ("subscriptions.list", (EMAIL,)),
    "data_extension": ("subscriptions.dataExtension", (EMAIL,)),
    "short_code": ("subscriptions.shortCode", (SMS,)),
    "country_code": ("subscriptions.countryCode", (SMS,)),
    "keyword": ("subscriptions.keyword", (SMS,)),
    "add_subscribers": ("subscriptions.autoAddSubscriber", (EMAIL, SMS)),
    "update_subscribers": ("subscriptions.updateSubscriber", (EMAIL, SMS)),
    "track_links": ("options.trackLinks", (EMAIL,)),
    "cc": ("options.cc", (EMAIL,)),
    "bcc": ("options.bcc", (EMAIL,)),
}
"""Flag -> dotted path in a definition, and the channels that have it."""
_REQUIRED = {EMAIL: ("asset",), SMS: ("message", "short_code", "keyword")}


@dataclass
class DefinitionChanges:
    """The changes that a command line asks for. data: name of a JSON or YAML file, - for standard input.

    Flags win over assignments (`--set`), assignments over the document (`--data`).
    """

    name: str | None = None
    status: str | None = None
    description: str | None = None
    classification: str | None = None
    asset: str | None = None
    message: str | None = None
    list_key: str | None = None
    data_extension: str | None = None
    short_code: str | None = None
    country_code: str | None = None
    keyword: str | None = None
    add_subscribers: bool | None = None
    update_subscribers: bool | None = None
    track_links: bool | None = None
    cc: list[str] | None = None
    bcc: list[str] | None = None
    assignments: list[str] | None = None
    data: str | None = None

    def body(self, channel: str) -> dict[str, Any]:
        """Return the changes as JSON. Raises InputError for what the channel does not have, or cannot be read."""
        given = {one.name: getattr(self, one.name) for one in fields(self) if one.name in _PATHS}
        given = {name: value for name, value in given.items() if value is not None}
        for name in given:
            if channel not in _PATHS[name][1]:
                raise InputError(f"{_flag(name)} is not for {channel} definitions")
        if str(self.status or "active").lower() not in ("active", "inactive"):
            raise InputError(f"--status {self.status!r} must be active or inactive")
        return compose(self.data, self.assignments or [], {_PATHS[name][0]: value for name, value in given.items()})


def new_definition(key: str, changes: DefinitionChanges, channel: str) -> dict[str, Any]:
    """Return the JSON of a new definition, named like its key and for all subscribers unless told otherwise.

    Raises InputError where something is missing.
    """
    body = {"definitionKey": key, "name": key, **changes.body(channel)}
    if body["definitionKey"] != key:
        raise InputError(f"The document is about the definition {body['definitionKey']!r}, not {key!r}")
    for name in _REQUIRED[channel]:
        path = _PATHS[name][0]
        if not _at(body, path):
            raise InputError(f"A new {channel} definition needs {path}", f"Give {_flag(name)}")
    if channel == EMAIL:
        body["subscriptions"] = {"list": DEFAULT_LIST, **(body.get("subscriptions") or {})}
    return body


def _flag(name: str) -> str:
    return "--" + name.removesuffix("_key").replace("_", "-")


def _at(body: Any, path: str) -> Any:
    for name in path.split("."):
        body = body.get(name) if isinstance(body, dict) else None
    return body
