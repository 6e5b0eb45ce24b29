"""How the platform flattens an asset to text (considerations-for-compiling-and-rendering-the-asset-model.md).

Standard compiling, as for a send: an asset's content with every slot and block put in its place; else the wanted
view; else the html view; else nothing. A slot or block that the asset lacks is taken from its template. docs silent:
what stands in for a placeholder that nothing fits; here, nothing.
"""

from __future__ import annotations

import re
from typing import Any

from mcctl.ampscript.errors import LimitError

DYNAMIC_BLOCK = 201
EMAIL_TYPES = (207, 208, 209)
MAX_DEPTH = 4  # objects inside objects
MAX_CHARS = 10 * 1024 * 1024
VIEWS: dict[str, str] = {"preheader": "preheader", "html": "html", "text": "text", "subject": "subjectline"}
"""Part of a message -> the view of an e-mail that it comes from, in the order in which they are rendered."""
_PLACEHOLDER = re.compile(
    r'<div(?=[^<>]*\bdata-type=["\'](?P<kind>slot|block)["\'])(?=[^<>]*\bdata-key=["\'](?P<key>[^"\'<>]+)["\'])'
    r"[^<>]*?(?:/>|>\s*</div>)",
    re.IGNORECASE,
)


def compile_view(asset: dict[str, Any], view: str) -> str:
    """Return `view` of an asset as flat text. Raises LimitError where it has more than 10,485,760 characters."""
    return _Compiling(view).flat(asset, {}, 0)


class _Compiling:
    """A view on its way to a text. What is put together is counted: slots inside slots multiply."""

    def __init__(self, view: str) -> None:
        self._view = view
        self._room = MAX_CHARS

    def flat(self, node: dict[str, Any], template: dict[str, Any], depth: int) -> str:
        """Return an asset, a view, a slot or a block. template: where missing parts come from."""
        if depth > MAX_DEPTH:
            return ""
        content = node.get("content")
        if isinstance(content, str):
            self._room -= len(content)
            if self._room < 0:
                raise LimitError(f"The slots and blocks of the asset come to more than {MAX_CHARS:,} characters")
            return _PLACEHOLDER.sub(
                lambda found: self.flat(_part(node, template, found["kind"], found["key"]), template, depth + 1),
                content,
            )
        views = _object(node, "views")
        chosen = next((found for name in (self._view, "html") if (found := _object(views, name))), None)
        return "" if chosen is None else self.flat(chosen, _object(chosen, "template") or template, depth)


def parts_of(email: dict[str, Any]) -> dict[str, str]:
    """Return the parts of an e-mail, those that it has, as templates in the order in which they are rendered.

    Raises LimitError where one is too long.
    """
    views = _object(email, "views")
    found = {part: compile_view(email, view) for part, view in VIEWS.items() if views.get(view)}
    return {part: source for part, source in found.items() if source}


def has_made_text(email: dict[str, Any]) -> bool:
    """Return whether the platform makes the text part of an e-mail from its rendered HTML."""
    text = _object(_object(email, "views"), "text")
    options = _object(_object(_object(text, "data"), "email"), "options")
    sources = (text.get("generateFrom"), options.get("generateFrom"))
    return not text.get("content") and "html" in sources


def dynamic_note(asset: dict[str, Any]) -> str:
    """Return what is to be said of a dynamic content block: its rules are the platform's. Empty for any other asset."""
    if _object(asset, "assetType").get("id") != DYNAMIC_BLOCK:
        return ""
    return f"The rules of the dynamic content block {asset.get('name')!r} are not applied; its default is shown"


def _part(node: dict[str, Any], template: dict[str, Any], kind: str, key: str) -> dict[str, Any]:
    found = (_object(_object(source, f"{kind.lower()}s"), key) for source in (node, template))
    return next((part for part in found if part), {})


def _object(node: dict[str, Any], name: str) -> dict[str, Any]:
    """Return an object inside another; an empty one where there is none, or something else."""
    found = node.get(name)
    return found if isinstance(found, dict) else {}
