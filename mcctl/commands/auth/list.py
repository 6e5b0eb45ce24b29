"""`mcctl auth list`."""

from __future__ import annotations

from mcctl import config
from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.config import ENVIRONMENT
from mcctl.session import Session

LIST_COLUMNS: Columns = {
    "": lambda profile: "*" if profile["current"] else "",
    "NAME": "name",
    "TYPE": "type",
    "PRODUCTION": lambda profile: "yes" if profile["production"] else "",
    "HOST": "rest_url",
    "CLIENT ID": "client_id",
    "BUSINESS UNIT": "account_id",
    "SECRET IN": "storage",
}


@verb(READ)
def list_profiles(session: Session) -> None:
    """List the profiles of this machine; a star marks the one in use.

    Examples:
      mcctl auth list
      mcctl auth list -o json -q "[].name"
    """
    current = session.settings.profile or (ENVIRONMENT if session.environment else session.config.current)
    profiles = [*session.config.profiles.values(), config.EMULATOR_PROFILE._replace(storage="built in")]
    if session.environment:
        profiles.insert(0, session.environment.profile._replace(storage="environment", account_id=session.account_id))
    rows = [{**profile._asdict(), "current": profile.name == current} for profile in profiles]
    session.show_list(rows, LIST_COLUMNS)
