"""Data extensions: made, and changed only in ways that lose nothing. Rows are never touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from mcctl.errors import InputError, NotFound, OutcomeUnknown
from mcctl.reading import get, objects, text, whole
from mcctl.rest.de import DeApi
from mcctl.rest.de_field import complete_fields
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import de
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.writers.writer import Write, Writer, body, body_before, cannot, changed, only

MAX_KEY_CHARS = 200
FIELD_SECONDS = 30.0  # a changed field shows after some time
_POLL_SECONDS = 1.0
_SENDABLE = ("isSendable", "sendableCustomObjectField", "sendableSubscriberField")
_CHANGEABLE = ("name", "description", "isTestable", *_SENDABLE)


def look(source: Source, entries: Sequence[Entry]) -> Iterator[Remote]:
    """Yield those of some data extensions that are there."""
    api = DeApi(source.client)
    for entry in entries:
        try:
            number = entry.id or api.find(key=entry.key).id
            answer = api.get(de_id=number)
            fields = api.fields(de_id=number)
        except NotFound:
            continue
        told = de.entry_of(answer)
        if told is not None:
            yield from source.shaped(told, partial(de.remote, source, told, answer, fields))


def create(source: Source, write: Write) -> Remote:
    """Make a data extension; one that can be sent to, in two requests, since the platform does not take it in one."""
    told, api = body(source, write), DeApi(source.client)
    given = {name: value for name, value in told.items() if name not in _SENDABLE}
    if given.get("categoryId") is None:
        usual = api.usual_folder()
        given["categoryId"] = usual[0] if usual else None
    if given["categoryId"] is None:
        way_out = "Say it in targets/NAME.yaml: map: {de-folder: {FOLDER_AT_HOME: FOLDER_THERE}}"
        raise InputError("Nobody can tell in which folder new data extensions are there", way_out)
    fields = complete_fields([_plain(field) for field in objects(told.get("fields"))], [])
    made = api.create(body={**given, "isSendable": False, "fields": fields})
    if told.get("isSendable"):
        api.update(de_id=text(made, "id"), body={name: told[name] for name in _SENDABLE if name in told})
    return only(look(source, [Entry("de", write.entry.key, text(made, "id"))]), write.entry)


def change(source: Source, write: Write) -> Remote:
    """Change a data extension, and add, lengthen or rename fields, which show after some time."""
    before, after = body_before(source, write), body(source, write)
    api, number = DeApi(source.client), write.entry.id
    new, old = _fields(before, after)
    if old:
        ids = {text(one, "name"): text(one, "id") for one in objects(get(_answer(write), "fields"))}
        api.change_fields(de_id=number, fields=[{"id": ids.get(name, ""), **field} for name, field in old])
    if new:
        api.add_fields(de_id=number, fields=new)
    given = {name: value for name, value in changed(before, after).items() if name in _CHANGEABLE}
    given |= {name: False for name in ("isSendable", "isTestable") if before.get(name) and not after.get(name)}
    given |= {name: "" for name in ("description",) if before.get(name) and not after.get(name)}
    if given:
        api.update(de_id=number, body=given)
    return _shown(source, write.entry, [*new, *(field for _, field in old)])


def delete(source: Source, remote: Remote) -> None:
    """Delete a data extension."""
    DeApi(source.client).delete(de_id=remote.entry.id)


def refusals(write: Write, known: Known) -> Iterator[str]:
    """Yield why a data extension cannot be written: nothing that loses data is done."""
    after = de.body(write.files, write.entry.path, known)
    if not 0 < len(text(after, "key")) <= MAX_KEY_CHARS:
        yield f"a key has 1 to {MAX_KEY_CHARS} characters"
    try:
        complete_fields([_plain(field) for field in objects(after.get("fields"))], [])
    except InputError as error:
        yield error.message
        return
    if write.before is None:
        return
    before = de.body(write.before.files, write.entry.path, known)
    yield from cannot(
        ("dataRetentionProperties", "categoryId"), before, after, "can be changed in Contact Builder only"
    )
    yield from cannot(("key",), before, after, "of a data extension cannot be changed by the API")
    rows = whole(get(write.before.answer, "rowCount"))
    held = f"it has {rows:,} rows" if rows else "it is empty" if rows == 0 else "nobody knows how many rows it has"
    yield from (f"{told}; {held}" for told in _losses(before, after))


def _losses(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Yield the changes of fields that lose data, or that no API makes."""
    were = {text(field, "name").casefold(): field for field in objects(before.get("fields"))}
    left = set(were)
    for field in objects(after.get("fields")):
        name = text(field, "name")
        old = were.get(_old_name(field, were))
        if old is None:
            if field.get("isPrimaryKey"):
                yield f"the new field {name} cannot be in the primary key"
            elif not field.get("isNullable") and field.get("defaultValue") in (None, ""):
                yield f"the new field {name} must be nullable, or have a default value"
            continue
        left.discard(text(old, "name").casefold())
        yield from _field_losses(name, old, field)
    yield from (f"the field {text(were[name], 'name')} cannot be taken away by the API" for name in sorted(left))


def _field_losses(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    if text(old, "type").casefold() != text(new, "type").casefold():
        yield f"the type of the field {name} cannot become {text(new, 'type')}"
    for part in ("length", "scale"):
        was, will = whole(old.get(part)) or 0, whole(new.get(part)) or 0
        if will < was:
            yield f"the {part} of the field {name} cannot become {will}; it is {was}"
    if bool(old.get("isPrimaryKey")) != bool(new.get("isPrimaryKey")):
        yield f"the primary key cannot be changed ({name})"
    elif old.get("isNullable") and not new.get("isNullable"):
        yield f"the field {name} cannot become required"


def _answer(write: Write) -> Any:
    return write.before.answer if write.before else None


def _fields(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], list[tuple[str, dict[str, Any]]]]:
    """Return the fields that are new, and those that are to be others, by the names that they had."""
    were = {text(field, "name").casefold(): field for field in objects(before.get("fields"))}
    new: list[dict[str, Any]] = []
    old: list[tuple[str, dict[str, Any]]] = []
    for field in objects(after.get("fields")):
        was = were.get(_old_name(field, were))
        if was is None:
            new.append(_plain(field))
        elif _without_place(was) != _without_place(_plain(field)):
            old.append((text(was, "name"), _plain(field)))
    return new, old


def _old_name(field: Mapping[str, Any], were: Mapping[str, Any]) -> str:
    """Return what a field was called; `renamed_from` says so until it is done."""
    name, old = text(field, "name").casefold(), text(field, de.RENAMED).casefold()
    return old if old and old in were and name not in were else name


def _plain(field: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in field.items() if name != de.RENAMED}


def _without_place(field: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in field.items() if name != "ordinal"}


def _shown(source: Source, entry: Entry, fields: Sequence[Mapping[str, Any]]) -> Remote:
    """Return a data extension once it shows some fields as they are to be. Raises OutcomeUnknown if not in time."""
    wanted = {_mark(field) for field in fields}
    clock = source.client.clock
    end = clock.monotonic() + FIELD_SECONDS
    while True:
        found = only(look(source, [entry]), entry)
        if wanted <= {_mark(field) for field in objects(de.body(found.files, "", source.known)["fields"])}:
            return found
        if clock.monotonic() > end:
            raise OutcomeUnknown(
                f"The fields of {entry.key} were accepted, and do not show after {FIELD_SECONDS:.0f} s"
            )
        clock.sleep(_POLL_SECONDS)


def _mark(field: Mapping[str, Any]) -> tuple[str, int | None]:
    return text(field, "name").casefold(), whole(field.get("length"))


WRITER = Writer(look, create, change, delete, refusals)
