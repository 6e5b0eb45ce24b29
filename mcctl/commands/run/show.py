"""`mcctl run show`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from mcctl.bulk import runs
from mcctl.bulk.ledger import Ledger
from mcctl.bulk.outcome import check_results, write_results
from mcctl.commands._verb import READ, verb
from mcctl.commands.run._common import ITEM_COLUMNS, RunArgument, shown_run
from mcctl.commands.run._refused import write_refused
from mcctl.files import absolute
from mcctl.session import Session
from mcctl.words import counted


@verb(READ)
def show_run(
    session: Session,
    run: RunArgument,
    results: Annotated[
        str | None,
        typer.Option(
            "--results", metavar="PATH", help="Write what became of each row to this JSONL file; - for stdout."
        ),
    ] = None,
    refused_rows: Annotated[
        str | None,
        typer.Option(
            "--refused-rows", metavar="FILE", help="Write the refused rows to this file, as they stood; - for stdout."
        ),
    ] = None,
) -> None:
    """Show a run, or write what became of each of its rows.

    --refused-rows gives the rows that were refused back as a file like the one that was read: repair them, and send it.

    Examples:
      mcctl run show 3f9a1c07d2
      mcctl run show 3f9a1c07d2 --results out.jsonl
      mcctl run show 3f9a1c07d2 --refused-rows refused.csv
      mcctl run show 3f9a1c07d2 --results - | jq -r 'select(.outcome != "accepted").contactKey'
    """
    found = runs.get_run(run)
    if refused_rows is not None:
        count = write_refused(run, runs.about(run), refused_rows)
        session.done(f"{counted(count, 'refused row')}{'' if refused_rows == '-' else f' in {refused_rows}'}")
        return
    if results is None:
        session.show(shown_run(found), ITEM_COLUMNS)
        return
    with closing(Ledger(runs.ledger_path(run))) as ledger:
        if results == "-":
            session.output.lines(ledger.results())
        else:
            check_results(Path(results))
            write_results(ledger, absolute(results), run)
