"""`mcctl query update`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api, folder_number
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.query._common import (
    ITEM_COLUMNS,
    FileOption,
    KeyArgument,
    ModeOption,
    SqlOption,
    TargetOption,
    check_sql,
    mode_number,
    sql_of,
)
from mcctl.documents import given
from mcctl.errors import InputError
from mcctl.reading import get, text
from mcctl.rest.activity import QUERY
from mcctl.session import Session

_SENT = (
    "name", "key", "description", "queryText", "targetKey", "targetId", "targetName", "targetUpdateTypeId",
    "categoryId",
)  # fmt: skip


@verb(WRITE)
def update_query(
    session: Session,
    key: KeyArgument,
    sql: SqlOption = None,
    file: FileOption = None,
    target: TargetOption = None,
    mode: ModeOption = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="New name.")] = None,
    new_key: Annotated[str | None, typer.Option("--new-key", metavar="KEY", help="New key.")] = None,
    description: Annotated[str | None, typer.Option("--description", metavar="TEXT", help="New description.")] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="FOLDER", help="Its new folder, by id or path.")
    ] = None,
) -> None:
    """Change a query activity; what is not named stays.

    Examples:
      mcctl query update nto-names --file names.sql
      mcctl query update nto-names --mode overwrite --dry-run
    """
    found_sql = sql_of(sql, file)
    changes = given({
        "queryText": found_sql, "targetKey": target, "targetUpdateTypeId": mode_number(mode), "name": name,
        "key": new_key, "description": description,
    })  # fmt: skip
    if not changes and folder is None:
        raise InputError("Nothing to change", "Say what: --sql, --file, --target, --mode, --name, --folder")
    if found_sql:
        check_sql(found_sql)
    routes = api(session)
    if folder is not None:
        changes["categoryId"] = folder_number(routes.folders(QUERY.folder), folder)
    stored = routes.find(QUERY, ref=key)
    kept = given({field: get(stored, field) for field in _SENT})
    if target is not None:
        kept = {field: value for field, value in kept.items() if field not in ("targetId", "targetName")}
    updated = routes.update(QUERY, activity_id=QUERY.id_of(stored), body={**kept, **changes})
    session.show(updated, ITEM_COLUMNS)
    session.done(f"Changed the query {text(stored, 'name')}")
