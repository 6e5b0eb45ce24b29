"""Queries and scripts: a new one is made in the top folder of its kind, and one that is there stays where it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from mcctl.errors import NotFound
from mcctl.reading import get, objects, text
from mcctl.rest.activity import MAX_KEY_CHARS, MODES, ActivityApi
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import activity
from mcctl.workspace.kinds.activity import QUERIES, SCRIPTS, Form
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.writers.writer import Write, Writer, body, only


def look(form: Form, source: Source, entries: Sequence[Entry]) -> Iterator[Remote]:
    """Yield those of some activities that are there."""
    api = ActivityApi(source.client)
    listed = list(api.list_all(form.activity)) if any(not entry.id for entry in entries) else []
    by_key = {form.activity.key_of(one).casefold(): one for one in objects(listed)}
    for entry in entries:
        answer = _with_id(api, form, entry.id) if entry.id else by_key.get(entry.key.casefold())
        told = activity.entry_of(form, answer)
        if told is not None and isinstance(answer, dict):
            yield from source.shaped(told, partial(activity.remote, form, source, told, answer))


def _with_id(api: ActivityApi, form: Form, number: str) -> dict[str, Any] | None:
    try:
        return api.get(form.activity, activity_id=number)
    except NotFound:
        return None


def create(form: Form, source: Source, write: Write) -> Remote:
    """Make an activity."""
    api = ActivityApi(source.client)
    told = {**body(source, write), "categoryId": api.root_folder(form.activity.folder)}
    api.create(form.activity, body=told)
    return only(look(form, source, [Entry(form.name, write.entry.key, "")]), write.entry)


def change(form: Form, source: Source, write: Write) -> Remote:
    """Change an activity: it is sent whole."""
    folder = get(write.before.answer, "categoryId") if write.before else None
    told = {**body(source, write), **({"categoryId": folder} if folder else {})}
    ActivityApi(source.client).update(form.activity, activity_id=write.entry.id, body=told)
    return only(look(form, source, [write.entry]), write.entry)


def delete(form: Form, source: Source, remote: Remote) -> None:
    """Delete an activity."""
    ActivityApi(source.client).delete(form.activity, activity_id=remote.entry.id)


def refusals(form: Form, write: Write, known: Known) -> Iterator[str]:
    """Yield why an activity cannot be written."""
    after = activity.body(form, write.files, write.entry.path, known)
    if not 0 < len(text(after, "key")) <= MAX_KEY_CHARS:
        yield f"a key has 1 to {MAX_KEY_CHARS} characters"
    if not text(after, "name"):
        yield "its name is missing"
    if not text(after, form.code).strip():
        yield f"its {form.suffix} is empty"
    elif form is QUERIES:
        yield from _query_refusals(after)


def _query_refusals(after: dict[str, Any]) -> Iterator[str]:
    from mcctl.sql.refusals import certain  # the parser is dear to load

    yield from certain(text(after, "queryText"))
    if not text(after, "targetKey"):
        yield "its target is missing"
    if after["targetUpdateTypeId"] not in MODES.values():
        yield f"its mode must be one of {', '.join(MODES)}"


def _writer(form: Form) -> Writer:
    return Writer(
        partial(look, form),
        partial(create, form),
        partial(change, form),
        partial(delete, form),
        partial(refusals, form),
    )


QUERY_WRITER, SCRIPT_WRITER = _writer(QUERIES), _writer(SCRIPTS)
