"""`mcctl sms list-send`: texts to the members of lists."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands import Context, DangerousCommand
from mcctl.commands.sms_options import text_options, timing_of, timing_options
from mcctl.commands.sms_status import TOKEN_COLUMNS, MessageOption, TokenArgument, api, check, follow, tell
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_options

FileNameOption = Annotated[
    str, typer.Option("--file-name", metavar="NAME", help="Name of the file in the FTP reports folder.")
]


def _list_options(
    lists: Annotated[
        list[str] | None,
        typer.Option("--list", metavar="LIST_ID", help="To this list instead of the message's; may be given often."),
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


class ListSendCommand(DangerousCommand):
    """A text to lists."""

    declared = (_list_options, text_options, timing_options, wait_options, *DangerousCommand.declared)


def list_send(
    ctx: Context,
    message_id: Annotated[
        str, typer.Argument(metavar="MESSAGE_ID", help="Encoded id of a message of type API Entry Event.")
    ],
) -> None:
    """Send a text to the members of lists: the message's own, or those named here in their place.

    Examples:
      mcctl sms list-send MzE6Nzg6MA --yes
      mcctl sms list-send MzE6Nzg6MA --list MTIzOjYzOjA --exclude MTI0OjYzOjA --override --text "Snow!" --wait
    """
    problems: list[str] = []
    body = _body(ctx, problems)
    check(problems)
    if not ctx.obj.rehearsing:
        ctx.obj.confirm(f"Send {message_id} to all members of {len(body.get('TargetListIds', [])) or 'its'} lists?")
    routes = api(ctx)
    answer = routes.list_send(message_id=message_id, body=body)
    token = str(answer.get("tokenId"))
    again = f"mcctl sms list-send-status {token} --message {message_id}"
    if ctx.obj.dry_run or not ctx.obj.options["wait"]:
        ctx.obj.show(answer, TOKEN_COLUMNS)
        ctx.obj.done("Accepted", next_command=again)
        return
    ctx.obj.output.note(f"Accepted as {token}")
    follow(
        ctx,
        lambda: routes.list_deliveries(message_id=message_id, token=token),
        seconds=ctx.obj.options["wait_timeout"],
        again=f"{again} --wait",
    )


def list_send_status(
    ctx: Context,
    token: TokenArgument,
    message: MessageOption,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show what became of a list send. Here Marketing Cloud tells the carriers' own codes only, the last one of each.

    Examples:
      mcctl sms list-send-status Mjk6Nzg6MA --message MzE6Nzg6MA --wait
    """
    routes = api(ctx)
    again = f"mcctl sms list-send-status {token} --message {message} --wait"
    tell(ctx, lambda: routes.list_deliveries(message_id=message, token=token), wait_timeout if wait else None, again)


def list_send_report(ctx: Context, token: TokenArgument, message: MessageOption, file_name: FileNameOption) -> None:
    """Have the delivery report of a list send written to the account's FTP reports folder.

    Examples:
      mcctl sms list-send-report Mjk6Nzg6MA --message MzE6Nzg6MA --file-name trails.csv
    """
    answer = api(ctx).list_report(message_id=message, token=token, file_name=file_name)
    if ctx.obj.dry_run:
        ctx.obj.show(answer)
    ctx.obj.done(f"Asked for {file_name} in the FTP reports folder")


def _body(ctx: Context, problems: list[str]) -> dict[str, Any]:
    from mcctl.rest.sms_body import check_text, content_url

    options = ctx.obj.options
    if options["excluded"] and options["ignore_exclusions"]:
        problems.append("--exclude does not go with --ignore-exclusions")
    check_text(options["text"], problems, override=options["override"], flag="--override")
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
