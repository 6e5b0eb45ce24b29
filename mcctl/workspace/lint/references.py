"""Rules for what refers to what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcctl.workspace.address import Address
from mcctl.workspace.lint.finding import ERROR, WARNING, Finding, Scene
from mcctl.workspace.placeholders import MARK
from mcctl.workspace.references import BINDING, DYNAMIC, ID, KEY, NAME, REFERENCE, SQL, TEXT_SUFFIXES, URL, WEB_ADDRESS
from mcctl.workspace.usages import Found

_DEEPEST = 4  # blocks inside blocks
_NAMES = {"asset": "content block", "de": "data extension", "event": "event definition", "journey": "journey",
          "send": "send definition", "ens-callback": "callback", "query": "query", "script": "script",
          "push": "send definition", "keyword": "keyword"}  # fmt: skip
_OPTIONAL = re.compile(r"[^,()]*\([^,()]*,[^,()]*,\s*[\"']?(?:false|0)\b", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Finding]:
    """Yield what is wrong with references."""
    for found in scene.uses:
        yield from _of_use(scene, found)
    yield from _depths(scene)
    yield from _foreign(scene)


def _of_use(scene: Scene, found: Found) -> Iterator[Finding]:
    use = found.use
    if use.how == DYNAMIC:
        what = _NAMES.get(use.kind, use.kind)
        yield _at(found, "dynamic-reference", WARNING, f"Which {what} {use.value} is, only the render will know")
    elif _is_renamed(scene, found) or (found.used is None and _is_missing(scene, found)):
        level = WARNING if use.how == URL else ERROR
        rule = {URL: "unknown-image", SQL: "unknown-table"}.get(use.how, "missing-reference")
        yield _at(found, rule, level, f"There is no {_NAMES.get(use.kind, use.kind)} {use.value!r}")
    if use.kind == "asset" and use.how in (ID, NAME) and not found.path.endswith(".yaml"):
        told = f"In another business unit a content block has another {use.how}; name it by its key"
        yield _at(found, f"content-block-by-{use.how}", WARNING, told)


def _is_renamed(scene: Scene, found: Found) -> bool:
    """Whether what is referred to by its key has another one in the files."""
    thing = scene.by_address.get(found.used.folded) if found.used else None
    return (
        found.use.how in (KEY, REFERENCE) and thing is not None and thing.key.casefold() != found.use.value.casefold()
    )


def _is_missing(scene: Scene, found: Found) -> bool:
    """Whether nobody can know what is referred to: of kinds that are in the workspace, everything is known."""
    use = found.use
    if use.kind not in scene.kinds or use.how == BINDING:
        return False
    if use.kind == "de" and use.how in (NAME, SQL) and use.value.lower().startswith(("_", "ent.")):
        return False  # a data view, or the parent's
    if MARK.decode() in use.value:
        return False  # what it is, only the rendering will know
    lines = (scene.local.tree.read(found.path) or b"").decode("utf-8", "replace").split("\n")
    return not _OPTIONAL.match(lines[use.line - 1][use.column - 1 :])


def _foreign(scene: Scene) -> Iterator[Finding]:
    """Yield images of other business units: what is seen there can change, or go, without anybody here knowing."""
    if not scene.foreign:
        return
    for thing in scene.things:
        for suffix, content in thing.files.items():
            if not suffix.endswith(TEXT_SUFFIXES):
                continue
            text = content.decode("utf-8", "replace")
            for url in WEB_ADDRESS.finditer(text):
                if owner := scene.foreign.get(url[0].casefold()):
                    line, column = text.count("\n", 0, url.start()) + 1, url.start() - text.rfind("\n", 0, url.start())
                    told = f"This image is that of {owner}"
                    yield Finding("foreign-cdn", ERROR, thing.path + suffix, line, column, told)


def _depths(scene: Scene) -> Iterator[Finding]:
    """Yield blocks that lead to themselves, and those that go too deep."""
    inner: dict[Address, list[Found]] = {}
    for found in scene.uses:
        if isinstance(found.user, Address) and found.user.kind == "asset" and found.used and found.used.kind == "asset":
            inner.setdefault(found.user.folded, []).append(found)
    depths: dict[Address, int] = {}
    for start in inner:
        yield from _cycles(start, inner, depths)
    for start, uses in inner.items():
        if depths.get(start, 0) > _DEEPEST and not any(start in map(_used, inner[one]) for one in inner):
            told = f"Blocks are {depths[start]} deep in each other; the platform stops at some depth"
            yield _at(uses[0], "block-depth", WARNING, told)


def _cycles(start: Address, inner: dict[Address, list[Found]], depths: dict[Address, int]) -> Iterator[Finding]:
    """Yield the references that close a circle below an object, and keep how deep what it uses goes."""
    stack = [(start, iter(inner[start]))]
    above = {start}
    while stack:
        one, left = stack[-1]
        found = next(left, None)
        if found is None:
            depths[one] = 1 + max((depths.get(_used(use), 0) for use in inner[one]), default=0)
            stack.pop()
            above.discard(one)
            continue
        used = _used(found)
        if used in above:
            yield _at(found, "block-cycle", ERROR, f"{found.used} leads back to itself")
        elif used in inner and used not in depths:
            stack.append((used, iter(inner[used])))
            above.add(used)


def _used(found: Found) -> Address:
    return found.used.folded if found.used else Address("", "")


def _at(found: Found, rule: str, level: str, message: str) -> Finding:
    return Finding(rule, level, found.path, found.use.line, found.use.column, message)
