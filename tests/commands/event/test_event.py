"""`mcctl event`: definitions, one event, and many that are never fired twice."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import Mcctl, Rehearsal, admin_url, environment, killed_and_run_again

FIRE = ["event", "fire", "nto-purchase", "--from", "r.csv", "--results", "out.jsonl"]
ONE = ["event", "fire", "nto-purchase", "--contact", "c-1", "--set", "SubscriberKey=c-1"]
ROWS = "SubscriberKey,Email,FirstName\nc-1,a@x.io,Ada\nc-2,b@x.io,Bob\n"


def write(text: str, name: str = "r.csv") -> None:
    """Write a file of contacts."""
    Path(name).write_text(text)


def results() -> list[dict[str, Any]]:
    """Return what the results file says."""
    return [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]


# ---------------------------------------------------------------------- definitions


def test_a_definition_from_start_to_end(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    made = mcctl(["event", "create", "e-1", "--data-extension", "nto-customers", "-o", "json"])
    shown = {name: made.json[name] for name in ("eventDefinitionKey", "name", "type", "dataExtensionName")}
    assert shown == {
        "eventDefinitionKey": "e-1", "name": "e-1", "type": "APIEvent", "dataExtensionName": "NTO Customers",
    }  # fmt: skip
    assert mcctl(["event", "list", "-o", "json", "-q", "[].eventDefinitionKey"]).json == ["nto-purchase", "e-1"]
    assert mcctl(["event", "update", "e-1", "--name", "New", "-o", "json"]).json["name"] == "New"
    assert mcctl(["event", "get", made.json["id"], "-o", "json"]).json["name"] == "New"
    assert mcctl(["event", "delete", "e-1", "--yes"]).code == 0
    assert mcctl(["event", "get", "e-1"]).code == 3


def test_a_key_that_looks_like_an_id(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    key = "6f1f2c4e-7d8a-4a55-9c0e-0123456789ab"
    assert mcctl(["event", "create", key, "--data-extension", "nto-customers"]).code == 0
    assert mcctl(["event", "get", key, "-o", "json", "-q", "eventDefinitionKey"]).json == key


def test_a_schema_makes_a_data_extension(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    fields = [{"name": "Key", "dataType": "Text", "maxLength": "50", "isPrimaryKey": True, "isNullable": False}]
    (home / "e.json").write_text(json.dumps({"schema": {"fields": fields, "sendableCustomObjectField": "Key"}}))
    made = mcctl(["event", "create", "e-1", "--data", "e.json", "-o", "json"])
    assert made.code == 0
    assert made.json["dataExtensionName"].startswith("e-1 - ")


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["event", "create", "a.b", "--data-extension", "nto-customers"], 2, "The event definition key 'a.b' must not contain a period"),
        (["event", "create", "x"], 2, "Where are its events written to?"),
        (["event", "create", "x", "--data-extension", "nope"], 3, "This business unit has no data extension with the key 'nope'"),
        (["event", "update", "nto-purchase"], 2, "Nothing to change"),
        (["event", "fire", "nope", "--contact", "c"], 3, "Marketing Cloud answered GET /interaction/v1/eventDefinitions/key:nope with: EventDefinition not found (HTTP 400, code 30003)"),
        (["event", "fire", "nto-purchase"], 2, "Who is it for?"),
        (["event", "fire", "nto-purchase", "--contact", "c"], 2, "SubscriberKey is empty, and required"),
        ([*ONE, "--set", "Email=nope"], 2, "Email: 'nope' is not an e-mail address"),
        ([*ONE, "--set", "Email=a@x.io", "--set", "Colour=red"], 2, "There is no field Colour; there are: SubscriberKey, Email, FirstName"),
        ([*ONE, "--from", "r.csv"], 2, "--contact does not go with --from FILE"),
        ([*ONE, "--skip-invalid"], 2, "--skip-invalid goes only with --from FILE"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_before_anything_is_sent(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], code: int, message: str
) -> None:
    write(ROWS)
    done = mcctl(args)
    assert (done.code, done.stderr.splitlines()[0], done.stdout) == (code, f"mcctl: {message}", "")
    assert rehearsal.requests("POST", "PUT") == []


# ---------------------------------------------------------------------- one


def test_a_dry_run_needs_no_network(mcctl: Mcctl) -> None:
    shown = mcctl([*ONE, "--set", "FirstName=Ada", "--dry-run"])
    assert shown.json["body"] == {
        "ContactKey": "c-1",
        "EventDefinitionKey": "nto-purchase",
        "Data": {"SubscriberKey": "c-1", "FirstName": "Ada"},
    }


def test_fields_from_a_file(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "d.yaml").write_text("email: a@x.io\nFirstName: Ada\n")
    assert mcctl([*ONE, "--data-file", "d.yaml"]).code == 0
    (sent,) = rehearsal.outbox()
    assert (sent["to"], sent["subject"]) == ("a@x.io", "Thank you")


def test_what_the_api_finds_wrong_is_told(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    body = '{"ContactKey":"c","EventDefinitionKey":"nto-purchase","Data":{"FirstName":"x"}}'
    done = mcctl(["api", "POST", "/interaction/v1/events", "--input", "-", "-o", "json"], stdin=body)
    assert (done.code, done.error["errorcode"]) == (5, "10006")
    assert done.error["details"] == ["Required Event Data fields are missing: subscriberkey, email"]


def test_a_lost_answer_is_not_repeated(mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]) -> None:
    rehearsal.fault({"method": "POST", "path": "/events"}, {"status": 503})
    done = mcctl([*ONE, "--set", "Email=a@x.io"])
    assert (done.code, len(rehearsal.requests("POST"))) == (7, 1)
    assert "mcctl event status --contact c-1" in done.stderr


# ---------------------------------------------------------------------- many


def test_every_contact_is_accounted_for(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write(ROWS + "c-1,a@x.io,again\n")
    done = mcctl([*FIRE, "-o", "json"])
    assert (done.code, done.json["accepted"], done.json["refused"]) == (8, 2, 1)
    assert [(one["row"], one["contactKey"], one["outcome"], one["error"]) for one in results()] == [
        (1, "c-1", "accepted", None),
        (2, "c-2", "accepted", None),
        (3, "c-1", "refused", "'c-1' is in row 1 too"),
    ]
    (request,) = rehearsal.requests("POST")
    assert json.loads(request["body"])["members"][0] == {
        "contactKey": "c-1", "data": {"SubscriberKey": "c-1", "Email": "a@x.io", "FirstName": "Ada"},
    }  # fmt: skip
    assert sorted(one["to"] for one in rehearsal.outbox()) == ["a@x.io", "b@x.io"]
    found = mcctl(["event", "status", "--request", results()[0]["requestId"], "-o", "json", "-q", "[].contactKey"])
    assert found.json == ["c-1", "c-2"]


def test_the_contact_key_may_be_in_a_column_of_its_own(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write("Id,SubscriberKey,Email\np-1,c-1,a@x.io\n")
    assert mcctl([*FIRE, "--map", "contactKey=Id"]).code == 0
    assert results()[0]["contactKey"] == "p-1"


def test_the_same_command_again_fires_nothing(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write(ROWS)
    assert mcctl(FIRE).code == 0
    assert mcctl(FIRE).code == 0
    assert len(rehearsal.requests("POST")) == 1


def test_a_file_that_does_not_fit_fires_nothing(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write(ROWS + "c-3,nope,x\n")
    done = mcctl(FIRE)
    assert (done.code, done.stderr.splitlines()[:2]) == (
        2,
        ["mcctl: 1 row of r.csv does not fit; nothing was sent", "  line 4: Email: 'nope' is not an e-mail address"],
    )
    assert rehearsal.requests("POST") == []


def test_members_that_are_not_queued_are_refused(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mcctl.bulk.rows.FieldRows.problem", lambda *_: None)
    write(ROWS + "c-3,nope,x\n")
    assert mcctl(FIRE).code == 8
    assert [(one["outcome"], one["error"]) for one in results()] == [
        ("accepted", None),
        ("accepted", None),
        ("refused", "10006: Email: 'nope' is not an e-mail address"),
    ]


@pytest.mark.parametrize(
    ("answer", "outcomes"),
    [
        ({"requestId": "r", "count": 2, "notQueuedCount": 1, "members": [{"contactKey": "c-1"}, {"contactKey": "c-2"}]}, ["unknown", "unknown"]),
        ({"requestId": "r", "count": 2, "notQueuedCount": 1, "members": [{"contactKey": "c-1"}, {"contactKey": "c-2", "errorCode": 7, "message": "no"}]}, ["accepted", "refused"]),
        ({"requestId": "r", "members": [{"contactKey": "c-1"}]}, ["unknown", "unknown"]),
    ],
)  # fmt: skip
def test_what_an_answer_does_not_say_is_not_guessed(
    mcctl: Mcctl, rehearsal: Rehearsal, answer: dict[str, Any], outcomes: list[str]
) -> None:
    write(ROWS)
    rehearsal.fault({"method": "POST", "path": "/async/events"}, {"status": 202, "body": answer})
    code = mcctl(FIRE).code
    assert (code, [one["outcome"] for one in results()]) == (7 if "unknown" in outcomes else 8, outcomes)


def test_killed_at_any_instant_nobody_known_to_be_accepted_is_fired_again(
    mcctl: Mcctl, served: tuple[Rehearsal, str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    rehearsal, url = served
    for name, value in environment(url).items():
        monkeypatch.setenv(name, value)
    count = 1500
    write("SubscriberKey,Email\n" + "".join(f"c-{n},c{n}@x.io\n" for n in range(count)))
    rule = {"match": {"path": "/async/events$", "probability": 0.1, "seed": 5}, "answer": {"cut": "after"}}
    httpx.post(admin_url(url, "/faults"), json=rule)
    args = [*FIRE, "--batch-size", "20", "--concurrency", "2"]
    last = killed_and_run_again(args, kills=3, within=(0.3, 1.0))
    assert last.returncode in (0, 7), last.stderr
    with rehearsal.app.state.transaction() as db:
        fired = Counter(row["contact_key"] for row in db.execute("select contact_key from journey_event"))
    said = {one["contactKey"]: one["outcome"] for one in results()}
    assert len(said) == count
    assert set(fired.values()) == {1}  # nobody twice, known or not
    assert {contact for contact, outcome in said.items() if outcome == "accepted"} <= set(fired)
    assert set(said) - set(fired) <= {contact for contact, outcome in said.items() if outcome == "unknown"}
