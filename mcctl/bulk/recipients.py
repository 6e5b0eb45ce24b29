"""The recipients of a transactional send, from the rows of a file."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mcctl.bulk.engine import Batch, Outcomes, Send
from mcctl.bulk.ledger import ACCEPTED, REFUSED, Item
from mcctl.bulk.readers import Row, Source
from mcctl.bulk.runs import key_of
from mcctl.errors import InputError, McctlError
from mcctl.rest.address import address_problem, plain_number
from mcctl.rest.tx import MAX_KEY_CHARS, TxApi, read_outcomes

FIELDS = ("contactKey", "to", "messageKey")
MAX_CONTACT_KEY_CHARS = 254
_SEMICOLONS = "Is it separated by semicolons? Save it with commas, or with tabs as TSV"
_DEFINITIONS_FAULT = ("30003", "109107", "109111", "109122")


@dataclass(frozen=True)
class Shard:
    """One of so many parts of a file, numbered from 1; a contact is always in the same one."""

    number: int = 1
    total: int = 1

    @classmethod
    def parse(cls, text: str | None) -> Shard:
        """Read K/N. Raises InputError for anything else."""
        if text is None:
            return cls()
        found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
        if not found or not 1 <= int(found[1]) <= int(found[2]):
            raise InputError(f"--shard {text!r} is not of the form K/N, with K from 1 to N, such as 1/4")
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.number}/{self.total}"

    def holds(self, hashed: int) -> bool:
        """Whether a contact with this hash is in it."""
        return hashed % self.total == self.number - 1


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
            contact = _text(row.values.get(column))
            hashed = hash_of(contact)
            if holds(hashed):
                yield self._item(row, contact, hashed, namespace)

    def _item(self, row: Row, contact: str, hashed: int, namespace: bytes) -> Item:
        values = row.values
        own = self._own_key(values)
        key = key_of(namespace, row.number) if own is None else own
        address = self._address(_text(values.get(self.mapping["to"])))
        body: dict[str, Any] = {"contactKey": contact, "to": address, "messageKey": key}
        if attributes := self._attributes(values):
            body["attributes"] = attributes
        return Item(
            row.number,
            contact,
            key,
            body,
            hash=hashed if self.once else None,
            key_hash=None if own is None else hash_of(key),
            problem=row.problem or self._problem(contact, key, address),
        )

    def _attributes(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is in no mapped column; JSON lines may hold them in an object called attributes."""
        mapped = self._mapped
        attributes = {name: value for name, value in values.items() if name not in mapped}
        if isinstance(attributes.get("attributes"), dict):
            attributes |= attributes.pop("attributes")
        return attributes

    def _own_key(self, values: Mapping[str, Any]) -> str | None:
        """Return the message key that the file gives; a line of JSON may have none."""
        column = self.mapping.get("messageKey")
        return None if column is None or column not in values else _text(values[column])

    @cached_property
    def _mapped(self) -> frozenset[str]:
        return frozenset(self.mapping.values())

    def _address(self, text: str) -> str:
        return plain_number(text) if self.channel == "sms" else text

    def _problem(self, contact: str, key: str, address: str) -> str | None:
        if not contact:
            return f"{self.mapping['contactKey']} is empty"
        if len(contact) > MAX_CONTACT_KEY_CHARS:
            return f"{self.mapping['contactKey']} has {len(contact)} characters, more than {MAX_CONTACT_KEY_CHARS}"
        if not 0 < len(key) <= MAX_KEY_CHARS:
            return f"{self.mapping.get('messageKey')} has {len(key)} characters, not 1 to {MAX_KEY_CHARS}"
        return address_problem(self.channel, address)


def column_mapping(source: Source, wishes: Sequence[str]) -> dict[str, str]:
    """Return field -> column: as wished (`to=Email`), else the column of the field's own name, in any case.

    JSON lines have no header; there the fields are taken to be there. Raises InputError for a column that is not, for
    two that could be meant, or where none holds the contact key or the address.
    """
    named = {name: [column for column in source.columns if column.lower() == name.lower()] for name in FIELDS}
    if source.format == "jsonl":
        named = {name: [name] for name in FIELDS}
    named |= {name: [column] for name, column in (_wished(wish, source.columns) for wish in wishes)}
    for name, columns in named.items():
        if len(columns) > 1:
            raise InputError(f"Which column is {name}: {' or '.join(columns)}?", f"Say it: --map {name}={columns[0]}")
        if not columns and name != "messageKey":
            raise InputError(
                f"No column is called {name}; there are: {', '.join(source.columns)}",
                _SEMICOLONS if ";" in "".join(source.columns[:1]) else f"Say which one holds it: --map {name}=COLUMN",
            )
    return {name: columns[0] for name, columns in named.items() if columns}


def _wished(wish: str, columns: Sequence[str]) -> tuple[str, str]:
    name, equals, column = wish.partition("=")
    proper = next((known for known in FIELDS if known.lower() == name.strip().lower()), None)
    if not equals or not column or proper is None:
        raise InputError(f"--map {wish!r} is not of the form FIELD=COLUMN, with FIELD one of {', '.join(FIELDS)}")
    if columns and column not in columns:
        raise InputError(f"There is no column {column!r}; there are: {', '.join(columns)}")
    return proper, column


def is_recipients_fault(error: McctlError) -> bool:
    """Whether a request that was refused as a whole may have been for one of its recipients."""
    return error.status in (400, 413) and str(error.errorcode) not in _DEFINITIONS_FAULT


def hash_of(text: str) -> int:
    """Return a 64-bit hash that is the same everywhere."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


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


def _text(value: Any) -> str:
    """Return a value as text; what is neither text nor a number counts as empty."""
    if isinstance(value, str):
        return value.strip()
    return "" if value is None or isinstance(value, bool | list | dict) else str(value)
