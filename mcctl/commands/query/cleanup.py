"""`mcctl query cleanup`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mcctl.commands._activities import api
from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.query._temporary import Left, left_behind
from mcctl.errors import NotFound
from mcctl.rest.activity import QUERY
from mcctl.rest.de import DeApi
from mcctl.session import Session
from mcctl.words import counted

LEFT_COLUMNS = {"KIND": "kind", "NAME": "name", "ID": "id"}


@verb(DANGEROUS)
def clean_up(session: Session) -> None:
    """Remove what `query run --sql` left behind when it was killed.

    That is every query activity and data extension whose key begins with mcctl-query-, but those of a query that still
    runs on this machine. A query of yours that runs on another machine loses its rows.

    Examples:
      mcctl query cleanup
      mcctl query cleanup --yes
    """
    left = [one for one in left_behind(session) if not one.is_used]
    if not left:
        session.show_list([], LEFT_COLUMNS)
        return session.done("Nothing is left behind")
    session.confirm(f"Remove {counted(len(left), 'thing')} that mcctl made for queries?")
    for _ in session.in_turn([_removal(session, one) for one in left]):
        pass
    session.show_list([one._asdict() for one in left], LEFT_COLUMNS)
    return session.done(f"Removed {len(left)}")


def _removal(session: Session, one: Left) -> Callable[[], dict[str, Any]]:
    def remove() -> dict[str, Any]:
        try:
            if one.kind == "query":
                api(session).delete(QUERY, activity_id=one.id)
            else:
                DeApi(session.client).delete(de_id=one.id)
        except NotFound:
            pass
        return one._asdict()

    return remove
