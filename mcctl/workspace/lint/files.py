"""Rules for files as such: bytes, names, and what never belongs into them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcctl.workspace import paths
from mcctl.workspace.lint.finding import ERROR, WARNING, Finding, Scene, Thing

_LONG_PATH = 240  # characters, beyond which Windows needs to be told otherwise
_CONFLICT = re.compile(rb"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_PLACEHOLDER = re.compile(rb"(?i:lorem ipsum)|\bTODO\b|\bXXX\b|\bFIXME\b")
_SECRET = re.compile(
    rb"(?:client_secret|clientsecret|api[_-]?key|password|passwd)[\"']?\s*[:=]\s*[\"'][^\"'\s%@]{8,}[\"']"
    rb"|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|EncryptSymmetric\s*\([^)]*,\s*[\"'][^\"']{6,}[\"']",
    re.IGNORECASE,
)
_BOM = b"\xef\xbb\xbf"


def find(scene: Scene) -> Iterator[Finding]:
    """Yield what is wrong with files."""
    for thing in scene.things:
        for suffix, content in thing.files.items():
            if suffix:
                yield from _of_text(thing.path + suffix, content)
    yield from _twins(scene.things)
    for path in scene.local.paths:
        if len(path) > _LONG_PATH:
            yield _whole("windows-path", WARNING, path, f"The path has {len(path)} characters; Windows takes 240")


def _of_text(path: str, content: bytes) -> Iterator[Finding]:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        yield _at("not-utf-8", ERROR, path, content, error.start, "The file is not UTF-8 text")
        return
    if (nul := content.find(b"\0")) >= 0:
        yield _at("nul", ERROR, path, content, nul, "The file holds a NUL")
    if content.startswith(_BOM):
        yield _whole("bom", WARNING, path, "The file begins with a byte order mark, which is sent with it")
    if content.count(b"\r\n") not in (0, content.count(b"\n")):
        yield _whole("mixed-line-ends", WARNING, path, "Some lines end as on Windows, and some do not")
    for rule, pattern, told in _PATTERNS:
        if found := pattern.search(content):
            yield _at(rule, ERROR, path, content, found.start(), told)


_PATTERNS = (
    ("conflict-markers", _CONFLICT, "A merge left its marks here"),
    ("placeholder-text", _PLACEHOLDER, "This text stands for another one, which is still to be written"),
    ("secret", _SECRET, "This looks like a secret; whoever can read the repository can read it"),
)


def _twins(things: list[Thing]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for path in sorted(thing.path + suffix for thing in things for suffix in thing.files):
        other = seen.setdefault(paths.compared(path), path)
        if other != path:
            yield _whole("case-twins", WARNING, path, f"On some file systems this is the same file as {other}")


def _whole(rule: str, level: str, path: str, message: str) -> Finding:
    return Finding(rule, level, path, 0, 0, message)


def _at(rule: str, level: str, path: str, content: bytes, at: int, message: str) -> Finding:
    line = content.count(b"\n", 0, at) + 1
    start = content.rfind(b"\n", 0, at) + 1
    return Finding(rule, level, path, line, len(content[start:at].decode("utf-8", "replace")) + 1, message)
