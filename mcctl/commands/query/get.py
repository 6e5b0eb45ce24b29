"""`mcctl query get`."""

from __future__ import annotations

from mcctl.commands._activities import api
from mcctl.commands._verb import READ, verb
from mcctl.commands.query._common import ITEM_COLUMNS, KeyArgument
from mcctl.rest.activity import QUERY
from mcctl.session import Session


@verb(READ)
def get_query(session: Session, key: KeyArgument) -> None:
    """Show a query activity, with its SQL.

    Examples:
      mcctl query get nto-names
      mcctl query get nto-names -o json -q queryText
    """
    session.show(api(session).find(QUERY, ref=key), ITEM_COLUMNS)
