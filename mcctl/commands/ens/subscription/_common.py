"""What the commands of subscriptions share: columns, events and filters."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.choices import choice
from mcctl.commands.ens.callback._common import api
from mcctl.errors import InputError
from mcctl.reading import get
from mcctl.rest.ens import EVENT_TYPES
from mcctl.session import Session

COLUMNS: Columns = {
    "NAME": "subscriptionName",
    "ID": "subscriptionId",
    "CALLBACK ID": "callbackId",
    "STATUS": "status",
    "EVENTS": lambda one: ", ".join(text.rpartition(".")[2] for text in _texts(get(one, "eventCategoryTypes"))),
    "FILTERS": lambda one: ", ".join(_texts(get(one, "filters"))),
}
IdArgument = Annotated[str, typer.Argument(metavar="SUBSCRIPTION", help="Id of the subscription.")]
EventsOption = Annotated[
    list[str] | None, typer.Option("--event", metavar="EVENT", help="EmailSent, SmsBounced...; may be given often.")
]
FiltersOption = Annotated[
    list[str] | None,
    typer.Option(
        "--filter", metavar="NAME=VALUE", help="definitionKey=KEY, bounceCode=HARD, statusCode=5...; all must match."
    ),
]


def update_with(session: Session, subscription: str, changes: dict[str, Any]) -> None:
    """Send changes with the events that the subscription has, because every update must name them."""
    routes = api(session)
    if "eventCategoryTypes" not in changes:
        current = routes.get_subscription(subscription_id=subscription)
        changes = {"eventCategoryTypes": get(current, "eventCategoryTypes"), **changes}
    session.show(routes.update_subscription(subscription_id=subscription, body=changes), COLUMNS)


def event_names() -> list[str]:
    return [kind.rpartition(".")[2] for kind in EVENT_TYPES]


def event_types_of(names: list[str]) -> list[str]:
    """Return the full names of events, which may be given without their family; a newer one has to be given whole."""
    by_name = {known.lower(): kind for kind in EVENT_TYPES for known in (kind, kind.rpartition(".")[2])}
    unknown = [name for name in names if name.lower() not in by_name and "." not in name]
    if unknown:
        raise InputError(f"There is no event {unknown[0]!r}", f"There are: {', '.join(event_names())}")
    return [by_name.get(name.lower()) or choice(name, EVENT_TYPES, f"--event {name!r}") for name in names]


def checked_filters(filters: list[str] | None) -> list[str]:
    for one in filters or []:
        if not one.partition("=")[1]:
            raise InputError(f"--filter {one!r} is not of the form NAME=VALUE")
    return filters or []


def _texts(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
