"""`mcctl automation get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.automation._common import ITEM_COLUMNS, KeyArgument, api, next_runs
from mcctl.session import Session


@verb(READ)
def get_automation(session: Session, key: KeyArgument) -> None:
    """Show an automation: its steps, and when it runs.

    What -o yaml writes can be given to `automation create` and `automation update`.

    Examples:
      mcctl automation get nto-nightly
      mcctl automation get nto-nightly -o yaml
    """
    found = api(session).find(ref=key)
    session.show(found, {**ITEM_COLUMNS, "NEXT RUNS": lambda one: ", ".join(next_runs(one, session.now()))})
