"""What the status codes of MobileConnect mean, in words (sms-status-codes.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mcctl.reading import get, text, whole


class Code(NamedTuple):
    """A standard status code. status: the vendor's name for it. is_final: whether nothing better follows."""

    status: str
    meaning: str
    is_final: bool = False


DELIVERED = "4000"
CODES = {
    "1000": Code("QueuedToSfmcSendService", "Waits in Marketing Cloud"),
    "1500": Code("QueueFailureToSfmcSendService", "Could not be queued; send it again", True),
    "1501": Code("ValidationError", "Failed Marketing Cloud's own validation; send it again", True),
    "2000": Code("DeliveredToAggregator", "At the aggregator; for shared codes nothing more is told"),
    "2500": Code("FailedToAggregator", "The aggregator did not get it; send it again", True),
    "2501": Code("UnknownToAggregator", "Unknown failure at the aggregator", True),
    "2600": Code("ThrottledToAggregator", "The aggregator had no capacity, retries included", True),
    "3000": Code("Enroute", "On its way to the carrier"),
    "3001": Code("SentToCarrier", "At the carrier, which has not accepted it yet"),
    "3002": Code("AcceptedByCarrier", "The carrier has accepted it; delivery is not confirmed yet"),
    "3400": Code("Unknown", "Unknown failure", True),
    "4000": Code("Delivered", "On the handset", True),
    "4500": Code("Undeliverable", "Could not be delivered to the handset", True),
    "4501": Code("Expired", "The carrier gave up; the handset may be out of range", True),
    "4502": Code("Deleted", "The carrier deleted it", True),
    "4503": Code("Rejected", "The carrier rejected it: loop, spam, or a matter of the account", True),
}
_UNTOLD = Code("", "")


class Delivery(NamedTuple):
    """How far the text to a number is. code: standard or, where there is none (is_standard), the carrier's own."""

    number: str
    code: str
    status: str
    meaning: str
    is_final: bool
    is_standard: bool = True

    @property
    def is_delivered(self) -> bool:
        """Whether it is on the handset."""
        return self.code == DELIVERED

    def as_text(self) -> str:
        """Return it in one line."""
        return f"{self.number}: {self.code} {self.status}: {self.meaning}"

    def as_json(self) -> dict[str, str]:
        """Return what is shown of it."""
        return {"mobileNumber": self.number, "code": self.code, "status": self.status, "meaning": self.meaning}


def decode(tracking: Any) -> list[Delivery]:
    """Return how far each number's text is, from the tracking rows of a deliveries answer, in the order of the numbers.

    There is a row for every code that came in, in no order that counts: the highest standard code is the final state.
    List sends and queued texts have only the carriers' codes, which cannot be compared; there the last one is shown.
    """
    rows: dict[str, list[Mapping[str, Any]]] = {}
    for row in tracking if isinstance(tracking, list) else ():
        if isinstance(row, dict):
            rows.setdefault(text(row, "mobileNumber"), []).append(row)
    return [_final(number, told) for number, told in rows.items()]


@dataclass(frozen=True)
class Progress:
    """How far a send is. state: of its job. count: recipients who are subscribed; None where that is not told."""

    state: str
    count: int | None
    deliveries: list[Delivery]

    @classmethod
    def of(cls, answer: Mapping[str, Any]) -> Progress:
        """Read a deliveries answer."""
        return cls(text(answer, "status"), whole(get(answer, "count")), decode(get(answer, "tracking")))

    @property
    def has_failed(self) -> bool:
        """Whether the job has ended with an error."""
        return self.state.lower() == "error"

    @property
    def has_standard_codes(self) -> bool:
        """Whether there are codes that can be compared and counted."""
        return any(delivery.is_standard for delivery in self.deliveries)

    @property
    def delivered(self) -> set[str]:
        """The numbers that have got the text."""
        return {delivery.number for delivery in self.deliveries if delivery.is_delivered}

    def is_over(self, times: Mapping[str, int] | None = None) -> bool:
        """Whether nothing more is to come: the job has ended, and the text to every recipient counted.

        times: how often a number was sent to, where it was more than once.
        """
        if self.state.lower() != "finished":
            return self.has_failed
        ended = [one.number for one in self.deliveries if one.is_final or not one.is_standard]
        wanted = len(self.deliveries) if self.count is None else self.count
        return sum((times or {}).get(number, 1) for number in ended) >= wanted


def _final(number: str, told: list[Mapping[str, Any]]) -> Delivery:
    standard = [code for row in told if (code := text(row, "standardStatusCode"))]
    if not standard:
        last = told[-1]
        return Delivery(number, text(last, "statusCode"), "", text(last, "message"), False, False)
    code = max(standard, key=lambda one: (len(one), one))
    known = CODES.get(code, _UNTOLD)
    meaning = known.meaning or next((text(row, "message") for row in told), "")
    return Delivery(number, code, known.status, meaning, known.is_final)
