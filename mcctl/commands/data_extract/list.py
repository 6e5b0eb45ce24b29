"""`mcctl data-extract list`."""

from __future__ import annotations

from mcctl.commands._activities import Wanted, show_activities
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import EXTRACT
from mcctl.session import Session


@verb(READ)
def list_all(session: Session, wanted: Wanted) -> None:
    """List data extract activities.

    Examples:
      mcctl data-extract list
      mcctl data-extract list --search nto -o json
    """
    show_activities(session, EXTRACT, wanted)
