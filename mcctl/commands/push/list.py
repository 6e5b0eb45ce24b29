"""`mcctl push list`."""

from __future__ import annotations

from itertools import islice

from mcctl.commands._activities import SearchOption, searched
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.commands.push._common import LIST_COLUMNS, api
from mcctl.session import Session


@verb(READ)
def list_messages(session: Session, search: SearchOption = None, limit: LimitOption = None) -> None:
    """List push messages.

    Examples:
      mcctl push list
      mcctl push list --search snow -o json -q "[].id"
    """
    session.show_list(islice(searched(api(session).messages(), search, "id"), limit), LIST_COLUMNS)
