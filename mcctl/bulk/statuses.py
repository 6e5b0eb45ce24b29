"""Waiting until it is known what became of every accepted message of a run.

One request a message: the API has no other way to ask. It limits how often that may be done; the pace adapts.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat

from mcctl.bulk.ledger import Ledger
from mcctl.bulk.polling import rounds
from mcctl.rest.tx import TxApi, reason_of, state_of

PAGE = 50
PAUSE_SECONDS = 2.0


def wait_for_statuses(routes: TxApi, ledger: Ledger, *, seconds: float, progress: Callable[[int], None]) -> None:
    """Ask for the status of every accepted message until each is Sent or NotSent, for so many seconds at most.

    Raises NotPermitted, Unavailable.
    """
    for is_over in rounds(routes.client.clock, seconds, repeat(PAUSE_SECONDS), lambda: ledger.without_status(0, 1)):
        after = 0
        while not is_over() and (rows := ledger.without_status(after, PAGE)):
            final = [status for status in (_final(routes, *row) for row in rows) if status is not None]
            ledger.set_status(final)
            progress(len(final))
            after = rows[-1][0]


def _final(routes: TxApi, row: int, key: str) -> tuple[int, str, str | None] | None:
    """Return (row, status, code) of a message, or None while it is queued."""
    status = routes.get_status_or_none(message_key=key)
    if state_of(status) == "Queued":
        return None
    return row, state_of(status), reason_of(status)[0] or None
