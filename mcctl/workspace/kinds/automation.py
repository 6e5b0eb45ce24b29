"""Automations: their steps in order, activities that are in the workspace by their keys, and when they start.

Whether a schedule is live is none of its properties. In which folder of Automation Studio one is, no file says.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from mcctl.errors import InputError, McctlError, NotFound, NotPermitted, Refused, Unavailable
from mcctl.reading import get, guid, objects, text, whole
from mcctl.rest.activity import QUERY, SCRIPT, Activity
from mcctl.rest.automation import AutomationApi
from mcctl.rest.automation_body import HEAD, WAIT, to_send, wait_in_words, wait_to_send
from mcctl.workspace import paths
from mcctl.workspace.kind import Kind, Present, Remote, Source
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.parallel import in_order
from mcctl.workspace.shape import Files, document, ordered, properties, referred, said, spelled, without
from mcctl.zones import zone_named

FOLDER, SUFFIX = "automation/automations", ".automation.yaml"
_HERE = {QUERY.type: "query", SCRIPT.type: "script"}
"""Number of a kind of activity -> the kind of which the workspace can have it."""
_SHORT = {*_HERE.values(), "wait"}
_LONG = {"objectTypeId", "activityObjectId", "serializedObject"}
"""How an activity stands in a file: by one name, or by these."""
_FIRST = ("key", "name", "description", "schedule", "fileTrigger", "steps")
_TRIGGER = ("fileNamingPattern", "fileNamePatternTypeId", "folderLocationText", "queueFiles")
_SPELLED = (*HEAD, "schedule", "fileTrigger", "steps")
_ENDS = ("UNTIL=", "COUNT=")


def read(source: Source) -> Iterator[Remote | Present]:
    """Yield every automation, those that changed as a whole."""
    api = AutomationApi(source.client)
    changed = _changed(api)

    def answers(entry: Entry) -> tuple[dict[str, Any], dict[str, Any]] | None:
        is_known = bool(entry.modified) and source.unchanged(entry)
        return None if is_known else whole_of(api, entry.id, is_told=changed is not None)

    for entry, found in in_order(_listed(source, api, changed or {}), answers):
        if isinstance(found, McctlError):
            source.spare(str(entry.address), found)
        if isinstance(found, tuple):
            yield from source.shaped(entry, partial(remote, source, entry, *found))
        else:
            yield Present("automation", entry.id)


def whole_of(api: AutomationApi, number: str, *, is_told: bool = True) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return an automation, and what only the legacy service tells of it.

    is_told: that service can be asked. Raises Refused for an automation that waits, where nobody tells for how long.
    """
    answer, why = api.get(automation_id=number), "the legacy service cannot be asked"
    if is_told:
        try:
            return answer, api.definition(automation_id=number)
        except (NotFound, NotPermitted, Refused, Unavailable) as error:
            why = error.message
    if any(whole(get(one, "objectTypeId")) == WAIT for step in _steps(answer) for one in _activities(step)):
        raise Refused(f"how long it waits is not told: {why}")
    return answer, {}


def _steps(answer: Any) -> list[dict[str, Any]]:
    return objects(get(answer, "steps"))


def _activities(step: Any) -> list[dict[str, Any]]:
    return objects(get(step, "activities"))


def _changed(api: AutomationApi) -> dict[str, str] | None:
    """Return when each automation was changed, by keys in one casing; None where nobody tells."""
    try:
        return {text(one, "key").casefold(): text(one, "modifiedDate") for one in api.definitions()}
    except (NotFound, NotPermitted, Refused, Unavailable):
        return None


def _listed(source: Source, api: AutomationApi, changed: dict[str, str]) -> Iterator[Entry]:
    for answer in api.list_all():
        entry = entry_of(answer, changed.get(text(answer, "key").casefold(), ""))
        if entry is None:
            source.odd.append(f"An automation has no id or no key: {text(answer, 'name') or 'it has no name either'}")
        else:
            yield entry


def entry_of(answer: Any, modified: str) -> Entry | None:
    """Return what the lock keeps of an automation; None for one that has no id or no key."""
    number, key = guid(answer, "id"), text(answer, "key")
    return Entry("automation", key, number, name=text(answer, "name"), modified=modified) if number and key else None


def remote(source: Source, entry: Entry, answer: dict[str, Any], definition: dict[str, Any]) -> Remote:
    """Return an automation as it is there. definition: as the legacy service tells it; empty if it does not."""
    plain = spelled(answer, _SPELLED)
    waits = dict(_waits(definition))
    told = {
        "key": entry.key,
        "name": plain.get("name"),
        "description": text(plain, "description") or None,
        "schedule": _schedule(plain.get("schedule")),
        "fileTrigger": _trigger(plain.get("fileTrigger")),
        "steps": [_step(one, waits, source.known) for one in _steps(plain) if _activities(one)],
    }
    files = {SUFFIX: document(ordered(said(without(told, source.ignored("automation"))), _FIRST))}
    return Remote(entry, FOLDER, paths.stem(entry.key, entry.name), files, answer=answer)


def _waits(definition: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the ids of waits, and how long each is, as the platform keeps it."""
    for process in objects(get(definition, "processes")):
        for worker in objects(get(process, "workers")):
            if told := text(worker, "serializedObject"):
                yield text(worker, "activityObjectId").lower(), told


def _schedule(told: Any) -> dict[str, Any] | None:
    rule = text(told, "icalRecur")
    if not rule:
        return None
    name = text(told, "timezoneName")
    zone = zone_named(name) if name else None
    is_named = zone is not None and zone.number == whole(get(told, "timezoneId"))
    place = {"zone": name} if is_named else {"timezoneId": get(told, "timezoneId")}
    end = None if any(one in rule.upper() for one in _ENDS) else get(told, "endDate")
    return {"start": text(told, "startDate"), **place, "rule": rule, "endDate": end}


def _trigger(told: Any) -> dict[str, Any] | None:
    found = {name: get(told, name) for name in _TRIGGER}
    return found if text(told, "fileNamingPattern", "folderLocationText") else None


def _step(step: dict[str, Any], waits: dict[str, str], known: Known) -> dict[str, Any]:
    inner = sorted(_activities(step), key=lambda one: whole(get(one, "displayOrder")) or 0)
    name = text(step, "name", "annotation")
    return {**({"name": name} if name else {}), "activities": [_activity(one, waits, known) for one in inner]}


def _activity(one: dict[str, Any], waits: dict[str, str], known: Known) -> dict[str, Any]:
    """Return an activity of a step: named by its key, a wait, or what it is by number and id."""
    number, target = whole(get(one, "objectTypeId")), text(one, "activityObjectId")
    kind = _HERE.get(number or 0, "")
    if reference := known.reference(kind, target):
        return {kind: reference}
    name = {"name": text(one, "name")} if text(one, "name") else {}
    if number != WAIT:
        called = known.external("activityObjectId", target) or target
        return {**name, "objectTypeId": number, "activityObjectId": called}
    told = waits.get(target.lower(), "")
    words = wait_in_words(told)
    return {**name, "wait": words} if words else {**name, "objectTypeId": number, "serializedObject": told or None}


def body(files: Files, path: str, known: Known) -> dict[str, Any]:
    """Return an automation as the API takes it, with the ids of its activities as far as they are known."""
    told = properties(files, path)
    if unknown := sorted({*told} - {*_FIRST}):
        raise InputError(f"{path}{SUFFIX}: {unknown[0]} is no property of an automation; there are {', '.join(_FIRST)}")
    starts = [name for name in ("schedule", "fileTrigger") if told.get(name) is not None]
    if len(starts) > 1 or not all(isinstance(told[name], dict) for name in starts):
        raise InputError(f"{path}{SUFFIX}: it starts by a schedule or by a fileTrigger, which is an object")
    steps = told.get("steps")
    try:
        if isinstance(steps, list):
            told["steps"] = [_given_step(place, one, known) for place, one in enumerate(steps, 1)]
        return to_send({"description": "", **told}, _by_reference)
    except InputError as error:
        raise InputError(f"{path}{SUFFIX}: {error.message}", error.hint) from error


def _by_reference(kind: Activity, key: str) -> tuple[str, str]:
    raise InputError(
        f"The {kind.name} {key!r} is named by no reference",
        "Such as query: {ref: query:KEY}; activities that no file has are named by objectTypeId and activityObjectId",
    )


def _given_step(place: int, step: Any, known: Known) -> Any:
    activities = get(step, "activities")
    if not isinstance(activities, list):
        return step
    if unknown := sorted({*map(str, step)} - {"name", "activities"}):
        raise InputError(f"Step {place}: {unknown[0]} is not known; a step has a name and activities")
    return {**step, "activities": [_given(place, one, known) if isinstance(one, dict) else one for one in activities]}


def _given(place: int, one: dict[str, Any], known: Known) -> dict[str, Any]:
    """Return an activity by its number and id; by its reference where nobody knows the id yet. Raises InputError."""
    said = {*map(str, one)} - {"name"}
    if not (len(said) == 1 and said <= _SHORT) and not ("objectTypeId" in said and said <= _LONG):
        raise InputError(
            f"Step {place}: an activity is one of {', '.join(sorted(_SHORT))}, or has objectTypeId and activityObjectId"
        )
    for number, kind in _HERE.items():
        if referred(value := one.get(kind)):
            entry = known.entry(value)
            name = text(one, "name") or (entry.name if entry else "")
            return {"name": name, "objectTypeId": number, "activityObjectId": entry.id if entry else value}
    if "wait" in one:
        wait = str(one["wait"])
        serialized = wait_to_send(wait, place)
        return {"name": text(one, "name") or wait, "objectTypeId": WAIT, "serializedObject": serialized}
    return {name: known.value(name, value) for name, value in one.items()}


KIND = Kind(("automation",), read, body)
