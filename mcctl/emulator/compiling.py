"""How the platform flattens an asset to text (considerations-for-compiling-and-rendering-the-asset-model.md).

Standard compiling, as for a send: an asset's content with every slot and block put in its place; else the wanted
view; else the html view; else nothing. A slot or block that the asset lacks is taken from its template. docs silent:
what stands in for a placeholder that nothing fits; here, nothing.
"""

from __future__ import annotations

import re
from typing import Any

MAX_DEPTH = 4  # objects inside objects
_PLACEHOLDER = re.compile(
    r'<div(?=[^>]*\bdata-type=["\'](?P<kind>slot|block)["\'])(?=[^>]*\bdata-key=["\'](?P<key>[^"\']+)["\'])[^>]*?(?:/>|>\s*</div>)',
    re.IGNORECASE,
)

LINKS = {
    "profile_center_url": "https://cloud.nto.example/profile",
    "subscription_center_url": "https://cloud.nto.example/subscriptions",
    "unsub_center_url": "https://cloud.nto.example/unsubscribe",
    "view_email_url": "https://cloud.nto.example/view",
}
"""What the platform puts in the place of its own personalization strings."""
_STRING = re.compile(r"%%([^%=\[\]]+)%%")


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


def personalize(text: str, attributes: dict[str, Any]) -> str:
    """Return `text` with every %%Name%% replaced by the attribute of that name, in any case; else by nothing."""
    values = {name.lower(): value for name, value in attributes.items()}
    return _STRING.sub(lambda found: str(values.get(found[1].strip().lower(), "")), text)


def strings(text: str) -> list[str]:
    """Return the names in `text` that `personalize` fills in."""
    return [name.strip() for name in _STRING.findall(text)]


def _part(node: dict[str, Any], template: dict[str, Any] | None, kind: str, key: str) -> dict[str, Any]:
    for source in (node, template or {}):
        part = (source.get(f"{kind.lower()}s") or {}).get(key)
        if isinstance(part, dict):
            return part
    return {}
