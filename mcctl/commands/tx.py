"""`mcctl tx`: transactional messages, one at a time or as many as a file has."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import App, Context, LimitOption, ReadCommand, SevereCommand, refuse_options, tx_definition
from mcctl.commands.attributes import attributes_of
from mcctl.commands.file_options import file_options, source_options
from mcctl.commands.tx_definition import ChannelOption, KeyArgument, api
from mcctl.commands.waiting import wait_options, wait_until
from mcctl.copying import argument, word
from mcctl.errors import InputError, NotFound, NotPermitted, PartlyDone, Refused, StillInProgress
from mcctl.formats import When
from mcctl.reading import text

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.tx import TxApi

app = App("Transactional messages, to one or to many.")
app.add_typer(tx_definition.app, name="definition")
app.add_typer(tx_definition.queue_app, name="queue")

STATUS_COLUMNS: Columns = {
    "MESSAGE KEY": "messageKey",
    "STATUS": lambda status: text(status, "eventCategoryType").removeprefix("TransactionalSendEvents."),
    "AT": When("timestamp"),
    "CODE": lambda status: _reason(status)[0],
    "REASON": lambda status: _reason(status)[1],
    "CONTACT": "info.contactKey",
    "TO": "info.to",
}
UNSENT_COLUMNS: Columns = {
    "EVENT ID": "eventID",
    "AT (CST)": When("timestamp"),
    "DEFINITION": "definitionKey",
    "CODE": lambda status: _reason(status)[0],
    "REASON": lambda status: _reason(status)[1],
    "MESSAGE KEY": "info.messageKey",
    "CONTACT": "info.contactKey",
}


def _one_options(
    to: Annotated[str | None, typer.Option("--to", metavar="ADDRESS", help="E-mail address, or number.")] = None,
    contact: Annotated[str | None, typer.Option("--contact", metavar="KEY", help="Contact key, old or new.")] = None,
    message_key: Annotated[
        str | None,
        typer.Option(
            "--message-key", metavar="KEY", help="Your own key, at most 100 characters; made up if not given."
        ),
    ] = None,
) -> None: ...


def _both_options(
    attributes: Annotated[
        list[str] | None,
        typer.Option("--attr", metavar="NAME=VALUE", help="An attribute; with --from, one for all recipients."),
    ] = None,
    channel: Annotated[
        str | None, typer.Option("--channel", metavar="email|sms", help="Channel; told by --to if not given.")
    ] = None,
    message: Annotated[
        str | None, typer.Option("--message", metavar="TEXT", help="SMS: this text instead of the definition's.")
    ] = None,
    resubscribe: Annotated[
        bool, typer.Option("--resubscribe", help="SMS: subscribe a number again that said STOP.", show_default=False)
    ] = False,
    queue_anyway: Annotated[
        bool,
        typer.Option("--queue-anyway", help="Send although the definition is inactive, to queue.", show_default=False),
    ] = False,
) -> None: ...


def _many_options(
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="Column of to, contactKey, messageKey; others: attributes."),
    ] = None,
    batch_size: Annotated[
        int | None, typer.Option("--batch-size", min=1, max=2000, help="Recipients in a request; 500 if not given.")
    ] = None,
) -> None: ...


class SendCommand(SevereCommand):
    """A send to one recipient or to many."""

    declared = (
        _one_options,
        _both_options,
        wait_options,
        source_options,
        _many_options,
        file_options,
        *SevereCommand.declared,
    )


@app.add("send", SendCommand)
def send(ctx: Context, definition: KeyArgument) -> None:
    """Send a message to one recipient, or with --from to every row of a file.

    With --from the same command goes on where a killed run stopped, and never sends twice; a single message is
    recognised by its --message-key. A row's outcome is accepted, refused or unknown; accepted means queued, and --wait
    tells what became of it, with a request for each message.

    Examples:
      mcctl tx send nto-order-confirmation --to ada@example.com --contact c-001 --attr FirstName=Ada --wait
      mcctl tx send nto-passcode --to 13175551212 --contact c-001 --attr Code=4711
      mcctl tx send nto-order-confirmation --from recipients.csv --map to=Email --map contactKey=Id --results out.jsonl
      mcctl tx send nto-order-confirmation --from recipients.jsonl --dry-run
      mcctl tx send nto-order-confirmation --from recipients.csv --shard $((JOB_COMPLETION_INDEX + 1))/8 --yes
    """
    options = ctx.obj.options
    values = attributes_of(options["attributes"])
    routes = api(ctx, options["channel"] or _channel_of(options["to"]))
    if options["source"] is None:
        refuse_options(ctx, (_many_options, file_options), "goes only with --from FILE")
        _send_one(ctx, routes, definition, values, _sms_options(ctx, routes.channel))
    else:
        from mcctl.commands.tx_bulk import send_many

        refuse_options(ctx, (_one_options,), "does not go with --from FILE")
        send_many(
            ctx, routes, definition, {"attributes": values, **_sms_options(ctx, routes.channel)}, _check_definition
        )


@app.add("status", ReadCommand)
def status(
    ctx: Context,
    message_keys: Annotated[list[str], typer.Argument(metavar="MESSAGE_KEY...", help="Keys of the messages.")],
    channel: ChannelOption = "email",
) -> None:
    """Show what became of messages. Marketing Cloud limits how often this may be asked; times are CST.

    Examples:
      mcctl tx status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
      mcctl tx status order-4711 order-4712 --channel sms -o json
    """
    routes = api(ctx, channel)
    found, failures = [], []
    for key in message_keys:
        try:
            found.append({"messageKey": key, **routes.get_status(message_key=key)})
        except (NotFound, Refused) as error:
            if len(message_keys) == 1:
                raise
            failures.append(f"{key}: {error.message}")
    ctx.obj.show_list(found, STATUS_COLUMNS)
    if failures:
        raise PartlyDone(f"{len(failures)} of {len(message_keys)} have no status", details=failures)


@app.add("unsent", ReadCommand)
def unsent(
    ctx: Context,
    channel: ChannelOption = "email",
    definition: Annotated[
        str | None, typer.Option("--definition", metavar="DEFINITION", help="Only messages of this definition.")
    ] = None,
    after: Annotated[
        int | None, typer.Option("--after", metavar="EVENT_ID", min=0, help="Only what came after this event.")
    ] = None,
    limit: LimitOption = None,
) -> None:
    """List the messages that were accepted but not sent, oldest first, and why.

    Examples:
      mcctl tx unsent --definition nto-order-confirmation
      mcctl tx unsent --channel sms --after 35774 -o jsonl
    """
    from itertools import islice

    found = api(ctx, channel).not_sent(after=after)
    wanted = (one for one in found if definition in (None, text(one, "definitionKey")))
    ctx.obj.show_list(islice(wanted, limit), UNSENT_COLUMNS)


def _send_one(ctx: Context, routes: TxApi, definition: str, attributes: dict[str, str], more: dict[str, Any]) -> None:
    from mcctl.rest.tx import check_message_key, state_of

    options = ctx.obj.options
    key = check_message_key(options["message_key"] if options["message_key"] is not None else os.urandom(16).hex())
    recipient = _recipient(routes.channel, options["to"], options["contact"], attributes)
    _check_definition(ctx, routes, definition)
    answer = routes.send(message_key=key, definition_key=definition, recipient=recipient, **more)
    if ctx.obj.dry_run or not options["wait"]:
        ctx.obj.show(answer, {"MESSAGE KEY": lambda _: key, "REQUEST": "requestId"})
        ctx.obj.done(f"Accepted as {key}", next_command=f"mcctl tx status --channel {routes.channel} {argument(key)}")
        return
    ctx.obj.output.note(f"Accepted as {key}")
    final = _wait(routes, key, options["wait_timeout"])
    ctx.obj.show({"messageKey": key, **final}, STATUS_COLUMNS)
    if state_of(final) == "NotSent":
        code, reason = _reason(final)
        raise Refused(
            f"The message was not sent: {reason or 'no reason is told'}",
            f"mcctl tx unsent --channel {routes.channel} --definition {word(definition)}",
            errorcode=code or None,
        )
    ctx.obj.done(f"{state_of(final)} {key}")


def _recipient(channel: str, to: str | None, contact: str | None, attributes: dict[str, str]) -> dict[str, Any]:
    """Return the recipient. Raises InputError for an address or contact key that cannot be right."""
    from mcctl.rest.address import checked_address

    if not contact:
        raise InputError("Who is it for?", "Give --contact KEY, and the address with --to; or a file with --from")
    if to is None and channel == "sms":
        raise InputError("An SMS needs a number", "Give --to NUMBER, with its country code")
    recipient: dict[str, Any] = {"contactKey": contact}
    if to is not None:
        recipient["to"], problem = checked_address(channel, to)
        if problem:
            raise InputError(f"--to: {problem}")
    return {**recipient, **({"attributes": attributes} if attributes else {})}


def _sms_options(ctx: Context, channel: str) -> dict[str, Any]:
    """Return what --message and --resubscribe add to a request."""
    message, resubscribe = ctx.obj.options["message"], ctx.obj.options["resubscribe"]
    if channel != "sms" and (message is not None or resubscribe):
        raise InputError("--message and --resubscribe are for SMS")
    content = {} if message is None else {"content": {"message": message}}
    return {**content, **({"subscriptions": {"resubscribe": True}} if resubscribe else {})}


def _check_definition(ctx: Context, routes: TxApi, key: str) -> None:
    """Make sure that a definition is there and active. A dry run does not look; whoever may not read sends unchecked.

    Raises NotFound, and Refused where messages would only queue.
    """
    if ctx.obj.dry_run:
        return
    try:
        definition = routes.get_definition(key=key)
    except NotPermitted as error:
        ctx.obj.output.note(f"Whether {key} is active was not checked: reading it is not permitted ({error.message})")
        return
    state = text(definition, "status")
    if state.lower() == "inactive" and not ctx.obj.options["queue_anyway"]:
        raise Refused(
            f"The definition {key} is {state.lower()}: messages would wait, for three days at most; nothing was sent",
            f"mcctl tx definition update --channel {routes.channel} --status active {argument(key)}, or --queue-anyway",
        )


def _wait(routes: TxApi, key: str, seconds: float) -> dict[str, Any]:
    """Return the final status of a message. Raises StillInProgress when it is still queued after so many seconds."""
    from mcctl.rest.tx import state_of

    ask = f"mcctl tx status --channel {routes.channel} {argument(key)}"
    status, done = wait_until(
        lambda: routes.get_status_or_none(message_key=key),
        lambda one: state_of(one) != "Queued",
        seconds=seconds,
        accepted=ask,
    )
    if not done:
        raise StillInProgress(f"The message is still queued after {seconds:g} s", ask)
    return status


def _channel_of(to: str | None) -> str:
    """Return the channel that an address is of; e-mail where it is no number."""
    return "sms" if to and "@" not in to and any(char.isdigit() for char in to) else "email"


def _reason(status: Any) -> tuple[str, str]:
    from mcctl.rest.tx import reason_of

    return reason_of(status)
