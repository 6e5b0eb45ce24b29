"""`mcctl tx definition` and `mcctl tx queue`: send definitions, and what waits in them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Annotated

import typer

from mcctl.choices import choice
from mcctl.commands import App, Context, DangerousCommand, IrreversibleCommand, ReadCommand, WriteCommand
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.formats import When
from mcctl.reading import text

if TYPE_CHECKING:
    from mcctl.rest.tx import TxApi
    from mcctl.rest.tx_body import DefinitionChanges

app = App("Send definitions: what is sent, and how.")
queue_app = App("Messages that were accepted and wait to be sent.")

LIST_COLUMNS = {
    "KEY": "definitionKey",
    "NAME": "name",
    "STATUS": "status",
    "CREATED": When("createdDate"),
    "MODIFIED": When("modifiedDate"),
}
EMAIL_COLUMNS = {
    **LIST_COLUMNS,
    "DESCRIPTION": "description",
    "CLASSIFICATION": "classification",
    "E-MAIL": "content.customerKey",
    "LIST": "subscriptions.list",
    "DATA EXTENSION": "subscriptions.dataExtension",
    "TRACK LINKS": "options.trackLinks",
    "CC": "options.cc",
    "BCC": "options.bcc",
    "JOURNEY": "journey.interactionKey",
}
SMS_COLUMNS = {
    **LIST_COLUMNS,
    "DESCRIPTION": "description",
    "MESSAGE": "content.message",
    "CODE": "subscriptions.shortCode",
    "COUNTRY": "subscriptions.countryCode",
    "KEYWORD": "subscriptions.keyword",
}
QUEUE_COLUMNS = {"WAITING": "count", "OLDEST (SECONDS)": "ageSeconds"}

KeyArgument = Annotated[str, typer.Argument(metavar="DEFINITION", help="Key of the send definition.")]
ChannelOption = Annotated[str, typer.Option("--channel", metavar="email|sms", help="Channel.")]


def _change_options(
    name: Annotated[str | None, typer.Option("--name", help="Name; must be unique.")] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="active|inactive", help="An inactive definition queues for up to three days."),
    ] = None,
    description: Annotated[str | None, typer.Option("--description", help="Description.")] = None,
    classification: Annotated[
        str | None,
        typer.Option("--classification", metavar="KEY", help="E-mail: a transactional send classification."),
    ] = None,
    asset: Annotated[
        str | None, typer.Option("--asset", metavar="KEY", help="E-mail: external key of the Content Builder e-mail.")
    ] = None,
    message: Annotated[
        str | None, typer.Option("--message", metavar="TEXT", help="SMS: the text, with %%Attribute%% in it.")
    ] = None,
    list_key: Annotated[
        str | None, typer.Option("--list", metavar="KEY", help="E-mail: external key of the list.")
    ] = None,
    data_extension: Annotated[
        str | None,
        typer.Option("--data-extension", metavar="KEY", help="E-mail: data extension that gets a row per message."),
    ] = None,
    short_code: Annotated[
        str | None, typer.Option("--short-code", metavar="CODE", help="SMS: short code, or number with country code.")
    ] = None,
    country_code: Annotated[
        str | None, typer.Option("--country-code", metavar="US", help="SMS: country of the short code.")
    ] = None,
    keyword: Annotated[str | None, typer.Option("--keyword", help="SMS: keyword of the code.")] = None,
    add_subscribers: Annotated[
        bool | None,
        typer.Option("--add-subscribers/--no-add-subscribers", help="Create contacts that are not known yet."),
    ] = None,
    update_subscribers: Annotated[
        bool | None, typer.Option("--update-subscribers/--no-update-subscribers", help="Update known contacts.")
    ] = None,
    track_links: Annotated[
        bool | None, typer.Option("--track-links/--no-track-links", help="E-mail: track clicks.")
    ] = None,
    cc: Annotated[str | None, typer.Option("--cc", metavar="ADDRESS,...", help="E-mail: copies; '' for none.")] = None,
    bcc: Annotated[
        str | None, typer.Option("--bcc", metavar="ADDRESS,...", help="E-mail: blind copies; '' for none.")
    ] = None,
    assignments: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="PATH=VALUE", help="Set any property: options.trackLinks=false."),
    ] = None,
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="FILE", help="The definition as JSON or YAML; - for stdin. Flags win."),
    ] = None,
) -> None: ...


class ChangeCommand(WriteCommand):
    """A write that says what a definition shall be. Its options are the fields of DefinitionChanges."""

    declared = (_change_options, *WriteCommand.declared)


@app.add("list", ReadCommand)
def list_definitions(
    ctx: Context,
    channel: ChannelOption = "email",
    status: Annotated[
        str | None, typer.Option("--status", metavar="active|inactive|deleted", help="Only these.")
    ] = None,
) -> None:
    """List the send definitions of a channel.

    Examples:
      mcctl tx definition list
      mcctl tx definition list --channel sms --status inactive -o json
    """
    if status is not None:
        status = choice(status, ("active", "inactive", "deleted"), f"--status {status!r}")
    ctx.obj.show_list(api(ctx, channel).list_definitions(status=status), LIST_COLUMNS)


@app.add("get", ReadCommand)
def get_definition(ctx: Context, key: KeyArgument, channel: ChannelOption = "email") -> None:
    """Show a send definition.

    Examples:
      mcctl tx definition get nto-order-confirmation
      mcctl tx definition get nto-passcode --channel sms -o yaml
    """
    ctx.obj.show(api(ctx, channel).get_definition(key=key), _columns(channel))


@app.add("create", ChangeCommand)
def create_definition(ctx: Context, key: KeyArgument, channel: ChannelOption = "email") -> None:
    """Create a send definition.

    Unless told otherwise it is named like its key, active, and an e-mail is for All Subscribers.

    Examples:
      mcctl tx definition create order-receipt --channel email --asset nto-welcome-series
      mcctl tx definition create order-receipt --asset nto-trail-news --classification "Default Transactional"
      mcctl tx definition create passcode --channel sms --message "Code: %%Code%%" --short-code 12345 --keyword NTO
      mcctl tx definition create order-receipt --data definition.yaml
    """
    from mcctl.rest.tx_body import new_definition

    created = api(ctx, channel).create_definition(body=new_definition(key, _changes(ctx), channel))
    ctx.obj.show(created, _columns(channel))
    active = text(created, "status").lower() == "active"
    verb = f"tx send {key} --to ADDRESS --contact KEY" if active else f"tx definition update {key} --status active"
    ctx.obj.done(f"Created the {channel} definition {key}", next_command=f"mcctl {verb}")


@app.add("update", ChangeCommand)
def update_definition(ctx: Context, key: KeyArgument, channel: ChannelOption = "email") -> None:
    """Change some properties of a send definition; all others stay. Changes of an SMS take up to two minutes.

    Examples:
      mcctl tx definition update nto-order-confirmation --status inactive
      mcctl tx definition update nto-order-confirmation --asset nto-trail-news --bcc archive@nto.example
    """
    body = _changes(ctx).body(channel)
    if not body:
        raise InputError("Nothing to change", "Say what: --status, --asset, --name, --set PATH=VALUE, ...")
    updated = api(ctx, channel).update_definition(key=key, body=body)
    ctx.obj.show(updated, _columns(channel))
    ctx.obj.done(f"Changed the {channel} definition {key}")


@app.add("delete", DangerousCommand)
def delete_definition(ctx: Context, key: KeyArgument, channel: ChannelOption = "email") -> None:
    """Archive a send definition for good. Its key can be used again.

    Examples:
      mcctl tx definition delete nto-order-confirmation
      mcctl tx definition delete nto-order-confirmation --yes
    """
    ctx.obj.confirm(f"Archive the {channel} definition {key!r}, for good?")
    deleted = api(ctx, channel).delete_definition(key=key)
    ctx.obj.show(deleted)
    ctx.obj.done(f"Archived the {channel} definition {key}")


@queue_app.add("show", ReadCommand)
def show_queue(ctx: Context, key: KeyArgument, channel: ChannelOption = "email") -> None:
    """Show how many messages wait, and for how long the oldest has.

    Examples:
      mcctl tx queue show nto-order-confirmation
    """
    ctx.obj.show(api(ctx, channel).get_queue(key=key), QUEUE_COLUMNS)


@queue_app.add("purge", IrreversibleCommand)
def purge_queue(ctx: Context, key: KeyArgument, channel: ChannelOption = "email") -> None:
    """Drop every message that waits, for good. The definition must be inactive.

    Examples:
      mcctl tx queue purge nto-order-confirmation
      mcctl tx queue purge nto-order-confirmation --confirm nto-order-confirmation
    """
    ctx.obj.confirm_name(f"Drop every message that waits in the {channel} definition {key!r}, for good?", key)
    purged = api(ctx, channel).purge_queue(key=key)
    ctx.obj.show(purged)
    ctx.obj.done(
        f"The queue of {key} will be emptied", next_command=f"mcctl tx queue show --channel {channel} {argument(key)}"
    )


def api(ctx: Context, channel: str) -> TxApi:
    """Return the routes of a channel. Raises InputError for an unknown one."""
    from mcctl.rest.tx import CHANNELS, TxApi

    if channel not in CHANNELS:
        raise InputError(f"--channel {channel!r} must be email or sms")
    return TxApi(ctx.obj.client, channel)


def _changes(ctx: Context) -> DefinitionChanges:
    from mcctl.rest.tx_body import DefinitionChanges

    given = {field.name: ctx.obj.options[field.name] for field in fields(DefinitionChanges)}
    copies = {name: _addresses(given[name]) for name in ("cc", "bcc") if given[name] is not None}
    return DefinitionChanges(**{**given, **copies})


def _addresses(text: str) -> list[str]:
    return [address.strip() for address in text.split(",") if address.strip()]


def _columns(channel: str) -> dict[str, str]:
    return EMAIL_COLUMNS if channel == "email" else SMS_COLUMNS
