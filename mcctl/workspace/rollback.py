"""A plan that takes a run back: what it changed becomes what it was, what it made goes, what it deleted comes again."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace

from mcctl.workspace.lock import Entry, Lock
from mcctl.workspace.plan import CHANGE, CREATE, DELETE, LINK, NEW_VERSION, PUBLISH, Operation, Plan
from mcctl.workspace.shape import Files
from mcctl.workspace.tree import blob_id

Image = tuple[Files, dict[str, str], str]
"""The files before an operation, git's ids of those after it, and the object's id."""
_STAYS = {
    PUBLISH: "what was published stays so; mcctl journey stop ends it",
    NEW_VERSION: "its new version stays a draft; mcctl journey delete --version takes it away",
}
"""Action -> why it is not taken back."""
_UNKNOWN = "it was not carried out, or nobody knows; mcctl run resume tells"


def taken_back(plan: Plan, images: Mapping[int, Image], lock: Lock) -> Plan:
    """Return the plan that takes back what a plan did. images: by the numbers of its operations."""
    found: list[Operation] = []
    left: list[dict[str, str]] = []
    for one in reversed(plan.operations):
        image = images.get(one.number)
        if one.action == LINK or one.is_second:
            continue
        if image is None or one.action in _STAYS:
            left.append({"address": one.home, "path": one.entry.path, "why": _STAYS.get(one.action, _UNKNOWN)})
        else:
            found.append(_back(one, image, len(found) + 1, lock))
    numbers = {one.entry.address.folded: one.number for one in found}
    by_number = {one.number: one.entry.address.folded for one in plan.operations}
    for one in plan.operations:  # whoever needed another one has to go first
        for need in one.needs:
            later, first = numbers.get(by_number[need]), numbers.get(one.address.folded)
            if later is not None and first is not None and first < later:
                found[later - 1].needs.append(first)
    return Plan(plan.target, plan.host, plan.mid, plan.scope, found, left, made=uuid.uuid4().hex)


def _back(one: Operation, image: Image, number: int, lock: Lock) -> Operation:
    files, after, object_id = image
    known = lock.by_id(one.entry.kind, object_id)
    path = one.was or one.entry.path  # where it was
    entry: Entry = replace(one.entry, id=object_id, path=path, source="", files={}, seen={})
    if one.action == CREATE:
        return Operation(number, DELETE, entry, one.home, dict(after))
    blobs = {suffix: blob_id(content) for suffix, content in files.items()}
    if one.action == DELETE:
        return Operation(number, CREATE, replace(entry, id=""), one.home, None, blobs, files=files)
    version = known.version if known is not None and one.entry.kind == "journey" else one.version
    return Operation(
        number, CHANGE, entry, one.home, dict(after), blobs,
        told="as it was", version=version, was=one.entry.path, files=files,
    )  # fmt: skip
