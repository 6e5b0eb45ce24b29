"""What the commands of transactional messages share."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.copying import argument, word
from mcctl.errors import InputError, NotPermitted, Refused
from mcctl.formats import When
from mcctl.reading import text
from mcctl.rest.tx import ALL_CHANNELS, TxApi, reason_of, state_of
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
ChannelOption = Annotated[str, typer.Option("--channel", metavar="email|sms|push", help="Channel.")]


QueuedChannelOption = Annotated[str, typer.Option("--channel", metavar="email|sms", help="Channel.")]


def api(session: Session, channel: str, known: tuple[str, ...] = ALL_CHANNELS) -> TxApi:
    """Return the routes of a channel. known: those that have them. Raises InputError for another one."""
    if channel not in known:
        raise InputError(f"--channel {channel!r} must be one of {', '.join(known)}")
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


def following(session: Session, routes: TxApi, definition: str, key: str) -> Following[dict[str, Any]]:
    """Return how a message is followed until it is sent, or not. definition, key: of the definition and the message."""

    def judge(final: dict[str, Any]) -> None:
        if state_of(final) == "NotSent":
            code, reason = reason_of(final)
            raise Refused(
                f"The message was not sent: {reason or 'no reason is told'}",
                f"mcctl tx unsent --channel {routes.channel} --definition {word(definition)}",
                errorcode=code or None,
            )
        session.done(f"{state_of(final)} {key}")

    return Following(
        clock=session.clock,
        ask=lambda: routes.get_status_or_none(message_key=key),
        is_over=lambda status: state_of(status) != "Queued",
        show=lambda status: session.show({"messageKey": key, **status}, STATUS_COLUMNS),
        judge=judge,
        still=lambda _status, seconds: f"The message is still queued after {seconds:g} s",
        again=f"mcctl tx status --channel {routes.channel} {argument(key)}",
    )
