"""Journey specifications: what can be told to be wrong with one before Marketing Cloud sees it.

A draft may be incomplete; what is there must fit together (get-started-with-the-journey-specification.md and the pages
of the activities' formats).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mcctl.choices import choice
from mcctl.errors import InputError, refuse_all
from mcctl.reading import text, whole

MAX_KEY_CHARS = 200
WAIT_UNITS = ("minutes", "hours", "days", "weeks", "months")
_WAITS_UNTIL = ("waitEndDateAttributeExpression", "specificDate", "waitForEventKey")
"""What of its configuration makes a wait end otherwise than after a time; exported ones have a waitDuration besides."""
READ_ONLY = ("id", "definitionId", "status", "createdDate", "modifiedDate", "lastPublishedDate", "stats", "tags",
             "scheduledStatus", "version")  # fmt: skip
"""What the platform says of a version."""


def new_journey(body: dict[str, Any]) -> dict[str, Any]:
    """Return the specification of a new journey, checked, without what only the platform can say.

    Raises InputError with everything that is wrong.
    """
    new = {"workflowApiVersion": 1.0, **{name: value for name, value in body.items() if name not in READ_ONLY}}
    check_journey(new)
    return new


def check_journey(body: dict[str, Any]) -> None:
    """Raise InputError, with everything that is wrong with a specification."""
    refuse_all(list(_problems(body)))


def event_key_of(body: dict[str, Any]) -> str | None:
    """Return the key of the event definition that brings contacts in; live journeys carry it in metaData."""
    trigger = next((one for one in _list(body, "triggers") if isinstance(one, dict)), {})
    key = trigger.get("eventDefinitionKey") or _dict(trigger, "metaData").get("eventDefinitionKey")
    return key if isinstance(key, str) else None


def _problems(body: dict[str, Any]) -> Iterator[str]:
    for name in ("key", "name"):
        if not isinstance(body.get(name), str) or not body[name]:
            yield f"The journey needs a {name}"
    if len(str(body.get("key") or "")) > MAX_KEY_CHARS:
        yield f"The key of the journey has more than {MAX_KEY_CHARS} characters"
    if not isinstance(body.get("workflowApiVersion"), int | float):
        yield f"workflowApiVersion must be a number such as 1.0, not {body.get('workflowApiVersion')!r}"
    if wrong := [kind for kind in ("triggers", "goals", "activities") if not _is_objects(body.get(kind))]:
        yield f"{' and '.join(wrong)} must be a list of objects"
        return
    for kind in ("triggers", "goals"):
        if len(_list(body, kind)) > 1:
            yield f"A journey has at most one of {kind}, not {len(_list(body, kind))}"
    yield from _trigger_problems(body)
    yield from _activity_problems(_list(body, "activities"))


def _is_objects(value: Any) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(one, dict) for one in value))


def _trigger_problems(body: dict[str, Any]) -> Iterator[str]:
    for trigger in _list(body, "triggers"):
        for name in ("key", "type"):
            if not isinstance(trigger.get(name), str) or not trigger[name]:
                yield f"The trigger needs a {name}"
    if "." in (event_key_of(body) or ""):
        yield f"The event definition key {event_key_of(body)!r} must not contain a period"


def _activity_problems(activities: list[dict[str, Any]]) -> Iterator[str]:
    keys = [str(activity.get("key") or "") for activity in activities]
    for place, activity in enumerate(activities, 1):
        for name in ("key", "type"):
            if not isinstance(activity.get(name), str) or not activity[name]:
                yield f"Activity {place} needs a {name}"
    for key in sorted({key for key in keys if keys.count(key) > 1 and key}):
        yield f"Two activities have the key {key!r}"
    for activity in activities:
        yield from _outcome_problems(activity, keys)
        yield from _configuration_problems(activity)
    if circle := _circle(activities):
        yield f"The activities point to each other in a circle: {' -> '.join(circle)}"
    elif len(starts := _starts(activities)) > 1:
        yield f"Nobody points to {' and '.join(starts)}, but only one activity can be the first"


def _outcome_problems(activity: dict[str, Any], keys: list[str]) -> Iterator[str]:
    outcomes = activity.get("outcomes") or []
    if not isinstance(outcomes, list) or not all(isinstance(outcome, dict) for outcome in outcomes):
        yield f"The outcomes of {activity.get('key')!r} must be a list of objects"
        return
    if any(outcome.get("next") == "" for outcome in outcomes):
        yield f"The activity {activity.get('key')!r} points to nothing: where a path ends, next is null, or left out"
    for there in _nexts(activity):
        if there not in keys:
            yield f"The activity {activity.get('key')!r} points to {there!r}, which does not exist"


def _configuration_problems(activity: dict[str, Any]) -> Iterator[str]:
    check = _CONFIGURATIONS.get(str(activity.get("type")).lower())
    if check and isinstance(activity.get("outcomes") or [], list):
        for problem in check(activity, _dict(activity, "configurationArguments")):
            yield f"The activity {activity.get('key')!r}: {problem}"


def _wait_problems(_activity: dict[str, Any], configuration: dict[str, Any]) -> Iterator[str]:
    unit, duration = configuration.get("waitUnit"), configuration.get("waitDuration")
    if unit:
        try:
            choice(str(unit), WAIT_UNITS, f"waitUnit {unit!r}")
        except InputError as error:
            yield error.message
    number = whole(duration)
    if duration not in (None, "") and number is None:
        yield f"waitDuration {duration!r} must be a whole number"
    if number is not None and number < 0 and not text(configuration, "waitEndDateAttributeExpression"):
        yield f"waitDuration {duration!r} must not be negative, unless it is counted from a date of the contact"


def _decision_problems(activity: dict[str, Any], configuration: dict[str, Any]) -> Iterator[str]:
    outcomes = {str(outcome.get("key")) for outcome in _list(activity, "outcomes") if isinstance(outcome, dict)}
    for key in _dict(configuration, "criteria"):
        if key not in outcomes:
            yield f"its criteria name the outcome {key!r}, which it does not have"


def _split_problems(activity: dict[str, Any], _configuration: dict[str, Any]) -> Iterator[str]:
    outcomes = [outcome for outcome in _list(activity, "outcomes") if isinstance(outcome, dict)]
    shares = [_dict(outcome, "arguments").get("percentage") for outcome in outcomes]
    numbers = [number for share in shares if (number := whole(share)) is not None and 0 <= number <= 100]
    if len(numbers) < len(shares) or sum(numbers) != 100:
        yield f"its percentages must be whole numbers from 0 to 100, and 100 together, not {shares}"


_CONFIGURATIONS = {
    "wait": _wait_problems,
    "multicriteriadecision": _decision_problems,
    "randomsplit": _split_problems,
}


def _nexts(activity: dict[str, Any]) -> list[str]:
    outcomes = activity.get("outcomes")
    found = outcomes if isinstance(outcomes, list) else []
    return [str(one["next"]) for one in found if isinstance(one, dict) and one.get("next")]


def _starts(activities: list[dict[str, Any]]) -> list[str]:
    pointed = {there for activity in activities for there in _nexts(activity)}
    keys = [str(activity.get("key")) for activity in activities]
    return [key for key in keys if key not in pointed]


def _circle(activities: list[dict[str, Any]]) -> list[str]:
    """Return the keys of activities that lead back to the first of them; none if every path ends.

    Only a wait until something happens may be part of a circle.
    """
    nexts = {str(activity.get("key")): [] if _waits_until(activity) else _nexts(activity) for activity in activities}
    left = {key: [there for there in group if there in nexts] for key, group in nexts.items()}
    while ends := [key for key, group in left.items() if not group]:
        left = {key: [there for there in group if there not in ends] for key, group in left.items() if key not in ends}
    if not left:
        return []
    path = [next(iter(left))]
    while path[-1] not in path[:-1]:
        path.append(left[path[-1]][0])
    return path[path.index(path[-1]) :]


def _waits_until(activity: dict[str, Any]) -> bool:
    configuration = _dict(activity, "configurationArguments")
    until = any(text(configuration, name) for name in _WAITS_UNTIL) or "waitDuration" not in configuration
    return str(activity.get("type")).lower().startswith("wait") and until


def _list(one: dict[str, Any], name: str) -> list[Any]:
    value = one.get(name)
    return value if isinstance(value, list) else []


def _dict(one: dict[str, Any], name: str) -> dict[str, Any]:
    value = one.get(name)
    return value if isinstance(value, dict) else {}
