"""Content Builder assets (content-builder-api.md)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import quote

from mcctl.errors import Look, NotFound, Refused, Unavailable
from mcctl.reading import get, objects, text, whole
from mcctl.rest.asset_query import all_of, condition
from mcctl.rest.calls import Retry, unreadable
from mcctl.rest.client import Api, JsonObject
from mcctl.rest.paging import Page, is_empty_page, items_of, iterate_list, no_list
from mcctl.rest.problems import check

ASSETS = "/asset/v1/content/assets"
MAX_FILE_BYTES = 5 * 1024 * 1024
MAX_NAME_CHARS = 200
MAX_KEY_CHARS = 36
PAGE_SIZE = 50  # what the API itself takes when no page is asked for
WINDOW = 10_000  # assets that a search shows; behind them it fails
SHARED_PAGE_SIZE = 200
_SHARED_FIELDS = "id,customerKey,name,assetType,memberId,modifiedDate,objectID,legacyData,fileProperties"
_BY_ID = {"property": "id", "direction": "ASC"}


class AssetApi(Api):
    """The asset routes. Addressed by numeric id; an external key is found through the query."""

    def query(
        self,
        *,
        query: dict[str, Any],
        sort: list[dict[str, str]] | None = None,
        fields: list[str] | None = None,
        page_size: int = PAGE_SIZE,
    ) -> Iterator[Any]:
        """Yield the assets that match an expression of the advanced query, as they come.

        POST /asset/v1/content/assets/query (post-assetv1contentassetsquery.md), a read.
        query: {property, simpleOperator, value} or {leftOperand, logicalOperator, rightOperand}, nested freely.
        sort: [{property, direction: ASC|DESC}], of which no more than WINDOW are shown; without it they come by id,
        and all of them. fields: added to the ones that always come.
        page_size: assets a request; the API's maximum is not documented.
        Raises NotPermitted, Refused (a property or operator it does not know), Unavailable.
        """
        optional = {"sort": sort, "fields": fields}
        body = {
            "page": {"page": 1, "pageSize": page_size},
            "query": query,
            **{name: value for name, value in optional.items() if value},
        }
        return self._sorted(body) if sort else self._found_by_id(body)

    def _sorted(self, body: dict[str, Any]) -> Iterator[Any]:
        shown = False
        try:
            for asset in self._found(body):
                yield asset
                shown = True
        except Refused as error:
            if shown:
                error.hint = f"A search shows {WINDOW:,} assets at most; all of them come only by id, without an order"
            raise

    def _found(self, body: dict[str, Any]) -> Iterator[Any]:
        return iterate_list(
            lambda page: self.client.request("POST", page.path, body=page.body, retry=Retry.SAFE),
            Page(f"{ASSETS}/query", body),
        )

    def _found_by_id(self, body: dict[str, Any]) -> Iterator[Any]:
        """Yield what is found, window by window: the next one begins behind the last id of the one before."""
        behind = last = 0
        query = body["query"]
        while True:
            shown = 0
            try:
                for asset in islice(self._found({**body, "query": query, "sort": [_BY_ID]}), WINDOW):
                    yield asset
                    shown += 1
                    last = max(last, whole(get(asset, "id")) or 0)
            except (Refused, Unavailable):
                if last == behind:
                    raise
            else:
                if shown < WINDOW or last == behind:
                    return
            behind = last
            query = all_of([body["query"], condition("id", "greaterThan", behind)])

    def behind(self, *, query: dict[str, Any], number: int, page_size: int, fields: list[str]) -> list[Any]:
        """Return the next assets that match an expression, by id: those of which the id is greater than `number`.

        POST /asset/v1/content/assets/query (post-assetv1contentassetsquery.md), a read, of which only the first page
        is ever asked for: pages shift when somebody creates or deletes. page_size: the API's maximum is not documented.
        fields: added to the ones that always come. Raises what `query` raises.
        """
        body = {
            "page": {"page": 1, "pageSize": page_size},
            "query": all_of([query, condition("id", "greaterThan", number)]),
            "sort": [_BY_ID],
            **({"fields": fields} if fields else {}),
        }
        answer = self.client.request("POST", f"{ASSETS}/query", body=body, retry=Retry.SAFE)
        return _items(answer)

    def count(self, *, query: dict[str, Any]) -> int | None:
        """Return how many assets match an expression; None where the answer does not tell.

        POST /asset/v1/content/assets/query (post-assetv1contentassetsquery.md), a read. Raises what `query` raises.
        """
        body = {"page": {"page": 1, "pageSize": 1}, "query": query}
        return whole(get(self.client.request("POST", f"{ASSETS}/query", body=body, retry=Retry.SAFE), "count"))

    def shared(self) -> Iterator[Any]:
        """Yield the assets that other business units share with this one, as they come.

        GET /asset/v1/content/assets?scope=shared (undocumented; public tools build on it).
        Raises NotPermitted, Refused, Unavailable.
        """
        first = Page(f"{ASSETS}?scope=shared&$page=1&$pagesize={SHARED_PAGE_SIZE}&$fields={_SHARED_FIELDS}")
        return iterate_list(self.client.get_page, first)

    def count_shared(self) -> int | None:
        """Return how many assets `shared` yields; None where the answer does not tell. Raises what it raises."""
        answer = self.client.get_page(Page(f"{ASSETS}?scope=shared&$page=1&$pagesize=1&$fields=id"))
        return whole(get(answer, "count"))

    def find_by_key(self, *, key: str) -> dict[str, Any]:
        """Return the asset with external key `key`, as far as the query shows it.

        Raises NotFound when this business unit sees none, and what `query` raises.
        """
        wanted = {"property": "customerKey", "simpleOperator": "equal", "value": key}
        # The query matches words; only an identical key is the asset meant.
        found = [
            asset
            for asset in objects(list(self.query(query=wanted)))
            if text(asset, "customerKey") == key and whole(get(asset, "id")) is not None
        ]
        if not found:
            raise NotFound(f"No asset has the external key {key!r} in this business unit", Look("assets"))
        return found[0]

    def find_by_name(self, *, name: str, folder_id: int) -> dict[str, Any] | None:
        """Return the asset called `name` (in any case) in a folder, or None. Raises what `query` raises."""
        wanted = {
            "leftOperand": {"property": "name", "simpleOperator": "equal", "value": name},
            "logicalOperator": "AND",
            "rightOperand": {"property": "category.id", "simpleOperator": "equal", "value": folder_id},
        }
        found = objects(list(self.query(query=wanted)))
        return next((asset for asset in found if text(asset, "name").lower() == name.lower()), None)

    def get(self, *, asset_id: int) -> dict[str, Any]:
        """Return one asset, whole.

        GET /asset/v1/content/assets/{id} (rest-api-v1-reference.md).
        Raises NotFound (docs silent: 404 or 400 for an unknown id), NotPermitted, Unavailable.
        """
        asset: dict[str, Any] = self.client.request("GET", f"{ASSETS}/{asset_id}", retry=Retry.SAFE, ids=("id",))
        return asset

    def create(self, *, body: dict[str, Any]) -> dict[str, Any]:
        """Create an asset and return it.

        POST /asset/v1/content/assets (file-upload.md, asset-type.md, customer-key.md).
        body: name (up to 200 characters), assetType.id, customerKey (up to 36, unique in the enterprise; a GUID
        if absent), category.id, views, content, file (base64)... A name taken in that folder gets " (1)" added.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        named = f"name = '{body.get('name', '')}'".replace('"', "")
        created: dict[str, Any] = self.client.request(
            "POST", ASSETS, body=body, retry=Retry.PLAIN, ids=("id",), find_out=Look("assets where", named)
        )
        return created

    def patch(self, *, asset_id: int, body: dict[str, Any]) -> dict[str, Any]:
        """Change some attributes of an asset and return it.

        PATCH /asset/v1/content/assets/{id} (content-builder-api.md). docs silent: whether views are merged.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self._changed("PATCH", asset_id, body)

    def replace(self, *, asset_id: int, body: dict[str, Any]) -> dict[str, Any]:
        """Replace an asset as a whole and return it: what the body leaves out is gone.

        PUT /asset/v1/content/assets/{id} (content-builder-api.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self._changed("PUT", asset_id, body)

    def _changed(self, method: str, asset_id: int, body: dict[str, Any]) -> dict[str, Any]:
        changed: dict[str, Any] = self.client.request(
            method,
            f"{ASSETS}/{asset_id}",
            body=body,
            retry=Retry.IDEMPOTENT,
            ids=("id",),
            find_out=Look("asset", asset_id),
        )
        return changed

    def delete(self, *, asset_id: int, purge_cdn: bool = False) -> JsonObject:
        """Delete an asset; with purge_cdn also its file and URL on the CDN, for good.

        DELETE /asset/v1/content/assets/{id}?isCDNDelete= (delete-assetv1contentassetsid.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        params = {"isCDNDelete": 1} if purge_cdn else None
        return self.client.delete(f"{ASSETS}/{asset_id}", Look("asset", asset_id), params=params)

    def deleted(self) -> Iterator[Any]:
        """Yield what was deleted from this business unit in the last 30 days, as it is listed.

        GET /asset/v1/content/deletedAssets (content-builder-api.md). modifiedDate is when, at UTC-6; modifiedBy the id
        of a user. Raises NotPermitted, Unavailable.
        """
        return iterate_list(self.client.get_page, Page("/asset/v1/content/deletedAssets?$page=1&$pagesize=50"))

    def get_file(self, *, asset_id: int, is_text: bool = False) -> bytes:
        """Return the file behind a file asset.

        GET /asset/v1/content/assets/{id}/file (rest-api-v1-reference.md). docs disagree: base64 text there, the
        binary file in content-builder-api.md; both are understood, and base64 in JSON quotes too.
        is_text: the file may be text itself, a page or JSON; of others, text that is no base64 is no file.
        Raises NotFound, Refused (not a file asset), NotPermitted, Unavailable.
        """
        call = self.client.call("GET", f"{ASSETS}/{asset_id}/file", retry=Retry.SAFE)
        answer = self.client.send(call)
        if answer.status != 200:
            check(answer, call.route)
        kind, content = answer.headers.get("content-type", "text/plain"), answer.content.strip()
        if not content:
            raise unreadable(call, "is empty")
        if not kind.startswith(("text/", "application/json")):
            return answer.content
        try:
            return base64.b64decode(content.strip(b'"'), validate=True)
        except binascii.Error as error:
            if is_text:
                return answer.content
            if kind.startswith("application/json"):
                check(answer, call.route)
            raise unreadable(call, "is no file, or was cut") from error

    def get_channel_view(self, *, asset_id: int, view: str) -> str:
        """Return one view of an asset, compiled to flat text.

        GET /asset/v1/content/assets/{id}/channelviews/{viewname}
        (considerations-for-compiling-and-rendering-the-asset-model.md).
        Raises NotFound, Refused, NotPermitted, Unavailable.
        """
        answer = self.client.request(
            "GET", f"{ASSETS}/{asset_id}/channelviews/{quote(view, safe='')}", retry=Retry.SAFE, ids=()
        )
        compiled = get(answer, "compiled")
        if not isinstance(compiled, str):
            raise Unavailable(f"The answer for the view {view} of asset {asset_id} holds nothing compiled")
        return compiled


def _items(answer: Any) -> list[Any]:
    """Return the assets of a page. Raises Unavailable for an answer that is none, and Refused for an error."""
    items = items_of(answer)
    if not is_empty_page(answer) if items is None else items and not objects(items):
        raise no_list(answer, f"The answer to {ASSETS}/query")
    return items or []
