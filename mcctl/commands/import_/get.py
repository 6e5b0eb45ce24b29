"""`mcctl import get`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api, item_columns
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import IMPORT
from mcctl.session import Session


@verb(READ)
def get_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="IMPORT", help="Key, id or name of the activity.")],
) -> None:
    """Show an import activity.

    Examples:
      mcctl import get nto-customers-import
    """
    session.show(
        api(session).find(IMPORT, ref=key),
        item_columns(IMPORT, FILE="fileNamingPattern", INTO="destinationName", COLUMNS="fieldMappingType"),
    )
