"""Assets of Content Builder: read in bulk with all that they hold, by id; later only what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from mcctl.errors import McctlError, Refused, Unavailable
from mcctl.reading import get, text, whole
from mcctl.rest.asset import AssetApi
from mcctl.rest.asset_query import Expression, all_of, condition
from mcctl.workspace import paths
from mcctl.workspace.kind import Kind, Present, Remote, Source
from mcctl.workspace.kinds.asset_body import asset_of
from mcctl.workspace.kinds.asset_files import ASKED, files_of
from mcctl.workspace.kinds.asset_layout import is_file
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.parallel import in_order
from mcctl.workspace.shape import Files, spelled

PAGE_SIZE, LEAST_PAGE_SIZE = 200, 10
_TEMPLATE = 4
_OVERLAP = timedelta(minutes=10)  # a search shows what has changed some time after the change
_GROUPS = (condition("assetType.id", "equal", _TEMPLATE), condition("assetType.id", "notEqual", _TEMPLATE))
"""Templates come first: an e-mail names its template by id alone."""
_ITSELF = ""


class _Place(NamedTuple):
    """How far a first reading came, once all before it was taken. part: of the reading. number: an id."""

    part: str
    number: int


def read(source: Source) -> Iterator[Remote | Present]:
    """Yield the assets of the business unit; of those that others share with it, what they are called."""
    seen: set[str] = set()
    mark = None if source.full else source.lock.header.watermark.get("asset")
    goes_on = source.is_whole and bool(source.lock.header.reading)
    for found in with_files(source, _found(source, mark)):
        seen.add(found.entry.id if isinstance(found, Remote) else found.id)
        yield found
    if mark is not None or goes_on:
        yield from _unchanged(source, seen)
    yield from _shared(source)


def everything(source: Source) -> Iterator[Remote]:
    """Yield all assets of the business unit, whatever the lock knows of them; files without their content."""
    own = _own(source)
    for answer in AssetApi(source.client).query(query=own, fields=list(ASKED), page_size=PAGE_SIZE):
        number, key = whole(get(answer, "id")), text(answer, "customerKey")
        if number is not None and key:
            entry = entry_of(answer, number, key)
            yield from source.shaped(entry, partial(remote, source, entry, answer))


def body(files: Files, path: str, known: Known) -> dict[str, Any]:
    """Return an asset; references to saved blocks and templates have their ids, as far as these are known."""
    asset: dict[str, Any] = _resolved(asset_of(files, path), known)
    return asset


def _found(source: Source, mark: str | None) -> Iterator[Remote | Present | _Place]:
    """Yield what was changed since a time, or everything."""
    since = [] if mark is None else [condition("modifiedDate", "greaterThan", before_mark(mark))]
    keeps_place = mark is None and source.is_whole
    for number, group in enumerate(_GROUPS):
        for asset in _by_id(source, all_of([group, *since]), f"asset/{number}" if keeps_place else ""):
            if isinstance(asset, _Place):
                yield asset
            else:
                yield from _read_one(source, asset)


def _by_id(source: Source, query: Expression, part: str) -> Iterator[dict[str, Any] | _Place]:
    """Yield the assets that a query finds, by id. part: under which the lock keeps how far this came, if at all.

    Pages become smaller where the platform does not manage them.
    """
    api, size = AssetApi(source.client), PAGE_SIZE
    behind = whole(source.lock.header.reading.get(part)) or 0 if part else 0
    while True:
        try:
            page = api.behind(query=query, number=behind, page_size=size, fields=list(ASKED))
        except Unavailable:
            if size <= LEAST_PAGE_SIZE:
                raise
            size = max(size // 2, LEAST_PAGE_SIZE)
            continue
        numbers = [number for one in page if (number := whole(get(one, "id"))) is not None]
        source.odd += ["An asset is no object, but something else" for one in page if not isinstance(one, dict)]
        yield from (one for one in page if isinstance(one, dict))
        if not page or max(numbers, default=0) <= behind:
            return
        behind = max(numbers)
        if part:
            yield _Place(part, behind)


def _read_one(source: Source, answer: dict[str, Any]) -> Iterator[Remote | Present]:
    number, key = whole(get(answer, "id")), text(answer, "customerKey")
    if number is None or not key:
        source.odd.append(f"An asset has no {'id' if number is None else f'key; its id is {number}'}")
        return
    owner = whole(get(answer, "memberId"))
    if source.mid is not None and owner not in (None, source.mid):
        return  # what is shared is read by itself
    entry = entry_of(answer, number, key)
    yield from source.taken(entry, lambda: remote(source, entry, whole_asset(source, answer, number)))


def entry_of(answer: dict[str, Any], number: int, key: str) -> Entry:
    """Return what the lock keeps of an asset."""
    return Entry(
        kind="asset",
        key=key,
        id=str(number),
        name=text(answer, "name"),
        owner=whole(get(answer, "memberId")),
        modified=text(answer, "modifiedDate"),
        object=text(answer, "objectID"),
        legacy=text(answer, "legacyData.legacyId", "data.email.legacy.legacyId"),
        url=text(answer, "fileProperties.publishedURL"),
    )


def whole_asset(source: Source, answer: dict[str, Any], number: int) -> dict[str, Any]:
    """Return an asset with what it holds, asked for by itself where a list did not bring it."""
    held = ("content", "views", "slots", "blocks", "fileProperties", "meta", "data")
    if any(get(answer, name) is not None for name in held):
        return answer
    return AssetApi(source.client).get(asset_id=number)


def remote(source: Source, entry: Entry, answer: dict[str, Any]) -> Remote:
    """Return an asset as it is there. Raises InputError for one that cannot stand in files."""
    asset = spelled(answer, ("assetType", "content", "name"))
    before = source.before("asset", entry.id)
    files = files_of(asset, source.known, source.ignored("asset"), before.files if before else ())
    known = before.path.rpartition("/")[0] if before else ""
    folder = source.folders.get(text(answer, "category.id")) or known or paths.CONTENT
    if is_file(asset):
        stem = paths.slug(entry.name or entry.key, entry.key)
        return Remote(entry, folder, stem, files, _changed_by(answer), (_ITSELF,), answer)
    return Remote(entry, folder, paths.stem(entry.key, entry.name), files, _changed_by(answer), answer=answer)


def _changed_by(answer: dict[str, Any]) -> str:
    return text(answer, "modifiedBy.name", "modifiedBy.email")


def with_files(source: Source, found: Iterator[Remote | Present | _Place]) -> Iterator[Remote | Present]:
    """Yield assets, those that are files with their content, as far as it is asked for and not too large."""

    def content(one: Remote | Present | _Place) -> bytes | None:
        if not isinstance(one, Remote) or not one.lacks or not source.max_file or _is_there(source, one.entry):
            return None
        return AssetApi(source.client).get_file(asset_id=int(one.entry.id))

    for one, answer in in_order(found, content):
        if isinstance(one, _Place):
            source.lock.header.reading[one.part] = str(one.number)
            continue
        if isinstance(answer, McctlError):
            source.spare(f"{_told(one)}: its file", answer)
        elif answer is not None and isinstance(one, Remote):
            if len(answer) <= source.max_file:
                yield one._replace(files={**one.files, _ITSELF: answer}, lacks=())
                continue
            source.left_out.append(f"{one.entry.address}: its file has {len(answer):,} bytes; files.max keeps it out")
        yield one


def _told(one: Remote | Present) -> str:
    return str(one.entry.address) if isinstance(one, Remote) else f"asset {one.id}"


def _is_there(source: Source, entry: Entry) -> bool:
    """Whether the content of a file is the one that the lock knows."""
    before = source.lock.by_id("asset", entry.id)
    return before is not None and _ITSELF in before.files and before.modified == entry.modified


def _unchanged(source: Source, seen: set[str]) -> Iterator[Present]:
    """Yield those that were there before, and are still: counted, and looked up only where the count is another."""
    own = _own(source)
    expected = {entry.id for entry in source.lock.of_kind("asset") if entry.path} | seen
    count = AssetApi(source.client).count(query=own)
    if count == len(expected):
        there = expected
    else:
        api, behind, there = AssetApi(source.client), 0, set[str]()
        while page := [number for one in api.behind(query=own, number=behind, page_size=PAGE_SIZE, fields=[])
                       if (number := whole(get(one, "id"))) is not None and number > behind]:  # fmt: skip
            there |= set(map(str, page))
            behind = max(page)
    yield from (Present("asset", number) for number in sorted(there - seen, key=int))


def _shared(source: Source) -> Iterator[Remote | Present]:
    """Yield what assets of others that this business unit sees are called; they have no files here."""
    api, header = AssetApi(source.client), source.lock.header
    known = [entry for entry in source.lock.of_kind("asset") if not entry.path and entry.owner is not None]
    try:
        if not source.full and api.count_shared() == header.shared == len(known):
            yield from (Present("asset", entry.id) for entry in known)
            return
        header.shared = 0
        for answer in api.shared():
            number, key = whole(get(answer, "id")), text(answer, "customerKey")
            if number is None or not key or whole(get(answer, "memberId")) in (None, source.mid):
                continue
            header.shared += 1
            yield Remote(entry_of(answer, number, key), "", "", {}, _changed_by(answer))
    except Refused as error:
        source.odd.append(f"Shared assets: {error.message}")


def _own(source: Source) -> Expression:
    anything = condition("id", "greaterThan", 0)
    return anything if source.mid is None else condition("memberId", "equal", source.mid)


def before_mark(mark: str) -> str:
    """Return a time somewhat before a watermark, in the server's own zone."""
    try:
        return (datetime.fromisoformat(mark) - _OVERLAP).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return mark


def _resolved(value: Any, known: Known) -> Any:
    """Return a part of an asset with ids in the place of references, as far as they are known."""
    if isinstance(value, list):
        return [_resolved(one, known) for one in value]
    if not isinstance(value, dict):
        return value
    entry = known.entry(value)
    if entry is not None:
        return {"id": int(entry.id), "customerKey": entry.key, "name": entry.name}
    number = known.entry(value.get("id"))  # of a reference block
    given = {**value, "id": int(number.id)} if number else value
    return {name: _resolved(one, known) for name, one in given.items()}


KIND = Kind(("asset",), read, body)
