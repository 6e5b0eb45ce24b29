"""`mcctl query list`."""

from __future__ import annotations

from mcctl.commands._activities import FolderOption, Wanted, show_activities
from mcctl.commands._verb import READ, verb
from mcctl.commands.query._common import LIST_COLUMNS
from mcctl.rest.activity import QUERY
from mcctl.session import Session


@verb(READ)
def list_queries(session: Session, wanted: Wanted, folder: FolderOption = None) -> None:
    """List query activities.

    Examples:
      mcctl query list
      mcctl query list --search names -o json -q "[].queryText"
    """
    show_activities(session, QUERY, wanted, folder=folder, columns=LIST_COLUMNS)
