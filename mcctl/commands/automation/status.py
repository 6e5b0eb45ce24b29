"""`mcctl automation status`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.automation._common import KeyArgument, api
from mcctl.commands.automation._running import RUN_COLUMNS, following, state_of
from mcctl.reading import text
from mcctl.session import Session


@verb(READ)
def show_status(session: Session, key: KeyArgument, *, waiting: Wait) -> None:
    """Show whether an automation runs, and how its last run ended.

    Examples:
      mcctl automation status nto-nightly
      mcctl automation status nto-nightly --wait
    """
    routes = api(session)
    found = routes.find(ref=key)
    if waiting.wait and text(found, "lastRunInstanceId"):
        following(session, found, "").wait(waiting.wait_timeout)
    else:
        session.show(state_of(routes, text(found, "id")), RUN_COLUMNS)
