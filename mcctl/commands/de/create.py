"""`mcctl de create`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.de._body import new_definition
from mcctl.commands.de._common import LIST_COLUMNS, api
from mcctl.copying import argument
from mcctl.errors import InputError, McctlError, PartlyDone
from mcctl.reading import get, objects, text, whole
from mcctl.rest.de import DeApi
from mcctl.session import Session

_LOOKED_AT = 25
_NEW = "<id of the new data extension>"


@verb(WRITE)
def create_data_extension(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="DATA_EXTENSION", help="External key of the new data extension.")],
    fields: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="SPEC", help='A field: "Name:Type(length) [required]"; may be given often.'),
    ] = None,
    key_fields: Annotated[
        list[str] | None, typer.Option("--key-field", metavar="NAME", help="A field of the primary key.")
    ] = None,
    sendable_on: Annotated[
        str | None, typer.Option("--sendable-on", metavar="NAME", help="The field that holds the contact key.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="Name; the key if not given.")] = None,
    description: Annotated[str | None, typer.Option("--description", help="Description.")] = None,
    folder: Annotated[int | None, typer.Option("--folder", metavar="ID", help="Id of its folder.")] = None,
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="FILE", help="The definition as JSON or YAML; - for stdin. Flags win."),
    ] = None,
) -> None:
    """Create a data extension.

    Types: Text, Number, Date, Boolean, EmailAddress, Phone, Decimal, Locale. A sendable one is made in two requests,
    since Marketing Cloud does not take it in one. Without --folder it goes where the first of your others are.

    Examples:
      mcctl de create orders --field "Id:Text(20)" --field "Total:Decimal(10,2) required" --key-field Id
      mcctl de create members --field "Key:Text(50)" --field "Email:EmailAddress" --key-field Key --sendable-on Key
      mcctl de create orders --data orders.yaml --dry-run
    """
    flags = {"name": name, "description": description, "categoryId": folder}
    body, sendable = new_definition(key, data, fields or [], key_fields or [], sendable_on, flags)
    routes = api(session)
    if body.get("categoryId") is None:
        body["categoryId"] = _usual_folder(session, routes)
    steps: list[Callable[[], dict[str, Any]]] = [partial(routes.create, body=body)]
    made: list[dict[str, Any]] = []
    if sendable:
        steps.append(lambda: _make_sendable(routes, key, text(made[0], "id") if made else _NEW, sendable))
    for one in session.in_turn(steps):
        made.append(one)
    session.show(made[-1], LIST_COLUMNS)
    session.done(f"Created the data extension {key}", next_command=f"mcctl de import {argument(key)} FILE")


def _usual_folder(session: Session, routes: DeApi) -> int:
    """Return the folder with the lowest id among those of the first data extensions.

    Marketing Cloud insists on a folder, and has no route that names the top one.
    """
    listed = objects(list(islice(routes.list_all(), _LOOKED_AT)))
    placed = [(number, one) for one in listed if (number := whole(get(one, "categoryId")))]
    if placed:
        folder, there = min(placed, key=lambda one: one[0])
        session.output.note(f"In folder {folder}, where {text(there, 'name')} is; --folder names another")
        return folder
    raise InputError("In which folder?", "Give --folder ID; the id of a folder is in its address in Contact Builder")


def _make_sendable(routes: DeApi, key: str, de_id: str, sendable: dict[str, Any]) -> dict[str, Any]:
    try:
        return routes.update(de_id=de_id, body=sendable)
    except McctlError as error:
        hint = f"mcctl api PATCH /data/v1/customobjects/{de_id} --input FILE, with isSendable and both fields"
        raise PartlyDone(
            f"Created {key}, but it is not sendable: {error.message}", hint, details=error.details
        ) from error
