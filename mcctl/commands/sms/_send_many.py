"""`mcctl sms send --from`: a text to every number of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from mcctl.bulk.columns import Shard
from mcctl.bulk.engine import Send
from mcctl.bulk.item import Item
from mcctl.bulk.ledger import Ledger
from mcctl.bulk.readers import Source
from mcctl.bulk.runs import Identity
from mcctl.bulk.texts import Numbers, is_numbers_fault, number_mapping, recipients_of, settle_deliveries, text_with
from mcctl.commands._bulk_run import BulkRun
from mcctl.commands._file_options import FileOptions
from mcctl.commands._waiting import SendWait
from mcctl.commands.sms._body import past_problem
from mcctl.commands.sms._options import ManyNumbers
from mcctl.errors import McctlError, PartlyDone, Refused, StillInProgress, refuse_all
from mcctl.rest.calls import Call
from mcctl.rest.sms import MAX_RECIPIENTS, SmsApi
from mcctl.rest.sms_codes import CODES
from mcctl.rest.sms_codes import DELIVERED as DELIVERED_CODE
from mcctl.session import Session
from mcctl.words import counted

DELIVERED = CODES[DELIVERED_CODE].status


class TextRun(BulkRun):
    """A text to every number of a file. common: what is the same for all. region: as for `checked_number`."""

    kind = "sms send"
    noun = "recipient"
    results = {
        "row": "row",
        "line": "line",
        "mobileNumber": "contact",
        "subscriberKey": "key",
        "outcome": "outcome",
        "error": "error",
        "tokenId": "requestId",
        "status": "status",
        "statusCode": "status_code",
    }

    def __init__(
        self,
        session: Session,
        routes: SmsApi,
        message_id: str,
        source: Source,
        common: dict[str, Any],
        region: str | None,
        file: FileOptions,
        many: ManyNumbers,
        waiting: SendWait,
    ) -> None:
        super().__init__(session, message_id, source, file)
        self._routes = routes
        self._common = common
        self._region = region
        self._mapping = number_mapping(source, many.mapping or [])
        self._batch_size = many.batch_size or MAX_RECIPIENTS
        self._waiting = waiting
        self._tell_unsent_columns()

    @property
    def largest_batch(self) -> int:
        """Recipients of one request."""
        return self._batch_size

    @property
    def identity_parts(self) -> tuple[str | None, ...]:
        """Nothing else."""
        return ()

    @property
    def fixed(self) -> Mapping[str, Any]:
        """Where a number comes from, and what is sent to it."""
        return {"--map": self._mapping, "--region": self._region, "text, keyword or time": self._common}

    def items(self, identity: Identity, shard: Shard) -> Iterator[Item]:
        """Yield the recipients."""
        return Numbers(self.source, self._mapping, self._region, shard, once=self.once).items()

    def sending(self) -> Send:
        """Return what sends a text to a batch of recipients."""
        return text_with(self._routes, self.target, self._common)

    def request(self, bodies: Sequence[Mapping[str, Any]]) -> Call:
        """Return the request for some recipients."""
        return self._routes.send_call(message_id=self.target, body={**recipients_of(bodies), **self._common})

    def is_items_fault(self, error: McctlError) -> bool:
        """Whether one of the numbers may be to blame."""
        return is_numbers_fault(error)

    def check_new(self) -> None:
        """Look whether the send time is past: a run that was begun before it goes on after it."""
        refuse_all(past_problem(self._common.get("SendTime")))

    def confirm(self) -> None:
        """Ask before many get a text."""
        self.confirm_many(f"Send {self.target} to up to {self.source.count:,} numbers?")

    def work(self, ledger: Ledger) -> None:
        """Send, and with --wait ask who got it."""
        super().work(ledger)
        if self._waiting.wait:
            settle = partial(settle_deliveries, self._routes, self.target, ledger)
            self.wait(ledger, settle, self._waiting.wait_timeout)

    def summary(self, ledger: Ledger) -> dict[str, Any]:
        """Return the counts, and after --wait those of the final states."""
        waited = {"statuses": ledger.count_status()} if self._waiting.wait else {}
        return {"message": self.target, **ledger.counts(), **waited}

    def is_waiting(self, ledger: Ledger) -> bool:
        """Whether --wait has not seen the end of every request."""
        return bool(self._waiting.wait and ledger.open_requests())

    def tell_end(self, ledger: Ledger, run_id: str) -> None:
        """Tell what --wait found. Raises PartlyDone, Refused, StillInProgress."""
        if not self._waiting.wait:
            return
        if waiting := ledger.open_requests():
            still = f"Not all is known yet of {counted(len(waiting), 'request')}"
            raise StillInProgress(still, f"mcctl run resume {run_id}")
        statuses = ledger.count_status()
        if missed := {status: count for status, count in statuses.items() if status != DELIVERED}:
            kind = PartlyDone if statuses.get(DELIVERED) else Refused
            raise kind(
                f"Delivered to {statuses.get(DELIVERED, 0):,} of {counted(sum(statuses.values()), 'recipient')}",
                f"Which ones: mcctl run show {run_id} --results PATH",
                details=[f"{status}: {count:,}" for status, count in missed.items()],
            )

    def _tell_unsent_columns(self) -> None:
        """Say so when columns have no place in the requests."""
        columns = self.source.columns or next((tuple(row.values) for row in self.source.rows() if not row.problem), ())
        others = [column for column in columns if column not in self._mapping.values()]
        if others and "subscriberKey" not in self._mapping:
            self.session.output.note(
                f"Not sent: {', '.join(others)}; attributes need the column of the subscriber key: "
                "--map subscriberKey=COLUMN"
            )
