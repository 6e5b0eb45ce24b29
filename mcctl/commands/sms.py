"""`mcctl sms`: MobileConnect. Sends to numbers are here; the other commands are in the modules named sms_*."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

import typer

from mcctl.commands import (
    App,
    Context,
    ReadCommand,
    SevereCommand,
    WriteCommand,
    refuse_options,
    sms_automation,
    sms_contact,
    sms_import,
    sms_keyword,
    sms_list,
    sms_mo,
    sms_status,
)
from mcctl.commands.file_options import file_options, source_options
from mcctl.commands.sms_options import (
    RegionOption,
    checked_region,
    send_body,
    subscribe_options,
    text_options,
    timing_options,
)
from mcctl.commands.waiting import wait_options
from mcctl.errors import refuse_all
from mcctl.reading import get

app = App("MobileConnect: texts, lists, keywords, subscriptions.")


def _one_options(
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="NUMBER", help="Number, with its country code; repeatable."),
    ] = None,
    subscribers: Annotated[
        list[str] | None,
        typer.Option("--subscriber", metavar="KEY=NUMBER", help="Number with its subscriber key, instead of --to."),
    ] = None,
    attributes: Annotated[
        list[str] | None,
        typer.Option("--attr", metavar="NAME=VALUE", help="With --subscriber: a personalization string."),
    ] = None,
) -> None: ...


def _both_options(
    region: RegionOption = None,
) -> None: ...


def _many_options(
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="FIELD=COLUMN", help="Column of mobileNumber, subscriberKey; others are attributes."
        ),
    ] = None,
    batch_size: Annotated[
        int | None, typer.Option("--batch-size", min=1, max=250, help="Numbers in a request; 250 if not given.")
    ] = None,
) -> None: ...


class SendCommand(SevereCommand):
    """A text to some numbers, or to many."""

    declared = (
        _one_options,
        _both_options,
        text_options,
        subscribe_options,
        timing_options,
        wait_options,
        source_options,
        _many_options,
        file_options,
        *SevereCommand.declared,
    )


@app.add("send", SendCommand)
def send(
    ctx: Context,
    message_id: Annotated[
        str, typer.Argument(metavar="MESSAGE_ID", help="Encoded id of an API-triggered message (its API key).")
    ],
) -> None:
    """Send a text to numbers, or with --from to every row of a file.

    Only numbers that are subscribed to the message's code get it; the others are accepted and not sent to. --subscribe
    subscribes those who are not, --resubscribe those who have left, both to --keyword and without asking: for people
    who agreed elsewhere. How people opt in by themselves: mcctl sms queue-mo --help. Marketing Cloud does not recognise
    a send that is repeated, so a lost answer is told (exit code 7) and never tried again; with --from the same command
    goes on where a killed run stopped.

    Examples:
      mcctl sms send MzA6Nzg6MA --to 13175551212 --wait
      mcctl sms send MzA6Nzg6MA --to 13175551212 --subscribe --resubscribe --keyword WELCOME --override --text Hi
      mcctl sms send MzA6Nzg6MA --subscriber c-001=13175551212 --attr FirstName=Ada
      mcctl sms send MzA6Nzg6MA --to 13175551212 --send-time 2030-12-01T09:00Z --blackout 2200-0700 --utc-offset -0500
      mcctl sms send MzA6Nzg6MA --from people.csv --map mobileNumber=Phone --map subscriberKey=Id --results out.jsonl
    """
    if ctx.obj.options["source"] is None:
        refuse_options(ctx, (_many_options, file_options), "goes only with --from FILE")
        _send_some(ctx, message_id)
        return
    from mcctl.commands.sms_bulk import send_many

    refuse_options(ctx, (_one_options,), "does not go with --from FILE")
    problems: list[str] = []
    region, common = checked_region(ctx.obj.options["region"], problems), send_body(ctx, problems)
    refuse_all(problems)
    send_many(ctx, sms_status.api(ctx), message_id, common, region)


app.add("status", ReadCommand)(sms_status.status)
app.add("history", ReadCommand)(sms_status.history)
app.add("list-send", sms_list.ListSendCommand)(sms_list.list_send)
app.add("list-send-status", ReadCommand)(sms_list.list_send_status)
app.add("list-send-report", WriteCommand)(sms_list.list_send_report)
app.add("queue-mo", WriteCommand)(sms_mo.queue_mo)
app.add("queue-mo-status", ReadCommand)(sms_mo.queue_mo_status)
app.add_typer(sms_keyword.app, name="keyword")
app.add("subscription", ReadCommand)(sms_contact.subscription)
app.add("import", WriteCommand)(sms_import.import_file)
app.add("import-status", ReadCommand)(sms_import.import_status)
app.add("refresh-list", WriteCommand)(sms_contact.refresh_list)
app.add("refresh-list-status", ReadCommand)(sms_contact.refresh_list_status)
app.add("import-send", SevereCommand)(sms_automation.import_send)
app.add("import-send-status", ReadCommand)(sms_automation.import_send_status)
app.add("import-send-report", WriteCommand)(sms_automation.import_send_report)


def _send_some(ctx: Context, message_id: str) -> None:
    """Send to the recipients of --to or --subscriber."""
    from mcctl.commands.attributes import attributes_of
    from mcctl.rest.sms_body import past_problem, recipients

    options = ctx.obj.options
    problems: list[str] = []
    attributes, region = attributes_of(options["attributes"]), checked_region(options["region"], problems)
    who = recipients(options["to"] or [], options["subscribers"] or [], attributes, region, problems)
    body: dict[str, Any] = {**who, **send_body(ctx, problems)}
    refuse_all(problems + past_problem(body.get("SendTime")))
    sent = who.get("mobileNumbers") or [one["MobileNumber"] for one in who["Subscribers"]]
    if len(sent) > 1:
        ctx.obj.confirm_many(f"Send {message_id} to {len(sent)} numbers?", message_id, len(sent))
    routes = sms_status.api(ctx)
    answer = routes.send(message_id=message_id, body=body)
    token = str(get(answer, "tokenId"))
    ask = partial(routes.deliveries, message_id=message_id, token=token)
    sms_status.finish_send(ctx, answer, ask, sms_status.status_command("status", token, message_id), sent)
