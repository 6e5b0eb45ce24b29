"""`mcctl import create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activity_documents import Document, create_activity
from mcctl.commands._verb import WRITE, verb
from mcctl.rest.activity import IMPORT
from mcctl.session import Session


@verb(WRITE)
def create_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="IMPORT", help="Key of the new activity.")],
    document: Document,
) -> None:
    """Create an import activity from a document, such as another one that `get` shows.

    Examples:
      mcctl import get nto-customers-import -o json | mcctl import create new --data - --name New
      mcctl import create nto-new --data import.yaml
    """
    create_activity(session, IMPORT, key, document)
