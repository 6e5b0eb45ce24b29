"""`mcctl de clear`."""

from __future__ import annotations

from mcctl.commands._verb import IRREVERSIBLE, verb
from mcctl.commands.de._common import KeyArgument, api
from mcctl.session import Session


@verb(IRREVERSIBLE)
def clear_data_extension(session: Session, key: KeyArgument) -> None:
    """Remove every row of a data extension, for good. The data extension itself stays.

    Examples:
      mcctl de clear nto-suppression
      mcctl de clear nto-suppression --confirm nto-suppression
    """
    routes = api(session)
    found = routes.find(key=key)
    rows = "all rows" if found.count is None else f"{found.count:,} rows"
    session.confirm_name(f"Remove {rows} of {found.key!r}, for good?", found.key)
    routes.clear(de_id=found.id)
    session.done(f"Removed {rows} of {found.key}")
