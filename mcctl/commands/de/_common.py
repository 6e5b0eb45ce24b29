"""What the commands of data extensions share."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.formats import When
from mcctl.rest.de import DeApi
from mcctl.session import Session

LIST_COLUMNS = {
    "NAME": "name",
    "KEY": "key",
    "ROWS": "rowCount",
    "SENDABLE ON": "sendableCustomObjectField",
    "FOLDER": "categoryId",
    "MODIFIED": When("modifiedDate"),
    "MODIFIED BY": "modifiedByName",
}
KeyArgument = Annotated[
    str, typer.Argument(metavar="DATA_EXTENSION", help="External key, or id, of the data extension.")
]


def api(session: Session) -> DeApi:
    """Return the routes of data extensions."""
    return DeApi(session.client)
