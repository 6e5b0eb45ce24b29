"""`mcctl event fire`."""

from __future__ import annotations

from typing import Any

from mcctl.commands._file_options import FileOptions, FitOptions, FromFile
from mcctl.commands._options import refuse_given
from mcctl.commands._verb import SEVERE, verb
from mcctl.commands.event._common import KeyArgument, api
from mcctl.commands.event._options import ManyEvents, OneEvent
from mcctl.copying import argument
from mcctl.documents import parse_assignment, read_object
from mcctl.errors import InputError, NotFound, NotPermitted, refuse_all
from mcctl.reading import guid
from mcctl.rest.de import DeApi
from mcctl.rest.de_field import fields_of, problems_of, proper_names
from mcctl.rest.event import check_key
from mcctl.session import Session


@verb(SEVERE)
def fire(
    session: Session,
    key: KeyArgument,
    one: OneEvent,
    from_file: FromFile,
    many: ManyEvents,
    fit: FitOptions,
    file: FileOptions,
) -> None:
    """Fire an entry event for one contact, or with --from for every row of a file.

    The fields and their types are checked against the data extension of the event before anything is fired; a row that
    does not fit stops the file, unless --skip-invalid. Accepted
    means that the contact will be looked at; whether it enters, the journey decides. With --from, the columns are the
    fields, and the contact key is in the column contactKey, or in the field that the data extension is sent by. The
    same command goes on where a killed run stopped; an event whose answer was lost is told, and never fired again.

    Examples:
      mcctl event fire nto-purchase --contact c-001 --set SubscriberKey=c-001 --set Email=ada@example.com
      mcctl event fire nto-purchase --contact c-001 --data-file ada.json --dry-run
      mcctl event fire nto-purchase --from contacts.csv --results out.jsonl
      mcctl event fire nto-purchase --from people.csv --map contactKey=Id --map SubscriberKey=Id --leave-out Phone
    """
    if from_file.source is None:
        refuse_given(many, fit, file, why="goes only with --from FILE")
        _fire_one(session, key, one)
        return
    from mcctl.commands.event._fire_many import fire_many  # a single event need not wait for the ledger

    refuse_given(one, why="does not go with --from FILE")
    fire_many(session, key, from_file.source, file, fit, many)


def _fire_one(session: Session, key: str, event: OneEvent) -> None:
    if not event.contact:
        raise InputError("Who is it for?", "Give --contact KEY; or a file of contacts with --from")
    check_key(key)
    document = read_object(event.data_file) if event.data_file else {}
    data = {**document, **dict(parse_assignment(one, typed=False) for one in event.values or [])}
    if not session.dry_run:
        data = proper_names(_check(session, key, data), data)
    accepted = api(session).fire(key=key, contact=event.contact, data=data)
    session.show(accepted, {"EVENT INSTANCE": "eventInstanceId"})
    session.done(f"Fired {key} for {event.contact}", next_command=f"mcctl contact journeys {argument(event.contact)}")


def _check(session: Session, key: str, data: dict[str, Any]) -> list[Any]:
    """Check the values of an event, and return the fields of its data extension; none if it has none.

    Whoever may fire events need not be permitted to read what they are checked against, and it may be a parent's: they
    are fired unchecked then. Raises NotFound, and InputError with everything that does not fit.
    """
    de_id = ""
    try:
        de_id = guid(api(session).get(key=key), "dataExtensionId")
        fields = fields_of(DeApi(session.client).fields(de_id=de_id)) if de_id else []
    except (NotPermitted, NotFound) as error:
        if isinstance(error, NotFound) and not de_id:
            raise
        session.output.note(f"The fields could not be checked, since they cannot be read: {error.message}")
        return []
    if not fields:
        return []
    refuse_all(problems_of(fields, data), "Nothing was fired; give fields with --set NAME=VALUE")
    return fields
