"""`mcctl ens subscription create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.ens.callback._common import api
from mcctl.commands.ens.subscription._common import (
    COLUMNS,
    EventsOption,
    FiltersOption,
    checked_filters,
    event_names,
    event_types_of,
)
from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.session import Session


@verb(WRITE)
def create_subscription(
    session: Session,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Name; must be unique.")],
    callback: Annotated[str, typer.Option("--callback", metavar="CALLBACK", help="Id of a verified callback.")],
    events: EventsOption = None,
    filters: FiltersOption = None,
) -> None:
    """Subscribe a verified callback to events; it may take two minutes until the first is told.

    Examples:
      mcctl ens subscription create --name sent --callback 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --event EmailSent
      mcctl ens subscription create --name hard --callback ID --event EmailBounced --filter bounceCode=HARD
    """
    if not events:
        raise InputError("Which events?", f"Give --event: {', '.join(event_names())}")
    created = api(session).create_subscription(
        name=name, callback_id=callback, event_types=event_types_of(events), filters=checked_filters(filters)
    )
    session.show(created, COLUMNS)
    session.done(f"Created subscription {text(created, 'subscriptionId')}")
