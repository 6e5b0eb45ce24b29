"""`mcctl emulator load`: the emulator as somebody's own account."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Mcctl, Rehearsal

ROWS = "SubscriberKey,Email,FirstName\nk-1,ann@nto.example,Ann\n"


@pytest.fixture
def space(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> Path:
    """A workspace of the demo account, of which then something is gone; beside the current folder."""
    assert mcctl(["workspace", "init", "nto", "--target", "dev=emulator:510000001"]).code == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home / "nto")
        assert mcctl(["workspace", "pull"]).code == 0
    for key in ("nto-logo", "nto-footer"):
        assert mcctl(["asset", "delete", key, "--yes", "--confirm", key]).code == 0
    return home / "nto"


def test_the_emulator_becomes_the_account_and_its_journey_runs(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path, home: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    before = mcctl(["asset", "get", "nto-welcome-series", "-o", "json"]).json
    (home / "nto-customers.csv").write_text(ROWS)
    done = mcctl(["emulator", "load", "nto", "--rows", "nto-customers.csv"])
    assert (done.code, done.stderr.splitlines()[0]) == (
        0,
        "The emulator is this account now: 8 folders, 4 assets, 2 data extensions, 1 event definition, 1 journey, "
        "2 send definitions",
    )
    after = mcctl(["asset", "get", "nto-welcome-series", "-o", "json"]).json
    same = ("id", "objectID", "customerKey", "name", "views", "category", "modifiedDate", "tags")
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert after["legacyData"]["legacyId"] == before["legacyData"]["legacyId"]
    assert mcctl(["asset", "download", "nto-logo", "--to", "logo.png"]).code == 0
    assert (home / "logo.png").read_bytes() == (space / "content/Images/nto-logo.png").read_bytes()
    assert mcctl(["de", "rows", "nto-customers"]).stdout == "k-1\tann@nto.example\tAnn\n"
    with monkeypatch.context() as there:
        there.chdir(space)
        assert mcctl(["workspace", "status", "-o", "json"]).json == []
    assert mcctl(["journey", "publish", "nto-thank-you", "--wait", "--yes"]).code == 0
    data = [word for pair in ("SubscriberKey=k-1", "Email=ann@nto.example") for word in ("--data", pair)]
    assert mcctl(["event", "fire", "nto-purchase", "--contact", "k-1", *data]).code == 0
    rehearsal.advance(5 * 86400)
    assert [(one["to"], one["journey"]) for one in rehearsal.outbox()] == [("ann@nto.example", "nto-thank-you")] * 2
    assert mcctl(["emulator", "reset"]).code == 0
    assert mcctl(["de", "rows", "nto-customers", "-o", "json"]).json[0]["SubscriberKey"] == "nto-1001"


def test_another_business_unit_can_be_it_and_the_other_is_empty(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path
) -> None:
    assert mcctl(["emulator", "load", "nto", "--business-unit", "510000002"]).code == 0
    assert len(mcctl(["asset", "list", "--business-unit", "510000002", "-o", "json"]).json) == 4
    assert mcctl(["asset", "list", "-o", "json"]).json == []
    assert [one["name"] for one in mcctl(["folder", "list", "-o", "json"]).json] == ["Content Builder"]


def test_what_cannot_be_taken_is_told_and_costs_nothing_else(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    customers = space / "data-extensions/nto-customers.de.yaml"
    customers.write_text(customers.read_text().replace("type: Text", "type: Verse"))
    done = mcctl(["emulator", "load", "nto", "-o", "json"])
    assert (done.code, len(done.error["details"])) == (8, 2)
    assert done.error["details"][0].startswith("de:nto-customers: SubscriberKey: type")
    assert len(mcctl(["asset", "list", "-o", "json"]).json) == 4


@pytest.mark.parametrize(
    ("name", "rows", "code", "said"),
    [
        ("nto-customer.csv", ROWS, 2, "The workspace has no data extension 'nto-customer'"),
        ("rows.json", json.dumps({"nto-customers": [{"Nope": "1"}]}), 8, "de:nto-customers: "),
        ("rows.json", json.dumps({"nto-customers": "1"}), 2, "nto-customers must be a list of rows"),
        ("rows.json", json.dumps({"NTO-customers": [{"SubscriberKey": "1", "Email": "a@nto.example"}]}), 0, ""),
    ],
)
def test_rows_are_checked(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path, home: Path, name: str, rows: str, code: int, said: str
) -> None:
    (home / name).write_text(rows)
    done = mcctl(["emulator", "load", "nto", "--rows", name])
    assert (done.code, said in done.stderr) == (code, True)


def test_a_folder_that_is_no_workspace(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    done = mcctl(["emulator", "load", "."])
    assert (done.code, "There is no mcctl.yaml" in done.stderr) == (2, True)
