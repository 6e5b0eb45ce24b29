"""`mcctl data-extract delete`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activity_documents import delete_activity
from mcctl.commands._verb import DANGEROUS, verb
from mcctl.rest.activity import EXTRACT
from mcctl.session import Session


@verb(DANGEROUS)
def delete_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="DATA_EXTRACT", help="Key, id or name of the activity.")],
) -> None:
    """Delete a data extract activity. Automations that use it go on pointing at it.

    Examples:
      mcctl data-extract delete nto-customers-extract --yes
    """
    delete_activity(session, EXTRACT, key)
