"""`mcctl campaign get`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.campaign._common import ITEM_COLUMNS, CampaignArgument, api
from mcctl.session import Session


@verb(READ)
def get_campaign(session: Session, campaign: CampaignArgument) -> None:
    """Show a campaign.

    Examples:
      mcctl campaign get nto-spring
    """
    session.show(api(session).find(ref=campaign), ITEM_COLUMNS)
