"""`mcctl de delete`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.de._common import KeyArgument, api
from mcctl.session import Session


@verb(DANGEROUS)
def delete_data_extension(session: Session, key: KeyArgument) -> None:
    """Delete a data extension with all its rows, for good.

    Examples:
      mcctl de delete nto-suppression
      mcctl de delete nto-suppression --yes
    """
    routes = api(session)
    found = routes.find(key=key)
    rows = "all its rows" if found.count is None else f"its {found.count:,} rows"
    session.confirm(f"Delete the data extension {found.key!r} with {rows}, for good?")
    routes.delete(de_id=found.id)
    session.done(f"Deleted the data extension {found.key}")
