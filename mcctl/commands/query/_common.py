"""What the commands of queries share."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._activities import item_columns, list_columns
from mcctl.documents import read_text
from mcctl.errors import InputError
from mcctl.rest.activity import MODES, QUERY

LIST_COLUMNS: Columns = {
    "NAME": "name",
    "KEY": "key",
    "TARGET": "targetName",
    "MODE": "targetUpdateTypeName",
    **{name: path for name, path in list_columns(QUERY).items() if name in ("MODIFIED", "ID")},
}
ITEM_COLUMNS: Columns = {
    **item_columns(QUERY),
    "TARGET": "targetKey",
    "MODE": "targetUpdateTypeName",
    "SQL": "queryText",
}
KeyArgument = Annotated[str, typer.Argument(metavar="QUERY", help="Key, id or name of the query activity.")]
SqlOption = Annotated[str | None, typer.Option("--sql", metavar="SQL", help="The query.")]
FileOption = Annotated[
    str | None, typer.Option("--file", metavar="FILE", help="A file that holds the query; - for stdin.")
]
TargetOption = Annotated[
    str | None,
    typer.Option("--target", metavar="DATA_EXTENSION", help="Key of the data extension that takes the rows."),
]
ModeOption = Annotated[
    str | None,
    typer.Option("--mode", metavar="overwrite|update|append", help="What becomes of the rows that are there."),
]


def sql_of(sql: str | None, file: str | None) -> str | None:
    """Return the query that was given; None where none was. Raises InputError for two, and for an empty one."""
    if sql is not None and file is not None:
        raise InputError("Which query?", "Give either --sql or --file")
    found = read_text(file) if file is not None else sql
    if found is not None and not found.strip():
        raise InputError("The query is empty; nothing was sent")
    return found.strip() if found is not None else None


def needed_sql(sql: str | None, file: str | None) -> str:
    """Return the query that was given. Raises InputError where none was."""
    found = sql_of(sql, file)
    if found is None:
        raise InputError("Which query?", "Give --sql, or --file")
    return found


def mode_number(mode: str | None) -> int | None:
    """Return the number of a mode; None where none was given. Raises InputError."""
    if mode is None:
        return None
    if mode.lower() not in MODES:
        raise InputError(f"--mode {mode!r} must be one of {', '.join(MODES)}")
    return MODES[mode.lower()]


def check_sql(sql: str) -> None:
    """Raise InputError for a query that Marketing Cloud will not take, whatever its tables are."""
    from mcctl.sql.refusals import certain  # the parser is dear to load

    if problems := certain(sql):
        raise InputError(problems[0], "Nothing was sent")
