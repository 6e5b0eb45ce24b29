"""`mcctl asset`: Content Builder assets."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands import App, Context, LimitOption, ReadCommand, SevereCommand, WriteCommand, asset_file
from mcctl.commands.asset_lookup import (
    LIST_COLUMNS,
    FolderOption,
    IsKeyOption,
    KeyArgument,
    api,
    asset_id_of,
    create_under_free_name,
    destination,
    folder_id_of,
)
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.formats import When
from mcctl.reading import text

app = App("Content Builder: e-mails, blocks, images, documents.")

ITEM_COLUMNS = {
    "ID": "id",
    "KEY": "customerKey",
    "NAME": "name",
    "TYPE": "assetType.name",
    "STATUS": "status.name",
    "FOLDER": "category.name",
    "SUBJECT": "views.subjectline.content",
    "PREHEADER": "views.preheader.content",
    "ID IN JOURNEYS": "legacyData.legacyId",
    "CHANNELS": "channels",
    "DESCRIPTION": "description",
    "CREATED": When("createdDate"),
    "CREATED BY": "createdBy.name",
    "MODIFIED": When("modifiedDate"),
    "MODIFIED BY": "modifiedBy.name",
    "BUSINESS UNIT": "memberId",
}
LIST_FIELDS = ["category", "createdDate", "modifiedDate", "status"]


def _change_options(
    name: Annotated[str | None, typer.Option("--name", help="Name, at most 200 characters.")] = None,
    external_key: Annotated[
        str | None, typer.Option("--external-key", metavar="KEY", help="External key, at most 36 characters.")
    ] = None,
    description: Annotated[str | None, typer.Option("--description", help="Description.")] = None,
    subject: Annotated[str | None, typer.Option("--subject", help="Subject line.")] = None,
    preheader: Annotated[str | None, typer.Option("--preheader", help="Preheader.")] = None,
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="HTML body of an e-mail; - for stdin.")
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="FILE", help="Text body of an e-mail; - for stdin.")
    ] = None,
    content: Annotated[
        str | None, typer.Option("--content", metavar="FILE", help="Content of a block or template; - for stdin.")
    ] = None,
    channels: Annotated[
        list[str] | None, typer.Option("--channel", metavar="NAME=true|false", help="Allow or forbid a channel.")
    ] = None,
    assignments: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="PATH=VALUE", help="Set any property: tags.0=new, views.html.content=@page.html."
        ),
    ] = None,
    data: Annotated[
        str | None, typer.Option("--data", metavar="FILE", help="The asset as JSON or YAML; - for stdin. Flags win.")
    ] = None,
) -> None: ...


class ChangeCommand(WriteCommand):
    """A write that says what an asset shall be. Its options are the fields of AssetChanges."""

    declared = (_change_options, *WriteCommand.declared)


@app.add("list", ReadCommand)
def list_assets(
    ctx: Context,
    type: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="Only this type, by name or id; image means every kind of image."),
    ] = None,
    folder: FolderOption = None,
    name: Annotated[str | None, typer.Option("--name", help="Only names that contain this text.")] = None,
    modified_since: Annotated[
        str | None,
        typer.Option("--modified-since", metavar="WHEN", help="A date, a date and time, or 12h, 7d, 2w."),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="CONDITION", help="Any condition, with and, or and parentheses."),
    ] = None,
    sort: Annotated[
        list[str] | None, typer.Option("--sort", metavar="PROPERTY[:desc]", help="Sort by this property.")
    ] = None,
    limit: LimitOption = None,
) -> None:
    """List assets, over all pages.

    Examples:
      mcctl asset list --type htmlemail --folder "Emails/Welcome Series"
      mcctl asset list --modified-since 7d --sort modifiedDate:desc --limit 20
      mcctl asset list --where "name like 'welcome' and (tags where 'spring' or id > 500)"
      mcctl asset list -o json -q "[].customerKey"
    """
    from itertools import islice

    from mcctl.rest.asset import PAGE_SIZE
    from mcctl.rest.query import all_of, condition, one_of, parse_where, since, sorting

    assets = api(ctx)
    conditions = [parse_where(text) for text in where or []]
    if type:
        conditions.append(one_of("assetType.id", _type_ids(type)))
    if folder:
        conditions.append(condition("category.id", "equal", folder_id_of(ctx, folder)))
    if name:
        conditions.append(condition("name", "like", name))
    if modified_since:
        conditions.append(condition("modifiedDate", "greaterThanOrEqual", since(modified_since)))
    # The query must have a condition; this one is true of every asset.
    query = all_of(conditions or [condition("id", "greaterThan", 0)])
    size = PAGE_SIZE if limit is None else max(1, min(limit, PAGE_SIZE))
    found = assets.query(query=query, sort=[sorting(text) for text in sort or []], fields=LIST_FIELDS, page_size=size)
    ctx.obj.show_list(islice(found, limit), LIST_COLUMNS)


@app.add("get", ReadCommand)
def get_asset(
    ctx: Context,
    key: KeyArgument,
    is_key: IsKeyOption = False,
    view: Annotated[
        str | None,
        typer.Option("--view", help="Print just this view: html, text, subjectline, preheader, content."),
    ] = None,
    compiled: Annotated[
        bool, typer.Option("--compiled", help="With --view: slots and blocks filled in.", show_default=False)
    ] = False,
) -> None:
    """Show an asset.

    Examples:
      mcctl asset get nto-welcome-series
      mcctl asset get nto-welcome-series --view html > welcome.html
      mcctl asset get 1201 -o json -q "views.subjectline.content"
    """
    assets = api(ctx)
    asset_id = asset_id_of(assets, key, is_key)
    asset = assets.get(asset_id=asset_id)
    if not view and not compiled:
        ctx.obj.show(asset, ITEM_COLUMNS)
        return
    from mcctl.rest.asset_body import view_content

    content = view_content(asset, view or "html")
    if compiled:
        content = assets.get_channel_view(asset_id=asset_id, view=view or "html")
    ctx.obj.output.raw(content)


@app.add("create", ChangeCommand)
def create_asset(
    ctx: Context,
    type: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="Asset type, by name or id; htmlemail when --html is given."),
    ] = None,
    folder: FolderOption = None,
) -> None:
    """Create an asset. A name that is taken in its folder is refused.

    Examples:
      mcctl asset create --name "Spring Sale" --html sale.html --subject "20% off" --folder Emails
      mcctl asset create --name Footer --type htmlblock --content footer.html --external-key footer
      mcctl asset create --data asset.yaml --set channels.web=false
    """
    from mcctl.rest.asset_body import with_type

    body = with_type(_body(ctx), type)
    if not body.get("name"):
        raise InputError("The asset has no name", "Give --name")
    if folder:
        body["category"] = {"id": folder_id_of(ctx, folder)}
    created = create_under_free_name(ctx, body, destination(ctx, body))
    ctx.obj.show(created, ITEM_COLUMNS)
    ctx.obj.done(
        f"Created asset {text(created, 'id')}, {text(created, 'name')!r}",
        next_command=f"mcctl asset get {argument(text(created, 'customerKey', 'id'))}",
    )


@app.add("patch", ChangeCommand)
def patch_asset(
    ctx: Context,
    key: KeyArgument,
    is_key: IsKeyOption = False,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="FOLDER", help="Move to this folder: path or id.")
    ] = None,
) -> None:
    """Change some properties of an asset; all others stay.

    Examples:
      mcctl asset patch nto-welcome-series --html welcome.html --subject "Welcome!"
      mcctl asset patch nto-welcome-series --channel email=true --channel web=false --dry-run
      mcctl asset patch 1201 --folder "Emails/Newsletters"
      sed 's/2025/2026/' footer.html | mcctl asset patch nto-footer --content -
    """
    body = _body(ctx)
    if folder:
        body["category"] = {"id": folder_id_of(ctx, folder)}
    if not body:
        raise InputError("Nothing to change", "Say what: --name, --subject, --html FILE, --set PATH=VALUE, ...")
    assets = api(ctx)
    asset_id = asset_id_of(assets, key, is_key)
    patched = assets.patch(asset_id=asset_id, body=body)
    ctx.obj.show(patched, ITEM_COLUMNS)
    name = text(patched, "name")
    ctx.obj.done(
        f"Changed asset {asset_id}{f', {name!r}' if name else ''}", next_command=f"mcctl asset get {argument(key)}"
    )


@app.add("delete", SevereCommand)
def delete_asset(
    ctx: Context,
    key: KeyArgument,
    is_key: IsKeyOption = False,
    purge_cdn: Annotated[
        bool,
        typer.Option("--purge-cdn", help="Also take its file off the CDN, for good.", show_default=False),
    ] = False,
) -> None:
    """Delete an asset.

    With --purge-cdn, e-mails already sent lose the file too; that is confirmed by name.

    Examples:
      mcctl asset delete nto-footer
      mcctl asset delete nto-footer --yes
      mcctl asset delete nto-logo --purge-cdn --confirm nto-logo.png
    """
    assets = api(ctx)
    asset_id = asset_id_of(assets, key, is_key)
    if purge_cdn:
        ctx.obj.confirm_name(f"Delete asset {key!r} ({asset_id}) and its file on the CDN, for good?", key)
    else:
        ctx.obj.confirm(f"Delete asset {key!r} ({asset_id})?")
    deleted = assets.delete(asset_id=asset_id, purge_cdn=purge_cdn)
    if ctx.obj.dry_run:
        ctx.obj.show(deleted)
    ctx.obj.done(f"Deleted asset {asset_id}")


app.add("upload", WriteCommand)(asset_file.upload_files)
app.add("download", ReadCommand)(asset_file.download_file)


@app.add("types", ReadCommand)
def list_types(
    ctx: Context,
    under: Annotated[str | None, typer.Option("--under", metavar="TYPE", help="Only this type and its kinds.")] = None,
) -> None:
    """List the asset types that Marketing Cloud knows.

    Examples:
      mcctl asset types --under image
      mcctl asset types | grep email
    """
    from mcctl.rest.asset_types import asset_type, asset_types, descendants

    types = descendants(asset_type(under)) if under else asset_types()
    ctx.obj.show_list([kind.as_json() for kind in types], {"ID": "id", "NAME": "name", "IS A": "parent"})


def _body(ctx: Context) -> dict[str, Any]:
    """Return the asset's JSON as the options of a ChangeCommand describe it."""
    from dataclasses import fields

    from mcctl.rest.asset_body import AssetChanges

    return AssetChanges(**{field.name: ctx.obj.options[field.name] for field in fields(AssetChanges)}).body()


def _type_ids(types: list[str]) -> list[int]:
    from mcctl.rest.asset_types import asset_type, descendants

    return sorted({kind.id for text in types for kind in descendants(asset_type(text))})
