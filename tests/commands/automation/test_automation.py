"""Automations: made from a document, run, paused, scheduled, looked after."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import Mcctl, Rehearsal

DAILY = """\
name: Load and send
key: load
description: Every morning
steps:
- name: Load
  activities:
  - import: nto-customers-import
- activities:
  - query: nto-names
  - wait: 30m
- name: Tell them
  activities:
  - send: 5e0d0000-0000-4000-8000-000000000042
schedule:
  start: 2027-01-31T07:00
  zone: Europe/Berlin
  every: 1 day
"""
NEW_CUSTOMERS = "SubscriberKey,Email,FirstName\nnto-2001,dara@nto.example,DARA\n"


@pytest.fixture
def made(mcctl: Mcctl, waits: list[float], home: Path) -> Mcctl:
    """An automation of an import, a query, a wait and a send, with its file."""
    (home / "load.yaml").write_text(DAILY)
    (home / "customers.csv").write_text(NEW_CUSTOMERS)
    assert mcctl(["automation", "create", "--data", "load.yaml"]).code == 0
    assert mcctl(["emulator", "file", "add", "customers.csv"]).code == 0
    return mcctl


def test_an_automation_is_made_from_a_document(made: Mcctl) -> None:
    answer = made(["automation", "get", "load", "-q", "{key: key, steps: steps[].activities[].name}", "-o", "json"])
    assert answer.json == {
        "key": "load",
        "steps": ["NTO Customers Import", "NTO Names", "30m", "5e0d0000-0000-4000-8000-000000000042"],
    }
    told = made(["automation", "get", "load"]).stdout.splitlines()
    assert told[2:5] == [
        "STATUS\tPausedSchedule", "RUNS\tevery day from 2027-01-31 07:00 W. Europe Standard Time", "LAST RUN\t",
    ]  # fmt: skip
    assert told[7] == (
        "STEPS\t1. import NTO Customers Import\\n2. query NTO Names\\n2. wait 30m"
        "\\n3. send 5e0d0000-0000-4000-8000-000000000042"
    )


def test_it_fails_at_the_query_and_is_repaired(made: Mcctl, rehearsal: Rehearsal) -> None:
    with rehearsal.app.state.transaction() as db:  # a column goes, behind the back of the query
        db.execute("update activity set doc = replace(doc, 'LEFT(FirstName', 'LEFT(Surname') where kind = 'queries'")
    answer = made(["automation", "run", "load", "--wait", "-o", "json"])
    assert answer.code == 5
    assert answer.error["message"] == (
        "Load and send failed: step 2, NTO Names: An error occurred while checking the query syntax. Errors: "
        "Invalid column name 'surname'."
    )
    assert made(["automation", "list", "--failing", "-o", "json", "-q", "[].key"]).json == ["load"]
    assert rehearsal.outbox() == []
    name = "UPPER(LEFT(FirstName, 1)) + LOWER(SUBSTRING(FirstName, 2, 50)) AS FirstName"
    fixed = f"SELECT SubscriberKey, Email, {name} FROM [NTO Customers]"
    assert made(["query", "update", "nto-names", "--sql", fixed]).code == 0
    answer = made(["automation", "run", "load", "--wait", "--wait-timeout", "2000"])
    assert (answer.code, answer.stderr) == (0, "Load and send has run\n")
    assert [one["to"] for one in rehearsal.outbox()] == [
        "amelia@nto.example", "bao@nto.example", "carmen@nto.example", "dara@nto.example",
    ]  # fmt: skip
    rows = made(["de", "rows", "nto-customers", "--where", "SubscriberKey eq 'nto-2001'", "-o", "json"]).json
    assert rows == [{"SubscriberKey": "nto-2001", "Email": "dara@nto.example", "FirstName": "Dara"}]
    history = made(["automation", "history", "load", "-o", "json", "-q", "[].AutomationInstanceStatus"])
    assert history.json == ["Complete", "Error"]
    one = made(["automation", "status", "load", "-o", "json"]).json
    assert [(part["name"], part["status"]) for part in one["lastRun"]["activities"]] == [
        ("NTO Customers Import", "Complete"), ("NTO Names", "Complete"), ("30m", "Complete"),
        ("5e0d0000-0000-4000-8000-000000000042", "Complete"),
    ]  # fmt: skip


def test_nothing_runs_while_it_is_paused(made: Mcctl) -> None:
    schedule = ["automation", "schedule", "nto-nightly", "--start", "2026-01-01T02:00", "--zone", "Europe/Berlin"]
    answer = made([*schedule, "--every", "1 day"])
    assert answer.stderr == "Set the schedule of NTO Nightly\n"
    assert made(["automation", "pause", "nto-nightly"]).stderr == (
        "Paused NTO Nightly\nNext: mcctl automation resume nto-nightly\n"
    )
    ran = ["automation", "get", "nto-nightly", "-o", "json", "-q", "[status, lastRunTime]"]
    made(["emulator", "clock", "--advance", "3d"])
    assert made(ran).json == ["PausedSchedule", None]
    assert made(["automation", "resume", "nto-nightly"]).code == 0
    assert made(ran).json == ["Scheduled", None]
    runs = made(["automation", "get", "nto-nightly"]).stdout.splitlines()[-1].split("\t")
    assert (runs[0], [one[-5:] for one in runs[1].split(", ")]) == ("NEXT RUNS", ["02:00"] * 3)
    made(["emulator", "clock", "--advance", "1d"])
    status, last = made(ran).json
    assert (status, last[11:19]) in (("Scheduled", "19:00:00"), ("Scheduled", "18:00:00"))  # 2 o'clock in Berlin


def test_health(made: Mcctl) -> None:
    made(["automation", "run", "nto-nightly", "--wait"])
    answer = made(["automation", "health", "-o", "json", "-q", "[].[key, finding]", "--check"])
    assert (answer.json, answer.code) == ([["load", "paused"], ["nto-nightly", "paused"]], 10)
    assert made(["automation", "resume", "nto-nightly"]).code == 0
    assert made(["automation", "health"]).stdout == "Load and send\tload\tpaused\tPausedSchedule\t\n"


def test_a_file_starts_it(made: Mcctl, home: Path) -> None:
    document = {"name": "Drop", "key": "drop", "file": {"name": "orders", "match": "begins"},
                "steps": [{"activities": [{"script": "nto-hello-script"}]}]}  # fmt: skip
    (home / "drop.json").write_text(json.dumps(document))
    (home / "orders-1.csv").write_text("A\n1\n")
    made(["automation", "create", "--data", "drop.json"])
    made(["emulator", "file", "add", "orders-1.csv"])
    ran = ["automation", "get", "drop", "-o", "json", "-q", "[status, lastRunInstanceId]"]
    assert made(ran).json == ["InactiveTrigger", None]
    assert made(["automation", "resume", "drop"]).code == 0
    made(["emulator", "file", "add", "orders-1.csv"])
    made(["emulator", "clock", "--advance", "10s"])
    status, run = made(ran).json
    assert status == "AwaitingTrigger"
    assert run


def test_what_get_shows_makes_another(made: Mcctl, home: Path) -> None:
    (home / "n.yaml").write_text(made(["automation", "get", "nto-nightly", "-o", "yaml"]).stdout)
    made(["automation", "create", "--data", "n.yaml", "--key", "n2", "--name", "N2"])
    both = [made(["automation", "get", key, "-o", "json"]).json for key in ("nto-nightly", "n2")]
    schedules = [{name: value for name, value in one["schedule"].items() if name != "id"} for one in both]
    assert schedules[0] == schedules[1]
    assert [step["activities"][0]["activityObjectId"] for step in both[0]["steps"]] == [
        step["activities"][0]["activityObjectId"] for step in both[1]["steps"]
    ]
    changed = made(["automation", "update", "n2", "--description", "Other", "-o", "json"]).json
    assert (changed["description"], len(changed["steps"])) == ("Other", 2)
    assert made(["automation", "delete", "n2", "--yes"]).stderr == "Deleted the automation N2\n"
    assert made(["automation", "get", "n2"]).code == 3


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ({}, "An automation needs a name"),
        ({"name": "x", "steps": {}}, "steps must be a list of objects"),
        ({"name": "x", "steps": [{}]}, "Step 1 has no activities"),
        ({"name": "x", "steps": [{"activities": [{"dance": "x"}]}]},
         "Step 1: an activity must be one of query, script, import, file-transfer, data-extract, wait, send, event, or have "
         "objectTypeId and activityObjectId"),
        ({"name": "x", "steps": [{"activities": [{"wait": "soon"}]}]}, "Step 1: wait 'soon' is no duration"),
        ({"name": "x", "schedule": {"start": "then", "zone": "UTC"}},
         "The start of the schedule, 'then', is no date and time"),
        ({"name": "x", "schedule": {"start": "2027-01-01", "zone": "Mars"}}, "'Mars' is no time zone"),
        ({"name": "x", "schedule": {"start": "2027-01-01", "zone": "Europe/Berlin", "every": "blue moon"}},
         "every 'blue moon' is no interval"),
        ({"name": "x", "schedule": {"start": "2027-01-01", "zone": "5", "every": "2 minutes"}},
         "An automation runs every 5 minutes at most"),
        ({"name": "x", "file": {"match": "like"}}, "match 'like' must be one of any, contains, begins, ends, equals"),
        ({"name": "x", "key": "k" * 201}, "The key of an automation has at most 200 characters"),
    ],
)  # fmt: skip
def test_what_cannot_be_made(mcctl: Mcctl, rehearsal: Rehearsal, home: Path, document: object, told: str) -> None:
    (home / "a.json").write_text(json.dumps(document))
    answer = mcctl(["automation", "create", "--data", "a.json", "-o", "json"])
    assert (answer.code, answer.error["message"]) == (2, told)
    assert rehearsal.requests("POST") == []


def test_an_activity_that_is_not_there(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "a.json").write_text(json.dumps({"name": "x", "steps": [{"activities": [{"query": "nope"}]}]}))
    answer = mcctl(["automation", "create", "--data", "a.json", "-o", "json"])
    assert (answer.code, answer.error["message"]) == (3, "There is no query 'nope' in this business unit")


def test_one_that_does_not_start_by_itself_cannot_be_paused(made: Mcctl, home: Path) -> None:
    (home / "a.json").write_text(json.dumps({"name": "Bare", "key": "bare"}))
    made(["automation", "create", "--data", "a.json"])
    answer = made(["automation", "pause", "bare", "-o", "json"])
    assert (answer.code, answer.error["message"]) == (2, "Bare has no schedule and no file drop")
    assert made(["automation", "run", "bare"]).code == 2
    assert made(["automation", "health", "-o", "json", "-q", "[?key=='bare'].finding"]).json == ["no schedule"]


def test_a_schedule_that_is_over_is_refused(made: Mcctl) -> None:
    times = ["--start", "2020-01-01T00:00", "--zone", "UTC", "--times", "2"]
    answer = made(["automation", "schedule", "nto-nightly", *times])
    assert answer.code == 5
    assert "The last occurrence is past" in json.dumps(answer.stderr)


def test_lists(made: Mcctl) -> None:
    assert made(["automation", "list", "--search", "nightly"]).stdout == (
        "NTO Nightly\tnto-nightly\tPausedSchedule\tevery day from 2026-01-01 02:00 W. Europe Standard Time\t\n"
    )
    assert made(["automation", "list", "--status", "ready", "-o", "json"]).json == []
    assert made(["automation", "list", "--status", "Redy"]).code == 2
    assert len(made(["automation", "list", "--folder", "my automations", "-o", "json"]).json) == 2
    assert len(made(["automation", "list", "--not-run-since", "1d", "-o", "json"]).json) == 2
    made(["automation", "run", "nto-nightly", "--wait"])
    assert made(["automation", "list", "--not-run-since", "1d", "-o", "json", "-q", "[].key"]).json == ["load"]
    assert made(["automation", "list", "--folder", "nowhere"]).code == 3


def test_the_health_report_is_csv(made: Mcctl) -> None:
    made(["automation", "run", "nto-nightly", "--wait"])
    report = made(["api", "GET", "/automation/v1/automations/healthreport"]).stdout
    assert "NTO Nightly,Automation,Schedule,DAILY," in report


def test_the_next_runs_are_those_after_the_clock_of_the_emulator(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["automation", "resume", "nto-nightly"]).code == 0

    def first_run() -> datetime:
        shown = mcctl(["automation", "get", "nto-nightly"]).stdout.splitlines()
        (line,) = [line for line in shown if line.startswith("NEXT RUNS")]
        return datetime.fromisoformat(line.split("\t")[1].split(", ")[0])

    before = first_run()
    rehearsal.advance(40 * 86400)
    assert (first_run() - before).days == 40


def test_who_is_told_how_it_ended(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    place = ["automation", "notification"]
    assert mcctl([*place, "get", "nto-nightly"]).stdout == ""
    done = mcctl(
        [*place, "set", "nto-nightly", "--on-error", "a@nto.example", "--on-error", " b@nto.example", "--text", "Look"]
    )
    assert (done.code, done.stdout, done.stderr) == (
        0, "Error\ta@nto.example,b@nto.example\tLook\n", "Changed who is told of NTO Nightly\n",
    )  # fmt: skip
    sent = json.loads(rehearsal.requests("POST")[-1]["body"])
    program = rehearsal.requests("POST")[-1]["path"].rpartition("/")[2]
    assert sent == {
        "programId": program,
        "workers": [{
            "programId": program, "notificationType": "Error", "definition": "a@nto.example,b@nto.example",
            "body": "Look", "channelType": "Account",
        }],
    }  # fmt: skip
    assert (
        mcctl([*place, "set", "nto-nightly", "--on-complete", "c@nto.example"]).stdout == "Complete\tc@nto.example\t\n"
    )
    assert mcctl([*place, "set", "nto-nightly", "--none"]).stderr == "Nobody is told of NTO Nightly\n"
    assert mcctl([*place, "get", "nto-nightly"]).stdout == ""


@pytest.mark.parametrize("args", [[], ["--none", "--on-error", "a@b.example"], ["--on-error", "ada"]])
def test_nobody_is_told_by_mistake(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str]) -> None:
    assert mcctl(["automation", "notification", "set", "nto-nightly", *args]).code == 2
    assert rehearsal.requests() == []
