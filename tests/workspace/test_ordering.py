"""Operations in an order in which they can be carried out."""

from __future__ import annotations

import random

from mcctl.workspace.lock import Entry
from mcctl.workspace.ordering import ordered
from mcctl.workspace.plan import CHANGE, CREATE, DELETE, PUBLISH, Operation


def operations(*actions: str) -> list[Operation]:
    return [
        Operation(number, action, Entry("asset", f"a{number}", "", path=f"content/a{number}"), f"asset:a{number}", None)
        for number, action in enumerate(actions, 1)
    ]


def keys(found: list[Operation]) -> list[str]:
    return [one.entry.key for one in found]


def test_what_is_needed_comes_first_and_numbers_follow() -> None:
    found = ordered(operations(CREATE, CREATE, CREATE), {1: {2}, 2: {3}}, {})
    assert keys(found) == ["a3", "a2", "a1"]
    assert [(one.number, one.needs) for one in found] == [(1, []), (2, [1]), (3, [2])]


def test_deletions_and_publications_come_last() -> None:
    found = ordered(operations(DELETE, PUBLISH, CHANGE), {2: {3}}, {})
    assert [one.action for one in found] == [CHANGE, PUBLISH, DELETE]


def test_names_in_texts_give_way_in_a_circle() -> None:
    found = ordered(operations(CREATE, CREATE), {1: {2}}, {2: {1}})
    assert keys(found) == ["a2", "a1"]


def test_a_circle_of_ids_is_made_in_two_steps() -> None:
    found = ordered(operations(CREATE, CREATE), {1: {2}, 2: {1}}, {})
    assert sorted(keys(found)) in (["a1", "a1", "a2"], ["a1", "a2", "a2"])
    first = next(one for one in found if one.partial)
    second = next(one for one in found if one.is_second)
    assert first.entry.key == second.entry.key
    other = next(one for one in found if one.entry.key != first.entry.key)
    assert first.number < other.number < second.number
    assert (first.number in other.needs, first.number in second.needs) == (True, True)


def test_any_graph_is_ordered() -> None:
    chance = random.Random(7)
    for _ in range(200):
        count = chance.randint(1, 9)
        edges = {
            number: {chance.randint(1, count) for _ in range(chance.randint(0, 3))} - {number}
            for number in range(1, count + 1)
        }
        hard = {number: {one for one in to if chance.random() < 0.5} for number, to in edges.items()}
        found = ordered(operations(*[CREATE] * count), hard, edges)
        assert {one.entry.key for one in found} == {f"a{number}" for number in range(1, count + 1)}
        assert [one.number for one in found] == list(range(1, len(found) + 1))
        assert all(need < one.number for one in found for need in one.needs)
