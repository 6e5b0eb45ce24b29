"""Activities of Automation Studio: queries, scripts, imports, file transfers, data extracts, and where files lie.

None of the routes is documented in words; what is known of them was recorded from tenants. Each method tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

from mcctl.errors import InputError, Look, NotFound, Refused, Unavailable
from mcctl.reading import folded, get, objects, text
from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.folder import flat_folders, flat_root
from mcctl.rest.paging import Page, iterate_list
from mcctl.rest.problems import is_uuid

HOME = "/automation/v1"
PAGE = 50
MAX_KEY_CHARS = 36
MODES = {"overwrite": 0, "update": 1, "append": 2}
"""What becomes of the rows that the target of a query has -> the number of that."""


class Activity(NamedTuple):
    """A kind of activity. path: of its routes. id, key: what those are called. start: what runs one, behind its path.

    name: in messages. type: its number in automations. folder: the type of its folders; empty where it has none.
    """

    name: str
    path: str
    id: str
    key: str
    type: int
    start: str
    folder: str = ""

    def id_of(self, one: Any) -> str:
        """Return the id in an answer."""
        return text(one, self.id)

    def key_of(self, one: Any) -> str:
        """Return the key in an answer."""
        return text(one, self.key)


QUERY = Activity("query", "queries", "queryDefinitionId", "key", 300, "/actions/start", "queryactivity")
SCRIPT = Activity("script", "scripts", "ssjsActivityId", "key", 423, "/start", "ssjsactivity")
IMPORT = Activity("import", "imports", "importDefinitionId", "customerKey", 43, "/actions/start")
TRANSFER = Activity("file transfer", "filetransfers", "id", "customerKey", 53, "/start")
EXTRACT = Activity("data extract", "dataextracts", "dataExtractDefinitionId", "key", 73, "/actions/start")
ACTIVITIES = (QUERY, SCRIPT, IMPORT, TRANSFER, EXTRACT)


def told_id(one: Any, name: str, route: str) -> str:
    """Return the id that a list tells. name: what it is called. Raises Unavailable where it tells none."""
    found = text(one, name)
    if not is_uuid(found):
        raise Unavailable(f"The answer to GET {route} tells no {name}")
    return found


def with_id(answer: JsonObject, name: str, asked: str) -> JsonObject:
    """Return an object with the id that it was asked for by, where the answer tells none. name: what that is called."""
    return answer if is_uuid(text(answer, name)) else {**answer, name: asked}


class ActivityApi(Api):
    """The routes of activities."""

    def list_all(self, kind: Activity, *, folder: int | None = None) -> Iterator[Any]:
        """Yield the activities of a kind, as short as the list tells them.

        GET /automation/v1/{kind}, or /category/{categoryId} behind it (undocumented; recorded answers). Queries come 25
        a page, whatever is asked for. folder: only those in it. Raises NotPermitted, Unavailable.
        """
        place = f"/category/{folder}" if folder is not None else ""
        return iterate_list(self.client.get_page, Page(f"{HOME}/{kind.path}{place}?$page=1&$pagesize={PAGE}"))

    def get(self, kind: Activity, *, activity_id: str) -> JsonObject:
        """Return an activity, whole.

        GET /automation/v1/{kind}/{id} (undocumented; recorded answers; a key is not taken).
        Raises NotFound, NotPermitted, Unavailable.
        """
        answer = self.client.request_object("GET", f"{HOME}/{kind.path}/{segment(activity_id)}", Retry.SAFE)
        return with_id(answer, kind.id, activity_id)

    def find(self, kind: Activity, *, ref: str) -> JsonObject:
        """Return an activity, whole, by its id, its key or its name.

        No route takes a key: the list is asked for it by a filter, which is loose, and, where the filter is refused,
        as a whole. Raises NotFound, Refused (a name that several have), NotPermitted, Unavailable.
        """
        if is_uuid(ref):
            return self.get(kind, activity_id=ref)
        found = self.look_up(kind, ref=ref)
        return self.get(kind, activity_id=told_id(found, kind.id, f"{HOME}/{kind.path}"))

    def look_up(self, kind: Activity, *, ref: str) -> JsonObject:
        """Return an activity by its key or its name, as the list tells it. As `find`."""
        for column in (kind.key, "name"):
            found = [one for one in self._filtered(kind, column, ref) if text(one, column).lower() == ref.lower()]
            if len(found) > 1:
                raise Refused(f"{len(found)} {kind.name} activities are called {ref!r}", "Name one by its key")
            if found:
                return found[0]
        raise NotFound(
            f"There is no {kind.name} {ref!r} in this business unit", Look("activities", kind.name.replace(" ", "-"))
        )

    def _filtered(self, kind: Activity, column: str, value: str) -> list[JsonObject]:
        only = quote(f"{column} eq {value}", safe="")
        try:
            page = Page(f"{HOME}/{kind.path}?$filter={only}&$page=1&$pagesize={PAGE}")
            return objects(list(iterate_list(self.client.get_page, page)))
        except Refused:
            return objects(list(self.list_all(kind)))

    def create(self, kind: Activity, *, body: JsonObject) -> JsonObject:
        """Create an activity and return it.

        POST /automation/v1/{kind} (undocumented; recorded requests). Imports may be answered without their id.
        Raises Refused (the SQL of a query is not right, a name or key is taken), NotPermitted, Unavailable,
        OutcomeUnknown.
        """
        path = f"{HOME}/{kind.path}"
        find_out = Look("activities", kind.name.replace(" ", "-"))
        return self.client.request_object("POST", path, Retry.PLAIN, body, find_out, names=("name",))

    def update(self, kind: Activity, *, activity_id: str, body: JsonObject) -> JsonObject:
        """Change an activity and return it. The dates in the answer for a script are none.

        PATCH /automation/v1/{kind}/{id} (undocumented; recorded requests, which are whole).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{HOME}/{kind.path}/{segment(activity_id)}"
        return self.client.request_object("PATCH", path, Retry.IDEMPOTENT, body, Look("anything", path))

    def delete(self, kind: Activity, *, activity_id: str) -> JsonObject:
        """Delete an activity. Automations that use it go on pointing at it.

        DELETE /automation/v1/{kind}/{id} (undocumented; recorded answers: OK as JSON or as text, {}, or nothing).
        Raises NotFound, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{HOME}/{kind.path}/{segment(activity_id)}"
        return self.client.delete(path, Look("anything", path))

    def start(self, kind: Activity, *, activity_id: str) -> JsonObject:
        """Run an activity now.

        POST /automation/v1/{kind}/{id}/actions/start, or /start (undocumented; recorded for queries, which answer OK;
        for the others from a list of routes alone). Without a body: one is taken, and nothing runs.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{HOME}/{kind.path}/{segment(activity_id)}{kind.start}"
        answer = self.client.request(
            "POST", path, retry=Retry.PLAIN, find_out=Look("anything", path.removesuffix(kind.start))
        )
        return answer if isinstance(answer, dict) else {}

    def log(self, kind: Activity, *, activity_id: str) -> list[JsonObject]:
        """Return what is logged of the last runs; nothing after one that went well.

        GET /automation/v1/{kind}/{id}/log (undocumented: what an entry looks like is nowhere told).
        Raises NotFound, NotPermitted, Unavailable.
        """
        answer = self.client.request("GET", f"{HOME}/{kind.path}/{segment(activity_id)}/log", retry=Retry.SAFE)
        return objects(answer if isinstance(answer, list) else get(answer, "items"))

    def is_running(self, *, query_id: str) -> bool:
        """Whether a query activity runs. Right after its start it may be told that it does not.

        GET /automation/v1/queries/{id}/actions/isrunning (undocumented; field notes).
        Raises NotFound, NotPermitted, Unavailable.
        """
        path = f"{HOME}/queries/{segment(query_id)}/actions/isrunning"
        return bool(get(self.client.request("GET", path, retry=Retry.SAFE), "isRunning"))

    def validate(self, *, sql: str, target: str = "", update_type: int = 0) -> JsonObject:
        """Return what is said of a query: queryValid, errors and warnings, each with its message.

        POST /automation/v1/queries/actions/validate (undocumented; field notes). 200 also for a wrong query.
        target: key of a data extension that it must fit. Raises NotPermitted, Refused, Unavailable.
        """
        fit = {"targetKey": target, "targetUpdateTypeId": update_type} if target else {}
        path = f"{HOME}/queries/actions/validate"
        answer = self.client.request(
            "POST", path, retry=Retry.SAFE, body={"Text": sql, **fit}, problem_in=lambda _body: None, ids=()
        )
        return answer if isinstance(answer, dict) else {}

    def folders(self, kind: str) -> list[JsonObject]:
        """Return the folders of a type, flat: categoryId, parentId (0 for the root), name.

        GET /automation/v1/folders?$filter=categorytype eq TYPE (undocumented; seen in public code).
        Raises NotPermitted, Unavailable.
        """
        return objects(list(flat_folders(self.client, kind)))

    def root_folder(self, kind: str) -> int:
        """Return the top folder of a type. Raises InputError where nobody tells which it is; as `folders`."""
        root = flat_root(self.folders(kind))
        if root is None:
            raise InputError(f"Marketing Cloud names no folder of the type {kind}", "Name the folder by its id")
        return root

    def file_locations(self) -> Iterator[Any]:
        """Yield the places of files, those that are built in with them: id, name, locationTypeId.

        GET /automation/v1/ftplocations (undocumented; recorded answer). Raises NotPermitted, Unavailable.
        """
        return iterate_list(self.client.get_page, Page(f"{HOME}/ftplocations?$page=1&$pagesize={PAGE}"))

    def file_location(self, *, key: str) -> JsonObject:
        """Return an external place of files by its key.

        GET /data/v1/filetransferlocation/{key} (newer site, file transfer locations); an unknown key is answered
        with 200, and nothing. Raises NotFound, NotPermitted, Unavailable.
        """
        answer = self.client.request("GET", f"/data/v1/filetransferlocation/{segment(key)}", retry=Retry.SAFE)
        found = get(answer, "fileTransferLocation")
        if isinstance(found, dict):
            return found
        if not answer or {"filetransferlocation", "resultmessages"} & folded(answer).keys():
            raise NotFound(f"There is no file location with the key {key!r}", Look("activities", "file-location"))
        raise Unavailable("The answer to GET /data/v1/filetransferlocation is not of the documented form")
