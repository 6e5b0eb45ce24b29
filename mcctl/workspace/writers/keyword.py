"""Keywords: they are made and deleted; of one that is there, what it is answered with changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mcctl.reading import text
from mcctl.rest.sms_keyword import KeywordApi
from mcctl.workspace.kind import Remote, Source
from mcctl.workspace.kinds import keyword
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.writers.writer import Write, Writer, body, cannot, only

_MAX_CHARS = 25  # of a word


def look(source: Source, entries: Sequence[Entry]) -> Iterator[Remote]:
    """Yield those of some keywords that are there."""
    numbers = {entry.id.lower() for entry in entries if entry.id}
    names = {entry.address.folded for entry in entries if not entry.id}
    for answer in keyword.own_keywords(source):
        told = keyword.entry_of(answer)
        if told is not None and (told.id.lower() in numbers or told.address.folded in names):
            yield keyword.remote(source, told, answer)


def create(source: Source, write: Write) -> Remote:
    """Make a keyword."""
    api = KeywordApi(source.client)
    api.create(body=_sent(api, body(source, write)))
    return only(look(source, [Entry("keyword", write.entry.key, "")]), write.entry)


def change(source: Source, write: Write) -> Remote:
    """Change a keyword."""
    api = KeywordApi(source.client)
    api.update(keyword_id=write.entry.id, body=_sent(api, body(source, write)))
    return only(look(source, [write.entry]), write.entry)


def _sent(api: KeywordApi, told: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in told.items() if name != "key"}
    return {**rest, "code": {"id": api.code_id(code=told["code"])}}


def delete(source: Source, remote: Remote) -> None:
    """Delete a keyword."""
    KeywordApi(source.client).delete(keyword_id=remote.entry.id)


def refusals(write: Write, known: Known) -> Iterator[str]:
    """Yield why a keyword cannot be written."""
    after = keyword.body(write.files, write.entry.path, known)
    word = text(after, "keyword")
    if not 0 < len(word) <= _MAX_CHARS or any(char.isspace() or char == "," for char in word):
        yield f"a keyword is one word of at most {_MAX_CHARS} characters"
    if write.before is not None:
        before = keyword.body(write.before.files, write.entry.path, known)
        yield from cannot(("code", "keyword"), before, after, "of a keyword cannot be changed; make another one")


WRITER = Writer(look, create, change, delete, refusals)
