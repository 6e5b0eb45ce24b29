"""`mcctl file-transfer list`."""

from __future__ import annotations

from mcctl.commands._activities import Wanted, show_activities
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import TRANSFER
from mcctl.session import Session


@verb(READ)
def list_all(session: Session, wanted: Wanted) -> None:
    """List file transfer activities.

    Examples:
      mcctl file-transfer list
      mcctl file-transfer list --search nto -o json
    """
    show_activities(session, TRANSFER, wanted)
