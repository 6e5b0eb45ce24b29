"""The audit trail: what was done in the account and its business units, and who logged in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from mcctl.rest.client import Api
from mcctl.rest.paging import Page, iterate_list

_PAGE = 50


class AuditApi(Api):
    """The routes of the audit trail. Dates are days; docs silent on their form, and on the zone of times."""

    def changes(self, *, start: str = "", end: str = "") -> Iterator[Any]:
        """Yield what was done to which object, and by whom, newest first.

        GET /data/v1/audit/auditEvents (get-datav1auditauditevents.md). start and end: first and last day; the last 30
        days where they are empty. Raises NotPermitted, Refused, Unavailable.
        """
        return self._events("auditEvents", start, end)

    def logins(self, *, start: str = "", end: str = "") -> Iterator[Any]:
        """Yield logins and other security events, newest first. Parameters and errors are those of `changes`.

        GET /data/v1/audit/securityEvents (get-datav1auditsecurityevents.md).
        """
        return self._events("securityEvents", start, end)

    def _events(self, name: str, start: str, end: str) -> Iterator[Any]:
        dates = [f"&{key}={quote(day)}" for key, day in (("startdate", start), ("enddate", end)) if day]
        path = f"/data/v1/audit/{name}?$page=1&$pagesize={_PAGE}&$orderBy={quote('createdDate desc')}{''.join(dates)}"
        return iterate_list(self.client.get_page, Page(path))
