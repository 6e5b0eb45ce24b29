"""`mcctl campaign detach`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.campaign._common import CampaignArgument, api
from mcctl.reading import text
from mcctl.session import Session
from mcctl.words import counted


@verb(WRITE)
def detach(
    session: Session,
    campaign: CampaignArgument,
    attachments: Annotated[
        list[str],
        typer.Argument(metavar="ATTACHMENT...", help="Ids of the attachments, not of the objects."),
    ],
) -> None:
    """Detach objects from a campaign. They stay where they are.

    Examples:
      mcctl campaign detach nto-spring 1
    """
    routes = api(session)
    found = routes.find(ref=campaign)
    number = text(found, "id")
    for _ in session.in_turn(partial(routes.detach, campaign_id=number, attachment_id=one) for one in attachments):
        pass
    session.done(f"Detached {counted(len(attachments), 'object')} from {text(found, 'name')}")
