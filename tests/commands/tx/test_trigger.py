"""Triggered sends of Email Studio."""

from __future__ import annotations

from tests.conftest import Mcctl, Rehearsal

TRIGGER = ["tx", "trigger", "nto-welcome-trigger"]


def test_one_is_sent(mcctl: Mcctl, waits: list[float], rehearsal: Rehearsal) -> None:
    sent = mcctl(
        [*TRIGGER, "--to", "ada@example.com", "--contact", "ada", "--attr", "FirstName=Ada", "--wait", "-o", "json"]
    )
    assert (sent.code, sent.json["status"], sent.json["to"]["key"]) == (0, "Sent", "ada")
    assert [(one["contactKey"], "Ada" in one["html"]) for one in rehearsal.outbox()] == [("ada", True)]
    assert mcctl(["query", "run", "--sql", "SELECT TriggeredSendCustomerKey AS K FROM _Sent"]).stdout == (
        "nto-welcome-trigger\n"
    )


def test_one_is_processed_at_once(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl([*TRIGGER, "--to", "ada@example.com", "--at-once"]).stderr.startswith("Accepted as ")
    assert len(rehearsal.outbox()) == 1
    refused = mcctl([*TRIGGER, "--to", "24@notsent.example", "--at-once", "-o", "json"])
    assert (refused.code, refused.error["message"]) == (5, "The message was refused: ListDetectiveExclusion")


def test_one_is_not_sent(mcctl: Mcctl, waits: list[float]) -> None:
    refused = mcctl([*TRIGGER, "--to", "24@notsent.example", "--wait", "-o", "json"])
    assert (refused.code, refused.json["status"]) == (5, "Error")
    assert mcctl([*TRIGGER, "--to", "nobody"]).code == 2
    assert mcctl(["tx", "trigger", "nothing", "--to", "a@b.de"]).code == 3


def test_a_lost_answer_is_told(mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]) -> None:
    rehearsal.fault({"method": "POST", "path": "/send$"}, {"cut": "after"})
    assert mcctl([*TRIGGER, "--to", "ada@example.com"]).code == 7
    planned = mcctl([*TRIGGER, "--to", "ada@example.com", "--from-name", "Trail", "--dry-run"]).json
    assert planned["body"] == {
        "From": {"Name": "Trail"},
        "To": {"Address": "ada@example.com", "SubscriberKey": "ada@example.com"},
        "Options": {"RequestType": "ASYNC"},
    }
