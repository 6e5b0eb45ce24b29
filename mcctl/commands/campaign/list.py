"""`mcctl campaign list`."""

from __future__ import annotations

from itertools import islice

from mcctl.commands._activities import SearchOption, searched
from mcctl.commands._options import LimitOption
from mcctl.commands._recent import ModifiedSinceOption, changed
from mcctl.commands._verb import READ, verb
from mcctl.commands.campaign._common import COLUMNS, api
from mcctl.session import Session


@verb(READ)
def list_campaigns(
    session: Session,
    search: SearchOption = None,
    modified_since: ModifiedSinceOption = None,
    limit: LimitOption = None,
) -> None:
    """List campaigns, last changed first. --search looks at names and codes.

    Examples:
      mcctl campaign list
      mcctl campaign list --search spring -o json
    """
    found = changed(searched(api(session).list_all(), search, "campaignCode"), modified_since)
    session.show_list(islice(found, limit), COLUMNS)
