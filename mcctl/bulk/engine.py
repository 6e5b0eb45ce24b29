"""Sending many items in batches, from several threads, so that a crash at any instant loses and doubles nothing.

The thread of the command reads, records and settles; the others only send. Where the API recognises keys, what was
under way when a run stopped is sent again under the same keys; where it does not, it is reported as unknown.
"""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from threading import Thread

from mcctl.bulk.item import Item
from mcctl.bulk.ledger import ACCEPTED, REFUSED, UNKNOWN, Ledger
from mcctl.clock import Clock
from mcctl.errors import (
    InputError,
    Interrupted,
    McctlError,
    NotFound,
    NotPermitted,
    OutcomeUnknown,
    Refused,
    Unavailable,
)
from mcctl.signals import noted
from mcctl.words import counted

KEY_SECONDS = 47 * 3600  # the API recognises a key for two days; an hour of that is left for clocks that differ
FOR_EVER, NEVER = float("inf"), 0.0
MAX_LOST_IN_A_ROW = 3
MAX_REFUSED_IN_A_ROW = 10
_RECALLED = 500  # rows that the ledger is asked about at a time
_CERTAIN = (Refused, InputError, NotPermitted, NotFound, Unavailable)
"""Errors that say that nothing was carried out, unless they are doubtful."""

Outcomes = list[tuple[int, str, str | None]]
"""(row, outcome, error) of every item of a batch of which something is known."""


@dataclass
class Batch:
    """Items that leave in one request, and what came of it.

    known: the ledger has them already. resent: they may have arrived before. request: the API's name for what goes on
    after its answer, set where there is one.
    """

    items: list[Item]
    known: bool = False
    resent: bool = False
    request: str | None = None
    outcomes: Outcomes = field(default_factory=list)
    error: Exception | None = None

    def halves(self) -> list[Batch]:
        """Return two batches of the same items."""
        middle = len(self.items) // 2
        return [Batch(items, known=True, resent=self.resent) for items in (self.items[:middle], self.items[middle:])]


Send = Callable[[Batch], Outcomes]
"""Sends a batch; sets `resent` when an attempt may have arrived unanswered. Raises what the answer as a whole means."""


class Engine:
    """Sends items and keeps the ledger.

    send: how a batch is sent. resend_within: for how many seconds, by the clock, an item whose answer never came may be
    sent again, because the API recognises its key, or because twice is the same as once. is_items_fault: whether a
    refusal of a batch as a whole may be for what is in it; others stop the run. batch_size: items of one request;
    max_chars: and how much of them. concurrency: requests at a time. progress: told of items as they are done. note:
    told what the user should know.
    """

    def __init__(
        self,
        ledger: Ledger,
        send: Send,
        *,
        clock: Clock,
        resend_within: float,
        is_items_fault: Callable[[McctlError], bool],
        batch_size: int,
        max_chars: int = 0,
        concurrency: int,
        progress: Callable[[int], None],
        note: Callable[[str], None],
    ) -> None:
        self._ledger = ledger
        self._send = send
        self._clock = clock
        self._resend_within = resend_within
        self._is_items_fault = is_items_fault
        self._batch_size = batch_size
        self._max_chars = max_chars
        self._concurrency = concurrency
        self._progress = progress
        self._note = note
        self._leaving: queue.SimpleQueue[Batch | None] = queue.SimpleQueue()
        self._back: queue.SimpleQueue[None] = queue.SimpleQueue()  # says that there is more in _answered
        self._answered: deque[Batch] = deque()  # what is in here stays, wherever an interrupt comes
        self._signal: Callable[[], int | None] = lambda: None
        self._is_through = False  # whether the last of the items has left
        self._away = 0
        self._lost_in_a_row = 0
        self._halves: list[Batch] = []
        self._suspects: list[tuple[Item, McctlError]] = []  # refused one by one, since the last one that was accepted

    def run(self, items: Iterable[Item]) -> int | None:
        """Send what the ledger does not know to be done. items: those of the whole file, in its order.

        A first signal stops it where nothing can be torn apart, a second one at once. One that comes when there is
        nothing to stop any more is returned, by its number.
        Raises the error that stopped the run, or Interrupted; everything known so far is in the ledger then.
        """
        for _ in range(self._concurrency):
            Thread(target=self._work, daemon=True).start()
        try:
            with noted() as signal:
                self._signal = signal
                self._send_all(items)
                return signal()
        except KeyboardInterrupt as interrupt:
            if self._signal() is None:
                self._wait_for_rest()
            self._drain()
            raise Interrupted.by(interrupt, "Interrupted") from None
        except Exception:
            self._finish(quietly=True)
            raise
        finally:
            for _ in range(self._concurrency):
                self._leaving.put(None)

    def planned(self, items: Iterable[Item]) -> Iterator[Batch]:
        """Yield what `run` would send, and write down that it leaves; send nothing. The ledger is to be thrown away."""
        for batch in self._batches(items):
            fit = batch.items if batch.known else self._ledger.intend(batch.items)
            if fit:
                yield replace(batch, items=fit)

    def _send_all(self, items: Iterable[Item]) -> None:
        for batch in self._batches(items):
            if self._signal() is not None:
                break
            self._start(batch)
            while self._halves and self._signal() is None:
                self._start(self._halves.pop())
        if (number := self._signal()) is None:
            self._finish()
            self._clear_suspects()
            number = self._signal()
        if number is not None and (self._away or self._is_unfinished):
            self._wait_for_rest()
            raise Interrupted.by(number, "Interrupted")

    def _wait_for_rest(self) -> None:
        self._note(f"Waiting for {counted(self._away, 'request')} under way; Ctrl-C again leaves at once")
        with suppress(KeyboardInterrupt):
            self._finish(quietly=True)

    @property
    def _is_unfinished(self) -> bool:
        """Whether something is left to be sent."""
        return not self._is_through or bool(self._halves)

    def _work(self) -> None:
        while batch := self._leaving.get():
            try:
                batch.outcomes = self._send(batch)
            except Exception as error:
                batch.error = error
            self._answered.append(batch)
            self._back.put(None)

    def _batches(self, items: Iterable[Item]) -> Iterator[Batch]:
        """Yield what is to be sent: what was under way, again or not at all, then what the ledger does not know."""
        open_rows, last = self._ledger.under_way(), self._ledger.last_row()
        items = iter(items)
        for known in in_batches(_up_to(last, items), _RECALLED):
            self._ledger.recall(known)
            again = [item for item in known if item.row in open_rows]
            self._progress(len(known) - len(again))
            for batch in in_batches(again, self._batch_size, self._max_chars):
                yield from self._under_way(batch, open_rows)
        for batch in in_batches(items, self._batch_size, self._max_chars):
            yield Batch(batch)
        self._is_through = True

    def _under_way(self, items: list[Item], open_rows: dict[int, float | None]) -> Iterator[Batch]:
        """Yield what had no outcome: as new what did not arrive, and again what may have, if that is still allowed."""
        sent = [(item, open_rows[item.row]) for item in items]
        stale = [item for item, at in sent if at is not None and self._is_stale(at)]
        if stale:
            why = "No answer came" + (", and the key is too old to try again" if self._resend_within else "")
            self._ledger.settle((item.row, UNKNOWN, why) for item in stale)
            self._progress(len(stale))
        if withdrawn := [item for item, at in sent if at is None]:
            yield Batch(withdrawn, known=True)
        if lost := [item for item, at in sent if at is not None and not self._is_stale(at)]:
            yield Batch(lost, known=True, resent=True)

    def _is_stale(self, sent_at: float) -> bool:
        """Whether what was sent then must not be sent again. A clock that was set back makes nothing younger."""
        if self._resend_within in (NEVER, FOR_EVER):
            return self._resend_within == NEVER
        now = max(self._clock.time(), self._latest)
        return not 0 <= now - sent_at < self._resend_within

    @cached_property
    def _latest(self) -> float:
        """The largest time of sending that the ledger knew before this run: it looks at every row for it."""
        return self._ledger.latest()

    def _start(self, batch: Batch) -> None:
        """Have a batch leave, once there is room, with its intent written down."""
        while self._away >= self._concurrency:
            self._settle(self._next_answered())
        size = len(batch.items)
        if batch.known:
            self._ledger.intend_again(batch.items)
        else:
            batch.items = self._ledger.intend(batch.items)
        self._progress(size - len(batch.items))
        if batch.items:
            self._away += 1
            self._leaving.put(batch)

    def _finish(self, *, quietly: bool = False) -> None:
        """Wait for everything; quietly when the run stops: nothing more leaves then, and no further error is told."""
        while self._away or (self._halves and not quietly):
            try:
                if self._away:
                    self._settle(self._next_answered())
                else:
                    self._start(self._halves.pop())
            except Exception:
                if not quietly:
                    raise

    def _next_answered(self) -> Batch:
        while not self._answered:
            self._back.get()
        return self._answered.popleft()

    def _drain(self) -> None:
        """Write down the answers that have come already."""
        with suppress(KeyboardInterrupt):
            while self._answered:
                with suppress(McctlError):
                    self._settle(self._answered.popleft())

    def _settle(self, batch: Batch) -> None:
        self._away -= 1
        if batch.error is None:
            self._lost_in_a_row = 0
            self._ledger.settle(batch.outcomes, batch.request)
            self._progress(len(batch.outcomes))
            if any(outcome == ACCEPTED for _, outcome, _ in batch.outcomes):
                self._clear_suspects()
        elif (
            isinstance(batch.error, OutcomeUnknown)
            and batch.error.status is None  # there was no answer at all; other batches may be luckier
            and self._lost_in_a_row < MAX_LOST_IN_A_ROW
        ):
            self._lost_in_a_row += 1
            self._note(f"Unknown outcome of {counted(len(batch.items), 'row')}: {batch.error.message}")
        else:
            self._fail(batch, batch.error)

    def _fail(self, batch: Batch, error: Exception) -> None:
        """Write down what did not arrive; look for the items that are to blame, or raise `error`."""
        if isinstance(error, _CERTAIN) and not error.doubtful and not batch.resent:
            self._ledger.withdraw(batch.items)
        blamed = isinstance(error, InputError) or (isinstance(error, Refused) and self._is_items_fault(error))
        if not isinstance(error, McctlError) or not blamed:
            raise error
        if len(batch.items) > 1:
            self._halves += batch.halves()
        elif isinstance(error, InputError):
            self._ledger.settle([(batch.items[0].row, REFUSED, error.message)])
            self._progress(1)
        else:
            self._suspects.append((batch.items[0], error))
            if len(self._suspects) == MAX_REFUSED_IN_A_ROW:
                raise error  # when nobody is accepted, it is not the items' fault

    def _clear_suspects(self) -> None:
        """Settle what was refused one by one, since others were accepted, or there is nothing else."""
        self._ledger.settle((item.row, REFUSED, error.message) for item, error in self._suspects)
        self._progress(len(self._suspects))
        self._suspects = []


def _up_to(last: int, items: Iterator[Item]) -> Iterator[Item]:
    """Yield the first of `items`, up to and with that of the row `last`; none if that is 0."""
    for item in items if last else ():
        yield item
        if item.row >= last:
            return


def in_batches(items: Iterable[Item], size: int, max_chars: int = 0) -> Iterator[list[Item]]:
    """Yield `items` in lists of `size`, the last one shorter, and so those of over `max_chars`, unless that is 0."""
    whole = iter(items)
    while batch := list(islice(whole, size)):
        if max_chars and len(batch) > 1 and sum(item.chars for item in batch) > max_chars:
            yield from _smaller(batch, max_chars)
        else:
            yield batch


def _smaller(items: list[Item], max_chars: int) -> Iterator[list[Item]]:
    """Yield `items` in lists that are within `max_chars`, but for a single item that is over it by itself."""
    batch: list[Item] = []
    chars = 0
    for item in items:
        if batch and chars + item.chars > max_chars:
            yield batch
            batch, chars = [], 0
        batch.append(item)
        chars += item.chars
    yield batch
