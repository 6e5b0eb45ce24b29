"""Rows on their way into a data extension: queued by requests, on which the platform works by itself.

That a request was accepted says nothing of its rows: it is asked for until it has ended. A request that failed as a
whole (a key that is taken fails every row of it) is sent again in smaller ones, until the rows to blame stand alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mcctl.bulk.columns import Shard, hash_of, text_of
from mcctl.bulk.engine import Batch, Outcomes, Send
from mcctl.bulk.item import Item
from mcctl.bulk.ledger import ACCEPTED, REFUSED, UNKNOWN, Ledger
from mcctl.bulk.polling import rounds
from mcctl.bulk.rows import FieldRows
from mcctl.errors import NotFound
from mcctl.rest.de import DeApi, Found, RowResult

IMPORTED = "Imported"
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 5.0  # seconds between two looks
_UNTOLD = "The request ended with errors, and its results do not say which rows"
_GONE = "Marketing Cloud no longer knows what became of the request"


def import_items(rows: FieldRows, shard: Shard, *, once: bool, checked: bool) -> Iterator[Item]:
    """Yield the shard's rows in the order of the file; without a primary key their numbers tell them apart.

    once: a primary key may occur only once. checked: all of the rows are known to fit.
    """
    keys = [one.name for one in rows.fields if one.is_key]
    for row in rows.source.rows():
        values = {} if row.problem else rows.values(row)
        key = ", ".join(text_of(values.get(name)) for name in keys)
        hashed = hash_of(key if keys else str(row.number))
        if shard.holds(hashed):
            mark = hashed if once and keys else None
            problem = None if checked else rows.problem(row)
            yield Item(row.number, key, None, values, mark, None, problem, row.line, rows.chars(values))


def import_with(routes: DeApi, found: Found, *, upsert: bool) -> Send:
    """Return what queues a batch of rows."""

    def send(batch: Batch) -> Outcomes:
        call = routes.import_call(found=found, rows=[item.body for item in batch.items], upsert=upsert)
        batch.request, repeated = routes.request_id(call)
        batch.resent = batch.resent or repeated
        return [(item.row, ACCEPTED, None) for item in batch.items]

    return send


def settle_requests(
    routes: DeApi, ledger: Ledger, *, upsert: bool, seconds: float, progress: Callable[[int], None]
) -> None:
    """Ask until every request has ended, for so many seconds at most, and write down what came of its rows.

    Rows of requests that failed as a whole are to be sent again. Raises NotPermitted, Unavailable.
    """
    for _ in rounds(routes.client.clock, seconds, _pauses(), ledger.open_requests):
        for request, name in ledger.open_requests():
            if ended := _ended(routes, name):
                rows = ledger.rows_of(request)
                _settle(ledger, request, rows, ended, upsert=upsert)
                progress(len(rows))


def _pauses() -> Iterator[float]:
    """Yield pauses that get longer, from the first to the longest."""
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(2 * pause, LONGEST_PAUSE)


@dataclass(frozen=True)
class _Ended:
    """How a request has ended. results: of every row, in order; none where all went well.

    untold: why there are none although not all went well.
    """

    results: Sequence[RowResult] = ()
    untold: str = ""


def _ended(routes: DeApi, name: str) -> _Ended | None:
    """Return how a request has ended; None while it has not."""
    try:
        progress = routes.request_status(request_id=name)
        if not progress.is_done:
            return None
        if not progress.has_errors:
            return _Ended()
        results = routes.request_results(request_id=name)
    except NotFound:
        return _Ended(untold=_GONE)
    return _Ended(results) if any(result.error for result in results) else _Ended(untold=_UNTOLD)


def _settle(ledger: Ledger, request: int, rows: Sequence[int], ended: _Ended, *, upsert: bool) -> None:
    """Write down what came of a request: of each row, or, where that cannot be told, that it is to be sent again."""
    results = ended.results
    is_mapped = bool(results) and len(results) == len(rows)
    if not results and not ended.untold:
        ledger.end_request(request, status=IMPORTED)
    elif is_mapped and (len(rows) == 1 or _tells_apart(results)):
        told = [(row, result) for row, result in zip(rows, results, strict=True) if result.error is not None]
        again = [row for row, result in told if result.passes and upsert]
        outcomes = [
            (row, UNKNOWN if result.passes else REFUSED, result.error) for row, result in told if row not in again
        ]
        ledger.end_request(request, status=IMPORTED, outcomes=outcomes, again=again)
    elif is_mapped or (upsert and len(rows) > 1):
        ledger.undo_request(request)  # nothing of it is there, or twice is the same as once
    else:
        why = ended.untold or _UNTOLD
        ledger.end_request(request, status=IMPORTED, outcomes=[(row, UNKNOWN, why) for row in rows])


def _tells_apart(results: Sequence[RowResult]) -> bool:
    """Whether errors are about their rows: some went well, or they differ. Else one row may have failed all."""
    errors = {result.error for result in results}
    return len(errors) > 1 or all(result.passes for result in results)
