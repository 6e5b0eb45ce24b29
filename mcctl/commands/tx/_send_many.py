"""`mcctl tx send --from`: a message to every row of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from mcctl.bulk.columns import Shard
from mcctl.bulk.engine import KEY_SECONDS, Send
from mcctl.bulk.item import Item
from mcctl.bulk.ledger import Ledger
from mcctl.bulk.readers import Source
from mcctl.bulk.recipients import Recipients, column_mapping, is_recipients_fault, send_with
from mcctl.bulk.runs import Identity
from mcctl.bulk.statuses import wait_for_statuses
from mcctl.commands._bulk_run import BulkRun
from mcctl.commands._file_options import FileOptions
from mcctl.commands._waiting import SendWait
from mcctl.commands.tx._common import check_definition
from mcctl.commands.tx._options import ManyRecipients
from mcctl.copying import word
from mcctl.errors import McctlError, PartlyDone, StillInProgress
from mcctl.rest.calls import Call
from mcctl.rest.tx import ADVISED_RECIPIENTS, TxApi
from mcctl.session import Session
from mcctl.words import counted


class TransactionalRun(BulkRun):
    """A message to every row of a file. common: what is the same for all recipients."""

    kind = "tx send"
    noun = "recipient"
    resend_within = KEY_SECONDS

    def __init__(
        self,
        session: Session,
        routes: TxApi,
        definition: str,
        source: Source,
        common: dict[str, Any],
        file: FileOptions,
        many: ManyRecipients,
        waiting: SendWait,
        *,
        queue_anyway: bool,
    ) -> None:
        super().__init__(session, definition, source, file)
        self._routes = routes
        self._common = common
        self._waiting = waiting
        self._queue_anyway = queue_anyway
        self._mapping = column_mapping(source, many.mapping or [])
        self._batch_size = many.batch_size or ADVISED_RECIPIENTS
        self._recognised: list[int] = []

    @property
    def largest_batch(self) -> int:
        """Recipients of one request."""
        return self._batch_size

    @property
    def identity_parts(self) -> tuple[str | None, ...]:
        """The channel."""
        return (self._routes.channel,)

    @property
    def fixed(self) -> Mapping[str, Any]:
        """Where a recipient's data comes from."""
        return {"--map": self._mapping, "--attr, --message or --resubscribe": self._common}

    def items(self, identity: Identity, shard: Shard) -> Iterator[Item]:
        """Yield the recipients, with the message keys of a run."""
        channel = self._routes.channel
        return Recipients(self.source, self._mapping, channel, identity.namespace, shard, once=self.once).items()

    def sending(self) -> Send:
        """Return what sends a batch of recipients."""
        return send_with(self._routes, self.target, self._common, self._recognised.append)

    def request(self, bodies: Sequence[Mapping[str, Any]]) -> Call:
        """Return the request for some recipients."""
        return self._routes.batch(definition_key=self.target, recipients=bodies, **self._common)

    def is_items_fault(self, error: McctlError) -> bool:
        """Whether one of the recipients may be to blame."""
        return is_recipients_fault(error)

    def check(self) -> None:
        """Look whether the definition is active. Raises NotFound, Refused."""
        check_definition(self.session, self._routes, self.target, queue_anyway=self._queue_anyway)

    def confirm(self) -> None:
        """Ask before many get a message."""
        self.confirm_many(f"Send {self.target} to up to {self.source.count:,} recipients?")

    def work(self, ledger: Ledger) -> None:
        """Send, and with --wait ask what became of it."""
        super().work(ledger)
        if known := sum(self._recognised):
            self.session.output.note(
                f"Marketing Cloud recognised {counted(known, 'row')}: accepted before, by a run that is not known "
                "here, and not sent again; --new-run sends anew"
            )
        if self._waiting.wait:
            self.wait(ledger, partial(wait_for_statuses, self._routes, ledger), self._waiting.wait_timeout)

    def summary(self, ledger: Ledger) -> dict[str, Any]:
        """Return the counts, and after --wait those of the final states."""
        waited = {"statuses": ledger.count_status()} if self._waiting.wait else {}
        return {"definition": self.target, **ledger.counts(), **waited}

    def is_waiting(self, ledger: Ledger) -> bool:
        """Whether --wait has not seen the end of every message."""
        return bool(self._waiting.wait and ledger.count_status().get("Queued"))

    def tell_end(self, ledger: Ledger, run_id: str) -> None:
        """Tell what --wait found. Raises PartlyDone, StillInProgress."""
        statuses = ledger.count_status() if self._waiting.wait else {}
        if statuses.get("NotSent"):
            raise PartlyDone(
                f"Accepted but not sent: {counted(statuses['NotSent'], 'message')}",
                f"mcctl tx unsent --channel {self._routes.channel} --definition {word(self.target)}",
            )
        if statuses.get("Queued"):
            still = f"Still queued: {counted(statuses['Queued'], 'message')}"
            raise StillInProgress(still, f"mcctl run resume {run_id}")

    def unknown_hint(self, ledger: Ledger, run_id: str) -> str:
        """Return whether the keys still count."""
        asks = "asks again under the same keys" if ledger.under_way() else "does not ask again"
        return f"mcctl run resume {run_id} {asks}; their keys: mcctl run show {run_id} --results PATH"
