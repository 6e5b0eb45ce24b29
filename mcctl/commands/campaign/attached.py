"""`mcctl campaign attached`."""

from __future__ import annotations

from itertools import islice

from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.commands.campaign._common import ATTACHED_COLUMNS, CampaignArgument, api
from mcctl.reading import text
from mcctl.session import Session


@verb(READ)
def list_attached(session: Session, campaign: CampaignArgument, limit: LimitOption = None) -> None:
    """List what is attached to a campaign. OBJECT is the id of the object, ID that of the attachment.

    Examples:
      mcctl campaign attached nto-spring
    """
    routes = api(session)
    found = routes.attached(campaign_id=text(routes.find(ref=campaign), "id"))
    session.show_list(islice(found, limit), ATTACHED_COLUMNS)
