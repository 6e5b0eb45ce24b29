"""`mcctl file-location get`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api
from mcctl.commands._verb import READ, verb
from mcctl.session import Session

COLUMNS = {"NAME": "name", "KEY": "customerKey", "TYPE": "locationType", "DESCRIPTION": "description"}


@verb(READ)
def get_location(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="FILE_LOCATION", help="External key of the place.")],
) -> None:
    """Show an external place of files, by its key.

    Those that are built in have no key, and are not shown.

    Examples:
      mcctl file-location get nto-store
    """
    session.show(api(session).file_location(key=key), COLUMNS)
