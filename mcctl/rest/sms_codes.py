"""What the status codes of MobileConnect mean, in words (sms-status-codes.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Code:
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


@dataclass(frozen=True)
class Delivery:
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

    def as_json(self) -> dict[str, str]:
        """Return what is shown of it."""
        return {"mobileNumber": self.number, "code": self.code, "status": self.status, "meaning": self.meaning}


def decode(tracking: Any) -> list[Delivery]:
    """Return how far each number's text is, from the tracking rows of a deliveries answer, in the order of the numbers.

    There is a row for every code that came in, in no order that counts: the highest standard code is the final state.
    List sends and queued texts have only the carriers' codes, which cannot be compared; there the last one is shown.
    """
    rows = [row for row in tracking if isinstance(row, dict)] if isinstance(tracking, list) else []
    numbers = dict.fromkeys(str(row.get("mobileNumber")) for row in rows)
    return [_final(number, [row for row in rows if str(row.get("mobileNumber")) == number]) for number in numbers]


def is_over(answer: Mapping[str, Any]) -> bool:
    """Whether nothing more is to come of a send: its job has ended, and the text to every number counted."""
    state = str(answer.get("status")).lower()
    if state != "finished":
        return state == "error"
    deliveries = decode(answer.get("tracking"))
    if deliveries and not any(delivery.is_standard for delivery in deliveries):
        return True
    count = answer.get("count")
    return not isinstance(count, int) or sum(delivery.is_final for delivery in deliveries) >= count


def _final(number: str, rows: Iterable[Mapping[str, Any]]) -> Delivery:
    told = list(rows)
    standard = [str(row["standardStatusCode"]) for row in told if row.get("standardStatusCode") is not None]
    if not standard:
        last = told[-1]
        return Delivery(number, str(last.get("statusCode", "")), "", str(last.get("message") or ""), False, False)
    code = max(standard, key=lambda text: (len(text), text))
    known = CODES.get(code, _UNTOLD)
    meaning = known.meaning or next((str(row.get("message") or "") for row in told), "")
    return Delivery(number, code, known.status, meaning, known.is_final)
