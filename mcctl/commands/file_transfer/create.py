"""`mcctl file-transfer create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activity_documents import Document, create_activity
from mcctl.commands._verb import WRITE, verb
from mcctl.rest.activity import TRANSFER
from mcctl.session import Session


@verb(WRITE)
def create_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="FILE_TRANSFER", help="Key of the new activity.")],
    document: Document,
) -> None:
    """Create a file transfer activity from a document, such as another one that `get` shows.

    Examples:
      mcctl file-transfer get nto-customers-transfer -o json | mcctl file-transfer create new --data - --name New
      mcctl file-transfer create nto-new --data transfer.yaml
    """
    create_activity(session, TRANSFER, key, document)
