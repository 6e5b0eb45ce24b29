"""Queries, scripts, automations and definitions of pushes in a workspace that asks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.workspace.conftest import EUROPE, HOME
from tests.commands.workspace.test_pull import status
from tests.commands.workspace.test_push import writes
from tests.conftest import Mcctl, Rehearsal

EU = ["--business-unit", str(EUROPE)]
NIGHTLY = Path("automation/automations/nto-nightly.automation.yaml")
QUERY = Path("automation/queries/nto-names.query.yaml")
SQL = Path("automation/queries/nto-names.sql")
SCRIPT = Path("automation/scripts/nto-hello-script.ssjs")
PUSH = Path("sends/snow.push-send.yaml")
APP = "5e0d0000-0000-4000-8000-000000000201"


@pytest.fixture
def studio(mcctl: Mcctl, rehearsal: Rehearsal, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of both business units, with the kinds of Automation Studio and of pushes."""
    folder = home / "space"
    targets = ["--target", f"dev=emulator:{HOME}", "--target", f"eu=emulator:{EUROPE}"]
    assert mcctl(["workspace", "init", str(folder), "--home", "dev", *targets]).code == 0
    monkeypatch.chdir(folder)
    created = ["tx", "definition", "create", "snow", "--channel", "push", "--app", APP, "--asset", "nto-footer"]
    assert mcctl([*created, "--status", "inactive"]).code == 0
    config = Path("mcctl.yaml")
    config.write_text(config.read_text().replace("- ens\n", "- ens\n- query\n- script\n- automation\n- push\n"))
    assert mcctl(["workspace", "pull"]).code == 0
    return folder


def push(mcctl: Mcctl, *options: str) -> tuple[int, str]:
    done = mcctl(["workspace", "push", "--yes", *options])
    return done.code, done.stderr.partition("\nHint")[0]


def test_what_runs_stands_in_files_of_its_own(mcctl: Mcctl, rehearsal: Rehearsal, studio: Path) -> None:
    assert QUERY.read_text() == "key: nto-names\nname: NTO Names\ntarget:\n  ref: de:nto-customers\nmode: update\n"
    assert SQL.read_text() == (
        "SELECT SubscriberKey, Email, UPPER(LEFT(FirstName, 1)) + LOWER(SUBSTRING(FirstName, 2, 50)) AS FirstName\n"
        "FROM [NTO Customers]\nWHERE FirstName IS NOT NULL"
    )
    assert SCRIPT.read_text().startswith('<script runat="server">\nPlatform.Load("Core", "1");\n')
    assert SCRIPT.with_name("nto-hello-script.script.yaml").read_text() == "key: nto-hello-script\nname: NTO Hello\n"
    assert NIGHTLY.read_text() == (
        "key: nto-nightly\nname: NTO Nightly\ndescription: Names in order\nschedule:\n  start: '2026-01-01T02:00:00'\n"
        "  zone: W. Europe Standard Time\n  rule: FREQ=DAILY;UNTIL=20790606T050000;INTERVAL=1\nsteps:\n- activities:\n"
        "  - query:\n      ref: query:nto-names\n- activities:\n  - script:\n      ref: script:nto-hello-script\n"
    )
    assert PUSH.read_text() == (
        f"key: snow\nchannel: push\nname: snow\ncontent:\n  customerKey:\n    ref: asset:nto-footer\napplicationId: {APP}\n"
    )
    before = len(rehearsal.requests())
    assert mcctl(["workspace", "pull"]).stderr == "Everything is as it was\n"
    asked = [one["path"] for one in rehearsal.requests()[before:] if "/automation/" in one["path"]]
    listed = ["queries", "scripts", "automations"]
    assert [path for path in asked if "/legacy/" not in path] == [f"/automation/v1/{name}" for name in listed]


def test_the_parser_of_sql_finds_who_uses_a_data_extension(mcctl: Mcctl, studio: Path) -> None:
    found = mcctl(["workspace", "usages", "de:nto-customers", "--deep", "-o", "json"]).json
    assert [(one["address"], one["path"], one["line"]) for one in found if "automation" in one["path"]] == [
        ("query:nto-names", str(QUERY), 4),
        ("query:nto-names", str(SQL), 2),
        ("automation:nto-nightly", str(NIGHTLY), 11),
    ]
    live = mcctl(["workspace", "usages", "query:nto-names", "--live", "-o", "json"]).json
    assert [(one["address"], one["status"]) for one in live] == [("automation:nto-nightly", "PausedSchedule")]
    live = mcctl(["workspace", "usages", "asset:nto-footer", "--live", "-o", "json"]).json
    assert ("push:snow", "Inactive") in [(one["address"], one["status"]) for one in live]


def test_changes_go_both_ways(mcctl: Mcctl, rehearsal: Rehearsal, studio: Path) -> None:
    sql = "SELECT SubscriberKey, Email, FirstName\r\nFROM [NTO Customers]\r\n"
    assert mcctl(["query", "update", "nto-names", "--sql", sql.strip(), "--mode", "append"]).code == 0
    assert status(mcctl) == [("changed there", "query:nto-names")]
    assert mcctl(["workspace", "pull"]).code == 0
    assert SQL.read_bytes() == sql.strip().encode()
    assert "mode: append\n" in QUERY.read_text()
    SQL.write_text("SELECT SubscriberKey, Email FROM [NTO Customers]")
    SCRIPT.write_text("<script runat=server>Write(1)</script>")
    NIGHTLY.write_text(
        NIGHTLY.read_text().replace("T02:00", "T03:30").replace("- activities:\n  - script", "  - script")
    )
    PUSH.write_text(PUSH.read_text().replace("name: snow", "name: Snow"))
    before = writes(rehearsal)
    assert push(mcctl)[0] == 0
    assert [method for method, _ in writes(rehearsal)[len(before) :]] == ["PATCH"] * 4
    assert mcctl(["query", "get", "nto-names", "-o", "json", "-q", "queryText"]).json == SQL.read_text()
    told = mcctl(["automation", "get", "nto-nightly", "-o", "json"]).json
    assert told["schedule"]["startDate"] == "2026-01-01T03:30:00"
    assert [len(step["activities"]) for step in told["steps"]] == [2]
    assert status(mcctl) == []
    run = mcctl(["run", "list", "-o", "json", "-q", "[0].id"]).json
    assert mcctl(["workspace", "rollback", str(run), "--yes"]).code == 0
    assert mcctl(["query", "get", "nto-names", "-o", "json", "-q", "queryText"]).json == sql.strip()


def test_an_automation_is_promoted_with_all_that_it_runs(mcctl: Mcctl, studio: Path) -> None:
    alone = mcctl(["workspace", "promote", "automation:nto-nightly", "--to", "eu", "--yes"])
    assert (alone.code, "query:nto-names is not in eu; --deep takes it along" in alone.stderr) == (2, True)
    done = mcctl(["workspace", "promote", "automation:nto-nightly", "--to", "eu", "--deep", "--yes"])
    assert done.code == 0, done.stderr
    assert sorted(line.split("\t")[3] for line in done.stdout.splitlines()) == [
        "automation:nto-nightly", "de:nto-customers", "query:nto-names", "script:nto-hello-script",
    ]  # fmt: skip
    there = mcctl(["automation", "get", "nto-nightly", *EU, "-o", "json"]).json
    query = mcctl(["query", "get", "nto-names", *EU, "-o", "json"]).json
    assert there["steps"][0]["activities"][0]["activityObjectId"] == query["queryDefinitionId"]
    assert query["targetId"] == mcctl(["de", "get", "nto-customers", *EU, "-o", "json", "-q", "id"]).json
    assert there["status"] == "PausedSchedule"
    assert status(mcctl, "--target", "eu") == []
    assert mcctl(["automation", "run", "nto-nightly", "--wait", *EU]).code == 0


def test_what_only_one_business_unit_knows_must_be_mapped(mcctl: Mcctl, studio: Path) -> None:
    number = mcctl(["import", "get", "nto-customers-import", "-o", "json", "-q", "importDefinitionId"]).json
    Path("a.json").write_text(
        '{"name": "Load", "key": "nto-load", "steps": [{"activities": [{"import": "nto-customers-import"}]}]}'
    )
    assert mcctl(["automation", "create", "--data", "a.json"]).code == 0
    Path("a.json").unlink()
    assert mcctl(["workspace", "pull"]).code == 0
    path = NIGHTLY.with_name("nto-load.automation.yaml")
    assert path.read_text() == (
        "key: nto-load\nname: Load\nsteps:\n- activities:\n  - name: NTO Customers Import\n    objectTypeId: 43\n"
        f"    activityObjectId: {number}\n"
    )
    done = mcctl(["workspace", "push", "automation:nto-load", "--target", "eu", "--yes"])
    assert done.code == 2
    assert f"activity:{number} is not mapped for eu; say in targets/eu.yaml what it is: map: activity:" in done.stderr
    done = mcctl(["workspace", "push", "push:snow", "--target", "eu", "--deep", "--yes"])
    assert (done.code, f"push-app:{APP} is not mapped for eu" in done.stderr) == (2, True)
    Path("targets/dev.yaml").write_text(f"map: {{activity: {{load: {number}}}}}\n")
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    assert "    activityObjectId:\n      ref: activity:load\n" in path.read_text()
    assert status(mcctl) == []


def test_a_wait_is_told_by_the_hour(mcctl: Mcctl, studio: Path) -> None:
    NIGHTLY.write_text(NIGHTLY.read_text() + "- name: Later\n  activities:\n  - wait: 2h\n")
    assert push(mcctl)[0] == 0
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    assert NIGHTLY.read_text().endswith("- name: Later\n  activities:\n  - wait: 2h\n")
    NIGHTLY.write_text(NIGHTLY.read_text().replace("wait: 2h", "wait: soon"))
    assert "Step 3: wait 'soon' is no duration" in push(mcctl)[1]


@pytest.mark.parametrize(
    ("path", "old", "new", "why"),
    [
        (SQL, "SELECT", "DELETE", "Only SELECT queries are valid."),
        (SQL, SQL, "", "its .sql is empty"),
        (QUERY, "mode: update", "mode: sometimes", "its mode must be one of overwrite, update, append"),
        (QUERY, "target:\n  ref: de:nto-customers\n", "", "its target is missing"),
        (QUERY, "key: nto-names", f"key: {'k' * 37}", "a key has 1 to 36 characters"),
        (NIGHTLY, "script:\n      ref: script:nto-hello-script", "script: nto-hello", "is named by no reference"),
        (NIGHTLY, "steps:", "stepps:", "stepps is no property of an automation"),
        (NIGHTLY, "query:nto-names", "query:none", "query:none"),
        (
            NIGHTLY,
            "steps:",
            "fileTrigger: {folderLocationText: import}\nsteps:",
            "it starts by a schedule or by a file",
        ),
        (
            NIGHTLY,
            "  - script:",
            "  - wait: 2h\n    script:",
            "Step 2: an activity is one of query, script, wait, or has",
        ),
        (NIGHTLY, "- activities:\n  - script", "- nme: x\n  activities:\n  - script", "Step 2: nme is not known"),
        (NIGHTLY, "script:\n      ref: script:nto-hello-script", f"wait: {'9' * 5000}h", "is no duration"),
        (QUERY, "mode:", "queryDefinitionId: x\nmode:", "queryDefinitionId is the platform's own"),
        (QUERY, "name: NTO Names", "name: 5", "name must be text"),
        (QUERY, "ref: de:", "ref: asset:", "its target must be a data extension, not asset:nto-customers"),
        (NIGHTLY, "zone: W. Europe", "zone: Middle Earth", "is no time zone"),
        (PUSH, "channel: push", "channel: email", "its channel must be push"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_written(
    mcctl: Mcctl, rehearsal: Rehearsal, studio: Path, path: Path, old: str | Path, new: str, why: str
) -> None:
    path.write_text(path.read_text().replace(old, new) if isinstance(old, str) else new)
    before = writes(rehearsal)
    code, told = push(mcctl)
    assert (code, why in told) == (2, True), told
    assert path.stem.partition(".")[0] in told
    assert writes(rehearsal) == before


def test_what_runs_is_not_changed_under_way(mcctl: Mcctl, rehearsal: Rehearsal, studio: Path) -> None:
    assert mcctl(["automation", "resume", "nto-nightly"]).code == 0
    assert status(mcctl) == []
    NIGHTLY.write_text(NIGHTLY.read_text().replace("T02:00", "T04:00"))
    code, told = push(mcctl)
    assert (code, "its schedule is live, and the new one would not be" in told) == (2, True)
    assert mcctl(["automation", "pause", "nto-nightly"]).code == 0
    schedule = NIGHTLY.read_text()
    NIGHTLY.write_text(schedule[: schedule.index("schedule:")] + schedule[schedule.index("steps:") :])
    code, told = push(mcctl)
    assert (code, "no API takes a schedule or a file drop away" in told) == (2, True)
    NIGHTLY.write_text(schedule)
    assert push(mcctl)[0] == 0
    assert mcctl(["automation", "run", "nto-nightly"]).code == 0
    NIGHTLY.write_text(NIGHTLY.read_text().replace("Names in order", "All names"))
    code, told = push(mcctl)
    assert (code, "it is running; change it when it has ended" in told) == (2, True)


def test_nothing_is_deleted_that_an_automation_uses(mcctl: Mcctl, studio: Path) -> None:
    QUERY.unlink()
    SQL.unlink()
    done = mcctl(["workspace", "plan", "--prune"])
    assert (done.code, f"query:nto-names: automation:nto-nightly uses it: {NIGHTLY}:11" in done.stderr) == (2, True)
    NIGHTLY.unlink()
    PUSH.unlink()
    assert push(mcctl, "--prune", "--confirm", str(HOME))[0] == 0
    assert mcctl(["query", "list", "-o", "json", "-q", "[].key"]).json == []
    assert mcctl(["automation", "list", "-o", "json"]).json == []


def test_the_emulator_becomes_an_account_with_automations(mcctl: Mcctl, rehearsal: Rehearsal, studio: Path) -> None:
    before = mcctl(["automation", "get", "nto-nightly", "-o", "json", "-q", "id"]).json
    done = mcctl(["emulator", "load", "."])
    assert done.code == 0, done.stderr
    assert done.stderr.endswith(
        "2 send definitions, 1 push definition, 1 query, 1 script, 1 automation\n"
        "Next: mcctl journey list --profile emulator, and publish what is to run\n"
    )
    told = mcctl(["automation", "get", "nto-nightly", "-o", "json"]).json
    assert (told["id"], told["status"]) == (before, "PausedSchedule")
    assert status(mcctl) == []
    assert mcctl(["automation", "run", "nto-nightly", "--wait"]).code == 0


def test_a_kind_that_the_login_may_not_read_costs_no_other(mcctl: Mcctl, rehearsal: Rehearsal, studio: Path) -> None:
    rehearsal.fault({"path": "/automation/v1/queries"}, {"status": 403, "body": {"message": "No"}})
    done = mcctl(["workspace", "pull", "--full"])
    assert (done.code, "query: " in done.stderr, SQL.is_file()) == (8, True, True)


@pytest.mark.parametrize(
    ("sql", "findings"),
    [
        ("SELECT SubscriberKey, Email FROM [NTO Customers]", []),
        ("SELECT SubscriberKey, EmailAddress AS Email FROM Ent._Subscribers", []),
        ("SELECT SubscriberKey, Email FROM Ent.[Somewhere]", []),
        ("SELECT SubscriberKey, Email FROM [${{ var.table }}]", []),
        ("SELECT * FROM [NTO Customers]", [("warning", "select-star")]),
        ("SELECT Email FROM [NTO Customers]", [("error", "missing-key-columns")]),
        ("SELECT SubscriberKey, 1 AS Hat, Email FROM [NTO Customers]", [("error", "unknown-column")]),
        ("SELECT SubscriberKey, Email FROM Custmers", [("error", "unknown-table")]),
        ("SELECT SubscriberKey, Emil FROM [NTO Customers]", [("warning", "sql")]),
        ("UPDATE [NTO Customers] SET Email = ''", [("error", "sql")]),
    ],
)
def test_queries_are_looked_through(mcctl: Mcctl, studio: Path, sql: str, findings: list[tuple[str, str]]) -> None:
    SQL.write_text(sql)
    listed = mcctl(["workspace", "lint", "query:*", "-o", "json"]).json
    assert [(one["level"], one["rule"]) for one in listed] == findings


def test_a_query_without_a_target(mcctl: Mcctl, studio: Path) -> None:
    QUERY.write_text("key: nto-names\nname: NTO Names\n")
    listed = mcctl(["workspace", "lint", "query:*", "-o", "json"]).json
    assert [(one["rule"], one["path"]) for one in listed] == [("no-target", str(QUERY))]


def test_a_wait_of_which_nobody_tells_stays_as_it_is(mcctl: Mcctl, rehearsal: Rehearsal, studio: Path) -> None:
    NIGHTLY.write_text(NIGHTLY.read_text() + "- activities:\n  - wait: 2h\n")
    assert push(mcctl)[0] == 0
    before = NIGHTLY.read_text()
    rehearsal.fault({"path": "/legacy/"}, {"status": 403, "body": {"message": "No"}})
    done = mcctl(["workspace", "pull", "--full"])
    assert (done.code, NIGHTLY.read_text()) == (8, before)
    assert "automation:nto-nightly: how long it waits is not told: the legacy service cannot be asked" in done.stderr


def test_odd_answers_cost_only_themselves(mcctl: Mcctl, rehearsal: Rehearsal, studio: Path) -> None:
    number = mcctl(["query", "get", "nto-names", "-o", "json", "-q", "queryDefinitionId"]).json
    short = {
        "queryDefinitionId": number,
        "key": "nto-names",
        "name": "NTO Names",
        "modifiedDate": "2027-01-01T00:00:00",
    }
    page = {"count": 1, "page": 1, "pageSize": 50, "items": [short]}
    rehearsal.fault({"path": "/automation/v1/queries$", "times": 1}, {"status": 200, "body": page})
    listed = {"count": 1, "page": 1, "pageSize": 50, "items": [{"id": "abc", "key": "k", "name": "n"}]}
    rehearsal.fault({"path": "/automation/v1/automations$", "times": 1}, {"status": 200, "body": listed})
    rehearsal.fault({"path": "/automations/abc$"}, {"status": 200, "body": {"id": "abc", "key": "k", "name": "n"}})
    sql = SQL.read_bytes()
    done = mcctl(["workspace", "pull"])
    assert (done.code, SQL.read_bytes()) == (8, sql), done.stderr
    assert "query:nto-names: its queryText is not told" in done.stderr
    assert Path("automation/automations/k.automation.yaml").read_text() == "key: k\nname: n\n"
