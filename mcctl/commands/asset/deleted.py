"""`mcctl asset deleted`."""

from __future__ import annotations

from itertools import islice

from mcctl.commands._options import LimitOption
from mcctl.commands._recent import SinceOption, within
from mcctl.commands._verb import READ, verb
from mcctl.commands.asset._lookup import api
from mcctl.formats import When
from mcctl.session import Session

_COLUMNS = {
    "NAME": "name",
    "KEY": "customerKey",
    "ID": "id",
    "TYPE": "assetTypeID",
    "FOLDER": "categoryID",
    "DELETED": When("modifiedDate"),
    "BY": "modifiedBy",
}


@verb(READ)
def list_deleted(session: Session, since: SinceOption = None, limit: LimitOption = None) -> None:
    """List the files that were deleted from this business unit in the last 30 days: images, documents.

    Blocks and e-mails are not in it. No route brings a file back; a workspace keeps what it has read.

    Examples:
      mcctl asset deleted
      mcctl asset deleted --since 7d -o csv
    """
    session.show_list(islice(within(api(session).deleted(), "modifiedDate", since, None), limit), _COLUMNS)
