"""Campaigns, and what is attached to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from mcctl.errors import Look, NotFound, Refused
from mcctl.reading import number_in, text
from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.paging import Page, iterate_list

CAMPAIGNS = "/hub/v1/campaigns"
PAGE = 50
MAX_CHARS = {"name": 128, "description": 512, "campaignCode": 36}
_LOOK = Look("campaigns")


class CampaignApi(Api):
    """The routes of campaigns. Each is documented with 202, and answered with 200."""

    def list_all(self) -> Iterator[Any]:
        """Yield the campaigns, last changed first.

        GET /hub/v1/campaigns (get-hubv1campaigns.md). Raises NotPermitted, Unavailable.
        """
        order = quote("ModifiedDate DESC", safe="")
        return iterate_list(self.client.get_page, Page(f"{CAMPAIGNS}?$page=1&$pageSize={PAGE}&$orderBy={order}"))

    def find(self, *, ref: str) -> JsonObject:
        """Return a campaign by its id, its code or its name.

        GET /hub/v1/campaigns/{id} (get-hubv1campaignsid.md), or the list, as no route takes a code.
        Raises NotFound, Refused (a name that several have), NotPermitted, Unavailable.
        """
        if number_in(ref) is not None:
            return self.client.request_object("GET", f"{CAMPAIGNS}/{segment(ref)}", Retry.SAFE)
        listed = [one for one in self.list_all() if isinstance(one, dict)]
        for column in ("campaignCode", "name"):
            found = [one for one in listed if text(one, column).lower() == ref.lower()]
            if len(found) > 1:
                raise Refused(f"{len(found)} campaigns are called {ref!r}", "Name one by its id")
            if found:
                return found[0]
        raise NotFound(f"There is no campaign {ref!r} in this business unit", _LOOK)

    def create(self, *, body: Mapping[str, Any]) -> JsonObject:
        """Create a campaign and return it.

        POST /hub/v1/campaigns (post-hubv1campaigns.md). body: name of at most 128 characters, description of 512,
        campaignCode of 36, color as hex digits, favorite. Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.request_object("POST", CAMPAIGNS, Retry.PLAIN, dict(body), _LOOK, names=("id",))

    def delete(self, *, campaign_id: str) -> JsonObject:
        """Delete a campaign. What is attached to it stays.

        DELETE /hub/v1/campaigns/{id} (delete-hubv1campaignsid.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.delete(f"{CAMPAIGNS}/{segment(campaign_id)}", _LOOK)

    def attached(self, *, campaign_id: str) -> Iterator[Any]:
        """Yield what is attached: id of the attachment, type, and itemID or objectID of the object.

        GET /hub/v1/campaigns/{id}/assets (get-hubv1campaignsidassets.md). docs silent on how pages are asked for.
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"{CAMPAIGNS}/{segment(campaign_id)}/assets?$page=1&$pageSize={PAGE}"
        return iterate_list(self.client.get_page, Page(path))

    def attach(self, *, campaign_id: str, kind: str, ids: Sequence[str]) -> list[Any]:
        """Attach objects of a kind, and return the attachments.

        POST /hub/v1/campaigns/{id}/assets (post-hubv1campaignsidassets.md). kind: CMS_asset for Content Builder,
        EMAIL, automation_definition, triggered, list, data_extension and others.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{CAMPAIGNS}/{segment(campaign_id)}/assets"
        body = {"ids": list(ids), "type": kind}
        answer = self.client.request("POST", path, retry=Retry.PLAIN, body=body, find_out=Look("anything", path))
        return answer if isinstance(answer, list) else [answer]

    def detach(self, *, campaign_id: str, attachment_id: str) -> JsonObject:
        """Detach an object. attachment_id: of the attachment, not of the object.

        DELETE /hub/v1/campaigns/{id}/assets/{assetId} (delete-hubv1campaignsidassetsassetid.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{CAMPAIGNS}/{segment(campaign_id)}/assets"
        return self.client.delete(f"{path}/{segment(attachment_id)}", Look("anything", path))
