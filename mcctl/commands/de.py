"""`mcctl de`: data extensions and their rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import MAX_LIMIT, App, Context, DangerousCommand, LimitOption, ReadCommand, WriteCommand, de_import
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.copying import argument
from mcctl.errors import InputError, McctlError, NotPermitted, PartlyDone, StillInProgress, refuse_all
from mcctl.formats import When, counted
from mcctl.reading import get, objects, text, whole

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.de import DeApi
    from mcctl.rest.de_field import Field

app = App("Data extensions: definitions, rows, imports.")

LIST_COLUMNS = {
    "KEY": "key",
    "NAME": "name",
    "ROWS": "rowCount",
    "SENDABLE ON": "sendableCustomObjectField",
    "FOLDER": "categoryId",
    "MODIFIED": When("modifiedDate"),
}
STATUS_COLUMNS = {
    "STATUS": "requestStatus",
    "ERRORS": "hasErrors",
    "RESULT": "resultStatus",
    "CALLED": When("callDateTime"),
    "COMPLETED": When("completionDateTime"),
}
SHOWN_ROWS = 100
_TOLD_ERRORS = 5
_LOOKED_AT = 25
KeyArgument = Annotated[
    str, typer.Argument(metavar="DATA_EXTENSION", help="External key, or id, of the data extension.")
]


def _fields_cell(definition: Any) -> str:
    from mcctl.rest.de_field import fields_of

    return ", ".join(map(_field_told, fields_of(objects(get(definition, "fields")))))


def _field_told(field: Field) -> str:
    size = f"({field.length})" if field.length else ""
    return f"{field.name}:{field.type}{size}{' key' if field.is_key else ' required' if field.required else ''}"


ITEM_COLUMNS: Columns = {**LIST_COLUMNS, "ID": "id", "DESCRIPTION": "description", "FIELDS": _fields_cell}


@app.add("list", ReadCommand)
def list_data_extensions(
    ctx: Context,
    search: Annotated[
        str | None, typer.Option("--search", metavar="TEXT", help="Those whose name, key or description holds TEXT.")
    ] = None,
    folder: Annotated[
        int | None, typer.Option("--folder", metavar="ID", help="Those in the folder with this id.")
    ] = None,
    limit: LimitOption = None,
) -> None:
    """List data extensions: all of this business unit, those in a folder, or those that a search finds.

    Those that are shared with it are found by a search only, or in their folder. A new one is found by a search after
    some seconds.

    Examples:
      mcctl de list
      mcctl de list --search welcome
      mcctl de list --folder 301 -o json -q "[].key"
    """
    if search is not None and folder is not None:
        raise InputError("Which data extensions?", "Give either --search TEXT or --folder ID")
    if search is not None and not search.strip():
        raise InputError("--search is empty", "Leave it out to list them all")
    routes = api(ctx)
    found = routes.search(words=search) if search else routes.of_folder(folder=folder) if folder else routes.list_all()
    ctx.obj.show_list(islice(found, limit), LIST_COLUMNS)


@app.add("get", ReadCommand)
def get_data_extension(ctx: Context, key: KeyArgument) -> None:
    """Show a data extension: its fields, primary key, what it is sent by, and how many rows it has.

    Examples:
      mcctl de get nto-customers
      mcctl de get nto-customers -o json -q "fields[].name"
    """
    routes = api(ctx)
    found = routes.find(key=key)
    count = {} if found.count is None else {"rowCount": found.count}
    definition = {**routes.get(de_id=found.id), **count}
    ctx.obj.show({**definition, "fields": routes.fields(de_id=found.id)}, ITEM_COLUMNS)


@app.add("create", WriteCommand)
def create_data_extension(
    ctx: Context,
    key: Annotated[str, typer.Argument(metavar="DATA_EXTENSION", help="External key of the new data extension.")],
    fields: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="SPEC", help='A field: "Name:Type(length) [required]"; may be given often.'),
    ] = None,
    key_fields: Annotated[
        list[str] | None, typer.Option("--key-field", metavar="NAME", help="A field of the primary key.")
    ] = None,
    sendable_on: Annotated[
        str | None, typer.Option("--sendable-on", metavar="NAME", help="The field that holds the contact key.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="Name; the key if not given.")] = None,
    description: Annotated[str | None, typer.Option("--description", help="Description.")] = None,
    folder: Annotated[int | None, typer.Option("--folder", metavar="ID", help="Id of its folder.")] = None,
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="FILE", help="The definition as JSON or YAML; - for stdin. Flags win."),
    ] = None,
) -> None:
    """Create a data extension.

    Types: Text, Number, Date, Boolean, EmailAddress, Phone, Decimal, Locale. A sendable one is made in two requests,
    since Marketing Cloud does not take it in one. Without --folder it goes where the first of your others are.

    Examples:
      mcctl de create orders --field "Id:Text(20)" --field "Total:Decimal(10,2) required" --key-field Id
      mcctl de create members --field "Key:Text(50)" --field "Email:EmailAddress" --key-field Key --sendable-on Key
      mcctl de create orders --data orders.yaml --dry-run
    """
    from mcctl.rest.de_body import new_definition

    flags = {"name": name, "description": description, "categoryId": folder}
    body, sendable = new_definition(key, data, fields or [], key_fields or [], sendable_on, flags)
    routes = api(ctx)
    if body.get("categoryId") is None:
        body["categoryId"] = _usual_folder(ctx, routes)
    created = routes.create(body=body)
    steps = [created]
    if sendable:
        steps.append(_make_sendable(ctx, routes, key, created, sendable))
    if ctx.obj.dry_run:
        ctx.obj.show_list(steps, {})
    else:
        ctx.obj.show(steps[-1], LIST_COLUMNS)
    ctx.obj.done(f"Created the data extension {key}", next_command=f"mcctl de import {argument(key)} FILE")


@app.add("delete", DangerousCommand)
def delete_data_extension(ctx: Context, key: KeyArgument) -> None:
    """Delete a data extension with all its rows, for good.

    Examples:
      mcctl de delete nto-suppression
      mcctl de delete nto-suppression --yes
    """
    routes = api(ctx)
    found = routes.find(key=key)
    rows = "all its rows" if found.count is None else f"its {found.count:,} rows"
    ctx.obj.confirm(f"Delete the data extension {found.key!r} with {rows}, for good?")
    deleted = routes.delete(de_id=found.id)
    if ctx.obj.dry_run:
        ctx.obj.show(deleted)
    ctx.obj.done(f"Deleted the data extension {found.key}")


@app.add("rows", ReadCommand)
def show_rows(
    ctx: Context,
    key: KeyArgument,
    columns: Annotated[
        str | None, typer.Option("--columns", metavar="NAME,...", help="Only these columns, in this order.")
    ] = None,
    filter: Annotated[
        str | None,
        typer.Option("--filter", metavar="CONDITION", help="Name eq 'value' (eq, ne, gt, lt, ge, le, like); and, or."),
    ] = None,
    sort: Annotated[str | None, typer.Option("--sort", metavar="NAME[:desc]", help="Sort by this column.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=0, max=MAX_LIMIT, help="Stop after this many.")] = SHOWN_ROWS,
    everything: Annotated[bool, typer.Option("--all", help="Show every row.", show_default=False)] = False,
) -> None:
    """Show rows, or export them all: csv and jsonl stream, page by page.

    Each row is one object, name to value; values are text. What is written can be read by `de import`.

    Examples:
      mcctl de rows nto-customers --limit 10
      mcctl de rows nto-customers --all -o csv > customers.csv
      mcctl de rows nto-customers --filter "FirstName eq 'Amelia'" --columns Email,FirstName -o jsonl
    """
    from mcctl.rest.de_field import fields_of

    routes = api(ctx)
    found = routes.find(key=key)
    fields = fields_of(routes.fields(de_id=found.id))
    every = [field.name for field in fields]
    names, order = _chosen(columns, every), _order(sort, every)
    pages = routes.row_pages(key=found.key, filter=filter or "", columns=names if columns else (), order=order)
    rows = _named(ctx, pages, names)
    ctx.obj.show_list(rows if everything else islice(rows, limit), {name: name for name in names})
    if not everything and (found.count or 0) > limit and not filter:
        ctx.obj.output.note(f"The first {limit:,} of {found.count:,} rows; --all shows every one")


@app.add("upsert", WriteCommand)
def upsert_row(
    ctx: Context,
    key: KeyArgument,
    assignments: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="Value of a column; may be given often.")
    ] = None,
    data: Annotated[
        str | None, typer.Option("--data", metavar="FILE", help="The row as JSON or YAML; - for stdin. --set wins.")
    ] = None,
    primary_key: Annotated[
        list[str] | None,
        typer.Option("--primary-key", metavar="NAME", help="A column of the primary key, where it may not be read."),
    ] = None,
) -> None:
    """Insert one row, or change the one that has its primary key; columns that are left out stay.

    The values are checked against the fields before anything is sent. With --primary-key no field is read or checked.

    Examples:
      mcctl de upsert nto-customers --set SubscriberKey=c-001 --set Email=ada@example.com
      mcctl de upsert nto-customers --data row.json --dry-run
    """
    from mcctl.documents import parse_assignment, read_object

    routes = api(ctx)
    values = {
        **(read_object(data) if data else {}),
        **dict(parse_assignment(one, typed=False) for one in assignments or []),
    }
    if not values:
        raise InputError("Which row?", "Give --set NAME=VALUE, or --data FILE")
    if missing := [name for name in primary_key or () if name not in values]:
        raise InputError(f"--primary-key {missing[0]} has no value", f"Give it: --set {missing[0]}=VALUE")
    found, names, given = (key, primary_key, values) if primary_key else _checked_row(routes, key, values)
    keys = {name: given[name] for name in names}
    rest = {name: value for name, value in given.items() if name not in keys}
    stored = routes.upsert_row(key=found, keys=keys, values=rest)
    ctx.obj.show_any(stored)
    ctx.obj.done(f"Stored the row {', '.join(map(str, keys.values()))} in {found}")


def _checked_row(routes: DeApi, key: str, values: dict[str, Any]) -> tuple[str, list[str], dict[str, Any]]:
    """Return the key of a data extension, the names of its primary key, and a row with the names as they are there.

    Raises InputError for a row that does not fit, and NotPermitted where the fields may not be read.
    """
    from mcctl.rest.de_field import fields_of, problems_of, proper_names

    try:
        found = routes.find(key=key)
        fields = fields_of(routes.fields(de_id=found.id))
    except NotPermitted as error:
        error.hint = "Where the fields may not be read, name the columns of the primary key: --primary-key NAME"
        raise
    names = [field.name for field in fields if field.is_key]
    if not names:
        raise InputError(
            f"{key} has no primary key, so that no row can be found again", f"mcctl de import {argument(key)} FILE"
        )
    given = proper_names(fields, values)
    refuse_all(problems_of(fields, given, partial=True))
    return found.key, names, given


@app.add("status", ReadCommand)
def show_status(
    ctx: Context,
    request: Annotated[str, typer.Argument(metavar="REQUEST", help="Id of the request, from results or the API.")],
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show how far rows are that were queued, and why some were rejected.

    Examples:
      mcctl de status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
      mcctl de status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --wait -o json
    """
    routes = api(ctx)
    progress, done = wait_until(
        lambda: routes.request_status(request_id=request),
        lambda progress: not wait or progress.is_done,
        seconds=wait_timeout,
    )
    ctx.obj.show(progress.body, STATUS_COLUMNS)
    if not done:
        raise StillInProgress(
            f"Still {progress.state or 'not picked up'}", f"mcctl de status {argument(request)} --wait"
        )
    if progress.has_errors:
        failed = [result.error for result in routes.request_results(request_id=request) if result.error]
        raise PartlyDone(
            f"{counted(len(failed), 'row')} of the request {'was' if len(failed) == 1 else 'were'} rejected",
            details=failed[:_TOLD_ERRORS],
        )


app.add("import", de_import.ImportCommand)(de_import.import_rows)


def api(ctx: Context) -> DeApi:
    """Return the routes of data extensions."""
    from mcctl.rest.de import DeApi

    return DeApi(ctx.obj.client)


def _usual_folder(ctx: Context, routes: DeApi) -> int:
    """Return the folder with the lowest id among those of the first data extensions.

    Marketing Cloud insists on a folder, and has no route that names the top one.
    """
    listed = objects(list(islice(routes.list_all(), _LOOKED_AT)))
    placed = [(number, one) for one in listed if (number := whole(get(one, "categoryId")))]
    if placed:
        folder, there = min(placed, key=lambda one: one[0])
        ctx.obj.output.note(f"In folder {folder}, where {text(there, 'name')} is; --folder names another")
        return folder
    raise InputError("In which folder?", "Give --folder ID; the id of a folder is in its address in Contact Builder")


def _make_sendable(
    ctx: Context, routes: DeApi, key: str, created: dict[str, Any], sendable: dict[str, Any]
) -> dict[str, Any]:
    de_id = "<id of the new data extension>" if ctx.obj.dry_run else text(created, "id")
    try:
        return routes.update(de_id=de_id, body=sendable)
    except McctlError as error:
        hint = f"mcctl api PATCH /data/v1/customobjects/{de_id} --input FILE, with isSendable and both fields"
        raise PartlyDone(
            f"Created {key}, but it is not sendable: {error.message}", hint, details=error.details
        ) from error


def _chosen(columns: str | None, names: list[str]) -> list[str]:
    """Return the columns asked for, as they are called; all of them where none are."""
    if columns is None:
        return names
    proper = {name.lower(): name for name in names}
    asked = [name.strip() for name in columns.split(",") if name.strip()]
    if unknown := [name for name in asked if name.lower() not in proper]:
        raise InputError(f"There is no column {unknown[0]!r}; there are: {', '.join(names)}")
    return [proper[name.lower()] for name in asked]


def _order(sort: str | None, names: list[str]) -> str:
    if sort is None:
        return ""
    name, _, direction = sort.rpartition(":") if sort.lower().endswith((":asc", ":desc")) else (sort, "", "asc")
    return f"{_chosen(name, names)[0]} {direction.lower()}"


def _named(ctx: Context, pages: Iterator[list[dict[str, Any]]], names: list[str]) -> Iterator[dict[str, Any]]:
    """Yield rows under the proper names of their columns; what was read leaves before the next page is asked for."""
    from mcctl.rest.de import flat

    proper = {name.lower(): name for name in names}
    for page in pages:
        for row in page:
            yield {proper.get(name.lower(), name): value for name, value in flat(row).items()}
        ctx.obj.output.flush()
