"""MobileConnect's contacts: who is subscribed, imports into lists, refreshes of lists.

Status routes answer 202 where one expects 200. Source: the pages named below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.sms import UNTOLD_TASKS


class SmsContactApi(Api):
    """The routes under /sms/v1/contacts. List ids are encoded, as MobileConnect shows them."""

    def subscriptions(self, *, numbers: Sequence[str], keys: Sequence[str]) -> JsonObject:
        """Return the subscriptions of numbers and of subscriber keys: contacts[], each with shortCode and keyword.

        POST /sms/v1/contacts/subscriptions (post-smsv1contactssubscriptions.md): a read. optInDate is without a zone.
        docs silent: the limit per call; both properties together; numbers that have opted out, which are left out.
        Raises Refused, NotPermitted, Unavailable.
        """
        asked = {"mobileNumber": list(numbers), "subscriberKey": list(keys)}
        body = {name: values for name, values in asked.items() if values}
        return self.client.request_object("POST", "/sms/v1/contacts/subscriptions", Retry.SAFE, body)

    def queue_import(self, *, list_id: str, body: Mapping[str, Any]) -> JsonObject:
        """Queue the import of a CSV file into a list, and return its tokenId.

        POST /sms/v1/contacts/queueImport/{id} (post-smsv1contactsqueueimportid.md).
        body: fileName, fileType (csv), isFirstRowHeader; importMappingType (MapByOrdinal, ManualMap or
        InferFromColumnHeadings) with fieldMaps; keyword of a shortCode to subscribe to. docs silent: which of it is
        required, whether ordinals count from 0, and where the file must lie (the Enhanced FTP's import folder, by all
        accounts).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self._start(f"/sms/v1/contacts/queueImport/{segment(list_id)}", body)

    def import_status(self, *, list_id: str, token: str) -> JsonObject:
        """Return how far an import is: status, of which only Completed is documented.

        GET /sms/v1/contacts/queueImport/{id}/status/{tokenId} (get-smsv1contactsqueueimportidstatustokenid.md).
        Raises Refused, NotPermitted, Unavailable.
        """
        return self.client.request_object(
            "GET", f"/sms/v1/contacts/queueImport/{segment(list_id)}/status/{segment(token)}", Retry.SAFE
        )

    def refresh_list(self, *, list_id: str) -> JsonObject:
        """Start the refresh of a list, and return tokenId and lastPublishDate (UTC).

        POST /sms/v1/contacts/refreshList/{id} (post-smsv1contactsrefreshlistid.md).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"/sms/v1/contacts/refreshList/{segment(list_id)}"
        return self._start(path, {"ListId": list_id})

    def refresh_status(self, *, list_id: str, token: str) -> JsonObject:
        """Return when a refresh was through: publishDate. docs silent on one that is not; it is taken to have none.

        GET /sms/v1/contacts/refreshList/{id}/status/{tokenId} (get-smsv1contactsrefreshlistidstatustokenid.md).
        Raises Refused, NotPermitted, Unavailable.
        """
        return self.client.request_object(
            "GET", f"/sms/v1/contacts/refreshList/{segment(list_id)}/status/{segment(token)}", Retry.SAFE
        )

    def _start(self, path: str, body: Any) -> JsonObject:
        return self.client.request_object("POST", path, Retry.PLAIN, body, UNTOLD_TASKS, names=("tokenId",))
