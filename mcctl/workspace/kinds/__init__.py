"""The kinds of objects in a workspace, in the order in which they are read: what others refer to comes first."""

from __future__ import annotations

from typing import Any

from mcctl.errors import InputError
from mcctl.workspace.kind import Kind
from mcctl.workspace.kinds import activity, asset, automation, de, ens, event, folder, journey, keyword, send
from mcctl.workspace.known import Known
from mcctl.workspace.shape import Files

KINDS: dict[str, Kind] = {
    "folder": folder.KIND,
    "asset": asset.KIND,
    "de": de.KIND,
    "event": event.KIND,
    "journey": journey.KIND,
    "send": send.KIND,
    "ens": ens.KIND,
    "query": activity.QUERY_KIND,
    "script": activity.SCRIPT_KIND,
    "automation": automation.KIND,
    "push": send.PUSH_KIND,
    "keyword": keyword.KIND,
}
"""Name in mcctl.yaml -> kind; folders come with assets."""


def body_of(name: str, files: Files, path: str, known: Known) -> dict[str, Any]:
    """Return the object that files describe, as the API takes it. name: of its kind in addresses. Raises InputError."""
    kind = next(kind for kind in KINDS.values() if name in kind.names)
    try:
        return kind.body(files, path, known)
    except RecursionError as error:
        raise InputError(f"{path} is nested too deeply") from error
