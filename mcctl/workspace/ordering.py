"""In which order operations are carried out: what others name comes first, deletions last.

Names in texts give way where they would make a circle; ids cannot: of those that name each other by ids, one is made
without the others first, and changed afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from mcctl.workspace.plan import CHANGE, CREATE, DELETE, PUBLISH, Operation

_DELETED = (
    "ens-subscription", "ens-callback", "automation", "query", "script", "send", "push", "keyword", "journey", "event",
    "asset", "de", "folder",
)  # fmt: skip
"""In which order kinds are deleted."""
_Edges = dict[int, set[int]]


def ordered(operations: list[Operation], hard: Mapping[int, set[int]], soft: Mapping[int, set[int]]) -> list[Operation]:
    """Return operations in order, numbered anew.

    hard and soft: number of an operation -> those of the ones that must, or should, come before it.
    """
    by_number = {one.number: one for one in operations}
    edges = {number: {*hard.get(number, ()), *soft.get(number, ())} & by_number.keys() for number in by_number}
    _dissolve(edges, hard)
    again = _two_steps(by_number, edges)
    rank = {number: place for place, number in enumerate(TopologicalSorter(edges).static_order())}
    last = sorted(by_number, key=lambda number: (_stage(by_number[number]), rank[number]))
    places = {number: place for place, number in enumerate(last, 1)}
    found = []
    for number in last:
        one = by_number[number]
        musts = hard.get(number, set()) | ({again[number]} if number in again else set())
        one.needs = sorted(places[need] for need in musts & by_number.keys() if places[need] < places[number])
        one.number = places[number]
        found.append(one)
    return found


def _stage(one: Operation) -> tuple[int, int]:
    """Return what an operation waits for: deletions for all else, and for those of what may use what they delete."""
    if one.action == DELETE:
        return 2, _DELETED.index(one.entry.kind)
    return int(one.action == PUBLISH), 0


def _dissolve(edges: _Edges, hard: Mapping[int, set[int]]) -> None:
    """Take names in texts away where they make circles."""
    while cycle := _cycle(edges):
        soft = [(one, before) for one, before in cycle if before not in hard.get(one, ())]
        if not soft:
            return
        edges[soft[0][0]].discard(soft[0][1])


def _two_steps(by_number: dict[int, Operation], edges: _Edges) -> dict[int, int]:
    """Divide operations of circles of ids in two, and return the second ones with the first one of each."""
    again: dict[int, int] = {}
    while cycle := _cycle(edges):
        number = next((one for one, _ in cycle if by_number[one].action == CREATE), cycle[0][0])
        first = by_number[number]
        second = max(by_number) + 1
        by_number[second] = Operation(
            second, CHANGE, first.entry, first.home, None, first.blobs, told="what it refers to", files=first.files
        )
        first.partial = True
        inside = {one for one, _ in cycle}
        edges[second] = {number, *(edges[number] & inside)}
        edges[number] -= inside
        again[second] = number
    return again


def _cycle(edges: _Edges) -> list[tuple[int, int]]:
    """Return a circle as pairs of an operation and the one that it must come after; nothing where there is none."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        nodes: list[int] = error.args[1]
        return [(after, before) for before, after in pairwise(nodes)]
    return []
