"""What the options of `tx definition create` and `update` mean as the JSON of a send definition."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

import typer

from mcctl.documents import compose
from mcctl.errors import InputError

EMAIL, SMS, PUSH = "email", "sms", "push"
DEFAULT_LIST = "All Subscribers"
_PATHS: dict[str, tuple[str, tuple[str, ...]]] = {
    "name": ("name", (EMAIL, SMS, PUSH)),
    "status": ("status", (EMAIL, SMS, PUSH)),
    "description": ("description", (EMAIL, SMS, PUSH)),
    "classification": ("classification", (EMAIL,)),
    "asset": ("content.customerKey", (EMAIL, PUSH)),
    "message": ("content.message", (SMS,)),
    "app": ("applicationId", (PUSH,)),
    "sound": ("options.sound", (PUSH,)),
    "badge": ("options.badge", (PUSH,)),
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
"""Option -> dotted path in a definition, and the channels that have it."""
_COPIES = ("cc", "bcc")
_REQUIRED = {EMAIL: ("asset",), SMS: ("message", "short_code", "keyword"), PUSH: ("app", "asset")}


class DefinitionChanges(NamedTuple):
    """What a definition shall be. data: name of a JSON or YAML file, - for standard input.

    Options win over assignments (`--set`), assignments over the document (`--data`).
    """

    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name; must be unique.")] = None
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="active|inactive", help="An inactive definition queues for up to three days."),
    ] = None
    description: Annotated[str | None, typer.Option("--description", metavar="TEXT", help="Description.")] = None
    classification: Annotated[
        str | None,
        typer.Option("--classification", metavar="KEY", help="E-mail: a transactional send classification."),
    ] = None
    asset: Annotated[
        str | None,
        typer.Option("--asset", metavar="KEY", help="E-mail, push: key or id of the Content Builder asset."),
    ] = None
    app: Annotated[str | None, typer.Option("--app", metavar="ID", help="Push: id of the app.")] = None
    sound: Annotated[str | None, typer.Option("--sound", metavar="SOUND", help="Push: the sound it makes.")] = None
    badge: Annotated[str | None, typer.Option("--badge", metavar="N", help="Push: the badge of the app.")] = None
    message: Annotated[
        str | None, typer.Option("--message", metavar="TEXT", help="SMS: the text, with %%Attribute%% in it.")
    ] = None
    list_key: Annotated[str | None, typer.Option("--list", metavar="KEY", help="E-mail: external key of the list.")] = (
        None
    )
    data_extension: Annotated[
        str | None,
        typer.Option("--data-extension", metavar="KEY", help="E-mail: data extension that gets a row per message."),
    ] = None
    short_code: Annotated[
        str | None, typer.Option("--short-code", metavar="CODE", help="SMS: short code, or number with country code.")
    ] = None
    country_code: Annotated[
        str | None, typer.Option("--country-code", metavar="US", help="SMS: country of the short code.")
    ] = None
    keyword: Annotated[str | None, typer.Option("--keyword", metavar="KEYWORD", help="SMS: keyword of the code.")] = (
        None
    )
    add_subscribers: Annotated[
        bool | None,
        typer.Option("--add-subscribers/--no-add-subscribers", help="Create contacts that are not known yet."),
    ] = None
    update_subscribers: Annotated[
        bool | None, typer.Option("--update-subscribers/--no-update-subscribers", help="Update known contacts.")
    ] = None
    track_links: Annotated[
        bool | None, typer.Option("--track-links/--no-track-links", help="E-mail: track clicks.")
    ] = None
    cc: Annotated[str | None, typer.Option("--cc", metavar="ADDRESS,...", help="E-mail: copies; '' for none.")] = None
    bcc: Annotated[
        str | None, typer.Option("--bcc", metavar="ADDRESS,...", help="E-mail: blind copies; '' for none.")
    ] = None
    assignments: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="PATH=VALUE", help="Set any property: options.trackLinks=false."),
    ] = None
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="FILE", help="The definition as JSON or YAML; - for stdin. Flags win."),
    ] = None

    def body(self, channel: str) -> dict[str, Any]:
        """Return the changes as JSON. Raises InputError for what the channel does not have, or cannot be read."""
        given = {name: value for name, value in self._asdict().items() if name in _PATHS and value is not None}
        for name in given:
            if channel not in _PATHS[name][1]:
                raise InputError(f"{_flag(name)} is not for {channel} definitions")
        if str(self.status or "active").lower() not in ("active", "inactive"):
            raise InputError(f"--status {self.status!r} must be active or inactive")
        given.update({name: _addresses(given[name]) for name in _COPIES if name in given})
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


def _addresses(text: str) -> list[str]:
    return [address.strip() for address in text.split(",") if address.strip()]


def _flag(name: str) -> str:
    return "--" + name.removesuffix("_key").replace("_", "-")


def _at(body: Any, path: str) -> Any:
    for name in path.split("."):
        body = body.get(name) if isinstance(body, dict) else None
    return body
