"""Iterators that hide pages.

The API pages in several dialects. Each is described by how it asks for the page after the one just read:

    $page       GET with $page from 1 and $pagesize, until an empty page        assets, folders, journeys...
    body        POST with page.page and page.pageSize in its body               asset query
    links       links.next, relative and often without the path's first part    campaigns, data extension rows
    skip        startIndex, itemsPerPage, entry; asked for with $skip           legacy collections
    cursor      lastEventID of the page, asked for as lastEventId               messages not sent

A server that ignores the paging parameters and gives the same items again ends the iteration, in every dialect: the
same by their ids, since it may put the page's number, or the time, into them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from mcctl.errors import McctlError, Refused, Unavailable
from mcctl.reading import folded, objects, text, whole
from mcctl.rest.problems import read_problem

_ITEM_KEYS = (
    "items", "entities", "definitions", "messages", "entry", "addresses", "channeladdressresponseentities",
)  # fmt: skip


_LONE_PAGES = 1000
_MAX_PAGES = 100_000
_BEYOND = 1000  # items that may have come to a list while it is read
_ID_KEYS = ("id", "key", "eventInstanceId", "messageKey", "eventId", "versionNumber", "version", "timeStamp")


class Page(NamedTuple):
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
    known: set[int] = set()  # hashes of ids
    lone = number = 0  # pages of one item in a row, and all
    while page is not None:
        answer = _unwrap(fetch(page))
        items = items_of(answer)
        if items is None:
            if not is_empty_page(answer):
                yield [answer]
            return
        if not items or items == previous or _are_known(items, known):
            return
        yield items
        seen += len(items)
        lone = lone + 1 if len(items) == 1 else 0
        number += 1
        if lone > _LONE_PAGES or number > _MAX_PAGES or _is_beyond(answer, len(items), seen):
            told = (
                "one item a page, again and again" if lone > _LONE_PAGES else "more and more pages, beyond all counting"
            )
            raise Unavailable(f"{urlsplit(page.path).path} gives {told}")
        previous = items
        page = None if _is_last(answer, len(items), seen) else next_page(page, answer, seen)


def _are_known(items: list[Any], known: set[int]) -> bool:
    """Whether all of the items have ids that came before; all of their ids are known from now on."""
    ids = {hash(tuple(text(one, name) for name in _ID_KEYS)) for one in items if text(one, *_ID_KEYS)}
    are_known = len(ids) > 0 and ids <= known and all(text(one, *_ID_KEYS) for one in items)
    known |= ids
    return are_known


def items_of(answer: Any) -> list[Any] | None:
    """Return the list in a page, whatever its name; None if `answer` is no page of a list."""
    if isinstance(answer, list):
        return answer
    if not isinstance(answer, dict):
        return None
    values = folded(answer)
    named = [values[key] for key in _ITEM_KEYS if isinstance(values.get(key), list)]
    return named[0] if named else None


def next_page(page: Page, answer: Any, seen: int) -> Page | None:
    """Return what asks for the page after `page`, which was answered with `answer`; None where there is none.

    seen: the number of items so far.
    """
    values = folded(answer)
    if isinstance(page.body, dict):
        asked = page.body["page"] if isinstance(page.body.get("page"), dict) else {}
        return page._replace(body={**page.body, "page": {**asked, "page": _number(asked.get("page")) + 1}})
    if "lasteventid" in values:
        return _with_query(page, "lastEventId", values["lasteventid"])
    if "startindex" in values:
        return _with_query(page, "$skip", seen)
    if link := _next_link(values):
        return _followed(page, link)
    if values.get("links"):
        return None  # a page that links to others, but to none after it
    number = _query_of(page).get("$page") or values.get("page") or values.get("pagenumber")
    return _with_query(page, "$page", _number(number) + 1)


def iterate_list(fetch: Callable[[Page], Any], first: Page) -> Iterator[Any]:
    """Yield the items of a list as they come, as `iterate` does, whatever is odd in some of them.

    Raises Unavailable for an answer that is no page of a list; Refused for one that is an error.
    """

    def page_of(page: Page) -> Any:
        answer = fetch(page)
        items = items_of(_unwrap(answer))
        if not is_empty_page(answer) if items is None else items and not objects(items):
            raise no_list(answer, f"The answer to {urlsplit(page.path).path}")
        return answer

    for items in iterate_pages(page_of, first):
        yield from items


def iterate_numbered(fetch: Callable[[Page], Any], path: str, size: int) -> Iterator[Any]:
    """Yield the entries of a list of the legacy services, whose $skip is the number of a page, from 0.

    path: with its query, to which more is added. size: entries on a page. Raises whatever `fetch` raises; Unavailable
    for a list that does not end.
    """
    previous: list[Any] = []
    for number in range(_MAX_PAGES):
        items = items_of(fetch(Page(f"{path}$top={size}&$skip={number}"))) or []
        if number and items == previous:
            return
        yield from items
        if len(items) < size:
            return
        previous = items
    raise Unavailable(f"{urlsplit(path).path} gives more and more pages, beyond all counting")


def is_empty_page(answer: Any) -> bool:
    """Whether an answer is a page without items: tenants leave the list out where nothing is in it."""
    values = folded(answer)
    if any(values.get(key) is not None for key in _ITEM_KEYS):
        return False
    counts_none = whole(values.get("count", values.get("totalresults"))) == 0
    return counts_none or ("count" not in values and {"page", "pagesize"} <= values.keys())


def no_list(answer: Any, told: str) -> McctlError:
    """Return the error for an answer without the list that it should hold. told: which answer."""
    problem = read_problem(answer) if isinstance(answer, dict) else None
    if problem and problem.message:
        return Refused(
            f"{told} holds no list, but: {problem.message}",
            errorcode=problem.code,
            details=list(problem.details),
            status=200,
        )
    return Unavailable(f"{told} is not of the documented form: it holds no list")


def _number(value: Any) -> int:
    """Return a page number; the first page where the server or the user wrote something else."""
    return whole(value) or 1


def _is_last(answer: Any, length: int, seen: int) -> bool:
    """Whether the page is short and the server's own count agrees; a full page is always followed up.

    `count` is the total in some answers and the length of the page in others, so it alone proves nothing.
    """
    values = folded(answer)
    size, count = (whole(values.get(key)) for key in ("pagesize", "count"))
    return size is not None and count is not None and length < size and seen >= count


def _is_beyond(answer: Any, length: int, seen: int) -> bool:
    """Whether there are more than twice as many items as the server counts, if it counts those of all pages."""
    count = whole(folded(answer).get("count"))
    return count is not None and length < count < (seen - _BEYOND) / 2


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
        return page._replace(path=link)
    return page._replace(path=f"/{prefix}/{link.lstrip('/')}")


def _query_of(page: Page) -> dict[str, str]:
    return {name.lower(): value for name, value in parse_qsl(urlsplit(page.path).query, keep_blank_values=True)}


def _with_query(page: Page, name: str, value: Any) -> Page:
    parts = urlsplit(page.path)
    pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0].lower() != name.lower()]
    query = urlencode([*pairs, (name, value)], quote_via=quote, safe="$,:'")
    return page._replace(path=parts._replace(query=query).geturl())
