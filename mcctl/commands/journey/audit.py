"""`mcctl journey audit`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.choices import choice
from mcctl.commands._verb import READ, verb
from mcctl.commands.journey._common import KeyArgument, api
from mcctl.formats import When
from mcctl.rest.journey import AUDIT_ACTIONS
from mcctl.session import Session

AUDIT_COLUMNS: Columns = {
    "AT": When("timeStamp"),
    "ACTION": "action",
    "VERSION": "versionNumber",
    "USER": "user.name",
    "RESULT": "publishStatus",
    "EJECTED": "contactsEjected",
}


@verb(READ)
def show_audit(
    session: Session,
    key: KeyArgument,
    action: Annotated[
        str, typer.Option("--action", metavar="ACTION", help="create, modify, publish, unpublish or delete.")
    ] = "all",
) -> None:
    """Show what was done to a journey, and by whom.

    Examples:
      mcctl journey audit nto-thank-you
      mcctl journey audit nto-thank-you --action publish -o json
    """
    wanted = choice(action, AUDIT_ACTIONS, f"--action {action!r}").lower()
    routes = api(session)
    session.show_list(routes.audit(journey_id=routes.versions(key=key)[0].id, action=wanted), AUDIT_COLUMNS)
