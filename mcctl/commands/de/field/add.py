"""`mcctl de field add`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.de._common import KeyArgument, api
from mcctl.copying import argument
from mcctl.errors import InputError, refuse_all
from mcctl.reading import text
from mcctl.rest.de_field import complete_fields
from mcctl.session import Session
from mcctl.words import counted


@verb(WRITE)
def add_fields(
    session: Session,
    key: KeyArgument,
    specs: Annotated[list[str], typer.Argument(metavar="SPEC...", help='Such as "Tier:Text(20)".')],
) -> None:
    """Add fields to a data extension; they come last.

    Marketing Cloud takes it as accepted, and shows them after some time. A new field may be empty: rows that are there
    have no value for it.

    Examples:
      mcctl de field add nto-customers "Tier:Text(20)"
      mcctl de field add nto-customers "Born:Date" "Points:Number" --dry-run
    """
    routes = api(session)
    found = routes.find(key=key)
    there = [text(field, "name").casefold() for field in routes.fields(de_id=found.id)]
    new = complete_fields(specs, [])
    refuse_all([f"There is a field {one['name']} already" for one in new if one["name"].casefold() in there])
    if wrong := next((one["name"] for one in new if not one["isNullable"]), None):
        raise InputError(f"The new field {wrong} cannot be required: rows that are there have no value for it")
    routes.add_fields(de_id=found.id, fields=[{**one, "ordinal": len(there) + place} for place, one in enumerate(new)])
    session.done(
        f"Asked for {counted(len(new), 'field')} of {found.key}",
        next_command=f"mcctl de field list {argument(found.key)}",
    )
