"""`mcctl event list`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._recent import ModifiedSinceOption, changed
from mcctl.commands._verb import READ, verb
from mcctl.commands.event._common import LIST_COLUMNS, api
from mcctl.session import Session


@verb(READ)
def list_events(
    session: Session,
    name: Annotated[
        str | None, typer.Option("--search", metavar="TEXT", help="Only those whose name contains this text.")
    ] = None,
    modified_since: ModifiedSinceOption = None,
) -> None:
    """List event definitions.

    Examples:
      mcctl event list
      mcctl event list --search purchase -o json -q "[].eventDefinitionKey"
    """
    session.show_list(changed(api(session).list_definitions(name=name), modified_since), LIST_COLUMNS)
