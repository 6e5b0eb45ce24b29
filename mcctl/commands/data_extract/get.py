"""`mcctl data-extract get`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api, item_columns
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import EXTRACT
from mcctl.session import Session


@verb(READ)
def get_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="DATA_EXTRACT", help="Key, id or name of the activity.")],
) -> None:
    """Show a data extract activity, with its options.

    Examples:
      mcctl data-extract get nto-customers-extract
    """
    session.show(
        api(session).find(EXTRACT, ref=key),
        item_columns(EXTRACT, FILE="fileSpec", TYPE="dataExtractTypeId", OPTIONS="dataFields"),
    )
