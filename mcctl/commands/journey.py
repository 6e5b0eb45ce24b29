"""`mcctl journey`: journeys, which the API calls interactions. What sets them going is in `journey_state`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.choices import choice
from mcctl.commands import App, Context, DangerousCommand, LimitOption, ReadCommand, WriteCommand, journey_state
from mcctl.commands.journey_state import KeyArgument, VersionOption, api
from mcctl.copying import argument
from mcctl.errors import InputError, Refused
from mcctl.formats import When
from mcctl.reading import get, objects, text, whole

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.journey import Version

app = App("Journey Builder: journeys, from draft to running.")

LIST_COLUMNS = {
    "KEY": "key",
    "NAME": "name",
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
STATUS_COLUMNS = {
    "VERSION": "version",
    "STATUS": "status",
    "INSIDE": "stats.currentPopulation",
    "ENTERED": "stats.cumulativePopulation",
    "MET GOAL": "stats.metGoal",
    "GOAL %": "stats.goalPerformance",
    "PUBLISHED": When("lastPublishedDate"),
}
HISTORY_COLUMNS = {
    "AT": When("transactionTime"),
    "CONTACT": "contactKey",
    "ACTIVITY": "activityName",
    "TYPE": "activityType",
    "STATUS": "status",
    "MESSAGE": "message",
}
AUDIT_COLUMNS: Columns = {
    "AT": When("timeStamp"),
    "ACTION": "action",
    "VERSION": "versionNumber",
    "USER": "user.name",
    "RESULT": "publishStatus",
    "EJECTED": "contactsEjected",
}
DataOption = Annotated[
    str | None, typer.Option("--data", metavar="FILE", help="The journey as JSON or YAML; - for stdin. Flags win.")
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Set any property: activities.0.name=Hello."),
]


@app.add("list", ReadCommand)
def list_journeys(
    ctx: Context,
    status: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="Draft, Published, Paused, Stopped...")
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar="TEXT", help="Those whose name or description holds TEXT.")
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", help="Those with this tag.")] = None,
    limit: LimitOption = None,
) -> None:
    """List journeys: of each the running version, or else the newest.

    Examples:
      mcctl journey list
      mcctl journey list --status Draft -o json -q "[].key"
    """
    from mcctl.rest.journey import STATES

    proper = None if status is None else choice(status, STATES, f"--status {status!r}")
    found = api(ctx).list_journeys(status=proper, nameOrDescription=search, tag=tag)
    ctx.obj.show_list(islice(found, limit), LIST_COLUMNS)


@app.add("get", ReadCommand)
def get_journey(ctx: Context, key: KeyArgument, version: VersionOption = None) -> None:
    """Show a version of a journey with all its parts; the newest one, unless told otherwise.

    Examples:
      mcctl journey get nto-thank-you
      mcctl journey get nto-thank-you --version published -o json > journey.json
    """
    from mcctl.rest.journey import choose

    routes = api(ctx)
    chosen = choose(routes.versions(key=key), version)
    ctx.obj.show(routes.get(journey_id=chosen.id, version=chosen.number), ITEM_COLUMNS)


@app.add("create", WriteCommand)
def create_journey(
    ctx: Context,
    data: DataOption = None,
    key: Annotated[str | None, typer.Option("--key", help="Key, at most 200 characters.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="Name.")] = None,
    assignments: SetOption = None,
) -> None:
    """Create a journey as a draft, from its specification.

    It is checked before it is sent: keys, activities that point nowhere or in a circle, splits, waits.

    Examples:
      mcctl journey create --data journey.json
      mcctl journey get nto-thank-you -o json | mcctl journey create --data - --key new --name New --dry-run
    """
    from mcctl.rest.journey_body import new_journey

    body = new_journey(_composed(data, assignments, key=key, name=name))
    created = api(ctx).create(body=body)
    ctx.obj.show(created, ITEM_COLUMNS)
    ctx.obj.done(
        f"Created the journey {body['key']}", next_command=f"mcctl journey publish --wait {argument(body['key'])}"
    )


@app.add("update", WriteCommand)
def update_journey(
    ctx: Context,
    key: KeyArgument,
    data: DataOption = None,
    name: Annotated[str | None, typer.Option("--name", help="New name.")] = None,
    assignments: SetOption = None,
    new_version: Annotated[
        bool,
        typer.Option("--new-version", help="Make a new draft of a journey that is running.", show_default=False),
    ] = False,
) -> None:
    """Change the draft of a journey, or with --new-version make one.

    Without --data only what --name and --set name is changed. A document that was fetched before somebody else changed
    the draft is refused: it says when it was modified.

    Examples:
      mcctl journey update welcome-journey --set activities.0.name=Hello
      mcctl journey get welcome-journey -o json > j.json
      mcctl journey update welcome-journey --data j.json
      mcctl journey update welcome-journey --new-version --data j.json
    """
    from mcctl.rest.journey_body import READ_ONLY, check_journey

    if not (data or name or assignments):
        raise InputError("Nothing to change", "Say what: --data FILE, --name, --set PATH=VALUE")
    routes = api(ctx)
    versions = routes.versions(key=key)
    base = _base(versions, new_version=new_version)
    stored = routes.get(journey_id=base.id, version=base.number)
    document = _composed(data, assignments, name=name, start=None if data else stored)
    if not new_version:
        _refuse_stale(document, stored, base)
    body = {field: value for field, value in document.items() if field not in READ_ONLY}
    body = {
        "workflowApiVersion": get(stored, "workflowApiVersion") or 1.0,
        "name": get(stored, "name"),
        **body,
        "key": base.key,
    }
    check_journey(body)
    place = (
        {"version": base.number + 1}
        if new_version
        else {"version": base.number, "modifiedDate": get(stored, "modifiedDate")}
    )
    updated = routes.update(body={**body, "id": base.id, **place})
    if updated:
        ctx.obj.show(updated, ITEM_COLUMNS)
    ctx.obj.done(f"Changed version {place['version']} of {base.key}" if updated else "There was nothing to change")


@app.add("delete", DangerousCommand)
def delete_journey(ctx: Context, key: KeyArgument, version: VersionOption = None) -> None:
    """Delete a journey with all its versions, or only one of them, for good. Whoever is in it leaves.

    Examples:
      mcctl journey delete nto-thank-you
      mcctl journey delete welcome-journey --version 2 --yes
    """
    from mcctl.formats import counted
    from mcctl.rest.journey import choose

    routes = api(ctx)
    versions = routes.versions(key=key)
    one = choose(versions, version) if version else None
    told = ", ".join(f"{each.number} {each.status}" for each in versions)
    what = f"version {one.number} ({one.status})" if one else f"all of its {counted(len(versions), 'version')} ({told})"
    ctx.obj.confirm(f"Delete the journey {versions[0].key!r}, {what}, for good?")
    deleted = routes.delete(journey_id=versions[0].id, version=one.number if one else None)
    if ctx.obj.dry_run:
        ctx.obj.show(deleted)
    ctx.obj.done(f"Deleted {versions[0].key}, {what}")


@app.add("status", ReadCommand)
def show_status(
    ctx: Context,
    key: KeyArgument,
    publication: Annotated[
        str | None, typer.Option("--publication", metavar="ID", help="How far this publication is, instead.")
    ] = None,
) -> None:
    """Show the versions of a journey: their status, who is inside and who was, and the goal.

    Examples:
      mcctl journey status nto-thank-you
      mcctl journey status nto-thank-you -o json -q "[?status=='Published'].stats"
    """
    routes = api(ctx)
    if publication:
        progress = routes.progress("publish", status_id=publication)
        ctx.obj.show(progress, {"STATUS": "status", "ERRORS": "errors", "WARNINGS": "warnings"})
        return
    ctx.obj.show_list([one.body for one in routes.versions(key=key, extras="stats")], STATUS_COLUMNS)


@app.add("history", ReadCommand)
def show_history(
    ctx: Context,
    key: KeyArgument,
    contacts: Annotated[
        list[str] | None, typer.Option("--contact", metavar="KEY", help="Only of this contact; may be given often.")
    ] = None,
    statuses: Annotated[
        list[str] | None, typer.Option("--status", metavar="STATUS", help="Only these: Complete, Failed...")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only from this date and time on.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only up to this date and time.")] = None,
    limit: LimitOption = None,
) -> None:
    """Show what happened to contacts in a journey, newest first; the last 30 days, 10,000 records at most.

    Examples:
      mcctl journey history nto-thank-you --contact nto-1001
      mcctl journey history nto-thank-you --status Failed --since 2026-11-01 -o csv
    """
    from mcctl.rest.journey import HISTORY_STATUSES, HISTORY_WINDOW

    routes = api(ctx)
    versions = list(dict.fromkeys(one.definition_id for one in routes.versions(key=key)))
    wanted = [choice(one, HISTORY_STATUSES, f"--status {one!r}") for one in statuses or []]
    query = {"definitionIds": versions, "contactKeys": contacts, "statuses": wanted}
    dates = {"start": _date(since, "--since"), "end": _date(until, "--until")}
    body = {name: value for name, value in {**query, **dates}.items() if value}
    count = 0

    def counted() -> Iterator[Any]:
        nonlocal count
        for count, record in enumerate(routes.history(query=body), 1):  # noqa: B007 (counted for the note)
            yield record

    ctx.obj.show_list(islice(counted(), limit), HISTORY_COLUMNS)
    if count >= HISTORY_WINDOW:
        ctx.obj.output.note(
            f"Marketing Cloud gives {HISTORY_WINDOW:,} records at most; ask for a shorter time for others"
        )


@app.add("audit", ReadCommand)
def show_audit(
    ctx: Context,
    key: KeyArgument,
    action: Annotated[
        str, typer.Option("--action", metavar="ACTION", help="create, modify, publish, unpublish or delete.")
    ] = "all",
) -> None:
    """Show what was done to a journey, and by whom.

    Examples:
      mcctl journey audit nto-thank-you
      mcctl journey audit nto-thank-you --action publish -o json
    """
    from mcctl.rest.journey import check_audit_action

    wanted = check_audit_action(action)
    routes = api(ctx)
    ctx.obj.show_list(routes.audit(journey_id=routes.versions(key=key)[0].id, action=wanted), AUDIT_COLUMNS)


app.add("validate", journey_state.CheckCommand)(journey_state.validate_journey)
app.add("publish", journey_state.PublishCommand)(journey_state.publish_journey)
app.add("pause", journey_state.PauseCommand)(journey_state.pause_journey)
app.add("resume", WriteCommand)(journey_state.resume_journey)
app.add("stop", DangerousCommand)(journey_state.stop_journey)
app.add("exit", WriteCommand)(journey_state.exit_journey)


def _composed(
    data: str | None, assignments: list[str] | None, *, start: dict[str, Any] | None = None, **flags: Any
) -> Any:
    """Return a document, or `start` in its place, changed by assignments and then by flags."""
    from copy import deepcopy

    from mcctl.documents import assign, parse_assignment, read_object

    body = deepcopy(start) if start is not None else (read_object(data) if data else {})
    for assignment in assignments or []:
        assign(body, *parse_assignment(assignment, typed=True))
    return {**body, **{name: value for name, value in flags.items() if value is not None}}


def _base(versions: list[Version], *, new_version: bool) -> Version:
    """Return the version to change, or to make a new one of."""
    from mcctl.rest.journey import choose

    newest = versions[-1]
    if not new_version:
        try:
            return choose(versions, None, ("Draft",), "changed")
        except Refused as error:
            error.hint = f"Make a new version: mcctl journey update --new-version {argument(newest.key)}"
            raise
    if newest.status.lower() == "draft":
        raise InputError(f"Version {newest.number} of {newest.key} is a draft already", "Leave --new-version out")
    return newest


def _refuse_stale(document: dict[str, Any], stored: dict[str, Any], base: Version) -> None:
    """Raise Refused where the document was fetched before the draft was changed."""
    same = whole(get(document, "version")) in (None, base.number)
    if same and text(document, "modifiedDate") not in ("", text(stored, "modifiedDate")):
        raise Refused(
            f"Version {base.number} of {base.key} was changed at {text(stored, 'modifiedDate')}, "
            f"after the document was fetched ({text(document, 'modifiedDate')}); nothing was sent",
            f"Fetch it again: mcctl journey get -o json {argument(base.key)}",
        )


def _date(told: str | None, flag: str) -> str | None:
    """Return a date and time as it was written. Raises InputError for what is none."""
    from datetime import datetime

    try:
        if told is not None:
            datetime.fromisoformat(told)
    except ValueError as error:
        raise InputError(f"{flag} {told!r} is not a date such as 2026-11-25 or 2026-11-25T14:30:00") from error
    return told


def _event_key(one: Any) -> str | None:
    from mcctl.rest.journey_body import event_key_of

    return event_key_of(one) if isinstance(one, dict) else None


def _activity(step: Any) -> str:
    return f"{text(step, 'key')} ({text(step, 'type')})"
