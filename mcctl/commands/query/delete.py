"""`mcctl query delete`."""

from __future__ import annotations

from mcctl.commands._activities import api
from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.query._common import KeyArgument
from mcctl.reading import text
from mcctl.rest.activity import QUERY
from mcctl.session import Session


@verb(DANGEROUS)
def delete_query(session: Session, key: KeyArgument) -> None:
    """Delete a query activity. Automations that use it go on pointing at it.

    Examples:
      mcctl query delete nto-names
      mcctl query delete nto-names --yes
    """
    routes = api(session)
    found = routes.find(QUERY, ref=key)
    name = text(found, "name")
    session.confirm(f"Delete the query {name!r}? Its target {text(found, 'targetName')!r} stays")
    routes.delete(QUERY, activity_id=QUERY.id_of(found))
    session.done(f"Deleted the query {name}")
