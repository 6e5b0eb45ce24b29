"""A plan that is killed, cut off or refused in the middle, and goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.workspace.conftest import HOME
from tests.commands.workspace.test_pull import FOOTER, status
from tests.commands.workspace.test_push import NEW, content, writes
from tests.conftest import Mcctl, Rehearsal, killed_and_run_again

BLOCKS = 300


def new_blocks(count: int) -> None:
    """Put new blocks into the files, each naming the one before."""
    for number in range(count):
        before = f'%%=ContentBlockByKey("many-{number - 1}")=%%' if number % 10 else ""
        Path(f"content/Blocks/many-{number}.block.yaml").write_text(
            f"key: many-{number}\nname: Many {number}\ntype: htmlblock\n"
        )
        Path(f"content/Blocks/many-{number}.html").write_text(f"<p>{number}</p>{before}\n")


def test_a_plan_that_is_killed_nine_times_makes_everything_once(
    mcctl: Mcctl, tenant: Rehearsal, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = home / "space"
    assert mcctl(["workspace", "init", str(folder), "--target", f"dev=emulator:{HOME}"]).code == 0
    monkeypatch.chdir(folder)
    assert mcctl(["workspace", "pull"]).code == 0
    new_blocks(BLOCKS)
    assert mcctl(["workspace", "plan", "--out", "p.zip"]).code == 0
    before = len(tenant.requests())
    done = killed_and_run_again(["workspace", "apply", "p.zip"], kills=9, within=(0.3, 0.9))
    assert done.returncode == 0, done.stderr
    made = [one for one in tenant.requests("POST") if one["path"].endswith("/content/assets")]
    assert sum(one["status"] == 200 for one in made) == BLOCKS
    keys = mcctl(["asset", "list", "--where", "name like 'Many'", "-o", "json", "-q", "[].customerKey"]).json
    assert sorted(keys) == sorted({f"many-{number}" for number in range(BLOCKS)})
    assert status(mcctl) == []
    assert len(tenant.requests()) - before <= 3 * BLOCKS + 10 * 12
    assert mcctl(["workspace", "apply", "p.zip"]).stderr == "Already applied\n"


def test_three_requests_an_object_are_enough(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    new_blocks(60)
    assert mcctl(["workspace", "plan", "--out", "p.zip"]).code == 0
    before = len(rehearsal.requests())
    assert mcctl(["workspace", "apply", "p.zip"]).code == 0
    assert len(rehearsal.requests()) - before <= 3 * 60


def test_an_answer_that_is_lost_is_found_out(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path, naps: list[float]
) -> None:
    new_blocks(3)
    FOOTER.write_text(NEW)
    rehearsal.fault({"method": "POST", "path": "/content/assets$", "times": 1}, {"cut": "after"})
    rehearsal.fault({"method": "PATCH", "path": "/content/assets/", "times": 1}, {"cut": "after"})
    done = mcctl(["workspace", "push", "--yes"])
    assert done.code == 0, done.stderr
    assert content(mcctl, "nto-footer") == NEW
    assert status(mcctl) == []


def test_what_depends_on_a_failure_is_blocked_and_the_rest_goes_on(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path
) -> None:
    FOOTER.write_text(NEW)
    Path("data-extensions/orders.de.yaml").write_text(
        "key: orders\nname: Orders\ncategoryId: 301\nfields:\n- name: Id\n  type: Text\n  length: 20\n  isPrimaryKey: true\n"
    )
    Path("events/order.event.yaml").write_text(
        "key: order\nname: Order\ntype: APIEvent\ndataExtension:\n  ref: de:orders\n"
    )
    rehearsal.fault(
        {"method": "POST", "path": "/data/v1/customobjects"},
        {"status": 400, "body": {"message": "No room", "errorcode": 1}},
    )
    done = mcctl(["workspace", "push", "--yes", "-o", "json"])
    assert done.code == 8
    outcomes = {one["address"]: (one["outcome"], one["error"]) for one in done.json}
    assert outcomes["asset:nto-footer"] == ("done", None)
    assert outcomes["de:orders"][0] == "refused"
    assert "No room" in outcomes["de:orders"][1]
    assert outcomes["event:order"][0] == "blocked"
    rehearsal.app.admin.clear_faults()
    run = mcctl(["run", "list", "-o", "json"]).json[-1]
    again = mcctl(["run", "resume", run["id"]])
    assert again.code == 0, again.stderr
    assert status(mcctl) == []


def test_what_is_stored_otherwise_is_told(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text(NEW)
    found = mcctl(["asset", "get", "nto-footer", "-o", "json"]).json
    answer = {**found, "content": "<footer>Something else</footer>"}
    rehearsal.fault({"method": "PATCH"}, {"status": 200, "body": answer})
    done = mcctl(["workspace", "push", "--yes"])
    assert (done.code, done.stdout.split("\t")[1]) == (8, "differs")
    assert "it was accepted, and something else is there" in done.stderr


def test_ten_refusals_in_a_row_are_enough(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    new_blocks(30)
    rehearsal.fault({"method": "POST", "path": "/asset/v1/content/assets$"}, {"status": 400, "body": {"message": "No"}})
    done = mcctl(["workspace", "push", "--yes"])
    assert done.code == 5
    assert len([one for one in writes(rehearsal) if one[0] == "POST"]) == 10
    assert "Nothing was written: 10 operations refused, 20 not tried" in done.stderr


@pytest.mark.parametrize(("status", "code"), [(400, 5), (404, 3), (503, 7)])
def test_what_failed_in_one_way_only_is_that_error(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path, waits: list[float], status: int, code: int
) -> None:
    new_blocks(2)
    rehearsal.fault(
        {"method": "POST", "path": "/asset/v1/content/assets$"},
        {"status": status, "body": {"message": "No"}, "headers": {"Retry-After": "0"}},
    )
    done = mcctl(["workspace", "push", "--yes", "--results", "results.jsonl"])
    assert (done.code, len(Path("results.jsonl").read_text().splitlines())) == (code, 2)


def test_what_is_applied_already_has_results_and_a_rehearsal_of_it_leaves_nothing(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path
) -> None:
    new_blocks(2)
    assert mcctl(["workspace", "plan", "--out", "plan.zip"]).code == 0
    assert mcctl(["workspace", "apply", "plan.zip", "--dry-run"]).code == 0
    assert mcctl(["run", "list"]).stdout == ""
    assert mcctl(["workspace", "apply", "plan.zip"]).code == 0
    done = mcctl(["workspace", "apply", "plan.zip", "--results", "results.jsonl"])
    assert (done.code, done.stderr) == (0, "Already applied\n")
    assert len(Path("results.jsonl").read_text().splitlines()) == 2


def test_a_missing_right_ends_it_at_once(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    new_blocks(30)
    rehearsal.fault(
        {"method": "POST", "path": "/asset/v1/content/assets$"},
        {"status": 403, "body": {"message": "Insufficient privileges"}},
    )
    done = mcctl(["workspace", "push", "--yes"])
    assert done.code == 4
    assert len(writes(rehearsal)) == 1


def test_two_at_once_do_not_meet(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    from filelock import FileLock

    FOOTER.write_text(NEW)
    with FileLock(space / ".mcctl" / "lock"):
        done = mcctl(["workspace", "push", "--yes"])
    assert (done.code, "Another mcctl is writing to" in done.stderr) == (2, True)
    assert writes(rehearsal) == []


def test_a_line_of_the_journal_that_is_torn_never_happened(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    journal = space / ".mcctl" / "dev.lock.jsonl.journal"
    lines = Path("targets/dev.lock.jsonl").read_text().splitlines()
    footer = json.loads(next(line for line in lines if '"key":"nto-footer"' in line))
    journal.write_text(f"+{json.dumps({**footer, 'name': 'Of a killed run'})}\n+{json.dumps(footer)[:40]}")
    names = mcctl(["workspace", "inventory", "asset:nto-footer", "-o", "json", "-q", "[].name"]).json
    assert names == ["Of a killed run"]
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    assert not journal.exists()
