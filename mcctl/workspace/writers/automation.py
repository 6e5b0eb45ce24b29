"""Automations: whether a schedule is live is never written, and one that is live keeps its schedule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from mcctl.errors import NotFound
from mcctl.reading import objects, text, whole
from mcctl.rest.automation import RUNNING, SCHEDULED, AutomationApi
from mcctl.rest.automation_body import MAX_KEY_CHARS
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import automation
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.writers.writer import Write, Writer, body, body_before, changed, only

_START = "startSource"


def look(source: Source, entries: Sequence[Entry]) -> Iterator[Remote]:
    """Yield those of some automations that are there."""
    api = AutomationApi(source.client)
    listed = list(api.list_all()) if any(not entry.id for entry in entries) else []
    by_key = {text(one, "key").casefold(): text(one, "id") for one in objects(listed)}
    for entry in entries:
        number = entry.id or by_key.get(entry.key.casefold(), "")
        answers = _answers(api, number) if number else None
        if answers is None:
            continue
        told = automation.entry_of(answers[0], text(answers[1], "modifiedDate"))
        if told is not None:
            yield from source.shaped(told, partial(automation.remote, source, told, *answers))


def _answers(api: AutomationApi, number: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
    try:
        return automation.whole_of(api, number)
    except NotFound:
        return None


def create(source: Source, write: Write) -> Remote:
    """Make an automation; its schedule is not live."""
    AutomationApi(source.client).create(body=body(source, write))
    return only(look(source, [Entry("automation", write.entry.key, "")]), write.entry)


def change(source: Source, write: Write) -> Remote:
    """Change an automation. A schedule that changes is not live afterwards."""
    given = changed(body_before(source, write), body(source, write))
    told = {"name": write.entry.name, "key": write.entry.key, **given}
    AutomationApi(source.client).update(automation_id=write.entry.id, body=told)
    return only(look(source, [write.entry]), write.entry)


def delete(source: Source, remote: Remote) -> None:
    """Delete an automation; its activities stay."""
    AutomationApi(source.client).delete(automation_id=remote.entry.id)


def refusals(write: Write, known: Known) -> Iterator[str]:
    """Yield why an automation cannot be written."""
    after = automation.body(write.files, write.entry.path, known)
    if not 0 < len(text(after, "key")) <= MAX_KEY_CHARS:
        yield f"a key has 1 to {MAX_KEY_CHARS} characters"
    if not text(after, "name"):
        yield "its name is missing"
    if write.before is None:
        return
    status = whole(write.before.answer.get("statusId"))
    if status == RUNNING:
        yield "it is running; change it when it has ended"
    before = automation.body(write.before.files, write.entry.path, known)
    if before.get(_START) == after.get(_START):
        return
    if after.get(_START) is None:
        yield "no API takes a schedule or a file drop away; do that in Automation Studio, and pull"
    elif status == SCHEDULED:
        yield "its schedule is live, and the new one would not be; pause it first, with mcctl automation pause"


WRITER = Writer(look, create, change, delete, refusals)
