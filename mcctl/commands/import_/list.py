"""`mcctl import list`."""

from __future__ import annotations

from mcctl.commands._activities import Wanted, show_activities
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import IMPORT
from mcctl.session import Session


@verb(READ)
def list_all(session: Session, wanted: Wanted) -> None:
    """List import activities.

    Examples:
      mcctl import list
      mcctl import list --search nto -o json
    """
    show_activities(session, IMPORT, wanted)
