"""Triggered sends of Email Studio."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mcctl.errors import NotFound, Refused
from mcctl.reading import flag, get, objects, text
from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, segment
from mcctl.rest.problems import nothing_hides

_UNTOLD = "No route tells: look at the tracking of the triggered send before it is sent again"


class TriggeredSendApi(Api):
    """The routes of triggered sends of Email Studio, whose definitions are made elsewhere."""

    def send(self, *, key: str, body: Mapping[str, Any]) -> tuple[str, str]:
        """Queue a message for one recipient; return the id of its delivery record, and why it was refused, or "".

        POST /messaging/v1/messageDefinitionSends/key:{key}/send
        (post-messagingv1messagedefinitionsendstriggeredsenddefinitionidsend.md). Errors come with 202, in one of two
        shapes. Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"/messaging/v1/messageDefinitionSends/key:{segment(key)}/send"
        answer = self.client.request_object("POST", path, Retry.PLAIN, dict(body), _UNTOLD, problem_in=nothing_hides)
        one = next(iter(objects(get(answer, "responses"))), answer)
        errors = [text(error, "messageErrorStatus", "message") for error in objects(get(one, "messageErrors"))]
        told = get(one, "messages")
        said = [*filter(None, errors), *(map(str, told) if isinstance(told, list) else [])]
        refusal = (said[0] if said else "no reason is told") if flag(get(one, "hasErrors")) else ""
        return text(one, "recipientSendId") or text(answer, "requestId"), refusal

    def delivery(self, *, key: str, record: str) -> dict[str, Any]:
        """Return what became of a message: status Sent, Queued or Error; {} where the record is not known yet.

        GET /messaging/v1/messageDefinitionSends/key:{key}/deliveryRecords/{recipientSendId}
        (get-messagingv1messagedefinitionsendskeykeydeliveryrecords.md). Raises NotPermitted, Unavailable.
        """
        path = f"/messaging/v1/messageDefinitionSends/key:{segment(key)}/deliveryRecords/{segment(record)}"
        try:
            return self.client.request_object("GET", path, Retry.SAFE, problem_in=nothing_hides)
        except (NotFound, Refused):
            return {}
