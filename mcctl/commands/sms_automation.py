"""`mcctl sms import-send`: an import and a text to whoever was imported, in one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import Context
from mcctl.commands.sms_import import FieldsOption, NotifyOption
from mcctl.commands.sms_list import FileNameOption, tell_report
from mcctl.commands.sms_options import OverrideOption, TextOption
from mcctl.commands.sms_status import TokenArgument
from mcctl.commands.sms_task import Task, begin, show_state
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption
from mcctl.errors import refuse_all
from mcctl.formats import When
from mcctl.reading import get

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.sms_automation import SmsAutomationApi

IMPORT_SEND_COLUMNS: Columns = {
    "STATUS": "status",
    "SOURCE": "source",
    "INSERTED": "inserted",
    "UPDATED": "updated",
    "INVALID": "invalid",
    "STARTED": When("startTime"),
    "COMPLETED": When("completedTime"),
}


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
    text: TextOption = None,
    override: OverrideOption = False,
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

    In production it wants --confirm MESSAGE_ID, since nobody knows how many they are.

    Examples:
      mcctl sms import-send MzA6Nzg6MA --keyword NTO --file-name hikers.csv --wait
      mcctl sms import-send MzA6Nzg6MA --keyword NTO --data-extension "NTO Phones" --field _MobileNumber=Phone --yes
    """
    from mcctl.documents import given
    from mcctl.rest.sms_body import check_keyword, check_text, import_definition, notified

    problems: list[str] = []
    check_keyword(keyword, problems)
    check_text(text, problems, override=override)
    definition = import_definition(file_name, data_extension, fields or [], header, problems)
    address = notified(notify, problems)
    refuse_all(problems)
    body: dict[str, Any] = {
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
    answer = _api(ctx).import_send(body=given(body))
    begin(ctx, answer, _task(ctx, str(get(answer, "tokenId"))), wait=wait, seconds=wait_timeout)


def import_send_status(
    ctx: Context, token: TokenArgument, wait: WaitOption = False, wait_timeout: WaitTimeoutOption = WAIT_SECONDS
) -> None:
    """Show the state of an import with a send.

    Examples:
      mcctl sms import-send-status Mjg6Nzk6MA --wait
    """
    show_state(ctx, _task(ctx, token), wait=wait, seconds=wait_timeout)


def import_send_report(ctx: Context, token: TokenArgument, file_name: FileNameOption) -> None:
    """Ask for the report of an import with a send. It is written to the account's FTP reports folder.

    Examples:
      mcctl sms import-send-report Mjg6Nzk6MA --file-name hikers-report.csv
    """
    tell_report(ctx, _api(ctx).import_send_report(token=token, file_name=file_name), file_name)


def _api(ctx: Context) -> SmsAutomationApi:
    from mcctl.rest.sms_automation import SmsAutomationApi

    return SmsAutomationApi(ctx.obj.client)


def _task(ctx: Context, token: str) -> Task:
    ask = partial(_api(ctx).import_send_status, token=token)
    return Task(ask, IMPORT_SEND_COLUMNS, ("import-send-status", token))
