"""What the commands of lists and texts share: the routes, and lists as arguments."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.commands.sms._task import Answer, following
from mcctl.formats import When
from mcctl.rest.sms import SmsApi
from mcctl.rest.sms_contact import SmsContactApi
from mcctl.session import Session


def api(session: Session) -> SmsApi:
    """Return the routes of sends, texts from handsets and keywords."""
    return SmsApi(session.client)


REFRESH_COLUMNS: Columns = {"TOKEN": "tokenId", "PUBLISHED": When("publishDate")}
ListArgument = Annotated[str, typer.Argument(metavar="LIST_ID", help="Encoded id of the list.")]
ListOption = Annotated[str, typer.Option("--list", metavar="LIST_ID", help="Encoded id of the list.")]


def contact_api(session: Session) -> SmsContactApi:
    """Return the routes of contacts and lists."""
    return SmsContactApi(session.client)


def refresh_task(session: Session, token: str, list_id: str) -> Following[Answer]:
    ask = partial(contact_api(session).refresh_status, list_id=list_id, token=token)
    return following(session, ask, REFRESH_COLUMNS, "refresh-list-status", token, "--list", list_id)
