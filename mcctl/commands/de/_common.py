"""What the commands of data extensions share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.formats import When
from mcctl.rest.de import DeApi
from mcctl.rest.de_field import Field
from mcctl.session import Session

LIST_COLUMNS = {
    "NAME": "name",
    "KEY": "key",
    "ROWS": "rowCount",
    "SENDABLE ON": "sendableCustomObjectField",
    "FOLDER": "categoryId",
    "MODIFIED": When("modifiedDate"),
    "MODIFIED BY": "modifiedByName",
    "CREATED BY": "createdByName",
}
KeyArgument = Annotated[
    str, typer.Argument(metavar="DATA_EXTENSION", help="External key, or id, of the data extension.")
]


def key_names(fields: Iterable[Field], key: str) -> list[str]:
    """Return the columns of the primary key. Raises InputError where there is none."""
    names = [field.name for field in fields if field.is_key]
    if not names:
        raise InputError(
            f"{key} has no primary key, so that no row can be found again", f"mcctl de import {argument(key)} FILE"
        )
    return names


def api(session: Session) -> DeApi:
    """Return the routes of data extensions."""
    return DeApi(session.client)
