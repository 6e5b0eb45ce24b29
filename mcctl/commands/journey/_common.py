"""What the commands of journeys share: columns, arguments, and documents that are put together."""

from __future__ import annotations

from copy import deepcopy
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.documents import assign, parse_assignment, read_object
from mcctl.formats import When
from mcctl.reading import get, objects, text
from mcctl.rest.journey import JourneyApi
from mcctl.rest.journey_body import event_key_of
from mcctl.session import Session

LIST_COLUMNS = {
    "NAME": "name",
    "KEY": "key",
    "STATUS": "status",
    "VERSION": "version",
    "TYPE": "definitionType",
    "MODIFIED": When("modifiedDate"),
}
ITEM_COLUMNS: Columns = {
    **LIST_COLUMNS,
    "ID": "id",
    "DESCRIPTION": "description",
    "ENTRY EVENT": lambda one: _event_key(one),
    "ACTIVITIES": lambda one: ", ".join(map(_activity, objects(get(one, "activities")))),
    "PUBLISHED": When("lastPublishedDate"),
}
DataOption = Annotated[
    str | None, typer.Option("--data", metavar="FILE", help="The journey as JSON or YAML; - for stdin. Flags win.")
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Set any property: activities.0.name=Hello."),
]


def composed(
    data: str | None, assignments: list[str] | None, *, start: dict[str, Any] | None = None, **flags: Any
) -> Any:
    """Return a document, or `start` in its place, changed by assignments and then by flags."""
    body = deepcopy(start) if start is not None else (read_object(data) if data else {})
    for assignment in assignments or []:
        assign(body, *parse_assignment(assignment, typed=True))
    return {**body, **{name: value for name, value in flags.items() if value is not None}}


def _event_key(one: Any) -> str | None:
    return event_key_of(one) if isinstance(one, dict) else None


def _activity(step: Any) -> str:
    return f"{text(step, 'key')} ({text(step, 'type')})"


KeyArgument = Annotated[str, typer.Argument(metavar="JOURNEY", help="Key, or id, of the journey.")]
VersionOption = Annotated[
    str | None, typer.Option("--version", metavar="VERSION", help="Number, or draft, published, paused...")
]
AllVersionsOption = Annotated[
    bool, typer.Option("--all-versions", help="Every version that can be.", show_default=False)
]


def api(session: Session) -> JourneyApi:
    """Return the routes of journeys."""
    return JourneyApi(session.client)
