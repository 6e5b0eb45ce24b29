"""Data extensions: definitions, rows, and requests that the platform works on by itself.

The routes for definitions are documented by their names alone (newer site, endpoint table), those for reading rows not
at all; what they take and answer is known from public code. Writing rows is documented on the pages named below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import quote

from mcctl.errors import Look, McctlError, NotFound, NotPermitted, Refused, Unavailable
from mcctl.reading import failure_of, flag, get, guid, objects, text, whole
from mcctl.rest.calls import Call, Retry, unknown, unreadable
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.folder import flat_folders, flat_root
from mcctl.rest.paging import Page, iterate_list, iterate_pages, no_list
from mcctl.rest.problems import check, is_uuid, problem_in_write

OBJECTS = "/data/v1/customobjects"
SEARCH_PAGE = 25  # more are not given, whatever is asked for
MAX_PAGE = 2500
RESULTS_PAGE = 2500
_GOOD_STATES = ("complete", "completed", "finished")
_DONE_STATES = (*_GOOD_STATES, "completedwitherrors", "error", "failed")  # docs disagree; others are on the way
_GOOD_RESULTS = ("", "ok", "noerrors", "success", "succeeded")
_PASSING_RESULTS = ("pending", "queued", "executing", "processing", "inprocess", "inprogress")
_PASSING_ERRORS = ("deadlock", "rerun the transaction", "timeout expired", "lock request time out")


@dataclass(frozen=True)
class Found:
    """A data extension. id: "" where it could not be looked up. count: its rows, None where that was not told."""

    id: str
    key: str
    count: int | None = None

    @property
    def place(self) -> str:
        """What names it in a path."""
        return segment(self.id) if self.id else f"key:{segment(self.key)}"


class Progress(NamedTuple):
    """How far queued rows are. state: "" while there is none yet. body: the status as the API gave it.

    is_done: the state will not change any more. has_errors: some rows were rejected, or all of them.
    """

    state: str
    is_done: bool
    has_errors: bool
    body: dict[str, Any]

    @classmethod
    def read(cls, answer: Any) -> Progress:
        """Return what an answer says: that rows were rejected may stand in any of three places."""
        body = get(answer, "status")
        status = body if isinstance(body, dict) else {}
        state, result = text(status, "requestStatus"), _squeezed(text(status, "resultStatus"))
        is_done = state.lower() in _DONE_STATES and result not in _PASSING_RESULTS
        is_good = state.lower() in _GOOD_STATES and result in _GOOD_RESULTS
        return cls(state, is_done, (is_done and not is_good) or flag(get(status, "hasErrors")), status)


class RowResult(NamedTuple):
    """What became of a queued row. error: None where it went well. passes: the same row may go in the next time."""

    error: str | None
    passes: bool = False

    @classmethod
    def read(cls, result: Any) -> RowResult:
        """Return what an answer says of a row; the reason may stand in a list of errors of its columns."""
        error = failure_of(result, speaks=False)
        return cls(error, error is not None and any(word in error.lower() for word in _PASSING_ERRORS))


class DeApi(Api):
    """The routes of data extensions."""

    def list_all(self) -> Iterator[Any]:
        """Yield all data extensions of the business unit but those that are shared with it.

        GET /data/v1/customobjects/category/0?retrievalType=1 (undocumented; public tools build on it). A business unit
        without any may be answered with 404.
        Raises NotPermitted, Unavailable.
        """
        try:
            yield from self._definitions(f"{OBJECTS}/category/0?retrievalType=1&$page=1&$pagesize={SEARCH_PAGE}")
        except NotFound:
            return

    def search(self, *, words: str) -> Iterator[Any]:
        """Yield the data extensions whose name, key or description holds `words`. New ones show after some seconds.

        GET /data/v1/customobjects?$search= (undocumented in its details; seen in public code). A search is required.
        Raises NotPermitted, Unavailable.
        """
        return self._definitions(f"{OBJECTS}?$search={quote(words, safe='')}&$page=1&$pageSize={SEARCH_PAGE}")

    def folders(self) -> Iterator[Any]:
        """Yield the folders of data extensions, flat: categoryId, parentId (0 for the root), name.

        GET /automation/v1/folders?$filter=categorytype eq dataextension (undocumented; seen in public code).
        Raises NotPermitted, Unavailable.
        """
        return flat_folders(self.client, "dataextension")

    def usual_folder(self) -> tuple[int, str] | None:
        """Return the folder of new data extensions, and the name of one in it.

        It is the lowest of those that the first data extensions are in; where there are none, the top one, with nothing
        in it. None where nobody can tell: no documented route names the folders. Raises NotPermitted, Unavailable.
        """
        listed = objects(list(islice(self.list_all(), SEARCH_PAGE)))
        placed = [(number, text(one, "name")) for one in listed if (number := whole(get(one, "categoryId")))]
        if placed:
            return min(placed, key=lambda one: one[0])
        try:
            root = flat_root(objects(list(self.folders())))
        except (NotPermitted, Refused, NotFound):
            return None  # the route is no documented one, and wants a right of its own
        return None if root is None else (root, "")

    def of_folder(self, *, folder: int) -> Iterator[Any]:
        """Yield the data extensions in a folder. One that is not there, or is empty, may be answered with 404.

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
        fields = get(answer, "fields")
        if not isinstance(fields, list) and fields is not None:
            raise no_list(answer, f"The answer to GET {OBJECTS}/{de_id}/fields")
        return [one for one in objects(fields) if text(one, "name")]

    def create(self, *, body: dict[str, Any]) -> dict[str, Any]:
        """Create a data extension and return its definition.

        POST /data/v1/customobjects (undocumented in its details; seen in public code). categoryId is required, every
        field complete; it must not be sendable yet (see `update`).
        Raises Refused (the name is taken), NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("data extensions", body.get("key") or body.get("name"))
        return self.client.request_object("POST", OBJECTS, Retry.PLAIN, body, find_out, names=("id",))

    def update(self, *, de_id: str, body: dict[str, Any]) -> dict[str, Any]:
        """Change a definition, such as what makes it sendable, and return it.

        PATCH /data/v1/customobjects/{id} (undocumented in its details; seen in public code).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("anything", f"{OBJECTS}/{de_id}")
        return self.client.request_object("PATCH", f"{OBJECTS}/{segment(de_id)}", Retry.IDEMPOTENT, body, find_out)

    def add_fields(self, *, de_id: str, fields: list[dict[str, Any]]) -> None:
        """Ask for new fields. They show after some time.

        POST /data/v1/customobjectsasync/{id}/fields (newer site, endpoint table only; what it takes and answers is
        nowhere told: here, fields as a creation has them). fields: complete.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        self._fields_changed("POST", de_id, fields)

    def change_fields(self, *, de_id: str, fields: list[dict[str, Any]]) -> None:
        """Ask for fields to become others. They show after some time.

        PATCH /data/v1/customobjectsasync/{id}/fields (newer site, endpoint table only; what it takes and answers is
        nowhere told: here, fields as an answer has them, known by their ids). fields: with id, and what they become.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        self._fields_changed("PATCH", de_id, fields)

    def _fields_changed(self, method: str, de_id: str, fields: list[dict[str, Any]]) -> None:
        path = f"/data/v1/customobjectsasync/{segment(de_id)}/fields"
        call = self.client.call(
            method,
            path,
            retry=Retry.PLAIN,
            body={"fields": fields},
            find_out=Look("anything", f"{OBJECTS}/{de_id}/fields"),
        )
        with suppress(ValueError):  # an answer that is no JSON: what became of it, the fields tell
            check(self.client.send(call), call.route, problem_in_write)

    def delete(self, *, de_id: str) -> JsonObject:
        """Delete a data extension with its rows, for good.

        DELETE /data/v1/customobjects/{id} (newer site, endpoint table only).
        Raises NotFound, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.delete(f"{OBJECTS}/{segment(de_id)}", Look("anything", f"{OBJECTS}/{de_id}"))

    def clear(self, *, de_id: str) -> JsonObject:
        """Remove every row, for good.

        POST /data/v1/customobjects/{id}/cleardata (newer site, endpoint table only).
        Raises NotFound, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("anything", f"{OBJECTS}/{de_id}")
        call = self.client.call("POST", f"{OBJECTS}/{segment(de_id)}/cleardata", retry=Retry.PLAIN, find_out=find_out)
        self.client.exchange(call, problem_in_write)
        return {}

    def find(self, *, key: str) -> Found:
        """Look up a data extension by its key, or by its id.

        GET /data/v1/customobjectdata/key/{key}/rowset, which knows it at once and by the very key; where that refuses,
        the search. Raises NotFound, NotPermitted, Unavailable.
        """
        try:
            answer = self._page(Page(f"{_rows_of(key)}?$page=1&$pageSize=1"))
        except (NotFound, Refused):
            return self._searched(key)
        de_id = guid(answer, "customObjectId")
        return Found(de_id, key, whole(get(answer, "count"))) if de_id else self._searched(key)

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
            if page and not objects(page):
                raise Unavailable(f"The answer to GET {_rows_of(key)} is not of the documented form")
            yield objects(page)

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
            find_out=Look("rows", key),
        )
        return stored

    def delete_row(self, *, key: str, keys: Mapping[str, Any]) -> None:
        """Delete the row with a primary key, for good.

        POST /hub/v1/dataevents/key:{key}/rowset/delete (undocumented; public clients send it). What it answers is
        nowhere told. keys: the primary key's columns. Raises NotFound, Refused, NotPermitted, Unavailable,
        OutcomeUnknown.
        """
        path, find_out = f"/hub/v1/dataevents/key:{segment(key)}/rowset/delete", Look("rows", key)
        call = self.client.call("POST", path, retry=Retry.IDEMPOTENT, body=[{"keys": keys}], find_out=find_out)
        self.client.exchange(call, problem_in_write)

    def import_call(self, *, found: Found, rows: Sequence[Mapping[str, Any]], upsert: bool) -> Call:
        """Return the request that queues rows; `request_id` reads its answer.

        PUT (upsert) or POST (insert) /data/v1/async/dataextensions/{id}/rows, or key:{key} in place of the id
        (put-datav1asyncdataextensionsidrows.md, post-datav1asyncdataextensionsidrows.md).
        Raises InputError where it is over 4 MB.
        """
        return self.client.call(
            "PUT" if upsert else "POST",
            f"/data/v1/async/dataextensions/{found.place}/rows",
            retry=Retry.IDEMPOTENT if upsert else Retry.PLAIN,
            body={"items": rows},
            find_out=Look("runs"),
            weight=len(rows),
        )

    def request_id(self, call: Call) -> tuple[str, bool]:
        """Send a request of `import_call`; return the id of what was queued, and whether it may have been queued twice.

        An unknown data extension is refused with 200. Raises NotFound, Refused, NotPermitted, Unavailable,
        OutcomeUnknown.
        """
        answer = self.client.send(call)
        try:
            body = check(answer, call.route, problem_in_write)
        except ValueError as error:
            raise unreadable(call, f"is not JSON: {error}") from error
        except McctlError as error:
            if answer.status < 300 and _is_queued(answer.json()):
                raise unknown(call, "The answer names what was queued, and an error beside it", answer) from error
            raise
        request_id = text(body, "requestId")
        if not request_id:
            raise unreadable(call, "is not of the documented form")
        return request_id, answer.repeated

    def request_status(self, *, request_id: str) -> Progress:
        """Return how far what was queued is. A request that was not picked up yet has no status.

        GET /data/v1/async/{requestId}/status (get-datav1asyncrequestidstatus.md). An unknown id is answered with 200.
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"/data/v1/async/{segment(request_id)}/status"
        return Progress.read(self.client.request_object("GET", path, Retry.SAFE))

    def request_results(self, *, request_id: str) -> list[RowResult]:
        """Return the result of each row of what was queued.

        GET /data/v1/async/{requestId}/results (get-datav1asyncrequestidresults.md). docs silent on how pages are asked
        for, and on the order of the results.
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"/data/v1/async/{segment(request_id)}/results?$page=1&$pageSize={RESULTS_PAGE}"
        return [RowResult.read(one) for page in iterate_pages(self._page, Page(path)) for one in page]

    def _definitions(self, path: str) -> Iterator[Any]:
        return iterate_list(self.client.get_page, Page(path))

    def _page(self, page: Page) -> dict[str, Any]:
        """Return a page, whose items are not there where there are none."""
        answer: Any = self.client.request("GET", page.path, retry=Retry.SAFE, ids=())
        return {"items": [], **answer}

    def _searched(self, key: str) -> Found:
        if is_uuid(key):
            answer = self.get(de_id=key)
            return Found(key, text(answer, "key"), None)
        for one in self.search(words=key):
            if text(one, "key").lower() == key.lower() and guid(one, "id"):
                return Found(guid(one, "id"), text(one, "key"), None)
        hint = Look("new data extensions", key)
        raise NotFound(f"This business unit has no data extension with the key {key!r}", hint)


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of `row_pages` as one object: name -> value."""
    parts = (get(row, part) for part in ("keys", "values"))
    return {name: value for part in parts if isinstance(part, dict) for name, value in part.items()}


def _rows_of(key: str) -> str:
    return f"/data/v1/customobjectdata/key/{segment(key)}/rowset"


def _is_queued(body: Any) -> bool:
    """Whether an answer with an error names a request all the same; one that is refused tells so in resultMessages."""
    return bool(text(body, "requestId")) and not objects(get(body, "resultMessages"))


def _squeezed(told: str) -> str:
    """Return a state without the blanks and cases in which tenants differ."""
    return "".join(told.lower().split())
