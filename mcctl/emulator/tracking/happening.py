"""What readers do with an e-mail, as if they had: it is tracked, and told to the callbacks of engagement events."""

from __future__ import annotations

import sqlite3
from typing import Any

from mcctl.emulator.core.state import now
from mcctl.emulator.ens import delivery
from mcctl.emulator.tracking import store

KINDS = (store.OPEN, store.CLICK, store.UNSUBSCRIBE, store.COMPLAINT)
_EVENTS = {store.OPEN: "EmailOpen", store.CLICK: "EmailClick", store.UNSUBSCRIBE: "EmailUnsubscribe"}
_LOOKER = {"ipAddress": "127.0.0.1", "userAgent": "mcctl emulator"}


def happen(db: sqlite3.Connection, kind: str, address: str, *, job: str = "", url: str = "") -> dict[str, Any] | None:
    """Let something happen to the newest e-mail to an address, and return what; None where none was sent there.

    job: only an e-mail of this definition or journey activity, by key or name. url: of a click.
    """
    sent = store.newest(db, address, job)
    if sent is None:
        return None
    moment = now(db)
    store.track(db, sent["id"], kind, moment, url=url)
    if kind in _EVENTS:
        delivery.queue(db, [_event(sent, kind, url, moment)])
    told = {"event": kind, "to": sent["address"], "contactKey": sent["contact_key"], "job": sent["job_id"]}
    return {**told, "definition": sent["triggered_key"] or sent["name"], **({"url": url} if url else {})}


def _event(sent: sqlite3.Row, kind: str, url: str, moment: float) -> dict[str, Any]:
    """Return an event in the form of the Event Notification Service, joined to the send by its composite."""
    parts = {"jobId": str(sent["job_id"]), "listId": "1", "batchId": str(sent["batch_id"]),
             "subscriberId": str(sent["contact_id"])}  # fmt: skip
    return {
        "eventCategoryType": f"EngagementEvents.{_EVENTS[kind]}",
        "timestampUTC": int(moment * 1000),
        "compositeId": ".".join(parts.values()),
        "composite": parts,
        "definitionKey": sent["triggered_key"],
        "definitionId": sent["triggered_id"],
        "mid": sent["mid"],
        "eid": sent["eid"],
        "info": _info(sent, kind, url, moment),
    }


def _info(sent: sqlite3.Row, kind: str, url: str, moment: float) -> dict[str, Any]:
    if kind == store.UNSUBSCRIBE:
        told = {"to": sent["address"], "domain": sent["address"].rpartition("@")[2]}
        return {**told, "unsubscribeDate": int(moment * 1000), "unsubscribeMethod": "Click"}
    link = {"jobUrlId": "1", "contentLink": url, "impressionRegion": ""} if kind == store.CLICK else {}
    return {**_LOOKER, **link, "location": {}}
