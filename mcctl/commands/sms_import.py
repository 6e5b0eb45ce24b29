"""`mcctl sms import`: a CSV file into a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import Context
from mcctl.commands.sms_contact import ListArgument, ListOption, api
from mcctl.commands.sms_status import TokenArgument
from mcctl.commands.sms_task import Task, begin, show_state
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption
from mcctl.errors import refuse_all
from mcctl.formats import When
from mcctl.reading import get

if TYPE_CHECKING:
    from mcctl.output import Columns

IMPORT_COLUMNS: Columns = {"TOKEN": "tokenId", "STATUS": "status", "CREATED": When("createdDate"), "TYPE": "type"}

FieldsOption = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="NAME=COLUMN", help="_MobileNumber=Phone, or the column's number; repeatable."),
]
NotifyOption = Annotated[
    str | None, typer.Option("--notify", metavar="EMAIL", help="Send a mail to this address at the end.")
]


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
    from mcctl.documents import given
    from mcctl.rest.sms_body import check_keyword, column_mapping, notified

    problems: list[str] = []
    if (keyword is None) != (short_code is None):
        problems.append("--keyword and --short-code go together")
    if keyword is not None:
        check_keyword(keyword, problems)
    if not file_name.strip():
        problems.append("--file-name is empty")
    mapping = column_mapping(fields or [], header, problems)
    address = notified(notify, problems)
    refuse_all(problems)
    body: dict[str, Any] = {"shortCode": short_code, "keyword": keyword}
    body |= {"sendEmailNotification": True, "emailAddress": address} if address else {}
    body |= {"fileName": file_name, "fileType": "csv", "isFirstRowHeader": header, **mapping}
    answer = api(ctx).queue_import(list_id=list_id, body=given(body))
    begin(ctx, answer, _task(ctx, str(get(answer, "tokenId")), list_id), wait=wait, seconds=wait_timeout)


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
    show_state(ctx, _task(ctx, token, list_id), wait=wait, seconds=wait_timeout)


def _task(ctx: Context, token: str, list_id: str) -> Task:
    ask = partial(api(ctx).import_status, list_id=list_id, token=token)
    return Task(ask, IMPORT_COLUMNS, ("import-status", token, "--list", list_id))
