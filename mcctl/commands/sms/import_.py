"""`mcctl sms import`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.sms._body import check_keyword, column_mapping, notified
from mcctl.commands.sms._common import ListArgument, contact_api
from mcctl.commands.sms._import import FieldsOption, NotifyOption, import_task
from mcctl.commands.sms._task import begin
from mcctl.documents import given
from mcctl.errors import refuse_all
from mcctl.reading import get
from mcctl.session import Session


@verb(WRITE)
def import_file(
    session: Session,
    list_id: ListArgument,
    file_name: Annotated[
        str, typer.Option("--file-name", metavar="NAME", help="CSV file in the account's FTP import folder.")
    ],
    short_code: Annotated[str | None, typer.Option("--short-code", metavar="CODE", help="Code of --keyword.")] = None,
    keyword: Annotated[
        str | None, typer.Option("--keyword", metavar="KEYWORD", help="Subscribe who is imported to this keyword.")
    ] = None,
    fields: FieldsOption = None,
    header: Annotated[
        bool, typer.Option("--header/--no-header", help="Whether the first row names the columns.")
    ] = True,
    notify: NotifyOption = None,
    *,
    waiting: Wait,
) -> None:
    """Import a CSV file into a list. Without --map the headings name the fields.

    Examples:
      mcctl sms import MTIzOjYzOjA --file-name hikers.csv --short-code 12345 --keyword NTO --wait
      mcctl sms import MTIzOjYzOjA --file-name hikers.csv --map _MobileNumber=MobileNumber
    """

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
    answer = contact_api(session).queue_import(list_id=list_id, body=given(body))
    begin(session, answer, import_task(session, str(get(answer, "tokenId")), list_id), waiting)
