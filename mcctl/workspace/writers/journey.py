"""Journeys: a draft is changed in place; of one that is running, only a new version can be made, and only if asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from mcctl.errors import InputError, NotFound
from mcctl.reading import get, text, whole
from mcctl.rest.journey import RUNNING, JourneyApi
from mcctl.rest.journey_body import check_journey
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import journey
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.writers.writer import Write, Writer, body, body_before, cannot, only

DRAFT = "draft"


def look(source: Source, entries: Sequence[Entry]) -> Iterator[Remote]:
    """Yield those of some journeys that are there: of each the version that is in the files."""
    for entry in entries:
        try:
            versions = JourneyApi(source.client).versions(key=entry.id or entry.key, extras="all")
        except NotFound:
            continue
        meant = journey.meant(versions, entry.version)
        newest = versions[-1]
        told = journey.entry_of(meant)
        running = [one.number for one in versions if one.status in RUNNING]
        answer = {
            **meant.body,
            "newest": {"version": newest.number, "status": newest.status},
            "runningVersions": running,
        }
        yield from source.shaped(told, partial(journey.remote, source, told, answer))


def create(source: Source, write: Write) -> Remote:
    """Make a journey: a draft."""
    made = JourneyApi(source.client).create(body=body(source, write))
    return _again(source, write, whole(get(made, "version")) or 1)


def change(source: Source, write: Write) -> Remote:
    """Change the draft of a journey, or make a new version of it."""
    stored = write.before.answer if write.before else {}
    number = whole(get(stored, "newest.version")) or 1
    place: dict[str, Any] = {"version": number, "modifiedDate": get(stored, "modifiedDate")}
    if write.anew:
        number += 1
        place = {"version": number}
    told = {**_unsaid(source, write), **body(source, write), "id": write.entry.id, **place}
    JourneyApi(source.client).update(body=told)
    return _again(source, write, number)


def _unsaid(source: Source, write: Write) -> dict[str, Any]:
    """Return what a journey has that no file says, such as properties that are left out: it stays."""
    said = body_before(source, write)
    answer = write.before.answer if write.before else {}
    stored = {name: value for name, value in answer.items() if name not in journey.SERVER}
    return {name: value for name, value in stored.items() if name not in said}


def delete(source: Source, remote: Remote) -> None:
    """Delete a journey, with all of its versions."""
    JourneyApi(source.client).delete(journey_id=remote.entry.id)


def refusals(write: Write, known: Known) -> Iterator[str]:
    """Yield why a journey cannot be written."""
    after = journey.body(write.files, write.entry.path, known)
    try:
        check_journey(after)
    except InputError as error:
        yield from (error.message, *error.details)
    if text(after, "definitionType").lower() == "transactional":
        yield "a journey of transactional messages is written by way of its send definition only"
    if write.before is None:
        return
    before = journey.body(write.before.files, write.entry.path, known)
    yield from cannot(("key", "definitionType"), before, after, "of a journey cannot be changed")
    stored = write.before.answer
    newest, status = whole(get(stored, "newest.version")), text(stored, "newest.status")
    if newest != whole(get(stored, "version")):
        yield f"version {newest} is a draft that is in no file here; delete it, or publish it and pull"
    elif status.lower() != DRAFT and not write.anew:
        yield f"version {newest} is {status}; --new-version makes a draft of the change, and lets it go on"


def running(remote: Remote) -> bool:
    """Whether any version of a journey is running."""
    return bool(get(remote.answer, "runningVersions"))


def _again(source: Source, write: Write, number: int) -> Remote:
    return only(look(source, [Entry("journey", write.entry.key, "", version=str(number))]), write.entry)


WRITER = Writer(look, create, change, delete, refusals)
