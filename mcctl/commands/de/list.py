"""`mcctl de list`."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from mcctl.commands._options import LimitOption
from mcctl.commands._recent import ModifiedSinceOption, changed
from mcctl.commands._verb import READ, verb
from mcctl.commands.de._common import LIST_COLUMNS, api
from mcctl.commands.de._folders import named_folder
from mcctl.errors import InputError
from mcctl.session import Session


@verb(READ)
def list_data_extensions(
    session: Session,
    search: Annotated[
        str | None, typer.Option("--search", metavar="TEXT", help="Those whose name, key or description holds TEXT.")
    ] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="FOLDER", help="Those in the folder with this id, or path.")
    ] = None,
    modified_since: ModifiedSinceOption = None,
    limit: LimitOption = None,
) -> None:
    """List data extensions: all of this business unit, those in a folder, or those that a search finds.

    Those that are shared with it are found by a search only, or in their folder. A new one is found by a search after
    some seconds.

    Examples:
      mcctl de list
      mcctl de list --search welcome
      mcctl de list --folder "Data Extensions" -o json -q "[].key"
    """
    if search is not None and folder is not None:
        raise InputError("Which data extensions?", "Give either --search TEXT or --folder FOLDER")
    if search is not None and not search.strip():
        raise InputError("--search is empty", "Leave it out to list them all")
    routes = api(session)
    if folder is not None:
        found = routes.of_folder(folder=named_folder(routes, folder))
    else:
        found = routes.search(words=search) if search else routes.list_all()
    session.show_list(islice(changed(found, modified_since), limit), LIST_COLUMNS)
