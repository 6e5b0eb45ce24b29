"""Texts to the numbers of a file, and what became of them.

The API does not recognise a text that it has got before, so one whose answer was lost is never sent again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mcctl.bulk.columns import Shard, hash_of, map_columns, text_of
from mcctl.bulk.engine import Batch, Outcomes, Send
from mcctl.bulk.ledger import ACCEPTED, Item, Ledger
from mcctl.bulk.readers import Row, Source
from mcctl.errors import McctlError
from mcctl.rest.address import checked_number
from mcctl.rest.sms import SmsApi
from mcctl.rest.sms_body import MAX_SUBSCRIBER_KEY_CHARS, subscriber
from mcctl.rest.sms_codes import decode, is_over

NUMBER, KEY = "mobileNumber", "subscriberKey"
DELIVERED, NOT_SENT_TO, WITHOUT_END = "Delivered", "NotSubscribed", "Unknown"
PAUSE_SECONDS = 2.0
_NUMBERS_FAULT = ("is not a numeric string", "invalid phone number", "no valid subscribers were provided")


@dataclass(frozen=True)
class Numbers:
    """The numbers in a file. mapping: field -> column; with a subscriberKey all other columns are attributes.

    region: country of numbers without a country code. once: a number may occur only once.
    """

    source: Source
    mapping: Mapping[str, str]
    region: str | None
    shard: Shard
    once: bool

    @property
    def has_keys(self) -> bool:
        """Whether the recipients are told apart by keys."""
        return KEY in self.mapping

    def items(self) -> Iterator[Item]:
        """Yield the shard's recipients in the order of the file, those that cannot be sent to with their problem."""
        for row in self.source.rows():
            number, wrong = checked_number(text_of(row.values.get(self.mapping[NUMBER])), self.region)
            hashed = hash_of(number)
            if self.shard.holds(hashed):
                yield self._item(row, number, hashed, wrong)

    def _item(self, row: Row, number: str, hashed: int, wrong: str | None) -> Item:
        key = text_of(row.values.get(self.mapping[KEY])) if self.has_keys else None
        problem = row.problem or wrong
        if key is not None and not 0 < len(key) <= MAX_SUBSCRIBER_KEY_CHARS:
            problem = problem or f"{self.mapping[KEY]} has {len(key)} characters, not 1 to {MAX_SUBSCRIBER_KEY_CHARS}"
        body = {NUMBER: number} if key is None else subscriber(number, key, self._attributes(row.values))
        mark = hashed if self.once else None
        return Item(row.number, number, key, body, hash=mark, problem=problem, line=row.line)

    def _attributes(self, values: Mapping[str, Any]) -> dict[str, str]:
        return {name: text_of(value) for name, value in values.items() if name not in self._mapped}

    @cached_property
    def _mapped(self) -> frozenset[str]:
        return frozenset(self.mapping.values())


def number_mapping(source: Source, wishes: Sequence[str]) -> dict[str, str]:
    """Return field -> column, as `map_columns` does; only the number must be there.

    JSON lines have subscriber keys if the first one has.
    """
    mapping = map_columns(source, (NUMBER, KEY), wishes, required=(NUMBER,))
    if source.format == "jsonl" and mapping[KEY] not in next(source.rows()).values:
        del mapping[KEY]
    return mapping


def recipients_of(bodies: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the part of a request that says whom it is for."""
    if bodies and NUMBER in bodies[0]:
        return {"mobileNumbers": [body[NUMBER] for body in bodies]}
    return {"Subscribers": list(bodies)}


def text_with(routes: SmsApi, message_id: str, common: Mapping[str, Any]) -> Send:
    """Return what sends a text to a batch of recipients. common: what is the same for all."""

    def send(batch: Batch) -> Outcomes:
        body = {**recipients_of([item.body for item in batch.items]), **common}
        call = routes.send_call(message_id=message_id, body=body)
        batch.request = str(routes.exchange(call)["tokenId"])
        return [(item.row, ACCEPTED, None) for item in batch.items]

    return send


def is_numbers_fault(error: McctlError) -> bool:
    """Whether a request was refused for one of its numbers, and for nothing else."""
    told = [error.message, *error.details]
    return error.status == 400 and all(any(fault in text.lower() for fault in _NUMBERS_FAULT) for text in told)


def settle_deliveries(
    routes: SmsApi, message_id: str, ledger: Ledger, *, seconds: float, progress: Callable[[int], None]
) -> None:
    """Ask until it is known of every request who got the text, for so many seconds at most, and write it down.

    Raises Refused, NotPermitted, Unavailable.
    """
    deadline = time.monotonic() + seconds
    while requests := ledger.open_requests():
        for request, token in requests:
            answer = routes.deliveries(message_id=message_id, token=token)
            if is_over(answer):
                rows = ledger.contacts_of(request)
                ledger.end_request(request, status=_rest(answer), statuses=_statuses(answer, rows))
                progress(sum(map(len, rows.values())))
        if time.monotonic() + PAUSE_SECONDS > deadline or not ledger.open_requests():
            return
        time.sleep(PAUSE_SECONDS)


def _rest(answer: Mapping[str, Any]) -> str:
    """Return the status of numbers that no code came in for."""
    return WITHOUT_END if str(answer.get("status")).lower() == "error" else NOT_SENT_TO


def _statuses(answer: Mapping[str, Any], rows: Mapping[str, list[int]]) -> Iterator[tuple[int, str, str | None]]:
    for delivery in decode(answer.get("tracking")):
        for row in rows.get(delivery.number, ()):
            yield row, delivery.status or WITHOUT_END, delivery.code
