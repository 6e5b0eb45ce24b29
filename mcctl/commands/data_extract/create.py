"""`mcctl data-extract create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activity_documents import Document, create_activity
from mcctl.commands._verb import WRITE, verb
from mcctl.rest.activity import EXTRACT
from mcctl.session import Session


@verb(WRITE)
def create_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="DATA_EXTRACT", help="Key of the new activity.")],
    document: Document,
) -> None:
    """Create a data extract activity from a document, such as another one that `get` shows.

    Examples:
      mcctl data-extract get nto-customers-extract -o json | mcctl data-extract create new --data - --name New
      mcctl data-extract create nto-new --data extract.yaml
    """
    create_activity(session, EXTRACT, key, document)
