"""`mcctl contact timeline`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Mcctl, Rehearsal

EVENT = ["--set", "SubscriberKey=nto-1001", "--set", "Email=amelia@nto.example", "--set", "FirstName=A"]


def timeline(mcctl: Mcctl, *words: str) -> list[tuple[str, str, str]]:
    done = mcctl(["contact", "timeline", *words, "-o", "json"])
    assert done.code == 0, done.stderr
    return [(one["what"], one["where"], one["told"]) for one in done.json]


def test_a_contact_in_a_journey_is_told_with_what_it_waits_for(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["event", "fire", "nto-purchase", "--contact", "nto-1001", *EVENT]).code == 0
    rehearsal.advance(5)
    found = timeline(mcctl, "nto-1001")
    now = found[0]
    assert now[:2] == ("in journey", "nto-thank-you")
    assert now[2].startswith("Is in version 1, behind Thanks; Rest waits until 20")
    assert ("journey", "nto-thank-you", "Thanks: Complete") in found
    assert ("event", "nto-purchase", "The event was fired: processed") in found
    assert ("address", "amelia@nto.example", "The e-mail address is active") in found
    assert ("subscription", "12345", "13175550101 is subscribed to NTO") in found
    rehearsal.advance(3 * 86400)
    later = timeline(mcctl, "--email", "amelia@nto.example")
    assert ("journey", "nto-thank-you", "News: Complete") in later


def test_a_contact_who_got_no_mail_is_told_why(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    journey = mcctl(["journey", "get", "nto-thank-you", "-o", "json"]).json
    for one in journey["activities"]:
        if one["type"] == "EMAILV2":
            one["configurationArguments"]["triggeredSend"]["suppressionLists"] = [{"id": "nto-suppression"}]
    Path("j.json").write_text(json.dumps(journey))
    assert mcctl(["journey", "update", "nto-thank-you", "--new-version", "--data", "j.json"]).code == 0
    published = mcctl(["journey", "publish", "nto-thank-you", "--wait"])
    assert published.code == 0, published.stderr
    data = ["--set", "SubscriberKey=c-9", "--set", "Email=nomail@nto.example"]
    assert mcctl(["event", "fire", "nto-purchase", "--contact", "c-9", *data]).code == 0
    rehearsal.advance(5)
    told = [told for what, _, told in timeline(mcctl, "c-9") if what == "journey"]
    assert told == ["Thanks: Suppressed: The address is excluded by nto-suppression"]


def test_messages_that_were_not_sent_are_told(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    answer = {"lastEventID": 1, "messages": [
        {"eventID": 1, "timestamp": "2026-11-20T10:00:00.000", "definitionKey": "nto-order-confirmation",
         "eventCategoryType": "TransactionalSendEvents.EmailNotSent",
         "info": {"contactKey": "NTO-1001", "messageKey": "m", "statusCode": 24, "statusMessage": "ListDetectiveExclusion"}},
    ]}  # fmt: skip
    rehearsal.fault({"path": "/messaging/v1/email/messages"}, {"status": 200, "body": answer})
    found = timeline(mcctl, "nto-1001")
    assert (
        "not sent",
        "nto-order-confirmation",
        "The email was not sent: List Detective refuses the address (ListDetectiveExclusion)",
    ) in found


def test_only_what_came_since_is_told_and_newest_first(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    mcctl(["event", "fire", "nto-purchase", "--contact", "nto-1001", *EVENT])
    rehearsal.advance(2 * 86400)
    done = mcctl(["contact", "timeline", "nto-1001", "-o", "json"]).json
    times = [one["at"] for one in done if one["at"]]
    assert times == sorted(times, reverse=True)
    assert not any(
        one["what"] == "event"
        for one in mcctl(["contact", "timeline", "nto-1001", "--since", "2099-01-01", "-o", "json"]).json
    )


def test_what_may_not_be_asked_for_is_said(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsal.fault({"path": "/contacts/v1/addresses"}, {"status": 403, "body": {"message": "Insufficient privileges"}})
    done = mcctl(["contact", "timeline", "nto-1001"])
    assert done.code == 0
    assert "Not told: addresses: not permitted (" in done.stderr
    assert "No API tells of opens, clicks" in done.stderr


def test_what_is_not_answered_is_said_and_costs_nothing_else(
    mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]
) -> None:
    rehearsal.fault({"path": "/contacts/v1/addresses"}, {"status": 500, "body": {"message": "Oops"}})
    done = mcctl(["contact", "timeline", "nto-1001", "-o", "json"])
    assert (done.code, "Not told: addresses: " in done.stderr, "Oops" in done.stderr) == (6, True, True)
    assert "subscription" in {one["what"] for one in json.loads(done.stdout)}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nobody"], 3, "Nobody knows of a contact 'nobody'"),
        (["--email", "nobody@nto.example"], 3, "No contact has the address 'nobody@nto.example'"),
        ([], 2, "Which contact?"),
        (["nto-1001", "--email", "a@b.example"], 2, "Which contact?"),
        (["nto-1001", "--since", "soon"], 2, "--since soon: say a date (2026-01-31)"),
    ],
)
def test_what_cannot_be_told_is_said(
    mcctl: Mcctl, rehearsal: Rehearsal, words: list[str], code: int, said: str
) -> None:
    done = mcctl(["contact", "timeline", *words])
    assert (done.code, said in done.stderr) == (code, True), done.stderr
