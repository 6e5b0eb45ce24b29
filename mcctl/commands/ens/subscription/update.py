"""`mcctl ens subscription update`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.ens.subscription._common import (
    EventsOption,
    FiltersOption,
    IdArgument,
    checked_filters,
    event_types_of,
    update_with,
)
from mcctl.errors import InputError
from mcctl.session import Session


@verb(WRITE)
def update_subscription(
    session: Session,
    subscription: IdArgument,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="New name.")] = None,
    events: EventsOption = None,
    filters: FiltersOption = None,
) -> None:
    """Change what a subscription is told of: the events given replace the ones that it has, and so do the filters.

    Examples:
      mcctl ens subscription update 0f4c1c0e-5d7a-4d55-9a37-3f0f4a1f1c11 --event EmailSent --event EmailNotSent
    """
    if name is None and not events and not filters:
        raise InputError("Nothing to change", "Say what: --name, --event, --filter")
    changes: dict[str, Any] = {} if name is None else {"subscriptionName": name}
    if events:
        changes["eventCategoryTypes"] = event_types_of(events)
    if filters:
        changes["filters"] = checked_filters(filters)
    update_with(session, subscription, changes)
    session.done(f"Changed subscription {subscription}")
