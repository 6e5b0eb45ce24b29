"""`mcctl file-transfer get`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api, item_columns
from mcctl.commands._verb import READ, verb
from mcctl.rest.activity import TRANSFER
from mcctl.session import Session


@verb(READ)
def get_one(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="FILE_TRANSFER", help="Key, id or name of the activity.")],
) -> None:
    """Show a file transfer activity.

    Examples:
      mcctl file-transfer get nto-customers-transfer
    """
    session.show(
        api(session).find(TRANSFER, ref=key), item_columns(TRANSFER, FILE="fileSpec", LOCATION="fileTransferLocationId")
    )
