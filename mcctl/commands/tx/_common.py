"""What the commands of transactional messages share."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.copying import argument
from mcctl.errors import InputError, NotPermitted, Refused
from mcctl.formats import When
from mcctl.reading import text
from mcctl.rest.tx import CHANNELS, TxApi, reason_of
from mcctl.session import Session

STATUS_COLUMNS: Columns = {
    "MESSAGE KEY": "messageKey",
    "STATUS": lambda status: text(status, "eventCategoryType").removeprefix("TransactionalSendEvents."),
    "AT": When("timestamp"),
    "CODE": lambda status: reason_of(status)[0],
    "REASON": lambda status: reason_of(status)[1],
    "CONTACT": "info.contactKey",
    "TO": "info.to",
}


KeyArgument = Annotated[str, typer.Argument(metavar="DEFINITION", help="Key of the send definition.")]
ChannelOption = Annotated[str, typer.Option("--channel", metavar="email|sms", help="Channel.")]


def api(session: Session, channel: str) -> TxApi:
    """Return the routes of a channel. Raises InputError for an unknown one."""
    if channel not in CHANNELS:
        raise InputError(f"--channel {channel!r} must be email or sms")
    return TxApi(session.client, channel)


def check_definition(session: Session, routes: TxApi, key: str, *, queue_anyway: bool) -> None:
    """Make sure that a definition is there and active. A dry run does not look; whoever may not read sends unchecked.

    Raises NotFound, and Refused where messages would only queue.
    """
    if session.dry_run:
        return
    try:
        definition = routes.get_definition(key=key)
    except NotPermitted as error:
        session.output.note(f"Whether {key} is active was not checked: reading it is not permitted ({error.message})")
        return
    state = text(definition, "status")
    if state.lower() == "inactive" and not queue_anyway:
        raise Refused(
            f"The definition {key} is {state.lower()}: messages would wait, for three days at most; nothing was sent",
            f"mcctl tx definition update --channel {routes.channel} --status active {argument(key)}, or --queue-anyway",
        )
