"""The run of `mcctl de import`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Annotated, Any, NamedTuple

import typer

from mcctl.bulk.columns import Shard
from mcctl.bulk.engine import FOR_EVER, NEVER, Send
from mcctl.bulk.imports import IMPORTED, import_items, import_with, settle_requests
from mcctl.bulk.item import Item
from mcctl.bulk.ledger import Ledger
from mcctl.bulk.readers import Source
from mcctl.bulk.runs import Identity
from mcctl.commands._fields_run import FieldsRun
from mcctl.commands._file_options import FileOptions, FitOptions
from mcctl.commands._waiting import wait_option
from mcctl.errors import StillInProgress
from mcctl.rest.calls import Call
from mcctl.rest.de import DeApi, Found
from mcctl.rest.de_field import Field
from mcctl.session import Session
from mcctl.words import counted

WAIT_SECONDS = 3600.0


class ImportOptions(NamedTuple):
    """How rows are imported."""

    mode: Annotated[
        str | None,
        typer.Option("--mode", metavar="upsert|insert", help="upsert if there is a primary key, else insert."),
    ] = None
    batch_size: Annotated[
        int | None,
        typer.Option("--batch-size", metavar="N", min=1, max=2500, help="Rows in a request; 2500 if not given."),
    ] = None
    wait_timeout: Annotated[float, wait_option("1h")] = WAIT_SECONDS


MAX_ROWS = 2500
NARROWING = 10
MAX_NARROWED = 50_000
MAX_ROUNDS = 10  # of sending again what did not come through
_TOGETHER = "Rejected with others of its request, or again and again; which row is to blame is not known"


class ImportRun(FieldsRun):
    """The rows of a file into a data extension. upsert: whether rows that are there are changed."""

    kind = "de import"
    anew = "import it anew"
    results = {
        "row": "row",
        "line": "line",
        "key": "contact",
        "outcome": "outcome",
        "error": "error",
        "status": "status",
        "requestId": "requestId",
    }

    def __init__(
        self,
        session: Session,
        routes: DeApi,
        found: Found,
        fields: Sequence[Field],
        source: Source,
        how: ImportOptions,
        fit: FitOptions,
        file: FileOptions,
        *,
        upsert: bool,
    ) -> None:
        super().__init__(session, found.key, source, file, fit, fields)
        self._how = how
        self._routes = routes
        self._found = found
        self.upsert = upsert
        self.resend_within = FOR_EVER if self.upsert else NEVER
        self.repeats = self.upsert

    @property
    def largest_batch(self) -> int:
        """Rows of one request."""
        return self._how.batch_size or MAX_ROWS

    @property
    def identity_parts(self) -> tuple[str | None, ...]:
        """Whether rows that are there are changed."""
        return ("upsert" if self.upsert else "insert",)

    def items(self, identity: Identity, shard: Shard) -> Iterator[Item]:
        """Yield the rows."""
        return import_items(self.rows, shard, once=self.once, checked=self.is_checked)

    def sending(self) -> Send:
        """Return what queues a batch of rows."""
        return import_with(self._routes, self._found, upsert=self.upsert)

    def request(self, bodies: Sequence[Mapping[str, Any]]) -> Call:
        """Return the request that queues some rows."""
        return self._routes.import_call(found=self._found, rows=bodies, upsert=self.upsert)

    def work(self, ledger: Ledger) -> None:
        """Queue the rows, wait for the requests, and look for the rows that made a whole request fail."""
        size = self.batch_size
        for _ in range(MAX_ROUNDS):
            self.send(ledger, size)
            self.wait(
                ledger, partial(settle_requests, self._routes, ledger, upsert=self.upsert), self._how.wait_timeout
            )
            left = ledger.count_withdrawn()
            if not left or ledger.open_requests():
                return
            if left > MAX_NARROWED:
                break
            size = max(1, min(size, left) // NARROWING)
            self.session.output.note(
                f"{counted(left, 'row')} did not come through: sending them again, {size} at a time"
            )
        ledger.refuse_withdrawn(_TOGETHER)

    def summary(self, ledger: Ledger) -> dict[str, Any]:
        """Return how many rows are in, and how many are not."""
        counts, states = ledger.counts(), ledger.count_status()
        told = {"imported": states.get(IMPORTED, 0), "pending": states.get("Queued", 0)}
        return {"dataExtension": self.target, **told, "refused": counts["refused"], "unknown": counts["unknown"]}

    def is_finished(self, ledger: Ledger) -> bool:
        """Whether every request has ended."""
        return not ledger.under_way() and not ledger.open_requests()

    def tell_end(self, ledger: Ledger, run_id: str) -> None:
        """Say what is still waited for. Raises StillInProgress."""
        if waiting := ledger.open_requests():
            still = f"Marketing Cloud still works on {counted(len(waiting), 'request')}"
            raise StillInProgress(still, f"mcctl run resume {run_id}")

    def unknown_hint(self, ledger: Ledger, run_id: str) -> str:
        """Return whether rows can be sent again."""
        if self.upsert and ledger.under_way():
            return f"mcctl run resume {run_id} sends them again"
        return f"They may be in {self.target} already; which ones: mcctl run show {run_id} --results PATH"
