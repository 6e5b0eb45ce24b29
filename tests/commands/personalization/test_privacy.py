"""`mcctl personalization privacy`, against the emulator."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.personalization._helpers import ORG, SET
from tests.conftest import Mcctl, Rehearsal

CSV = """id,states
hashed-id-01,do_not_track
hashed-id-02,do_not_profile
hashed-id-03,do_not_process
hashed-id-04,"do_not_track,do_not_profile"
hashed-id-05,do_not_track do_not_process
hashed-id-06,do_not_profile; do_not_process
hashed-id-07,do_not_track|do_not_profile|DO_NOT_PROCESS
hashed-id-08,
hashed-id-09,rtbf_delete
hashed-id-10,rtbf_suppress
"""
BATCH = {
    "hashed-id-01": ["do_not_track"],
    "hashed-id-02": ["do_not_profile"],
    "hashed-id-03": ["do_not_process"],
    "hashed-id-04": ["do_not_track", "do_not_profile"],
    "hashed-id-05": ["do_not_track", "do_not_process"],
    "hashed-id-06": ["do_not_profile", "do_not_process"],
    "hashed-id-07": ["do_not_track", "do_not_profile", "do_not_process"],
    "hashed-id-08": [],
    "hashed-id-09": ["rtbf_delete"],
    "hashed-id-10": ["rtbf_suppress"],
}
EFFECTS = """\
  hashed-id-01: sets do_not_track; removes do_not_profile and do_not_process if set
  hashed-id-02: sets do_not_profile; removes do_not_track and do_not_process if set
  hashed-id-03: sets do_not_process; removes do_not_track and do_not_profile if set
  hashed-id-04: sets do_not_track and do_not_profile; removes do_not_process if set
  hashed-id-05: sets do_not_track and do_not_process; removes do_not_profile if set
  hashed-id-06: sets do_not_profile and do_not_process; removes do_not_track if set
  hashed-id-07: sets do_not_track, do_not_profile and do_not_process
  hashed-id-08: removes do_not_track, do_not_profile and do_not_process if set
  hashed-id-09: deletes the profile and its data at once
  hashed-id-10: deletes the profile and its data after the suppression period
"""


def profiles(mcctl: Mcctl) -> dict[str, Any]:
    return {one["id"]: one["states"] for one in mcctl(["emulator", "profiles", "-o", "json"]).json}


def test_the_privacy_batch_is_one_command(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    Path("privacy.csv").write_text(CSV)
    args = [*SET, "--from", "privacy.csv", "--confirm", "12345678"]
    shown = mcctl([*args, "--dry-run"])
    assert (shown.code, shown.stderr) == (
        0, EFFECTS + "Dry run: 10 profiles in one request; nothing was sent\n"
    )  # fmt: skip
    assert shown.json["url"] == "http://emulator.localhost/api/v2/organization/12345678/privacy"
    assert shown.json["headers"]["Authorization"] == "Bearer ********"
    assert shown.json["body"] == {"batch": BATCH}
    done = mcctl([*args, "--wait", "-o", "json"])
    assert (done.code, {one["status"] for one in done.json}) == (0, {"success", "initiated"})
    assert [one["action"] for one in done.json if one["profile_id"] == "hashed-id-01"] == [
        "add_do_not_track",
        "remove_do_not_profile",
    ]
    left = {name: states for name, states in BATCH.items() if name != "hashed-id-09"}
    assert profiles(mcctl) == {**left, "hashed-id-10": []}
    rehearsal.advance(14 * 86400 + 5)
    assert "hashed-id-10" not in profiles(mcctl)
    status = mcctl(["personalization", "privacy", "status", done.json[0]["batch_id"], *ORG, "-o", "json"])
    assert {one["status"] for one in status.json} == {"success"}


def test_deletions_want_the_organization_typed(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl([*SET, "a=rtbf_delete", "b=do_not_track"])
    assert (done.code, done.stderr.splitlines()[2:]) == (
        2,
        [
            "mcctl: In organization emulator of profile emulator: Delete 1 profile of 12345678, with all data, for good? Nobody can be asked here",
            "Hint: Say it on the command line: --confirm 12345678",
        ],
    )
    assert mcctl([*SET, "a=rtbf_suppress", "--confirm", "1"]).code == 2
    asked = mcctl([*SET, "a=rtbf_delete"], stdin="1234\n", terminal=True)
    assert (asked.code, asked.stderr.splitlines()[-1].split("mcctl: ")[1]) == (
        2,
        "The name typed is another; nothing was done",
    )
    assert rehearsal.requests() == []
    assert mcctl([*SET, "a=rtbf_delete"], stdin="12345678\n", terminal=True).code == 0
    assert mcctl([*SET, "b=do_not_track", "c="]).code == 0


def test_a_deletion_that_waits_is_told(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    done = mcctl([*SET, "hashed-id-01=rtbf_suppress", "--confirm", "12345678", "--wait"])
    assert (done.code, done.stderr.splitlines()[-1]) == (
        0,
        "1 profile will be deleted when the suppression period ends",
    )


def test_a_deletion_that_is_taken_back(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    first = mcctl([*SET, "hashed-id-01=rtbf_suppress", "--confirm", "12345678", "--wait", "-o", "json"])
    assert (first.code, first.json[0]["status"]) == (0, "initiated")
    assert mcctl([*SET, "hashed-id-01=remove_rtbf_suppress", "--wait"]).code == 0
    batch = first.json[0]["batch_id"]
    done = mcctl(["personalization", "privacy", "status", batch, *ORG, "--wait"])
    assert done.code == 8
    assert done.stderr.splitlines() == [
        "mcctl: Not made: 1 of 1 change",
        "  hashed-id-01: add_rtbf_suppress: cancelled",
    ]
    rehearsal.advance(30 * 86400)
    assert profiles(mcctl)["hashed-id-01"] == ["do_not_profile"]


def test_every_fault_is_told_before_anything_leaves(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    given = ["a=do_not_track,rtbf_delete", "b=forget", "c=do_not_track,do_not_track", "=do_not_track", "d=", "d="]
    done = mcctl([*SET, *given, "-o", "json"])
    assert done.code == 2
    states = "do_not_track, do_not_profile, do_not_process, rtbf_delete, rtbf_suppress, remove_rtbf_suppress"
    assert [done.error["message"], *done.error["details"]] == [
        "a: rtbf_delete must stand alone",
        f"b: there is no state 'forget'; there are: {states}",
        "c: a state is given twice",
        "The id of a profile is empty",
        "d is given twice",
    ]
    assert mcctl([*SET]).code == 2
    assert mcctl([*SET, "a"]).stderr == (
        "mcctl: 'a' is not of the form ID=STATE,STATE; to clear all states: a=\nHint: Nothing was sent\n"
    )
    assert mcctl([*SET[:3], "a="]).stderr == "mcctl: Which organization?\nHint: Give its MID: --org MID\n"
    assert mcctl([*SET[:3], "--org", "1/2", "a="]).stderr == "mcctl: --org '1/2' is no MID: a MID has only digits\n"
    assert rehearsal.requests() == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.json", json.dumps({"batch": {"x": ["do_not_track"], "y": []}})),
        ("p.json", json.dumps({"x": ["do_not_track"], "y": []})),
        ("p.jsonl", '{"id": "x", "states": ["do_not_track"]}\n{"id": "y", "states": []}\n'),
        ("p.tsv", "States\tID\ndo_not_track\tx\n\ty\n"),
    ],
)
def test_files_of_every_kind(mcctl: Mcctl, rehearsal: Rehearsal, name: str, text: str) -> None:
    Path(name).write_text(text)
    assert mcctl([*SET, "--from", name, "--dry-run"]).json["body"] == {"batch": {"x": ["do_not_track"], "y": []}}


def test_files_from_standard_input(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = [*SET, "--from", "-", "--dry-run"]
    assert mcctl([*args, "--format", "csv"], stdin="id,states\nx,\n").json["body"] == {"batch": {"x": []}}
    assert mcctl([*args, "--format", "json"], stdin='{"x": []}').json["body"] == {"batch": {"x": []}}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("p.csv", "id,states\nx,do_not_track,y\n", "Line 2 of p.csv: The row has 3 cells, the header 2"),
        ("p.csv", "profile,states\nx,\n", "No column is called id; there are: profile, states"),
        ("p.json", '{"x": "do_not_track"}', "p.json: The states of x must be a list"),
        ("p.json", '{"batch": []}', "p.json must hold an object: profile id -> list of states"),
        ("p.json", "{}", "There are no profiles in p.json"),
        ("p.csv", "id,states\n", "p.csv holds no rows"),
    ],
)
def test_files_that_make_no_sense(mcctl: Mcctl, rehearsal: Rehearsal, name: str, text: str, message: str) -> None:
    Path(name).write_text(text)
    done = mcctl([*SET, "--from", name])
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: {message}")
    assert rehearsal.requests() == []


def test_plain_ids_are_hashed(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    Path("people.csv").write_text("Email,states\nada@nto.example,do_not_track\n")
    args = [*SET, "--from", "people.csv", "--map", "id=Email", "--dry-run"]
    hashed = hashlib.sha256(b"ada@nto.example").hexdigest()
    done = mcctl([*args, "--hash", "sha256"])
    assert done.json["body"] == {"batch": {hashed: ["do_not_track"]}}
    assert "ada@" not in done.stdout
    assert done.stderr.splitlines()[0].startswith(f"  ada@nto.example, {hashed}: sets do_not_track; ")
    assert "look like e-mail addresses" in mcctl(args).stderr
    assert mcctl([*args, "--hash", "md5"]).stderr == "mcctl: --hash 'md5' must be sha256\n"


def test_many_profiles_are_sent_in_batches(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    Path("many.csv").write_text("id,states\n" + "".join(f"p-{n:03d},do_not_track\n" for n in range(50)))
    args = [*SET, "--from", "many.csv", "--batch-size", "20"]
    assert mcctl([*args, "--dry-run"]).stderr.splitlines()[-2:] == [
        "  and 30 more profiles; all states are removed from 0 of them",
        "Dry run: 50 profiles in 3 requests, of which the first is shown; nothing was sent",
    ]
    done = mcctl([*args, "-o", "json"])
    assert [set(one) for one in done.json] == [{"batch_id"}] * 3
    assert [len(json.loads(one["body"])["batch"]) for one in rehearsal.requests("POST")] == [20, 20, 10]
    ids = [one["batch_id"] for one in done.json]
    assert len(mcctl(["personalization", "privacy", "status", *ids, *ORG]).stdout.splitlines()) == 50
    assert mcctl([*args, "--wait"]).code == 0
    rehearsal.fault({"method": "POST", "path": "/privacy"}, {"status": 400, "body": {"message": "no more"}})
    assert mcctl(args).code == 5


def test_batches_that_were_accepted_before_one_failed_are_told(
    mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]
) -> None:
    rehearsal.fault({"method": "POST", "path": "/privacy", "nth": 1}, {"cut": "after"})
    rehearsal.fault({"method": "POST", "path": "/privacy", "nth": 2}, {"status": 400, "body": {"message": "no more"}})
    done = mcctl([*SET, "a=", "b=", "--batch-size", "1", "-o", "json"])
    assert (done.code, len(done.json)) == (8, 1)
    assert json.loads(done.stderr[done.stderr.index("{") :])["error"]["message"].startswith(
        "1 of 2 requests were accepted; then:"
    )
    assert len(rehearsal.requests("POST")) == 3  # the cut one once more: it leads to the same states


def test_an_unknown_batch(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["personalization", "privacy", "status", "5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c", *ORG]
    assert mcctl(args).code == 3
    assert mcctl([*args, "--wait"]).code == 3


def test_a_batch_that_is_not_through_when_the_wait_ends(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl([*SET, "a=do_not_track", "--wait", "--wait-timeout", "0"])
    assert done.code == 9
    assert done.stderr.splitlines()[-2] == "mcctl: Not all changes are made when the wait ends"


def test_a_dry_run_needs_neither_network_nor_login(mcctl: Mcctl, home: Path) -> None:
    shown = mcctl([*SET, "a=do_not_track", "--dry-run"])
    assert shown.code == 0
    assert shown.json["url"] == "https://app.igodigital.com/api/v2/organization/12345678/privacy"


@pytest.mark.parametrize(
    "line", ['{"id": "x", "state": ["do_not_track"]}', '{"id": "x"}', '{"id": "x", "states": null}']
)
def test_states_that_are_left_out_do_not_clear(mcctl: Mcctl, rehearsal: Rehearsal, line: str) -> None:
    Path("p.jsonl").write_text(line + "\n")
    done = mcctl([*SET, "--from", "p.jsonl"])
    assert (done.code, done.stderr) == (
        2,
        "mcctl: Line 1 of p.jsonl: states is missing; to clear all states, leave it empty: []\nHint: Nothing was sent\n",
    )
    assert rehearsal.requests() == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": ["rtbf_delete"], "a": ["do_not_track"]}', "p.json: 'a' is twice in an object"),
        ('{"batch": {"a": []}, "b": []}', "p.json must hold an object: profile id -> list of states"),
        ('{"\\ud800": []}', "p.json: The id '\\ud800' is no text"),
        ("[1]", "p.json must hold an object (key: value), not a list"),
    ],
)
def test_documents_that_are_ambiguous(mcctl: Mcctl, rehearsal: Rehearsal, text: str, message: str) -> None:
    Path("p.json").write_text(text)
    done = mcctl([*SET, "--from", "p.json"])
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: {message}")


def test_deletions_are_shown_however_many_lines_there_are(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rows = "".join(f"p-{n:03d},do_not_track\n" for n in range(30)) + "victim,rtbf_delete\nlast,\n"
    Path("many.csv").write_text("id,states\n" + rows)
    shown = mcctl([*SET, "--from", "many.csv", "--dry-run"]).stderr.splitlines()
    assert shown[20:22] == [
        "  victim: deletes the profile and its data at once",
        "  and 11 more profiles; all states are removed from 1 of them",
    ]


def test_a_change_that_overtakes_another_is_the_last_word(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]
) -> None:
    assert mcctl([*SET, "z=do_not_track"]).code == 0
    assert mcctl([*SET, "z=do_not_profile", "--wait"]).code == 0
    assert profiles(mcctl)["z"] == ["do_not_profile"]


def test_a_deletion_that_was_taken_back_does_not_happen_later(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl([*SET, "hashed-id-01=rtbf_suppress", "--confirm", "12345678"]).code == 0
    assert mcctl([*SET, "hashed-id-01=remove_rtbf_suppress"]).code == 0
    rehearsal.advance(20 * 86400)
    assert "hashed-id-01" in profiles(mcctl)


CHANGE = {"profile_id": "a", "action": "add_do_not_track", "status": "success"}
BATCH_ID = "5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ([CHANGE], 0),
        ([CHANGE, {**CHANGE, "status": "error"}], 8),
        ([{**CHANGE, "status": "failed"}], 8),
        ([{"profile_id": "a"}], 8),
        ([{**CHANGE, "status": "initiated"}], 9),
        ([], 9),
        ({}, 6),
        ("x", 6),
        ([5], 6),
    ],
)
def test_0_means_that_every_change_was_made(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float], answer: Any, code: int
) -> None:
    rehearsal.fault({"method": "GET", "path": "/privacy/"}, {"status": 200, "body": json.dumps(answer)})
    args = ["personalization", "privacy", "status", BATCH_ID, *ORG, "--wait", "--wait-timeout", "3"]
    assert mcctl(args).code == code
    rehearsal.app.judged.clear()


def test_an_answer_without_batch_is_no_success(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsal.fault({"method": "POST", "path": "/privacy"}, {"status": 200, "body": {}})
    assert mcctl([*SET, "a="]).code == 7
    rehearsal.app.judged.clear()


def test_accepted_batches_are_shown_when_the_next_is_interrupted(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mcctl.errors import Interrupted
    from mcctl.rest.personalization import PersonalizationApi

    real = PersonalizationApi.set_privacy

    def interrupted(self: PersonalizationApi, *, batch: dict[str, list[str]]) -> dict[str, Any]:
        if "b" in batch:
            raise Interrupted("Interrupted")
        return real(self, batch=batch)

    monkeypatch.setattr(PersonalizationApi, "set_privacy", interrupted)
    done = mcctl([*SET, "a=", "b=", "--batch-size", "1", "-o", "json"])
    assert (done.code, len(done.json)) == (130, 1)


def test_every_fault_of_a_file_is_told(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    Path("p.csv").write_text("id,states\na,forget\nb,do_not_track,x\n,\n")
    done = mcctl([*SET, "--from", "p.csv", "-o", "json"])
    assert [done.error["message"], *done.error["details"]] == [
        "Line 2 of p.csv: a: there is no state 'forget'; there are: do_not_track, do_not_profile, do_not_process, "
        "rtbf_delete, rtbf_suppress, remove_rtbf_suppress",
        "Line 3 of p.csv: The row has 3 cells, the header 2",
        "Line 4 of p.csv: The id of a profile is empty",
    ]
