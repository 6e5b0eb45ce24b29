"""`mcctl sms import-send`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._verb import SEVERE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.sms._body import OverrideOption, TextOption, check_keyword, check_text, import_definition, notified
from mcctl.commands.sms._import import FieldsOption, NotifyOption
from mcctl.commands.sms._import_send import import_send_api, import_send_task
from mcctl.commands.sms._task import begin
from mcctl.documents import given
from mcctl.errors import refuse_all
from mcctl.reading import get
from mcctl.session import Session


@verb(SEVERE)
def import_send(
    session: Session,
    message_id: Annotated[
        str, typer.Argument(metavar="MESSAGE_ID", help="Encoded id of the message to send to who is imported.")
    ],
    keyword: Annotated[
        str, typer.Option("--keyword", metavar="KEYWORD", help="Keyword of the message's code to subscribe them to.")
    ],
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
    *,
    waiting: Wait,
) -> None:
    """Import people, and send them a text. They are subscribed to a keyword.

    In production it wants --confirm MESSAGE_ID, since nobody knows how many they are.

    Examples:
      mcctl sms import-send MzA6Nzg6MA --keyword NTO --file-name hikers.csv --wait
      mcctl sms import-send MzA6Nzg6MA --keyword NTO --data-extension "NTO Phones" --map _MobileNumber=Phone --yes
    """

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
    session.confirm_many(f"Send {message_id} to everybody in {file_name or data_extension}?", message_id)
    answer = import_send_api(session).import_send(body=given(body))
    begin(session, answer, import_send_task(session, str(get(answer, "tokenId"))), waiting)
