"""`mcctl de copy`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.de._body import copied, new_definition
from mcctl.commands.de._common import LIST_COLUMNS, KeyArgument, api
from mcctl.commands.de._folders import folder_of
from mcctl.commands.de._making import made
from mcctl.copying import argument, word
from mcctl.errors import InputError
from mcctl.session import Session


@verb(WRITE)
def copy_data_extension(
    session: Session,
    key: KeyArgument,
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW_KEY]", help="Key of the copy; in another business unit, the same one.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to-business-unit", metavar="MID", help="Make the copy in this business unit.")
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="Name of the copy; else its key, or, elsewhere, the name."),
    ] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="FOLDER", help="Its folder, by id or path; else the usual one.")
    ] = None,
) -> None:
    """Copy a data extension: its fields, its primary key, what it is sent by. Rows are not copied.

    Examples:
      mcctl de copy nto-customers nto-customers-2
      mcctl de copy nto-customers --to-business-unit 510000002
    """
    if new is None and to is None:
        raise InputError("A copy in the same business unit needs another key", "mcctl de copy KEY NEW_KEY")
    source = api(session)
    found = source.find(key=key)
    definition = {**source.get(de_id=found.id), "fields": source.fields(de_id=found.id)}
    there = session if to is None else type(session)(session.settings._replace(business_unit=to), session.context)
    target, routes = new or found.key, api(there)
    flags = {"name": name, "description": None, "categoryId": None}
    body, sendable = new_definition(target, copied(definition, target), [], [], None, flags)
    body["categoryId"] = folder_of(there, routes, folder)
    shown = made(there, routes, target, body, sendable)
    session.show(shown, LIST_COLUMNS)
    place = f" --business-unit {to}" if to else ""
    session.done(
        f"Copied {found.key} to {target}{f' in business unit {to}' if to else ''}",
        next_command=f"mcctl de rows {argument(found.key)} --all -o csv | mcctl de import{place} {word(target)} -",
    )
