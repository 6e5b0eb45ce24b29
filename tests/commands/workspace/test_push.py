"""`mcctl workspace plan`, `apply`, `push`, `rename` and `rollback` on the home business unit."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.commands.workspace.conftest import EUROPE, HOME
from tests.commands.workspace.test_pull import FOOTER, patch, status
from tests.conftest import Mcctl, Rehearsal

BLOCK = Path("content/Blocks/nto-footer.block.yaml")
JOURNEY = Path("journeys/nto-thank-you.journey.yaml")
CUSTOMERS = Path("data-extensions/nto-customers.de.yaml")
SEND = Path("sends/nto-order-confirmation.email-send.yaml")
NEW = "<footer>Northern Trail Outfitters, 416 Mission Street</footer>"


def writes(rehearsal: Rehearsal) -> list[tuple[str, str]]:
    """Return what was written since the beginning; searches are sent by POST, too."""
    found = rehearsal.requests("POST", "PUT", "PATCH", "DELETE")
    return [(one["method"], one["path"]) for one in found if not one["path"].endswith("/query")]


def content(mcctl: Mcctl, key: str) -> str:
    return str(mcctl(["asset", "get", key, "-o", "json", "-q", "content"]).json)


def test_a_change_is_pushed_by_one_write(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text(NEW)
    diff = mcctl(["workspace", "diff"]).stdout
    assert (diff.count("\n@@"), f"+{NEW}" in diff) == (1, True)
    before = len(rehearsal.requests())
    done = mcctl(["workspace", "push", "asset:nto-footer", "--yes"])
    assert (done.code, done.stdout) == (0, "1\tdone\tchange\tasset:nto-footer\t\n")
    assert writes(rehearsal) == [("PATCH", "/asset/v1/content/assets/1203")]
    assert len(rehearsal.requests()) - before <= 6
    assert content(mcctl, "nto-footer") == NEW
    assert status(mcctl) == []
    assert mcctl(["workspace", "pull"]).stderr == "Everything is as it was\n"
    assert mcctl(["workspace", "push", "--yes"]).stderr == "Nothing to write\n"


def test_a_push_asks_and_a_dry_run_only_tells(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text(NEW)
    refused = mcctl(["workspace", "push"])
    assert (refused.code, "Write to dev: 1 write? Nobody can be asked here" in refused.stderr) == (2, True)
    asked = mcctl(["workspace", "push"], stdin="n\n", terminal=True)
    assert (asked.code, "Write to dev: 1 write? [y/N]" in asked.stderr) == (2, True)
    dry = mcctl(["workspace", "push", "--dry-run"])
    assert (dry.code, dry.stdout) == (0, "1\t~ change\tasset:nto-footer\tcontent/Blocks/nto-footer\thtml +1 -1\n")
    assert writes(rehearsal) == []
    assert mcctl(["workspace", "push"], stdin="y\n", terminal=True).code == 0
    assert content(mcctl, "nto-footer") == NEW


def test_a_plan_is_told_in_every_form(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    patch(mcctl, "nto-welcome-series", views={"html": {"content": '%%=ContentBlockByKey("nto-footer")=%%'}})
    mcctl(["workspace", "pull"])
    FOOTER.write_text(NEW)
    plan = mcctl(["workspace", "plan", "-o", "json"]).json
    assert plan["operations"] == [
        {"number": 1, "action": "change", "address": "asset:nto-footer", "home": "asset:nto-footer",
         "path": "content/Blocks/nto-footer", "id": "1203", "change": "html +1 -1", "needs": []},
    ]  # fmt: skip
    assert (plan["target"], plan["mid"], plan["leftAlone"]) == ("dev", HOME, [])
    reached = {"address": "journey:nto-thank-you", "by": "asset:nto-footer"}
    assert reached in plan["reaches"]
    markdown = mcctl(["workspace", "plan", "-o", "markdown"]).stdout.splitlines()
    assert markdown[0] == ("### Plan for dev (510000001): 0 to create, 1 to change, 0 to delete; 9 the same. 1 write")
    assert markdown[2:5] == [
        "| # | ACTION | ADDRESS | FILE | CHANGE |",
        "| --- | --- | --- | --- | --- |",
        "| 1 | ~ change | asset:nto-footer | content/Blocks/nto-footer | html +1 -1 |",
    ]
    assert any(line.startswith("- Reaches ") and "journey:nto-thank-you" in line for line in markdown)
    checked = mcctl(["workspace", "plan", "--check"])
    assert (checked.code, "1 write would be made" in checked.stderr) == (10, True)
    mcctl(["workspace", "push", "--yes"])
    assert mcctl(["workspace", "plan", "--check"]).code == 0


def test_two_developers_do_not_overwrite_each_other(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"<p>{number}</p>\n" for number in range(12)]
    FOOTER.write_text("".join(lines))
    mcctl(["workspace", "push", "--yes"])
    other = space.parent / "other"
    shutil.copytree(space, other)
    FOOTER.write_text("".join([*lines[:2], "<p>of A</p>\n", *lines[3:]]))
    assert mcctl(["workspace", "push", "--yes"]).code == 0

    monkeypatch.chdir(other)
    FOOTER.write_text("".join([*lines[:9], "<p>of B</p>\n", *lines[10:]]))
    before = len(writes(rehearsal))
    refused = mcctl(["workspace", "push", "--yes"])
    assert (refused.code, "it was changed in dev since: Ada Admin" in refused.stderr) == (2, True)
    assert len(writes(rehearsal)) == before
    assert mcctl(["workspace", "pull"]).stdout.startswith("merged\tasset:nto-footer")
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    both = "".join([*lines[:2], "<p>of A</p>\n", *lines[3:9], "<p>of B</p>\n", *lines[10:]])
    assert content(mcctl, "nto-footer") == both

    monkeypatch.chdir(space)  # A has not seen it, and changes the same line
    FOOTER.write_text(FOOTER.read_text().replace("<p>9</p>", "<p>of A again</p>"))
    mine = FOOTER.read_text()
    pulled = mcctl(["workspace", "pull"])
    assert (pulled.code, FOOTER.read_text()) == (8, mine)
    assert mcctl(["workspace", "pull", "--theirs", "asset:nto-footer"]).code == 0
    assert FOOTER.read_text() == both


def test_a_plan_that_is_stale_writes_nothing(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text(NEW)
    news = Path("content/Emails/Newsletters/nto-trail-news.email/slots/main/news.html")
    news.write_text("<h1>Snow</h1>")
    made = mcctl(["workspace", "plan", "--out", "p.zip"])
    assert (made.code, "Next: mcctl workspace apply p.zip" in made.stderr) == (0, True)
    patch(mcctl, "nto-footer", content="<footer>meanwhile</footer>")
    before = writes(rehearsal)
    done = mcctl(["workspace", "apply", "p.zip"])
    assert done.code == 2
    assert "The plan is stale: asset:nto-footer was changed there (Ada Admin, " in done.stderr
    assert writes(rehearsal) == before


def test_a_plan_carried_out_twice_does_nothing_twice(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text(NEW)
    Path("content/Blocks/legal.block.yaml").write_text("key: legal\nname: Legal\ntype: htmlblock\n")
    Path("content/Blocks/legal.html").write_text("<p>Legal</p>")
    assert mcctl(["workspace", "plan", "--out", "p.zip"]).code == 0
    first = mcctl(["workspace", "apply", "p.zip", "--results", "done.jsonl"])
    assert first.code == 0
    told = [json.loads(line) for line in Path("done.jsonl").read_text().splitlines()]
    assert {(one["address"], one["action"], one["outcome"]) for one in told} == {
        ("asset:nto-footer", "change", "done"), ("asset:legal", "create", "done"),
    }  # fmt: skip
    before = writes(rehearsal)
    again = mcctl(["workspace", "apply", "p.zip"])
    assert (again.code, again.stderr) == (0, "Already applied\n")
    shutil.rmtree(space.parent / "state" / "runs")  # nor on a machine that knows nothing of it
    assert mcctl(["workspace", "apply", "p.zip"]).stderr == "Already applied\n"
    assert writes(rehearsal) == before
    assert status(mcctl) == []


@pytest.mark.parametrize("spoil", ["text", "zip", "version", "file", "folder"])
def test_what_is_no_plan_is_told(mcctl: Mcctl, space: Path, spoil: str) -> None:
    FOOTER.write_text(NEW)
    mcctl(["workspace", "plan", "--out", "p.zip"])
    with zipfile.ZipFile("p.zip") as archive:
        plan = json.loads(archive.read("plan.json"))
    if spoil == "text":
        Path("p.zip").write_text("no plan")
    elif spoil == "folder":
        Path("p.zip").unlink()
        Path("p.zip").mkdir()
    else:
        with zipfile.ZipFile("p.zip", "w") as archive:
            if spoil == "version":
                archive.writestr("plan.json", json.dumps({**plan, "mcctl": 2}))
            if spoil == "file":
                archive.writestr("plan.json", json.dumps(plan))
    done = mcctl(["workspace", "apply", "p.zip"])
    assert (done.code, "Unexpected" in done.stderr) == (2, False)


def test_a_plan_that_leads_elsewhere_is_none(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text(NEW)
    mcctl(["workspace", "plan", "--out", "p.zip"])
    with zipfile.ZipFile("p.zip") as archive:
        told = archive.read("plan.json").decode()
        files = {name: archive.read(name) for name in archive.namelist() if name != "plan.json"}
    for old, new in (("content/Blocks/nto-footer", "content/../../x"), (str(HOME), str(EUROPE))):
        with zipfile.ZipFile("p.zip", "w") as archive:
            archive.writestr("plan.json", told.replace(old, new))
            for name, text in files.items():
                archive.writestr(name, text)
        assert mcctl(["workspace", "apply", "p.zip"]).code == 2
    assert writes(rehearsal) == []


def test_a_key_is_renamed_and_what_names_it_with_it(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    html = '<p>%%=ContentBlockByKey("NTO-Footer")=%%</p><a href="%%profile_center_url%%">P</a>'
    patch(mcctl, "nto-welcome-series", views={"html": {"content": html}})
    mcctl(["workspace", "pull"])
    BLOCK.write_text(BLOCK.read_text().replace("key: nto-footer", "key: nto-foot"))
    plan = mcctl(["workspace", "plan"])
    assert plan.code == 0
    assert plan.stdout.split("\t")[1] == "~ rename"
    assert plan.stdout.split("\t")[2:5:2] == ["asset:nto-foot", "key nto-footer → nto-foot; block.yaml +1 -1\n"]
    assert (
        "Left alone: asset:nto-welcome-series: still says nto-footer;"
        " mcctl workspace rename asset:nto-footer nto-foot changes both" in plan.stderr
    )
    lint = mcctl(["workspace", "lint", "--rule", "missing-reference"])
    assert (lint.code, "nto-welcome-series.email/html.html:1:" in lint.stdout) == (2, True)
    BLOCK.write_text(BLOCK.read_text().replace("key: nto-foot", "key: nto-footer"))
    renamed = mcctl(["workspace", "rename", "asset:nto-footer", "nto-foot"])
    assert renamed.stdout.splitlines() == [
        "content/Blocks/nto-footer.block.yaml", "content/Emails/Welcome Series/nto-welcome-series.email/html.html",
    ]  # fmt: skip
    assert mcctl(["workspace", "lint", "--rule", "missing-reference"]).code == 0
    done = mcctl(["workspace", "push", "--yes"])
    assert [line.split("\t")[3] for line in done.stdout.splitlines()] == ["asset:nto-foot", "asset:nto-welcome-series"]
    assert mcctl(["asset", "get", "nto-foot", "-o", "json", "-q", "id"]).json == 1203
    assert status(mcctl) == []


def test_what_cannot_be_renamed_is_told(mcctl: Mcctl, space: Path) -> None:
    for address, key, said in (
        ("journey:nto-thank-you", "x", "the key of a journey cannot be changed"),
        ("asset:nto-footer", "NTO-LOGO", "asset:NTO-LOGO is there already"),
        ("asset:nto-footer", " ", "The new key is empty"),
        ("asset:nobody", "x", "There are no files of asset:nobody here"),
    ):
        done = mcctl(["workspace", "rename", address, key])
        assert (done.code in (2, 3), said in done.stderr) == (True, True), done.stderr


def test_a_key_that_yaml_takes_for_something_else_stays_a_key(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    for key in ("true", "null", "1e5", "it's: here"):
        assert mcctl(["workspace", "rename", "asset:nto-footer", key]).code == 0
        assert mcctl(["workspace", "plan", "-q", "operations[].address", "-o", "json"]).json == [f"asset:{key}"]


def test_what_was_moved_is_not_renamed_before_it_is_pushed(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    Path("content/Blocks/Legal").mkdir()
    shutil.move(FOOTER, "content/Blocks/Legal")
    shutil.move(BLOCK, "content/Blocks/Legal")
    refused = mcctl(["workspace", "rename", "asset:nto-footer", "nto-foot"])
    assert (refused.code, "asset:nto-footer was moved here, from content/Blocks/nto-footer" in refused.stderr) == (
        2,
        True,
    )


def test_deleted_there_and_changed_here_is_told(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text(NEW)
    mcctl(["asset", "delete", "nto-footer", "--yes"])
    refused = mcctl(["workspace", "push", "--yes"])
    assert (refused.code, "deleted in dev; --recreate makes it again" in refused.stderr) == (2, True)
    assert mcctl(["workspace", "push", "--recreate", "--yes"]).code == 0
    assert content(mcctl, "nto-footer") == NEW
    assert status(mcctl) == []


def test_a_run_is_taken_back(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    before = content(mcctl, "nto-footer")
    FOOTER.write_text(NEW)
    Path("content/Blocks/legal.block.yaml").write_text("key: legal\nname: Legal\ntype: htmlblock\n")
    Path("content/Blocks/legal.html").write_text("<p>Legal</p>")
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    run = mcctl(["run", "list", "-o", "json"]).json[-1]
    assert (run["kind"], run["target"], run["state"], run["accepted"]) == ("workspace", f"dev ({HOME})", "finished", 2)
    assert len(mcctl(["run", "show", run["id"], "--results", "-"]).stdout.splitlines()) == 2
    dry = mcctl(["workspace", "rollback", run["id"], "--dry-run"])
    assert {line.split("\t")[1] for line in dry.stdout.splitlines()} == {"~ change", "- delete"}
    done = mcctl(["workspace", "rollback", run["id"], "--yes"])
    assert done.code == 0, done.stderr
    assert content(mcctl, "nto-footer") == before
    assert mcctl(["asset", "get", "legal"]).code == 3
    assert sorted(status(mcctl)) == [("changed here", "asset:nto-footer"), ("new here", "asset:legal")]
    patch(mcctl, "nto-footer", content="<footer>later</footer>")
    again = mcctl(["workspace", "rollback", mcctl(["run", "list", "-o", "json"]).json[-1]["id"], "--yes"])
    assert (again.code, "The plan is stale" in again.stderr) == (2, True)


def test_running_journeys_get_new_versions_only_if_asked(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path, waits: list[float]
) -> None:
    data = ["--set", "SubscriberKey=nto-1001", "--set", "Email=amelia@nto.example"]
    assert mcctl(["event", "fire", "nto-purchase", "--contact", "nto-1001", *data]).code == 0
    JOURNEY.write_text(JOURNEY.read_text().replace("waitDuration: 3", "waitDuration: 5"))
    refused = mcctl(["workspace", "plan"])
    assert (refused.code, "version 1 is Published; --new-version makes a draft" in refused.stderr) == (2, True)
    done = mcctl(["workspace", "push", "--new-version", "--yes"])
    assert (done.code, done.stdout) == (0, "1\tdone\tnew version\tjourney:nto-thank-you\t\n")
    assert _versions(mcctl) == [(1, "Published"), (2, "Draft")]
    assert _inside(mcctl) == [(1, 1), (2, 0)]
    assert status(mcctl) == []
    assert mcctl(["workspace", "pull"]).stderr == "Everything is as it was\n"
    JOURNEY.write_text(JOURNEY.read_text().replace("waitDuration: 5", "waitDuration: 6"))
    done = mcctl(["workspace", "push", "--publish", "--yes"])
    assert [line.split("\t")[1:3] for line in done.stdout.splitlines()] == [["done", "change"], ["done", "publish"]]
    assert _versions(mcctl) == [(1, "Unpublished"), (2, "Published")]
    assert status(mcctl) == []


def test_a_publication_that_fails_is_told_and_the_draft_stays(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path, waits: list[float]
) -> None:
    patch(mcctl, "nto-welcome-series", views={"html": {"content": "<p>No way to leave</p>"}})
    JOURNEY.write_text(JOURNEY.read_text().replace("waitDuration: 3", "waitDuration: 5"))
    done = mcctl(["workspace", "push", "--new-version", "--publish", "--yes"])
    assert done.code == 8
    assert [line.split("\t")[1:3] for line in done.stdout.splitlines()] == [
        ["done", "new version"], ["refused", "publish"],
    ]  # fmt: skip
    assert "was not published, and stays a draft" in done.stderr
    assert _versions(mcctl) == [(1, "Published"), (2, "Draft")]


def _inside(mcctl: Mcctl) -> list[tuple[int, int]]:
    found = mcctl(
        ["api", "get", "/interaction/v1/interactions?key=nto-thank-you&mostRecentVersionOnly=false&extras=all"]
    ).json
    return sorted((one["version"], one["stats"]["currentPopulation"]) for one in found["items"])


def _versions(mcctl: Mcctl) -> list[tuple[int, str]]:
    found = mcctl(["journey", "status", "nto-thank-you", "-o", "json"]).json
    return [(one["version"], one["status"]) for one in found]


def test_the_state_of_a_definition_is_nobodys_business(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    definition = ["tx", "definition", "get", "nto-order-confirmation", "-o", "json", "-q", "[status,description]"]
    mcctl(["tx", "definition", "update", "nto-order-confirmation", "--status", "inactive"])
    SEND.write_text(SEND.read_text().replace("\ncontent:", "\ndescription: Sent at once\ncontent:"))
    assert "stays Inactive; " in mcctl(["workspace", "plan"]).stdout
    done = mcctl(["workspace", "push", "--yes"])
    assert done.code == 0, done.stderr
    assert mcctl(definition).json == ["Inactive", "Sent at once"]
    assert status(mcctl) == []


def test_fields_are_added_lengthened_and_renamed(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    text = CUSTOMERS.read_text()
    new = "- name: Tier\n  type: Text\n  length: 10\n  isNullable: true\n"
    renamed = "- name: GivenName\n  renamed_from: FirstName\n"
    CUSTOMERS.write_text(
        text.replace("- name: FirstName\n", renamed).replace("- name: Email\n", f"{new}- name: Email\n")
    )
    done = mcctl(["workspace", "push", "--yes"])
    assert done.code == 0, done.stderr
    rows = mcctl(["de", "rows", "nto-customers", "-o", "json"]).json
    assert rows[0] == {"SubscriberKey": "nto-1001", "Email": "amelia@nto.example", "GivenName": "Amelia", "Tier": ""}
    assert status(mcctl) == []
    assert mcctl(["workspace", "pull"]).stderr == "Everything is as it was\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("length: 254", "length: 100", "the length of the field Email cannot become 100; it is 254; it has 3 rows"),
        ("type: EmailAddress", "type: Text", "the type of the field Email cannot become Text; it has 3 rows"),
        ("- name: FirstName\n", "- name: LastName\n", "the field FirstName cannot be taken away by the API; it has 3 rows"),
        ("  isPrimaryKey: true\n", "", "the primary key cannot be changed (SubscriberKey); it has 3 rows"),
    ],
)  # fmt: skip
def test_what_loses_data_is_refused(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path, old: str, new: str, said: str
) -> None:
    text = CUSTOMERS.read_text()
    assert old in text
    CUSTOMERS.write_text(text.replace(old, new, 1))
    done = mcctl(["workspace", "plan"])
    assert (done.code, said in done.stderr) == (2, True), done.stderr
    assert writes(rehearsal) == []


def test_what_is_deleted_here_is_deleted_there_only_if_asked(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.unlink()
    BLOCK.unlink()
    left = mcctl(["workspace", "plan"])
    assert (left.code, "Left alone: asset:nto-footer: deleted here; --prune" in left.stderr) == (0, True)
    done = mcctl(["workspace", "push", "--prune", "--yes"])
    assert (done.code, done.stdout) == (0, "1\tdone\tdelete\tasset:nto-footer\t\n")
    assert mcctl(["asset", "get", "nto-footer"]).code == 3
    assert status(mcctl) == []


def test_what_is_used_or_has_rows_is_not_deleted(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    CUSTOMERS.unlink()
    refused = mcctl(["workspace", "plan", "--prune"])
    assert refused.code == 2
    assert "de:nto-customers: it has 3 rows" in refused.stderr
    assert "de:nto-customers: event:nto-purchase uses it: events/nto-purchase.event.yaml:" in refused.stderr


def test_what_an_ignored_mail_uses_is_not_deleted(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    patch(mcctl, "nto-welcome-series", views={"html": {"content": '%%=ContentBlockByKey("nto-footer")=%%'}})
    Path(".mcctlignore").write_text("content/Emails/\n")
    shutil.rmtree("content/Emails")
    mcctl(["workspace", "pull"])
    FOOTER.unlink()
    BLOCK.unlink()
    refused = mcctl(["workspace", "push", "--prune", "--yes"])
    assert refused.code == 2
    told = "asset:nto-footer: asset:nto-welcome-series in dev, which is in no file here, uses it"
    assert told in refused.stderr
    assert not any(method == "DELETE" for method, _ in writes(rehearsal))


def test_production_is_asked_by_its_number(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    config = Path("mcctl.yaml")
    config.write_text(config.read_text().replace("    mid: 510000001\n", "    mid: 510000001\n    production: true\n"))
    FOOTER.write_text(NEW)
    mcctl(["workspace", "plan", "--out", "p.zip"])
    assert mcctl(["workspace", "apply", "p.zip"]).code == 2
    assert mcctl(["workspace", "apply", "p.zip", "--yes"]).code == 0
    FOOTER.unlink()
    BLOCK.unlink()
    refused = mcctl(["workspace", "push", "--prune", "--yes"])
    assert (refused.code, f"--confirm {HOME}" in refused.stderr) == (2, True)
    assert mcctl(["workspace", "push", "--prune", "--confirm", str(EUROPE)]).code == 2
    assert mcctl(["workspace", "push", "--prune", "--confirm", str(HOME)]).code == 0


def test_errors_of_lint_stop_what_would_be_written(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text("<<<<<<< mine\n<p>a</p>\n=======\n<p>b</p>\n>>>>>>> theirs\n")
    done = mcctl(["workspace", "push", "--yes"])
    assert (done.code, "nto-footer.html:1:1: A merge left its marks here (conflict-markers)" in done.stderr) == (
        2,
        True,
    )
    assert writes(rehearsal) == []


def test_variables_are_filled_in_and_put_back(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    lines = ["<footer>\n", "<p>Save ${{ var.discount }}% on ${{ var.what }}</p>\n", "<p>Only here</p>\n", "</footer>\n"]
    FOOTER.write_text("".join(lines))
    undefined = mcctl(["workspace", "plan"])
    assert undefined.code == 2
    assert "content/Blocks/nto-footer.html:2:9: the variable discount is not defined for dev" in undefined.stderr
    Path("targets/dev.yaml").write_text('variables: {discount: "20", what: boots}\n')
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    assert content(mcctl, "nto-footer").splitlines()[1] == "<p>Save 20% on boots</p>"
    assert status(mcctl) == []
    Path("targets/dev.yaml").write_text('variables: {discount: "25", what: boots}\n')
    assert status(mcctl) == [("changed here", "asset:nto-footer")]
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    assert content(mcctl, "nto-footer").splitlines()[1] == "<p>Save 25% on boots</p>"
    patch(mcctl, "nto-footer", content="<footer>\n<p>Now save 25% on boots!</p>\n<p>Only today</p>\n</footer>\n")
    assert mcctl(["workspace", "pull"]).code == 0
    assert FOOTER.read_text() == (
        "<footer>\n<p>Now save ${{ var.discount }}% on ${{ var.what }}!</p>\n<p>Only today</p>\n</footer>\n"
    )
    assert status(mcctl) == []
    patch(mcctl, "nto-footer", content="<footer>\n<p>Now save 30% on boots!</p>\n<p>Only today</p>\n</footer>\n")
    told = mcctl(["workspace", "pull"])
    assert (told.code, "var.discount was '25', and is another there" in told.stderr) == (8, True)
    assert "${{ var.discount }}" in FOOTER.read_text()


def test_a_secret_is_in_no_plan_and_in_no_lock(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text("<p>%%=HTTPGet('https://nto.example/?k=${{ secret.api_key }}')=%%</p>")
    assert mcctl(["workspace", "plan", "--out", "p.zip"]).code == 0
    refused = mcctl(["workspace", "apply", "p.zip"])
    assert (refused.code, "Set MCCTL_SECRET_API_KEY" in refused.stderr) == (2, True)
    value = "s3cr3t-0f-the-trail"
    assert mcctl(["workspace", "apply", "p.zip"], MCCTL_SECRET_API_KEY=value).code == 0
    assert value in content(mcctl, "nto-footer")
    with zipfile.ZipFile("p.zip") as archive:
        assert not any(value.encode() in archive.read(name) for name in archive.namelist())
    kept = [path for path in space.rglob("*") if path.is_file() and value.encode() in path.read_bytes()]
    assert kept == []
    assert mcctl(["workspace", "apply", "p.zip"], MCCTL_SECRET_API_KEY=value).stderr == "Already applied\n"


@pytest.mark.parametrize("inner", ["blocks:\n  inner:\n    ref: asset:", ""])
def test_assets_that_contain_each_other_are_refused(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path, inner: str
) -> None:
    for one, other in (("one", "two"), ("two", "one")):
        told = f"{inner}{other}\n" if inner else ""
        Path(f"content/Blocks/{one}.block.yaml").write_text(f"key: {one}\nname: {one}\ntype: freeformblock\n{told}")
        Path(f"content/Blocks/{one}.html").write_text(f'%%=ContentBlockByKey("{other}")=%%')
    made = mcctl(["workspace", "push", "--yes"])
    assert (made.code, "leads back to itself" in made.stderr) == (2, True)
    assert writes(rehearsal) == []


def test_an_interrupted_question_writes_nothing(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text(NEW)
    assert mcctl(["workspace", "push"], stdin="", terminal=True).code == 2
    assert writes(rehearsal) == []


def test_what_belongs_to_another_business_unit_is_never_written(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path
) -> None:
    FOOTER.write_text(NEW)
    found: dict[str, Any] = mcctl(["asset", "get", "nto-footer", "-o", "json"]).json
    answer = {"count": 1, "page": 1, "pageSize": 50, "items": [{**found, "memberId": EUROPE}]}
    rehearsal.fault({"path": "/asset/v1/content/assets/query"}, {"status": 200, "body": answer})
    done = mcctl(["workspace", "push", "--yes"])
    assert done.code == 2
    assert f"it belongs to business unit {EUROPE}; nothing is ever written there" in done.stderr
    assert writes(rehearsal) == []
