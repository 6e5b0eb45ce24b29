"""What a journey must be, to be published; and what of it the emulator can play.

Publication checks are those of validation-checks-to-publish-a-journey.md. Not emulated: activities but EMAILV2, SMS,
Wait by duration, MultiCriteriaDecision, RandomSplit and DataExtensionUpdate (so no Einstein splits), exit criteria,
exclusion filters, what only the platform can render in e-mails and texts, filters on attribute sets that are not
there, single sends.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from mcctl.ampscript.assets import parts_of
from mcctl.ampscript.errors import AmpscriptError
from mcctl.emulator.asset import store as asset_store
from mcctl.emulator.contact import store as contacts
from mcctl.emulator.core.web import Caller, generic_problem
from mcctl.emulator.de import definitions as de
from mcctl.emulator.event import store as events
from mcctl.emulator.journey import criteria
from mcctl.emulator.journey.criteria import Invalid, NotEmulated
from mcctl.emulator.journey.emails import (
    by_asset_id,
    configuration_of,
    email_id,
    exclusion_list,
    find_email,
    triggered_send,
)
from mcctl.emulator.journey.store import event_key_of
from mcctl.emulator.journey.waits import WaitProblem, check_wait, is_by_duration
from mcctl.emulator.rendering.messages import has_code, obstacles, unknown_names
from mcctl.emulator.tx import store as tx_store

GENERAL, BAD_EMAIL, BAD_ADDRESS = "VALIDATE_GENERAL_EXCEPTION", "121008", "121226"
EMAILS = ("emailv2", "email")
_THROTTLES = ("throttleLimit", "throttleOpens", "throttleCloses")
ENTRY_MODES = ("NotSet", "MultipleEntries", "OnceAndDone", "SingleEntryAcrossAllVersions")
_RENDERED = ("emailSubject", "preHeader")
_UNRENDERED = ("dynamicEmailSubject", "bccEmail", "ccEmail", "fromName", "fromAddress")
_TYPES = {
    "name": str,
    "definitionType": str,
    "triggers": list,
    "goals": list,
    "activities": list,
    "defaults": dict,
    "metaData": dict,
    "description": str,
}

Issue = dict[str, Any]


def refuse_not_emulated(db: sqlite3.Connection, eid: int, doc: dict[str, Any]) -> None:
    """Raise a 501 Refusal for what the emulator cannot play."""
    try:
        if str(doc.get("definitionType", "Multistep")).lower() == "quicksend":
            raise NotEmulated("Single sends")
        if doc.get("exits"):
            raise NotEmulated("Exit criteria (exits)")
        if str(doc.get("entryMode")).lower() not in map(str.lower, ENTRY_MODES):
            raise NotEmulated(f"The entry mode {doc.get('entryMode')!r}")
        if has_code(doc.get("defaults")):
            raise NotEmulated("AMPscript, in the defaults of the journey")
        for goal in (*doc["goals"], *doc["triggers"]):
            _refuse_filter(db, eid, configuration_of(goal).get("criteria"))
        for activity in doc["activities"]:
            _refuse_activity(db, eid, activity)
    except NotEmulated as error:
        raise generic_problem(501, 0, f"The emulator does not emulate: {error}") from error


def _refuse_activity(db: sqlite3.Connection, eid: int, activity: dict[str, Any]) -> None:
    kind = activity["type"].lower()
    if kind not in _CHECKS:
        raise NotEmulated(f"Activities of type {activity['type']} ({activity['key']})")
    configuration = configuration_of(activity)
    if kind == "wait" and not is_by_duration(activity):
        raise NotEmulated(f"Waits other than by duration ({activity['key']})")
    if kind == "multicriteriadecision" and isinstance(configuration.get("criteria"), dict):
        for xml in configuration["criteria"].values():
            _refuse_filter(db, eid, xml)
    if kind in EMAILS:
        _refuse_email(db, eid, activity)
    if kind == "sms":
        _refuse_templates(db, eid, activity, lambda: [find_sms(db, eid, activity) or ""])


def _refuse_email(db: sqlite3.Connection, eid: int, activity: dict[str, Any]) -> None:
    send = triggered_send(activity)
    email = find_email(db, eid, send) or {}
    if any(send.get(name) for name in _THROTTLES):
        raise NotEmulated(f"Send throttling ({activity['key']})")
    if str(send.get("exclusionFilter") or "").strip():
        raise NotEmulated(f"The exclusion filter of {activity['key']}")
    if any(has_code(send.get(name)) for name in _UNRENDERED):
        raise NotEmulated(f"AMPscript, in the sender or the copies of {activity['key']}")
    _refuse_templates(db, eid, activity, lambda: [*parts_of(email).values(), *_own_texts(send)])


def _own_texts(send: dict[str, Any]) -> list[str]:
    """Return the templates that an activity has beside its e-mail, without the fields of the event in them."""
    return [criteria.bound(str(send.get(name) or ""), lambda _: "") for name in _RENDERED]


def _refuse_templates(
    db: sqlite3.Connection, eid: int, activity: dict[str, Any], sources: Callable[[], list[str]]
) -> None:
    """Raise NotEmulated for templates that only the platform can render; that they are invalid is told elsewhere."""
    try:
        obstacle = next(obstacles(db, eid, eid, sources()), None)
    except AmpscriptError:
        return
    if obstacle:
        raise NotEmulated(f"{obstacle}, in the message of {activity['key']}")


def _refuse_filter(db: sqlite3.Connection, eid: int, xml: Any) -> None:
    """Raise NotEmulated for a filter that cannot be played; that it is invalid is told elsewhere."""
    if not isinstance(xml, str) or not xml:
        return
    try:
        paths = criteria.keys(criteria.parse(xml))
    except Invalid:
        return
    for path in paths:
        if not _is_known(db, eid, path):
            raise NotEmulated(f"A filter on {'.'.join(path)}, which is in no attribute set that there is")


def _is_known(db: sqlite3.Connection, eid: int, path: tuple[str, ...]) -> bool:
    """Whether the data behind a path can be had: an event, the contact, or an attribute set, or data extension."""
    names = tuple(name.lower() for name in path)
    if names[0] in ("event", "interactiondefaults", "context") or names == ("contact", "key"):
        return True
    set_name = names[2] if names[:2] == ("contact", "attribute") and len(names) == 4 else names[0]
    if set_name in {known.lower() for known in contacts.SETS}:
        return True
    return len(names) in (2, 4) and de.is_named(db, eid, set_name)


def issues(db: sqlite3.Connection, who: Caller, doc: dict[str, Any]) -> list[Issue]:
    """Return everything that keeps a journey from being published."""
    found = [*_entry_issues(db, who, doc)]
    if not doc["activities"]:
        found.append(_issue("An activity must be created and configured before activation can be successful"))
    found += _graph_issues(doc["activities"])
    columns = _columns(db, who, doc)
    for activity in doc["activities"]:
        for code, text in _CHECKS[activity["type"].lower()](db, who.eid, activity, columns):
            found.append(_issue(text, code, activity))
    for trigger in doc["triggers"]:
        if configuration_of(trigger).get("criteria"):
            problems = _filter_problems(configuration_of(trigger), columns)
            found += [_issue(f"The entry event must be configured: {text}") for text in problems]
    for goal in doc["goals"]:
        found += [
            _issue(f"The goal must be configured: {text}") for text in _filter_problems(configuration_of(goal), columns)
        ]
    for expression in (doc.get("defaults") or {}).get("email") or []:
        found += [_issue(text, BAD_ADDRESS) for text in _binding_problems(expression, columns)]
    return found


def entry_fields(db: sqlite3.Connection, mid: int, event_key: str | None) -> list[dict[str, Any]] | None:
    """Return the fields of the data extension of an event definition; None where there is none."""
    event = events.find(db, mid, event_key)
    row = de.with_guid(db, event["de_guid"]) if event else None
    return None if row is None else de.fields_of(row)


def warnings(db: sqlite3.Connection, eid: int, doc: dict[str, Any]) -> list[Issue]:
    """Return what a tenant would not understand, though the emulator does."""
    found = []
    for activity in doc["activities"]:
        number = email_id(triggered_send(activity))
        if number is None or asset_store.by_legacy_id(db, eid, number):
            continue
        if row := by_asset_id(db, eid, number):
            told = f"emailId {number} is the id of an asset; on a tenant it must be {row['legacy_id']}"
            text = f"{activity['key']}: {told}, its legacyData.legacyId"
            found.append({**_issue(text, BAD_EMAIL, activity), "errorType": "Warning"})
    return found


def start_of(doc: dict[str, Any]) -> str | None:
    """Return the key of the first activity: the one that nobody points to."""
    pointed = {outcome.get("next") for activity in doc["activities"] for outcome in activity.get("outcomes") or []}
    return next((activity["key"] for activity in doc["activities"] if activity["key"] not in pointed), None)


def _issue(text: str, code: str = GENERAL, activity: dict[str, Any] | None = None) -> Issue:
    issue = {"errorDetail": text, "errorCode": code, "errorType": "Error"}
    if activity is None:
        return issue
    place = {"activityKey": activity["key"], "activityId": activity["id"], "activityType": activity["type"]}
    return {**issue, "additionalInfo": place}


def _entry_issues(db: sqlite3.Connection, who: Caller, doc: dict[str, Any]) -> Iterator[Issue]:
    key = event_key_of(doc)
    if not key:
        yield _issue("An entry event must be configured before activation can be successful")
    elif events.find(db, who.mid, key) is None:
        yield _issue(f"The entry event definition {key} does not exist")
    elif entry_fields(db, who.mid, key) is None:
        yield _issue(f"The data extension of the entry event {key} does not exist")


def _columns(db: sqlite3.Connection, who: Caller, doc: dict[str, Any]) -> dict[str, set[str]]:
    """Return event key -> the names of its fields, in lower case."""
    key = event_key_of(doc)
    fields = entry_fields(db, who.mid, key) or []
    return {key or "": {field["name"].lower() for field in fields}}


def _graph_issues(activities: list[dict[str, Any]]) -> Iterator[Issue]:
    nexts = {
        activity["key"]: [outcome["next"] for outcome in activity.get("outcomes") or [] if outcome.get("next")]
        for activity in activities
    }
    for activity in activities:
        for there in nexts[activity["key"]]:
            if there not in nexts:
                yield _issue(
                    f"The activity {activity['key']} points to {there}, which does not exist", GENERAL, activity
                )
    pointed = {there for group in nexts.values() for there in group}
    starts = [key for key in nexts if key not in pointed]
    if len(starts) > 1:
        yield _issue(f"Nobody points to these activities, of which only one can be the first: {', '.join(starts)}")
    if activities and _has_cycle(nexts):
        yield _issue("The activities point to each other in a circle")


def _has_cycle(nexts: dict[str, list[str]]) -> bool:
    left = {key: [there for there in group if there in nexts] for key, group in nexts.items()}
    while ends := [key for key, group in left.items() if not group]:
        left = {key: [there for there in group if there not in ends] for key, group in left.items() if key not in ends}
    return bool(left)


Refusals = Iterator[tuple[str, str]]
Columns = dict[str, set[str]]


def _check_email(db: sqlite3.Connection, eid: int, activity: dict[str, Any], columns: Columns) -> Refusals:
    send = triggered_send(activity)
    email = find_email(db, eid, send)
    if email is None:
        yield BAD_EMAIL, f"{activity['key']}: there is no e-mail with the id {send.get('emailId')!r}"
        return
    try:
        parts = parts_of(email)
    except AmpscriptError as error:
        yield BAD_EMAIL, f"{activity['key']}: {error}"
        return
    if "%%profile_center_url%%" not in parts.get("html", "").lower():
        yield BAD_EMAIL, f"{activity['key']}: the e-mail has no link to the Profile Center (%%profile_center_url%%)"
    yield from _template_problems(activity, [*parts.values(), *_own_texts(send)], columns)
    yield from _list_problems(db, eid, activity)


def _list_problems(db: sqlite3.Connection, eid: int, activity: dict[str, Any]) -> Refusals:
    send = triggered_send(activity)
    for name in ("suppressionLists", "domainExclusions"):
        lists = send.get(name) or []
        if not isinstance(lists, list):
            yield GENERAL, f"{activity['key']}: {name} must be a list"
            continue
        for one in lists:
            if exclusion_list(db, eid, one) is None:
                told = one.get("id") if isinstance(one, dict) else one
                yield GENERAL, f"{activity['key']}: {name} names a data extension that does not exist: {told}"


def _template_problems(activity: dict[str, Any], sources: list[str], columns: Columns) -> Refusals:
    for field in _RENDERED:
        for told in _binding_problems(triggered_send(activity).get(field) or "", columns):
            yield BAD_EMAIL, f"{activity['key']}: {told}"
    try:
        unknown = unknown_names(sources, set().union(*columns.values()))
    except AmpscriptError as error:
        yield BAD_EMAIL, f"{activity['key']}: {error}"
        return
    for name in unknown:
        yield BAD_EMAIL, f"{activity['key']}: %%{name}%% is neither a field of the entry event nor a profile attribute"


def find_sms(db: sqlite3.Connection, eid: int, activity: dict[str, Any]) -> str | None:
    """Return the text of an SMS activity: smsToSend is the id or key of an SMS send definition."""
    wanted = str((activity.get("arguments") or {}).get("smsToSend"))
    row = tx_store.sms_definition(db, eid, wanted)
    return json.loads(row["doc"])["content"]["message"] if row else None


def _check_sms(db: sqlite3.Connection, eid: int, activity: dict[str, Any], columns: Columns) -> Refusals:
    if find_sms(db, eid, activity) is None:
        yield GENERAL, f"{activity['key']}: arguments.smsToSend is no SMS definition of this account"
    for text in _binding_problems((activity.get("arguments") or {}).get("phoneNumber") or "", columns):
        yield BAD_ADDRESS, f"{activity['key']}: {text}"


def _check_wait(_db: Any, _eid: int, activity: dict[str, Any], _columns: Columns) -> Refusals:
    try:
        check_wait(activity)
    except WaitProblem as error:
        yield GENERAL, f"{activity['key']}: {error}"


def _check_decision(_db: Any, _eid: int, activity: dict[str, Any], columns: Columns) -> Refusals:
    filters = configuration_of(activity).get("criteria")
    outcomes = {outcome.get("key") for outcome in activity.get("outcomes") or []}
    if not isinstance(filters, dict) or not filters:
        yield GENERAL, f"{activity['key']}: criteria is missing"
        return
    for key, xml in filters.items():
        if key not in outcomes:
            yield GENERAL, f"{activity['key']}: there is no outcome for the criteria {key}"
        for text in _filter_problems({"criteria": xml}, columns):
            yield GENERAL, f"{activity['key']}: {text}"


def _check_split(_db: Any, _eid: int, activity: dict[str, Any], _columns: Columns) -> Refusals:
    shares = [percentage(outcome) for outcome in activity.get("outcomes") or []]
    if len(shares) < 2 or sum(shares) != 100:
        yield GENERAL, f"{activity['key']}: the percentages must be 100 together"


def percentage(outcome: dict[str, Any]) -> int:
    """Return the share of an outcome of a random split, a number or its text; 0 where there is none."""
    arguments = outcome.get("arguments")
    text = str(arguments.get("percentage")).strip().removesuffix(".0") if isinstance(arguments, dict) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0


def _check_update(db: sqlite3.Connection, eid: int, activity: dict[str, Any], _columns: Columns) -> Refusals:
    if update_target(db, eid, activity) is None:
        yield GENERAL, f"{activity['key']}: dataExtensionId and field must name a field of a sendable data extension"


def update_target(
    db: sqlite3.Connection, eid: int, activity: dict[str, Any]
) -> tuple[sqlite3.Row, dict[str, Any], str] | None:
    """Return the data extension of an update, its field, and the field of the contact; None if there is none."""
    configuration = configuration_of(activity)
    row = de.with_guid(db, str(configuration.get("dataExtensionId")).lower())
    if row is None or row["eid"] != eid:
        return None
    doc = json.loads(row["doc"])
    field = next((one for one in doc["fields"] if configuration.get("field") in (one["id"], one["name"])), None)
    return (row, field, doc["sendableCustomObjectField"]) if field and doc.get("isSendable") else None


def _filter_problems(configuration: dict[str, Any], columns: Columns) -> Iterator[str]:
    xml = configuration.get("criteria")
    if not isinstance(xml, str) or not xml:
        yield "criteria is missing"
        return
    try:
        paths = criteria.keys(criteria.parse(xml))
    except Invalid as error:
        yield str(error)
        return
    for path in paths:
        yield from _path_problems(path, columns)


def _binding_problems(expression: Any, columns: Columns) -> Iterator[str]:
    for path in criteria.bindings(str(expression)):
        yield from _path_problems(path, columns)


def _path_problems(path: tuple[str, ...], columns: Columns) -> Iterator[str]:
    """Yield what is wrong with a path to a field of the entry event; others are looked up when they are needed."""
    if path and path[0].lower() == "event":
        names = columns.get(path[1] if len(path) > 2 else "")
        if names is None or path[-1].lower() not in names:
            yield f"{'.'.join(path)} is not a field of the entry event"


_CHECKS = {
    "emailv2": _check_email,
    "email": _check_email,
    "sms": _check_sms,
    "wait": _check_wait,
    "multicriteriadecision": _check_decision,
    "randomsplit": _check_split,
    "dataextensionupdate": _check_update,
}
