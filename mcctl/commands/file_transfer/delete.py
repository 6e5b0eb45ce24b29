"""`mcctl file-transfer delete`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activity_documents import delete_activity
from mcctl.commands._verb import DANGEROUS, verb
from mcctl.rest.activity import TRANSFER
from mcctl.session import Session


@verb(DANGEROUS)
def delete_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="FILE_TRANSFER", help="Key, id or name of the activity.")],
) -> None:
    """Delete a file transfer activity. Automations that use it go on pointing at it.

    Examples:
      mcctl file-transfer delete nto-customers-transfer --yes
    """
    delete_activity(session, TRANSFER, key)
