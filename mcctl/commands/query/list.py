"""`mcctl query list`."""

from __future__ import annotations

from mcctl.commands._activities import FolderOption, SearchOption, show_activities
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.commands.query._common import LIST_COLUMNS
from mcctl.rest.activity import QUERY
from mcctl.session import Session


@verb(READ)
def list_queries(
    session: Session, search: SearchOption = None, folder: FolderOption = None, limit: LimitOption = None
) -> None:
    """List query activities.

    Examples:
      mcctl query list
      mcctl query list --search names -o json -q "[].queryText"
    """
    show_activities(session, QUERY, search, folder, limit, LIST_COLUMNS)
