"""Waiting until it is known what became of every accepted message of a run.

One request a message: the API has no other way to ask. It limits how often that may be done; the pace adapts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from mcctl.bulk.ledger import Ledger
from mcctl.errors import NotFound, Refused
from mcctl.rest.tx import TxApi

PAGE = 200
THREADS = 4
PAUSE_SECONDS = 2.0


def wait_for_statuses(routes: TxApi, ledger: Ledger, *, seconds: float, progress: Callable[[int], None]) -> None:
    """Ask for the status of every accepted message until each is Sent or NotSent, for so many seconds at most.

    Raises NotPermitted, Unavailable.
    """
    deadline = time.monotonic() + seconds

    def ask(row: tuple[int, str]) -> tuple[int, str, str | None] | None:
        return _final(row[0], _status(routes, row[1]))

    with ThreadPoolExecutor(THREADS) as pool:
        while ledger.without_status(0, 1):
            after = 0
            while rows := ledger.without_status(after, PAGE):
                final = [status for status in pool.map(ask, rows) if status is not None]
                ledger.set_status(final)
                progress(len(final))
                after = rows[-1][0]
                if time.monotonic() > deadline:
                    return
            if time.monotonic() + PAUSE_SECONDS > deadline:
                return
            time.sleep(PAUSE_SECONDS if ledger.without_status(0, 1) else 0)


def _status(routes: TxApi, key: str) -> dict[str, Any]:
    try:
        return routes.get_status(message_key=key)
    except (NotFound, Refused):  # the platform may need a moment until it knows a key that it has accepted
        return {}


def _final(row: int, status: dict[str, Any]) -> tuple[int, str, str | None] | None:
    name = str(status.get("eventCategoryType"))
    code = (status.get("info") or {}).get("statusCode")
    if name.endswith("NotSent"):
        return row, "NotSent", None if code is None else str(code)
    return (row, "Sent", None) if name.endswith("Sent") else None
