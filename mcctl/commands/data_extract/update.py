"""`mcctl data-extract update`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activity_documents import Document, update_activity
from mcctl.commands._verb import WRITE, verb
from mcctl.rest.activity import EXTRACT
from mcctl.session import Session


@verb(WRITE)
def update_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="DATA_EXTRACT", help="Key, id or name of the activity.")],
    document: Document,
) -> None:
    """Change a data extract activity; what is not named stays.

    Examples:
      mcctl data-extract update nto-customers-extract --set fileSpec=customers-today.csv
    """
    update_activity(session, EXTRACT, key, document)
