"""Callbacks and subscriptions of the Event Notification Service. A signature key never comes into a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mcctl.reading import text
from mcctl.rest.ens import EnsApi
from mcctl.workspace import paths
from mcctl.workspace.kind import Kind, Remote, Source
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.shape import Files, document, ordered, properties, reference, said, spelled, without

FOLDER = "ens"
_CALLBACK, _SUBSCRIPTION = ".callback.yaml", ".subscription.yaml"
_SERVER = (
    "callbackId", "callbackName", "status", "statusReason", "signatureKey", "subscriptionId", "subscriptionName",
)  # fmt: skip
_FIRST = ("name", "url", "maxBatchSize", "callback", "eventCategoryTypes", "filters")
_SPELLED = (*_SERVER, *_FIRST)


def read(source: Source) -> Iterator[Remote]:
    """Yield every callback, each before its subscriptions."""
    api = EnsApi(source.client)
    for answer in api.list_callbacks():
        number, name = text(answer, "callbackId"), text(answer, "callbackName")
        if not number or not name or number in (".", ".."):
            source.odd.append(f"A callback has no {'id' if name else 'name'}")
            continue
        yield from _shaped(source, "ens-callback", number, name, answer, {}, _CALLBACK)
        for one in api.list_subscriptions(callback_id=number):
            numbered, named = text(one, "subscriptionId"), text(one, "subscriptionName")
            if not numbered or not named:
                source.odd.append(f"A subscription of {name} has no {'id' if named else 'name'}")
                continue
            more = {"callback": reference("ens-callback", name), "url": None, "maxBatchSize": None}
            yield from _shaped(source, "ens-subscription", numbered, named, one, more, _SUBSCRIPTION)


def body(files: Files, path: str, known: Known) -> dict[str, Any]:
    """Return a callback or a subscription, which names its callback by its id, as far as that is known."""
    told = properties(files, path)
    name = told.pop("name", None)
    if _CALLBACK in files:
        return {"callbackName": name, **told}
    entry = known.entry(told.pop("callback", None))
    return {"subscriptionName": name, **told, **({"callbackId": entry.id} if entry else {})}


def _shaped(
    source: Source, kind: str, number: str, name: str, answer: Any, more: dict[str, Any], suffix: str
) -> Iterator[Remote]:
    entry = Entry(kind=kind, key=name, id=number, name=name)

    def shape() -> Remote:
        plain = without(spelled(answer, _SPELLED), (*_SERVER, *source.ignored("ens")))
        files = {suffix: document(ordered(said({"name": name, **plain, **more}), _FIRST))}
        return Remote(entry, FOLDER, paths.slug(name, number), files, answer=answer)

    yield from source.shaped(entry, shape)


KIND = Kind(("ens-callback", "ens-subscription"), read, body)
