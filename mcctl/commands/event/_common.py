"""What the commands of events share."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.formats import When
from mcctl.reading import guid
from mcctl.rest.de import DeApi
from mcctl.rest.event import EventApi
from mcctl.session import Session

LIST_COLUMNS: Columns = {
    "NAME": "name",
    "KEY": "eventDefinitionKey",
    "TYPE": "type",
    "DATA EXTENSION": "dataExtensionName",
    "JOURNEYS": "interactionCount",
    "RUNNING": "publishedInteractionCount",
}
ITEM_COLUMNS: Columns = {
    **LIST_COLUMNS,
    "ID": "id",
    "DESCRIPTION": "description",
    "MODE": "mode",
    "DATA EXTENSION ID": lambda event: guid(event, "dataExtensionId"),
    "MODIFIED": When("modifiedDate"),
}
KeyArgument = Annotated[str, typer.Argument(metavar="EVENT", help="Key, or id, of the event definition.")]
DataExtensionOption = Annotated[
    str | None, typer.Option("--data-extension", metavar="KEY", help="Key of the data extension that events write to.")
]
DescriptionOption = Annotated[str | None, typer.Option("--description", metavar="TEXT", help="Description.")]


def api(session: Session) -> EventApi:
    """Return the routes of events."""
    return EventApi(session.client)


def data_extension_id_of(session: Session, key: str) -> str:
    return DeApi(session.client).find(key=key).id
