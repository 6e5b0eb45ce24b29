"""What the commands of pushes share."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.formats import When
from mcctl.reading import get, text, whole
from mcctl.rest.push import APP, CONTACT, LIST, TAG, PushApi
from mcctl.session import Session

STATES = {1: "Draft", 2: "Active", 3: "Inactive", 4: "Deleted"}
AUDIENCES = {"contact": CONTACT, "list": LIST, "tag": TAG, "everybody": APP}
"""What an audience is called here -> in the routes."""
TYPES = {1: "outbound", 3: "location entry", 4: "location exit", 5: "beacon", 7: "in-app", 8: "inbox"}


def _state(one: Any) -> str:
    """Return the status in words: lists have it under another name."""
    number = whole(get(one, "status")) or whole(get(one, "statusid"))
    return STATES.get(number or 0, text(one, "status", "statusid"))


def _type(one: Any) -> str:
    return TYPES.get(whole(get(one, "messageType")) or 0, text(one, "messageType"))


LIST_COLUMNS: Columns = {
    "NAME": "name",
    "STATUS": _state,
    "TYPE": _type,
    "APP": "application.name",
    "MODIFIED": When("lastUpdated"),
    "ID": "id",
}
ITEM_COLUMNS: Columns = {**LIST_COLUMNS, "TITLE": "title", "SUBTITLE": "subtitle", "TEXT": "alert"}
SEND_COLUMNS: Columns = {
    "TOKEN": "tokenId",
    "STATUS": lambda one: text(one, "status") or None,
    "REACHED": "count",
    "CREATED": When("createDate"),
}
MessageArgument = Annotated[str, typer.Argument(metavar="PUSH_MESSAGE", help="Id or name of the push message.")]


def api(session: Session) -> PushApi:
    """Return the routes of MobilePush."""
    return PushApi(session.client)
