"""`mcctl query views`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._verb import READ, verb
from mcctl.errors import NotFound
from mcctl.session import Session
from mcctl.sql.views import View, view, views

VIEW_COLUMNS = {"VIEW": "name", "WHAT": "note", "KEPT": "retention", "WHOSE": "scope"}
FIELD_COLUMNS = {"COLUMN": "name", "TYPE": "type", "LENGTH": "length", "EMPTY": "nullable"}


@verb(READ)
def list_views(
    session: Session,
    name: Annotated[str | None, typer.Argument(metavar="[VIEW]", help="A data view, to see its columns.")] = None,
) -> None:
    """List the data views that queries can read, or the columns of one.

    Marketing Cloud keeps in them what was sent and what became of it. Dates are at UTC-6, but in _Automation... and
    _BusinessUnitUnsubscribes, which are in UTC. Nothing is asked: the list is known.

    Examples:
      mcctl query views
      mcctl query views _Open
    """
    if name is None:
        session.show_list([_told(one) for one in views().values()], VIEW_COLUMNS)
        return
    found = view(name) or view(f"_{name}")
    if found is None:
        raise NotFound(f"There is no data view {name!r}", "mcctl query views")
    columns = [
        {"name": one.name, "type": one.kind.type, "length": one.kind.length, "nullable": one.nullable}
        for one in found.columns
    ]
    session.show_list(columns, FIELD_COLUMNS)


def _told(one: View) -> dict[str, Any]:
    names = ("name", "note", "retention", "scope")
    return {**{name: getattr(one, name) for name in names}, "columns": [column.name for column in one.columns]}
