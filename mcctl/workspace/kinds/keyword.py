"""Keywords of short and long codes, each called CODE.WORD. Those that the parent lends are its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from mcctl.errors import InputError
from mcctl.reading import get, text
from mcctl.rest.sms_keyword import KeywordApi
from mcctl.workspace import paths
from mcctl.workspace.kind import Kind, Present, Remote, Source
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.shape import Files, document, ordered, properties, said, without

FOLDER, SUFFIX = "keywords", ".keyword.yaml"
USUAL = {"keywordType": "NORMAL", "restriction": "NONE"}
"""What no file says, because it is so of nearly all."""
TEXTS = ("responseMessage", "companyName")


_ALL = ("key", *USUAL, *TEXTS)


def read(source: Source) -> Iterator[Remote | Present]:
    """Yield every keyword of the business unit; a list brings all that each has."""
    for answer in own_keywords(source):
        entry = entry_of(answer)
        if entry is None:
            source.odd.append(f"A keyword has no id or no code: {text(answer, 'keyword') or 'it has no word either'}")
        else:
            yield from source.taken(entry, partial(remote, source, entry, answer))


def own_keywords(source: Source) -> Iterator[Any]:
    """Yield the keywords of the business unit, without those that the parent lends."""
    return (one for one in KeywordApi(source.client).list_all() if get(one, "isInherited") is not True)


def entry_of(answer: Any) -> Entry | None:
    """Return what the lock keeps of a keyword; None for one that has no id, no code or no word."""
    number, code, word = text(answer, "id"), text(answer, "code.code"), text(answer, "keyword").upper()
    if not number or not code or not word:
        return None
    return Entry("keyword", f"{code}.{word}", number, name=word, modified=text(answer, "lastUpdated"))


def remote(source: Source, entry: Entry, answer: dict[str, Any]) -> Remote:
    """Return a keyword as it is there."""
    unusual = {name: text(answer, name) for name, usual in USUAL.items() if text(answer, name) not in ("", usual)}
    told = {"key": entry.key, **unusual, **{name: text(answer, name) or None for name in TEXTS}}
    files = {SUFFIX: document(ordered(said(without(told, source.ignored("keyword"))), _ALL))}
    return Remote(entry, FOLDER, paths.slug(entry.key, entry.id), files, answer=answer)


def body(files: Files, path: str, _known: Known) -> dict[str, Any]:
    """Return a keyword as the API takes it, but for the id of its code: `code` is the code itself."""
    told = properties(files, path)
    if unknown := sorted({*told} - {*_ALL}):
        raise InputError(f"{path}{SUFFIX}: {unknown[0]} is no property of a keyword; there are {', '.join(_ALL)}")
    if wrong := next((name for name, value in told.items() if not isinstance(value, str)), None):
        raise InputError(f"{path}{SUFFIX}: {wrong} must be text; quotes make it so")
    code, dot, word = text(told, "key").partition(".")
    if told.get("key") is not None and not (dot and code and word):
        raise InputError(f"{path}{SUFFIX}: the key must be CODE.WORD, such as 12345.TRAIL")
    texts = {name: text(told, name) for name in TEXTS}
    key = f"{code}.{word.upper()}" if code else None
    return {**USUAL, **told, **texts, "key": key, "code": code, "keyword": word.upper()}


KIND = Kind(("keyword",), read, body)
