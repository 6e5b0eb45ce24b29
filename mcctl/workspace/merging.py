"""Two changes of the same files brought together, file by file and line by line, where they do not meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from merge3 import Merge3

from mcctl.errors import InputError
from mcctl.workspace.shape import Files, parsed


def merged(
    base: Callable[[str], bytes | None], ours: Files, theirs: Files, path: str, *, marked: bool = False
) -> Files | None:
    """Return the files with both changes in them; None where these meet. path: where the names of the files begin.

    base: the content of a file, by what follows the path, before both changes; None where it is not known. marked:
    whether texts have both changes between marks where they meet; properties never have.
    """
    found: Files = {}
    for suffix in sorted({*ours, *theirs}):
        here, there, before = ours.get(suffix), theirs.get(suffix), base(suffix)
        if here == there or there == before:
            one = here
        elif here == before:
            one = there
        elif here is None or there is None or before is None:
            return None
        else:
            one = merged_text(before, here, there, marked=marked and not suffix.endswith(".yaml"))
            if one is None or not _is_readable(suffix, one, path):
                return None
        if one is not None:
            found[suffix] = one
    return found


def merged_text(before: bytes, here: bytes, there: bytes, *, marked: bool = False) -> bytes | None:
    """Return a text with two changes of it; None where these meet, unless they are to be marked."""
    if b"\0" in here or b"\0" in there:
        return None
    lines = [text.splitlines(keepends=True) for text in (before, here, there)]
    parts: list[bytes] = []
    for what, *rest in Merge3(lines[0], lines[1], lines[2]).merge_groups():
        if what == "conflict" and not marked:
            return None
        parts += _both(*rest[1:]) if what == "conflict" else rest[0]
    return b"".join(parts)


def _both(here: Sequence[bytes], there: Sequence[bytes]) -> list[bytes]:
    """Return two versions of some lines between marks, each of which is a line of its own."""
    sides = (b"".join(lines) for lines in (here, there))
    mine, theirs = (text if not text or text.endswith(b"\n") else text + b"\n" for text in sides)
    return [b"<<<<<<< here\n", mine, b"=======\n", theirs, b">>>>>>> there\n"]


def _is_readable(suffix: str, content: bytes, path: str) -> bool:
    """Whether merged properties are still properties."""
    if not suffix.endswith(".yaml"):
        return True
    try:
        parsed(content, path + suffix)
    except InputError:
        return False
    return True
