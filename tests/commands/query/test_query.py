"""Queries: from the shell, as activities, and what a killed one leaves behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mcctl.sql.views import views
from tests._hook import Hook
from tests.conftest import Mcctl, Rehearsal, environment

OPENS = (
    "SELECT TOP 10 s.SubscriberKey, COUNT(o.JobID) AS Opens FROM _Sent s LEFT JOIN _Open o "
    "ON o.SubscriberKey = s.SubscriberKey AND o.JobID = s.JobID GROUP BY s.SubscriberKey ORDER BY Opens DESC"
)
NOTHING_LEFT = "Nothing is left behind\n"
FIRED = ["event", "fire", "nto-purchase", "--set", "SubscriberKey=nto-1002", "--set", "Email=bao@nto.example"]


def names(mcctl: Mcctl) -> list[str]:
    """Return the names of every data extension and query activity."""
    extensions, queries = mcctl(["de", "list", "-o", "json"]).json, mcctl(["query", "list", "-o", "json"]).json
    return [one["name"] for one in [*extensions, *queries]]


BEFORE = ["NTO Customers", "NTO Suppression", "NTO Names"]


def test_who_opened(mcctl: Mcctl, waits: list[float]) -> None:
    sent = ["tx", "send", "nto-order-confirmation", "--to", "ada@nto.example", "--contact", "ada", "--wait"]
    assert mcctl([*sent, "--attr", "OrderNumber=1"]).code == 0
    assert mcctl([*FIRED, "--contact", "nto-1002"]).code == 0
    mcctl(["emulator", "clock", "--advance", "5s"])
    opened = mcctl(["emulator", "event", "open", "--to", "bao@nto.example", "--to", "BAO@nto.example"])
    assert opened.stdout == "open\tbao@nto.example\tnto-1002\t100001\tThanks\n" * 2
    answer = mcctl(["query", "run", "--sql", OPENS, "-o", "csv"])
    assert (answer.stdout, answer.stderr) == ("SubscriberKey,Opens\nnto-1002,2\nada,0\n", "")
    assert names(mcctl) == BEFORE
    assert waits


def test_the_columns_of_a_query_have_types(mcctl: Mcctl, waits: list[float], rehearsal: Rehearsal) -> None:
    sql = "SELECT SubscriberKey AS K, LEN(Email) AS N, GETDATE() AS D, 1.5 AS X, Email FROM [NTO Customers] WHERE 1 = 0"
    planned = mcctl(["query", "run", "--sql", sql, "--dry-run"]).json
    assert [(one["name"], one["type"], one.get("length"), one.get("scale")) for one in planned[0]["body"]["fields"]] == [
        ("K", "Text", 50, None), ("N", "Number", None, None), ("D", "Date", None, None), ("X", "Decimal", 18, 1),
        ("Email", "EmailAddress", 254, None),
    ]  # fmt: skip
    assert (planned[1]["body"]["queryText"], planned[1]["body"]["targetUpdateTypeId"]) == (sql, 0)
    assert rehearsal.requests("POST", "DELETE") == []
    assert mcctl(["query", "run", "--sql", sql, "-o", "json"]).json == []


def test_columns_are_named_where_they_cannot_be_told(mcctl: Mcctl, waits: list[float]) -> None:
    sql = "SELECT TOP 1 SubscriberKey AS K, Email AS E FROM [NTO Customers] ORDER BY K DESC"
    answer = mcctl(["query", "run", "--sql", sql, "--columns", "K:Text(50),E:EmailAddress", "-o", "jsonl"])
    assert answer.stdout == '{"K": "nto-1003", "E": "carmen@nto.example"}\n'


def test_rows_are_kept(mcctl: Mcctl, waits: list[float]) -> None:
    answer = mcctl(
        ["query", "run", "--sql", "SELECT SubscriberKey FROM [NTO Customers]", "--keep", "kept", "--limit", "1"]
    )
    assert answer.stdout == "nto-1001\n"
    assert answer.stderr == "The rows are in the data extension kept\nNext: mcctl de rows kept\n"
    assert names(mcctl) == ["NTO Customers", "NTO Suppression", "kept", "NTO Names"]
    assert mcctl(["de", "rows", "kept", "--all", "-o", "csv"]).stdout == "SubscriberKey\nnto-1001\nnto-1002\nnto-1003\n"


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        ([], 2, "Which query?"),
        (["x", "--sql", "SELECT 1 AS A"], 2, "Which query?"),
        (["--sql", " "], 2, "The query is empty; nothing was sent"),
        (["--sql", "DELETE FROM x"], 2, "Only SELECT queries are valid."),
        (["--sql", "SELECT A FROM [Nowhere]"], 2,
         "An error occurred while checking the query syntax. Errors: Invalid object name 'Nowhere'."),
        (["--sql", "SELECT SubscriberKey FROM [NTO Customers]", "--columns", "Other:Text(50)"], 5, None),
        (["nobody"], 3, "There is no query 'nobody' in this business unit"),
    ],
)  # fmt: skip
def test_what_cannot_be_run(mcctl: Mcctl, waits: list[float], args: list[str], code: int, told: str | None) -> None:
    answer = mcctl(["query", "run", *args, "-o", "json"])
    assert answer.code == code
    if told is not None:
        assert answer.error["message"] == told
    assert names(mcctl) == BEFORE


def test_a_query_that_fails_tells_why_and_leaves_nothing(mcctl: Mcctl, waits: list[float]) -> None:
    answer = mcctl(["query", "run", "--sql", "SELECT 1 / 0 AS A FROM [NTO Customers]", "-o", "json"])
    assert (answer.code, answer.stdout) == (5, "")
    assert answer.error["message"].endswith(" failed: Divide by zero error encountered.")
    assert names(mcctl) == BEFORE


def test_a_query_that_is_not_done_in_time_leaves_nothing(mcctl: Mcctl, waits: list[float]) -> None:
    answer = mcctl(["query", "run", "--sql", "SELECT 1 AS A", "--wait-timeout", "1", "-o", "json"])
    assert answer.code == 9
    assert names(mcctl) == BEFORE


def test_an_activity_runs(mcctl: Mcctl, waits: list[float]) -> None:
    assert mcctl(["query", "run", "nto-names"]).stderr == "Started the query NTO Names\n"
    assert (
        mcctl(["de", "upsert", "nto-customers", "--set", "SubscriberKey=nto-1001", "--set", "FirstName=aMELIA"]).code
        == 0
    )
    answer = mcctl(["query", "run", "NTO Names", "--wait"])
    assert answer.stderr == "The query NTO Names has run\nNext: mcctl de rows nto-customers\n"
    assert (
        mcctl(["de", "rows", "nto-customers", "--limit", "1", "--columns", "FirstName", "-o", "tsv"]).stdout
        == "Amelia\n"
    )


def test_activities_are_made_changed_and_deleted(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "q.sql").write_text("SELECT SubscriberKey, Email FROM [NTO Customers]")
    made = mcctl(
        ["query", "create", "q", "--file", "q.sql", "--target", "nto-customers", "--mode", "update", "-o", "json"]
    )
    assert {name: made.json[name] for name in ("name", "key", "targetName", "targetUpdateTypeName", "categoryId")} == {
        "name": "q", "key": "q", "targetName": "NTO Customers", "targetUpdateTypeName": "Update", "categoryId": 511,
    }  # fmt: skip
    assert made.stderr == "Created the query q\nNext: mcctl query run --wait q\n"
    changed = mcctl(["query", "update", "q", "--mode", "append", "--description", "New", "-o", "json"]).json
    assert (changed["targetUpdateTypeName"], changed["description"]) == ("Append", "New")
    assert changed["queryText"] == "SELECT SubscriberKey, Email FROM [NTO Customers]"
    assert mcctl(["query", "list", "--search", "q", "-o", "json", "-q", "[].key"]).json == ["q"]
    refused = mcctl(["query", "update", "q", "--sql", "SELECT SubscriberKey FROM [NTO Customers]", "-o", "json"])
    assert refused.code == 5
    assert "Field 'Email' is required for the Target Data Extension" in refused.error["message"]
    assert mcctl(["query", "delete", "q", "--yes"]).stderr == "Deleted the query q\n"
    assert mcctl(["query", "get", "q"]).code == 3


def test_an_update_needs_a_primary_key(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["de", "create", "plain", "--field", "A:Number"]).code == 0
    made = mcctl(
        ["query", "create", "q", "--sql", "SELECT 1 AS A", "--target", "plain", "--mode", "update", "-o", "json"]
    )
    assert made.code == 5
    assert made.error["message"].endswith("must have a primary key for the update type Update (HTTP 400)")
    assert mcctl(["query", "create", "q", "--sql", "SELECT 1 AS B", "--target", "plain", "-o", "json"]).code == 5


def test_sql_is_validated(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    answer = mcctl(["query", "validate", "--sql", "SELECT SubscriberKey FROM _Subscribers"])
    assert answer.stdout == "VALID\ttrue\nERRORS\t\nWARNINGS\tThe query has no WHERE clause: it reads every row.\n"
    assert answer.stderr == "Warning: The query has no WHERE clause: it reads every row.\n"
    answer = mcctl(["query", "validate", "--sql", "SELECT Nope FROM _Open", "-o", "json"])
    told = "An error occurred while checking the query syntax. Errors: Invalid column name 'nope'."
    assert (answer.code, answer.error["message"]) == (5, told)
    answer = mcctl(
        ["query", "validate", "--sql", "SELECT SubscriberKey FROM _Sent", "--target", "nto-customers", "-o", "json"]
    )
    assert answer.error["message"] == "Field 'Email' is required for the Target Data Extension"


def test_the_views_are_listed(mcctl: Mcctl) -> None:
    listed = mcctl(["query", "views", "-o", "json"]).json
    assert len(listed) == 32
    assert listed[3] == {
        "name": "_Sent", "note": "one row per e-mail that was sent", "retention": "6 months",
        "scope": "this business unit; all of them in the parent",
        "columns": ["AccountID", "OYBAccountID", "JobID", "ListID", "BatchID", "SubscriberID", "SubscriberKey",
                    "EventDate", "Domain", "TriggererSendDefinitionObjectID", "TriggeredSendCustomerKey"],
    }  # fmt: skip
    assert mcctl(["query", "views", "complaint", "-o", "csv", "-q", "[0]"]).code == 0
    assert mcctl(["query", "views", "nothing"]).code == 3


@pytest.mark.parametrize("name", [view.name for view in views().values()])
def test_every_view_can_be_read(mcctl: Mcctl, name: str, waits: list[float]) -> None:
    mcctl([*FIRED, "--contact", "nto-1002"])
    mcctl(["automation", "run", "nto-nightly"])
    mcctl(["emulator", "clock", "--advance", "10s"])
    assert mcctl(["query", "run", "--sql", f"SELECT * FROM {name}", "-o", "json"]).code == 0


def test_readers_are_told_of_to_callbacks(mcctl: Mcctl, hook: Hook, waits: list[float]) -> None:
    created = mcctl(
        ["ens", "callback", "create", "--name", "h", "--url", hook.url, "-o", "json", "--key-file", "key"]
    ).json
    callback = created["callbackId"]
    key = next(body["verificationKey"] for body, _, _ in hook.posts)
    assert mcctl(["ens", "callback", "verify", callback, "--verification-key", key]).code == 0
    types = ["--event", "EngagementEvents.EmailOpen", "--event", "EngagementEvents.EmailUnsubscribe"]
    assert mcctl(["ens", "subscription", "create", "--name", "s", "--callback", callback, *types]).code == 0
    mcctl([*FIRED, "--contact", "nto-1002"])
    mcctl(["emulator", "clock", "--advance", "5s"])
    for kind in ("open", "click", "unsubscribe"):
        assert mcctl(["emulator", "event", kind, "--to", "bao@nto.example"]).code == 0
    mcctl(["emulator", "clock"])
    told = hook.events()
    assert [one["eventCategoryType"] for one in told] == types[1::2]
    assert (told[1]["info"]["domain"], told[0]["composite"]["jobId"]) == ("nto.example", "100001")


def test_who_is_unsubscribed_gets_no_mail_of_journeys(mcctl: Mcctl, waits: list[float]) -> None:
    mcctl([*FIRED, "--contact", "nto-1002"])
    mcctl(["emulator", "clock", "--advance", "5s"])
    assert mcctl(["emulator", "event", "complaint", "--to", "bao@nto.example"]).code == 0
    mcctl(["emulator", "clock", "--advance", "4d"])
    sql = "SELECT Status FROM _Subscribers WHERE SubscriberKey = 'nto-1002'"
    assert mcctl(["query", "run", "--sql", sql]).stdout == "unsubscribed\n"
    assert mcctl(["emulator", "outbox", "-q", "length(@)", "-o", "json"]).json == 1
    missing = mcctl(["emulator", "event", "open", "--to", "nobody@nto.example"])
    assert (missing.code, missing.stderr.splitlines()[0]) == (3, "mcctl: No e-mail was sent to nobody@nto.example")


@pytest.mark.processes
def test_a_killed_query_leaves_nothing_after_cleanup(
    mcctl: Mcctl, served: tuple[Rehearsal, str], tenant: Rehearsal
) -> None:
    _, url = served
    env = {**os.environ, **environment(url)}
    chance = random.Random(17)
    line = [sys.executable, "-m", "mcctl", "query", "run", "--sql", "SELECT Email FROM [NTO Customers]"]
    for number in range(20):
        process = subprocess.Popen(line, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.25, 1.2))
        process.send_signal(signal.SIGKILL if number % 2 else signal.SIGINT)
        process.wait()
    cleaned = subprocess.run([*line[:4], "cleanup", "--yes"], env=env, capture_output=True, text=True, check=False)
    assert (cleaned.returncode, cleaned.stderr.split()[0]) in ((0, "Removed"), (0, "Nothing"))
    assert names(mcctl) == BEFORE


def test_cleanup_leaves_what_still_runs_alone(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    from mcctl import locks  # the state folder is set by now

    key = "mcctl-query-20260101-abc"
    fields = ["--field", "A:Text(5)"]
    assert mcctl(["de", "create", key, *fields]).code == 0
    with locks.held(key, 0, "runs"):
        assert mcctl(["query", "cleanup", "--yes"]).stderr == NOTHING_LEFT
    assert mcctl(["query", "cleanup", "--dry-run"]).json[0]["method"] == "DELETE"
    assert mcctl(["query", "cleanup"]).code == 2
    cleaned = mcctl(["query", "cleanup", "--yes", "-o", "json", "-q", "[].name"])
    assert (cleaned.json, cleaned.stderr) == ([key], "Removed 1\n")
