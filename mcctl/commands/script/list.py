"""`mcctl script list`."""

from __future__ import annotations

from mcctl.commands._activities import FolderOption, Wanted, show_activities
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import SCRIPT
from mcctl.session import Session


@verb(READ)
def list_all(session: Session, wanted: Wanted, folder: FolderOption = None) -> None:
    """List script activities.

    Examples:
      mcctl script list
      mcctl script list --search nto -o json
    """
    show_activities(session, SCRIPT, wanted, folder=folder)
