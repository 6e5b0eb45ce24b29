"""The recipients of a transactional send, from the rows of a file."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mcctl.bulk.columns import Shard, attributes_in, hash_of, map_columns, text_of, untold
from mcctl.bulk.engine import Batch, Outcomes, Send
from mcctl.bulk.item import Item
from mcctl.bulk.ledger import ACCEPTED, REFUSED
from mcctl.bulk.readers import Row, Source
from mcctl.bulk.runs import key_of
from mcctl.errors import McctlError
from mcctl.rest.address import checked_address
from mcctl.rest.tx import MAX_KEY_CHARS, TxApi, read_outcomes

FIELDS = ("contactKey", "to", "messageKey")
MAX_CONTACT_KEY_CHARS = 254
_DEFINITIONS_FAULT = ("30003", "109107", "109111", "109122")


@dataclass(frozen=True)
class Recipients:
    """The recipients in a file.

    mapping: field -> column. channel: email or sms. namespace: makes the message keys of a run.
    once: a contact may occur only once.
    """

    source: Source
    mapping: Mapping[str, str]
    channel: str
    namespace: uuid.UUID
    shard: Shard
    once: bool

    def items(self) -> Iterator[Item]:
        """Yield the shard's recipients in the order of the file, those that cannot be sent with their problem."""
        column, holds = self.mapping["contactKey"], self.shard.holds
        namespace = self.namespace.bytes
        for row in self.source.rows():
            contact = text_of(row.values.get(column))
            hashed = hash_of(contact)
            if holds(hashed):
                yield self._item(row, contact, hashed, namespace)

    def _item(self, row: Row, contact: str, hashed: int, namespace: bytes) -> Item:
        values = row.values
        own = self._own_key(values)
        key = key_of(namespace, row.number) if own is None else own
        address, wrong = checked_address(self.channel, text_of(values.get(self.mapping["to"])))
        body: dict[str, Any] = {"contactKey": contact, "to": address, "messageKey": key}
        if attributes := attributes_in(values, self._mapped):
            body["attributes"] = attributes
        return Item(
            row.number,
            contact,
            key,
            body,
            hash=hashed if self.once else None,
            key_hash=None if own is None else hash_of(key),
            problem=row.problem or self._problem(values, contact, key) or wrong,
            line=row.line,
        )

    def _own_key(self, values: Mapping[str, Any]) -> str | None:
        """Return the message key that the file gives; a line of JSON may have none."""
        column = self.mapping.get("messageKey")
        return None if column is None or column not in values else text_of(values[column])

    @cached_property
    def _mapped(self) -> frozenset[str]:
        return frozenset(self.mapping.values())

    def _problem(self, values: Mapping[str, Any], contact: str, key: str) -> str | None:
        column = self.mapping["contactKey"]
        if not contact:
            return untold(column, values.get(column))
        if len(contact) > MAX_CONTACT_KEY_CHARS:
            return f"{column} has {len(contact)} characters, more than {MAX_CONTACT_KEY_CHARS}"
        if not 0 < len(key) <= MAX_KEY_CHARS:
            return f"{self.mapping.get('messageKey')} has {len(key)} characters, not 1 to {MAX_KEY_CHARS}"
        return None


def column_mapping(source: Source, named: Sequence[str]) -> dict[str, str]:
    """Return field -> column, as `map_columns` does; only the message key need not be there."""
    return map_columns(source, FIELDS, named, required=FIELDS[:2])


def is_recipients_fault(error: McctlError) -> bool:
    """Whether a request that was refused as a whole may have been for one of its recipients."""
    return error.status in (400, 413) and str(error.errorcode) not in _DEFINITIONS_FAULT


def send_with(api: TxApi, definition_key: str, common: Mapping[str, Any], recognised: Callable[[int], None]) -> Send:
    """Return what sends a batch of recipients and tells what became of each.

    common: what is the same for all. recognised: told how many were accepted before by a run that is not known here.
    """

    def send(batch: Batch) -> Outcomes:
        call = api.batch(definition_key=definition_key, recipients=[item.body for item in batch.items], **common)
        answer = api.client.send(call)
        batch.resent = batch.resent or answer.repeated
        keys = [str(item.key) for item in batch.items]
        # A key that the run made itself can only be used already because it arrived.
        made = {str(item.key) for item in batch.items if item.key_hash is None}
        said = read_outcomes(answer, call, keys, resent=batch.resent, made=made)
        recognised(sum(outcome.before for outcome in said))
        # What the answer does not mention stays under way, and is asked again when the run goes on.
        return [
            (item.row, ACCEPTED if outcome.accepted else REFUSED, outcome.error)
            for item, outcome in zip(batch.items, said, strict=True)
            if outcome.accepted is not None
        ]

    return send
