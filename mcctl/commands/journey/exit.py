"""`mcctl journey exit`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.journey._common import KeyArgument, api
from mcctl.errors import PartlyDone, Refused
from mcctl.reading import get, objects, text
from mcctl.rest.journey import MAX_EXITS, JourneyApi
from mcctl.session import Session
from mcctl.words import counted

_EXIT_DONE = "completed"
_EXIT_PAUSE = 10.0


@verb(WRITE)
def exit_journey(
    session: Session,
    key: KeyArgument,
    contacts: Annotated[
        list[str], typer.Option("--contact", metavar="KEY", help="Contact that is to leave; may be given often.")
    ],
    versions: Annotated[
        list[int] | None, typer.Option("--version", metavar="N", help="Only this version; may be given often.")
    ] = None,
    *,
    waiting: Wait,
) -> None:
    """Have contacts leave a journey. Marketing Cloud does so in its own time.

    Examples:
      mcctl journey exit nto-thank-you --contact nto-1001 --wait
      mcctl journey exit nto-thank-you --contact nto-1001 --contact nto-1002 --version 1
    """
    routes = api(session)
    journey_key = routes.versions(key=key)[0].key
    only = {"Versions": versions} if versions else {}
    asked = [{"ContactKey": contact, "DefinitionKey": journey_key, **only} for contact in dict.fromkeys(contacts)]
    parts = [asked[start : start + MAX_EXITS] for start in range(0, len(asked), MAX_EXITS)]
    exits = [partial(routes.exit, exits=part) for part in parts]
    refused = [error for errors in session.in_turn(exits) for error in errors]
    if refused:
        details = [f"{text(one, 'contactKey')}: {_messages(one)}" for one in refused]
        kind = Refused if len(refused) >= len(asked) else PartlyDone
        raise kind(f"{len(refused)} of {counted(len(asked), 'exit')} were refused", details=details)
    if waiting.wait:
        _following(session, routes, parts).wait(waiting.wait_timeout, accepted=True)
    session.done(f"{counted(len(asked), 'contact')} {'left' if waiting.wait else 'will leave'} {journey_key}")


def _following(session: Session, routes: JourneyApi, parts: list[list[dict[str, Any]]]) -> Following[list[Any]]:
    return Following(
        clock=session.clock,
        ask=lambda: [one for part in parts for one in routes.exit_status(exits=part)],
        is_over=lambda states: bool(states) and all(_EXIT_DONE in _messages(one).lower() for one in states),
        show=lambda states: session.show_list(states, EXIT_COLUMNS),
        judge=lambda _states: None,
        still=lambda _states, seconds: f"Not everybody has left after {seconds:g} s",
        again="mcctl contact journeys CONTACT",
        pause=_EXIT_PAUSE,
    )


def _messages(one: dict[str, Any]) -> str:
    told = objects(get(one, "status"))
    return "; ".join(f"version {text(part, 'version')}: {text(part, 'message')}" for part in told)


EXIT_COLUMNS: Columns = {"CONTACT": "contactKey", "JOURNEY": "definitionKey", "STATUS": _messages}
