"""`mcctl script log`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import show_log
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import SCRIPT
from mcctl.session import Session


@verb(READ)
def show_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="SCRIPT", help="Key, id or name of the activity.")],
) -> None:
    """Show what is logged of the last runs of a script activity: why they failed.

    Nothing is logged of a run that went well.

    Examples:
      mcctl script log nto-hello-script
    """
    show_log(session, SCRIPT, key)
