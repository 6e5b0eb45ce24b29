"""The run of `mcctl event fire --from`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mcctl.bulk.engine import Send
from mcctl.bulk.entry_events import CONTACT, event_items, fire_with
from mcctl.bulk.ledger import Item, Ledger
from mcctl.bulk.readers import Source
from mcctl.bulk.rows import FieldRows
from mcctl.bulk.runs import Identity
from mcctl.commands import Context
from mcctl.commands.bulk import BulkRun, surveyed
from mcctl.errors import InputError, McctlError
from mcctl.rest.de import DeApi
from mcctl.rest.de_field import Field, fields_of
from mcctl.rest.event import MAX_MEMBERS, EventApi

if TYPE_CHECKING:
    from mcctl.rest.http import Call


class EventRun(BulkRun):
    """An entry event for every row of a file. sent_by: the field that holds the contact key, if there is one."""

    kind = "event fire"
    noun = "contact"
    max_chars = 2_500_000
    results = {
        "row": "row",
        "line": "line",
        "contactKey": "contact",
        "outcome": "outcome",
        "error": "error",
        "requestId": "requestId",
    }

    def __init__(
        self, ctx: Context, routes: EventApi, event: str, fields: Sequence[Field], sent_by: str, source: Source
    ) -> None:
        super().__init__(ctx, event, source)
        options = ctx.obj.options
        self._routes = routes
        self._fields = fields
        wishes, left_out = options["mapping"] or [], options["left_out"] or []
        self._columns = FieldRows.of(source, fields, wishes, left_out, CONTACT)
        self._sent_by = sent_by
        if CONTACT not in self._columns.mapping and sent_by not in self._columns.mapping:
            raise InputError(
                f"No column is called {CONTACT}; there are: {', '.join(source.columns)}",
                f"Say which one holds the contact key: --map {CONTACT}=COLUMN",
            )

    @property
    def largest_batch(self) -> int:
        """Contacts of one request."""
        return self.session.options["batch_size"] or MAX_MEMBERS

    @property
    def identity_parts(self) -> tuple[str | None, ...]:
        """Nothing else."""
        return ()

    @property
    def fixed(self) -> Mapping[str, Any]:
        """Where a contact's data comes from."""
        return {"--map": dict(self._columns.mapping), "--leave-out": sorted(self._columns.left_out)}

    def items(self, identity: Identity) -> Iterator[Item]:
        """Yield the contacts."""
        rows = FieldRows(self.source, self._fields, self._columns.mapping, self._columns.left_out)
        checked = not self.session.options["skip_invalid"]
        return event_items(rows, self._sent_by, self.shard, once=self.once, checked=checked)

    def sending(self) -> Send:
        """Return what fires the event for a batch of contacts."""
        return fire_with(self._routes, self.target)

    def request(self, bodies: Sequence[Mapping[str, Any]]) -> Call:
        """Return the request for some contacts."""
        return self._routes.batch(key=self.target, members=bodies)

    def is_items_fault(self, error: McctlError) -> bool:
        """Whether one of the contacts may be to blame."""
        return error.status in (400, 413)

    def check_file(self) -> None:
        """Look at every row. Raises InputError where one does not fit."""
        if not self.session.options["skip_invalid"]:
            self._columns.check(option="--skip-invalid")

    def confirm(self) -> None:
        """Ask before many enter a journey."""
        self.confirm_many(f"Fire {self.target} for up to {self.source.count:,} contacts?")

    def summary(self, ledger: Ledger) -> dict[str, Any]:
        """Return the counts."""
        return {"event": self.target, **ledger.counts()}

    def unknown_hint(self, ledger: Ledger, run_id: str) -> str:
        """Return how to find out."""
        return (
            f"They are never fired again. Which ones: mcctl run show {run_id} --results PATH; then: mcctl event status"
        )


def fire_many(ctx: Context, routes: EventApi, event: str) -> None:
    """Fire an event for every row of the file named by --from."""
    with surveyed(ctx, ctx.obj.options["source"]) as source:
        definition = routes.get(key=event)
        fields, sent_by = _target(ctx, definition.get("dataExtensionId"))
        EventRun(ctx, routes, str(definition["eventDefinitionKey"]), fields, sent_by, source).start()


def _target(ctx: Context, de_id: Any) -> tuple[list[Field], str]:
    """Return the fields of the data extension of an event, and the one that holds the contact key."""
    if not de_id:
        raise InputError("The event definition has no data extension, so that its fields are not known")
    routes = DeApi(ctx.obj.client)
    sent_by = routes.get(de_id=str(de_id)).get("sendableCustomObjectField")
    return fields_of(routes.fields(de_id=str(de_id))), str(sent_by or "")
