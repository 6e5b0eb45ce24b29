"""`mcctl contact`: contacts, their addresses and attributes, and their deletion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.choices import choice
from mcctl.commands import App, Context, IrreversibleCommand, ReadCommand, WriteCommand
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.errors import InputError, NotFound, PartlyDone, StillInProgress
from mcctl.formats import When, counted
from mcctl.reading import flag, get, objects, text, whole

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.contact import ContactApi

app = App("Contacts: addresses, attributes, deletion.")

_DELETE_PAUSE = 10.0
_FOUND_MOST = 50
_ADDRESS_TYPES = {1: "E-mail", 4: "Mobile", 9: "Push", 10: "LINE"}
CHANNELS = ("EMAIL", "MOBILE", "PUSH", "LINE")


def _plain(value: Any) -> Any:
    """Return what is in a type-value object; the documents do not name what is in it."""
    inner = get(value, "value")
    return value if inner is None else inner


def _address(one: Any) -> str:
    values = [value for group in objects(get(one, "valueSets")) for value in objects(get(group, "values"))]
    return ", ".join(text(value, "innerValue") for value in values)


def _address_type(one: Any) -> Any:
    number = get(one, "addressTypeID")
    return _ADDRESS_TYPES.get(whole(number) or 0, number)


ADDRESS_COLUMNS: Columns = {
    "CONTACT": lambda one: _plain(get(one, "contactKey")),
    "ID": lambda one: _plain(get(one, "contactID")),
    "TYPE": _address_type,
    "ADDRESS": _address,
    "STATUS": "status",
    "MODIFIED": When("modifiedDate"),
}
WRITE_COLUMNS = {"CONTACT": "contactKey", "ID": "contactId", "NEW": "isNewContactKey", "STATUS": "operationStatus"}
OPERATION_COLUMNS: Columns = {
    "OPERATION": "operationID",
    "STATUS": "status",
    "CONTACTS": "expectedListCount",
    "LIST": "listKey",
    "CREATED": When("createdDate"),
    "ENDED": When("endTime"),
}
STATUS_COLUMNS: Columns = {
    "OPERATION": "operation.operationID",
    "SUPPRESSION": "operation.status",
    "REMOVAL": lambda status: _removal(status),
    "CONTACTS": "operation.expectedListCount",
    "RESTORABLE (DAYS)": "numberofRestorableDays",
    "STARTED": When("operation.startTime"),
}
ContactArgument = Annotated[str, typer.Argument(metavar="CONTACT", help="Contact key.")]


def _value_options(
    email: Annotated[str | None, typer.Option("--email", metavar="ADDRESS", help="E-mail address.")] = None,
    mobile: Annotated[
        str | None, typer.Option("--mobile", metavar="NUMBER", help="Mobile number, with its country code.")
    ] = None,
    locale: Annotated[str | None, typer.Option("--locale", metavar="US", help="Country of the mobile number.")] = None,
    assignments: Annotated[
        list[str] | None,
        typer.Option("--attr", metavar="SET.NAME=VALUE", help="A value in an attribute set; may be given often."),
    ] = None,
    data: Annotated[
        str | None, typer.Option("--data", metavar="FILE", help="The contact as JSON or YAML; - for stdin. Flags win.")
    ] = None,
) -> None: ...


class ValuesCommand(WriteCommand):
    """A write of values of a contact."""

    declared = (_value_options, *WriteCommand.declared)


@app.add("create", ValuesCommand)
def create_contact(ctx: Context, key: ContactArgument) -> None:
    """Create a contact. One that has the key already gets the values, too.

    Examples:
      mcctl contact create c-001 --email ada@example.com
      mcctl contact create c-001 --mobile 13175551212 --locale US --attr "Email Demographics.First Name=Ada"
    """
    created = api(ctx).create(body=_body(ctx, key))
    ctx.obj.show(created, WRITE_COLUMNS)
    known = get(created, "isNewContactKey") is not None and not flag(get(created, "isNewContactKey"))
    ctx.obj.done(f"{'Added to' if known else 'Created'} the contact {key}")


@app.add("update", ValuesCommand)
def update_contact(ctx: Context, key: ContactArgument) -> None:
    """Change values of a contact; all others stay.

    Examples:
      mcctl contact update nto-1001 --email amelia@example.org
      mcctl contact update nto-1001 --attr "Email Demographics.Last Name=Ortiz"
    """
    ctx.obj.show(api(ctx).update(body=_body(ctx, key)), WRITE_COLUMNS)
    ctx.obj.done(f"Changed the contact {key}")


@app.add("get", ReadCommand)
def get_contact(ctx: Context, key: ContactArgument) -> None:
    """Show the addresses of a contact. Needs the scope audiences_read.

    Examples:
      mcctl contact get nto-1001
    """
    found = api(ctx).addresses(attribute="ContactKey", value=key)
    if not found:
        raise NotFound(f"No address of a contact {key!r} is known", "mcctl contact search --email ADDRESS")
    ctx.obj.show_list(found, ADDRESS_COLUMNS)


@app.add("search", ReadCommand)
def search_contacts(
    ctx: Context,
    emails: Annotated[
        list[str] | None,
        typer.Option("--email", metavar="ADDRESS", help="Contacts with this address; may be repeated."),
    ] = None,
    channel: Annotated[
        str | None, typer.Option("--channel", metavar="CHANNEL", help="Addresses of EMAIL, MOBILE, PUSH or LINE.")
    ] = None,
) -> None:
    """Find contacts by e-mail address, or all addresses of a channel.

    Examples:
      mcctl contact search --email amelia@nto.example
      mcctl contact search --channel MOBILE -o csv
    """
    if bool(emails) == bool(channel):
        raise InputError("Which contacts?", "Give either --email ADDRESS or --channel CHANNEL")
    if channel:
        wanted = choice(channel, CHANNELS, f"--channel {channel!r}")
        ctx.obj.show_list(api(ctx).addresses(attribute="Channel", value=wanted), ADDRESS_COLUMNS)
        return
    found = api(ctx).by_email(emails=emails or [], most=_FOUND_MOST)
    ctx.obj.show_list(found, {"ADDRESS": "channelAddress", "CONTACTS": _contact_keys})


@app.add("journeys", ReadCommand)
def show_journeys(
    ctx: Context,
    keys: Annotated[list[str], typer.Argument(metavar="CONTACT...", help="Contact keys.")],
) -> None:
    """Show in which journeys contacts are at the moment.

    Examples:
      mcctl contact journeys nto-1001 nto-1002
    """
    from mcctl.rest.journey import MAX_EXITS, JourneyApi

    routes = JourneyApi(ctx.obj.client)
    parts = [keys[start : start + MAX_EXITS] for start in range(0, len(keys), MAX_EXITS)]
    found = [one for part in parts for one in objects(get(routes.memberships(contacts=part), "contactMemberships"))]
    ctx.obj.show_list(found, {"CONTACT": "contactKey", "JOURNEY": "definitionKey", "VERSION": "version"})


@app.add("delete", IrreversibleCommand)
def delete_contacts(
    ctx: Context,
    keys: Annotated[list[str] | None, typer.Argument(metavar="CONTACT...", help="Contact keys.")] = None,
    data_extension: Annotated[
        str | None,
        typer.Option("--data-extension", metavar="KEY", help="Everybody in this sendable data extension, instead."),
    ] = None,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Delete contacts, in every business unit and every channel, for good.

    They are suppressed at once and cannot be sent to, and removed when the suppression period is over. --wait waits for
    the suppression, which may take hours. Confirm with the contact key, with how many they are, or with the key of the
    data extension.

    Examples:
      mcctl contact delete nto-1001
      mcctl contact delete nto-1001 nto-1002 --confirm 2 --wait
      mcctl contact delete --data-extension nto-customers --confirm nto-customers
    """
    if bool(keys) == (data_extension is not None):
        raise InputError("Which contacts?", "Give either contact keys or --data-extension KEY")
    wanted = list(dict.fromkeys(keys or []))
    if "" in (*wanted, data_extension):
        raise InputError("A key is empty; nothing was deleted")
    name = data_extension or (wanted[0] if len(wanted) == 1 else str(len(wanted)))
    what = f"everybody in {data_extension}" if data_extension else counted(len(wanted), "contact")
    ctx.obj.confirm_name(f"Delete {what}, everywhere and for good?", name)
    routes = api(ctx)
    started = routes.delete(keys=wanted, list_key=data_extension)
    if ctx.obj.dry_run:
        ctx.obj.show(started)
        ctx.obj.done("")
        return
    number = whole(get(started, "operationID")) or 0
    if not wait:
        ctx.obj.show(started, {"OPERATION": "operationID", "STARTED": When("operationInitiated")})
        ctx.obj.done(f"Deleting {what}", next_command=f"mcctl contact delete-status {number}")
        return
    _wait_for_delete(ctx, routes, number, wait_timeout)
    ctx.obj.done(f"Suppressed {what}; they are removed when the suppression period is over")


@app.add("delete-status", ReadCommand)
def show_delete_status(
    ctx: Context,
    operation: Annotated[int | None, typer.Argument(metavar="OPERATION", help="Id of the operation.")] = None,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show how far a deletion is, or without an id all deletions.

    Examples:
      mcctl contact delete-status
      mcctl contact delete-status 12 --wait --wait-timeout 3600
    """
    routes = api(ctx)
    if operation is None:
        ctx.obj.show_list(routes.delete_operations(), OPERATION_COLUMNS)
    elif wait:
        _wait_for_delete(ctx, routes, operation, wait_timeout)
    else:
        ctx.obj.show(routes.delete_status(operation_id=operation), STATUS_COLUMNS)


@app.add("schema", ReadCommand)
def show_schema(
    ctx: Context,
    set_name: Annotated[str | None, typer.Argument(metavar="SET", help="Name of an attribute set.")] = None,
    versions: Annotated[
        bool, typer.Option("--versions", help="Show the schemas with their versions, instead.", show_default=False)
    ] = False,
) -> None:
    """Show the attribute sets of the contact model, or the attributes of one.

    The version of the schema is what activities of a journey call schemaVersionId.

    Examples:
      mcctl contact schema
      mcctl contact schema "Email Addresses"
      mcctl contact schema --versions -o json -q "[0].version"
    """
    if versions:
        columns = {"ID": "id", "VERSION": "version", "TYPE": "schemaType", "ENTERPRISE": "enterpriseID"}
        ctx.obj.show_list(api(ctx).schemas(), columns)
        return
    sets = api(ctx).attribute_sets()
    if set_name is None:
        columns = {"NAME": "name.value", "KEY": "key", "ID": "id", "SENDABLE": "isSendable"}
        ctx.obj.show_list(sets, columns)
        return
    found = next((one for one in sets if set_name.lower() in (_name(one).lower(), text(one, "key").lower())), None)
    if found is None:
        raise NotFound(f"There is no attribute set {set_name!r}", "mcctl contact schema")
    attributes = {"NAME": "name.value", "TYPE": "dataType", "LENGTH": "length", "KEY": "key", "READ ONLY": "isReadOnly"}
    ctx.obj.show_list(objects(get(found, "attributes")), attributes)


def api(ctx: Context) -> ContactApi:
    """Return the routes of contacts."""
    from mcctl.rest.contact import ContactApi

    return ContactApi(ctx.obj.client)


def _body(ctx: Context, key: str) -> dict[str, Any]:
    from mcctl.rest.contact_body import contact_body

    names = ("email", "mobile", "locale", "assignments", "data")
    given = {name: ctx.obj.options[name] for name in names}
    return contact_body(key, **{**given, "assignments": given["assignments"] or []})


def _wait_for_delete(ctx: Context, routes: ContactApi, operation: int, seconds: float) -> None:
    """Wait until the contacts are suppressed, and show it. Raises StillInProgress, PartlyDone."""
    from mcctl.rest.contact import DELETED_STATES

    ask = f"mcctl contact delete-status {operation} --wait"
    status, done = wait_until(
        lambda: routes.delete_status_or_none(operation_id=operation),
        lambda answer: _state(answer) in DELETED_STATES,
        seconds=seconds,
        pause=min(_DELETE_PAUSE, seconds),
        accepted=ask,
    )
    ctx.obj.show(status, STATUS_COLUMNS)
    if not done:
        raise StillInProgress(
            f"The deletion is {text(status, 'operation.status') or 'not begun'} after {seconds:g} s",
            ask,
        )
    if _state(status) != "completed":
        ended = text(status, "operation.status")
        raise PartlyDone(f"The deletion ended as {ended}", "mcctl contact delete-status")


def _state(status: dict[str, Any]) -> str:
    return text(status, "operation.status").lower()


def _removal(status: Any) -> str:
    summary = objects(get(status, "backgroundOperationsSummary"))
    return ", ".join(filter(None, (text(one, "backgroundOperationStatusID") for one in summary)))


def _contact_keys(one: Any) -> str:
    return ", ".join(text(detail, "contactKey") for detail in objects(get(one, "contactKeyDetails")))


def _name(one: Any) -> str:
    return text(one, "name.value", "name")
