"""`mcctl automation pause`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.automation._common import ITEM_COLUMNS, KeyArgument, api, switch
from mcctl.copying import argument
from mcctl.reading import text
from mcctl.session import Session


@verb(WRITE)
def pause_automation(session: Session, key: KeyArgument) -> None:
    """Pause the schedule, or the file drop, of an automation.

    A run that goes on is not stopped.

    Examples:
      mcctl automation pause nto-nightly
    """
    routes = api(session)
    found = routes.find(ref=key)
    switch(session, found, on=False)
    session.show(routes.get(automation_id=text(found, "id")), ITEM_COLUMNS)
    again = f"mcctl automation resume {argument(text(found, 'key'))}"
    session.done(f"Paused {text(found, 'name')}", next_command=again)
