"""MobilePush: apps, messages, and sends of them to devices.

Pages of the vendor are named at each method; some of what is here was recorded from tenants, which answer otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mcctl.errors import Look, NotFound, Refused
from mcctl.reading import objects, text
from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.paging import Page, iterate_list

PAGE = 50
MAX_RECIPIENTS = 5000
CONTACT, LIST, TAG, APP = "messageContact", "messageList", "messageTag", "messageApp"
AUDIENCES = (CONTACT, LIST, TAG, APP)
"""Whom a message may be sent to: contacts or devices, lists or data extensions, tags, everybody."""


class PushApi(Api):
    """The routes of MobilePush."""

    def apps(self) -> list[JsonObject]:
        """Return the push apps: a bare array, without pages.

        GET /push/v1/application (newer reference, Get apps; recorded answer). Raises NotPermitted, Unavailable.
        """
        return objects(self.client.request("GET", "/push/v1/application", retry=Retry.SAFE))

    def messages(self) -> Iterator[Any]:
        """Yield the push messages.

        GET /push/v1/message (get-pushv1message.md). Raises NotPermitted, Unavailable.
        """
        return iterate_list(self.client.get_page, Page(f"/push/v1/message?$page=1&$pagesize={PAGE}"))

    def find(self, *, ref: str) -> JsonObject:
        """Return a push message by its id or its name.

        GET /push/v1/message/{messageId} (get-pushv1messagemessageid.md), which answers an array of one, or the message
        itself; an unknown id is refused with 400. Raises NotFound, Refused (a name that several have), NotPermitted,
        Unavailable.
        """
        try:
            answer = self.client.request("GET", f"/push/v1/message/{segment(ref)}", retry=Retry.SAFE)
            found = objects(answer if isinstance(answer, list) else [answer])
            if found and text(found[0], "id"):
                return found[0]
        except (NotFound, Refused):
            pass
        named = [one for one in objects(list(self.messages())) if text(one, "name").lower() == ref.lower()]
        if len(named) > 1:
            raise Refused(f"{len(named)} push messages are called {ref!r}", "Name one by its id")
        if not named:
            raise NotFound(f"There is no push message {ref!r} in this business unit", Look("push messages"))
        return named[0]

    def send(self, *, audience: str, message_id: str, body: Mapping[str, Any]) -> JsonObject:
        """Send a message, and return the tokenId of the send.

        POST /push/v1/{audience}/{messageId}/send (post-pushv1messagecontactmessageidsend.md, ...messagelist...,
        ...messagetag..., ...messageapp...). audience: one of AUDIENCES. body: at most 5,000 devices or contacts.
        Raises Refused (the message is not active...), NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"/push/v1/{audience}/{segment(message_id)}/send"
        find_out = Look("push messages", before="No route tells: ask the contacts, or see ")
        return self.client.request_object("POST", path, Retry.PLAIN, dict(body), find_out, names=("tokenId",))

    def deliveries(self, *, audience: str, message_id: str, token: str) -> JsonObject:
        """Return how far a send is: count, status (not of tags and apps), dates.

        GET /push/v1/{audience}/{messageId}/deliveries/{tokenId}
        (get-pushv1messagecontactmessageiddeliveriestokenid.md and its like).
        Raises Refused (an unknown message or token), NotPermitted, Unavailable.
        """
        path = f"/push/v1/{audience}/{segment(message_id)}/deliveries/{segment(token)}"
        return self.client.request_object("GET", path, Retry.SAFE)
