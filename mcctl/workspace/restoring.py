"""From what a business unit has back to the files: what was rendered stands as it did before, wherever it is unchanged.

Lines are aligned first, then the words of lines that changed: a variable beside a change stays one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from mcctl.errors import InputError

_WORD = re.compile(r"\w+|\s+|[^\w\s]")


class Piece(NamedTuple):
    """A part of a text: as it stands in the file, and as it is there. what: the variable that it is, if it is one."""

    source: str
    value: str
    what: str = ""


class _Mark(NamedTuple):
    """Where something was put in: from start to end in the rendered text. source: what stood there in the file."""

    start: int
    end: int
    source: str
    what: str


def restored(pieces: Sequence[Piece], there: str, back: Callable[[str], str]) -> str:
    """Return a file as it is to be, so that it is rendered as what is there.

    pieces: how the file was rendered. back: takes a text of there that is new, and names in it the objects here.
    Raises InputError where what was put in has changed itself: nobody can tell what is meant.
    """
    rendered = "".join(piece.value for piece in pieces)
    marks = list(_marks(pieces))
    before, after = rendered.splitlines(keepends=True), there.splitlines(keepends=True)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    found: list[str] = []
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (what, b1, b2, a1, a2) in enumerate(blocks, 1):
        start, end = starts[b1], starts[b2]
        inside = [mark for mark in marks if start <= mark.start and (mark.start < end or number == len(blocks))]
        if crossing := next((mark for mark in inside if mark.end > end), None):
            raise _changed(crossing, rendered, "".join(after[a1:a2]))
        if what == "equal":
            found.append(_with_sources(rendered, start, end, inside))
        elif what != "delete":
            found.append(_aligned(rendered[start:end], "".join(after[a1:a2]), start, inside, back))
    return "".join(found)


def _marks(pieces: Sequence[Piece]) -> Iterator[_Mark]:
    at = 0
    for piece in pieces:
        if piece.what or piece.source != piece.value:
            yield _Mark(at, at + len(piece.value), piece.source, piece.what)
        at += len(piece.value)


def _with_sources(text: str, start: int, end: int, marks: Sequence[_Mark]) -> str:
    """Return a part of the rendered text as the file has it."""
    found, at = [], start
    for mark in marks:
        found += [text[at : mark.start], mark.source]
        at = mark.end
    return "".join([*found, text[at:end]])


def _aligned(before: str, after: str, offset: int, marks: Sequence[_Mark], back: Callable[[str], str]) -> str:
    """Return changed lines with what was put in as the file has it. offset: of `before` in the whole text."""
    left = [mark._replace(start=mark.start - offset, end=mark.end - offset) for mark in marks]
    old, new = _WORD.findall(before), _WORD.findall(after)
    starts_old, starts_new = _starts(old), _starts(new)
    places: list[tuple[int, int, str]] = []
    for what, o1, o2, n1, _n2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        start, end, shift = starts_old[o1], starts_old[o2], starts_new[n1] - starts_old[o1]
        for mark in [one for one in left if one.start < end and one.end > start]:
            if what != "equal" or mark.start < start or mark.end > end:
                raise _changed(mark, before, after)
            places.append((mark.start + shift, mark.end + shift, mark.source))
        empty = [one for one in left if one.start == one.end and start <= one.start <= end and what == "equal"]
        places += [(one.start + shift, one.end + shift, one.source) for one in empty]
        left = [one for one in left if one not in empty]
    if lost := next((one for one in left if one.start == one.end), None):
        raise _changed(lost, before, after)
    found, at = [], 0
    for start, end, source in sorted(places):
        found += [back(after[at:start]), source]
        at = end
    return "".join([*found, back(after[at:])])


def _starts(words: Sequence[str]) -> list[int]:
    found = [0]
    for word in words:
        found.append(found[-1] + len(word))
    return found


def _changed(mark: _Mark, before: str, after: str) -> InputError:
    if mark.what.startswith("secret."):
        return InputError(f"{mark.what} stood in what is another there")
    was = before[mark.start : mark.end]
    if mark.what:
        return InputError(f"{mark.what} was {was!r}, and is another there: {after.strip()[:120]!r}")
    return InputError(f"{mark.source!r} stood as {was!r}, and is another there: {after.strip()[:120]!r}")
