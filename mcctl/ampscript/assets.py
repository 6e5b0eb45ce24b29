"""How the platform flattens an asset to text (considerations-for-compiling-and-rendering-the-asset-model.md).

Standard compiling, as for a send: an asset's content with every slot and block put in its place; else the wanted
view; else the html view; else nothing. A slot or block that the asset lacks is taken from its template. docs silent:
what stands in for a placeholder that nothing fits; here, nothing.
"""

from __future__ import annotations

import re
from typing import Any

DYNAMIC_BLOCK = 201
EMAIL_TYPES = (207, 208, 209)
MAX_DEPTH = 4  # objects inside objects
VIEWS: dict[str, str] = {"preheader": "preheader", "html": "html", "text": "text", "subject": "subjectline"}
"""Part of a message -> the view of an e-mail that it comes from, in the order in which they are rendered."""
_PLACEHOLDER = re.compile(
    r'<div(?=[^>]*\bdata-type=["\'](?P<kind>slot|block)["\'])(?=[^>]*\bdata-key=["\'](?P<key>[^"\']+)["\'])[^>]*?(?:/>|>\s*</div>)',
    re.IGNORECASE,
)


def compile_view(node: dict[str, Any], view: str, template: dict[str, Any] | None = None, depth: int = 0) -> str:
    """Return `view` of an asset, a view, a slot or a block as flat text. template: where missing parts come from."""
    if depth > MAX_DEPTH:
        return ""
    content = node.get("content")
    if isinstance(content, str):
        return _PLACEHOLDER.sub(
            lambda found: compile_view(_part(node, template, found["kind"], found["key"]), view, template, depth + 1),
            content,
        )
    views = node.get("views") or {}
    chosen = next((views[name] for name in (view, "html") if isinstance(views.get(name), dict) and views[name]), None)
    if chosen is None:
        return ""
    return compile_view(chosen, view, chosen.get("template") or template, depth)


def parts_of(email: dict[str, Any]) -> dict[str, str]:
    """Return the parts of an e-mail, those that it has, as templates in the order in which they are rendered."""
    views = email.get("views") or {}
    found = {part: compile_view(email, view) for part, view in VIEWS.items() if views.get(view)}
    return {part: source for part, source in found.items() if source}


def dynamic_note(asset: dict[str, Any]) -> str:
    """Return what is to be said of a dynamic content block: its rules are the platform's. Empty for any other asset."""
    kind = asset.get("assetType")
    if not isinstance(kind, dict) or kind.get("id") != DYNAMIC_BLOCK:
        return ""
    return f"The rules of the dynamic content block {asset.get('name')!r} are not applied; its default is shown"


def _part(node: dict[str, Any], template: dict[str, Any] | None, kind: str, key: str) -> dict[str, Any]:
    for source in (node, template or {}):
        part = (source.get(f"{kind.lower()}s") or {}).get(key)
        if isinstance(part, dict):
            return part
    return {}
