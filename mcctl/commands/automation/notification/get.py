"""`mcctl automation notification get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.automation._common import KeyArgument, api
from mcctl.commands.automation.notification._common import show
from mcctl.reading import text
from mcctl.session import Session


@verb(READ)
def get_notifications(session: Session, key: KeyArgument) -> None:
    """Show who is told by mail how an automation ended.

    Examples:
      mcctl automation notification get nto-nightly
    """
    routes = api(session)
    show(session, routes.notifications(automation_id=text(routes.find(ref=key), "id")))
