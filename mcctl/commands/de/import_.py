"""`mcctl de import`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.bulk.readers import Source
from mcctl.commands._fields_run import unchecked
from mcctl.commands._file_options import FileOptions, FitOptions
from mcctl.commands._surveying import surveyed
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.de._import_run import ImportOptions, ImportRun
from mcctl.errors import InputError, NotPermitted
from mcctl.rest.de import DeApi, Found
from mcctl.rest.de_field import Field, fields_of
from mcctl.session import Session

MODES = ("upsert", "insert")


@verb(WRITE)
def import_rows(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="DATA_EXTENSION", help="External key, or id, of the data extension.")],
    source: Annotated[str, typer.Argument(metavar="FILE", help="CSV, TSV or JSONL file; - for stdin.")],
    how: ImportOptions,
    fit: FitOptions,
    file: FileOptions,
) -> None:
    """Import a file into a data extension, and wait until every row is in.

    The columns are the fields, in any case. All of the file is checked before anything is sent; a row that does not fit
    stops it, unless --skip-invalid. The same command goes
    on where a killed import stopped. An upsert can be repeated; an insert whose answer was lost is told, not repeated.

    Examples:
      mcctl de import nto-customers customers.csv
      mcctl de import nto-customers people.csv --map SubscriberKey=Id --leave-out Phone --results out.jsonl
      generate-rows | mcctl de import nto-customers - --format jsonl
      mcctl de import nto-customers customers.tsv --mode insert --dry-run
    """
    if how.mode not in (None, *MODES):
        raise InputError(f"--mode {how.mode!r} must be upsert or insert")
    with surveyed(source, file) as rows:
        found, fields, upsert = _target(session, key, how.mode, rows)
        ImportRun(session, DeApi(session.client), found, fields, rows, how, fit, file, upsert=upsert).start()


def _target(session: Session, key: str, mode: str | None, rows: Source) -> tuple[Found, list[Field], bool]:
    """Return the data extension, its fields, and whether rows that are there are changed.

    Where the fields may not be read, the columns are taken as they are. Raises InputError.
    """
    routes = DeApi(session.client)
    try:
        found = routes.find(key=key)
        fields = fields_of(routes.fields(de_id=found.id))
    except NotPermitted as error:
        if mode is None:
            hint = "Say so: --mode upsert, or --mode insert"
            raise InputError(f"Whether {key} has a primary key may not be read ({error.message})", hint) from error
        unread = unchecked(session, rows, f"they cannot be read ({error.message})")
        return Found("", key), unread, mode == "upsert"
    has_key = any(field.is_key for field in fields)
    if mode == "upsert" and not has_key:
        raise InputError(f"{found.key} has no primary key, so that rows can only be inserted: --mode insert")
    return found, fields, has_key if mode is None else mode == "upsert"
