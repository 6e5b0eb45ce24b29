"""What the commands of chat messages share: columns, networks, and how a message is followed."""

from __future__ import annotations

from shlex import quote
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.errors import InputError, Refused
from mcctl.reading import first, get
from mcctl.rest.chat import PLATFORMS, ChatApi, last_event
from mcctl.session import Session


def _attribute(*names: str) -> Any:
    """Return what picks the first of some attributes that a registration has."""

    def pick(one: Any) -> Any:
        return first(one, *(f"ottPlatformAttributes.{name}" for name in names))

    return pick


SENDER_COLUMNS: Columns = {
    "PLATFORM": "ottPlatformName",
    "ID": _attribute("pageId", "channelId"),
    "NAME": _attribute("pageName", "channelName"),
    "ACTIVE": _attribute("isActive"),
    "TEST": _attribute("isTestChannel"),
    "ENDPOINT": _attribute("endpointUrl"),
}
STATUS_COLUMNS: Columns = {
    "MESSAGE KEY": "requestBody.messageKey",
    "TO": lambda one: _user(one),
    "EVENT": lambda one: _last(one, "event"),
    "AT": lambda one: _last(one, "eventDateTime"),
}
PlatformArgument = Annotated[str, typer.Argument(metavar="messenger|line", help="The network.")]


def platform_of(text: str) -> str:
    if text.lower() not in PLATFORMS:
        raise InputError(f"{text!r} is not a network of GroupConnect; there are: {', '.join(PLATFORMS)}")
    return text.lower()


def following(session: Session, routes: ChatApi, message: str) -> Following[dict[str, Any]]:
    """Return how a message is followed to its last event."""

    def judge(answer: dict[str, Any]) -> None:
        if _last(answer, "event") != "Sent":
            raise Refused("The message could not be delivered")
        session.output.note(f"Sent {message}")

    return Following(
        clock=session.clock,
        ask=lambda: routes.get_send(message=message),
        is_over=lambda answer: _last(answer, "event") in ("Sent", "Error"),
        show=lambda answer: session.show(answer, STATUS_COLUMNS),
        judge=judge,
        still=lambda answer, seconds: f"The message is {_last(answer, 'event') or 'unknown'} after {seconds:g} s",
        again=f"mcctl chat status {quote(message)}",
    )


def _last(one: dict[str, Any], name: str) -> Any:
    """Return what is told of the last event of a message under a name."""
    return get(last_event(one), name)


def _user(one: dict[str, Any]) -> Any:
    return first(one, "requestBody.to.userReference", "requestBody.to.ottId")
