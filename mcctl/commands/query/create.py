"""`mcctl query create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api, check_key, new_place
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.query._common import (
    ITEM_COLUMNS,
    FileOption,
    ModeOption,
    SqlOption,
    TargetOption,
    check_sql,
    mode_number,
    needed_sql,
)
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.rest.activity import QUERY
from mcctl.session import Session


@verb(WRITE)
def create_query(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="QUERY", help="Key of the new query activity.")],
    sql: SqlOption = None,
    file: FileOption = None,
    target: TargetOption = None,
    mode: ModeOption = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name; the key if not given.")] = None,
    description: Annotated[str | None, typer.Option("--description", metavar="TEXT", help="Description.")] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="FOLDER", help="Its folder, by id or path; else the top one.")
    ] = None,
) -> None:
    """Create a query activity.

    Marketing Cloud checks the SQL against the target at once. Without --mode the rows that are there are overwritten.

    Examples:
      mcctl query create vips --sql "SELECT * FROM [NTO Customers]" --target nto-customers --mode update
      mcctl query create vips --file vips.sql --target nto-customers --mode append --dry-run
    """
    text, number = needed_sql(sql, file), mode_number(mode)
    if target is None:
        raise InputError("Into which data extension?", "Give --target KEY")
    check_key(key)
    check_sql(text)
    routes = api(session)
    body = {
        "name": name or key,
        "key": key,
        "description": description or "",
        "queryText": text,
        "targetKey": target,
        "targetUpdateTypeId": number or 0,
        "categoryId": new_place(routes, QUERY, folder),
    }
    session.show(routes.create(QUERY, body=body), ITEM_COLUMNS)
    session.done(f"Created the query {key}", next_command=f"mcctl query run --wait {argument(key)}")
