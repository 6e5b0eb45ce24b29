"""`mcctl file-transfer update`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activity_documents import Document, update_activity
from mcctl.commands._verb import WRITE, verb
from mcctl.rest.activity import TRANSFER
from mcctl.session import Session


@verb(WRITE)
def update_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="FILE_TRANSFER", help="Key, id or name of the activity.")],
    document: Document,
) -> None:
    """Change a file transfer activity; what is not named stays.

    Examples:
      mcctl file-transfer update nto-customers-transfer --set fileSpec=customers-today.csv
    """
    update_activity(session, TRANSFER, key, document)
