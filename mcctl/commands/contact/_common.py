"""What the commands of contacts share: columns, and how a deletion is followed."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.errors import PartlyDone
from mcctl.formats import When
from mcctl.reading import get, objects, text, whole
from mcctl.rest.contact import DELETED_STATES, ContactApi
from mcctl.session import Session

_DELETE_PAUSE = 10.0
_ADDRESS_TYPES = {1: "E-mail", 4: "Mobile", 9: "Push", 10: "LINE"}


def _plain(value: Any) -> Any:
    """Return what is in a type-value object; the documents do not name what is in it."""
    inner = get(value, "value")
    return value if inner is None else inner


def _address(one: Any) -> str:
    values = [value for group in objects(get(one, "valueSets")) for value in objects(get(group, "values"))]
    return ", ".join(text(value, "innerValue") for value in values)


def _address_type(one: Any) -> Any:
    number = get(one, "addressTypeID")
    return _ADDRESS_TYPES.get(whole(number) or 0, number)


ADDRESS_COLUMNS: Columns = {
    "CONTACT": lambda one: _plain(get(one, "contactKey")),
    "ID": lambda one: _plain(get(one, "contactID")),
    "TYPE": _address_type,
    "ADDRESS": _address,
    "STATUS": "status",
    "MODIFIED": When("modifiedDate"),
}
WRITE_COLUMNS = {"CONTACT": "contactKey", "ID": "contactId", "NEW": "isNewContactKey", "STATUS": "operationStatus"}
STATUS_COLUMNS: Columns = {
    "OPERATION": "operation.operationID",
    "SUPPRESSION": "operation.status",
    "REMOVAL": lambda status: _removal(status),
    "CONTACTS": "operation.expectedListCount",
    "RESTORABLE (DAYS)": "numberofRestorableDays",
    "STARTED": When("operation.startTime"),
}
ContactArgument = Annotated[str, typer.Argument(metavar="CONTACT", help="Contact key.")]


def api(session: Session) -> ContactApi:
    """Return the routes of contacts."""
    return ContactApi(session.client)


def following(session: Session, routes: ContactApi, operation: int) -> Following[dict[str, Any]]:
    """Return how a deletion is followed until the contacts are suppressed."""

    def judge(status: dict[str, Any]) -> None:
        if _state(status) != "completed":
            ended = text(status, "operation.status")
            raise PartlyDone(f"The deletion ended as {ended}", "mcctl contact delete-status")

    return Following(
        clock=session.clock,
        ask=lambda: routes.delete_status_or_none(operation_id=operation),
        is_over=lambda status: _state(status) in DELETED_STATES,
        show=lambda status: session.show(status, STATUS_COLUMNS),
        judge=judge,
        still=lambda status, seconds: (
            f"The deletion is {text(status, 'operation.status') or 'not begun'} after {seconds:g} s"
        ),
        again=f"mcctl contact delete-status {operation} --wait",
        pause=_DELETE_PAUSE,
    )


def _state(status: dict[str, Any]) -> str:
    return text(status, "operation.status").lower()


def _removal(status: Any) -> str:
    summary = objects(get(status, "backgroundOperationsSummary"))
    return ", ".join(filter(None, (text(one, "backgroundOperationStatusID") for one in summary)))
