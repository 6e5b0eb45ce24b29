"""`mcctl script get`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api, item_columns
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import SCRIPT
from mcctl.session import Session


@verb(READ)
def get_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="SCRIPT", help="Key, id or name of the activity.")],
) -> None:
    """Show a script activity, with its code.

    Examples:
      mcctl script get nto-hello-script
    """
    session.show(api(session).find(SCRIPT, ref=key), item_columns(SCRIPT, CODE="script"))
