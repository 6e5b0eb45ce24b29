"""Event definitions, and the entry events that bring contacts into journeys.

Sources: event-definition-key.md, fire-an-entry-event.md and the pages named below. A definition that is not there is
answered with 400.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from mcctl.errors import InputError, Look, McctlError, NotFound
from mcctl.reading import failure_of, get, text, whole
from mcctl.rest.calls import Answer, Call, Retry, unreadable
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.paging import Page, iterate_list
from mcctl.rest.problems import check, error_for, is_uuid, nothing_hides

DEFINITIONS = "/interaction/v1/eventDefinitions"
EVENTS = "/interaction/v1/events"
MAX_MEMBERS = 100
PAGE_SIZE = 50
MAX_KEY_CHARS = 200


class MemberOutcome(NamedTuple):
    """What the API said of one member of a batch. accepted: None where it did not say."""

    accepted: bool | None
    error: str | None = None


class EventApi(Api):
    """The routes of event definitions and entry events."""

    def list_definitions(self, *, name: str | None = None) -> Iterator[Any]:
        """Yield the event definitions. name: only those whose name holds it.

        GET /interaction/v1/eventDefinitions (rest-api-v1-reference.md; the answer is known from public code).
        Raises NotPermitted, Unavailable.
        """
        only = f"&{urlencode({'name': name})}" if name else ""
        first = Page(f"{DEFINITIONS}?$page=1&$pageSize={PAGE_SIZE}{only}")
        return iterate_list(self.client.get_page, first)

    def get(self, *, key: str) -> dict[str, Any]:
        """Return an event definition, by key or id.

        GET /interaction/v1/eventDefinitions/key:{key}, /{id} (rest-api-v1-reference.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        return self.client.request_object("GET", self._place(key), Retry.SAFE)

    def create(self, *, body: dict[str, Any]) -> dict[str, Any]:
        """Create an event definition and return it.

        POST /interaction/v1/eventDefinitions (post-interactionv1eventdefinitions.md). type, name, eventDefinitionKey
        (at most 200 characters, no period), and either dataExtensionId or schema are required.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("event", body.get("eventDefinitionKey"))
        return self.client.request_object(
            "POST", DEFINITIONS, Retry.PLAIN, body, find_out, names=("eventDefinitionKey",)
        )

    def update(self, *, key: str, body: dict[str, Any]) -> dict[str, Any]:
        """Change an event definition, by key or id, and return it.

        PUT /interaction/v1/eventDefinitions/key:{key}, /{id} (rest-api-v1-reference.md). Only name, description,
        eventDefinitionKey, sourceApplicationExtensionId and dataExtensionId can be changed.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.request_object(
            "PUT",
            self._place(key),
            Retry.IDEMPOTENT,
            body,
            Look("event", key),
            names=("eventDefinitionKey",),
        )

    def delete(self, *, key: str) -> JsonObject:
        """Delete an event definition, by key or id. docs silent on one that a journey uses.

        DELETE /interaction/v1/eventDefinitions/key:{key}, /{id} (rest-api-v1-reference.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.delete(self._place(key), Look("event", key))

    def fire(self, *, key: str, contact: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """Fire one entry event and return its eventInstanceId.

        POST /interaction/v1/events (post-interactionv1events.md). data: the fields of the data extension that the
        definition is linked to. Accepted means that the contact will be looked at, not that it enters a journey.
        Raises Refused, NotFound, NotPermitted, Unavailable, OutcomeUnknown.
        """
        body = {"ContactKey": contact, "EventDefinitionKey": key, **({"Data": data} if data else {})}
        find_out = Look("events of contact", contact)
        return self.client.request_object("POST", EVENTS, Retry.PLAIN, body, find_out, names=("eventInstanceId",))

    def batch(self, *, key: str, members: Sequence[Mapping[str, Any]]) -> Call:
        """Return the request that fires an event for many contacts; `read_members` reads its answer.

        POST /interaction/v1/async/events (newer site only: enterContactsIntoJourneyInBatches).
        members: at most 100, each with contactKey and data. Raises InputError where it is over 4 MB.
        """
        return self.client.call(
            "POST",
            "/interaction/v1/async/events",
            retry=Retry.PLAIN,
            body={"eventDefinitionKey": key, "members": members},
            find_out=Look("runs"),
            weight=len(members),
        )

    def statuses(self, **filters: str | None) -> Iterator[dict[str, Any]]:
        """Yield what became of batch events of the last 30 days, as the API tells it.

        GET /interaction/v1/async/events/status (newer site only: getStatusOfContacts; the answer is not documented).
        filters: type (errored, queued, processed), contactKey, requestId, eventInstanceId, eventDefinitionKey.
        Raises NotPermitted, Unavailable.
        """
        given = {name: value for name, value in filters.items() if value}
        first = Page(f"/interaction/v1/async/events/status?{urlencode({**given, '$page': 1, '$pageSize': PAGE_SIZE})}")
        return iterate_list(self.client.get_page, first)

    def _place(self, key: str) -> str:
        """Return the path of an event definition. What looks like an id may be a key all the same."""
        by_key = f"{DEFINITIONS}/key:{segment(key)}"
        if not is_uuid(key):
            return by_key
        try:
            self.client.request_object("GET", by_key, Retry.SAFE)
        except NotFound:
            return f"{DEFINITIONS}/{key.lower()}"
        return by_key


def read_members(answer: Answer, call: Call, contacts: Sequence[str]) -> tuple[str | None, list[MemberOutcome]]:
    """Return the id of the request, and what its answer says of each contact, in their order.

    The documents name requestId, count, notQueuedCount and members in the order of the request; what a member that was
    not queued looks like, they do not show: any error code or message counts. Where fewer members tell of an error than
    were not queued, nothing is known of the others.
    Raises what the status means for a request that was refused as a whole.
    """
    try:
        body = check(answer, call.route, nothing_hides)
    except ValueError as error:
        raise unreadable(call, f"is not JSON: {error}") from error
    members = get(body, "members")
    if not isinstance(members, list) or len(members) != len(contacts):
        raise _no_members(body, call, answer)
    outcomes = [_outcome(member) for member in members]
    told = sum(one.accepted is False for one in outcomes)
    if (whole(get(body, "notQueuedCount")) or 0) > told:
        outcomes = [MemberOutcome(None, _UNTOLD) if one.accepted else one for one in outcomes]
    return text(body, "requestId") or None, outcomes


_UNTOLD = "Some contacts of the request were not queued, and the answer does not say which"


def _no_members(body: Any, call: Call, answer: Answer) -> McctlError:
    """Return the error for an answer that does not tell its members apart; a code in it says that it was refused."""
    problem = answer.problem()
    refused = isinstance(body, dict) and problem.code is not None
    return (
        error_for(answer.status, problem, call.route)
        if refused
        else unreadable(call, "does not tell its members apart")
    )


def _outcome(member: Any) -> MemberOutcome:
    """Return what is told of a member. A message beside a code of zero is no error."""
    if not isinstance(member, dict):
        return MemberOutcome(None, "The answer does not say what became of this contact")
    error = failure_of(member, speaks=True)
    return MemberOutcome(error is None, error)


def check_key(key: str) -> str:
    """Return an event definition key. Raises InputError for one that the API does not take."""
    if not key or len(key) > MAX_KEY_CHARS:
        raise InputError(f"An event definition key has 1 to {MAX_KEY_CHARS} characters; {key[:20]!r}... has {len(key)}")
    segment(key)
    if "." in key:
        raise InputError(f"The event definition key {key!r} must not contain a period")
    return key
