"""Folders of data extensions, one for each business unit: /automation/v1/folders.

The route is known from public code. Folders of other types are not emulated.
"""

from __future__ import annotations

import re

import falcon

from mcctl.emulator.core.web import caller, generic_problem, page_of, paged, query_params
from mcctl.emulator.de.definitions import FOLDERS

READ = "automations_read"
PAGE_SIZE = 50
_TYPE = re.compile(r"categorytype\s+eq\s+'?(\w+)'?", re.IGNORECASE)


class Folders:
    """GET /automation/v1/folders."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the folders of a type."""
        found = _TYPE.fullmatch(query_params(req).get("$filter", "").strip())
        if found is None:
            raise generic_problem(400, 10002, "$filter=categorytype eq TYPE is required")
        if found[1].lower() != "dataextension":
            raise generic_problem(501, 0, f"The emulator has no folders of the type {found[1]}")
        number = FOLDERS.get(caller(req).mid)
        root = {"categoryId": number, "parentId": 0, "name": "Data Extensions", "categoryType": "dataextension"}
        resp.media = paged([{**root, "hasChildren": False}] if number else [], *page_of(req, PAGE_SIZE, PAGE_SIZE))


ROUTES = {"/automation/v1/folders": Folders()}
