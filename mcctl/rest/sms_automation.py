"""MobileConnect's imports with a send. Source: the pages named below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.sms import IN_REPORTS, UNTOLD_TASKS

_ROUTE = "/sms/v1/automation/importSend"


class SmsAutomationApi(Api):
    """The routes under /sms/v1/automation."""

    def import_send(self, *, body: Mapping[str, Any]) -> JsonObject:
        """Import people, subscribe them, and send them a text; return the tokenId.

        POST /sms/v1/automation/importSend (post-smsv1automationimportsend.md).
        body: messageId, keyword, importDefinition (an array of one: ImportType FILE or DATA_EXTENSION, its name, and
        the mapping as for `queue_import`); override with overrideText.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.request_object("POST", _ROUTE, Retry.PLAIN, body, UNTOLD_TASKS, names=("tokenId",))

    def import_send_status(self, *, token: str) -> JsonObject:
        """Return how far an import with a send is: status (Complete at the end), inserted, updated, invalid.

        GET /sms/v1/automation/importSend/{tokenid}/status (get-smsv1automationimportsendtokenidstatus.md).
        Raises Refused, NotPermitted, Unavailable.
        """
        return self.client.request_object("GET", f"{_ROUTE}/{segment(token)}/status", Retry.SAFE)

    def import_send_report(self, *, token: str, file_name: str) -> JsonObject:
        """Have the delivery report of an import with a send written to the FTP reports folder.

        POST /sms/v1/automation/importSend/{id}/deliveryReport (post-smsv1automationimportsendiddeliveryreport.md).
        docs silent: success status and body; docs disagree whose token it is.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{_ROUTE}/{segment(token)}/deliveryReport"
        return self.client.request_object("POST", path, Retry.PLAIN, {"fileName": file_name}, IN_REPORTS)
