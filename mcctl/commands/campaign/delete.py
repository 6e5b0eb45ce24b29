"""`mcctl campaign delete`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.campaign._common import CampaignArgument, api
from mcctl.reading import text
from mcctl.session import Session


@verb(DANGEROUS)
def delete_campaign(session: Session, campaign: CampaignArgument) -> None:
    """Delete a campaign. What is attached to it stays.

    Examples:
      mcctl campaign delete nto-spring --yes
    """
    routes = api(session)
    found = routes.find(ref=campaign)
    session.confirm(f"Delete the campaign {text(found, 'name')!r}?")
    routes.delete(campaign_id=text(found, "id"))
    session.done(f"Deleted the campaign {text(found, 'name')}")
