"""How the platform flattens an asset to text (considerations-for-compiling-and-rendering-the-asset-model.md).

Standard compiling, as for a send: an asset's content with every slot and block put in its place; else the wanted
view; else the html view; else nothing. A slot or block that the asset lacks is taken from its template. docs silent:
what stands in for a placeholder that nothing fits; here, nothing.
"""

from __future__ import annotations

import re
from typing import Any

EMAIL_TYPES = (207, 208, 209)
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
PLATFORM_STRINGS = {
    "emailaddr", "_subscriberkey", "xtmonth", "xtmonthnumeric", "xtday", "xtdayofweek", "xtyear", "xtshortdate",
    "xtlongdate", "member_busname", "member_addr", "member_city", "member_state", "member_postalcode", "member_country",
    "emailname_", "jobid", "listid", "list_", "subscriberid", "memberid", "replyname", "replyemailaddress", "linkname",
    "ftaf_url", "double_opt_in_url", "_messagekey", "_jobsubscriberbatchid", "_datasourcename", "firstname_",
    "lastname_", "fullname_", "email_", "additionalinfo_", "mobilephone_", "_listname", "_emailid", "_preheader",
    "_isvawp", "_messagecontext", "microsite_base_url", "profile_center_url", "subscription_center_url",
    "unsub_center_url", "view_email_url",
}  # fmt: skip
"""Names, in lower case, that the platform fills in by itself; what it would say is left out here but for `LINKS`."""
_STRING = re.compile(r"%%([^%=\[\]]+)%%")
_SCRIPT = re.compile(r"%%\s*[=\[]|<script[^>]*\brunat\s*=\s*[\"']?server|<ctrl:", re.IGNORECASE)


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


def has_script(value: Any) -> bool:
    """Whether a text, or one inside an object or a list, holds what would have to be run: AMPscript and its like."""
    if isinstance(value, dict):
        return any(map(has_script, value.values()))
    if isinstance(value, list):
        return any(map(has_script, value))
    return isinstance(value, str) and bool(_SCRIPT.search(value))


def strings(text: str) -> list[str]:
    """Return the names in `text` that `personalize` fills in."""
    return [name.strip() for name in _STRING.findall(text)]


def _part(node: dict[str, Any], template: dict[str, Any] | None, kind: str, key: str) -> dict[str, Any]:
    for source in (node, template or {}):
        part = (source.get(f"{kind.lower()}s") or {}).get(key)
        if isinstance(part, dict):
            return part
    return {}
