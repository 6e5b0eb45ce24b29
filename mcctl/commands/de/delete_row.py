"""`mcctl de delete-row`."""

from __future__ import annotations

from itertools import chain
from typing import Annotated, Any

import typer

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.de._common import KeyArgument, api, key_names
from mcctl.copying import argument
from mcctl.documents import parse_assignment
from mcctl.errors import InputError, NotFound, refuse_all
from mcctl.rest.de_field import Field, fields_of, problems_of, proper_names
from mcctl.session import Session


@verb(DANGEROUS)
def delete_row(
    session: Session,
    key: KeyArgument,
    named: Annotated[
        list[str], typer.Argument(metavar="NAME=VALUE...", help="The primary key of the row, column by column.")
    ],
) -> None:
    """Delete one row, known by its primary key, for good. To empty a data extension: de clear.

    Examples:
      mcctl de delete-row nto-customers SubscriberKey=nto-1003
      mcctl de delete-row nto-customers SubscriberKey=nto-1002 --dry-run
    """
    routes = api(session)
    found = routes.find(key=key)
    keys = _primary_key(fields_of(routes.fields(de_id=found.id)), key, named)
    where = " and ".join(f"{name} eq '{str(value).replace(chr(39), chr(39) * 2)}'" for name, value in keys.items())
    told = ", ".join(f"{name}={value}" for name, value in keys.items())
    if next(chain.from_iterable(routes.row_pages(key=found.key, filter=where, size=1)), None) is None:
        raise NotFound(f"{found.key} has no row {told}", f"mcctl de rows {argument(found.key)}")
    session.confirm(f"Delete the row {told} of {found.key!r}, for good?")
    routes.delete_row(key=found.key, keys=keys)
    session.done(f"Deleted the row {told} of {found.key}")


def _primary_key(fields: list[Field], key: str, named: list[str]) -> dict[str, Any]:
    """Return the columns of a primary key with their values. Raises InputError where it is not the whole key."""
    pairs = [parse_assignment(one, typed=False) for one in named]
    given = proper_names(fields, dict(pairs))
    if len(given) < len(pairs):
        raise InputError("A column of the primary key is given twice", "Several rows are several commands")
    names = key_names(fields, key)
    refuse_all(problems_of(fields, given, partial=True))
    if more := [name for name in given if name not in names]:
        raise InputError(f"{more[0]} is no column of the primary key", f"That is {', '.join(names)}")
    return {name: given[name] for name in names}
