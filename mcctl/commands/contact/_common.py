"""What the commands of contacts share: columns, who is meant, and how what is done to them is followed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, NamedTuple

import typer

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.copying import argument, word
from mcctl.errors import InputError, NotFound, PartlyDone
from mcctl.formats import When
from mcctl.reading import get, objects, text, whole
from mcctl.rest.contact import DELETED_STATES, ContactApi
from mcctl.session import Session
from mcctl.words import counted

_PAUSE = 10.0
_MOST_KEYS = 50  # of contacts with one address
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
RESTRICTION_COLUMNS: Columns = {
    "OPERATION": "operation.operationID",
    "STATUS": "operation.status",
    "CONTACTS": "operation.expectedListCount",
    "STARTED": When("operation.startTime"),
    "ENDED": When("operation.endTime"),
}
ContactsArgument = Annotated[list[str] | None, typer.Argument(metavar="CONTACT...", help="Contact keys.")]
EverybodyOption = Annotated[
    str | None,
    typer.Option("--data-extension", metavar="KEY", help="Everybody in this sendable data extension, instead."),
]
ContactArgument = Annotated[str, typer.Argument(metavar="CONTACT", help="Contact key.")]


def api(session: Session) -> ContactApi:
    """Return the routes of contacts."""
    return ContactApi(session.client)


class Process(NamedTuple):
    """What is done to contacts in the background. name: in messages. verb: the command that tells how far it is."""

    name: str
    verb: str
    columns: Columns
    status: Callable[..., dict[str, Any]]


def deletion(routes: ContactApi) -> Process:
    """Return how contacts are deleted: suppressed first."""
    return Process("deletion", "delete-status", STATUS_COLUMNS, routes.delete_status)


def restriction(routes: ContactApi) -> Process:
    """Return how the processing of contacts is restricted."""
    return Process("restriction", "restrict-status", RESTRICTION_COLUMNS, routes.restrict_status)


def following(session: Session, process: Process, operation: int) -> Following[dict[str, Any]]:
    """Return how a process is followed until it ends; one that was accepted just now may not be known yet."""

    def ask() -> dict[str, Any]:
        try:
            return process.status(operation_id=operation)
        except NotFound:
            return {}

    def judge(status: dict[str, Any]) -> None:
        if _state(status) != "completed":
            ended = text(status, "operation.status")
            raise PartlyDone(f"The {process.name} ended as {ended}", f"mcctl contact {process.verb} {operation}")

    return Following(
        clock=session.clock,
        ask=ask,
        is_over=lambda status: _state(status) in DELETED_STATES,
        show=lambda status: session.show(status, process.columns),
        judge=judge,
        still=lambda status, seconds: (
            f"The {process.name} is {text(status, 'operation.status') or 'not begun'} after {seconds:g} s"
        ),
        again=f"mcctl contact {process.verb} {operation} --wait",
        pause=_PAUSE,
    )


class Chosen(NamedTuple):
    """Contacts that something is done to. name: what confirms them. told: in messages."""

    keys: list[str]
    name: str
    told: str


def chosen(keys: list[str] | None, data_extension: str | None) -> Chosen:
    """Return the contacts that are meant. Raises InputError for none, and for an empty key."""
    if bool(keys) == (data_extension is not None):
        raise InputError("Which contacts?", "Give either contact keys or --data-extension KEY")
    wanted = list(dict.fromkeys(keys or []))
    if "" in (*wanted, data_extension):
        raise InputError("A key is empty; nothing was sent")
    if data_extension:
        return Chosen([], data_extension, f"everybody in {data_extension}")
    return Chosen(wanted, wanted[0] if len(wanted) == 1 else str(len(wanted)), counted(len(wanted), "contact"))


def _state(status: dict[str, Any]) -> str:
    return text(status, "operation.status").lower()


def _removal(status: Any) -> str:
    summary = objects(get(status, "backgroundOperationsSummary"))
    return ", ".join(filter(None, (text(one, "backgroundOperationStatusID") for one in summary)))


def contact_of(session: Session, email: str, command: str) -> str:
    """Return the key of the contact with an address. command: what is typed again with a key, where there are several.

    Raises NotFound, and InputError where it is not one.
    """
    found = api(session).by_email(emails=[email], most=_MOST_KEYS)
    keys = [text(one, "contactKey") for each in found for one in objects(get(each, "contactKeyDetails"))]
    if not keys:
        raise NotFound(f"No contact has the address {email!r}", f"mcctl contact search --email {word(email)}")
    if len(keys) > 1:
        told = f"{len(keys)} contacts have the address {email!r}"
        raise InputError(told, f"Name one: mcctl {command} {argument(keys[0])}", details=keys)
    return keys[0]
