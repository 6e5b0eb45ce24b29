"""`mcctl event create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.event._common import ITEM_COLUMNS, DataExtensionOption, DescriptionOption, api, data_extension_id_of
from mcctl.copying import argument
from mcctl.documents import compose
from mcctl.errors import InputError
from mcctl.rest.event import check_key
from mcctl.session import Session

DEFAULT_TYPE = "APIEvent"


@verb(WRITE)
def create_event(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="EVENT", help="Key of the new event definition; no period.")],
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name; the key if not given.")] = None,
    data_extension: DataExtensionOption = None,
    kind: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help=f"APIEvent, ContactEvent...; {DEFAULT_TYPE} if not given."),
    ] = None,
    description: DescriptionOption = None,
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="FILE", help="The definition as JSON or YAML; - for stdin. Flags win."),
    ] = None,
) -> None:
    """Create an event definition on a data extension.

    A journey is entered by the events of its definition, and each event is written to the data extension first. With
    --data, a schema can be given instead of a data extension, which is then made.

    Examples:
      mcctl event create welcome-event --name Welcome --data-extension nto-customers
      mcctl event create welcome-event --data event.yaml --dry-run
    """
    flags = {"name": name, "type": kind, "description": description}
    given = compose(data, [], {field: value for field, value in flags.items() if value is not None})
    body = {"type": DEFAULT_TYPE, "name": key, **given, "eventDefinitionKey": check_key(key)}
    if given.get("eventDefinitionKey", key) != key:
        raise InputError(f"The document is about the event definition {given['eventDefinitionKey']!r}, not {key!r}")
    if data_extension:
        body = {**body, "dataExtensionId": data_extension_id_of(session, data_extension)}
        body.pop("schema", None)
    if not body.get("dataExtensionId") and not body.get("schema"):
        raise InputError("Where are its events written to?", "Give --data-extension KEY, or a schema in --data")
    created = api(session).create(body=body)
    session.show(created, ITEM_COLUMNS)
    session.done(f"Created the event definition {key}", next_command=f"mcctl event fire --contact KEY {argument(key)}")
