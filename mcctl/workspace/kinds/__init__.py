"""The kinds of objects in a workspace, in the order in which they are read: what others refer to comes first."""

from __future__ import annotations

from mcctl.workspace.kind import Kind
from mcctl.workspace.kinds import asset, de, ens, event, folder, journey, send

KINDS: dict[str, Kind] = {
    "folder": folder.KIND,
    "asset": asset.KIND,
    "de": de.KIND,
    "event": event.KIND,
    "journey": journey.KIND,
    "send": send.KIND,
    "ens": ens.KIND,
}
"""Name in mcctl.yaml -> kind; folders come with assets."""


def kind_of(name: str) -> Kind:
    """Return the kind that a name in an address is of."""
    return next(kind for kind in KINDS.values() if name in kind.names)
