"""`mcctl file-transfer run`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import run_activity
from mcctl.commands._verb import WRITE, verb
from mcctl.rest.activity import TRANSFER
from mcctl.session import Session


@verb(WRITE)
def run_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="FILE_TRANSFER", help="Key, id or name of the activity.")],
) -> None:
    """Run a file transfer activity now.

    The route is known from public code alone; that the run was taken is all that it tells.

    Examples:
      mcctl file-transfer run nto-customers-transfer
    """
    run_activity(session, TRANSFER, key)
