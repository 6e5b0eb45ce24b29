"""`mcctl chat`: GroupConnect, messages by Facebook Messenger and LINE."""

from __future__ import annotations

from shlex import quote
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._waiting import wait_until
from mcctl.errors import InputError, Refused, StillInProgress
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


def wait_for_end(session: Session, routes: ChatApi, message: str, seconds: float, *, accepted: bool) -> None:
    """Wait for the last event of a message, and show it. accepted: by this command.

    Raises StillInProgress, Refused.
    """
    ask = f"mcctl chat status {quote(message)}"
    answer, done = wait_until(
        lambda: routes.get_send(message=message),
        lambda one: _last(one, "event") in ("Sent", "Error"),
        seconds=seconds,
        accepted=ask if accepted else "",
    )
    session.show(answer, STATUS_COLUMNS)
    if not done:
        raise StillInProgress(f"The message is {_last(answer, 'event') or 'unknown'} after {seconds:g} s", ask)
    if _last(answer, "event") != "Sent":
        raise Refused("The message could not be delivered")
    session.output.note(f"Sent {message}")


def _last(one: dict[str, Any], name: str) -> Any:
    """Return what is told of the last event of a message under a name."""
    return get(last_event(one), name)


def _user(one: dict[str, Any]) -> Any:
    return first(one, "requestBody.to.userReference", "requestBody.to.ottId")
