"""Iterators that hide pages.

The API pages in several dialects. Each is described by how it asks for the page after the one just read:

    $page       GET with $page from 1 and $pagesize, until an empty page        assets, folders, journeys...
    body        POST with page.page and page.pageSize in its body               asset query
    links       links.next, relative and often without the path's first part    campaigns, data extension rows
    skip        startIndex, itemsPerPage, entry; asked for with $skip           legacy collections
    cursor      lastEventID of the page, asked for as lastEventId               messages not sent

A server that ignores the paging parameters and gives the same page again ends the iteration, in every dialect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from mcctl.errors import Unavailable
from mcctl.rest.problems import is_id

_ITEM_KEYS = ("items", "entities", "definitions", "messages", "entry", "addresses")


@dataclass(frozen=True)
class Page:
    """What asks for a page: the path, its query string included, and the JSON body, if any."""

    path: str
    body: Any = None


def iterate(fetch: Callable[[Page], Any], first: Page) -> Iterator[Any]:
    """Yield the items of `first` and of every page after it.

    fetch: returns the JSON of one page. Raises whatever `fetch` raises.
    """
    for items in iterate_pages(fetch, first):
        yield from items


def iterate_pages(fetch: Callable[[Page], Any], first: Page) -> Iterator[list[Any]]:
    """Yield the items of each page, as a list. What is no page of a list counts as the one item there is."""
    page: Page | None = first
    seen = 0
    previous: Any = None
    while page is not None:
        answer = _unwrap(fetch(page))
        items = items_of(answer)
        if items is None:
            yield [answer]
            return
        if not items or items == previous:
            return
        yield items
        seen += len(items)
        previous = items
        page = None if _is_last(answer, len(items), seen) else next_page(page, answer, seen)


def items_of(answer: Any) -> list[Any] | None:
    """Return the list in a page, whatever its name; None if `answer` is no page of a list."""
    if isinstance(answer, list):
        return answer
    if not isinstance(answer, dict):
        return None
    values = {key.lower(): value for key, value in answer.items()}
    named = [values[key] for key in _ITEM_KEYS if isinstance(values.get(key), list)]
    return named[0] if named else None


def next_page(page: Page, answer: Any, seen: int) -> Page | None:
    """Return what asks for the page after `page`, which was answered with `answer`; None where there is none.

    seen: the number of items so far.
    """
    values = {key.lower(): value for key, value in answer.items()} if isinstance(answer, dict) else {}
    if isinstance(page.body, dict):
        asked = page.body["page"] if isinstance(page.body.get("page"), dict) else {}
        return replace(page, body={**page.body, "page": {**asked, "page": _whole(asked.get("page")) + 1}})
    if "lasteventid" in values:
        return _with_query(page, "lastEventId", values["lasteventid"])
    if "startindex" in values:
        return _with_query(page, "$skip", seen)
    if link := _next_link(values):
        return _followed(page, link)
    if values.get("links"):
        return None  # a page that links to others, but to none after it
    number = _query_of(page).get("$page") or values.get("page") or values.get("pagenumber")
    return _with_query(page, "$page", _whole(number) + 1)


def iterate_objects(
    fetch: Callable[[Page], Any], first: Page, id_name: str, is_id: Callable[[Any], bool] = is_id
) -> Iterator[dict[str, Any]]:
    """Yield the items as `iterate` does. Raises Unavailable for one that is no object with an id under `id_name`."""
    for item in iterate(fetch, first):
        if not isinstance(item, dict) or not is_id(item.get(id_name)):
            raise Unavailable(f"An item of {urlsplit(first.path).path} is not of the documented form")
        yield item


def _whole(number: Any) -> int:
    """Return a page number; the first page where the server or the user wrote something else."""
    return int(number) if is_id(number) else 1


def _is_last(answer: Any, length: int, seen: int) -> bool:
    """Whether the page is short and the server's own count agrees; a full page is always followed up.

    `count` is the total in some answers and the length of the page in others, so it alone proves nothing.
    """
    if not isinstance(answer, dict):
        return False
    values = {key.lower(): value for key, value in answer.items()}
    size, count = (values.get(key) for key in ("pagesize", "count"))
    return isinstance(size, int) and isinstance(count, int) and length < size and seen >= count


def _unwrap(answer: Any) -> Any:
    """The audit routes wrap their page in a list of one."""
    wrapped = isinstance(answer, list) and len(answer) == 1 and items_of(answer[0]) is not None
    return answer[0] if wrapped else answer


def _next_link(values: dict[str, Any]) -> str | None:
    links = values.get("links") or values.get("_links")
    link = links.get("next") if isinstance(links, dict) else None
    href = link.get("href") if isinstance(link, dict) else link
    return href if isinstance(href, str) and href else None


def _followed(page: Page, link: str) -> Page:
    """Links come as /v1/... where the route is /hub/v1/..., or /data/v1/..."""
    prefix = urlsplit(page.path).path.strip("/").split("/")[0]
    if "://" in link or link.strip("/").split("/")[0] == prefix:
        return replace(page, path=link)
    return replace(page, path=f"/{prefix}/{link.lstrip('/')}")


def _query_of(page: Page) -> dict[str, str]:
    return {name.lower(): value for name, value in parse_qsl(urlsplit(page.path).query, keep_blank_values=True)}


def _with_query(page: Page, name: str, value: Any) -> Page:
    parts = urlsplit(page.path)
    pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0].lower() != name.lower()]
    query = urlencode([*pairs, (name, value)], quote_via=quote, safe="$,:'")
    return replace(page, path=parts._replace(query=query).geturl())
