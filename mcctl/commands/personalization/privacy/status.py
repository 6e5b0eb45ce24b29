"""`mcctl personalization privacy status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.personalization._common import OrganizationOption, api
from mcctl.commands.personalization.privacy._common import CHANGE_COLUMNS, following
from mcctl.config import PERSONALIZATION
from mcctl.session import Session


@verb(READ, login_type=PERSONALIZATION)
def status(
    session: Session,
    batch_ids: Annotated[list[str], typer.Argument(metavar="BATCH...", help="Ids of the batches.")],
    organization: OrganizationOption = None,
    *,
    waiting: Wait,
) -> None:
    """Show what became of batches, change by change.

    Examples:
      mcctl personalization privacy status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --org 12345678
      mcctl personalization privacy status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --org 12345678 --wait -o json
    """
    routes = api(session, organization)
    if waiting.wait:
        following(session, routes, batch_ids).wait(waiting.wait_timeout)
        return
    changes = (change for one in batch_ids for change in routes.get_batch(batch_id=one))
    session.show_list(changes, CHANGE_COLUMNS)
