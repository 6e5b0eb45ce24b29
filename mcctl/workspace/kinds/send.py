"""Send definitions of transactional messages: those of e-mails and texts are a kind, those of pushes another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from mcctl.errors import McctlError
from mcctl.reading import get, text
from mcctl.rest.client import segment
from mcctl.rest.tx import ALL_CHANNELS, CHANNELS, TxApi
from mcctl.workspace import paths
from mcctl.workspace.kind import Kind, Present, Remote, Source
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.parallel import in_order
from mcctl.workspace.shape import Files, document, ordered, properties, reference, referred, said, spelled, without

FOLDER = "sends"
_SERVER = (
    "requestId", "definitionId", "createdDate", "modifiedDate", "status", "journey.interactionId", "definitionKey",
)  # fmt: skip
_SPELLED = (*(name for name in _SERVER if "." not in name), "name", "content", "subscriptions", "options", "journey")
_FIRST = ("key", "channel", "name", "description", "classification", "content", "subscriptions", "options", "journey")
_EXTERNAL = ("classification", "applicationId")
OF_KIND = {"send": CHANNELS, "push": tuple(one for one in ALL_CHANNELS if one not in CHANNELS)}
"""Kind -> the channels of its definitions."""


def read(kind: str, source: Source) -> Iterator[Remote | Present]:
    """Yield every send definition of a kind, those that changed as a whole."""
    taken: dict[str, str] = {}
    for channel in OF_KIND[kind]:
        api = TxApi(source.client, channel)

        def whole(entry: Entry, api: TxApi = api) -> dict[str, Any] | None:
            return None if source.unchanged(entry) else api.get_definition(key=entry.key)

        for entry, answer in in_order(_listed(kind, source, api), whole):
            if taken.setdefault(entry.key.casefold(), channel) != channel:
                source.odd.append(f"{entry.address}: one of the other channel has the same key; this one is left out")
                continue
            if isinstance(answer, McctlError):
                source.spare(str(entry.address), answer)
            if isinstance(answer, dict):
                yield from source.shaped(entry, partial(remote, source, entry, answer, channel))
            else:
                yield Present(kind, entry.id)


def body(files: Files, path: str, known: Known) -> dict[str, Any]:
    """Return a send definition, with `channel` beside what the API takes."""
    told = {name: known.value(name, value) for name, value in properties(files, path).items()}
    content, subscriptions = told.get("content"), told.get("subscriptions")
    if isinstance(content, dict) and referred(content.get("customerKey")):
        content = {**content, "customerKey": referred(content["customerKey"]).partition(":")[2]}
    if isinstance(subscriptions, dict):
        subscriptions = {name: known.value(name, value) for name, value in subscriptions.items()}
        if extension := referred(subscriptions.get("dataExtension")):
            subscriptions["dataExtension"] = extension.partition(":")[2]
    rest = {name: value for name, value in told.items() if name != "key"}
    body = {**rest, "definitionKey": told.get("key"), "content": content, "subscriptions": subscriptions}
    given: dict[str, Any] = said(body)
    return given


def _listed(kind: str, source: Source, api: TxApi) -> Iterator[Entry]:
    for answer in api.list_definitions():
        entry = entry_of(kind, answer, api.channel)
        if entry is None:
            source.odd.append(f"A send definition has no key: {text(answer, 'name') or 'it has no name either'}")
        else:
            yield entry


def entry_of(kind: str, answer: Any, channel: str) -> Entry | None:
    """Return what the lock keeps of a send definition; None for one that has no key."""
    key = text(answer, "definitionKey")
    if not key or key in (".", ".."):
        return None
    return Entry(
        kind=kind,
        key=key,
        id=f"{channel}/{segment(key)}",  # a list does not tell the id that a definition tells
        name=text(answer, "name"),
        modified=text(answer, "modifiedDate"),
    )


def remote(source: Source, entry: Entry, answer: dict[str, Any], channel: str) -> Remote:
    """Return a send definition as it is there."""
    plain = without(spelled(answer, _SPELLED), (*_SERVER, *source.ignored(entry.kind)))
    told = {**plain, "key": entry.key, "channel": channel}
    for path, kind in (("content.customerKey", "asset"), ("subscriptions.dataExtension", "de")):
        part, name = path.split(".")
        if key := text(answer, path):
            held = get(told, part)
            told[part] = {**held, name: reference(kind, key)}
    for name in _EXTERNAL:
        if called := source.known.external(name, told.get(name)):
            told[name] = called
    if isinstance(listed := told.get("subscriptions"), dict) and "list" in listed:
        told["subscriptions"] = {**listed, "list": source.known.external("list", listed["list"]) or listed["list"]}
    suffix = f".{channel}-send.yaml"
    files = {suffix: document(ordered(said(told), _FIRST))}
    return Remote(entry, FOLDER, paths.stem(entry.key, entry.name), files, answer=answer)


KIND = Kind(("send",), partial(read, "send"), body)
PUSH_KIND = Kind(("push",), partial(read, "push"), body)
