"""What an e-mail activity sends: which e-mail, how, and to whom not."""

from __future__ import annotations

import sqlite3
from typing import Any

from mcctl.emulator.asset import store as asset_store
from mcctl.emulator.de import definitions as de
from mcctl.emulator.rendering.blocks import email_of


def find_email(db: sqlite3.Connection, eid: int, send: dict[str, Any]) -> dict[str, Any] | None:
    """Return the e-mail of a triggered send: emailId is its legacyData.legacyId. None if there is none.

    The id of the asset is understood, too; `warnings` tells of it.
    """
    number = email_id(send)
    row = None if number is None else asset_store.by_legacy_id(db, eid, number) or by_asset_id(db, eid, number)
    return email_of(db, row, eid)


def email_id(send: dict[str, Any]) -> int | None:
    text = str(send.get("emailId"))
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else None


def by_asset_id(db: sqlite3.Connection, eid: int, number: int) -> sqlite3.Row | None:
    row = asset_store.by_id(db, eid, number)
    return row if row is not None and row["legacy_id"] is not None else None


def triggered_send(activity: dict[str, Any]) -> dict[str, Any]:
    """Return how an e-mail activity sends: its configurationArguments.triggeredSend."""
    send = configuration_of(activity).get("triggeredSend")
    return send if isinstance(send, dict) else {}


def configuration_of(one: dict[str, Any]) -> dict[str, Any]:
    found = one.get("configurationArguments")
    return found if isinstance(found, dict) else {}


def exclusion_list(db: sqlite3.Connection, eid: int, one: Any) -> sqlite3.Row | None:
    """Return the data extension, by id or key, that a suppression list or domain exclusion stands for."""
    text = str(one.get("id")) if isinstance(one, dict) else ""
    return de.in_enterprise(db, eid, text)
