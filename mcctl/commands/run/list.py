"""`mcctl run list`."""

from __future__ import annotations

from mcctl.bulk import runs
from mcctl.commands._verb import READ, verb
from mcctl.commands.run._common import COLUMNS, shown_run
from mcctl.session import Session


@verb(READ)
def list_runs(session: Session) -> None:
    """List the runs of this machine, oldest first. Rows that are not in any column yet were not sent.

    Examples:
      mcctl run list
      mcctl run list -o json -q "[?state=='stopped'].id"
    """
    session.show_list([shown_run(run) for run in runs.list_runs()], COLUMNS)
