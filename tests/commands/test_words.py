"""What the API says went wrong, in whatever shape it says it; and words that are on no list of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (400, {"message": "Bad", "errorcode": 10005}, ["Bad"]),
        (400, {"Message": "Bad", "ErrorCode": "10005"}, ["Bad"]),
        (400, {"errors": [{"errorCode": "121008", "errorDetail": "The mail cannot be sent."}]},
         ["The mail cannot be sent", "121008"]),
        (400, {"errors": ["Name is taken"]}, ["Name is taken"]),
        (400, {"validationErrors": [{"message": "Too long", "errorcode": 118039}], "message": "Invalid"},
         ["Invalid", "Too long"]),
        (400, {"resultMessages": [{"resultClass": "Failure", "resultCode": "Odd", "message": "No such set"}]},
         ["No such set"]),
        (500, {"error": "server_error", "error_description": "Try later"}, ["Try later"]),
        (409, "Conflict on the shelf", ["Conflict on the shelf"]),
    ],
    ids=str,
)  # fmt: skip
def test_every_shape_of_an_error_is_told_in_words(
    mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float], status: int, body: Any, told: list[str]
) -> None:
    rehearsal.fault({"path": "/interactions"}, {"status": status, "body": body})
    done = mcctl(["journey", "list"])
    assert done.code != 0
    assert done.stdout == ""
    assert all(part in done.stderr for part in told), done.stderr


@pytest.mark.parametrize(
    ("status", "sent"),
    [("published", "Published"), ("DRAFT", "Draft"), ("Hibernating", "Hibernating")],
)
def test_states_that_nobody_listed_are_asked_for(mcctl: Mcctl, rehearsal: Rehearsal, status: str, sent: str) -> None:
    body = {"count": 0, "page": 1, "pageSize": 50}
    rehearsal.fault({"path": "/interactions"}, {"status": 200, "body": body})
    assert mcctl(["journey", "list", "--status", status]).code == 0
    assert f"status={sent}" in rehearsal.requests("GET")[0]["query"]


@pytest.mark.parametrize("status", ["", " ", "Publishd", "Draf"])
def test_misspelt_states_are_not(mcctl: Mcctl, rehearsal: Rehearsal, status: str) -> None:
    done = mcctl(["journey", "list", "--status", status])
    assert (done.code, rehearsal.requests()) == (2, [])
    assert "Draft" in done.stderr
    assert "Published" in done.stderr


@pytest.mark.parametrize("answer", ['"OK"', "OK", "", '"c0ffee00-0000-4000-8000-000000000000"', "12", "null", "{}"])
def test_every_answer_to_a_deletion_is_one(mcctl: Mcctl, rehearsal: Rehearsal, answer: str) -> None:
    rehearsal.fault({"method": "DELETE"}, {"status": 200, "body": answer})
    assert mcctl(["asset", "delete", "nto-footer", "--yes"]).code == 0
    assert mcctl(["folder", "delete", "104", "--yes"]).code == 0


def test_a_page_of_a_proxy_is_no_answer_to_a_deletion(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    page = {"status": 200, "headers": {"Content-Type": "text/html"}, "body": "<html>Please log in</html>"}
    rehearsal.fault({"method": "DELETE"}, page)
    assert mcctl(["asset", "delete", "nto-footer", "--yes"]).code == 7


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["asset", "list", "--name", "footer", "-q", "[].id"], "--name is called --search now\n"),
        (["de", "rows", "nto-customers", "--filter=Email eq 'x'"], "--filter is called --where now\n"),
        (["asset", "download", "nto-logo", "--to", "logo.png", "-q", "id"], "--to is called --out now\n"),
        (
            ["asset", "preview", "nto-welcome-series", "--data", "FirstName=A", "-q", "[].who"],
            "--data is called --attr now\n",
        ),
        (
            [
                "event",
                "fire",
                "nto-purchase",
                "--contact",
                "c",
                "--data",
                "SubscriberKey=c",
                "--data=Email=a@b.example",
            ],
            "--data is called --set now\n",
        ),
        (["journey", "pause", "nto-thank-you", "--days", "3", "--dry-run"], "--days is called --for now\n"),
        (
            ["sms", "import", "MTIzOjYzOjA", "--file-name", "hikers.csv", "--field", "_MobileNumber=MobileNumber"],
            "--field is called --map now\n",
        ),
        (
            ["asset", "create", "--name", "B", "--html", "b.html", "--text", "auto", "--dry-run"],
            "--text is called --text-part now\n",
        ),
        (["asset", "get", "-q", "id", "--", "--name"], ""),
    ],
)
def test_options_that_were_called_otherwise_go_on_working(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], told: str
) -> None:
    Path("b.html").write_text("<p>Hello</p>")
    done = mcctl(args)
    assert done.stderr.startswith(told)
    assert (done.code, "is called" in done.stderr) == ((0, True) if told else (3, False))


def test_a_value_is_no_option(
    mcctl: Mcctl, rehearsal: Rehearsal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = mcctl(["asset", "download", "nto-logo", "--out", "--to"])
    assert (done.code, (tmp_path / "--to").is_file()) == (0, True)
    assert "is called" not in done.stderr


def test_both_names_of_an_option_are_one_too_many(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["asset", "list", "--search", "logo", "--name=footer"])
    assert (done.code, done.stderr) == (2, "mcctl: --name and --search are the same; give one of them\n")
    assert rehearsal.requests() == []


def test_an_option_that_was_called_otherwise_is_told_once(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["asset", "list", "--name", "logo", "--name", "footer", "-q", "[].id"])
    assert (done.code, done.stderr) == (0, "--name is called --search now\n")


@pytest.mark.parametrize(
    "args",
    [
        ["asset", "list"], ["de", "list"], ["de", "list", "--folder", "Data Extensions"], ["event", "list"],
        ["journey", "list"], ["query", "list"], ["script", "list"], ["import", "list"], ["file-transfer", "list"],
        ["data-extract", "list"], ["tx", "definition", "list"], ["push", "list"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_lists_of_what_was_changed_since(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str]) -> None:
    everything = mcctl([*args, "-o", "json"]).json
    assert mcctl([*args, "-o", "json", "--modified-since", "1h"]).json == everything != []
    assert mcctl([*args, "-o", "json", "--modified-since", "2999-01-01"]).json == []
    assert mcctl([*args, "--modified-since", "soon"]).code == 2


@pytest.mark.parametrize("given", ["90s", "1m30s", "90", "90.0"])
def test_a_timeout_is_a_duration(mcctl: Mcctl, rehearsal: Rehearsal, given: str) -> None:
    assert mcctl(["asset", "list", "--timeout", given, "-q", "[0].id"]).code == 0
    assert mcctl(["asset", "list", "-q", "[0].id"], MCCTL_TIMEOUT=given).code == 0
    assert mcctl(["query", "run", "--sql", "SELECT 1 AS A", "--wait-timeout", given, "--dry-run"]).code == 0


@pytest.mark.parametrize("option", ["--timeout", "--wait-timeout"])
@pytest.mark.parametrize("given", ["soon", "-1", "nan", "1e9", "", "2h30"])
def test_what_is_no_duration_is_told(mcctl: Mcctl, rehearsal: Rehearsal, option: str, given: str) -> None:
    done = mcctl(["journey", "publish", "nto-thank-you", f"{option}={given}"])
    told = f"mcctl: {option} {given}: say a number and a unit: 90s, 20m, 2h or 30d, or several: 1d12h\n"
    assert (done.code, done.stderr) == (2, told)
    assert rehearsal.requests() == []


@pytest.mark.parametrize(("given", "days"), [("3d", 3), ("2w", 14), ("72h", 3), ("5", 5)])
def test_a_pause_is_a_duration(mcctl: Mcctl, rehearsal: Rehearsal, given: str, days: int) -> None:
    planned = mcctl(["journey", "pause", "nto-thank-you", "--for", given, "--dry-run"]).json
    assert planned["body"]["PausedDays"] == days
    assert mcctl(["journey", "pause", "nto-thank-you", "--for", "36h", "--dry-run"]).stderr == (
        "mcctl: --for 36h: a pause lasts whole days, at least one\n"
    )
