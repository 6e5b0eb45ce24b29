"""`mcctl sms list-send`: texts to the members of lists."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

import typer

from mcctl.commands import Context, SevereCommand
from mcctl.commands.sms_options import text_options, timing_of, timing_options
from mcctl.commands.sms_status import MessageOption, TokenArgument, api, finish_send, status_command, tell
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_options
from mcctl.errors import refuse_all
from mcctl.formats import counted
from mcctl.reading import get

FileNameOption = Annotated[
    str, typer.Option("--file-name", metavar="NAME", help="Name of the file in the FTP reports folder.")
]


def _list_options(
    lists: Annotated[
        list[str] | None,
        typer.Option("--list", metavar="LIST_ID", help="To this list instead of the message's; repeatable."),
    ] = None,
    excluded: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="LIST_ID", help="Not to members of this list, instead of the message's."),
    ] = None,
    ignore_exclusions: Annotated[
        bool, typer.Option("--ignore-exclusions", help="Leave nobody out.", show_default=False)
    ] = False,
    allow_duplicates: Annotated[
        bool,
        typer.Option("--allow-duplicates", help="A number on several lists gets several texts.", show_default=False),
    ] = False,
) -> None: ...


class ListSendCommand(SevereCommand):
    """A text to lists."""

    declared = (_list_options, text_options, timing_options, wait_options, *SevereCommand.declared)


def list_send(
    ctx: Context,
    message_id: Annotated[
        str, typer.Argument(metavar="MESSAGE_ID", help="Encoded id of a message of type API Entry Event.")
    ],
) -> None:
    """Send a text to the members of lists. They are the message's own, or those named here in their place.

    In production it wants --confirm MESSAGE_ID, since nobody knows how many they are.

    Examples:
      mcctl sms list-send MzE6Nzg6MA --confirm MzE6Nzg6MA
      mcctl sms list-send MzE6Nzg6MA --list MTIzOjYzOjA --exclude MTI0OjYzOjA --override --text "Snow!" --wait
    """
    from mcctl.rest.sms_body import past_problem

    problems: list[str] = []
    body = _body(ctx, problems)
    refuse_all(problems + past_problem(body.get("sendTime")))
    lists = body.get("TargetListIds")
    whose = counted(len(lists), "list") if lists else "its lists"
    ctx.obj.confirm_many(f"Send {message_id} to all members of {whose}?", message_id)
    routes = api(ctx)
    answer = routes.list_send(message_id=message_id, body=body)
    token = str(get(answer, "tokenId"))
    ask = partial(routes.list_deliveries, message_id=message_id, token=token)
    finish_send(ctx, answer, ask, status_command("list-send-status", token, message_id))


def list_send_status(
    ctx: Context,
    token: TokenArgument,
    message: MessageOption,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show what became of a list send.

    Marketing Cloud tells the carriers' own codes only, of which the last one of each number is shown: whether a text
    was delivered can be read in the carrier's words, but not be counted.

    Examples:
      mcctl sms list-send-status Mjk6Nzg6MA --message MzE6Nzg6MA --wait
    """
    ask = partial(api(ctx).list_deliveries, message_id=message, token=token)
    tell(ctx, ask, wait_timeout if wait else None, status_command("list-send-status", token, message))


def list_send_report(ctx: Context, token: TokenArgument, message: MessageOption, file_name: FileNameOption) -> None:
    """Ask for the report of a list send. It is written to the account's FTP reports folder.

    Examples:
      mcctl sms list-send-report Mjk6Nzg6MA --message MzE6Nzg6MA --file-name trails.csv
    """
    tell_report(ctx, api(ctx).list_report(message_id=message, token=token, file_name=file_name), file_name)


def tell_report(ctx: Context, answer: dict[str, Any], file_name: str) -> None:
    """Say that a report was asked for; in a dry run, show the request in `answer`."""
    if ctx.obj.dry_run:
        ctx.obj.show(answer)
    ctx.obj.done(f"Asked for {file_name} in the FTP reports folder")


def _body(ctx: Context, problems: list[str]) -> dict[str, Any]:
    from mcctl.rest.sms_body import check_text, content_url

    options = ctx.obj.options
    if "" in [*(options["lists"] or []), *(options["excluded"] or [])]:
        problems.append("The id of a list is empty")
    if options["excluded"] and options["ignore_exclusions"]:
        problems.append("--exclude does not go with --ignore-exclusions")
    check_text(options["text"], problems, override=options["override"])
    lists = {"Target": options["lists"], "Exclusion": options["excluded"]}
    body: dict[str, Any] = {}
    for kind, ids in lists.items():
        if ids:
            body |= {f"{kind}ListIds": ids, f"OverrideTemplate{kind}Lists": True}
    flags = {"IgnoreExclusionLists": options["ignore_exclusions"], "OverrideMessageText": options["override"],
             "allowDuplication": options["allow_duplicates"]}  # fmt: skip
    body |= {name: True for name, value in flags.items() if value}
    body |= {} if options["text"] is None else {"MessageText": options["text"]}
    return {**body, **timing_of(ctx).body("sendTime", problems), **content_url(options["content_url"], problems)}
