"""Queries and scripts of Automation Studio: what they run stands in a file of its own.

In which folder of Automation Studio one is, no file says.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from mcctl.errors import InputError
from mcctl.reading import guid, text
from mcctl.rest.activity import MODES, QUERY, SCRIPT, Activity, ActivityApi
from mcctl.workspace import paths
from mcctl.workspace.kind import Kind, Present, Remote, Source
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.shape import (
    Files,
    decoded,
    document,
    encoded,
    ordered,
    properties,
    reference,
    referred,
    said,
    spelled,
    without,
)


class Form(NamedTuple):
    """How the activities of a kind stand in files.

    name: of the kind. code: the property that is a file of its own; suffix: of that. server: what no file says.
    """

    name: str
    activity: Activity
    folder: str
    code: str
    suffix: str
    server: tuple[str, ...]


_SERVER = ("createdDate", "modifiedDate", "categoryId", "key")
QUERIES = Form(
    "query", QUERY, "automation/queries", "queryText", ".sql",
    (*_SERVER, "queryDefinitionId", "targetName", "targetDescription", "targetId", "targetKey", "targetUpdateTypeId",
     "targetUpdateTypeName", "validatedQueryText", "isFrozen"),
)  # fmt: skip
SCRIPTS = Form("script", SCRIPT, "automation/scripts", "script", ".ssjs",
               (*_SERVER, "ssjsActivityId", "status", "statusId"))  # fmt: skip
_TEXTS = ("key", "name", "description")
_FIRST = (*_TEXTS, "target", "mode")


def read(form: Form, source: Source) -> Iterator[Remote | Present]:
    """Yield every activity; a list brings all that each has."""
    for answer in ActivityApi(source.client).list_all(form.activity):
        entry = entry_of(form, answer)
        if entry is None:
            source.odd.append(f"A {form.name} has no id or no key: {text(answer, 'name') or 'it has no name either'}")
        else:
            yield from source.taken(entry, partial(remote, form, source, entry, answer))


def entry_of(form: Form, answer: Any) -> Entry | None:
    """Return what the lock keeps of an activity; None for one that has no id or no key."""
    number, key = guid(answer, form.activity.id), text(answer, form.activity.key)
    if not number or not key:
        return None
    return Entry(form.name, key, number, name=text(answer, "name"), modified=text(answer, "modifiedDate"))


def remote(form: Form, source: Source, entry: Entry, answer: dict[str, Any]) -> Remote:
    """Return an activity as it is there."""
    whole = spelled(answer, (*form.server, form.code, *_FIRST))
    needed = (form.code, *(("targetUpdateTypeId", "targetKey") if form is QUERIES else ()))
    if missing := next((name for name in needed if whole.get(name) is None), None):
        raise InputError(f"its {missing} is not told")
    plain = without(whole, (*form.server, form.code, *source.ignored(form.name)))
    told = {**plain, "key": entry.key, "description": text(plain, "description") or None}
    if form is QUERIES:
        told |= {"target": _target(whole, source.known), "mode": _mode(whole)}
    files = {
        f".{form.name}.yaml": document(ordered(said(told), _FIRST)),
        form.suffix: encoded(text(whole, form.code)),
    }
    return Remote(entry, form.folder, paths.stem(entry.key, entry.name), files, answer=answer)


def _target(answer: dict[str, Any], known: Known) -> Any:
    """Return how a file names the data extension that takes the rows; one of the parent by its key alone."""
    key = text(answer, "targetKey")
    return known.reference("de", text(answer, "targetId")) or (reference("de", key) if _is_here(key, known) else key)


def _is_here(key: str, known: Known) -> bool:
    return known.entry(reference("de", key)) is not None


def _mode(answer: dict[str, Any]) -> Any:
    number = answer.get("targetUpdateTypeId")
    return next((name for name, one in MODES.items() if one == number), number)


def body(form: Form, files: Files, path: str, known: Known) -> dict[str, Any]:
    """Return an activity as the API takes it, but for its folder."""
    told = properties(files, path)
    if wrong := next((name for name in told if name in form.server and name != "key"), None):
        raise InputError(f"{path}: {wrong} is the platform's own; no file says it")
    if wrong := next((name for name in _TEXTS if not isinstance(told.get(name, ""), str)), None):
        raise InputError(f"{path}: {wrong} must be text; quotes make it so")
    if form.suffix not in files:
        raise InputError(f"{path}{form.suffix} is not there")
    told = {"description": "", **told, form.code: decoded(files[form.suffix], path + form.suffix)}
    if form is QUERIES:
        target, mode = told.pop("target", None), told.pop("mode", "overwrite")
        if referred(target) and not referred(target).startswith("de:"):
            raise InputError(f"{path}: its target must be a data extension, not {referred(target)}")
        entry = known.entry(target)
        told["targetKey"] = entry.key if entry else referred(target).partition(":")[2] or target
        told["targetUpdateTypeId"] = MODES.get(mode, mode) if isinstance(mode, str) else mode
    return told


QUERY_KIND = Kind((QUERIES.name,), partial(read, QUERIES), partial(body, QUERIES))
SCRIPT_KIND = Kind((SCRIPTS.name,), partial(read, SCRIPTS), partial(body, SCRIPTS))
