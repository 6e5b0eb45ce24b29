"""The form of a journey specification: which properties are there, and what they hold (journey-spec pages).

docs disagree on some: arguments may be an object or a list, schemaVersionId a number or text. What the documents do not
name is taken as it comes.
"""

from __future__ import annotations

import json
from typing import Any

from mcctl.emulator.core.web import generic_problem, is_unicode

MAX_KEY_CHARS = 200
_NUMBER = (int, float)
_OUTCOME = {"key": str, "next": str, "arguments": {"percentage": (int, float, str), "when": bool},
            "metaData": {"label": str, "invalid": bool}}  # fmt: skip
_ELEMENT: dict[str, Any] = {"id": str, "key": str, "name": str, "description": str, "type": str}
_META = {"configurationDescription": str, "eventDefinitionId": str, "eventDefinitionKey": str}
_TRIGGER = {
    **_ELEMENT,
    "eventDefinitionKey": str,
    "eventDefinitionId": str,
    "outcomes": [_OUTCOME],
    "arguments": (dict, list),
    "configurationArguments": {"criteria": str, "schemaVersionId": (int, str)},
    "metaData": _META,
}
_GOAL_META = {
    **_META, "isExitCriteria": bool, "conversionUnit": str, "conversionValue": str, "conversionTypeId": int,
    "chainType": str,
}  # fmt: skip
_GOAL = {
    **_ELEMENT,
    "outcomes": [{}],
    "arguments": {"criteria": str},
    "configurationArguments": {"criteria": str, "schemaVersionId": (int, str)},
    "metaData": _GOAL_META,
}
_ACTIVITY = {
    **_ELEMENT,
    "applicationId": str,
    "outcomes": [_OUTCOME],
    "arguments": {},
    "configurationArguments": {},
    "metaData": {},
    "schema": {},
}
_SPECIFICATION = {
    "id": str, "key": str, "name": str, "description": str, "workflowApiVersion": _NUMBER, "version": _NUMBER,
    "modifiedDate": str, "triggers": [_TRIGGER], "goals": [_GOAL], "activities": [_ACTIVITY], "metaData": {},
    "defaults": {"email": [str], "properties": {}}, "definitionType": str, "channel": str, "entryMode": str,
    "exits": [{}], "notifiers": [{}], "categoryId": (int, str), "executionMode": str,
}  # fmt: skip
"""Property -> type, several types, the properties of an object, or what a list holds."""
_VALUES = {
    "workflowApiVersion": (0.5, 1),
    "definitionType": ("Multistep", "Quicksend", "Transactional"),
}
_ELEMENTS = ("triggers", "goals", "activities")
_GOAL_VALUES = {"type": ("ContactEvent", "Event", "ContactDecision"), "conversionUnit": ("percentage", "wholenumber")}


def checked(body: dict[str, Any]) -> dict[str, Any]:
    """Return a specification; what is null of its elements is as if it was not there.

    Raises a 400 Refusal where it is not of the documented form.
    """
    if not is_unicode(json.dumps(body, ensure_ascii=False)):
        raise generic_problem(400, 10004, "The body holds half a character")
    _check(body, _SPECIFICATION, "")
    for name in ("key", "name", "workflowApiVersion"):
        _require(body, name, "")
    if len(body["key"]) > MAX_KEY_CHARS or "/" in body["key"]:
        raise generic_problem(400, 10005, f"key must be text of at most {MAX_KEY_CHARS} characters, without a slash")
    _check_values(body, _VALUES)
    for kind in ("triggers", "goals"):
        if len(body.get(kind) or []) > 1:
            raise generic_problem(400, 10005, f"A journey has at most one of {kind}")
    for goal in body.get("goals") or []:
        _check_values({**(goal.get("metaData") or {}), **goal}, _GOAL_VALUES)
    _check_elements(body.get("triggers") or [], body.get("activities") or [])
    return {**body, **{kind: list(map(_without_nulls, body[kind])) for kind in _ELEMENTS if body.get(kind)}}


def _without_nulls(element: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in element.items() if value is not None}


def _check_elements(triggers: list[dict[str, Any]], activities: list[dict[str, Any]]) -> None:
    for one in (*triggers, *activities):
        _require(one, "key", "Triggers and activities: ")
        _require(one, "type", "Triggers and activities: ")
    if any("." in (trigger.get("eventDefinitionKey") or "") for trigger in triggers):
        raise generic_problem(400, 10003, "eventDefinitionKey must not contain a period")
    if len({one["key"] for one in activities}) < len(activities):
        raise generic_problem(400, 10005, "Two activities have the same key")
    for activity in activities:
        if any(outcome.get("next") == "" for outcome in activity.get("outcomes") or []):
            raise generic_problem(400, 121000, f"The activity {activity['key']} has an outcome whose next is empty")


def _check(value: Any, wanted: Any, where: str) -> None:
    """Raise a 400 Refusal unless a value is of a type. where: the path to it."""
    kind = type(wanted) if isinstance(wanted, dict | list) else wanted
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise generic_problem(400, 10001, f"{where or 'The body'} has the wrong type")
    if isinstance(value, list) and isinstance(wanted, list):
        for place, one in enumerate(value):
            _check(one, wanted[0], f"{where}[{place}]")
    elif isinstance(value, dict) and isinstance(wanted, dict):
        for name, one in value.items():
            # null ends a path, and stands for what is not there
            if name in wanted and one is not None:
                _check(one, wanted[name], f"{where}.{name}".lstrip("."))


def _require(one: dict[str, Any], name: str, where: str) -> None:
    if one.get(name) in (None, ""):
        raise generic_problem(400, 10002, f"{where}{name} is required")


def _check_values(one: dict[str, Any], allowed: dict[str, tuple[Any, ...]]) -> None:
    for name, values in allowed.items():
        if one.get(name) is not None and one[name] not in values:
            raise generic_problem(400, 10005, f"{name} must be one of {', '.join(map(repr, values))}")
