"""`mcctl contact preference get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.contact._common import api
from mcctl.commands.contact.preference._common import COLUMNS, KeysArgument
from mcctl.session import Session


@verb(READ)
def get_preferences(session: Session, keys: KeysArgument) -> None:
    """Show whether contacts may be tracked.

    Examples:
      mcctl contact preference get nto-1001
      mcctl contact preference get nto-1001 nto-1002 -o json
    """
    routes = api(session)
    session.show_list(({"contactKey": key, **routes.preference(key=key)} for key in dict.fromkeys(keys)), COLUMNS)
