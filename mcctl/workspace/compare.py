"""Three-way comparison: what was last seen, what is in the files, what is on the platform now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mcctl.workspace.address import Address

Blobs = Mapping[str, str]
"""What follows an object's path in the name of each of its files -> git's id of its content."""

SAME, CHANGED_HERE, CHANGED_THERE, CONVERGED, CONFLICT = (
    "same", "changed here", "changed there", "converged", "conflict",
)  # fmt: skip
DELETED_HERE, DELETED_THERE, NEW_HERE, NEW_THERE = "deleted here", "deleted there", "new here", "new there"
MOVED_HERE, MOVED_THERE, RENAMED_THERE, REPLACED_THERE = (
    "moved here", "moved there", "renamed there", "replaced there",
)  # fmt: skip


INCOMING = (CHANGED_THERE, NEW_THERE, DELETED_THERE, MOVED_THERE, RENAMED_THERE, REPLACED_THERE, CONFLICT)
"""The states that a pull deals with."""


class Difference(NamedTuple):
    """An object that is not the same everywhere. by and at: who changed it there last, and when; empty if unknown."""

    state: str
    address: Address
    path: str
    by: str = ""
    at: str = ""
    detail: str = ""


def state_of(base: Blobs | None, local: Blobs | None, remote: Blobs | None, seen: Blobs | None = None) -> str:
    """Return the state of an object, from the ids of its files. None: it is not there.

    base: as the files were when both sides were last the same; seen: as the platform had it then, where that differs.
    """
    if base is None:
        return _without_base(local, remote)
    changed_here, changed_there = local != base, remote != (base if seen is None else seen)
    if not changed_there:
        return SAME if not changed_here else DELETED_HERE if local is None else CHANGED_HERE
    if remote is None:
        return DELETED_THERE if not changed_here or local is None else CONFLICT
    if not changed_here:
        return CHANGED_THERE
    return CONVERGED if local == remote else CONFLICT


def why(base: Blobs | None, local: Blobs | None, remote: Blobs | None) -> str:
    """Return what a conflict is about."""
    if base is None:
        return "new here and there"
    if remote is None:
        return "changed here, deleted there"
    return "deleted here, changed there" if local is None else "changed here and there"


def _without_base(local: Blobs | None, remote: Blobs | None) -> str:
    if remote is None:
        return NEW_HERE
    if local is None:
        return NEW_THERE
    return CONVERGED if local == remote else CONFLICT
