"""`mcctl personalization report`, against the emulator."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.commands.personalization._helpers import ORG, use_key
from tests.conftest import Mcctl, Rehearsal

REPORT = ["personalization", "report", "download", *ORG, "--start", "2026-01-01", "--end", "2026-01-31"]


def test_download_a_report(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    done = mcctl([*REPORT, "-o", "json"])
    assert done.json == {"path": "displays_by_item-2026-01-01-2026-01-31.csv", "bytes": 3582, "lines": 94}
    assert (home / done.json["path"]).read_text().splitlines()[1] == "2026-01-01,boots-01,nto-newsletter,,10"
    assert json.loads(rehearsal.requests("POST")[0]["body"])["api_key"] == "********"
    again = mcctl(REPORT)
    assert (again.code, "is already there; nothing was written" in again.stderr) == (2, True)
    assert mcctl([*REPORT, "--overwrite"]).code == 0
    assert (
        mcctl([*REPORT, "--out", "no/such.csv"]).stderr
        == "mcctl: Cannot write no/such.csv: No such file or directory\n"
    )
    assert mcctl([*REPORT[:-1], "2025-01-31"]).stderr == "mcctl: --end is before --start\n"
    assert mcctl([*REPORT[:-1], "31.1.2026"]).stderr == "mcctl: --end '31.1.2026' is no date, such as 2026-01-31\n"


@pytest.mark.parametrize("cut", ["before", "midway", "after"])
def test_a_report_that_is_cut_leaves_nothing(
    mcctl: Mcctl, tenant: Rehearsal, monkeypatch: pytest.MonkeyPatch, naps: list[float], home: Path, cut: str
) -> None:
    use_key(monkeypatch)
    tenant.fault({"path": "displays_by_item"}, {"cut": cut})
    before = set(home.iterdir())
    done = mcctl(REPORT)
    assert (done.code, len(naps)) == (6, 3)
    assert set(home.iterdir()) - {home / "state"} == before  # in which requests are counted


def test_a_report_that_is_cut_once_is_whole_after_all(
    mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float], home: Path
) -> None:
    rehearsal.fault({"path": "displays_by_item", "nth": 1}, {"cut": "midway"})
    assert mcctl([*REPORT, "--out", "r.csv"]).code == 0
    assert len((home / "r.csv").read_text().splitlines()) == 94


@pytest.mark.parametrize("body", [{"error": "report is switched off"}, "<html>Log in</html>"])
def test_an_answer_that_is_no_report(mcctl: Mcctl, rehearsal: Rehearsal, home: Path, body: Any) -> None:
    rehearsal.fault({"path": "displays_by_item"}, {"status": 200, "body": body})
    done = mcctl([*REPORT, "--out", "r.csv"])
    assert (done.code, "is no CSV (" in done.stderr) == (5, True)
    assert not (home / "r.csv").exists()
    rehearsal.app.judged.clear()


@pytest.mark.parametrize(
    "body",
    ["", "null", '"Invalid API key"', "Internal error: no report", '\ufeff{"error": "x, y"}', '"error","x"'],
)
def test_bodies_that_are_no_report(mcctl: Mcctl, rehearsal: Rehearsal, home: Path, body: str) -> None:
    rehearsal.fault({"path": "displays_by_item"}, {"status": 200, "body": body})
    assert mcctl([*REPORT, "--out", "r.csv"]).code == 5
    assert not (home / "r.csv").exists()
    rehearsal.app.judged.clear()


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 206, "body": "date,product\n"},
        {"status": 200, "body": "Log in, please", "headers": {"Content-Type": "text/html"}},
    ],
)
def test_an_answer_that_says_itself_that_it_is_no_report(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, answer: dict[str, Any]
) -> None:
    rehearsal.fault({"path": "displays_by_item"}, answer)
    assert mcctl([*REPORT, "--out", "r.csv"]).code == 5
    assert not (home / "r.csv").exists()
    rehearsal.app.judged.clear()


def test_a_compressed_report_cannot_be_told_to_be_whole(
    mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float], home: Path
) -> None:
    rehearsal.fault(
        {"path": "displays_by_item"}, {"status": 200, "body": "a,b", "headers": {"Content-Encoding": "gzip"}}
    )
    done = mcctl([*REPORT, "--out", "r.csv"])
    assert (done.code, "is compressed, though that was not asked for" in done.stderr) == (6, True)
    assert not (home / "r.csv").exists()
    rehearsal.app.judged.clear()


def test_the_key_is_masked_before_a_text_is_cut(
    mcctl: Mcctl, tenant: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_key(monkeypatch)
    monkeypatch.setenv("MCCTL_PERSONALIZATION_KEY", key := "a-key-of-25-characters-ok")
    tenant.fault({"path": "displays_by_item"}, {"status": 200, "body": "y" * 480 + key + " x"})
    done = mcctl(REPORT)
    assert (done.code, key[:15] in done.stderr) == (5, False)
    tenant.app.judged.clear()


def test_a_report_goes_to_standard_output_or_into_a_plain_file(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:

    done = mcctl([*REPORT, "--out", "-"])
    assert (done.code, len(done.stdout.splitlines()), done.stderr) == (0, 94, "")
    os.mkfifo(home / "pipe")
    refused = mcctl([*REPORT, "--out", "pipe", "--overwrite"])
    assert (refused.code, refused.stderr) == (2, "mcctl: pipe is no file; nothing was written\n")
    assert (home / "pipe").is_fifo()
    assert mcctl([*REPORT, "--out", ".", "--overwrite"]).code == 2
    assert mcctl([*REPORT, "--out", "x" * 300]).code == 2
    (home / "link").symlink_to(home / "target.csv")
    assert mcctl([*REPORT, "--out", "link"]).code == 0
    assert ((home / "link").is_symlink(), len((home / "target.csv").read_text().splitlines())) == (True, 94)
