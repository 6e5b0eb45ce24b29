"""The dialects of paging, by themselves."""

from __future__ import annotations

from typing import Any

import pytest

from mcctl.errors import Unavailable
from mcctl.rest import paging
from mcctl.rest.paging import Page, items_of, iterate, next_page


@pytest.mark.parametrize(
    ("page", "answer", "following"),
    [
        (Page("/a?$page=1"), {"items": [1], "count": 3}, Page("/a?%24page=2")),
        (Page("/a"), {"items": [1], "page": 4}, Page("/a?%24page=5")),
        (Page("/a"), {"items": [1], "links": {"next": "/v1/a?p=2"}}, Page("/a/v1/a?p=2")),
        (Page("/a"), {"items": [1], "links": {"self": "/a"}}, None),
        (Page("/a"), {"items": [1], "startIndex": 0}, Page("/a?%24skip=1")),
        (Page("/a"), {"items": [1], "lastEventId": 77}, Page("/a?lastEventId=77")),
        (
            Page("/a", {"page": {"page": 2, "pageSize": 5}}),
            {"items": [1]},
            Page("/a", {"page": {"page": 3, "pageSize": 5}}),
        ),
        (Page("/a", {"query": 1}), {"items": [1]}, Page("/a", {"query": 1, "page": {"page": 2}})),
    ],
)
def test_what_asks_for_the_next_page(page: Page, answer: Any, following: Page | None) -> None:
    found = next_page(page, answer, 1)
    assert (found and found._replace(path=found.path.replace("$", "%24"))) == following


@pytest.mark.parametrize("name", ["items", "Items", "entry", "definitions"])
def test_a_list_is_found_by_its_names(name: str) -> None:
    assert items_of({name: [1, 2]}) in ([1, 2], None)
    assert items_of({"items": [1, 2]}) == [1, 2]


def pages(*answers: Any) -> list[Any]:
    """The items of some pages, the last of which comes again and again."""
    asked: list[Page] = []

    def fetch(page: Page) -> Any:
        asked.append(page)
        assert len(asked) < 50, "it goes on for ever"
        return answers[min(len(asked), len(answers)) - 1]

    return list(iterate(fetch, Page("/a")))


def test_all_pages_come_in_order() -> None:
    first, second = [{"id": 1}, {"id": 2}], [{"id": 3}]
    assert pages({"items": first, "count": 3}, {"items": second, "count": 3}, {"items": []}) == [*first, *second]


def test_a_page_that_comes_again_is_the_end() -> None:
    assert pages({"items": [{"id": 1}, {"id": 2}]}) == [{"id": 1}, {"id": 2}]
    assert pages({"items": [{"id": 1, "at": 1}, {"id": 2}]}, {"items": [{"id": 2}, {"id": 1, "at": 2}]}) == [
        {"id": 1, "at": 1},
        {"id": 2},
    ]


def test_a_full_count_is_the_end() -> None:
    assert pages({"items": [{"id": 1}], "count": 1, "pageSize": 50}) == [{"id": 1}]


@pytest.mark.parametrize(
    ("count", "size"), [(10, 2), (None, 2)], ids=["far beyond the count", "more pages than any list has"]
)
def test_ever_new_items_without_ids_are_an_error(monkeypatch: pytest.MonkeyPatch, count: int | None, size: int) -> None:
    monkeypatch.setattr(paging, "_MAX_PAGES", 1000)
    asked: list[int] = []

    def fetch(page: Page) -> Any:
        asked.append(1)
        assert len(asked) < 5010, "it goes on for ever"
        items = [{"value": len(asked) * size + number} for number in range(size)]
        return {"items": items} if count is None else {"items": items, "count": count}

    with pytest.raises(Unavailable, match="/a gives more and more pages, beyond all counting"):
        list(iterate(fetch, Page("/a")))


def test_one_new_item_a_page_for_ever_is_an_error() -> None:
    number = 0

    def fetch(_page: Page) -> Any:
        nonlocal number
        number += 1
        return {"items": [{"id": number}]}

    with pytest.raises(Unavailable, match="again and again"):
        list(iterate(fetch, Page("/a")))
