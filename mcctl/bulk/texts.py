"""Texts to the numbers of a file, and what became of them.

The API does not recognise a text that it has got before, so one whose answer was lost is never sent again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import Any

from mcctl.bulk.columns import Shard, attributes_in, hash_of, map_columns, text_of
from mcctl.bulk.engine import Batch, Outcomes, Send
from mcctl.bulk.item import Item
from mcctl.bulk.ledger import ACCEPTED, Ledger
from mcctl.bulk.polling import rounds
from mcctl.bulk.readers import Row, Source
from mcctl.errors import McctlError
from mcctl.reading import get
from mcctl.rest.address import checked_number
from mcctl.rest.sms import MAX_SUBSCRIBER_KEY_CHARS, SmsApi, subscriber
from mcctl.rest.sms_codes import Progress

NUMBER, KEY = "mobileNumber", "subscriberKey"
NOT_SENT_TO, NOT_TOLD = "NotSubscribed", "NotTold"
"""Statuses of rows that Marketing Cloud tells no code of."""
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
        problem = row.problem or self._stray(row.values) or wrong
        if not self.has_keys:
            key, body = None, {NUMBER: number}
        else:
            key = text_of(row.values.get(self.mapping[KEY]))
            attributes = attributes_in(row.values, self._mapped)
            problem = problem or self._key_problem(key) or _attributes_problem(attributes)
            body = subscriber(number, key, {name: _text(value) for name, value in attributes.items()})
        mark = hashed if self.once else None
        return Item(row.number, number, key, body, hash=mark, problem=problem, line=row.line)

    def _key_problem(self, key: str) -> str | None:
        if 0 < len(key) <= MAX_SUBSCRIBER_KEY_CHARS:
            return None
        return f"{self.mapping[KEY]} has {len(key)} characters, not 1 to {MAX_SUBSCRIBER_KEY_CHARS}"

    def _stray(self, values: Mapping[str, Any]) -> str | None:
        """Return what is wrong with a line that has a field under another spelling, or one that the first has not."""
        for name in values:
            if name not in self._mapped and name.lower() in self._strays:
                return f"The line has a {name}, which is not read; say so: --map {self._strays[name.lower()]}={name}"
        return None

    @cached_property
    def _strays(self) -> dict[str, str]:
        """Names of columns in lower case -> the field that is meant. A file with a header has been asked for them."""
        if self.source.format != "jsonl":
            return {}
        return {field.lower(): field for field in (NUMBER, KEY) if self.mapping.get(field, field) == field}

    @cached_property
    def _mapped(self) -> frozenset[str]:
        return frozenset(self.mapping.values())


def number_mapping(source: Source, named: Sequence[str]) -> dict[str, str]:
    """Return field -> column, as `map_columns` does; only the number must be there.

    JSON lines have subscriber keys if that is wished, or the first of them that can be read has one.
    """
    mapping = map_columns(source, (NUMBER, KEY), named, required=(NUMBER,))
    wished = any(mapping.lower().startswith(f"{KEY.lower()}=") for mapping in named)
    if source.format == "jsonl" and not wished:
        first = next((row.values for row in source.rows() if not row.problem), {})
        if KEY not in first:
            del mapping[KEY]
    return mapping


def _attributes_problem(attributes: Mapping[str, Any]) -> str | None:
    nested = [name for name, value in attributes.items() if isinstance(value, dict | list)]
    return f"The attribute {nested[0]} is no text" if nested else None


def _text(value: Any) -> str:
    """Return a value of a row as the text that an attribute is."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


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
        batch.request = str(get(routes.exchange(call), "tokenId"))
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
    for is_over in rounds(routes.client.clock, seconds, repeat(PAUSE_SECONDS), ledger.open_requests):
        for request, token in ledger.open_requests():
            told = Progress.of(routes.deliveries(message_id=message_id, token=token))
            rows = ledger.contacts_of(request)
            if told.is_over({number: len(places) for number, places in rows.items()}):
                ledger.end_request(request, status=_rest(told, rows), statuses=_statuses(told, rows))
                progress(sum(map(len, rows.values())))
            if is_over():
                return


def _rest(told: Progress, rows: Mapping[str, list[int]]) -> str:
    """Return the status of numbers that no code came in for: that they were left out is known by the count only."""
    tracked = sum(len(rows.get(delivery.number, ())) for delivery in told.deliveries)
    return NOT_SENT_TO if told.count is not None and told.count <= tracked and not told.has_failed else NOT_TOLD


def _statuses(told: Progress, rows: Mapping[str, list[int]]) -> Iterator[tuple[int, str, str | None]]:
    for delivery in told.deliveries:
        for row in rows.get(delivery.number, ()):
            yield row, delivery.status or NOT_TOLD, delivery.code
