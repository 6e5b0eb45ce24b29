"""`mcctl file-transfer log`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import show_log
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import TRANSFER
from mcctl.session import Session


@verb(READ)
def show_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="FILE_TRANSFER", help="Key, id or name of the activity.")],
) -> None:
    """Show what is logged of the last runs of a file transfer activity: why they failed.

    Nothing is logged of a run that went well.

    Examples:
      mcctl file-transfer log nto-customers-transfer
    """
    show_log(session, TRANSFER, key)
