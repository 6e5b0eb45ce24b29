"""Contacts: values in attribute sets, addresses, deletion.

Sources: contacts-api.md and the pages named below. Answers are envelopes with resultMessages, and
hasErrors for writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from mcctl.errors import Look, NotFound, Unavailable
from mcctl.reading import folded, get, objects, text
from mcctl.rest.calls import Retry, unreadable
from mcctl.rest.client import Api, segment
from mcctl.rest.paging import Page, is_empty_page, items_of, iterate_list, no_list
from mcctl.rest.problems import check

_PAGE = 50
CONTACTS = "/contacts/v1/contacts"
DELETED_STATES = ("completed", "completedwitherrors", "failed", "cancelled")
"""Final states of a delete operation, in lower case."""
_ENVELOPE = {"requestServiceMessageID", "responseDateTime", "resultMessages", "serviceMessageID", "hasErrors"}
SEARCHABLE = ("ContactKey", "LastModfiedDate", "Source", "Channel", "Status", "AudienceID")  # (sic)


_UNTOLD = "in Contact Builder, since no route lists restrictions"
_AGREED = "by asking again what they agreed to"


def _of_list(key: str) -> dict[str, Any]:
    """Return what names everybody in a data extension, which stays."""
    return {
        "targetList": {"listType": {"listTypeID": 3}, "listKey": key},
        "deleteListWhenCompleted": False,
        "deleteListContentsWhenCompleted": False,
    }


class ContactApi(Api):
    """The routes under /contacts/v1."""

    def create(self, *, body: dict[str, Any]) -> dict[str, Any]:
        """Create a contact with values in attribute sets, or add them to one that has the key; return the answer.

        POST /contacts/v1/contacts (post-contactsv1contacts.md). body: contactKey, attributeSets; at least one of Email
        Addresses, Email Demographics, MobileConnect Demographics, MobilePush Demographics, GroupConnect LINE Addresses.
        The call is said to behave like an upsert of the key; it is not repeated.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self._write("POST", body)

    def update(self, *, body: dict[str, Any]) -> dict[str, Any]:
        """Change values of a contact and return the answer.

        PATCH /contacts/v1/contacts (patch-contactsv1contacts.md). body: contactKey, attributeSets.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self._write("PATCH", body)

    def addresses(self, *, attribute: str, value: str) -> list[Any]:
        """Return addresses with their contacts, found by one attribute of the contact.

        POST /contacts/v1/addresses/search/{attributeName} (rest-api-v1-reference.md). attribute: one of SEARCHABLE.
        Needs the scope audiences_read. Raises NotPermitted, Unavailable.
        """
        path = f"/contacts/v1/addresses/search/{segment(attribute)}"
        body = {"filterConditionOperator": "Is", "filterConditionValue": value}
        return self._listed("POST", path, body)

    def validate_email(self, *, email: str, validators: Sequence[str]) -> dict[str, Any]:
        """Return whether mail can be sent to an address: email, valid, failedValidation.

        POST /address/v1/validateEmail (post-addressv1validateemail.md). docs disagree on the status of the answer for
        an address that is not valid, and on whether valid is text. validators: SyntaxValidator, MXValidator,
        ListDetectiveValidator. Raises Refused, NotPermitted, Unavailable.
        """
        body = {"email": email, "validators": list(validators)}
        call = self.client.call("POST", "/address/v1/validateEmail", retry=Retry.SAFE, body=body)
        answer = self.client.send(call)
        with suppress(ValueError):
            told = answer.json()
            if answer.status < 500 and isinstance(told, dict) and "valid" in folded(told):
                return {"email": email, **told}
            check(answer, call.route)
        raise unreadable(call, "does not say whether the address is valid")

    def by_email(self, *, emails: Sequence[str], most: int) -> list[Any]:
        """Return the contact keys behind e-mail addresses. most: keys of one address, at most.

        POST /contacts/v1/addresses/email/search (post-contactsv1addressesemailsearch.md).
        Raises NotPermitted, Unavailable.
        """
        path = "/contacts/v1/addresses/email/search"
        body = {"ChannelAddressList": list(emails), "MaximumCount": most}
        return self._listed("POST", path, body)

    def delete(self, *, keys: Sequence[str] = (), list_key: str | None = None) -> dict[str, Any]:
        """Start to delete contacts, everywhere in the enterprise and for good; return operationID.

        POST /contacts/v1/contacts/actions/delete?type=keys|listReference
        (post-contactsv1contactsactionsdeletetypekeys.md, ...typelistreference.md). keys: contact keys; list_key: key of
        a sendable data extension of at most 1,000,000 rows, instead. The contacts are suppressed first, then removed.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        if list_key is not None:
            body = {"deleteOperationType": "ContactAndAttributes", **_of_list(list_key)}
        else:
            body = {"values": list(keys), "DeleteOperationType": "ContactAndAttributes"}
        return self._start("delete", body, Look("contact deletions"))

    def delete_status(self, *, operation_id: int) -> dict[str, Any]:
        """Return how far a deletion is: operation.status for the suppression, backgroundOperationsSummary for the rest.

        GET /contacts/v1/contacts/actions/delete/status?operationID=
        (get-contactsv1contactsactionsdeletestatusoperationid.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        return self._status("delete", operation_id, Look("contact deletions"))

    def delete_operations(self) -> list[Any]:
        """Return the delete operations. No way to ask for further pages is documented.

        GET /contacts/v1/contacts/deleteOperations (rest-api-v1-reference.md). Raises NotPermitted, Unavailable.
        """
        return self._listed("GET", f"{CONTACTS}/deleteOperations")

    def restrict(self, *, keys: Sequence[str] = (), list_key: str | None = None) -> dict[str, Any]:
        """Start to restrict the processing of contacts, everywhere in the enterprise; return operationID.

        POST /contacts/v1/contacts/actions/restrict?type=keys|listReference
        (post-contactsv1contactsactionsrestricttypekeys.md, ...typelistreference.md). Parameters and errors are those of
        `delete`.
        """
        body = _of_list(list_key) if list_key is not None else {"Values": list(keys)}
        return self._start("restrict", body, _UNTOLD)

    def restrict_status(self, *, operation_id: int) -> dict[str, Any]:
        """Return how far a restriction is: operation.status.

        GET /contacts/v1/contacts/actions/restrict/status?operationID=
        (get-contactsv1contactsactionsrestrictstatusoperationid.md).
        Raises NotFound, Refused, NotPermitted, Unavailable.
        """
        return self._status("restrict", operation_id, "")

    def preference(self, *, key: str) -> dict[str, Any]:
        """Return what a contact agreed to: contactID, hasOptedOutTracking.

        GET /contacts/v1/contacts/key:{contactKey}/Preferences (get-contactsv1contactskeycontactkeypreferences.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"{CONTACTS}/key:{segment(key)}/Preferences"
        value = get(self.client.request("GET", path, retry=Retry.SAFE), "value")
        if not isinstance(value, dict):
            raise Unavailable(f"The answer to GET {CONTACTS}/key:KEY/Preferences is not of the documented form")
        return value

    def set_preferences(self, *, items: Sequence[dict[str, Any]]) -> list[Any]:
        """Keep what contacts agree to, and return it. items: contactID and hasOptedOutTracking of each.

        POST /contacts/v1/contacts/preferences (post-contactsv1contactspreferences.md).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path, body = f"{CONTACTS}/preferences", {"items": list(items)}
        answer = self.client.request("POST", path, retry=Retry.IDEMPOTENT, body=body, find_out=_AGREED)
        return items_of(answer) or []

    def attribute_sets(self) -> list[Any]:
        """Return every attribute set of the contact model, with its attributes.

        GET /contacts/v1/attributeSetDefinitions (get-contactsv1attributesetdefinitionsid.md).
        Raises NotPermitted, Unavailable.
        """
        return self._listed("GET", "/contacts/v1/attributeSetDefinitions")

    def attribute_groups(self, *, schema_id: str) -> Iterator[Any]:
        """Yield the attribute groups of a schema.

        GET /contacts/v1/schemas/{id}/attributeGroups (get-contactsv1schemasschemaidattributegroups.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"/contacts/v1/schemas/{segment(schema_id)}/attributeGroups"
        return iterate_list(self.client.get_page, Page(f"{path}?$page=1&$pageSize={_PAGE}"))

    def attribute_rows(self, *, name: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of an attribute set, name -> value. name: of the set, as it is shown.

        GET /contacts/v1/attributeSets/name:{name} (get-contactsv1attributesetsnamename.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"/contacts/v1/attributeSets/name:{segment(name)}"
        for row in iterate_list(self.client.get_page, Page(f"{path}?$page=1&$pageSize={_PAGE}")):
            yield {text(one, "name", "key"): get(one, "value") for one in objects(get(row, "values"))}

    def schemas(self) -> list[Any]:
        """Return the schemas of the account; their version is what activities of journeys call schemaVersionId.

        GET /contacts/v1/schema (get-contactsv1schema.md). Raises NotPermitted, Unavailable.
        """
        return self._listed("GET", "/contacts/v1/schema")

    def _start(self, action: str, body: dict[str, Any], find_out: str | Look) -> dict[str, Any]:
        kind = "listReference" if "targetList" in body else "keys"
        path = f"{CONTACTS}/actions/{action}?type={kind}"
        started: dict[str, Any] = self.client.request(
            "POST", path, retry=Retry.PLAIN, body=body, find_out=find_out, ids=("operationID",)
        )
        return started

    def _status(self, action: str, operation_id: int, others: str | Look) -> dict[str, Any]:
        path = f"{CONTACTS}/actions/{action}/status?operationID={operation_id}"
        status: dict[str, Any] = self.client.request("GET", path, retry=Retry.SAFE, ids=())
        if isinstance(get(status, "operation"), dict):
            return status
        if "operation" in folded(status) or status.keys() <= _ENVELOPE:
            raise NotFound(f"There is no {action} operation {operation_id}", others)
        raise Unavailable(f"The answer to GET {path.partition('?')[0]} is not of the documented form")

    def _write(self, method: str, body: dict[str, Any]) -> dict[str, Any]:
        find_out = Look("contact", body.get("contactKey"))
        retry = Retry.PLAIN if method == "POST" else Retry.IDEMPOTENT
        call = self.client.call(method, CONTACTS, retry=retry, body=body, find_out=find_out)
        written = self.client.exchange(call)
        if not text(written, "contactKey", "contactId"):
            raise unreadable(call, "does not say that the contact was written")
        told: dict[str, Any] = written
        return told

    def _listed(self, method: str, path: str, body: Any = None) -> list[Any]:
        """Return the list in an answer, as it came."""
        answer = self.client.request(method, path, retry=Retry.SAFE, body=body, ids=())
        items = items_of(answer)
        if items is None and not is_empty_page(answer):
            raise no_list(answer, f"The answer to {method} {path}")
        return items or []
