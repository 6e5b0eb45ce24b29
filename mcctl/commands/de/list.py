"""`mcctl de list`."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.commands.de._common import LIST_COLUMNS, api
from mcctl.errors import InputError
from mcctl.session import Session


@verb(READ)
def list_data_extensions(
    session: Session,
    search: Annotated[
        str | None, typer.Option("--search", metavar="TEXT", help="Those whose name, key or description holds TEXT.")
    ] = None,
    folder: Annotated[
        int | None, typer.Option("--folder", metavar="ID", help="Those in the folder with this id.")
    ] = None,
    limit: LimitOption = None,
) -> None:
    """List data extensions: all of this business unit, those in a folder, or those that a search finds.

    Those that are shared with it are found by a search only, or in their folder. A new one is found by a search after
    some seconds.

    Examples:
      mcctl de list
      mcctl de list --search welcome
      mcctl de list --folder 301 -o json -q "[].key"
    """
    if search is not None and folder is not None:
        raise InputError("Which data extensions?", "Give either --search TEXT or --folder ID")
    if search is not None and not search.strip():
        raise InputError("--search is empty", "Leave it out to list them all")
    routes = api(session)
    found = routes.search(words=search) if search else routes.of_folder(folder=folder) if folder else routes.list_all()
    session.show_list(islice(found, limit), LIST_COLUMNS)
