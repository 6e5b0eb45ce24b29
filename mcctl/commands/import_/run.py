"""`mcctl import run`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import run_activity
from mcctl.commands._verb import WRITE, verb
from mcctl.rest.activity import IMPORT
from mcctl.session import Session


@verb(WRITE)
def run_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="IMPORT", help="Key, id or name of the activity.")],
) -> None:
    """Run an import activity now.

    The route is known from a list of routes alone; that the run was taken is all that it tells.

    Examples:
      mcctl import run nto-customers-import
    """
    run_activity(session, IMPORT, key)
