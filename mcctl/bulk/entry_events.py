"""Entry events for the contacts of a file.

The API does not recognise an event that it has got before, so one whose answer was lost is never fired again.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcctl.bulk.columns import Shard, hash_of, text_of, untold
from mcctl.bulk.engine import Batch, Outcomes, Send
from mcctl.bulk.item import Item
from mcctl.bulk.ledger import ACCEPTED, REFUSED
from mcctl.bulk.rows import FieldRows
from mcctl.rest.event import EventApi, read_members

CONTACT = "contactKey"


def event_items(rows: FieldRows, sent_by: str, shard: Shard, *, once: bool, checked: bool) -> Iterator[Item]:
    """Yield the shard's contacts in the order of the file.

    sent_by: the field that holds the contact key where no column of its own does. once: a contact may occur only once.
    checked: all of the rows are known to fit.
    """
    for row in rows.source.rows():
        data = {} if row.problem else rows.values(row)
        own = data.pop(CONTACT, None)
        contact = text_of(own) or text_of(data.get(sent_by))
        hashed = hash_of(contact)
        if shard.holds(hashed):
            problem = None if checked else rows.problem(row) or (None if contact else untold("The contact key", own))
            body = {"contactKey": contact, "data": data}
            mark = hashed if once else None
            yield Item(row.number, contact, None, body, mark, None, problem, row.line, rows.chars(data))


def fire_with(routes: EventApi, key: str) -> Send:
    """Return what fires an event for a batch of contacts, and tells what became of each."""

    def send(batch: Batch) -> Outcomes:
        call = routes.batch(key=key, members=[item.body for item in batch.items])
        answer = routes.client.send(call)
        batch.request, said = read_members(answer, call, [item.contact for item in batch.items])
        # A contact of which nothing is said stays under way: nobody fires it again.
        return [
            (item.row, ACCEPTED if outcome.accepted else REFUSED, outcome.error)
            for item, outcome in zip(batch.items, said, strict=True)
            if outcome.accepted is not None
        ]

    return send
