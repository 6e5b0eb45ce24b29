"""The run of `mcctl event fire --from`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mcctl.bulk.columns import Shard
from mcctl.bulk.engine import Send
from mcctl.bulk.entry_events import CONTACT, event_items, fire_with
from mcctl.bulk.item import Item
from mcctl.bulk.ledger import Ledger
from mcctl.bulk.readers import Source
from mcctl.bulk.runs import Identity
from mcctl.commands._fields_run import FieldsRun, unchecked
from mcctl.commands._file_options import FileOptions, FitOptions
from mcctl.commands._surveying import surveyed
from mcctl.commands.event._common import api
from mcctl.commands.event._options import ManyEvents
from mcctl.errors import InputError, NotFound, NotPermitted
from mcctl.reading import guid, text
from mcctl.rest.calls import Call
from mcctl.rest.de import DeApi
from mcctl.rest.de_field import Field, fields_of
from mcctl.rest.event import MAX_MEMBERS, EventApi
from mcctl.session import Session


class EventRun(FieldsRun):
    """An entry event for every row of a file. sent_by: the field that holds the contact key, if there is one."""

    kind = "event fire"
    noun = "contact"
    results = {
        "row": "row",
        "line": "line",
        "contactKey": "contact",
        "outcome": "outcome",
        "error": "error",
        "requestId": "requestId",
    }

    def __init__(
        self,
        session: Session,
        routes: EventApi,
        event: str,
        fields: Sequence[Field],
        sent_by: str,
        source: Source,
        file: FileOptions,
        fit: FitOptions,
        many: ManyEvents,
    ) -> None:
        super().__init__(session, event, source, file, fit, fields, CONTACT)
        self._batch_size = many.batch_size or MAX_MEMBERS
        self._routes = routes
        self._sent_by = sent_by
        if CONTACT not in self._columns.mapping and sent_by not in self._columns.mapping:
            raise InputError(
                f"No column is called {CONTACT}; there are: {', '.join(source.columns)}",
                f"Say which one holds the contact key: --map {CONTACT}=COLUMN",
            )

    @property
    def largest_batch(self) -> int:
        """Contacts of one request."""
        return self._batch_size

    @property
    def identity_parts(self) -> tuple[str | None, ...]:
        """Nothing else."""
        return ()

    def items(self, identity: Identity, shard: Shard) -> Iterator[Item]:
        """Yield the contacts."""
        return event_items(self.rows, self._sent_by, shard, once=self.once, checked=self.is_checked)

    def sending(self) -> Send:
        """Return what fires the event for a batch of contacts."""
        return fire_with(self._routes, self.target)

    def request(self, bodies: Sequence[Mapping[str, Any]]) -> Call:
        """Return the request for some contacts."""
        return self._routes.batch(key=self.target, members=bodies)

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


def fire_many(session: Session, event: str, name: str, file: FileOptions, fit: FitOptions, many: ManyEvents) -> None:
    """Fire an event for every row of the file called `name`."""
    routes = api(session)
    with surveyed(name, file) as source:
        key, fields, sent_by = _target(session, routes, event, source)
        EventRun(session, routes, key, fields, sent_by, source, file, fit, many).start()


def _target(session: Session, routes: EventApi, event: str, source: Source) -> tuple[str, list[Field], str]:
    """Return the key of an event definition, the fields of its data extension, and that of the contact key.

    Whoever may fire events need not be permitted to read what they are checked against, and there may be nothing: the
    columns are taken as they are then.
    """
    key, why = event, "the event has no data extension"
    try:
        definition = routes.get(key=event)
        key, de_id = text(definition, "eventDefinitionKey") or event, guid(definition, "dataExtensionId")
    except NotPermitted as error:
        de_id, why = "", f"reading the event is not permitted ({error.message})"
    try:
        if de_id:
            extensions = DeApi(session.client)
            sent_by = text(extensions.get(de_id=de_id), "sendableCustomObjectField")
            return key, fields_of(extensions.fields(de_id=de_id)), sent_by
    except (NotPermitted, NotFound) as error:
        why = f"they cannot be read ({error.message})"
    return key, unchecked(session, source, why, CONTACT), ""
