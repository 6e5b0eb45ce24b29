"""`mcctl event`: event definitions, and the entry events that bring contacts into journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.choices import choice, filled
from mcctl.commands import App, Context, DangerousCommand, ReadCommand, SevereCommand, WriteCommand, refuse_options
from mcctl.commands.file_options import file_options, fit_options, source_options
from mcctl.copying import argument
from mcctl.errors import InputError, NotFound, NotPermitted, refuse_all
from mcctl.formats import When
from mcctl.reading import guid

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.event import EventApi

app = App("Event definitions, and firing entry events.")

LIST_COLUMNS: Columns = {
    "KEY": "eventDefinitionKey",
    "NAME": "name",
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
DEFAULT_TYPE = "APIEvent"
KeyArgument = Annotated[str, typer.Argument(metavar="EVENT", help="Key, or id, of the event definition.")]
DataExtensionOption = Annotated[
    str | None, typer.Option("--data-extension", metavar="KEY", help="Key of the data extension that events write to.")
]
DescriptionOption = Annotated[str | None, typer.Option("--description", help="Description.")]


@app.add("list", ReadCommand)
def list_events(
    ctx: Context,
    name: Annotated[str | None, typer.Option("--name", help="Only those whose name contains this text.")] = None,
) -> None:
    """List event definitions.

    Examples:
      mcctl event list
      mcctl event list --name purchase -o json -q "[].eventDefinitionKey"
    """
    ctx.obj.show_list(api(ctx).list_definitions(name=name), LIST_COLUMNS)


@app.add("get", ReadCommand)
def get_event(ctx: Context, key: KeyArgument) -> None:
    """Show an event definition.

    Examples:
      mcctl event get nto-purchase
      mcctl event get nto-purchase -o json -q dataExtensionId
    """
    ctx.obj.show(api(ctx).get(key=key), ITEM_COLUMNS)


@app.add("create", WriteCommand)
def create_event(
    ctx: Context,
    key: Annotated[str, typer.Argument(metavar="EVENT", help="Key of the new event definition; no period.")],
    name: Annotated[str | None, typer.Option("--name", help="Name; the key if not given.")] = None,
    data_extension: DataExtensionOption = None,
    kind: Annotated[
        str | None, typer.Option("--type", help=f"APIEvent, ContactEvent...; {DEFAULT_TYPE} if not given.")
    ] = None,
    description: DescriptionOption = None,
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="FILE", help="The definition as JSON or YAML; - for stdin. Flags win."),
    ] = None,
) -> None:
    """Create an event definition on a data extension.

    A journey is entered by the events of its definition, and each event is written to the data extension first. With
    --data, a schema can be given instead of a data extension, which is then made.

    Examples:
      mcctl event create welcome-event --name Welcome --data-extension nto-customers
      mcctl event create welcome-event --data event.yaml --dry-run
    """
    from mcctl.documents import compose
    from mcctl.rest.event import check_key

    flags = {"name": name, "type": kind, "description": description}
    given = compose(data, [], {field: value for field, value in flags.items() if value is not None})
    body = {"type": DEFAULT_TYPE, "name": key, **given, "eventDefinitionKey": check_key(key)}
    if given.get("eventDefinitionKey", key) != key:
        raise InputError(f"The document is about the event definition {given['eventDefinitionKey']!r}, not {key!r}")
    if data_extension:
        body = {**body, "dataExtensionId": _data_extension_id(ctx, data_extension)}
        body.pop("schema", None)
    if not body.get("dataExtensionId") and not body.get("schema"):
        raise InputError("Where are its events written to?", "Give --data-extension KEY, or a schema in --data")
    created = api(ctx).create(body=body)
    ctx.obj.show(created, ITEM_COLUMNS)
    ctx.obj.done(f"Created the event definition {key}", next_command=f"mcctl event fire --contact KEY {argument(key)}")


@app.add("update", WriteCommand)
def update_event(
    ctx: Context,
    key: KeyArgument,
    name: Annotated[str | None, typer.Option("--name", help="New name.")] = None,
    new_key: Annotated[str | None, typer.Option("--new-key", metavar="KEY", help="New key; no period.")] = None,
    data_extension: DataExtensionOption = None,
    description: DescriptionOption = None,
) -> None:
    """Change an event definition. Journeys refer to it by its key.

    Examples:
      mcctl event update nto-purchase --name "Purchase 2026"
      mcctl event update nto-purchase --data-extension nto-customers
    """
    from mcctl.rest.event import check_key

    changes: dict[str, Any] = {"name": name, "description": description}
    if new_key is not None:
        changes["eventDefinitionKey"] = check_key(new_key)
    if data_extension is not None:
        changes["dataExtensionId"] = _data_extension_id(ctx, data_extension)
    body = {field: value for field, value in changes.items() if value is not None}
    if not body:
        raise InputError("Nothing to change", "Say what: --name, --description, --data-extension, --new-key")
    ctx.obj.show(api(ctx).update(key=key, body=body), ITEM_COLUMNS)
    ctx.obj.done(f"Changed the event definition {key}")


@app.add("delete", DangerousCommand)
def delete_event(ctx: Context, key: KeyArgument) -> None:
    """Delete an event definition. Its data extension stays.

    Examples:
      mcctl event delete nto-purchase
      mcctl event delete nto-purchase --yes
    """
    ctx.obj.confirm(f"Delete the event definition {key!r}?")
    deleted = api(ctx).delete(key=key)
    if ctx.obj.dry_run:
        ctx.obj.show(deleted)
    ctx.obj.done(f"Deleted the event definition {key}")


def _one_options(
    contact: Annotated[str | None, typer.Option("--contact", metavar="KEY", help="Contact key, old or new.")] = None,
    values: Annotated[
        list[str] | None,
        typer.Option("--data", metavar="NAME=VALUE", help="A field of the data extension; may be given often."),
    ] = None,
    data_file: Annotated[
        str | None, typer.Option("--data-file", metavar="FILE", help="The fields as JSON or YAML; - for stdin.")
    ] = None,
) -> None: ...


def _many_options(
    batch_size: Annotated[
        int | None, typer.Option("--batch-size", min=1, max=100, help="Contacts in a request; 100 if not given.")
    ] = None,
) -> None: ...


class FireCommand(SevereCommand):
    """An event for one contact or for many."""

    declared = (_one_options, source_options, _many_options, fit_options, file_options, *SevereCommand.declared)


@app.add("fire", FireCommand)
def fire(ctx: Context, key: KeyArgument) -> None:
    """Fire an entry event for one contact, or with --from for every row of a file.

    The fields and their types are checked against the data extension of the event before anything is fired. Accepted
    means that the contact will be looked at; whether it enters, the journey decides. With --from, the columns are the
    fields, and the contact key is in the column contactKey, or in the field that the data extension is sent by. The
    same command goes on where a killed run stopped; an event whose answer was lost is told, and never fired again.

    Examples:
      mcctl event fire nto-purchase --contact c-001 --data SubscriberKey=c-001 --data Email=ada@example.com
      mcctl event fire nto-purchase --contact c-001 --data-file ada.json --dry-run
      mcctl event fire nto-purchase --from contacts.csv --results out.jsonl
      mcctl event fire nto-purchase --from contacts.csv --map contactKey=Id --leave-out Notes --yes
    """
    if ctx.obj.options["source"] is None:
        refuse_options(ctx, (_many_options, fit_options, file_options), "goes only with --from FILE")
        _fire_one(ctx, key)
    else:
        from mcctl.commands.event_run import fire_many

        refuse_options(ctx, (_one_options,), "does not go with --from FILE")
        fire_many(ctx, api(ctx), key)


@app.add("status", ReadCommand)
def show_status(
    ctx: Context,
    contact: Annotated[str | None, typer.Option("--contact", metavar="KEY", help="Only of this contact.")] = None,
    request: Annotated[str | None, typer.Option("--request", metavar="ID", help="Only of this request.")] = None,
    event: Annotated[str | None, typer.Option("--event", metavar="EVENT", help="Only of this definition.")] = None,
    kind: Annotated[str | None, typer.Option("--type", metavar="errored|queued|processed", help="Only these.")] = None,
) -> None:
    """Show what became of events that were fired with --from, in the last 30 days, as Marketing Cloud tells it.

    Examples:
      mcctl event status --event nto-purchase --type errored
      mcctl event status --contact nto-1001 -o json
    """
    filters = {
        "contactKey": filled(contact, "--contact"),
        "requestId": filled(request, "--request"),
        "eventDefinitionKey": filled(event, "--event"),
        "type": None if kind is None else choice(kind, ("errored", "queued", "processed"), f"--type {kind!r}"),
    }
    ctx.obj.output.show_any(list(api(ctx).statuses(**filters)))


def api(ctx: Context) -> EventApi:
    """Return the routes of events."""
    from mcctl.rest.event import EventApi

    return EventApi(ctx.obj.client)


def _fire_one(ctx: Context, key: str) -> None:
    from mcctl.documents import parse_assignment, read_object
    from mcctl.rest.de_field import proper_names
    from mcctl.rest.event import check_key

    options = ctx.obj.options
    if not options["contact"]:
        raise InputError("Who is it for?", "Give --contact KEY; or a file of contacts with --from")
    check_key(key)
    document = read_object(options["data_file"]) if options["data_file"] else {}
    data = {**document, **dict(parse_assignment(one, typed=False) for one in options["values"] or [])}
    if not ctx.obj.dry_run:
        data = proper_names(_check(ctx, key, data), data)
    accepted = api(ctx).fire(key=key, contact=options["contact"], data=data)
    ctx.obj.show(accepted, {"EVENT INSTANCE": "eventInstanceId"})
    ctx.obj.done(
        f"Fired {key} for {options['contact']}", next_command=f"mcctl contact journeys {argument(options['contact'])}"
    )


def _check(ctx: Context, key: str, data: dict[str, Any]) -> list[Any]:
    """Check the values of an event, and return the fields of its data extension; none if it has none.

    Whoever may fire events need not be permitted to read what they are checked against, and it may be a parent's: they
    are fired unchecked then. Raises NotFound, and InputError with everything that does not fit.
    """
    from mcctl.rest.de import DeApi
    from mcctl.rest.de_field import fields_of, problems_of

    de_id = ""
    try:
        de_id = guid(api(ctx).get(key=key), "dataExtensionId")
        fields = fields_of(DeApi(ctx.obj.client).fields(de_id=de_id)) if de_id else []
    except (NotPermitted, NotFound) as error:
        if isinstance(error, NotFound) and not de_id:
            raise
        ctx.obj.output.note(f"The fields could not be checked, since they cannot be read: {error.message}")
        return []
    if not fields:
        return []
    refuse_all(problems_of(fields, data), "Nothing was fired; give fields with --data NAME=VALUE")
    return fields


def _data_extension_id(ctx: Context, key: str) -> str:
    from mcctl.rest.de import DeApi

    return DeApi(ctx.obj.client).find(key=key).id
