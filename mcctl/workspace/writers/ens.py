"""Callbacks and subscriptions of the Event Notification Service.

A callback is never made here: its signature key is shown only once, to whoever makes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mcctl.reading import text, whole
from mcctl.rest.ens import EnsApi
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import ens
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.writers.writer import Write, Writer, body, cannot, only

_USUAL_SIZE = 1000


def look(source: Source, entries: Sequence[Entry]) -> Iterator[Remote]:
    """Yield those of some callbacks and subscriptions that are there."""
    numbers = {(entry.kind, entry.id.lower()) for entry in entries if entry.id}
    names = {entry.address.folded for entry in entries if not entry.id}
    for found in ens.read(source):
        if (found.entry.kind, found.entry.id.lower()) in numbers or found.entry.address.folded in names:
            yield found


def create(source: Source, write: Write) -> Remote:
    """Make a subscription."""
    told = body(source, write)
    EnsApi(source.client).create_subscription(
        name=told["subscriptionName"],
        callback_id=told["callbackId"],
        event_types=list(told.get("eventCategoryTypes") or []),
        filters=list(told.get("filters") or []),
    )
    return only(look(source, [Entry(write.entry.kind, write.entry.key, "")]), write.entry)


def change(source: Source, write: Write) -> Remote:
    """Change a callback or a subscription; whether it is paused is never written."""
    told, api = body(source, write), EnsApi(source.client)
    if write.entry.kind == "ens-callback":
        size = whole(told.get("maxBatchSize")) or _USUAL_SIZE
        api.update_callback(callback_id=write.entry.id, name=told["callbackName"], max_batch_size=size)
    else:
        names = ("subscriptionName", "eventCategoryTypes", "filters")
        api.update_subscription(subscription_id=write.entry.id, body={name: told.get(name) or [] for name in names})
    return only(look(source, [write.entry]), write.entry)


def delete(source: Source, remote: Remote) -> None:
    """Delete a callback or a subscription."""
    api, number = EnsApi(source.client), remote.entry.id
    if remote.entry.kind == "ens-callback":
        api.delete_callback(callback_id=number)
    else:
        api.delete_subscription(subscription_id=number)


def refusals(write: Write, known: Known) -> Iterator[str]:
    """Yield why a callback or a subscription cannot be written."""
    after = ens.body(write.files, write.entry.path, known)
    if write.entry.kind == "ens-callback":
        if write.before is None:
            yield "a callback is made by mcctl ens callback create, which alone shows its signature key; then match it"
        else:
            yield from cannot(("url",), write.before.answer, after, "of a callback cannot be changed")
    elif write.before is not None:
        before = ens.body(write.before.files, write.entry.path, known)
        yield from cannot(("callbackId",), before, after, "of a subscription cannot be changed")
    if not text(after, "callbackName", "subscriptionName"):
        yield "its name is missing"


WRITER = Writer(look, create, change, delete, refusals)
