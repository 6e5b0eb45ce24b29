"""From addresses and the domains that mail is sent from (From Address Management)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from mcctl.errors import Look, NotFound
from mcctl.reading import objects, text
from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, JsonObject
from mcctl.rest.paging import Page, iterate_list
from mcctl.rest.problems import check, problem_in_write

DOMAINS = "/messaging/v1/domainverification"
PAGE = 50
_LOOK = Look("from addresses")


class FromAddressApi(Api):
    """The routes of From addresses. Documents and tenants answer writes with a sentence, as JSON or as plain text."""

    def list_all(self) -> Iterator[Any]:
        """Yield the From addresses and domains: domain, status, domainType, isSendable, emailSendTime.

        GET /messaging/v1/domainverification (get-messagingv1domainverification.md). Raises NotPermitted, Unavailable.
        """
        return iterate_list(self.client.get_page, Page(f"{DOMAINS}?$page=1&$pagesize={PAGE}"))

    def add(self, *, address: str) -> None:
        """Add a From address. A mail with a link goes to it, which verifies it.

        POST /messaging/v1/domainverification (post-messagingv1domainverification.md).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        self._said("", Retry.PLAIN, {"domain": address})

    def set_sendable(self, *, addresses: Sequence[str], sendable: bool) -> None:
        """Say of From addresses, or domains, whether mail may be sent from them.

        POST /messaging/v1/domainverification/update (post-messagingv1domainverificationupdate.md). docs disagree on the
        form; that of the example is sent. Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        told = str(sendable).lower()
        said = self._said("/update", Retry.IDEMPOTENT, [{"EmailAddress": one, "IsSendable": told} for one in addresses])
        _check_count(said, addresses)

    def delete(self, *, addresses: Sequence[str]) -> None:
        """Delete From addresses. Domains cannot be deleted.

        POST /messaging/v1/domainverification/delete (post-messagingv1domainverificationdelete.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        body = [{"EmailAddress": one, "DomainType": "UserDomain"} for one in addresses]
        _check_count(self._said("/delete", Retry.IDEMPOTENT, body), addresses)

    def token(self, *, domain: str) -> JsonObject:
        """Return the token that proves, as a TXT record in the DNS, that a domain is one's own.

        POST /messaging/v1/domainverification/register (post-messagingv1domainverificationregister.md). docs disagree
        on its name: key or token. Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{DOMAINS}/register"
        return self.client.request_object("POST", path, Retry.IDEMPOTENT, {"domain": domain}, _LOOK)

    def verify(self, *, domain: str) -> JsonObject:
        """Return a domain that is registered, with its token.

        POST /messaging/v1/domainverification/verify (post-messagingv1domainverificationverify.md). docs disagree on
        the casing. Raises Refused (it is not), NotPermitted, Unavailable.
        """
        body = {"Domain": domain, "Key": ""}
        return self.client.request_object("POST", f"{DOMAINS}/verify", Retry.SAFE, body)

    def push(self, *, domains: Sequence[str]) -> list[JsonObject]:
        """Copy registered domains to all business units below, and return what became of each: domain, message.

        POST /messaging/v1/domainverification/push (post-messagingv1domainverificationpush.md).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        body = {"domainlist": list(domains)}
        answer = self.client.request("POST", f"{DOMAINS}/push", retry=Retry.IDEMPOTENT, body=body, find_out=_LOOK)
        return objects(answer if isinstance(answer, list) else [answer])

    def _said(self, path: str, retry: Retry, body: Any) -> str:
        """Send a write and return the sentence that it is answered with."""
        call = self.client.call("POST", f"{DOMAINS}{path}", retry=retry, body=body, find_out=_LOOK)
        answer = self.client.send(call)
        with suppress(ValueError):
            return text(check(answer, call.route, problem_in_write), "message")
        return answer.text


def _check_count(said: str, addresses: Sequence[str]) -> None:
    """Raise NotFound where a sentence counts fewer addresses than there were, and says so: 0 records successfully..."""
    count = re.match(r"\W*(\d{1,9}) records?\b", said)
    if count and int(count[1]) < len(addresses):
        raise NotFound(f"Only {count[1]} of {len(addresses)} are there", _LOOK)
