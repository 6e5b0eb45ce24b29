"""Assets: looked up fifty at a time, and written so that what the files do not say stays as it is."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from mcctl.reading import get, text, whole
from mcctl.rest.asset import MAX_KEY_CHARS, MAX_NAME_CHARS, AssetApi
from mcctl.rest.asset_query import Expression, one_of
from mcctl.rest.asset_types import is_file_type
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import asset
from mcctl.workspace.kinds.asset_files import ASKED, SERVER
from mcctl.workspace.kinds.asset_layout import type_of
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.shape import Files, spelled
from mcctl.workspace.writers.writer import Write, Writer, body, body_before, changed, expect

_AT_ONCE = 50
_ITSELF = ""
_MAX_FILE_BYTES = 3_000_000  # in base64, a request of 4 MB holds no more
_MAX_BYTES = 4_000_000
_NOT_MADE = ("webpage", "landingpage", "microsite", "interactivecontent", "jscoderesource", "csscoderesource",
             "jsoncoderesource", "xmlcoderesource", "rsscoderesource", "textcoderesource")  # fmt: skip
"""Types that no API makes; those that are there can be changed."""


def look(source: Source, entries: Sequence[Entry]) -> Iterator[Remote]:
    """Yield those of some assets that are there."""
    numbers = [number for entry in entries if (number := whole(entry.id)) is not None]
    keys = [entry.key for entry in entries if not entry.id]
    wanted = {key.casefold() for key in keys}
    found = (
        one for query in (*_queries("id", numbers), *_queries("customerKey", keys)) for one in _found(source, query)
    )
    meant = (one for one in found if int(one.entry.id) in set(numbers) or one.entry.key.casefold() in wanted)
    yield from (one for one in asset.with_files(source, meant) if isinstance(one, Remote))


def taken_names(source: Source, names: Sequence[str]) -> set[tuple[str, str]]:
    """Return the names, in lower case, of assets called by some names, each with the id of the folder that has it."""
    api, found = AssetApi(source.client), set[tuple[str, str]]()
    for query in _queries("name", list(names)):
        for answer in api.query(query=query, fields=["category"], page_size=_AT_ONCE):
            found.add((text(answer, "name").casefold(), text(answer, "category.id")))
    return found


def create(source: Source, write: Write) -> Remote:
    """Make an asset."""
    given = {**body(source, write), **_placed(write), **_file(write.files)}
    return _shaped(source, write, AssetApi(source.client).create(body=given))


def change(source: Source, write: Write) -> Remote:
    """Change an asset: its properties that are to be others, each whole; what the files do not say stays in them.

    Where something inside is to vanish, the asset is replaced as a whole: what is left out of a change may stay.
    """
    before, after = body_before(source, write), body(source, write)
    raw = spelled(write.before.answer if write.before else {}, (*ASKED, *after))
    new = {name: _brought(raw.get(name), before.get(name), value) for name, value in changed(before, after).items()}
    given = {**new, **_placed(write), **_new_file(write)}
    api, number = AssetApi(source.client), whole(write.entry.id) or 0
    if _vanishes(before, after):
        kept = {name: value for name, value in raw.items() if name not in (*SERVER, *(before.keys() - after.keys()))}
        kept |= {"category": {"id": whole(get(raw, "category.id"))}}
        return _shaped(source, write, api.replace(asset_id=number, body={**kept, **given}))
    return _shaped(source, write, api.patch(asset_id=number, body=given))


def delete(source: Source, remote: Remote) -> None:
    """Delete an asset."""
    AssetApi(source.client).delete(asset_id=int(remote.entry.id))


def refusals(write: Write, known: Known) -> Iterator[str]:
    """Yield why an asset cannot be written."""
    after = asset.body({name: one for name, one in write.files.items() if name}, write.entry.path, known)
    key, name = text(after, "customerKey"), text(after, "name")
    if len(key) > MAX_KEY_CHARS:
        yield f"the key {key} has {len(key)} characters; at most {MAX_KEY_CHARS}"
    if not 0 < len(name) <= MAX_NAME_CHARS:
        yield f"its name has {len(name)} characters; 1 to {MAX_NAME_CHARS} make one"
    yield from _type_refusals(write, whole(type_of(after).get("id")), text(after, "assetType.name"))
    size = sum(len(content) for suffix, content in write.files.items() if suffix)
    if len(write.files.get(_ITSELF, b"")) > _MAX_FILE_BYTES or size > _MAX_BYTES:
        yield "it is too large: a request holds 4 MB, which are 3 MB of a file"


def _type_refusals(write: Write, number: int | None, name: str) -> Iterator[str]:
    if number is None:
        yield "its type is missing"
    elif write.before is not None:
        if whole(get(write.before.answer, "assetType.id")) != number:
            yield "the type of an asset cannot be changed"
    elif name in _NOT_MADE:
        yield f"no API makes assets of the type {name}; make it in CloudPages, and match it"
    elif is_file_type(number, name) and _ITSELF not in write.files:
        yield "the file itself is missing"


def _queries(name: str, values: list[Any]) -> list[Expression]:
    parts = (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
    return [one_of(name, part) for part in parts]


def _found(source: Source, query: Expression) -> Iterator[Remote]:
    for answer in AssetApi(source.client).query(query=query, fields=list(ASKED), page_size=_AT_ONCE):
        number, key = whole(get(answer, "id")), text(answer, "customerKey")
        if number is None or not key:
            source.odd.append(f"An asset has no {'id' if number is None else f'key; its id is {number}'}")
            continue
        entry = asset.entry_of(answer, number, key)
        yield from source.shaped(entry, partial(_remote, source, entry, answer))


def _remote(source: Source, entry: Entry, answer: dict[str, Any]) -> Remote:
    return asset.remote(source, entry, asset.whole_asset(source, answer, int(entry.id)))


def _shaped(source: Source, write: Write, answer: dict[str, Any]) -> Remote:
    """Return an asset as the answer to a write tells it; a file is the one that was sent."""
    number, key = whole(get(answer, "id")) or 0, text(answer, "customerKey") or write.entry.key
    entry = asset.entry_of(answer, number, key)
    expect(source, Entry(entry.kind, entry.key, entry.id, path=write.entry.path), write.files)
    found = _remote(source, entry, answer)
    if not found.lacks or _ITSELF not in write.files:
        return found
    return found._replace(files={**found.files, _ITSELF: write.files[_ITSELF]}, lacks=())


def _placed(write: Write) -> dict[str, Any]:
    return {} if write.folder is None else {"category": {"id": write.folder}}


def _file(files: Files) -> dict[str, Any]:
    return {"file": base64.b64encode(files[_ITSELF]).decode()} if _ITSELF in files else {}


def _new_file(write: Write) -> dict[str, Any]:
    before = write.before.files.get(_ITSELF) if write.before else None
    return {} if before == write.files.get(_ITSELF) else _file(write.files)


def _brought(raw: Any, before: Any, after: Any) -> Any:
    """Return what a property is to be: as it came, without what is to vanish from it, and with what is to be there."""
    if not isinstance(raw, dict) or not isinstance(after, dict) or _is_another(raw, after):
        return after
    old = before if isinstance(before, dict) else {}
    kept = {name: value for name, value in raw.items() if name not in old or name in after}
    return {**kept, **{name: _brought(raw.get(name), old.get(name), value) for name, value in after.items()}}


def _is_another(raw: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a part is that of another object, so that nothing of it may stay."""
    return "id" in after and whole(raw.get("id")) != whole(after["id"])


def _vanishes(before: Any, after: Any) -> bool:
    """Whether something that was said is said no more."""
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    return any(name not in after or _vanishes(value, after[name]) for name, value in before.items())


WRITER = Writer(look, create, change, delete, refusals)
