"""`mcctl import delete`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activity_documents import delete_activity
from mcctl.commands._verb import DANGEROUS, verb
from mcctl.rest.activity import IMPORT
from mcctl.session import Session


@verb(DANGEROUS)
def delete_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="IMPORT", help="Key, id or name of the activity.")],
) -> None:
    """Delete an import activity. Automations that use it go on pointing at it.

    Examples:
      mcctl import delete nto-customers-import --yes
    """
    delete_activity(session, IMPORT, key)
