"""`mcctl script list`."""

from __future__ import annotations

from mcctl.commands._activities import FolderOption, SearchOption, show_activities
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import SCRIPT
from mcctl.session import Session


@verb(READ)
def list_all(
    session: Session, search: SearchOption = None, folder: FolderOption = None, limit: LimitOption = None
) -> None:
    """List script activities.

    Examples:
      mcctl script list
      mcctl script list --search nto -o json
    """
    show_activities(session, SCRIPT, search, folder, limit)
