"""`mcctl query run`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.commands._activities import RUN_SECONDS, QueryRun, RunTimeoutOption, api, no_rows, run_activity, wait_for
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.query._common import FileOption, SqlOption, sql_of
from mcctl.commands.query._schema import Shape, shape_of
from mcctl.commands.query._temporary import Made, made
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.rest.activity import QUERY
from mcctl.rest.de import DeApi, flat
from mcctl.session import Session


@verb(WRITE)
def run_query(
    session: Session,
    key: Annotated[str | None, typer.Argument(metavar="[QUERY]", help="Key, id or name of a query activity.")] = None,
    sql: SqlOption = None,
    file: FileOption = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--columns", metavar="SPEC", help='A column of the result, if it cannot be told: "Name:Text(50)".'
        ),
    ] = None,
    keep: Annotated[
        str | None, typer.Option("--keep", metavar="NAME", help="Keep the rows in a data extension of this name.")
    ] = None,
    limit: LimitOption = None,
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait until a query activity has ended.", show_default=False)
    ] = False,
    wait_timeout: RunTimeoutOption = RUN_SECONDS,
) -> None:
    """Run a query: SQL from here, of which the rows are shown, or a query activity.

    Marketing Cloud runs no query by itself. For SQL from here a data extension with its columns and a query activity
    are made; it is run, the rows are shown, and both are removed, also after Ctrl-C or a failure. The columns are found
    out from the tables; --columns names them where that fails, several times or separated by commas.

    Examples:
      mcctl query run --sql "SELECT TOP 10 SubscriberKey, Email FROM [NTO Customers] ORDER BY Email" -o csv
      mcctl query run --file opens.sql --keep opens
      mcctl query run nto-names --wait
    """
    text_of_query = sql_of(sql, file)
    if (key is None) == (text_of_query is None):
        raise InputError("Which query?", "Give a query activity, or --sql, or --file")
    waiting = Wait(wait=wait, wait_timeout=wait_timeout)
    if text_of_query is None:
        return _run_activity(session, str(key), waiting)
    return _run_sql(session, text_of_query, _split(columns or []), keep, limit, waiting)


def _split(columns: list[str]) -> list[str]:
    """Return the columns that were named, of which several may stand in one option: no comma within brackets counts."""
    found: list[str] = []
    for one in columns:
        part = ""
        for sign in f"{one},":
            if sign == "," and part.count("(") == part.count(")"):
                found.append(part.strip())
                part = ""
            else:
                part += sign
    return [one for one in found if one]


def _run_activity(session: Session, key: str, waiting: Wait) -> None:
    routes = api(session)
    if not waiting.wait:
        return run_activity(session, QUERY, key)
    found = routes.find(QUERY, ref=key)
    routes.start(QUERY, activity_id=QUERY.id_of(found))
    name = text(found, "name")
    run = QueryRun(session, routes, QUERY.id_of(found), no_rows)
    wait_for(session, run, name, waiting, f"mcctl de status {argument(text(found, 'targetKey'))}")
    session.show({"queryDefinitionId": QUERY.id_of(found), "name": name, "status": "Ended"})
    return session.done(f"The query {name} has run", next_command=f"mcctl de rows {argument(text(found, 'targetKey'))}")


def _run_sql(
    session: Session, sql: str, columns: list[str], keep: str | None, limit: int | None, waiting: Wait
) -> None:
    shape = shape_of(DeApi(session.client), sql, columns)
    with _run(session, sql, shape, waiting, keep) as rows:
        session.show_list(islice(rows, limit), {name: name for name in shape.names})
    if keep:
        session.done(f"The rows are in the data extension {keep}", next_command=f"mcctl de rows {argument(keep)}")


@contextmanager
def rows_of(session: Session, sql: str, waiting: Wait) -> Iterator[Iterator[dict[str, Any]]]:
    """Run a query, and yield its rows; what was made for it is removed at the end. Raises Refused where it fails."""
    with _run(session, sql, shape_of(DeApi(session.client), sql, []), waiting, None) as rows:
        yield rows


@contextmanager
def _run(
    session: Session, sql: str, shape: Shape, waiting: Wait, keep: str | None
) -> Iterator[Iterator[dict[str, Any]]]:
    extensions = DeApi(session.client)
    with made(session, sql, shape.fields, keep) as query:
        run = _started(session, extensions, query)
        wait_for(session, run, query.name, waiting, "mcctl query cleanup")
        yield _rows(extensions.row_pages(key=query.name, order=shape.order), shape.names)


def _started(session: Session, extensions: DeApi, query: Made) -> QueryRun:
    routes = api(session)
    routes.start(QUERY, activity_id=query.query_id)
    return QueryRun(session, routes, query.query_id, lambda: bool(extensions.find(key=query.name).count))


def _rows(pages: Iterator[list[dict[str, Any]]], names: list[str]) -> Iterator[dict[str, Any]]:
    """Yield rows with the columns as the query calls them, in its order."""
    for page in pages:
        for row in page:
            values = {name.lower(): value for name, value in flat(row).items()}
            yield {name: values.get(name.lower()) for name in names}
