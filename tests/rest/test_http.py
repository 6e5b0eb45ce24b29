"""The network in trouble: what is repeated, what is not, and what the user is told. On a real socket, with faults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HeldClock, Mcctl, Rehearsal

PATCH = ["asset", "patch", "1201", "--name", "Renamed", "-o", "json"]
CREATE = ["asset", "create", "--name", "New", "--type", "htmlblock", "--set", "content=x", "-o", "json"]
READ = ["asset", "get", "1201", "-o", "json"]
ASSET_1201 = {"path": "/asset/v1/content/assets/1201"}
NEW_ASSET = {"method": "POST", "path": "/assets$"}


def test_429_waits_as_long_as_the_header_says_and_repeats(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    tenant.fault({"method": "PATCH", "times": 1}, {"status": 429, "headers": {"Retry-After": "7"}})
    done = mcctl(PATCH)
    assert (done.code, done.json["name"], naps) == (0, "Renamed", [7.0])
    assert [one["status"] for one in tenant.requests("PATCH")] == [429, 200]


def test_429_waits_as_long_as_the_body_says(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    body = {"message": "Too many", "errorcode": 50100, "documentation": "", "retryAfter": 5}
    tenant.fault({"method": "POST", "path": "/assets$", "times": 1}, {"status": 429, "body": body})
    assert mcctl(CREATE).code == 0
    assert naps == [5.0]
    assert [one["status"] for one in tenant.requests("POST") if one["path"].endswith("/assets")] == [429, 200]


def test_429_of_the_second_kind_backs_off_longer_and_longer(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    body = {"message": "You are temporarily blocked", "errorcode": 50200, "documentation": ""}
    tenant.fault({"method": "PATCH"}, {"status": 429, "body": body})
    done = mcctl(PATCH)
    assert done.code == 6
    assert done.error == {
        "kind": "unavailable",
        "message": "Marketing Cloud answered PATCH /asset/v1/content/assets/1201 with: You are temporarily blocked "
        "(HTTP 429, code 50200)",
        "status": 429,
        "errorcode": "50200",
        "details": [],
        "hint": "Nothing is wrong with the command; run it again later",
    }
    assert len(tenant.requests("PATCH")) == 4
    assert len(naps) == 3
    assert all(half / 2 <= nap <= half for nap, half in zip(naps, (1, 2, 4), strict=True))


def test_a_wait_of_an_hour_is_told_and_not_waited_for(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    tenant.fault({"method": "PATCH"}, {"status": 429, "headers": {"Retry-After": "3600"}})
    done = mcctl(PATCH)
    assert (done.code, naps, len(tenant.requests("PATCH"))) == (6, [], 1)
    assert done.error["hint"] == "Marketing Cloud asks to wait: run it again in 3600 seconds"


@pytest.mark.parametrize("args", [READ, PATCH])
def test_503_is_repeated_for_reads_and_idempotent_writes(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float], args: list[str]
) -> None:
    tenant.fault({**ASSET_1201, "times": 2}, {"status": 503})
    assert mcctl(args).code == 0
    assert [one["status"] for one in tenant.requests()] == [503, 503, 200]
    assert len(naps) == 2


def test_503_without_end_is_exit_6(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    tenant.fault(ASSET_1201, {"status": 503, "body": {"message": "down", "errorcode": 50300, "documentation": ""}})
    done = mcctl(PATCH)
    assert (done.code, done.error["errorcode"], len(tenant.requests())) == (6, "50300", 4)


def test_503_to_a_create_is_an_unknown_outcome_and_is_not_repeated(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float]
) -> None:
    tenant.fault(NEW_ASSET, {"status": 503})
    done = mcctl(CREATE)
    assert (done.code, done.error["kind"], naps) == (7, "outcome_unknown", [])
    assert done.error["hint"] == "Find out before you run it again: mcctl asset list --where \"name = 'New'\""
    assert len([one for one in tenant.requests("POST") if one["path"].endswith("/assets")]) == 1


@pytest.mark.parametrize("cut", ["before", "after"])
def test_a_cut_connection_is_an_unknown_outcome_for_a_create(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float], cut: str
) -> None:
    tenant.fault(NEW_ASSET, {"cut": cut})
    done = mcctl(CREATE)
    assert (done.code, naps) == (7, [])
    assert done.error["message"].startswith("No answer came (")
    assert done.error["message"].endswith("): POST /asset/v1/content/assets may or may not have been carried out")
    assert len([one for one in tenant.requests("POST") if one["path"].endswith("/assets")]) == 1
    there = mcctl(["asset", "list", "--where", "name = 'New'", "-o", "json"]).json
    assert len(there) == {"before": 0, "after": 1}[cut]


@pytest.mark.parametrize("cut", ["before", "after"])
def test_a_cut_connection_is_repeated_for_a_patch(mcctl: Mcctl, tenant: Rehearsal, naps: list[float], cut: str) -> None:
    tenant.fault({"method": "PATCH", "nth": 1}, {"cut": cut})
    done = mcctl(PATCH)
    assert (done.code, done.json["name"]) == (0, "Renamed")
    assert [one["status"] for one in tenant.requests("PATCH")] == [None, 200]


def test_a_patch_whose_answer_never_comes_is_an_unknown_outcome(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float]
) -> None:
    tenant.fault({"method": "PATCH"}, {"cut": "after"})
    done = mcctl(PATCH)
    assert (done.code, len(tenant.requests("PATCH"))) == (7, 4)
    assert done.error["hint"] == "Find out before you run it again: mcctl asset get 1201"


def test_a_lost_answer_stays_unknown_when_the_next_attempt_is_refused(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float]
) -> None:
    tenant.fault({"method": "PATCH", "nth": 1}, {"cut": "after"})
    tenant.fault({"method": "PATCH"}, {"status": 503})
    assert mcctl(PATCH).code == 7


def test_a_repeated_delete_that_finds_nothing_had_been_done(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    tenant.fault({"method": "DELETE", "nth": 1}, {"cut": "after"})
    done = mcctl(["asset", "delete", "1204", "--yes"])
    assert (done.code, done.stderr) == (0, "Deleted asset 1204\n")
    assert [one["status"] for one in tenant.requests("DELETE")] == [None, 404]


@pytest.mark.parametrize(
    "args",
    [
        CREATE,
        ["folder", "create", "Content Builder/New"],
        ["contact", "delete", "nto-1001", "--confirm", "nto-1001"],
    ],
)
def test_an_empty_answer_is_no_success_where_an_id_is_promised(
    mcctl: Mcctl, tenant: Rehearsal, args: list[str]
) -> None:
    tenant.fault({"method": "POST", "path": "/(assets|categories|contacts/actions/delete)$"}, {"status": 200})
    assert mcctl(args).code == 7
    tenant.app.judged.clear()


def test_an_empty_answer_to_a_change_is_a_success(mcctl: Mcctl, tenant: Rehearsal) -> None:
    tenant.fault({"method": "PATCH"}, {"status": 200})
    assert mcctl(["asset", "patch", "1201", "--name", "x"]).stderr.splitlines()[0] == "Changed asset 1201"
    tenant.app.judged.clear()


@pytest.mark.parametrize(
    ("args", "answer"),
    [
        (CREATE, {"id": 5, "errors": ["in part"]}),
        (
            [
                "event",
                "fire",
                "nto-purchase",
                "--contact",
                "c-1",
                "--set",
                "SubscriberKey=c-1",
                "--set",
                "Email=a@x.io",
            ],
            {"eventInstanceId": "abc", "errors": ["in part"]},
        ),
    ],
)
def test_an_error_beside_what_was_made_leaves_it_open(
    mcctl: Mcctl, tenant: Rehearsal, args: list[str], answer: Any
) -> None:
    tenant.fault({"method": "POST", "path": "/(assets|events)$"}, {"status": 201, "body": answer})
    assert mcctl(args).code == 7
    tenant.app.judged.clear()


def test_a_slow_answer_to_a_write_is_an_unknown_outcome(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    tenant.fault({"method": "PATCH"}, {"delay": 1.6})
    done = mcctl([*PATCH, "--timeout", "1"])
    assert (done.code, naps) == (7, [])
    assert done.error["message"] == (
        "No answer came (timed out): PATCH /asset/v1/content/assets/1201 may or may not have been carried out"
    )


def test_a_slow_answer_to_a_read_is_exit_6(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    tenant.fault({"method": "GET"}, {"delay": 0.6})
    done = mcctl([*READ, "--timeout", "0.2"])
    assert (done.code, naps) == (6, [])
    assert done.error["message"] == "127.0.0.1 gave no answer to GET /asset/v1/content/assets/1201 within 0.2 s"


def test_an_expired_token_is_renewed_once_and_the_request_repeated(mcctl: Mcctl, tenant: Rehearsal) -> None:
    unauthorized = {"documentation": "", "errorcode": 0, "message": "Not Authorized"}
    tenant.fault({"method": "PATCH", "nth": 1}, {"status": 401, "body": unauthorized})
    assert mcctl(PATCH).code == 0
    assert [one["status"] for one in tenant.requests("PATCH")] == [401, 200]
    assert len(tenant.token_requests()) == 2


def test_a_token_that_is_refused_twice_is_exit_4(mcctl: Mcctl, tenant: Rehearsal) -> None:
    unauthorized = {"documentation": "", "errorcode": 0, "message": "Not Authorized"}
    tenant.fault({"method": "PATCH"}, {"status": 401, "body": unauthorized})
    done = mcctl(PATCH)
    assert (done.code, done.error["hint"]) == (4, "See what this login may do: mcctl auth status")
    assert len(tenant.requests("PATCH")) == 2


def test_a_202_with_an_error_in_its_body_is_a_failure(mcctl: Mcctl, tenant: Rehearsal) -> None:
    body = {"errorcode": 10000, "message": "Must be in paused status", "documentation": ""}
    tenant.fault({"method": "PATCH"}, {"status": 202, "body": body})
    done = mcctl(PATCH)
    assert (done.code, done.stdout) == (5, "")
    assert done.error["message"] == (
        "Marketing Cloud answered PATCH /asset/v1/content/assets/1201 with: Must be in paused status "
        "(HTTP 202, code 10000)"
    )
    assert len(tenant.requests("PATCH")) == 1


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (400, {"Message": "Bad", "ErrorCode": 10005}, 5),
        (403, {"Message": "Insufficient privileges", "ErrorCode": 20002}, 4),
        (404, {"Message": "Object not found", "ErrorCode": 30003}, 3),
        (409, {"message": "exists", "errorcode": 30004, "documentation": ""}, 5),
        (400, {"message": "gone", "errorcode": 30003}, 3),
        (400, {"error": "invalid_request", "error_description": "no"}, 5),
        (400, {"message": "", "errorcode": 10006, "additionalErrors": [{"message": "a"}, "b"]}, 5),
        (596, "no service", 3),
        (302, "", 5),
        (200, "<html>Sign in</html>", 6),
        (200, {"hasErrors": True, "message": "half of it"}, 5),
        (200, {"errors": ["one"]}, 5),
    ],
)
def test_each_error_shape_has_its_exit_code(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float], status: int, body: Any, code: int
) -> None:
    tenant.fault({"method": "GET"}, {"status": status, "body": body})
    assert mcctl(READ).code == code


MALFORMED = ["null", "3", "[3]", "{}", '{"id": "x"}', '{"items": [3]}', "[" * 100_000, "<html>Sign in</html>"]


@pytest.mark.parametrize("body", MALFORMED, ids=lambda body: body[:12])
@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["asset", "get", "12"], 6),
        (["asset", "get", "key"], 6),
        (["folder", "create", "A/B", "--parents"], 6),
        (["asset", "create", "--name", "n", "--type", "htmlblock", "--set", "category.id=1"], 7),
        (["asset", "patch", "12", "--name", "n"], 7),
        (["auth", "status"], 6),
    ],
)
def test_answers_that_make_no_sense_are_no_crash(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float], body: str, args: list[str], code: int
) -> None:
    path = "/assets$" if code == 7 and "create" in args else "/(asset|v2/userinfo)"
    tenant.fault({"path": path}, {"status": 200, "body": body, "headers": {"Content-Type": "application/json"}})
    done = mcctl(args)
    assert done.code in (code, 3, 0), done.stderr
    assert "Unexpected" not in done.stderr
    if body.startswith("<") or body == "[3]":
        assert done.code == code


@pytest.mark.parametrize(
    "token",
    [[], {}, {"access_token": "a"}, {"access_token": "a", "expires_in": "soon"}, {"access_token": "é", "expires_in": 9},
     {"access_token": "a\r\nX: y", "expires_in": 9}, "<html>"],
)  # fmt: skip
def test_tokens_that_make_no_sense_are_exit_6(mcctl: Mcctl, tenant: Rehearsal, token: Any) -> None:
    tenant.fault({"path": "/v2/token"}, {"status": 200, "body": token})
    assert mcctl(READ).code == 6


def test_an_answer_that_cannot_be_decoded_is_exit_6(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    tenant.fault(ASSET_1201, {"status": 200, "body": "x", "headers": {"Content-Encoding": "gzip"}})
    assert mcctl(READ).code == 6


def test_details_of_an_aggregate_error_are_told_line_by_line(mcctl: Mcctl, tenant: Rehearsal) -> None:
    body = {"message": "Several", "errorcode": 10006, "additionalErrors": [{"message": "first"}, {"Message": "second"}]}
    tenant.fault({"method": "GET"}, {"status": 400, "body": body})
    assert mcctl(["asset", "get", "1201"]).stderr == (
        "mcctl: Marketing Cloud answered GET /asset/v1/content/assets/1201 with: Several (HTTP 400, code 10006)\n"
        "  first\n"
        "  second\n"
    )


def test_a_redirect_is_not_followed(mcctl: Mcctl, tenant: Rehearsal) -> None:
    tenant.fault({"method": "GET"}, {"status": 302, "headers": {"Location": "https://elsewhere.example/"}})
    done = mcctl(READ)
    assert done.error["message"] == (
        "GET /asset/v1/content/assets/1201 was redirected to https://elsewhere.example/; mcctl does not follow"
    )


def test_nobody_listening_is_exit_6_even_for_a_create(
    mcctl: Mcctl, monkeypatch: pytest.MonkeyPatch, naps: list[float]
) -> None:
    for name in ("AUTH", "REST"):
        monkeypatch.setenv(f"MCCTL_{name}_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("MCCTL_CLIENT_ID", "emulator")
    monkeypatch.setenv("MCCTL_CLIENT_SECRET", "emulator")
    done = mcctl(CREATE)
    assert (done.code, len(naps)) == (6, 3)
    assert done.error["message"].startswith("Cannot reach 127.0.0.1: ")


def test_just_under_4_mb_is_sent_and_just_over_is_refused_before(
    mcctl: Mcctl, tenant: Rehearsal, tmp_path: Path
) -> None:
    limit, frame = 4 * 1024 * 1024, len('{"content":""}')
    body = tmp_path / "body.html"
    body.write_text("a" * (limit - frame))
    assert mcctl(["asset", "patch", "nto-footer", "--content", str(body)]).code == 0
    body.write_text("a" * (limit - frame + 1))
    done = mcctl(["asset", "patch", "nto-footer", "--content", str(body)])
    assert (done.code, done.stdout) == (2, "")
    assert done.stderr == (
        "mcctl: The request is 4,194,305 bytes; Marketing Cloud takes at most 4,194,304 (4 MB). Nothing was sent\n"
    )
    assert len(tenant.requests("PATCH")) == 1


def test_verbose_tells_each_request_and_no_secret(mcctl: Mcctl, tenant: Rehearsal) -> None:
    done = mcctl([*READ, "-v"])
    lines = done.stderr.splitlines()
    assert [line.split()[:2] for line in lines if line.startswith(">")] == [[">", "POST"], [">", "GET"]]
    assert "Bearer" not in done.stderr


@pytest.mark.parametrize(
    ("args", "answer", "message"),
    [
        (PATCH, {"status": 503}, "PATCH /asset/v1/content/assets/1201 may have been carried out"),
        (PATCH, {"status": 429}, "before PATCH /asset/v1/content/assets/1201 was tried again"),
    ],
)
def test_ctrl_c_in_a_pause_says_what_may_have_happened(
    mcctl: Mcctl, tenant: Rehearsal, clock: HeldClock, args: list[str], answer: Any, message: str
) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    tenant.fault({"path": "/assets/"}, answer)
    clock.instead = interrupt
    done = mcctl([*args, "-o", "json"])
    assert (done.code, message in done.error["message"]) == (130, True)


def test_ctrl_c_during_a_write_says_that_it_may_have_happened(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    rehearsal.fault({"method": "PATCH"}, {"delay": 5})
    monkeypatch.setattr("mcctl.emulator.app.time.sleep", interrupt)
    done = mcctl(PATCH)
    assert (done.code, done.stdout) == (130, "")
    assert done.error == {
        "kind": "interrupted",
        "message": "Interrupted: PATCH /asset/v1/content/assets/1201 may have been carried out",
        "status": None,
        "errorcode": None,
        "details": [],
        "hint": "mcctl asset get 1201",
    }
