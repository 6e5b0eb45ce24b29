"""`mcctl journey list`."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from mcctl.choices import choice
from mcctl.commands._options import LimitOption
from mcctl.commands._recent import ModifiedSinceOption, changed
from mcctl.commands._verb import READ, verb
from mcctl.commands.journey._common import LIST_COLUMNS, api
from mcctl.rest.journey import STATES
from mcctl.session import Session


@verb(READ)
def list_journeys(
    session: Session,
    status: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="Draft, Published, Paused, Stopped...")
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar="TEXT", help="Those whose name or description holds TEXT.")
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", metavar="TAG", help="Those with this tag.")] = None,
    modified_since: ModifiedSinceOption = None,
    limit: LimitOption = None,
) -> None:
    """List journeys: of each the running version, or else the newest.

    Examples:
      mcctl journey list
      mcctl journey list --status Draft -o json -q "[].key"
    """
    proper = None if status is None else choice(status, STATES, f"--status {status!r}")
    found = api(session).list_journeys(status=proper, nameOrDescription=search, tag=tag)
    session.show_list(islice(changed(found, modified_since), limit), LIST_COLUMNS)
