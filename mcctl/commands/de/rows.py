"""`mcctl de rows`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.commands._options import MAX_LIMIT
from mcctl.commands._verb import READ, verb
from mcctl.commands.de._common import KeyArgument, api
from mcctl.errors import InputError
from mcctl.rest.de import flat
from mcctl.rest.de_field import fields_of
from mcctl.session import Session

SHOWN_ROWS = 100


@verb(READ)
def show_rows(
    session: Session,
    key: KeyArgument,
    columns: Annotated[
        str | None, typer.Option("--columns", metavar="NAME,...", help="Only these columns, in this order.")
    ] = None,
    filter: Annotated[
        str | None,
        typer.Option("--where", metavar="CONDITION", help="Name eq 'value' (eq, ne, gt, lt, ge, le, like); and, or."),
    ] = None,
    sort: Annotated[str | None, typer.Option("--sort", metavar="NAME[:desc]", help="Sort by this column.")] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=0, max=MAX_LIMIT, help="Stop after this many.")
    ] = SHOWN_ROWS,
    everything: Annotated[bool, typer.Option("--all", help="Show every row.", show_default=False)] = False,
) -> None:
    """Show rows, or export them all: csv and jsonl stream, page by page.

    Each row is one object, name to value; values are text. What is written can be read by `de import`.

    Examples:
      mcctl de rows nto-customers --limit 10
      mcctl de rows nto-customers --all -o csv > customers.csv
      mcctl de rows nto-customers --where "FirstName eq 'Amelia'" --columns Email,FirstName -o jsonl
    """
    routes = api(session)
    found = routes.find(key=key)
    fields = fields_of(routes.fields(de_id=found.id))
    every = [field.name for field in fields]
    names, order = _chosen(columns, every), _order(sort, every)
    pages = routes.row_pages(key=found.key, filter=filter or "", columns=names if columns else (), order=order)
    rows = _named(session, pages, names)
    session.show_list(rows if everything else islice(rows, limit), {name: name for name in names})
    if not everything and (found.count or 0) > limit and not filter:
        session.output.note(f"The first {limit:,} of {found.count:,} rows; --all shows every one")


def _chosen(columns: str | None, names: list[str]) -> list[str]:
    """Return the columns asked for, as they are called; all of them where none are."""
    if columns is None:
        return names
    proper = {name.lower(): name for name in names}
    asked = [name.strip() for name in columns.split(",") if name.strip()]
    if unknown := [name for name in asked if name.lower() not in proper]:
        raise InputError(f"There is no column {unknown[0]!r}; there are: {', '.join(names)}")
    return [proper[name.lower()] for name in asked]


def _order(sort: str | None, names: list[str]) -> str:
    if sort is None:
        return ""
    name, _, direction = sort.rpartition(":") if sort.lower().endswith((":asc", ":desc")) else (sort, "", "asc")
    return f"{_chosen(name, names)[0]} {direction.lower()}"


def _named(session: Session, pages: Iterator[list[dict[str, Any]]], names: list[str]) -> Iterator[dict[str, Any]]:
    """Yield rows under the proper names of their columns; what was read leaves before the next page is asked for."""
    proper = {name.lower(): name for name in names}
    for page in pages:
        for row in page:
            yield {proper.get(name.lower(), name): value for name, value in flat(row).items()}
        session.output.flush()
