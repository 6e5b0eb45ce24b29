"""How an import is followed."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.commands.sms._common import contact_api
from mcctl.commands.sms._task import Answer, following
from mcctl.formats import When
from mcctl.session import Session

IMPORT_COLUMNS: Columns = {"TOKEN": "tokenId", "STATUS": "status", "CREATED": When("createdDate"), "TYPE": "type"}
FieldsOption = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="NAME=COLUMN", help="_MobileNumber=Phone, or the column's number; repeatable."),
]
NotifyOption = Annotated[
    str | None, typer.Option("--notify", metavar="EMAIL", help="Send a mail to this address at the end.")
]


def import_task(session: Session, token: str, list_id: str) -> Following[Answer]:
    ask = partial(contact_api(session).import_status, list_id=list_id, token=token)
    return following(session, ask, IMPORT_COLUMNS, "import-status", token, "--list", list_id)
