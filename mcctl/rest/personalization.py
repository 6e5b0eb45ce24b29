"""Personalization Builder: privacy batches and the recommendation log.

These routes are on a host and with an API key of their own ("Crimson Kraken"), which stands where a token does
elsewhere. The documents are silent on all statuses and error bodies. Source: einstein-recommendations-api.md,
privacy-batch-api.md and the pages named below.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

from mcctl.errors import Refused
from mcctl.rest.calls import Call, Retry, unreadable
from mcctl.rest.client import Client, JsonObject, segment
from mcctl.rest.problems import check, error_for, text_problem

_AGAIN = "the same command again leads to the same states"
_LONGEST_HEADER = 65_536  # bytes
_NOT_CSV = ("{", "[", "<", '"error"')


@dataclass(frozen=True)
class PersonalizationApi:
    """The routes of one organization. organization: its MID."""

    client: Client
    organization: str

    def set_privacy(self, *, batch: Mapping[str, Sequence[str]]) -> JsonObject:
        """Set the privacy states of profiles, and return the batch_id.

        POST /api/v2/organization/{customer_mid}/privacy (create-a-batch.md).
        batch: profile id -> the states it is to have; those of the do_not_ family that are left out are removed. Twice
        leaves the same states. docs silent: how many profiles a batch takes.
        Raises InputError (over 4 MB), Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        answer: JsonObject = self.client.exchange(self.set_call(batch=batch), ids=(), names=("batch_id",))
        return answer

    def set_call(self, *, batch: Mapping[str, Sequence[str]]) -> Call:
        """Return the request of `set_privacy`."""
        body = {"batch": batch}
        return self.client.call("POST", self._privacy(), retry=Retry.IDEMPOTENT, body=body, find_out=_AGAIN)

    def get_batch(self, *, batch_id: str) -> list[JsonObject]:
        """Return the changes of a batch: profile_id, action (add_do_not_track...), status, dates in UTC.

        GET /api/v2/organization/{customer_mid}/privacy/{batch_id} (get-batch-status.md).
        status: initiated, success, failed, cancelled.
        Raises NotFound, NotPermitted, Unavailable.
        """
        call = self._batch(batch_id)
        return _changes(call, self.client.exchange(call))

    def try_key(self) -> None:
        """Ask for a batch that does not exist: that the API does not find it shows that it took the key.

        docs silent on how a wrong key and an unknown batch are answered. Raises NotPermitted, Refused, Unavailable.
        """
        call = self._batch(str(uuid.uuid4()))
        answer = self.client.send(call)
        try:
            told = answer.json() if answer.status == 404 else _changes(call, check(answer, call.route))
        except ValueError as error:
            raise unreadable(call, f"is not JSON: {error}") from error
        if told is None:
            raise unreadable(call, "is empty")

    def download_log(self, *, key: str, start: date, end: date, into: IO[bytes]) -> None:
        """Write the recommendations in e-mails, counted per product and day, as CSV.

        POST /api/v2/reporting/report/displays_by_item.csv (download-email-recommendation-log.md): a read. The key goes
        into the body; the header, which another page asks for, is sent besides.
        start, end: first and last day. into: a file that can be read, too. docs silent: the columns, the longest range.
        Raises Refused (the answer is no CSV), NotPermitted, Unavailable.
        """
        path = "/api/v2/reporting/report/displays_by_item.csv"
        days = {"start_date": start.isoformat(), "end_date": end.isoformat()}
        body = {"mid": self.organization, "api_key": key, **days, "aggregation_method": "day"}
        headers = {"Accept": "text/csv, application/json", "Accept-Encoding": "identity"}
        call = self.client.call("POST", path, retry=Retry.SAFE, body=body, headers=headers)
        answer = self.client.send(call, into)
        if answer.status != 200:
            raise error_for(answer.status, answer.problem(), call.route)
        into.seek(0)
        header, row = (into.readline(_LONGEST_HEADER).decode("utf-8-sig", "replace").strip() for _ in range(2))
        content_type = answer.headers.get("content-type", "")
        if not _is_csv(header, row, content_type):
            told = text_problem(header).message or "it is empty"
            raise Refused(f"The answer to {call.route} is no CSV ({content_type}): {told}")

    def _batch(self, batch_id: str) -> Call:
        return self.client.call("GET", f"{self._privacy()}/{segment(batch_id)}", retry=Retry.SAFE)

    def _privacy(self) -> str:
        return f"/api/v2/organization/{segment(self.organization)}/privacy"


def _changes(call: Call, answer: Any) -> list[JsonObject]:
    """Return the answer about a batch. Raises Unavailable where it is none."""
    if not isinstance(answer, list) or not all(isinstance(one, dict) for one in answer):
        raise unreadable(call, "is not of the documented form")
    return answer


def _is_csv(header: str, row: str, content_type: str) -> bool:
    """Whether what a server sends can be a report, by its first lines and by what it says of itself.

    A sentence has a comma, too: what does not call itself CSV needs a row of as many cells as its header.
    """
    if "html" in content_type.lower() or header.startswith(_NOT_CSV):
        return False
    cells = [header.count(separator) for separator in ",;\t"]
    is_row = any(count and row.count(separator) == count for count, separator in zip(cells, ",;\t", strict=True))
    return is_row or ("csv" in content_type.lower() and any(cells))
