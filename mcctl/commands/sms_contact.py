"""`mcctl sms subscription`, `import`, `refresh-list`, `import-send`: who gets texts, and how they come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import Context
from mcctl.commands.sms_list import FileNameOption
from mcctl.commands.sms_status import TOKEN_COLUMNS, check
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.errors import InputError, Refused, StillInProgress

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
_DONE = ("completed", "complete", "failed", "error")

ListArgument = Annotated[str, typer.Argument(metavar="LIST_ID", help="Encoded id of the list.")]
ListOption = Annotated[str, typer.Option("--list", metavar="LIST_ID", help="Encoded id of the list.")]
TokenArgument = Annotated[str, typer.Argument(metavar="TOKEN", help="Token that it was answered with.")]
FieldsOption = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="NAME=COLUMN", help="_MobileNumber=Phone, or a number: _MobileNumber=0; often."),
]
HeaderOption = Annotated[
    bool, typer.Option("--header/--no-header", help="Whether the first row of the file names the columns.")
]


def subscription(
    ctx: Context,
    numbers: Annotated[
        list[str] | None, typer.Argument(metavar="NUMBER...", help="Numbers, with their country codes.")
    ] = None,
    keys: Annotated[
        list[str] | None, typer.Option("--subscriber", metavar="KEY", help="A subscriber key; may be given often.")
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="CC", help="Country of numbers written without its code.")
    ] = None,
) -> None:
    """List what numbers or subscribers are subscribed to; those who have left are not told.

    Examples:
      mcctl sms subscription 13175551212
      mcctl sms subscription --subscriber c-001 -o json
    """
    from mcctl.rest import sms_body

    problems: list[str] = []
    if not numbers and not keys:
        problems.append("Whose subscriptions? Give numbers, or --subscriber KEY")
    asked = sms_body.numbers(numbers or [], region, problems)
    check(problems)
    answer = api(ctx).subscriptions(numbers=asked, keys=keys or [])
    found = [one for one in answer.get("contacts") or [] if isinstance(one, dict)]
    ctx.obj.show_list(found, SUBSCRIPTION_COLUMNS)
    known = {one.get("mobileNumber") for one in found}
    for number in asked:
        if number not in known:
            ctx.obj.output.note(f"{number} is not subscribed to anything")


def import_file(
    ctx: Context,
    list_id: ListArgument,
    file_name: Annotated[
        str, typer.Option("--file-name", metavar="NAME", help="CSV file in the account's FTP import folder.")
    ],
    short_code: Annotated[str | None, typer.Option("--short-code", metavar="CODE", help="Code of --keyword.")] = None,
    keyword: Annotated[str | None, typer.Option("--keyword", help="Subscribe who is imported to this keyword.")] = None,
    fields: FieldsOption = None,
    header: HeaderOption = True,
    notify: Annotated[
        str | None, typer.Option("--notify", metavar="EMAIL", help="Tell this address when it is through.")
    ] = None,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Import a CSV file into a list. Without --field the columns are told by their headings.

    Examples:
      mcctl sms import MTIzOjYzOjA --file-name hikers.csv --short-code 12345 --keyword NTO --wait
      mcctl sms import MTIzOjYzOjA --file-name plain.csv --no-header --field _MobileNumber=0 --field _SubscriberKey=1
    """
    if (keyword is None) != (short_code is None):
        raise InputError("--keyword and --short-code go together")
    body: dict[str, Any] = {"shortCode": short_code, "keyword": keyword}
    body |= {"sendEmailNotification": True, "emailAddress": notify} if notify else {}
    body |= {"fileName": file_name, "fileType": "csv", "isFirstRowHeader": header, **_mapping(fields, header)}
    given = {name: value for name, value in body.items() if value is not None}
    routes = api(ctx)
    answer = routes.queue_import(list_id=list_id, body=given)
    _started(ctx, answer, f"mcctl sms import-status {answer.get('tokenId')} --list {list_id}", wait=wait)
    if wait and not ctx.obj.dry_run:
        _wait_for_import(ctx, routes, list_id, str(answer["tokenId"]), wait_timeout)


def import_status(
    ctx: Context,
    token: TokenArgument,
    list_id: ListOption,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show how far an import is.

    Examples:
      mcctl sms import-status Mjg6NDI6MA --list MTIzOjYzOjA --wait
    """
    if wait:
        _wait_for_import(ctx, api(ctx), list_id, token, wait_timeout)
    else:
        ctx.obj.show(api(ctx).import_status(list_id=list_id, token=token), IMPORT_COLUMNS)


def refresh_list(
    ctx: Context, list_id: ListArgument, wait: WaitOption = False, wait_timeout: WaitTimeoutOption = WAIT_SECONDS
) -> None:
    """Work out anew who is on a list.

    Examples:
      mcctl sms refresh-list MTIzOjYzOjA --wait
    """
    routes = api(ctx)
    answer = routes.refresh_list(list_id=list_id)
    _started(ctx, answer, f"mcctl sms refresh-list-status {answer.get('tokenId')} --list {list_id}", wait=wait)
    if wait and not ctx.obj.dry_run:
        _wait_for_refresh(ctx, routes, list_id, str(answer["tokenId"]), wait_timeout)


def refresh_list_status(
    ctx: Context,
    token: TokenArgument,
    list_id: ListOption,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show when the refresh of a list was through; nothing is told of one that is not.

    Examples:
      mcctl sms refresh-list-status Mjg6NDI6MA --list MTIzOjYzOjA --wait
    """
    if wait:
        _wait_for_refresh(ctx, api(ctx), list_id, token, wait_timeout)
    else:
        ctx.obj.show(api(ctx).refresh_status(list_id=list_id, token=token), REFRESH_COLUMNS)


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
    header: HeaderOption = True,
    text: Annotated[str | None, typer.Option("--text", help="Send this text instead of the message's.")] = None,
    notify: Annotated[
        str | None, typer.Option("--notify", metavar="EMAIL", help="Tell this address when it is through.")
    ] = None,
    allow_duplicates: Annotated[
        bool, typer.Option("--allow-duplicates", help="A number may get several texts.", show_default=False)
    ] = False,
    visible: Annotated[
        bool, typer.Option("--visible", help="List the import in Marketing Cloud.", show_default=False)
    ] = False,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Import people, subscribe them to a keyword, and send them a text, in one.

    Examples:
      mcctl sms import-send MzA6Nzg6MA --keyword NTO --file-name hikers.csv --wait --yes
      mcctl sms import-send MzA6Nzg6MA --keyword NTO --data-extension "NTO Phones" --field _MobileNumber=Phone --yes
    """
    if (file_name is None) == (data_extension is None):
        raise InputError("Give either --file-name or --data-extension")
    source = {"ImportType": "FILE", "FileName": file_name, "IsFirstRowHeader": header}
    if data_extension is not None:
        source = {"ImportType": "DATA_EXTENSION", "DataExtensionName": data_extension}
    mapping = {f"{name[0].upper()}{name[1:]}": value for name, value in _mapping(fields, header).items()}
    body: dict[str, Any] = {"messageId": message_id, "keyword": keyword, "notificationEmail": notify}
    body |= {} if text is None else {"override": True, "overrideText": text}
    body |= {
        "isDuplicationAllowed": allow_duplicates,
        "isVisible": visible,
        "importDefinition": [{**source, **mapping}],
    }
    if not ctx.obj.rehearsing:
        ctx.obj.confirm(f"Send {message_id} to everybody in {file_name or data_extension}?")
    routes = api(ctx)
    answer = routes.import_send(body={name: value for name, value in body.items() if value is not None})
    _started(ctx, answer, f"mcctl sms import-send-status {answer.get('tokenId')}", wait=wait)
    if wait and not ctx.obj.dry_run:
        _wait_for_import_send(ctx, routes, str(answer["tokenId"]), wait_timeout)


def import_send_status(
    ctx: Context,
    token: TokenArgument,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show how far an import with a send is.

    Examples:
      mcctl sms import-send-status Mjg6Nzk6MA --wait
    """
    if wait:
        _wait_for_import_send(ctx, api(ctx), token, wait_timeout)
    else:
        ctx.obj.show(api(ctx).import_send_status(token=token), IMPORT_SEND_COLUMNS)


def import_send_report(ctx: Context, token: TokenArgument, file_name: FileNameOption) -> None:
    """Have the delivery report of an import with a send written to the account's FTP reports folder.

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


def _mapping(fields: list[str] | None, header: bool) -> dict[str, Any]:
    """Return how columns become fields: by heading, by name, or by number."""
    if not fields:
        if not header:
            raise InputError("Without a header the columns must be told: --field _MobileNumber=0")
        return {"importMappingType": "InferFromColumnHeadings"}
    pairs = [(name, column) for name, equals, column in (one.partition("=") for one in fields) if equals]
    if len(pairs) < len(fields) or not all(name and column for name, column in pairs):
        raise InputError("--field is of the form NAME=COLUMN, such as _MobileNumber=Phone")
    by_number = all(column.isascii() and column.isdecimal() for _, column in pairs)
    if not by_number and not header:
        raise InputError("Without a header columns are told by number: --field _MobileNumber=0")
    if by_number:
        maps: list[dict[str, Any]] = [{"destination": name, "ordinal": int(column)} for name, column in pairs]
        return {"importMappingType": "MapByOrdinal", "fieldMaps": maps}
    return {
        "importMappingType": "ManualMap",
        "fieldMaps": [{"destination": name, "source": column} for name, column in pairs],
    }


def _started(ctx: Context, answer: dict[str, Any], next_command: str, *, wait: bool) -> None:
    if ctx.obj.dry_run or not wait:
        ctx.obj.show(answer, TOKEN_COLUMNS)
        ctx.obj.done("Started", next_command=next_command)
    else:
        ctx.obj.output.note(f"Started as {answer['tokenId']}")


def _wait_for_import(ctx: Context, routes: SmsContactApi, list_id: str, token: str, seconds: float) -> None:
    answer, done = wait_until(lambda: routes.import_status(list_id=list_id, token=token), _is_done, seconds=seconds)
    ctx.obj.show(answer, IMPORT_COLUMNS)
    _judge(answer, done, f"mcctl sms import-status {token} --list {list_id} --wait")


def _wait_for_refresh(ctx: Context, routes: SmsContactApi, list_id: str, token: str, seconds: float) -> None:
    answer, done = wait_until(
        lambda: routes.refresh_status(list_id=list_id, token=token),
        lambda one: bool(one.get("publishDate")),
        seconds=seconds,
    )
    ctx.obj.show(answer, REFRESH_COLUMNS)
    _judge(answer, done, f"mcctl sms refresh-list-status {token} --list {list_id} --wait")


def _wait_for_import_send(ctx: Context, routes: SmsContactApi, token: str, seconds: float) -> None:
    answer, done = wait_until(lambda: routes.import_send_status(token=token), _is_done, seconds=seconds)
    ctx.obj.show(answer, IMPORT_SEND_COLUMNS)
    _judge(answer, done, f"mcctl sms import-send-status {token} --wait")


def _is_done(answer: dict[str, Any]) -> bool:
    return _state(answer) in _DONE


def _judge(answer: dict[str, Any], done: bool, again: str) -> None:
    """Raise what the last answer amounts to."""
    if not done:
        raise StillInProgress("It is not through yet when the wait ends", again)
    if _state(answer) in ("failed", "error"):
        raise Refused(f"It ended as {answer.get('status')}", "Look at the file, and at MobileConnect")


def _state(answer: dict[str, Any]) -> str:
    return str(answer.get("status")).lower()
