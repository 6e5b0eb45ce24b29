"""`mcctl run show --refused-rows`: what was refused, as a file like the one that was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Mcctl, Rehearsal

SEND = [
    "tx",
    "send",
    "nto-order-confirmation",
    "--yes",
    "--skip-invalid",
    "--map",
    "to=Email",
    "--map",
    "contactKey=Id",
]


def newest(mcctl: Mcctl) -> str:
    return str(mcctl(["run", "list", "-o", "json"]).json[-1]["id"])


def test_refused_rows_are_repaired_and_sent(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    Path("people.csv").write_text(
        'Id,Email,Note\nc-1,a@nto.example,"one, two"\nc-2,no address,"a ""b"""\nc-3,\nc-4,d@nto.example,\n'
    )
    done = mcctl([*SEND, "--from", "people.csv", "--results", "out.jsonl"])
    assert done.code == 8
    shown = mcctl(["run", "show", newest(mcctl), "--refused-rows", "again.csv"])
    assert (shown.code, shown.stderr) == (0, "2 refused rows in again.csv\n")
    assert Path("again.csv").read_text() == 'Id,Email,Note\nc-2,no address,"a ""b"""\nc-3,\n'
    Path("again.csv").write_text("Id,Email,Note\nc-2,b@nto.example,\nc-3,c@nto.example,\n")
    assert mcctl([*SEND, "--from", "again.csv"]).code == 0
    rehearsal.advance(5)
    assert sorted(one["to"] for one in rehearsal.outbox()) == [f"{one}@nto.example" for one in "abcd"]


def test_lines_of_json_are_given_back_as_they_stood(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    lines = ['{"Id": "c-1", "Email": "a@nto.example"}', '{"Email": "nobody",  "Id": "c-2"}', "no json"]
    Path("people.jsonl").write_text("\n".join([*lines, ""]))
    assert mcctl([*SEND, "--from", "people.jsonl"]).code == 8
    assert mcctl(["run", "show", newest(mcctl), "--refused-rows", "-"]).stdout.splitlines() == lines[1:]


def test_what_was_read_must_still_be_there(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    Path("people.csv").write_text("Id,Email\nc-1,a@nto.example\nc-2,nobody\n")
    mcctl([*SEND, "--from", "people.csv"])
    run = newest(mcctl)
    Path("people.csv").write_text("Id,Email\nc-1,a@nto.example\n")
    changed = mcctl(["run", "show", run, "--refused-rows", "again.csv"])
    assert (changed.code, "was changed since run" in changed.stderr) == (2, True)
    Path("people.csv").unlink()
    gone = mcctl(["run", "show", run, "--refused-rows", "again.csv"])
    assert (gone.code, "is not there any more" in gone.stderr) == (3, True)
    assert not Path("again.csv").exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("people.csv", "people.csv is already there; nothing was written"),
        ("nowhere/again.csv", "Cannot write {here}/nowhere/again.csv: No such file or directory"),
        ("again.jsonl", "The rows are CSV, and again.jsonl would be JSONL"),
    ],
)
def test_a_file_that_cannot_be_written_is_told(mcctl: Mcctl, rehearsal: Rehearsal, name: str, told: str) -> None:
    text = "Id,Email\nc-1,a@nto.example\nc-2,nobody\n"
    Path("people.csv").write_text(text)
    mcctl([*SEND, "--from", "people.csv"])
    done = mcctl(["run", "show", newest(mcctl), "--refused-rows", name])
    assert (done.code, done.stderr.splitlines()[0], Path("people.csv").read_text()) == (
        2,
        f"mcctl: {told.format(here=Path.cwd())}",
        text,
    )
    assert json.loads(mcctl(["run", "list", "-o", "json"]).stdout)
