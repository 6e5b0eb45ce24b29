"""The difference between two versions of an object's files, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import NamedTuple

from mcctl.pictures import pixels
from mcctl.workspace.shape import Files

_NO_END = "\\ No newline at end of file"


class FileDiff(NamedTuple):
    """A file that is not the same. added and removed: lines; of a file that is no text, both are 0.

    lines: those of a unified diff, without their ends.
    """

    path: str
    added: int
    removed: int
    lines: list[str]

    @property
    def stat(self) -> str:
        """How much is different, in a few words."""
        return f"+{self.added} -{self.removed}" if self.added or self.removed else self.lines[-1]


def diff(path: str, before: Files, after: Files, names: tuple[str, str]) -> Iterator[FileDiff]:
    """Yield the files that are not the same in two versions of an object. names: of the two versions."""
    for suffix in sorted({*before, *after}):
        old, new = before.get(suffix), after.get(suffix)
        if old != new:
            yield _file_diff(path + suffix, old, new, names)


def _file_diff(path: str, old: bytes | None, new: bytes | None, names: tuple[str, str]) -> FileDiff:
    head = [f"--- {names[0]}/{path}" if old is not None else "--- /dev/null",
            f"+++ {names[1]}/{path}" if new is not None else "+++ /dev/null"]  # fmt: skip
    before, after = _lines(old), _lines(new)
    if before is None or after is None:
        return FileDiff(path, 0, 0, [*head, f"{_size(old)} → {_size(new)}"])
    body = [each for line in list(unified_diff(before, after, lineterm=""))[2:] for each in line.split("\n")]
    added = sum(line.startswith("+") for line in body)
    return FileDiff(path, added, sum(line.startswith("-") for line in body), [*head, *body])


def _lines(content: bytes | None) -> list[str] | None:
    """Return the lines of a text; None for what is no text."""
    if content is None:
        return []
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    *lines, last = text.split("\n")
    return [*lines, f"{last}\n{_NO_END}"] if last else lines


def _size(content: bytes | None) -> str:
    if content is None:
        return "nothing"
    size = pixels(content)
    return f"{len(content):,} bytes" + (f", {size[0]}x{size[1]}" if size else "")
