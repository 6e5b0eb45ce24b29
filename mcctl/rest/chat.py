"""GroupConnect: senders on Facebook Messenger and LINE, and messages to their users.

The documents name no scope for these routes; the package needs Channels > OTT and Provisioning > OTT Channels. Source:
groupconnect-chat-messaging-api.md and the pages named below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mcctl.errors import Look, NotFound
from mcctl.masking import masked
from mcctl.reading import get, objects
from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.paging import Page, iterate_list

PLATFORMS = ("messenger", "line")
PAGE_SIZE = 50
_AGAIN = "registering it again leads to the same registration"


class ChatApi(Api):
    """The routes under /ott/v1."""

    def register(self, *, body: Mapping[str, Any]) -> JsonObject:
        """Register a Messenger page or LINE channel, in the place of what was registered under its id.

        POST /ott/v1/registration (post-ottv1registration.md). It answers without a body.
        body: ottPlatformName, ottPlatformAttributes. Twice leaves the same state.
        Raises Refused (with every fault), NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.request_object("POST", "/ott/v1/registration", Retry.IDEMPOTENT, body, _AGAIN)

    def list(self, *, platform: str) -> Iterator[Any]:
        """Yield the registrations of a platform, without their secrets.

        GET /ott/v1/registration/{platform} (get-ottv1registrationplatform.md). There is a next link on every page,
        relative and without /ott; an empty page is the last.
        Raises NotPermitted, Unavailable.
        """
        first = Page(f"/ott/v1/registration/{segment(platform)}?$page=1&$pagesize={PAGE_SIZE}")
        return map(masked, iterate_list(self.client.get_page, first))

    def get(self, *, platform: str, sender: str) -> JsonObject:
        """Return a registration, by the id of the page or channel.

        GET /ott/v1/registration/{platform}/{ottPropertyId} (get-ottv1registrationplatformottpropertyid.md).
        Raises NotFound, Refused, NotPermitted, Unavailable.
        """
        path = f"/ott/v1/registration/{segment(platform)}/{segment(sender)}"
        registration: JsonObject = masked(self.client.request_object("GET", path, Retry.SAFE))
        return registration

    def is_registered(self, *, platform: str, sender: str) -> bool:
        """Whether a page or channel is registered. As `get`. Raises Refused, NotPermitted, Unavailable."""
        try:
            self.get(platform=platform, sender=sender)
        except NotFound:
            return False
        return True

    def send(self, *, body: Mapping[str, Any]) -> JsonObject:
        """Queue a message to one user, and return its ottRequestId.

        POST /ott/v1/send (post-ottv1send.md). docs silent on a messageKey that was used before, so that a lost answer
        is never tried again.
        body: messageKey, from, to, message, validityPeriod.
        Raises Refused (with every fault), NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("chat message", body.get("messageKey"))
        return self.client.request_object("POST", "/ott/v1/send", Retry.PLAIN, body, find_out, names=("ottRequestId",))

    def get_send(self, *, message: str) -> JsonObject:
        """Return a message as it was sent (requestBody), and its events: Created, Queued, Sent or Error.

        GET /ott/v1/send/{messageId} (get-ottv1sendmessageid.md). message: its messageKey or ottRequestId.
        Raises NotFound, NotPermitted, Unavailable.
        """
        return self.client.request_object("GET", f"/ott/v1/send/{segment(message)}", Retry.SAFE)


def last_event(answer: Mapping[str, Any]) -> JsonObject:
    """Return the last event of a message: event, eventDateTime; {} where there is none."""
    return next(reversed(objects(get(answer, "status"))), {})
