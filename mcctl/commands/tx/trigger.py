"""`mcctl tx trigger`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._attributes import attributes_of
from mcctl.commands._following import Following
from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import SendWait
from mcctl.errors import InputError, Refused
from mcctl.formats import When
from mcctl.reading import get, objects, text
from mcctl.rest.address import checked_address
from mcctl.rest.triggered import TriggeredSendApi
from mcctl.session import Session

RECORD_COLUMNS = {"RECORD": "messageId", "STATUS": "status", "AT": When("deliveryTime"), "TO": "to.address"}


@verb(WRITE)
def trigger(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="TRIGGERED_SEND", help="External key of the triggered send.")],
    to: Annotated[str, typer.Option("--to", metavar="ADDRESS", help="E-mail address.")],
    contact: Annotated[
        str | None, typer.Option("--contact", metavar="KEY", help="Subscriber key; the address if not given.")
    ] = None,
    attributes: Annotated[
        list[str] | None,
        typer.Option("--attr", metavar="NAME=VALUE", help="A profile attribute, or a field of its data extension."),
    ] = None,
    from_address: Annotated[
        str | None, typer.Option("--from-address", metavar="ADDRESS", help="Instead of that of the sender profile.")
    ] = None,
    from_name: Annotated[
        str | None, typer.Option("--from-name", metavar="NAME", help="Instead of that of the sender profile.")
    ] = None,
    at_once: Annotated[
        bool, typer.Option("--at-once", help="Have it processed before it is answered.", show_default=False)
    ] = False,
    *,
    waiting: SendWait,
) -> None:
    """Send a triggered send of Email Studio to one recipient.

    The triggered send is made and started in Email Studio, or by SOAP. Marketing Cloud does not recognise a send that
    is repeated, so a lost answer is told (exit code 7) and never tried again. Send definitions: mcctl tx send --help.

    Examples:
      mcctl tx trigger nto-welcome-trigger --to ada@example.com --contact c-001 --attr FirstName=Ada --wait
      mcctl tx trigger nto-welcome-trigger --to ada@example.com --at-once
    """
    address, problem = checked_address("email", to)
    if problem:
        raise InputError(f"--to: {problem}")
    given = attributes_of(attributes)
    more = {"ContactAttributes": {"SubscriberAttributes": given}} if given else {}
    sender = {name: value for name, value in (("Address", from_address), ("Name", from_name)) if value}
    body: dict[str, Any] = {
        **({"From": sender} if sender else {}),
        "To": {"Address": address, "SubscriberKey": contact or address, **more},
        "Options": {"RequestType": "SYNC" if at_once else "ASYNC"},
    }
    routes = TriggeredSendApi(session.client)
    record, refusal = routes.send(key=key, body=body)
    if refusal:
        raise Refused(f"The message was refused: {refusal}")
    _following(session, routes, key, record).begin(
        session,
        {"messageId": record, "status": "Accepted"},
        {"RECORD": "messageId", "STATUS": "status"},
        waiting,
        accepted=f"Accepted as {record}",
        done=f"Accepted as {record}",
    )


def _following(session: Session, routes: TriggeredSendApi, key: str, record: str) -> Following[dict[str, Any]]:
    def judge(final: dict[str, Any]) -> None:
        if text(final, "status").lower() == "error":
            errors = [text(one, "messageErrorStatus") for one in objects(get(final, "messageErrors"))]
            raise Refused(f"The message was not sent: {next(filter(None, errors), 'no reason is told')}")
        session.done(f"Sent {record}")

    return Following(
        clock=session.clock,
        ask=lambda: routes.delivery(key=key, record=record),
        is_over=lambda state: text(state, "status").lower() in ("sent", "error"),
        show=lambda state: session.show({"messageId": record, **state}, RECORD_COLUMNS),
        judge=judge,
        still=lambda _state, seconds: f"The message is still queued after {seconds:g} s",
        again=f"mcctl api GET /messaging/v1/messageDefinitionSends/key:{key}/deliveryRecords/{record}",
    )
