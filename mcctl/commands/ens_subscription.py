"""`mcctl ens subscription`: which events a callback is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.choices import choice
from mcctl.commands import App, Context, DangerousCommand, ReadCommand, WriteCommand
from mcctl.commands.ens_callback import api
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.reading import get, text

if TYPE_CHECKING:
    from mcctl.output import Columns

app = App("Subscriptions: which events a callback is told of.")

COLUMNS: Columns = {
    "ID": "subscriptionId",
    "NAME": "subscriptionName",
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


@app.add("list", ReadCommand)
def list_subscriptions(
    ctx: Context,
    callback: Annotated[
        str | None, typer.Option("--callback", metavar="CALLBACK", help="Only those of this callback.")
    ] = None,
) -> None:
    """List subscriptions; without --callback those of every callback, with a request for each.

    Examples:
      mcctl ens subscription list
      mcctl ens subscription list --callback 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
    """
    routes = api(ctx)
    ids = [callback] if callback else list(filter(None, (text(one, "callbackId") for one in routes.list_callbacks())))
    found = (one for callback_id in ids for one in routes.list_subscriptions(callback_id=callback_id))
    ctx.obj.show_list(found, COLUMNS)


@app.add("get", ReadCommand)
def get_subscription(ctx: Context, subscription: IdArgument) -> None:
    """Show a subscription.

    Examples:
      mcctl ens subscription get 0f4c1c0e-5d7a-4d55-9a37-3f0f4a1f1c11
    """
    ctx.obj.show(api(ctx).get_subscription(subscription_id=subscription), COLUMNS)


@app.add("create", WriteCommand)
def create_subscription(
    ctx: Context,
    name: Annotated[str, typer.Option("--name", help="Name; must be unique.")],
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
        raise InputError("Which events?", f"Give --event: {', '.join(_short_names())}")
    created = api(ctx).create_subscription(
        name=name, callback_id=callback, event_types=_event_types(events), filters=_filters(filters)
    )
    ctx.obj.show(created, COLUMNS)
    ctx.obj.done(f"Created subscription {text(created, 'subscriptionId')}")


@app.add("update", WriteCommand)
def update_subscription(
    ctx: Context,
    subscription: IdArgument,
    name: Annotated[str | None, typer.Option("--name", help="New name.")] = None,
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
        changes["eventCategoryTypes"] = _event_types(events)
    if filters:
        changes["filters"] = _filters(filters)
    _update(ctx, subscription, changes)
    ctx.obj.done(f"Changed subscription {subscription}")


@app.add("pause", DangerousCommand)
def pause_subscription(ctx: Context, subscription: IdArgument) -> None:
    """Pause a subscription. What happens meanwhile is never told.

    Examples:
      mcctl ens subscription pause 0f4c1c0e-5d7a-4d55-9a37-3f0f4a1f1c11
    """
    ctx.obj.confirm(f"Pause subscription {subscription}? Events during the pause are lost to it.")
    _update(ctx, subscription, {"status": "paused", "statusReason": "paused with mcctl"})
    ctx.obj.done(f"Paused {subscription}", next_command=f"mcctl ens subscription resume {argument(subscription)}")


@app.add("resume", WriteCommand)
def resume_subscription(ctx: Context, subscription: IdArgument) -> None:
    """Resume a paused subscription.

    Examples:
      mcctl ens subscription resume 0f4c1c0e-5d7a-4d55-9a37-3f0f4a1f1c11
    """
    _update(ctx, subscription, {"status": "active", "statusReason": "resumed with mcctl"})
    ctx.obj.done(f"Resumed {subscription}")


@app.add("delete", DangerousCommand)
def delete_subscription(ctx: Context, subscription: IdArgument) -> None:
    """Remove a subscription.

    Examples:
      mcctl ens subscription delete 0f4c1c0e-5d7a-4d55-9a37-3f0f4a1f1c11 --yes
    """
    ctx.obj.confirm(f"Delete subscription {subscription}?")
    deleted = api(ctx).delete_subscription(subscription_id=subscription)
    if ctx.obj.dry_run:
        ctx.obj.show(deleted)
    ctx.obj.done(f"Deleted subscription {subscription}")


def _update(ctx: Context, subscription: str, changes: dict[str, Any]) -> None:
    """Send changes with the events that the subscription has, because every update must name them."""
    routes = api(ctx)
    if "eventCategoryTypes" not in changes:
        current = routes.get_subscription(subscription_id=subscription)
        changes = {"eventCategoryTypes": get(current, "eventCategoryTypes"), **changes}
    ctx.obj.show(routes.update_subscription(subscription_id=subscription, body=changes), COLUMNS)


def _short_names() -> list[str]:
    from mcctl.rest.ens import EVENT_TYPES

    return [kind.rpartition(".")[2] for kind in EVENT_TYPES]


def _event_types(names: list[str]) -> list[str]:
    """Return the full names of events, which may be given without their family; a newer one has to be given whole."""
    from mcctl.rest.ens import EVENT_TYPES

    by_name = {known.lower(): kind for kind in EVENT_TYPES for known in (kind, kind.rpartition(".")[2])}
    unknown = [name for name in names if name.lower() not in by_name and "." not in name]
    if unknown:
        raise InputError(f"There is no event {unknown[0]!r}", f"There are: {', '.join(_short_names())}")
    return [by_name.get(name.lower()) or choice(name, EVENT_TYPES, f"--event {name!r}") for name in names]


def _filters(filters: list[str] | None) -> list[str]:
    for one in filters or []:
        if not one.partition("=")[1]:
            raise InputError(f"--filter {one!r} is not of the form NAME=VALUE")
    return filters or []


def _texts(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
