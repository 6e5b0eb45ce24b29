"""Keywords as MobileConnect keeps them: with their codes, and what they are answered with.

A legacy service tells them; it is known from recorded answers and public clients only. The documented routes of
`rest.sms` reserve and remove keywords, and tell none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mcctl.errors import InputError, Look
from mcctl.reading import text
from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, JsonObject, segment
from mcctl.rest.paging import iterate_numbered

_HOME = "/legacy/v1/beta/mobile"
_KEYWORDS = f"{_HOME}/keyword"
_PAGE = 50


class KeywordApi(Api):
    """The routes of keywords and codes."""

    def codes(self) -> Iterator[Any]:
        """Yield the short and long codes of the business unit: id, code, countryCode.

        GET /legacy/v1/beta/mobile/code/ (undocumented; recorded answer). Raises NotPermitted, Unavailable.
        """
        return iterate_numbered(self.client.get_page, f"{_HOME}/code/?", _PAGE)

    def code_id(self, *, code: str) -> str:
        """Return the id of a code. Raises InputError for one that the business unit has not; as `codes`."""
        for one in self.codes():
            if text(one, "code") == code:
                return text(one, "id")
        raise InputError(f"The business unit has no code {code}")

    def list_all(self) -> Iterator[Any]:
        """Yield the keywords of every code: id, keyword, code, responseMessage, status.

        GET /legacy/v1/beta/mobile/keyword/?view=simple (undocumented; recorded answer).
        Raises NotPermitted, Unavailable.
        """
        return iterate_numbered(self.client.get_page, f"{_KEYWORDS}/?view=simple&", _PAGE)

    def create(self, *, body: JsonObject) -> JsonObject:
        """Make a keyword, and return its id.

        POST /legacy/v1/beta/mobile/keyword/ (undocumented; recorded request). body: keyword, code.id, keywordType,
        restriction, responseMessage, companyName.
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.request_object("POST", f"{_KEYWORDS}/", Retry.PLAIN, body, Look("keywords"), names=("id",))

    def update(self, *, keyword_id: str, body: JsonObject) -> None:
        """Change a keyword; the body is whole.

        POST /legacy/v1/beta/mobile/keyword/{id} (undocumented; public code, which sends POST here, too).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        path = f"{_KEYWORDS}/{segment(keyword_id)}"
        self.client.request("POST", path, retry=Retry.IDEMPOTENT, body=body, find_out=Look("keywords"))

    def delete(self, *, keyword_id: str) -> None:
        """Delete a keyword; one that is gone already is no error.

        DELETE /legacy/v1/beta/mobile/keyword/{id} (undocumented; recorded answer, which is empty).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        self.client.delete(f"{_KEYWORDS}/{segment(keyword_id)}", Look("keywords"))
