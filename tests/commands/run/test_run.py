"""`mcctl run`: the runs of this machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Mcctl, Rehearsal

SEND = ["tx", "send", "nto-order-confirmation", "--from", "people.csv", "--skip-invalid"]
NUMBERS = {"accepted": 1, "refused": 1, "unknown": 0}


@pytest.fixture
def run_id(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> str:
    """A run that is finished: of two rows one was accepted, and one refused."""
    (home / "people.csv").write_text("to,contactKey\nada@nto.example,c-1\nnobody,c-2\n")
    assert mcctl([*SEND, "-o", "json"]).code == 8
    listed = mcctl(["run", "list", "-o", "json"]).json
    assert [(one["target"], one["file"], one["state"]) for one in listed] == [
        ("nto-order-confirmation", "people.csv", "finished")
    ]
    return str(listed[0]["id"])


def test_a_run_is_shown(mcctl: Mcctl, run_id: str) -> None:
    shown = mcctl(["run", "show", run_id, "-o", "json"]).json
    assert {name: shown[name] for name in NUMBERS} == NUMBERS
    assert shown["kind"] == "tx send"
    assert "salt" not in shown


def test_a_list_tells_when_what_kind_and_of_whom(mcctl: Mcctl, run_id: str) -> None:
    (line,) = mcctl(["run", "list"]).stdout.splitlines()
    name, started, *rest = line.split("\t")
    assert (name, rest) == (run_id, ["emulator", "tx send", "nto-order-confirmation", "finished", "2", "1", "0"])
    assert started.endswith("Z")


def test_what_became_of_each_row(mcctl: Mcctl, run_id: str, home: Path) -> None:
    lines = [json.loads(line) for line in mcctl(["run", "show", run_id, "--results", "-"]).stdout.splitlines()]
    assert [(one["row"], one["contactKey"], one["outcome"]) for one in lines] == [
        (1, "c-1", "accepted"),
        (2, "c-2", "refused"),
    ]
    assert mcctl(["run", "show", run_id, "--results", "out.jsonl"]).code == 0
    assert [json.loads(line) for line in (home / "out.jsonl").read_text().splitlines()] == lines


def test_a_finished_run_that_is_resumed_sends_nothing(mcctl: Mcctl, rehearsal: Rehearsal, run_id: str) -> None:
    before = len(rehearsal.requests("POST"))
    assert mcctl(["run", "resume", run_id]).code == 8
    assert len(rehearsal.requests("POST")) == before


@pytest.mark.parametrize("args", [["run", "resume"], SEND])
def test_a_dry_run_of_a_finished_run_shows_no_request(
    mcctl: Mcctl, rehearsal: Rehearsal, run_id: str, args: list[str]
) -> None:
    before = len(rehearsal.requests())
    done = mcctl([*args, *([run_id] if args[0] == "run" else []), "--dry-run"])
    assert (done.code, done.stdout) == (8, "")
    assert done.stderr == (
        f"Run {run_id} was begun before: 2 rows done already; --new-run to send it to everybody anew\n"
        "Dry run: 0 recipients in 0 requests; 1 row refused; nothing was sent\n"
        "mcctl: 1 of 2 rows would be refused\n"
        "  row 2 (line 3): 'nobody' is not an e-mail address\n"
    )
    assert len(rehearsal.requests()) == before
    assert mcctl(["run", "show", run_id, "-o", "json"]).json.items() >= NUMBERS.items()


def test_a_run_is_forgotten(mcctl: Mcctl, run_id: str) -> None:
    kept = mcctl(["run", "discard", run_id, "--dry-run"])
    assert (kept.code, kept.stderr) == (0, "Dry run: nothing was sent\n")
    assert mcctl(["run", "discard", run_id]).code == 2
    assert mcctl(["run", "discard", run_id, "--yes"]).stderr == f"Forgot run {run_id}\n"
    assert mcctl(["run", "list", "-o", "json"]).json == []
    assert mcctl(["run", "show", run_id]).code == 3
