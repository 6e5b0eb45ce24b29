"""Journeys, which the API calls interactions: their versions, publication, states, and the contacts in them.

Sources: journey-builder-api.md and the pages named below. A journey's id is that of its first version, the same for all
versions; each version has a definitionId of its own, by which its history is asked for. Documents disagree on which
version is meant where none is named, so one always is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from mcctl.errors import Look, NotFound, Refused
from mcctl.reading import get, guid, objects, text, whole
from mcctl.rest.calls import Retry, unreadable
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.paging import Page, items_of, iterate_list, no_list
from mcctl.rest.problems import is_uuid, nothing_hides

INTERACTIONS = "/interaction/v1/interactions"
PAGE_SIZE = 50
MAX_EXITS = 50
HISTORY_PAGE = 1000
HISTORY_WINDOW = 10_000
STATES = (
    "Draft",
    "Published",
    "ScheduledToPublish",
    "Unpublished",
    "Paused",
    "Stopped",
    "Deleted",
    "ScheduledToSend",
    "Sent",
)
HISTORY_STATUSES = ("Complete", "Failed", "Suppressed", "Active", "Waiting")  # those that public code names, and ours
RUNNING = ("Published", "Unpublished", "Paused")  # those that can be stopped
AUDIT_ACTIONS = ("all", "create", "modify", "publish", "unpublish", "delete")


class Version(NamedTuple):
    """One version of a journey. id: of the journey. definition_id: of this version alone. body: as it was listed."""

    id: str
    definition_id: str
    key: str
    number: int
    status: str
    transactional: bool
    body: dict[str, Any]

    @classmethod
    def read(cls, body: Any) -> Version | None:
        """Return what an answer says of a version; None where it names no journey."""
        journey_id, key = guid(body, "id"), text(body, "key")
        if not journey_id or not key:
            return None
        return cls(
            id=journey_id,
            definition_id=guid(body, "definitionId") or journey_id,
            key=key,
            number=whole(get(body, "version")) or 0,
            status=text(body, "status"),
            transactional=text(body, "definitionType").lower() == "transactional",
            body=body,
        )


class JourneyApi(Api):
    """The interaction routes."""

    def list_journeys(self, **filters: str | None) -> Iterator[Any]:
        """Yield the journeys as they come: of each the published version, or else the newest.

        GET /interaction/v1/interactions (get-interactionv1interactions.md). filters: status, nameOrDescription, tag,
        definitionType, extras (all, activities, outcome, stats).
        Raises NotPermitted, Unavailable.
        """
        given = {name: value for name, value in filters.items() if value}
        return self._listed(given)

    def versions(self, *, key: str, extras: str | None = None) -> list[Version]:
        """Return every version of a journey, by key or id, oldest first.

        GET /interaction/v1/interactions?key=...&mostRecentVersionOnly=false (get-interactionv1interactions.md), which
        lists key and id in a second table; what a server gives beyond them is left out here.
        Raises NotFound, NotPermitted, Unavailable.
        """
        names = ("key", "id") if is_uuid(key) else ("key",)
        for name in names:
            query = {name: key, "mostRecentVersionOnly": "false", **({"extras": extras} if extras else {})}
            listed = filter(None, map(Version.read, self._listed(query)))
            found = [one for one in listed if getattr(one, name).lower() == key.lower()]
            exact = [one for one in found if one.key == key] or found
            if exact:
                return sorted(exact, key=lambda one: one.number)
        raise NotFound(f"This business unit has no journey {key!r}", Look("journeys"))

    def get(self, *, journey_id: str, version: int) -> dict[str, Any]:
        """Return a version with all its parts.

        GET /interaction/v1/interactions/{id}?versionNumber=&extras=all (get-interactionv1interactionsid.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"{INTERACTIONS}/{segment(journey_id)}?versionNumber={version}&extras=all"
        return self.client.request_object("GET", path, Retry.SAFE)

    def create(self, *, body: dict[str, Any]) -> dict[str, Any]:
        """Create a journey as a draft, and return it.

        POST /interaction/v1/interactions (post-interactionv1interactions.md). key, name and workflowApiVersion are
        required. docs silent on a key that is taken.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.request_object(
            "POST", INTERACTIONS, Retry.PLAIN, body, Look("journey", body.get("key")), names=("id",)
        )

    def update(self, *, body: dict[str, Any]) -> dict[str, Any]:
        """Update the version that the body names, by key and version, and return it; {} where nothing was to change.

        PUT /interaction/v1/interactions (put-interactionv1interactions.md). Only a draft can be changed, and
        modifiedDate must be the stored one. A version after the newest one makes a new draft (undocumented; seen in
        public code). Nothing to change is answered with 304.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("journey", body.get("key"))
        call = self.client.call("PUT", INTERACTIONS, retry=Retry.PLAIN, body=body, find_out=find_out)
        answer = self.client.send(call)
        if answer.status == 304:
            return {}
        updated: dict[str, Any] = self.client.judged(call, answer, ids=())
        return updated

    def delete(self, *, journey_id: str, version: int | None = None) -> JsonObject:
        """Delete one version of a journey, or, where none is named, all of them, for good. Tags stay.

        DELETE /interaction/v1/interactions/{id} (delete-interactionv1interactionsid.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        only = "" if version is None else f"?versionNumber={version}"
        return self.client.delete(f"{INTERACTIONS}/{segment(journey_id)}{only}", Look("journeys"))

    def begin(self, what: str, *, journey_id: str, version: int) -> dict[str, Any]:
        """Begin to publish, or to validate, a draft; return statusId, for `progress`.

        what: publish or validate. POST /interaction/v1/interactions/publishAsync/{id}?versionNumber=
        (post-interactionv1interactionspublishasyncidversionnumberversionnumber.md), validateAsync/{id} (undocumented;
        seen in public code).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{INTERACTIONS}/{what}Async/{segment(journey_id)}?versionNumber={version}"
        call = self.client.call("POST", path, retry=Retry.PLAIN, body={}, find_out=Look("journey status", journey_id))
        answer = self.client.exchange(call)
        if not text(answer, "statusId"):
            raise unreadable(call, "is not of the documented form")
        started: dict[str, Any] = answer
        return started

    def progress(self, what: str, *, status_id: str) -> dict[str, Any]:
        """Return how far a publication or validation is: status, errors, warnings. Always 200.

        GET /interaction/v1/interactions/publishStatus/{statusId}
        (get-interactionv1interactionspublishstatusstatusid.md), validateStatus/{statusId} (undocumented; seen in public
        code).
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"{INTERACTIONS}/{what}Status/{segment(status_id)}"
        answer: dict[str, Any] = self.client.request("GET", path, retry=Retry.SAFE, ids=(), problem_in=nothing_hides)
        return answer

    def stop(self, *, journey_id: str, version: int) -> dict[str, Any]:
        """Stop a running version for good; whoever is in it is ejected.

        POST /interaction/v1/interactions/stop/{id}?versionNumber=
        (post-interactionv1interactionsstopidversionnumberversionnumber.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self._change("stop", journey_id, f"versionNumber={version}", {})

    def pause(self, *, journey_id: str, version: int | None, settings: dict[str, Any]) -> dict[str, Any]:
        """Pause a running version, or, where none is named, all of them.

        POST /interaction/v1/interactions/pause/{definitionID}
        (post-interactionv1interactionspausedefinitionidversionnumberversionnumber.md). An error comes with 202, too.
        settings: PausedDays (14), GuardrailAction (Stop or Resume), ExtendWaitEndDates,
        RetainContactInjectionWhileJourneyPaused.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self._change("pause", journey_id, _which(version), settings)

    def resume(self, *, journey_id: str, version: int | None) -> dict[str, Any]:
        """Resume a paused version, or, where none is named, all of them.

        POST /interaction/v1/interactions/resume/{definitionID}
        (post-interactionv1interactionsresumedefinitionidversionnumberversionnumber.md). An error comes with 202, too.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self._change("resume", journey_id, _which(version), {})

    def transactional(self, what: str, *, journey_id: str) -> dict[str, Any]:
        """Publish (create), pause or resume a transactional send journey.

        POST /interaction/v1/interactions/transactional/{create|pause|resume} (undocumented; seen in public code).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.request_object(
            "POST",
            f"{INTERACTIONS}/transactional/{what}",
            Retry.PLAIN,
            {"definitionId": journey_id},
            Look("journey status", journey_id),
        )

    def audit(self, *, journey_id: str, action: str = "all", version: int | None = None) -> Iterator[Any]:
        """Yield what was done to a journey. action: one of AUDIT_ACTIONS. Names come in several casings.

        GET /interaction/v1/interactions/{id}/audit/{action} (get-interactionv1interactionsidauditaction.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        only = "" if version is None else f"&versionNumber={version}"
        first = Page(f"{INTERACTIONS}/{segment(journey_id)}/audit/{action}?$page=1&$pageSize={PAGE_SIZE}{only}")
        return iterate_list(self.client.get_page, first)

    def exit(self, *, exits: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Ask for contacts to leave; return the refusals.

        POST /interaction/v1/interactions/contactexit (post-interactionv1interactionscontactexit.md).
        exits: at most 50, of ContactKey, DefinitionKey (the journey's key), Versions (all where left out).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("journeys of contact")
        call = self.client.call(
            "POST", f"{INTERACTIONS}/contactexit", retry=Retry.IDEMPOTENT, body=exits, find_out=find_out
        )
        answer = self.client.exchange(call, nothing_hides)
        errors = get(answer, "errors")
        if not isinstance(errors, list) or len(objects(errors)) < len(errors):
            raise unreadable(call, "is not of the documented form")
        return errors

    def exit_status(self, *, exits: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return how far exits are, in the order of `exits`, which are those of `exit`.

        POST /interaction/v1/interactions/contactexit/status (post-interactionv1interactionscontactexitstatus.md).
        Raises NotPermitted, Unavailable.
        """
        path = f"{INTERACTIONS}/contactexit/status"
        answer = self.client.request("POST", path, retry=Retry.SAFE, body=exits)
        found = items_of(answer)
        if found is None:
            raise no_list(answer, f"The answer to POST {path}")
        return objects(found)

    def memberships(self, *, contacts: Sequence[str]) -> dict[str, Any]:
        """Return in which journeys and versions contacts are: contactMemberships, contactsNotFound.

        POST /interaction/v1/interactions/contactMembership (post-interactionv1interactionscontactmembership.md).
        contacts: at most 50 contact keys. Raises NotPermitted, Unavailable.
        """
        path = f"{INTERACTIONS}/contactMembership"
        answer = self.client.request("POST", path, retry=Retry.SAFE, body={"ContactKeyList": contacts}, ids=())
        results = get(answer, "results")
        if not isinstance(results, dict):
            raise no_list(answer, f"The answer to POST {path}")
        return results

    def history(self, *, query: dict[str, Any]) -> Iterator[Any]:
        """Yield what happened to contacts, newest first; at most 10,000 records, of the last 30 days.

        POST /interaction/v1/interactions/journeyhistory/search (undocumented; seen in public code). query: start, end,
        contactKeys, definitionIds, activityTypes, statuses...
        Raises NotPermitted, Unavailable.
        """
        order = urlencode({"$orderBy": "TransactionTime desc"})
        path = f"{INTERACTIONS}/journeyhistory/search?$page=1&$pageSize={HISTORY_PAGE}&{order}"
        return iterate_list(
            lambda page: self.client.request("POST", page.path, retry=Retry.SAFE, body=query), Page(path)
        )

    def _listed(self, query: dict[str, str]) -> Iterator[Any]:
        first = Page(f"{INTERACTIONS}?{urlencode({**query, '$page': 1, '$pageSize': PAGE_SIZE}, safe='$')}")
        return iterate_list(self.client.get_page, first)

    def _change(self, what: str, journey_id: str, which: str, body: dict[str, Any]) -> dict[str, Any]:
        path = f"{INTERACTIONS}/{what}/{segment(journey_id)}?{which}"
        return self.client.request_object("POST", path, Retry.PLAIN, body, Look("journey status", journey_id))


def choose(versions: Sequence[Version], wanted: str | None, states: Sequence[str] = (), verb: str = "") -> Version:
    """Return the version that a command means: the one named, or else the newest in one of `states`, if it wants some.

    wanted: a number, or a state. Raises NotFound where there is no such version; Refused where it is not in one of
    `states`, or none is, saying what cannot be done (`verb`).
    """
    named = versions
    if wanted is not None:
        named = [one for one in versions if wanted.lower() in (str(one.number), one.status.lower())]
        if not named:
            known = ", ".join(f"{one.number} ({one.status})" for one in versions)
            raise NotFound(f"The journey {versions[0].key} has no version {wanted}; it has {known}")
    fit = [one for one in named if not states or one.status.lower() in map(str.lower, states)]
    if not fit:
        states_told = ", ".join(f"version {one.number} is {one.status}" for one in named)
        raise Refused(
            f"The journey {versions[0].key} cannot be {verb}: {states_told}; it must be {' or '.join(states)}",
            Look("journey status", versions[0].key),
        )
    return fit[-1]


def _which(version: int | None) -> str:
    return "allVersions=true" if version is None else f"versionNumber={version}"
