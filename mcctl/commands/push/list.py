"""`mcctl push list`."""

from __future__ import annotations

from itertools import islice

from mcctl.commands._activities import SearchOption, searched
from mcctl.commands._options import LimitOption
from mcctl.commands._recent import ModifiedSinceOption, changed
from mcctl.commands._verb import READ, verb
from mcctl.commands.push._common import LIST_COLUMNS, api
from mcctl.session import Session


@verb(READ)
def list_messages(
    session: Session, search: SearchOption = None, modified_since: ModifiedSinceOption = None, limit: LimitOption = None
) -> None:
    """List push messages.

    Examples:
      mcctl push list
      mcctl push list --search snow -o json -q "[].id"
    """
    found = changed(searched(api(session).messages(), search, "id"), modified_since, "lastUpdated")
    session.show_list(islice(found, limit), LIST_COLUMNS)
