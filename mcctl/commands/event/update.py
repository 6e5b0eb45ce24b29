"""`mcctl event update`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.event._common import (
    ITEM_COLUMNS,
    DataExtensionOption,
    DescriptionOption,
    KeyArgument,
    api,
    data_extension_id_of,
)
from mcctl.errors import InputError
from mcctl.rest.event import check_key
from mcctl.session import Session


@verb(WRITE)
def update_event(
    session: Session,
    key: KeyArgument,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="New name.")] = None,
    new_key: Annotated[str | None, typer.Option("--new-key", metavar="KEY", help="New key; no period.")] = None,
    data_extension: DataExtensionOption = None,
    description: DescriptionOption = None,
) -> None:
    """Change an event definition. Journeys refer to it by its key.

    Examples:
      mcctl event update nto-purchase --name "Purchase 2026"
      mcctl event update nto-purchase --data-extension nto-customers
    """

    changes: dict[str, Any] = {"name": name, "description": description}
    if new_key is not None:
        changes["eventDefinitionKey"] = check_key(new_key)
    if data_extension is not None:
        changes["dataExtensionId"] = data_extension_id_of(session, data_extension)
    body = {field: value for field, value in changes.items() if value is not None}
    if not body:
        raise InputError("Nothing to change", "Say what: --name, --description, --data-extension, --new-key")
    session.show(api(session).update(key=key, body=body), ITEM_COLUMNS)
    session.done(f"Changed the event definition {key}")
