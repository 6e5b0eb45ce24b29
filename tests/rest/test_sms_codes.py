"""What the codes of a text amount to, by itself."""

from __future__ import annotations

from typing import Any

import pytest

from mcctl.rest.sms_codes import CODES, DELIVERED, Progress

ADA, BEN = "13175550101", "13175550102"


def row(number: str, code: str) -> dict[str, Any]:
    return {"mobileNumber": number, "standardStatusCode": code}


def answer(*rows: dict[str, Any], status: str = "Finished", count: Any = None) -> dict[str, Any]:
    return {"status": status, "tracking": list(rows), **({} if count is None else {"count": count})}


@pytest.mark.parametrize("order", [["1000", "4000", "3001"], ["4000", "3001", "1000"]])
def test_the_highest_code_counts_whatever_the_order(order: list[str]) -> None:
    progress = Progress.of(answer(*(row(ADA, code) for code in order)))
    assert [one.code for one in progress.deliveries] == [DELIVERED]
    assert progress.delivered == {ADA}


@pytest.mark.parametrize("code", CODES)
def test_a_final_code_ends_a_text(code: str) -> None:
    assert Progress.of(answer(row(ADA, code), count=1)).is_over() is CODES[code].is_final


@pytest.mark.parametrize(
    ("told", "is_over"),
    [
        (answer(row(ADA, "4000"), count=2), False),
        (answer(row(ADA, "4000"), row(BEN, "4500"), count=2), True),
        (answer(row(ADA, "4000"), count="1"), True),
        (answer(row(ADA, "4000"), status="Started", count=1), False),
        (answer(status="Error"), True),
        (answer(status="Finished", count=0), True),
        ({}, False),
    ],
)
def test_when_nothing_more_is_to_come(told: dict[str, Any], is_over: bool) -> None:
    assert Progress.of(told).is_over() is is_over


def test_the_carriers_own_codes_are_not_counted() -> None:
    progress = Progress.of(answer({"mobileNumber": ADA, "statusCode": "D", "message": "delivered"}))
    assert (progress.has_standard_codes, progress.delivered) == (False, set())
    assert progress.deliveries[0].meaning == "delivered"
