"""`mcctl sms subscription`, `import`, `refresh-list`, `import-send`: who gets texts, and how they come in."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import Context
from mcctl.commands.sms_list import FileNameOption
from mcctl.commands.sms_options import RegionOption
from mcctl.commands.sms_status import TOKEN_COLUMNS, TokenArgument
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.errors import PartlyDone, Refused, StillInProgress, refuse_all

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.sms_contact import SmsContactApi

SUBSCRIPTION_COLUMNS: Columns = {
    "NUMBER": "mobileNumber",
    "CODE": "shortCode",
    "KEYWORD": "keyword",
    "OPTED IN": "optInDate",
}
IMPORT_COLUMNS: Columns = {"TOKEN": "tokenId", "STATUS": "status", "CREATED": "createdDate", "TYPE": "type"}
REFRESH_COLUMNS: Columns = {"TOKEN": "tokenId", "PUBLISHED": "publishDate"}
IMPORT_SEND_COLUMNS: Columns = {
    "STATUS": "status",
    "SOURCE": "source",
    "INSERTED": "inserted",
    "UPDATED": "updated",
    "INVALID": "invalid",
    "STARTED": "startTime",
    "COMPLETED": "completedTime",
}
_FAILED = ("failed", "error")
_DONE = ("completed", "complete", *_FAILED)

ListArgument = Annotated[str, typer.Argument(metavar="LIST_ID", help="Encoded id of the list.")]
ListOption = Annotated[str, typer.Option("--list", metavar="LIST_ID", help="Encoded id of the list.")]
FieldsOption = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="NAME=COLUMN", help="_MobileNumber=Phone, or the column's number; repeatable."),
]
NotifyOption = Annotated[
    str | None, typer.Option("--notify", metavar="EMAIL", help="Send a mail to this address at the end.")
]
Answer = dict[str, Any]


def subscription(
    ctx: Context,
    numbers: Annotated[
        list[str] | None, typer.Argument(metavar="NUMBER...", help="Numbers, with their country codes.")
    ] = None,
    keys: Annotated[
        list[str] | None, typer.Option("--subscriber", metavar="KEY", help="A subscriber key; repeatable.")
    ] = None,
    region: RegionOption = None,
) -> None:
    """List the subscriptions of numbers. Those that were ended are not told.

    Examples:
      mcctl sms subscription 13175551212
      mcctl sms subscription --subscriber c-001 -o json
    """
    from mcctl.rest import sms_body
    from mcctl.rest.problems import objects_in

    problems: list[str] = []
    if not numbers and not keys:
        problems.append("Whose subscriptions? Give numbers, or --subscriber KEY")
    asked = sms_body.numbers(numbers or [], region, problems)
    refuse_all(problems)
    answer = api(ctx).subscriptions(numbers=asked, keys=keys or [])
    found = objects_in(answer, "contacts")
    ctx.obj.show_list(found, SUBSCRIPTION_COLUMNS)
    known = {str(one.get("mobileNumber")) for one in found}
    for number in asked:
        if number not in known:
            ctx.obj.output.note(f"{number} is not subscribed to anything")
    if keys and not found:
        ctx.obj.output.note("No subscription found")


def import_file(
    ctx: Context,
    list_id: ListArgument,
    file_name: Annotated[
        str, typer.Option("--file-name", metavar="NAME", help="CSV file in the account's FTP import folder.")
    ],
    short_code: Annotated[str | None, typer.Option("--short-code", metavar="CODE", help="Code of --keyword.")] = None,
    keyword: Annotated[str | None, typer.Option("--keyword", help="Subscribe who is imported to this keyword.")] = None,
    fields: FieldsOption = None,
    header: Annotated[
        bool, typer.Option("--header/--no-header", help="Whether the first row names the columns.")
    ] = True,
    notify: NotifyOption = None,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Import a CSV file into a list. Without --field the headings name the fields.

    Examples:
      mcctl sms import MTIzOjYzOjA --file-name hikers.csv --short-code 12345 --keyword NTO --wait
      mcctl sms import MTIzOjYzOjA --file-name hikers.csv --field _MobileNumber=MobileNumber
    """
    problems: list[str] = []
    if (keyword is None) != (short_code is None):
        problems.append("--keyword and --short-code go together")
    mapping = _mapping(fields, header, problems)
    address = _address(notify, problems)
    refuse_all(problems)
    body: Answer = {"shortCode": short_code, "keyword": keyword}
    body |= {"sendEmailNotification": True, "emailAddress": address} if address else {}
    body |= {"fileName": file_name, "fileType": "csv", "isFirstRowHeader": header, **mapping}
    routes = api(ctx)
    answer = routes.queue_import(list_id=list_id, body=_given(body))
    token = str(answer.get("tokenId"))
    again = f"mcctl sms import-status {shlex.quote(token)} --list {list_id}"
    if _is_started(ctx, answer, again, wait=wait):
        _wait(
            ctx, partial(routes.import_status, list_id=list_id, token=token), IMPORT_COLUMNS, wait_timeout, again, True
        )


def import_status(
    ctx: Context,
    token: TokenArgument,
    list_id: ListOption,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show the state of an import.

    Examples:
      mcctl sms import-status Mjg6NDI6MA --list MTIzOjYzOjA --wait
    """
    routes, again = api(ctx), f"mcctl sms import-status {token} --list {list_id}"
    _tell(ctx, partial(routes.import_status, list_id=list_id, token=token), IMPORT_COLUMNS, wait, wait_timeout, again)


def refresh_list(
    ctx: Context, list_id: ListArgument, wait: WaitOption = False, wait_timeout: WaitTimeoutOption = WAIT_SECONDS
) -> None:
    """Work out anew who is on a list.

    Examples:
      mcctl sms refresh-list MTIzOjYzOjA --wait
    """
    routes = api(ctx)
    answer = routes.refresh_list(list_id=list_id)
    token = str(answer.get("tokenId"))
    again = f"mcctl sms refresh-list-status {shlex.quote(token)} --list {list_id}"
    if _is_started(ctx, answer, again, wait=wait):
        _wait(
            ctx,
            partial(routes.refresh_status, list_id=list_id, token=token),
            REFRESH_COLUMNS,
            wait_timeout,
            again,
            True,
        )


def refresh_list_status(
    ctx: Context,
    token: TokenArgument,
    list_id: ListOption,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show when a list was refreshed. While PUBLISHED is empty, the refresh goes on.

    Examples:
      mcctl sms refresh-list-status Mjg6NDI6MA --list MTIzOjYzOjA --wait
    """
    routes, again = api(ctx), f"mcctl sms refresh-list-status {token} --list {list_id}"
    _tell(ctx, partial(routes.refresh_status, list_id=list_id, token=token), REFRESH_COLUMNS, wait, wait_timeout, again)


def import_send(
    ctx: Context,
    message_id: Annotated[
        str, typer.Argument(metavar="MESSAGE_ID", help="Encoded id of the message to send to who is imported.")
    ],
    keyword: Annotated[str, typer.Option("--keyword", help="Keyword of the message's code to subscribe them to.")],
    file_name: Annotated[
        str | None, typer.Option("--file-name", metavar="NAME", help="CSV file in the account's FTP import folder.")
    ] = None,
    data_extension: Annotated[
        str | None, typer.Option("--data-extension", metavar="NAME", help="Name of a data extension, in its place.")
    ] = None,
    fields: FieldsOption = None,
    header: Annotated[
        bool | None,
        typer.Option("--header/--no-header", help="Whether the first row of the file names the columns; it does."),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", help="With --override: this text instead of the message's.")
    ] = None,
    override: Annotated[
        bool, typer.Option("--override", help="Send --text instead of the message's text.", show_default=False)
    ] = False,
    notify: NotifyOption = None,
    allow_duplicates: Annotated[
        bool, typer.Option("--allow-duplicates", help="A number may get several texts.", show_default=False)
    ] = False,
    visible: Annotated[
        bool, typer.Option("--visible", help="List the import in Marketing Cloud.", show_default=False)
    ] = False,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Import people, and send them a text. They are subscribed to a keyword.

    Examples:
      mcctl sms import-send MzA6Nzg6MA --keyword NTO --file-name hikers.csv --wait
      mcctl sms import-send MzA6Nzg6MA --keyword NTO --data-extension "NTO Phones" --field _MobileNumber=Phone --yes
    """
    from mcctl.rest.sms_body import check_keyword, check_text

    problems: list[str] = []
    check_keyword(keyword, problems)
    check_text(text, problems, override=override)
    if (file_name is None) == (data_extension is None):
        problems.append("Give either --file-name or --data-extension")
    if data_extension is not None and header is not None:
        problems.append("--header and --no-header are about a file")
    mapping = _mapping(fields, header is not False, problems)
    address = _address(notify, problems)
    refuse_all(problems)
    source: Answer = {"ImportType": "DATA_EXTENSION", "DataExtensionName": data_extension}
    if file_name is not None:
        source = {"ImportType": "FILE", "FileName": file_name, "IsFirstRowHeader": header is not False}
    definition = {**source, **{f"{name[0].upper()}{name[1:]}": value for name, value in mapping.items()}}
    body = {
        "messageId": message_id,
        "keyword": keyword,
        "notificationEmail": address,
        "override": override or None,
        "overrideText": text,
        "isDuplicationAllowed": allow_duplicates,
        "isVisible": visible,
        "importDefinition": [definition],
    }
    ctx.obj.confirm_many(f"Send {message_id} to everybody in {file_name or data_extension}?", message_id)
    routes = api(ctx)
    answer = routes.import_send(body=_given(body))
    token = str(answer.get("tokenId"))
    again = f"mcctl sms import-send-status {shlex.quote(token)}"
    if _is_started(ctx, answer, again, wait=wait):
        _wait(ctx, partial(routes.import_send_status, token=token), IMPORT_SEND_COLUMNS, wait_timeout, again, True)


def import_send_status(
    ctx: Context,
    token: TokenArgument,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show the state of an import with a send.

    Examples:
      mcctl sms import-send-status Mjg6Nzk6MA --wait
    """
    routes, again = api(ctx), f"mcctl sms import-send-status {token}"
    _tell(ctx, partial(routes.import_send_status, token=token), IMPORT_SEND_COLUMNS, wait, wait_timeout, again)


def import_send_report(ctx: Context, token: TokenArgument, file_name: FileNameOption) -> None:
    """Ask for the report of an import with a send. It is written to the account's FTP reports folder.

    Examples:
      mcctl sms import-send-report Mjg6Nzk6MA --file-name hikers-report.csv
    """
    answer = api(ctx).import_send_report(token=token, file_name=file_name)
    if ctx.obj.dry_run:
        ctx.obj.show(answer)
    ctx.obj.done(f"Asked for {file_name} in the FTP reports folder")


def api(ctx: Context) -> SmsContactApi:
    """Return the routes of contacts and imports."""
    from mcctl.rest.sms_contact import SmsContactApi

    return SmsContactApi(ctx.obj.client)


def _mapping(fields: list[str] | None, header: bool, problems: list[str]) -> Answer:
    """Return how columns become fields: by heading, by name, or by number."""
    if not fields:
        if not header:
            problems.append("Without a header the columns must be told by number: --field _MobileNumber=0")
        return {"importMappingType": "InferFromColumnHeadings"}
    pairs = [(name, column) for name, _, column in (one.partition("=") for one in fields)]
    if not all(name and column for name, column in pairs):
        problems.append("--field is of the form NAME=COLUMN, such as _MobileNumber=Phone")
    numbers = [column.isascii() and column.isdecimal() for _, column in pairs]
    if all(numbers):
        maps: list[Answer] = [{"destination": name, "ordinal": int(column)} for name, column in pairs]
        return {"importMappingType": "MapByOrdinal", "fieldMaps": maps}
    if any(numbers):
        problems.append("--field tells columns either all by number or all by name")
    elif not header:
        problems.append("Without a header the columns must be told by number: --field _MobileNumber=0")
    return {
        "importMappingType": "ManualMap",
        "fieldMaps": [{"destination": name, "source": column} for name, column in pairs],
    }


def _address(notify: str | None, problems: list[str]) -> str | None:
    from mcctl.rest.address import checked_address

    if notify is None:
        return None
    address, problem = checked_address("email", notify)
    if problem:
        problems.append(f"--notify: {problem}")
    return address


def _given(body: Answer) -> Answer:
    return {name: value for name, value in body.items() if value is not None}


def _is_started(ctx: Context, answer: Answer, again: str, *, wait: bool) -> bool:
    """Tell what was started, and return whether to wait for it."""
    if ctx.obj.dry_run or not wait:
        ctx.obj.show(answer, TOKEN_COLUMNS)
        ctx.obj.done("Started", next_command=again)
        return False
    ctx.obj.output.note(f"Started as {answer['tokenId']}")
    return True


def _tell(ctx: Context, ask: Callable[[], Answer], columns: Columns, wait: bool, seconds: float, again: str) -> None:
    """Show a state now, or, with --wait, the last one."""
    if wait:
        _wait(ctx, ask, columns, seconds, again, False)
    else:
        ctx.obj.show(ask(), columns)


def _wait(
    ctx: Context, ask: Callable[[], Answer], columns: Columns, seconds: float, again: str, accepted: bool
) -> None:
    """Wait for the last state, and show it. accepted: it was started by this command.

    Raises StillInProgress, Refused, PartlyDone.
    """
    again = f"{again} --wait"
    answer, done = wait_until(ask, _is_done, seconds=seconds, accepted=again if accepted else "")
    ctx.obj.show(answer, columns)
    if not done:
        raise StillInProgress("It goes on when the wait ends", again)
    if _state(answer) in _FAILED:
        raise Refused(f"It ended as {answer.get('status')}", "Why is told in MobileConnect only")
    if answer.get("invalid"):
        raise PartlyDone(f"Rows that are invalid: {answer['invalid']}", "Which ones is told in MobileConnect only")


def _is_done(answer: Answer) -> bool:
    """Whether a state is the last one; a refresh has none, but a date."""
    return _state(answer) in _DONE or bool(answer.get("publishDate"))


def _state(answer: Answer) -> str:
    return str(answer.get("status")).lower()
