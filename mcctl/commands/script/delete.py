"""`mcctl script delete`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activity_documents import delete_activity
from mcctl.commands._verb import DANGEROUS, verb
from mcctl.rest.activity import SCRIPT
from mcctl.session import Session


@verb(DANGEROUS)
def delete_script(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="SCRIPT", help="Key, id or name of the script activity.")],
) -> None:
    """Delete a script activity. Automations that use it go on pointing at it.

    Examples:
      mcctl script delete nto-hello-script --yes
    """
    delete_activity(session, SCRIPT, key)
