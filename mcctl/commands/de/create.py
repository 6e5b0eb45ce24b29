"""`mcctl de create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.de._body import copied, is_answer, new_definition
from mcctl.commands.de._common import LIST_COLUMNS, api
from mcctl.commands.de._folders import folder_of
from mcctl.commands.de._making import made
from mcctl.commands.de._retention import Retention
from mcctl.copying import argument
from mcctl.documents import read_object
from mcctl.session import Session


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
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name; the key if not given.")] = None,
    description: Annotated[str | None, typer.Option("--description", metavar="TEXT", help="Description.")] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="FOLDER", help="Its folder, by id or path; else the usual one.")
    ] = None,
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="FILE", help="The definition as JSON or YAML; - for stdin. Flags win."),
    ] = None,
    *,
    retention: Retention,
) -> None:
    """Create a data extension.

    Types: Text, Number, Date, Boolean, EmailAddress, Phone, Decimal, Locale. A sendable one is made in two requests,
    since Marketing Cloud does not take it in one. --data also takes what `de get` shows: what is the platform's own in
    it is left out. Without --folder it goes into the top one, or where your others are. How long rows are kept can be
    changed in Contact Builder only.

    Examples:
      mcctl de create orders --field "Id:Text(20)" --field "Total:Decimal(10,2) required" --key-field Id
      mcctl de create members --field "Key:Text(50)" --field "Email:EmailAddress" --key-field Key --sendable-on Key
      mcctl de create orders --data orders.yaml --dry-run
      mcctl de create carts --field "Id:Text(20)" --key-field Id --retention 30d --retention-reset
      mcctl de get nto-customers -o yaml | mcctl de create nto-customers --data - --business-unit 510000002
    """
    document = read_object(data) if data else {}
    flags = {"name": name, "description": description, "dataRetentionProperties": retention.properties()}
    body, sendable = new_definition(key, copied(document, key), fields or [], key_fields or [], sendable_on, flags)
    routes = api(session)
    if folder is not None or body.get("categoryId") is None or is_answer(document):
        body["categoryId"] = folder_of(session, routes, folder)
    session.show(made(session, routes, key, body, sendable), LIST_COLUMNS)
    session.done(f"Created the data extension {key}", next_command=f"mcctl de import {argument(key)} FILE")
