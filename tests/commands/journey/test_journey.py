"""`mcctl journey`: from a data extension to a rendered message, and every state between."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal

JOURNEY = Path(__file__).parents[2] / "data" / "journey.json"
DATA_EXTENSION = [
    "de", "create", "welcome_contacts", "--field", "SubscriberKey:Text(50) required",
    "--field", "Email:EmailAddress(254) required", "--field", "FirstName:Text(50)", "--key-field", "SubscriberKey",
    "--sendable-on", "SubscriberKey",
]  # fmt: skip
EVENT = ["event", "create", "welcome-event", "--name", "Welcome", "--data-extension", "welcome_contacts"]
PUBLISH = ["journey", "publish", "welcome-journey", "--wait"]
DAY = 86400

WHEN = "say a date (2026-01-31), a date and time (2026-01-31T10:00), or how long ago: 12h, 7d, 1d12h"


def fire(mcctl: Mcctl, contact: str, **data: str) -> None:
    """Fire the event for a contact."""
    values = {"SubscriberKey": contact, "Email": f"{contact}@example.com", "FirstName": contact.upper(), **data}
    words = [word for name, value in values.items() for word in ("--set", f"{name}={value}")]
    fired = mcctl(["event", "fire", "welcome-event", "--contact", contact, *words])
    assert (fired.code, fired.stderr.splitlines()[0]) == (0, f"Fired welcome-event for {contact}")


def write(home: Path, **changes: Any) -> None:
    """Write the journey, with changes, to j.json."""
    (home / "j.json").write_text(json.dumps({**json.loads(JOURNEY.read_text()), **changes}))


def step(key: str, kind: str, following: str | None, **configuration: Any) -> dict[str, Any]:
    """Return an activity with one outcome."""
    outcomes = [{"key": f"{key}-done", "next": following}]
    return {"key": key, "type": kind, "outcomes": outcomes, "configurationArguments": configuration}


def email(key: str, following: str | None, subject: str = "Hi") -> dict[str, Any]:
    """Return an e-mail activity."""
    return step(key, "EMAILV2", following, triggeredSend={"emailId": 31201, "emailSubject": subject})


@pytest.fixture
def entry(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> Rehearsal:
    """A data extension and an event definition."""
    assert mcctl(DATA_EXTENSION).code == 0
    assert mcctl(EVENT).code == 0
    return rehearsal


@pytest.fixture
def running(mcctl: Mcctl, entry: Rehearsal) -> Rehearsal:
    """The journey, published."""
    assert mcctl(["journey", "create", "--data", str(JOURNEY)]).code == 0
    assert mcctl(PUBLISH).code == 0
    return entry


# ---------------------------------------------------------------------- the five steps


def test_five_commands_and_a_message(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    made = mcctl(DATA_EXTENSION)
    assert (made.code, made.stderr) == (
        0,
        "In folder 301, where NTO Customers is; --folder names another\nCreated the data extension welcome_contacts\n"
        "Next: mcctl de import welcome_contacts FILE\n",
    )
    assert mcctl(EVENT).code == 0
    assert mcctl(["journey", "create", "--data", str(JOURNEY), "-o", "json"]).json["status"] == "Draft"
    published = mcctl([*PUBLISH, "-o", "json"])
    assert (published.code, published.json["status"]) == (0, "PublishCompleted")
    assert published.stderr.startswith("Published version 1 of welcome-journey\n")
    fired = mcctl(
        ["event", "fire", "welcome-event", "--contact", "c-001", "--set", "SubscriberKey=c-001", "--set",
         "Email=ada@example.com", "--set", "FirstName=Ada"]
    )  # fmt: skip
    assert fired.code == 0
    (sent,) = mcctl(["emulator", "outbox", "-o", "json"]).json
    assert {name: sent[name] for name in ("channel", "to", "contactKey", "subject", "journey")} == {
        "channel": "email",
        "to": "ada@example.com",
        "contactKey": "c-001",
        "subject": "Welcome",
        "journey": "welcome-journey",
    }
    assert "<h1>Welcome to the trail, Ada!</h1>" in sent["html"]
    assert sent["sentAt"]
    assert mcctl(["de", "rows", "welcome_contacts", "-o", "jsonl"]).stdout == (
        '{"SubscriberKey": "c-001", "Email": "ada@example.com", "FirstName": "Ada"}\n'
    )


def test_a_suppressed_address_gets_nothing(mcctl: Mcctl, running: Rehearsal) -> None:
    fire(mcctl, "c-1", Email="nomail@nto.example")
    assert running.outbox() == []
    (record,) = mcctl(["journey", "history", "welcome-journey", "-o", "json"]).json
    assert (record["status"], record["message"]) == ("Suppressed", "The address is excluded by NTO Suppression")


def test_status_history_audit(mcctl: Mcctl, running: Rehearsal) -> None:
    fire(mcctl, "c-1")
    (version,) = mcctl(["journey", "status", "welcome-journey", "-o", "json"]).json
    assert (version["status"], version["version"]) == ("Published", 1)
    assert version["stats"] == {
        "currentPopulation": 0, "cumulativePopulation": 1, "metGoal": 0, "goalPerformance": 0.0,
    }  # fmt: skip
    found = mcctl(["journey", "history", "welcome-journey", "--contact", "c-1", "-o", "json"]).json
    assert [(one["activityType"], one["status"]) for one in found] == [("EMAILV2", "Complete")]
    assert mcctl(["journey", "history", "welcome-journey", "--contact", "nobody", "-o", "json"]).json == []
    actions = [one["action"] for one in mcctl(["journey", "audit", "welcome-journey", "-o", "json"]).json]
    assert actions == ["Publish", "Create"]
    assert mcctl(
        ["journey", "audit", "welcome-journey", "--action", "create", "-o", "json", "-q", "[].action"]
    ).json == ["Create"]


# ---------------------------------------------------------------------- what is wrong is told


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        ({"activities": [email("a", "nowhere")]}, ["The activity 'a' points to 'nowhere', which does not exist"]),
        ({"activities": [email("a", "b"), email("b", "a")]}, ["The activities point to each other in a circle: a -> b -> a"]),
        ({"activities": [email("a", None), email("a", None)]}, ["Two activities have the key 'a'", "Nobody points to a and a, but only one activity can be the first"]),
        ({"activities": [email("a", None), email("b", None)]}, ["Nobody points to a and b, but only one activity can be the first"]),
        ({"activities": [{"key": {}, "type": "WAIT"}]}, ["Activity 1 needs a key"]),
        ({"activities": {}}, ["activities must be a list of objects"]),
        ({"name": "", "workflowApiVersion": "x"}, ["The journey needs a name", "workflowApiVersion must be a number such as 1.0, not 'x'"]),
        ({"triggers": [{"key": "t", "type": "APIEvent", "eventDefinitionKey": "a.b"}]}, ["The event definition key 'a.b' must not contain a period"]),
        ({"activities": [step("w", "WAIT", None, waitDuration="x", waitUnit="weekss")]}, ["The activity 'w': waitUnit 'weekss' must be one of minutes, hours, days, weeks, months", "The activity 'w': waitDuration 'x' must be a whole number"]),
    ],
)  # fmt: skip
def test_a_bad_journey_is_refused_before_it_is_sent(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, changes: dict[str, Any], messages: list[str]
) -> None:
    write(home, **changes)
    done = mcctl(["journey", "create", "--data", "j.json"])
    told = [f"mcctl: {messages[0]}", *(f"  {message}" for message in messages[1:]), "Hint: Nothing was sent"]
    assert (done.code, done.stderr.splitlines(), done.stdout) == (2, told, "")
    assert rehearsal.requests() == []


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["get", "nope"], 3, "This business unit has no journey 'nope'"),
        (["publish", "nope", "--wait"], 3, "This business unit has no journey 'nope'"),
        (["publish", "nto-thank-you", "--wait"], 5, "The journey nto-thank-you cannot be published: version 1 is Published; it must be Draft"),
        (["publish", "nto-thank-you", "--version", "7"], 3, "The journey nto-thank-you has no version 7; it has 1 (Published)"),
        (["resume", "nto-thank-you"], 5, "The journey nto-thank-you cannot be resumed: version 1 is Published; it must be Paused"),
        (["stop", "nto-thank-you"], 2, "In business unit default of profile emulator: Stop the journey 'nto-thank-you', version 1, for good, and eject whoever is in it? Nobody can be asked here"),
        (["delete", "nto-thank-you"], 2, "In business unit default of profile emulator: Delete the journey 'nto-thank-you', all of its 1 version (1 Published), for good? Nobody can be asked here"),
        (["update", "nto-thank-you", "--name", "x"], 5, "The journey nto-thank-you cannot be changed: version 1 is Published; it must be Draft"),
        (["list", "--status", "Publishd"], 2, "--status 'Publishd' must be one of Draft, Published, ScheduledToPublish, Unpublished, Paused, Stopped, Deleted, ScheduledToSend, Sent"),
        (["pause", "nto-thank-you", "--then", "sleep"], 2, "--then 'sleep' must be stop or resume"),
        (["update", "nto-thank-you"], 2, "Nothing to change"),
        (["history", "nto-thank-you", "--since", "nope"], 2, "--since nope: say a date (2026-01-31), a date and time (2026-01-31T10:00), or how long ago: 12h, 7d, 1d12h"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], code: int, message: str) -> None:
    done = mcctl(["journey", *args])
    assert (done.code, done.stderr.splitlines()[0], done.stdout) == (code, f"mcctl: {message}", "")
    assert rehearsal.requests("POST", "PUT", "DELETE") == []


def test_a_publication_that_fails_tells_every_error(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float], home: Path
) -> None:
    write(
        home,
        activities=[
            step("a", "EMAILV2", "w", triggeredSend={"emailId": 1}),
            step("w", "WAIT", None, waitDuration=0, waitUnit="days"),
        ],
    )
    assert mcctl(["journey", "create", "--data", "j.json"]).code == 0
    done = mcctl([*PUBLISH, "-o", "json"])
    assert (done.code, done.json["status"]) == (5, "Error")
    assert done.error["message"] == (
        "Version 1 of welcome-journey was not published: The entry event definition welcome-event does not exist "
        "(code VALIDATE_GENERAL_EXCEPTION)"
    )
    assert done.error["details"] == [
        "a: there is no e-mail with the id 1 (code 121008)",
        "w: waitDuration must be a whole number from 1 to 10000 (code VALIDATE_GENERAL_EXCEPTION)",
        "Event.welcome-event.Email is not a field of the entry event (code 121226)",
    ]
    checked = mcctl(["journey", "validate", "welcome-journey", "-o", "json"])
    assert (checked.code, checked.error["message"].split(":")[0]) == (
        5,
        "Version 1 of welcome-journey was not validated",
    )
    assert mcctl(["journey", "status", "welcome-journey", "-o", "json", "-q", "[0].status"]).json == "Draft"


@pytest.mark.parametrize(
    "changes",
    [
        {"triggers": [{"key": "T", "type": "APIEvent", "eventDefinitionKey": "welcome-event", "configurationArguments": {"criteria": "<b"}}]},
        {"activities": [step("e", "EMAILV2", None, triggeredSend={"emailId": 31201, "suppressionLists": 5, "domainExclusions": [1]})]},
    ],
)  # fmt: skip
def test_what_would_break_a_running_journey_is_not_published(
    mcctl: Mcctl, entry: Rehearsal, home: Path, changes: dict[str, Any]
) -> None:
    write(home, **changes)
    assert mcctl(["journey", "create", "--data", "j.json"]).code == 0
    assert mcctl(PUBLISH).code == 5
    assert mcctl(["emulator", "reset"]).code == 0


def test_a_publication_may_outlast_the_wait(mcctl: Mcctl, entry: Rehearsal) -> None:
    mcctl(["journey", "create", "--data", str(JOURNEY)])
    done = mcctl([*PUBLISH, "--wait-timeout", "0"])
    assert (done.code, done.stderr.splitlines()[0]) == (9, "mcctl: welcome-journey: PublishInProcess after 0 s")
    follow = done.stderr.splitlines()[1].removeprefix("Hint: mcctl ").split()
    entry.advance(2)
    assert mcctl([*follow, "-o", "json", "-q", "status"]).json == "PublishCompleted"


@pytest.mark.parametrize(
    ("activity", "told"),
    [
        (step("x", "EINSTEINSPLIT", None), "Activities of type EINSTEINSPLIT (x)"),
        (step("x", "EMAILV2", None, triggeredSend={"emailId": 31201, "exclusionFilter": "RowCount(x) > 0"}), "The exclusion filter of x"),
        (step("x", "WAIT", None), "Waits other than by duration (x)"),
    ],
)  # fmt: skip
def test_what_is_not_emulated_is_said_at_publication(
    mcctl: Mcctl, entry: Rehearsal, home: Path, activity: dict[str, Any], told: str
) -> None:
    write(home, activities=[activity])
    assert mcctl(["journey", "create", "--data", "j.json"]).code == 0
    done = mcctl([*PUBLISH, "-o", "json"])
    assert (done.code, done.error["status"]) == (5, 501)
    assert f"The emulator does not emulate: {told}" in done.error["message"]


# ---------------------------------------------------------------------- running


def test_waits_elapse_and_paths_are_chosen(mcctl: Mcctl, entry: Rehearsal, home: Path) -> None:
    condition = (
        '<Condition Key="Event.welcome-event.FirstName" Operator="BeginsWith"><Value><![CDATA[A]]></Value></Condition>'
    )
    xml = f'<FilterDefinition><ConditionSet Operator="AND">{condition}</ConditionSet></FilterDefinition>'
    decision = {
        "key": "split", "type": "MULTICRITERIADECISION", "configurationArguments": {"criteria": {"yes": xml}},
        "outcomes": [{"key": "yes", "next": "a"}, {"key": "remainder_path", "next": "other"}],
    }  # fmt: skip
    wait = step("wait", "WAIT", "split", waitDuration="2", waitUnit="DAYS")
    write(home, activities=[wait, decision, email("a", None, "For A"), email("other", None, "For others")])
    assert mcctl(["journey", "create", "--data", "j.json"]).code == 0
    assert mcctl(PUBLISH).code == 0
    for contact, name in (("c-1", "Ada"), ("c-2", "Bob")):
        fire(mcctl, contact, FirstName=name)
    assert entry.outbox() == []
    assert mcctl(["contact", "journeys", "c-1", "c-2", "-o", "csv"]).stdout == (
        "CONTACT,JOURNEY,VERSION\nc-1,welcome-journey,1\nc-2,welcome-journey,1\n"
    )
    entry.advance(3 * DAY)
    assert [(one["contactKey"], one["subject"]) for one in entry.outbox()] == [("c-1", "For A"), ("c-2", "For others")]
    assert mcctl(["contact", "journeys", "c-1", "-o", "json"]).json == []


def test_sms_goes_to_the_number_of_the_event(mcctl: Mcctl, entry: Rehearsal, home: Path) -> None:
    sms = {
        "key": "s",
        "type": "SMS",
        "arguments": {"smsToSend": "nto-passcode", "phoneNumber": "{{Event.welcome-event.FirstName}}"},
    }
    write(home, activities=[sms])
    assert mcctl(["journey", "create", "--data", "j.json"]).code == 0
    assert mcctl(PUBLISH).code == 0
    fire(mcctl, "c-1", FirstName="13175551212")
    (sent,) = entry.outbox()
    assert (sent["channel"], sent["to"], sent["text"]) == ("sms", "13175551212", "Your passcode is .")


def test_a_contact_enters_only_once_at_a_time(mcctl: Mcctl, entry: Rehearsal, home: Path) -> None:
    write(home, activities=[step("wait", "WAIT", "mail", waitDuration=1, waitUnit="days"), email("mail", None)])
    mcctl(["journey", "create", "--data", "j.json"])
    mcctl(PUBLISH)
    fire(mcctl, "c-1")
    fire(mcctl, "c-1")
    entry.advance(2 * DAY)
    assert len(entry.outbox()) == 1
    fire(mcctl, "c-1")
    entry.advance(2 * DAY)
    assert len(entry.outbox()) == 2


def test_pause_and_resume(mcctl: Mcctl, entry: Rehearsal, home: Path) -> None:
    write(home, activities=[step("wait", "WAIT", "mail", waitDuration=1, waitUnit="days"), email("mail", None)])
    mcctl(["journey", "create", "--data", "j.json"])
    mcctl(PUBLISH)
    fire(mcctl, "in")
    paused = mcctl(["journey", "pause", "welcome-journey", "--for", "30d", "--then", "resume", "--extend-waits"])
    assert (paused.code, paused.stderr.splitlines()[0]) == (0, "Paused welcome-journey")
    fire(mcctl, "ignored")
    entry.advance(5 * DAY)
    assert entry.outbox() == []
    assert mcctl(["journey", "resume", "welcome-journey"]).code == 0
    entry.advance(0.5 * DAY)
    assert entry.outbox() == []
    entry.advance(DAY)
    assert [one["contactKey"] for one in entry.outbox()] == ["in"]


def test_a_pause_ends_by_itself(mcctl: Mcctl, running: Rehearsal) -> None:
    mcctl(["journey", "pause", "welcome-journey", "--for", "3d"])
    running.advance(4 * DAY)
    assert mcctl(["journey", "status", "welcome-journey", "-o", "json", "-q", "[0].status"]).json == "Stopped"


def test_an_error_inside_a_202_is_a_refusal(mcctl: Mcctl, running: Rehearsal) -> None:
    journey_id = mcctl(["journey", "get", "welcome-journey", "-o", "json", "-q", "id"]).json
    done = mcctl(["api", "POST", f"/interaction/v1/interactions/resume/{journey_id}?versionNumber=1", "-o", "json"])
    assert (done.code, done.error["errorcode"], done.error["status"]) == (5, "10000", 202)


def test_stop_ejects(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    data = ["--set", "SubscriberKey=c-1", "--set", "Email=a@x.io"]
    assert mcctl(["event", "fire", "nto-purchase", "--contact", "c-1", *data]).code == 0
    assert mcctl(["journey", "stop", "nto-thank-you", "--yes"]).code == 0
    rehearsal.advance(9 * DAY)
    assert len(rehearsal.outbox()) == 1
    (stop,) = [
        one for one in mcctl(["journey", "audit", "nto-thank-you", "-o", "json"]).json if one["action"] == "Stop"
    ]
    assert stop["ContactsEjected"] == 1


def test_exit(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    data = ["--set", "SubscriberKey=c-1", "--set", "Email=a@x.io"]
    mcctl(["event", "fire", "nto-purchase", "--contact", "c-1", *data])
    left = mcctl(["journey", "exit", "nto-thank-you", "--contact", "c-1", "--wait"])
    assert (left.code, left.stdout, left.stderr) == (
        0, "c-1\tnto-thank-you\tversion 1: Exit process Completed.\n", "1 contact left nto-thank-you\n",
    )  # fmt: skip
    rehearsal.advance(9 * DAY)
    assert len(rehearsal.outbox()) == 1


# ---------------------------------------------------------------------- versions and changes


def test_update_a_draft(mcctl: Mcctl, entry: Rehearsal, home: Path) -> None:
    mcctl(["journey", "create", "--data", str(JOURNEY)])
    changed = mcctl(
        ["journey", "update", "welcome-journey", "--name", "New", "--set", "activities.0.name=Hello", "-o", "json"]
    )
    assert (changed.json["name"], changed.json["activities"][0]["name"]) == ("New", "Hello")
    again = mcctl(["journey", "update", "welcome-journey", "--name", "New"])
    assert (again.code, again.stderr) == (0, "There was nothing to change\n")


def test_somebody_elses_change_is_not_overwritten(mcctl: Mcctl, entry: Rehearsal, home: Path) -> None:
    mcctl(["journey", "create", "--data", str(JOURNEY)])
    (home / "mine.json").write_text(mcctl(["journey", "get", "welcome-journey", "-o", "json"]).stdout)
    entry.advance(5)
    mcctl(["journey", "update", "welcome-journey", "--name", "Theirs"])
    done = mcctl(["journey", "update", "welcome-journey", "--data", "mine.json", "--name", "Mine"])
    assert done.code == 5
    assert "after the document was fetched" in done.stderr
    assert mcctl(["journey", "get", "welcome-journey", "-o", "json", "-q", "name"]).json == "Theirs"


def test_a_new_version_takes_over(mcctl: Mcctl, running: Rehearsal) -> None:
    made = mcctl(["journey", "update", "welcome-journey", "--new-version", "--name", "Second"])
    assert (made.code, made.stderr) == (0, "Changed version 2 of welcome-journey\n")
    assert mcctl(PUBLISH).code == 0
    states = mcctl(["journey", "status", "welcome-journey", "-o", "json", "-q", "[].status"]).json
    assert states == ["Unpublished", "Published"]
    assert mcctl(["journey", "get", "welcome-journey", "--version", "1", "-o", "json", "-q", "name"]).json == "Welcome"
    assert mcctl(["journey", "stop", "welcome-journey", "--all-versions", "--yes"]).code == 0
    assert mcctl(["journey", "status", "welcome-journey", "-o", "json", "-q", "[].status"]).json == [
        "Stopped",
        "Stopped",
    ]
    gone = mcctl(["journey", "delete", "welcome-journey", "--yes"])
    assert gone.stderr == "Deleted welcome-journey, all of its 2 versions (1 Stopped, 2 Stopped)\n"
    assert mcctl(["journey", "get", "welcome-journey"]).code == 3


def test_transactional_journeys_take_other_routes(mcctl: Mcctl, entry: Rehearsal, home: Path) -> None:
    write(home, definitionType="Transactional")
    assert mcctl(["journey", "create", "--data", "j.json"]).code == 0
    assert mcctl(PUBLISH).code == 0
    assert mcctl(["journey", "pause", "welcome-journey"]).code == 0
    assert mcctl(["journey", "resume", "welcome-journey"]).code == 0
    refused = mcctl(["journey", "stop", "welcome-journey", "--yes"])
    assert (refused.code, refused.stderr.splitlines()[0]) == (
        5, "mcctl: A transactional send journey cannot be stopped, only paused",
    )  # fmt: skip
    paths = [one["path"].rpartition("interactions/")[2] for one in entry.requests("POST")]
    assert paths[-3:] == ["transactional/create", "transactional/pause", "transactional/resume"]


def test_a_dry_run_shows_the_request(mcctl: Mcctl) -> None:
    shown = mcctl(["journey", "create", "--data", str(JOURNEY), "--dry-run"])
    assert (shown.code, shown.json["method"]) == (0, "POST")
    assert shown.json["url"].endswith("/interaction/v1/interactions")
    assert shown.json["body"] == json.loads(JOURNEY.read_text())


def test_a_lost_answer_to_a_publication_is_told(mcctl: Mcctl, entry: Rehearsal, naps: list[float]) -> None:
    mcctl(["journey", "create", "--data", str(JOURNEY)])
    entry.fault({"method": "POST", "path": "/publishAsync/"}, {"cut": "after"})
    done = mcctl(PUBLISH)
    assert done.code == 7
    assert "mcctl journey status" in done.stderr
    assert len([one for one in entry.requests("POST") if "publishAsync" in one["path"]]) == 1


def test_history_over_all_journeys_by_contact_address_and_time(mcctl: Mcctl, running: Rehearsal) -> None:
    fire(mcctl, "c-1")
    fire(mcctl, "c-2")
    running.advance(1)
    history = ["journey", "history", "-o", "csv"]
    assert {line.split(",")[0] for line in mcctl(history).stdout.splitlines()} == {"JOURNEY", "Welcome"}
    assert len(mcctl([*history, "--contact", "c-1", "--since", "1h"]).stdout.splitlines()) == 2
    address = mcctl(["contact", "get", "c-2", "-q", "[0].valueSets[0].values[0].innerValue"]).stdout.strip()
    by_address = mcctl([*history, "--email", address]).stdout
    assert by_address == mcctl([*history, "--contact", "c-2"]).stdout
    assert "c-2" in by_address
    assert mcctl([*history, "--until", "30d"]).stdout.splitlines()[1:] == []
    assert mcctl([*history, "--email", "nobody@nto.example"]).code == 3
