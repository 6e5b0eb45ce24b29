"""`mcctl de upsert`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.de._common import KeyArgument, api, key_names
from mcctl.documents import parse_assignment, read_object
from mcctl.errors import InputError, NotPermitted, refuse_all
from mcctl.rest.de import DeApi
from mcctl.rest.de_field import fields_of, problems_of, proper_names
from mcctl.session import Session


@verb(WRITE)
def upsert_row(
    session: Session,
    key: KeyArgument,
    assignments: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="Value of a column; may be given often.")
    ] = None,
    data: Annotated[
        str | None, typer.Option("--data", metavar="FILE", help="The row as JSON or YAML; - for stdin. --set wins.")
    ] = None,
    primary_key: Annotated[
        list[str] | None,
        typer.Option("--primary-key", metavar="NAME", help="A column of the primary key, where it may not be read."),
    ] = None,
) -> None:
    """Insert one row, or change the one that has its primary key; columns that are left out stay.

    The values are checked against the fields before anything is sent. With --primary-key no field is read or checked.

    Examples:
      mcctl de upsert nto-customers --set SubscriberKey=c-001 --set Email=ada@example.com
      mcctl de upsert nto-customers --data row.json --dry-run
    """
    routes = api(session)
    values = {
        **(read_object(data) if data else {}),
        **dict(parse_assignment(one, typed=False) for one in assignments or []),
    }
    if not values:
        raise InputError("Which row?", "Give --set NAME=VALUE, or --data FILE")
    if missing := [name for name in primary_key or () if name not in values]:
        raise InputError(f"--primary-key {missing[0]} has no value", f"Give it: --set {missing[0]}=VALUE")
    found, names, given = (key, primary_key, values) if primary_key else _checked_row(routes, key, values)
    keys = {name: given[name] for name in names}
    rest = {name: value for name, value in given.items() if name not in keys}
    stored = routes.upsert_row(key=found, keys=keys, values=rest)
    session.show_any(stored)
    session.done(f"Stored the row {', '.join(map(str, keys.values()))} in {found}")


def _checked_row(routes: DeApi, key: str, values: dict[str, Any]) -> tuple[str, list[str], dict[str, Any]]:
    """Return the key of a data extension, the names of its primary key, and a row with the names as they are there.

    Raises InputError for a row that does not fit, and NotPermitted where the fields may not be read.
    """
    try:
        found = routes.find(key=key)
        fields = fields_of(routes.fields(de_id=found.id))
    except NotPermitted as error:
        error.hint = "Where the fields may not be read, name the columns of the primary key: --primary-key NAME"
        raise
    names = key_names(fields, key)
    given = proper_names(fields, values)
    refuse_all(problems_of(fields, given, partial=True))
    return found.key, names, given
