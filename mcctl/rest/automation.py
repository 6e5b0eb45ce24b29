"""Automations: what runs when, step by step.

The routes are known from recorded answers, from notes of people who tried them, and some from a list of routes alone;
each method says so. Schedules are made live, and paused, by a legacy service only.
"""

from __future__ import annotations

import base64
import csv
import uuid
from collections.abc import Iterator
from typing import Any

from mcctl.errors import Look, NotFound, Refused
from mcctl.reading import get, objects, text
from mcctl.rest.activity import HOME, PAGE, told_id, with_id
from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.paging import Page, iterate_list, iterate_numbered
from mcctl.rest.problems import check, is_uuid

AUTOMATIONS = f"{HOME}/automations"
LEGACY = "/legacy/v1/beta/bulk/automations/automation/definition"
_NOTIFICATIONS = "/legacy/v1/beta/automations/notifications"
_LEGACY_PAGE = 50
_AUTOMATION = 25
RUNNING, PAUSED, SCHEDULED = 3, 4, 6
STATUSES = (
    "Error", "BuildingError", "Building", "Ready", "Running", "PausedSchedule", "Stopped", "Scheduled",
    "AwaitingTrigger", "InactiveTrigger",
)  # fmt: skip
"""From -1 on, by their numbers."""


class AutomationApi(Api):
    """The routes of automations."""

    def list_all(self, *, folder: int | None = None) -> Iterator[Any]:
        """Yield the automations of the business unit, without their steps.

        GET /automation/v1/automations, or /category/{categoryId} behind it (undocumented; field notes, and for the
        folder a list of routes alone). Raises NotPermitted, Unavailable.
        """
        place = f"/category/{folder}" if folder is not None else ""
        return iterate_list(self.client.get_page, Page(f"{AUTOMATIONS}{place}?$page=1&$pagesize={PAGE}"))

    def get(self, *, automation_id: str) -> JsonObject:
        """Return an automation with its steps.

        GET /automation/v1/automations/{id} (undocumented; recorded answers; a key is not taken).
        Raises NotFound, NotPermitted, Unavailable.
        """
        answer = self.client.request_object("GET", f"{AUTOMATIONS}/{segment(automation_id)}", Retry.SAFE)
        return with_id(answer, "id", automation_id)

    def find(self, *, ref: str) -> JsonObject:
        """Return an automation with its steps, by its id, its key or its name; the list is read to find it.

        Raises NotFound, Refused (a name that several have), NotPermitted, Unavailable.
        """
        if is_uuid(ref):
            return self.get(automation_id=ref)
        listed = [
            one for one in self.list_all() if ref.lower() in (text(one, "key").lower(), text(one, "name").lower())
        ]
        keyed = [one for one in listed if text(one, "key").lower() == ref.lower()] or listed
        if len(keyed) > 1:
            raise Refused(f"{len(keyed)} automations are called {ref!r}", "Name one by its key")
        if not keyed:
            raise NotFound(f"There is no automation {ref!r} in this business unit", Look("automations"))
        return self.get(automation_id=told_id(keyed[0], "id", AUTOMATIONS))

    def create(self, *, body: JsonObject) -> JsonObject:
        """Create an automation and return it, in the shape in which it is written. A schedule is not live yet.

        POST /automation/v1/automations (undocumented; recorded request). Raises Refused, NotPermitted, Unavailable,
        OutcomeUnknown.
        """
        return self.client.request_object("POST", AUTOMATIONS, Retry.PLAIN, body, Look("automations"), names=("id",))

    def update(self, *, automation_id: str, body: JsonObject) -> JsonObject:
        """Change an automation: what is left out stays; steps and the start source are replaced as a whole.

        PATCH /automation/v1/automations/{id} (undocumented; recorded request). One that runs is refused with 403.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{AUTOMATIONS}/{segment(automation_id)}"
        whole = {"id": automation_id, **body}
        return self.client.request_object("PATCH", path, Retry.IDEMPOTENT, whole, Look("anything", path))

    def delete(self, *, automation_id: str) -> JsonObject:
        """Delete an automation; its activities stay.

        DELETE /automation/v1/automations/{id} (undocumented; one public repository calls it, others delete by SOAP).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{AUTOMATIONS}/{segment(automation_id)}"
        return self.client.delete(path, Look("anything", path))

    def run_once(self, *, automation_id: str) -> None:
        """Run every activity once, now; a schedule is neither needed nor changed.

        POST /automation/v1/automations/{id}/actions/runallonce (undocumented; public clients). The answer names no run.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{AUTOMATIONS}/{segment(automation_id)}/actions/runallonce"
        find_out = Look("automation status", automation_id)
        self.client.request("POST", path, retry=Retry.PLAIN, body={}, find_out=find_out)

    def instance(self, *, instance_id: str) -> JsonObject:
        """Return a run, by lastRunInstanceId of its automation.

        GET /automation/v1/automations/instance/{id} (undocumented: what it answers is nowhere told).
        Raises NotFound, NotPermitted, Unavailable.
        """
        return self.client.request_object("GET", f"{AUTOMATIONS}/instance/{segment(instance_id)}", Retry.SAFE)

    def definitions(self) -> Iterator[Any]:
        """Yield the automations as the legacy service tells them: who made them, and how the last run ended.

        GET /legacy/v1/beta/bulk/automations/automation/definition (undocumented; recorded answer), 50 a page; $skip is
        the number of a page. Raises NotPermitted, Unavailable.
        """
        return iterate_numbered(self.client.get_page, f"{LEGACY}/?", _LEGACY_PAGE)

    def definition(self, *, automation_id: str) -> JsonObject:
        """Return an automation as the legacy service tells it, with its schedule's own id.

        GET /legacy/v1/beta/bulk/automations/automation/definition/{legacyId} (undocumented; recorded answers).
        Raises NotFound, Refused, NotPermitted, Unavailable.
        """
        return self.client.request_object("GET", f"{LEGACY}/{legacy_id(automation_id)}", Retry.SAFE)

    def switch_schedule(self, *, automation_id: str, schedule_id: str, on: bool) -> JsonObject:
        """Make a schedule live, or pause it.

        POST /legacy/v1/beta/bulk/automations/automation/definition/?action=schedule, or pauseSchedule (undocumented;
        recorded requests). schedule_id: `scheduleObject.id` of `definition`. Raises Refused, NotPermitted, Unavailable,
        OutcomeUnknown.
        """
        body = {"id": legacy_id(automation_id), "scheduleObject": {"id": schedule_id}}
        path = f"{LEGACY}/?action={'schedule' if on else 'pauseSchedule'}"
        find_out = Look("automation status", automation_id)
        return self.client.request_object("POST", path, Retry.IDEMPOTENT, body, find_out, names=("id",))

    def switch_file_drop(self, *, automation_id: str, on: bool) -> None:
        """Let files that are dropped start an automation, or not any more.

        PATCH /automation/v1/automations/filetrigger/{id} (undocumented; one public client).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{AUTOMATIONS}/filetrigger/{segment(automation_id)}"
        find_out = Look("automation status", automation_id)
        self.client.request("PATCH", path, retry=Retry.IDEMPOTENT, body={"isActive": on}, find_out=find_out)

    def health_report(self) -> list[dict[str, str]]:
        """Return how the automations of the enterprise did that ran in the last 30 days: MID, BusinessUnitName, more.

        GET /automation/v1/automations/healthreport (undocumented; field notes), which is CSV with a byte order mark.
        Raises NotPermitted, Refused, Unavailable.
        """
        call = self.client.call("GET", f"{AUTOMATIONS}/healthreport", retry=Retry.SAFE)
        answer = self.client.send(call)
        if answer.status != 200:
            check(answer, call.route)
        return list(csv.DictReader(answer.text.removeprefix("\ufeff").splitlines()))

    def notifications(self, *, automation_id: str) -> list[JsonObject]:
        """Return who is told by mail how an automation ended: notificationType, definition (addresses), body.

        GET /legacy/v1/beta/automations/notifications/{legacyId} (undocumented; recorded answers).
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"{_NOTIFICATIONS}/{legacy_id(automation_id)}"
        return objects(get(self.client.request_object("GET", path, Retry.SAFE), "workers"))

    def set_notifications(self, *, automation_id: str, workers: list[JsonObject]) -> None:
        """Say who is told by mail how an automation ended, in place of whoever was.

        POST /legacy/v1/beta/automations/notifications/{legacyId} (undocumented; recorded requests). A good answer is
        empty. Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        program = legacy_id(automation_id)
        body = {"programId": program, "workers": [{"programId": program, **one} for one in workers]}
        path = f"{_NOTIFICATIONS}/{program}"
        self.client.request("POST", path, retry=Retry.IDEMPOTENT, body=body, find_out=Look("anything", path))


def legacy_id(guid: str) -> str:
    """Return the id of an automation in the legacy service: no call is needed for it. Raises Refused for no id."""
    if not is_uuid(guid):
        raise Refused(f"{guid!r} is no id of an automation")
    short = base64.urlsafe_b64encode(uuid.UUID(guid).bytes_le).decode().rstrip("=")
    return base64.b64encode(f"{short}:{_AUTOMATION}:0".encode()).decode().rstrip("=")
