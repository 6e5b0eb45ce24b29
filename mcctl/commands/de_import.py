"""`mcctl de import`: the rows of a file into a data extension."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import Context, WriteCommand
from mcctl.commands.file_options import file_options, fit_options
from mcctl.errors import InputError, NotPermitted

if TYPE_CHECKING:
    from mcctl.commands.de_run import ImportRun

MODES = ("upsert", "insert")
WAIT_SECONDS = 3600.0


def _import_options(
    mode: Annotated[
        str | None,
        typer.Option("--mode", metavar="upsert|insert", help="upsert if there is a primary key, else insert."),
    ] = None,
    batch_size: Annotated[
        int | None, typer.Option("--batch-size", min=1, max=2500, help="Rows in a request; 2500 if not given.")
    ] = None,
    wait_timeout: Annotated[
        float, typer.Option("--wait-timeout", metavar="SECONDS", min=0, help="Wait this long for the requests to end.")
    ] = WAIT_SECONDS,
) -> None: ...


class ImportCommand(WriteCommand):
    """An import of a file."""

    declared = (_import_options, fit_options, file_options, *WriteCommand.declared)


def import_rows(
    ctx: Context,
    key: Annotated[str, typer.Argument(metavar="DATA_EXTENSION", help="External key, or id, of the data extension.")],
    source: Annotated[str, typer.Argument(metavar="FILE", help="CSV, TSV or JSONL file; - for stdin.")],
) -> None:
    """Import a file into a data extension, and wait until every row is in.

    The columns are the fields, in any case. All of the file is checked before anything is sent. The same command goes
    on where a killed import stopped. An upsert can be repeated; an insert whose answer was lost is told, not repeated.

    Examples:
      mcctl de import nto-customers customers.csv
      mcctl de import nto-customers customers.csv --map SubscriberKey=Id --leave-out Notes --results out.jsonl
      generate-rows | mcctl de import nto-customers - --format jsonl
      mcctl de import nto-customers customers.tsv --mode insert --dry-run
    """
    from mcctl.commands.bulk import surveyed

    mode = ctx.obj.options["mode"]
    if mode not in (None, *MODES):
        raise InputError(f"--mode {mode!r} must be upsert or insert")
    with surveyed(ctx, source) as file:
        _run(ctx, key, file).start()


def _run(ctx: Context, key: str, file: Any) -> ImportRun:
    from mcctl.commands.de_run import ImportRun
    from mcctl.commands.fields_run import unchecked
    from mcctl.rest.de import DeApi, Found
    from mcctl.rest.de_field import fields_of

    routes, mode = DeApi(ctx.obj.client), ctx.obj.options["mode"]
    try:
        found = routes.find(key=key)
        fields = fields_of(routes.fields(de_id=found.id))
    except NotPermitted as error:
        if mode is None:
            hint = "Say so: --mode upsert, or --mode insert"
            raise InputError(f"Whether {key} has a primary key may not be read ({error.message})", hint) from error
        unread = unchecked(ctx, file, f"they cannot be read ({error.message})")
        return ImportRun(ctx, routes, Found("", key), unread, file, upsert=mode == "upsert")
    has_key = any(field.is_key for field in fields)
    if mode == "upsert" and not has_key:
        raise InputError(f"{found.key} has no primary key, so that rows can only be inserted: --mode insert")
    return ImportRun(ctx, routes, found, fields, file, upsert=has_key if mode is None else mode == "upsert")
