"""MobileConnect: texts to numbers and lists, texts from handsets, keywords.

No route has a key that Marketing Cloud would recognise: a lost answer is never tried again. Every fault of a request is
told at once, as {"errors": [...]}. Source: use-the-mobileconnect-api.md and the pages named below.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mcctl.errors import Look
from mcctl.reading import get
from mcctl.rest.calls import Call, Retry, unreadable
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.problems import Problem, error_for, is_name, nothing_hides, problem_in_success

MAX_SUBSCRIBER_KEY_CHARS = 254
MAX_RECIPIENTS = 250
_UNTOLD_SENDS = "in MobileConnect, since no route lists what was sent"
UNTOLD_TASKS = "in MobileConnect, since no route lists what was started"
IN_REPORTS = "in the FTP reports folder"
"""How to find out what became of a write whose answer was lost."""


class SmsApi(Api):
    """The routes under /sms/v1 but those of contacts. Message ids are encoded, as MobileConnect shows them."""

    # ------------------------------------------------------------------ numbers and subscribers

    def send_call(self, *, message_id: str, body: Mapping[str, Any]) -> Call:
        """Return the request that queues a text for numbers or subscribers.

        POST /sms/v1/messageContact/{id}/send (post-smsv1messagecontactidsend.md).
        body: mobileNumbers or Subscribers, at most 250; keyword if and only if Subscribe or Resubscribe is true;
        messageText if and only if Override is true; SendTime in UTC. Raises InputError where it is over 4 MB.
        """
        path = f"/sms/v1/messageContact/{segment(message_id)}/send"
        weight = len(body.get("mobileNumbers") or body.get("Subscribers") or ())
        return self.client.call("POST", path, retry=Retry.PLAIN, body=body, find_out=_UNTOLD_SENDS, weight=weight)

    def send(self, *, message_id: str, body: Mapping[str, Any]) -> JsonObject:
        """Queue a text, and return its tokenId.

        As `send_call`. Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        call = self.send_call(message_id=message_id, body=body)
        return self.exchange(call)

    def exchange(self, call: Call) -> JsonObject:
        """Send a request of `send_call`, and return its answer, which has a tokenId.

        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        answer: JsonObject = self.client.exchange(call, names=("tokenId",))
        return answer

    def deliveries(self, *, message_id: str, token: str) -> JsonObject:
        """Return how far a send is: count (recipients who are subscribed), status, tracking. Times are CST.

        GET /sms/v1/messageContact/{messageId}/deliveries/{tokenId}
        (get-smsv1messagecontactmessageiddeliveriestokenid.md).
        Raises Refused (unknown message or token), NotPermitted, Unavailable.
        """
        return self._get(f"/sms/v1/messageContact/{segment(message_id)}/deliveries/{segment(token)}")

    def history(self, *, message_id: str, token: str, number: str) -> JsonObject:
        """Return the texts that a number got in a send.

        GET /sms/v1/messageContact/{messageId}/history/{tokenId}/mobileNumber/{mobileNumber}
        (get-smsv1messagecontactmessageidhistorytokenidmobilenumbermobilenumber.md).
        Raises Refused, NotPermitted, Unavailable.
        """
        path = f"/sms/v1/messageContact/{segment(message_id)}/history/{segment(token)}/mobileNumber/{segment(number)}"
        return self._get(path)

    # ------------------------------------------------------------------ lists

    def list_send(self, *, message_id: str, body: Mapping[str, Any]) -> JsonObject:
        """Queue a text for the members of lists, and return its tokenId.

        POST /sms/v1/messageList/{id}/send (post-smsv1messagelistidsend.md).
        body: lists replace those of the message, each kind with its Override flag.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"/sms/v1/messageList/{segment(message_id)}/send"
        return self.client.request_object("POST", path, Retry.PLAIN, body, _UNTOLD_SENDS, names=("tokenId",))

    def list_deliveries(self, *, message_id: str, token: str) -> JsonObject:
        """Return how far a list send is. Its rows lack the standard status codes.

        GET /sms/v1/messageList/{id}/deliveries/{tokenId} (get-smsv1messagelistiddeliveriestokenid.md).
        Raises Refused, NotPermitted, Unavailable.
        """
        return self._get(f"/sms/v1/messageList/{segment(message_id)}/deliveries/{segment(token)}")

    def list_report(self, *, message_id: str, token: str, file_name: str) -> JsonObject:
        """Have the delivery report of a list send written to the FTP reports folder.

        POST /sms/v1/messageList/{id}/deliveryReport/{tokenId} (post-smsv1messagelistiddeliveryreporttokenid.md).
        docs silent: success status and body; the table spells fileName, the example filename.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"/sms/v1/messageList/{segment(message_id)}/deliveryReport/{segment(token)}"
        return self.client.request_object("POST", path, Retry.PLAIN, {"fileName": file_name}, IN_REPORTS)

    # ------------------------------------------------------------------ texts from handsets

    def queue_mo(self, *, body: Mapping[str, Any]) -> JsonObject:
        """Have a text arrive as if handsets had sent it; results[].identifier is the token of its status.

        POST /sms/v1/queueMO (post-smsv1queuemo.md).
        body: mobileNumbers or subscribers (at most 250), shortCode, messageText.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path, find_out = "/sms/v1/queueMO", Look("subscribers")
        call = self.client.call("POST", path, retry=Retry.PLAIN, body=body, find_out=find_out)
        answer: JsonObject = self.client.exchange(call, nothing_hides, ids=())
        results, problem = get(answer, "results"), problem_in_success(answer)
        if problem and results:
            raise unreadable(call, f"tells of texts that were taken, and of an error: {problem.message}")
        if problem:
            raise error_for(202, problem, call.route)
        if not isinstance(results, list) or not results or not all(map(_is_result, results)):
            raise unreadable(call, "is not of the documented form")
        return answer

    def mo_deliveries(self, *, token: str) -> JsonObject:
        """Return the carriers' codes of the answers to a queued text.

        GET /sms/v1/queueMO/deliveries/{tokenId} (get-smsv1queuemodeliveriestokenid.md).
        Raises Refused, NotPermitted, Unavailable.
        """
        return self._get(f"/sms/v1/queueMO/deliveries/{segment(token)}")

    def mo_history(self, *, token: str) -> JsonObject:
        """Return the talk that followed a queued text: type MO is from the handset, MT to it.

        GET /sms/v1/queueMO/history/{tokenId} (get-smsv1queuemohistorytokenid.md).
        Raises Refused, NotPermitted, Unavailable.
        """
        return self._get(f"/sms/v1/queueMO/history/{segment(token)}")

    # ------------------------------------------------------------------ keywords

    def create_keyword(self, *, body: Mapping[str, Any]) -> JsonObject:
        """Reserve a keyword, and return its KeywordId.

        POST /sms/v1/keyword (post-smsv1keyword.md). body: keyword, and shortCode with countryCode, or longCode. docs
        silent: length and characters of a keyword, and words that are reserved.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.request_object(
            "POST", "/sms/v1/keyword", Retry.PLAIN, body, Look("keywords"), names=("KeywordId",)
        )

    def delete_keyword(self, *, keyword_id: str) -> JsonObject:
        """Remove a keyword by its encoded id.

        DELETE /sms/v1/keyword/{keywordId} (delete-smsv1keywordkeywordid.md).
        Raises Refused or NotFound (docs silent on an unknown id), NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self._delete(f"/sms/v1/keyword/{segment(keyword_id)}")

    def delete_keyword_of_code(self, *, body: Mapping[str, Any]) -> JsonObject:
        """Remove a keyword named as it was made.

        DELETE /sms/v1/keyword (delete-smsv1keywordkeywordlongcode.md,
        delete-smsv1keywordkeywordshortcodecountrycode.md). docs disagree: the titles name a path, the examples and
        the reference a JSON body, which is sent.
        Raises Refused or NotFound, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self._delete("/sms/v1/keyword", body)

    # ------------------------------------------------------------------ shared

    def _delete(self, path: str, body: Any = None) -> JsonObject:
        return self.client.delete(path, Look("keywords"), body=body, problem_in=_problem_in_status)

    def _get(self, path: str) -> JsonObject:
        return self.client.request_object("GET", path, Retry.SAFE)


def _is_result(one: Any) -> bool:
    """Whether this says what became of a queued text: a token where it was taken."""
    return isinstance(one, dict) and (is_name(get(one, "identifier")) or str(get(one, "result")).upper() != "OK")


def _problem_in_status(body: Any) -> Problem | None:
    """Return the problem in the answer to a deletion: its Status begins with SUCCESS where it was made.

    An answer without one, such as that to a repeat which finds nothing, is taken for a success.
    """
    status = get(body, "status")
    if isinstance(status, str) and not status.upper().startswith(("SUCCESS", "OK")):
        return Problem(status)
    return problem_in_success(body)


def subscriber(number: str, key: str, attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Return one recipient who is told apart by a key."""
    one: dict[str, Any] = {"MobileNumber": number, "SubscriberKey": key}
    return {**one, "Attributes": dict(attributes)} if attributes else one
