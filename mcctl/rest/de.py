"""Data extensions: definitions, rows, and requests that the platform works on by itself.

The routes for definitions are documented by their names alone (newer site, endpoint table), those for reading rows not
at all; what they take and answer is known from public code. Writing rows is documented on the pages named below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from mcctl.errors import NotFound, Refused, Unavailable
from mcctl.rest.calls import Call, Retry, unreadable
from mcctl.rest.client import Client, segment
from mcctl.rest.paging import Page, iterate_objects, iterate_pages
from mcctl.rest.problems import check, is_id, is_name, is_uuid

OBJECTS = "/data/v1/customobjects"
SEARCH_PAGE = 25  # more are not given, whatever is asked for
MAX_PAGE = 2500
RESULTS_PAGE = 2500
DONE_STATES = ("complete", "completed", "error")  # docs disagree; Pending and Executing are on the way


@dataclass(frozen=True)
class Found:
    """A data extension that was looked up. count: its rows, None where that was not told."""

    id: str
    key: str
    count: int | None


@dataclass(frozen=True)
class DeApi:
    """The routes of data extensions."""

    client: Client

    def search(self, *, text: str) -> Iterator[dict[str, Any]]:
        """Yield the data extensions whose name, key or description holds `text`. New ones show after some seconds.

        GET /data/v1/customobjects?$search= (undocumented in its details; seen in public code). A search is required.
        Raises NotPermitted, Unavailable.
        """
        return self._definitions(f"{OBJECTS}?$search={quote(text, safe='')}&$page=1&$pageSize={SEARCH_PAGE}")

    def of_folder(self, *, folder: int) -> Iterator[dict[str, Any]]:
        """Yield the data extensions in a folder.

        GET /data/v1/customobjects/category/{categoryId} (undocumented in its details; one public sample).
        Raises NotPermitted, Unavailable.
        """
        return self._definitions(f"{OBJECTS}/category/{folder}?$page=1&$pagesize={SEARCH_PAGE}")

    def get(self, *, de_id: str) -> dict[str, Any]:
        """Return a definition.

        GET /data/v1/customobjects/{id} (undocumented in its details; takes an id only).
        Raises NotFound, NotPermitted, Unavailable.
        """
        return self.client.request_object("GET", f"{OBJECTS}/{segment(de_id)}", Retry.SAFE)

    def fields(self, *, de_id: str) -> list[dict[str, Any]]:
        """Return the fields.

        GET /data/v1/customobjects/{id}/fields (undocumented in its details; seen in public code).
        Raises NotFound, NotPermitted, Unavailable.
        """
        answer = self.client.request_object("GET", f"{OBJECTS}/{segment(de_id)}/fields", Retry.SAFE)
        fields = answer.get("fields")
        if not isinstance(fields, list) or not all(
            isinstance(one, dict) and is_name(one.get("name")) for one in fields
        ):
            raise Unavailable(f"The answer to GET {OBJECTS}/{de_id}/fields is not of the documented form")
        return fields

    def create(self, *, body: dict[str, Any]) -> dict[str, Any]:
        """Create a data extension and return its definition.

        POST /data/v1/customobjects (undocumented in its details; seen in public code). categoryId is required, every
        field complete; it must not be sendable yet (see `update`).
        Raises Refused (the name is taken), NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = f"mcctl de list --search {body.get('key') or body.get('name')}"
        return self.client.request_object("POST", OBJECTS, Retry.PLAIN, body, find_out)

    def update(self, *, de_id: str, body: dict[str, Any]) -> dict[str, Any]:
        """Change a definition, such as what makes it sendable, and return it.

        PATCH /data/v1/customobjects/{id} (undocumented in its details; seen in public code).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = f"mcctl api GET {OBJECTS}/{de_id}"
        return self.client.request_object("PATCH", f"{OBJECTS}/{segment(de_id)}", Retry.IDEMPOTENT, body, find_out)

    def delete(self, *, de_id: str) -> dict[str, Any]:
        """Delete a data extension with its rows, for good.

        DELETE /data/v1/customobjects/{id} (newer site, endpoint table only).
        Raises NotFound, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = f"mcctl api GET {OBJECTS}/{de_id}"
        return self.client.request_object("DELETE", f"{OBJECTS}/{segment(de_id)}", Retry.IDEMPOTENT, None, find_out)

    def find(self, *, key: str) -> Found:
        """Look up a data extension by its key, or by its id.

        GET /data/v1/customobjectdata/key/{key}/rowset, which knows it at once and by the very key; where that refuses,
        the search. Raises NotFound, NotPermitted, Unavailable.
        """
        try:
            answer = self._page(Page(f"{_rows_of(key)}?$page=1&$pageSize=1"))
        except (NotFound, Refused):
            return self._searched(key)
        if not is_name(answer.get("customObjectId")):
            return self._searched(key)
        count = answer.get("count")
        return Found(str(answer["customObjectId"]), key, int(str(count)) if is_id(count) else None)

    def row_pages(
        self, *, key: str, filter: str = "", columns: Sequence[str] = (), order: str = "", size: int = MAX_PAGE
    ) -> Iterator[list[dict[str, Any]]]:
        """Yield the rows, page by page: {keys: {...}, values: {...}}, names in lower case, values as text.

        GET /data/v1/customobjectdata/key/{key}/rowset and, for all pages after the first,
        /data/v1/customobjectdata/token/{requestToken}/rowset (undocumented; seen in public code). The first answer
        freezes what there is. filter: Column eq 'value' (eq, ne, gt, lt, ge, le, like), joined by and, or.
        size: rows of a page, at most 2,500. Raises NotFound, Refused, NotPermitted, Unavailable.
        """
        wishes = {"$filter": filter, "$fields": ",".join(columns), "$orderBy": order}
        more = "".join(f"&{name}={quote(value, safe='')}" for name, value in wishes.items() if value)
        first = Page(f"{_rows_of(key)}?$page=1&$pageSize={size}{more}")
        for page in iterate_pages(self._page, first):
            if not all(isinstance(item, dict) for item in page):
                raise Unavailable(f"The answer to GET {_rows_of(key)} is not of the documented form")
            yield page

    def upsert_row(self, *, key: str, keys: Mapping[str, Any], values: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Insert or update one row at once, and return it as it was sent.

        POST /hub/v1/dataevents/key:{key}/rowset (post-hubv1dataeventskeykeyrowset.md).
        keys: the primary key's columns. Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        stored: list[dict[str, Any]] = self.client.request(
            "POST",
            f"/hub/v1/dataevents/key:{segment(key)}/rowset",
            retry=Retry.IDEMPOTENT,
            body=[{"keys": keys, "values": values}],
            find_out=f"mcctl de rows {key}",
        )
        return stored

    def import_call(self, *, de_id: str, rows: Sequence[Mapping[str, Any]], upsert: bool) -> Call:
        """Return the request that queues rows; `request_id` reads its answer.

        PUT (upsert) or POST (insert) /data/v1/async/dataextensions/{id}/rows (put-datav1asyncdataextensionsidrows.md,
        post-datav1asyncdataextensionsidrows.md).
        Raises InputError where it is over 4 MB.
        """
        return self.client.call(
            "PUT" if upsert else "POST",
            f"/data/v1/async/dataextensions/{segment(de_id)}/rows",
            retry=Retry.IDEMPOTENT if upsert else Retry.PLAIN,
            body={"items": rows},
            find_out="mcctl run list",
            weight=len(rows),
        )

    def request_id(self, call: Call) -> tuple[str, bool]:
        """Send a request of `import_call`; return the id of what was queued, and whether it may have been queued twice.

        An unknown data extension is refused with 200. Raises NotFound, Refused, NotPermitted, Unavailable,
        OutcomeUnknown.
        """
        answer = self.client.send(call)
        try:
            body = check(answer, call.route)
        except ValueError as error:
            raise unreadable(call, f"is not JSON: {error}") from error
        if not isinstance(body, dict) or not is_name(body.get("requestId")):
            raise unreadable(call, "is not of the documented form")
        return str(body["requestId"]), answer.repeated

    def request_status(self, *, request_id: str) -> dict[str, Any]:
        """Return the state of what was queued: requestStatus (see DONE_STATES), hasErrors, times.

        GET /data/v1/async/{requestId}/status (get-datav1asyncrequestidstatus.md). An unknown id is answered with 200.
        Raises NotFound, NotPermitted, Unavailable.
        """
        answer = self.client.request_object("GET", f"/data/v1/async/{segment(request_id)}/status", Retry.SAFE)
        status = answer.get("status")
        if not isinstance(status, dict) or not is_name(status.get("requestStatus")):
            raise Unavailable("The answer to GET /data/v1/async/.../status is not of the documented form")
        return status

    def request_results(self, *, request_id: str) -> list[dict[str, Any]]:
        """Return the result of each row of what was queued: status, and errorCode and message of one that failed.

        GET /data/v1/async/{requestId}/results (get-datav1asyncrequestidresults.md). docs silent on how pages are asked
        for, and on the order of the results.
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"/data/v1/async/{segment(request_id)}/results?$page=1&$pageSize={RESULTS_PAGE}"
        return [one for page in iterate_pages(self._page, Page(path)) for one in page if isinstance(one, dict)]

    def _definitions(self, path: str) -> Iterator[dict[str, Any]]:
        return iterate_objects(self.client.get_page, Page(path), "id", is_name)

    def _page(self, page: Page) -> dict[str, Any]:
        """Return a page, whose items are not there where there are none."""
        answer: Any = self.client.request("GET", page.path, retry=Retry.SAFE, ids=())
        return {"items": [], **answer}

    def _searched(self, key: str) -> Found:
        if is_uuid(key):
            answer = self.get(de_id=key)
            return Found(key, str(answer.get("key")), None)
        for one in self.search(text=key):
            if str(one.get("key")).lower() == key.lower():
                return Found(str(one["id"]), str(one["key"]), None)
        hint = f"mcctl de list --search {key!r}; a new one is found after some seconds"
        raise NotFound(f"This business unit has no data extension with the key {key!r}", hint)


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of `row_pages` as one object: name -> value."""
    parts = (row.get(part) for part in ("keys", "values"))
    return {name: value for part in parts if isinstance(part, dict) for name, value in part.items()}


def _rows_of(key: str) -> str:
    return f"/data/v1/customobjectdata/key/{segment(key)}/rowset"
