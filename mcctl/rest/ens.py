"""The Event Notification Service: callbacks, subscriptions, signatures.

Sources: event-notification-service.md, notification-signing.md and the pages named below. Most bodies are arrays that
hold one object, both ways. docs silent on the shape of errors.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Any

from mcctl.errors import Look, NotFound
from mcctl.reading import get
from mcctl.rest.calls import Retry, unreadable
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.paging import is_empty_page, items_of, no_list
from mcctl.rest.problems import is_name

SIGNATURE_HEADER = "x-sfmc-ens-signature"
EVENT_TYPES = (
    "TransactionalSendEvents.EmailSent",
    "TransactionalSendEvents.EmailNotSent",
    "TransactionalSendEvents.EmailBounced",
    "EngagementEvents.EmailOpen",
    "EngagementEvents.EmailClick",
    "EngagementEvents.EmailUnsubscribe",
    "TransactionalSendEvents.SmsSent",
    "TransactionalSendEvents.SmsNotSent",
    "TransactionalSendEvents.SmsTransient",
    "TransactionalSendEvents.SmsBounced",
    "TransactionalSendEvents.SmsDelivered",
)
_CALLBACKS = "/platform/v1/ens-callbacks"
_SUBSCRIPTIONS = "/platform/v1/ens-subscriptions"


class EnsApi(Api):
    """The routes under /platform/v1/ens-*."""

    def list_callbacks(self) -> list[Any]:
        """Return the callbacks.

        GET /platform/v1/ens-callbacks (get-platformv1ens-callbacks.md). Its table has a 404 "callback does not exist":
        docs silent on what an account without callbacks gets; both count as none.
        Raises NotPermitted, Unavailable.
        """
        try:
            return self._array(_CALLBACKS)
        except NotFound:
            return []

    def get_callback(self, *, callback_id: str) -> dict[str, Any]:
        """Return a callback; never its signature key.

        GET /platform/v1/ens-callbacks/{callbackId} (get-platformv1ens-callbackscallbackid.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        return self._one("GET", f"{_CALLBACKS}/{segment(callback_id)}", Retry.SAFE)

    def create_callback(self, *, name: str, url: str, max_batch_size: int | None = None) -> dict[str, Any]:
        """Register a URL and return the callback with its signatureKey, which only this and `rotate_key` ever show.

        POST /platform/v1/ens-callbacks (post-platformv1ens-callbacks.md). The URL is probed at once and must answer
        with 200 within 30 s; a callback whose probe fails stays, and must be deleted. It must be verified within four
        hours. url: https, without port and query. max_batch_size: 100 to 1,000 events.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        size = {} if max_batch_size is None else {"maxBatchSize": max_batch_size}
        body = [{"callbackName": name, "url": url, **size}]
        needs = ("callbackId", "signatureKey")
        return self._one("POST", _CALLBACKS, Retry.PLAIN, body, Look("callbacks"), needs)

    def update_callback(self, *, callback_id: str, name: str, max_batch_size: int) -> dict[str, Any]:
        """Rename a callback or change its batch size, within two minutes, and return it. The URL cannot be changed.

        PUT /platform/v1/ens-callbacks (put-platformv1ens-callbacks.md). max_batch_size: 100 to 1,000 events.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        body = [{"callbackId": callback_id, "callbackName": name, "maxBatchSize": max_batch_size}]
        return self._one("PUT", _CALLBACKS, Retry.IDEMPOTENT, body, Look("callback", callback_id))

    def delete_callback(self, *, callback_id: str) -> JsonObject:
        """Remove a callback that no subscription uses.

        DELETE /platform/v1/ens-callbacks/{callbackId} (delete-platformv1ens-callbackscallbackid.md).
        Raises NotFound, Refused (it has subscriptions), NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.delete(f"{_CALLBACKS}/{segment(callback_id)}", Look("callback", callback_id))

    def verify_callback(self, *, callback_id: str, verification_key: str) -> dict[str, Any]:
        """Prove that a callback is one's own, with the key that it was sent. The key can be used once.

        POST /platform/v1/ens-verify (post-platformv1ens-verify.md). No body is documented for the answer.
        Raises NotFound (a wrong id or key), NotPermitted, Unavailable, OutcomeUnknown.
        """
        body = {"callbackId": callback_id, "verificationKey": verification_key}
        find_out = Look("callback", callback_id)
        return self._one("POST", "/platform/v1/ens-verify", Retry.PLAIN, body, find_out)

    def rotate_key(self, *, callback_id: str) -> dict[str, Any]:
        """Replace a callback's signature key and return the callback with the new one; the old one ends at once.

        PUT /platform/v1/ens-regenerate (put-platformv1ens-regenerate.md). Repeated, it makes yet another key, of which
        the last counts.
        Raises NotFound, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("callback key", callback_id)
        body = [{"callbackId": callback_id}]
        needs = ("callbackId", "signatureKey")
        return self._one("PUT", "/platform/v1/ens-regenerate", Retry.IDEMPOTENT, body, find_out, needs)

    def list_subscriptions(self, *, callback_id: str) -> list[Any]:
        """Return the subscriptions of a callback; no route lists those of all.

        GET /platform/v1/ens-subscriptions-by-cb/{callbackId} (get-platformv1ens-subscriptions-by-cbcallbackid.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        return self._array(f"{_SUBSCRIPTIONS}-by-cb/{segment(callback_id)}")

    def get_subscription(self, *, subscription_id: str) -> dict[str, Any]:
        """Return a subscription.

        GET /platform/v1/ens-subscriptions/{subscriptionId} (get-platformv1ens-subscriptionssubscriptionid.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        return self._one("GET", f"{_SUBSCRIPTIONS}/{segment(subscription_id)}", Retry.SAFE)

    def create_subscription(
        self, *, name: str, callback_id: str, event_types: list[str], filters: list[str]
    ) -> dict[str, Any]:
        """Subscribe a verified callback to events, from at most two minutes later on, and return the subscription.

        POST /platform/v1/ens-subscriptions (post-platformv1ens-subscriptions.md, subscription-filters.md).
        name: unique. filters: name=value, of which all must match. A callback has at most 200 subscriptions.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        body = {"subscriptionName": name, "callbackId": callback_id, "eventCategoryTypes": event_types}
        find_out = Look("subscriptions", callback_id)
        return self._one(
            "POST", _SUBSCRIPTIONS, Retry.PLAIN, [{**body, "filters": filters}], find_out, ("subscriptionId",)
        )

    def update_subscription(self, *, subscription_id: str, body: dict[str, Any]) -> dict[str, Any]:
        """Change, pause or resume a subscription, and return it. What happens while it is paused is never told.

        PUT /platform/v1/ens-subscriptions (put-platformv1ens-subscriptions.md).
        body: eventCategoryTypes always; statusReason wherever there is a status.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("subscription", subscription_id)
        whole = [{"subscriptionId": subscription_id, **body}]
        return self._one("PUT", _SUBSCRIPTIONS, Retry.IDEMPOTENT, whole, find_out, ("subscriptionId",))

    def delete_subscription(self, *, subscription_id: str) -> JsonObject:
        """Remove a subscription.

        DELETE /platform/v1/ens-subscriptions/{subscriptionId} (delete-platformv1ens-subscriptionssubscriptionid.md).
        Raises NotFound, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("subscription", subscription_id)
        return self.client.delete(f"{_SUBSCRIPTIONS}/{segment(subscription_id)}", find_out)

    def _array(self, path: str) -> list[Any]:
        """Return the items of an answer that is a bare array, or a page without others."""
        answer = self.client.request("GET", path, retry=Retry.SAFE)
        items = items_of(answer)
        if items is None and not is_empty_page(answer):
            raise no_list(answer, f"The answer to GET {path}")
        return items or []

    def _one(
        self,
        method: str,
        path: str,
        retry: Retry,
        body: Any = None,
        find_out: str | Look = "",
        needs: tuple[str, ...] = (),
    ) -> dict[str, Any]:
        """Return the one object of an answer, which may stand in an array, and has text under each of `needs`."""
        call = self.client.call(method, path, retry=retry, body=body, find_out=find_out)
        answer = self.client.exchange(call)
        one = answer[0] if isinstance(answer, list) and len(answer) == 1 else answer
        if not isinstance(one, dict) or not all(is_name(get(one, name)) for name in needs):
            raise unreadable(call, "is not of the documented form")
        return one


def is_signed(payload: bytes, signature: str, key: str) -> bool:
    """Whether `signature` is that of `payload`: HMAC-SHA256 over its very bytes, in base64.

    key: the signature key as it was shown. docs silent on how it is turned into bytes; public receivers take its text
    as it stands, without decoding it, and so is it done here. Nothing is signed with an empty key.
    """
    expected = base64.b64encode(hmac.new(key.strip().encode(), payload, hashlib.sha256).digest())
    return bool(key.strip()) and hmac.compare_digest(expected, signature.strip().encode(errors="replace"))
