"""What the commands of campaigns share."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.formats import When
from mcctl.reading import first
from mcctl.rest.campaign import CampaignApi
from mcctl.session import Session

CampaignArgument = Annotated[str, typer.Argument(metavar="CAMPAIGN", help="Id, code or name of the campaign.")]
COLUMNS: Columns = {"NAME": "name", "CODE": "campaignCode", "MODIFIED": When("modifiedDate"), "ID": "id"}
ITEM_COLUMNS: Columns = {**COLUMNS, "DESCRIPTION": "description", "COLOR": "color", "FAVORITE": "favorite"}
ATTACHED_COLUMNS: Columns = {
    "ID": "id",
    "TYPE": "type",
    "OBJECT": lambda one: first(one, "itemID", "objectID"),
    "CREATED": When("createdDate"),
}


def api(session: Session) -> CampaignApi:
    """Return the routes of campaigns."""
    return CampaignApi(session.client)
