"""`mcctl import update`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activity_documents import Document, update_activity
from mcctl.commands._verb import WRITE, verb
from mcctl.rest.activity import IMPORT
from mcctl.session import Session


@verb(WRITE)
def update_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="IMPORT", help="Key, id or name of the activity.")],
    document: Document,
) -> None:
    """Change an import activity; what is not named stays.

    Examples:
      mcctl import update nto-customers-import --set fileNamingPattern=customers-today.csv
    """
    update_activity(session, IMPORT, key, document)
