"""The options of every command that works through a file."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer


class FromFile(NamedTuple):
    """A file in place of one recipient."""

    source: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Every row of this CSV, TSV or JSONL file; - for stdin."),
    ] = None


class FileOptions(NamedTuple):
    """How a file is worked through."""

    format: Annotated[
        str | None,
        typer.Option("--format", metavar="csv|tsv|jsonl", help="What is in FILE, if its name does not tell."),
    ] = None
    concurrency: Annotated[
        int, typer.Option("--concurrency", metavar="N", min=1, max=16, help="Requests at a time.")
    ] = 4
    max_rate: Annotated[
        str | None, typer.Option("--max-rate", metavar="N/s", help="At most so many rows a second.")
    ] = None
    shard: Annotated[
        str | None,
        typer.Option("--shard", metavar="K/N", help="Only the Kth of N parts, split by recipient or key."),
    ] = None
    results: Annotated[
        str | None,
        typer.Option("--results", metavar="PATH", help="Write what became of each row to this JSONL file."),
    ] = None
    skip_invalid: Annotated[
        bool,
        typer.Option("--skip-invalid", help="Refuse rows that do not fit, and take the others.", show_default=False),
    ] = False
    allow_duplicates: Annotated[
        bool,
        typer.Option(
            "--allow-duplicates", help="Take a recipient or key as often as FILE has it, not once.", show_default=False
        ),
    ] = False
    run: Annotated[str | None, typer.Option("--run", metavar="RUN", hidden=True, help="Only as this run.")] = None
    new_run: Annotated[
        bool, typer.Option("--new-run", help="Begin the file anew, instead of going on with it.", show_default=False)
    ] = False


class FitOptions(NamedTuple):
    """How the columns of a file become the fields of a data extension."""

    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="The column of a field, where it is called otherwise."),
    ] = None
    left_out: Annotated[
        list[str] | None, typer.Option("--leave-out", metavar="COLUMN", help="A column that is no field.")
    ] = None
