"""A new key for an object, in its own file and in every text that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcctl.documents import parse_document
from mcctl.errors import InputError
from mcctl.workspace.address import Address
from mcctl.workspace.layout import key_name
from mcctl.workspace.local import Local
from mcctl.workspace.references import BINDING, KEY, REFERENCE, spans
from mcctl.workspace.shape import decoded, parsed
from mcctl.workspace.usages import Found, Usages

_FIXED = {
    "folder": "a folder is renamed by moving its directory",
    "journey": "the key of a journey cannot be changed",
    "send": "the key of a send definition cannot be changed",
    "keyword": "the word and code of a keyword cannot be changed",
    "push": "the key of a send definition cannot be changed",
    "de": "the key of a data extension cannot be changed by the API",
}


def renamed(address: Address, key: str, path: str, local: Local, usages: Usages) -> dict[str, bytes]:
    """Return the files that change where an object gets another key, as they are to be. path: of its properties.

    Raises InputError where it cannot have one, or its file does not say its key on a line of its own.
    """
    if why := _FIXED.get(address.kind):
        raise InputError(f"{address} keeps its key: {why}")
    found = {path: _own(decoded(local.tree.read(path) or b"", path), address, key, path)}
    for use, _ in usages.of(address, deep=False):
        if use.use.how in (KEY, REFERENCE, BINDING) and use.path not in found:
            found[use.path] = decoded(local.tree.read(use.path) or b"", use.path)
    texts = {one: _with_new_key(one, text, address, key, usages) for one, text in found.items()}
    return {one: text.encode() for one, text in texts.items() if text.encode() != local.tree.read(one)}


def _own(text: str, address: Address, key: str, path: str) -> str:
    """Return an object's properties with another key."""
    name = key_name(address.kind)
    value = r"""(?:'(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*"|[^\s#][^\n]*?)"""
    line = re.compile(rf"^({name}:[ \t]+){value}([ \t]+#[^\n]*|[ \t\r]*)$", re.MULTILINE)
    changed, count = line.subn(lambda found: f"{found[1]}{_scalar(key)}{found[2]}", text, count=1)
    if not count or str(parsed(changed.encode(), path).get(name)) != key:
        raise InputError(f"{path} does not say its {name} on a line of its own")
    return changed


def _with_new_key(path: str, text: str, address: Address, key: str, usages: Usages) -> str:
    """Return a text in which every name of an object is the new one."""
    meant = {(found.use.line, found.use.how, found.use.value) for found in _uses(path, address, usages)}
    places: list[tuple[int, int, str]] = []
    for start, end, use, quote in spans(text, frozenset(), is_yaml=path.endswith(".yaml")):
        if (use.line, use.how, use.value) in meant and use.how in (KEY, BINDING):
            places.append((start, end, key.replace(quote, quote * 2) if quote else key))
    if path.endswith(".yaml"):
        places += _references(text, address, key)
    found, at = [], 0
    for start, end, new in sorted(places):
        found += [text[at:start], new]
        at = end
    return "".join([*found, text[at:]])


def _uses(path: str, address: Address, usages: Usages) -> Iterator[Found]:
    return (found for found, _ in usages.of(address, deep=False) if found.path == path)


def _references(text: str, address: Address, key: str) -> Iterator[tuple[int, int, str]]:
    """Yield where properties refer to an object, and what they are to say."""
    old, single = re.escape(str(address)), re.escape(str(address).replace("'", "''"))
    value = rf"""(?P<value>'{single}'|"{old}"|{old})(?=\s*(?:$|[,}}\n]))"""
    for one in re.finditer(rf"""\bref["']?:[ \t]*{value}""", text, re.MULTILINE | re.IGNORECASE):
        yield *one.span("value"), _scalar(f"{address.kind}:{key}")


def _scalar(text: str) -> str:
    """Return a text as YAML writes it on one line: plain where that is safe."""
    if re.fullmatch(r"[A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?", text) and parse_document(text, text) == text:
        return text
    return "'" + text.replace("'", "''") + "'"
