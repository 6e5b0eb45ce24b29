"""`mcctl import log`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import show_log
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import IMPORT
from mcctl.session import Session


@verb(READ)
def show_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="IMPORT", help="Key, id or name of the activity.")],
) -> None:
    """Show what is logged of the last runs of an import activity: why they failed.

    Nothing is logged of a run that went well.

    Examples:
      mcctl import log nto-customers-import
    """
    show_log(session, IMPORT, key)
