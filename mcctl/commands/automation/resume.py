"""`mcctl automation resume`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.automation._common import ITEM_COLUMNS, KeyArgument, api, switch
from mcctl.copying import argument
from mcctl.reading import text
from mcctl.session import Session


@verb(DANGEROUS)
def resume_automation(session: Session, key: KeyArgument) -> None:
    """Let the schedule, or the file drop, of an automation start it again.

    A schedule of which the last run is past is refused. In production it is asked for first.

    Examples:
      mcctl automation resume nto-nightly
    """
    routes = api(session)
    found = routes.find(ref=key)
    if session.profile.production:
        session.confirm(f"Let {text(found, 'name')!r} run by itself?")
    switch(session, found, on=True)
    session.show(routes.get(automation_id=text(found, "id")), ITEM_COLUMNS)
    again = f"mcctl automation status {argument(text(found, 'key'))}"
    session.done(f"Resumed {text(found, 'name')}", next_command=again)
