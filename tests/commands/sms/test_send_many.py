"""`mcctl sms send --from`: nobody gets a text twice, and every row is accounted for."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.commands.sms._helpers import DELIVERIES, KNOWN, MESSAGE, SENDS, body, texts
from tests.conftest import Mcctl, Rehearsal, environment, killed_and_run_again


def write(text: str, name: str = "people.csv") -> None:
    Path(name).write_text(text, encoding="utf-8")


def results() -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]


FROM = ["sms", "send", MESSAGE, "--from", "people.csv", "--results", "out.jsonl"]


def test_every_row_of_a_file_is_accounted_for(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    write(
        "Phone,Id,FirstName\n+1 317 555 0101,c-1,Ada\n1317555ABCD,c-2,Bob\n13175550101,c-3,Again\n13175550103,,Cy\n"
        "15005554500,c-5,Dan\n"
    )
    mapped = [*FROM, "--map", "mobileNumber=Phone", "--map", "subscriberKey=Id", "--subscribe", "--keyword", "NTO"]
    done = mcctl([*mapped, "--skip-invalid", "--wait", "-o", "json"])
    assert done.code == 8
    assert {name: done.json[name] for name in ("message", "accepted", "refused", "unknown", "statuses")} == {
        "message": MESSAGE,
        "accepted": 2,
        "refused": 3,
        "unknown": 0,
        "statuses": {"Delivered": 1, "Undeliverable": 1},
    }
    told = [(one["row"], one["mobileNumber"], one["outcome"], one["error"], one["status"]) for one in results()]
    assert told == [
        (1, "13175550101", "accepted", None, "Delivered"),
        (2, "1317555ABCD", "refused", "'1317555ABCD' holds more than the digits of a number", None),
        (3, "13175550101", "refused", "'13175550101' is in row 1 too", None),
        (4, "13175550103", "refused", "Id has 0 characters, not 1 to 254", None),
        (5, "15005554500", "accepted", None, "Undeliverable"),
    ]
    assert json.loads(rehearsal.requests("POST")[0]["body"]) == {
        "Subscribers": [
            {"MobileNumber": "13175550101", "SubscriberKey": "c-1", "Attributes": {"FirstName": "Ada"}},
            {"MobileNumber": "15005554500", "SubscriberKey": "c-5", "Attributes": {"FirstName": "Dan"}},
        ],
        "Subscribe": True,
        "keyword": "NTO",
    }


def test_a_file_is_sent_in_requests_of_250(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    write("mobileNumber,City\n" + "".join(f"1317555{n:04d},Reno\n" for n in range(600)))
    shown = mcctl([*FROM, "--dry-run"])
    assert (shown.code, len(shown.json["body"]["mobileNumbers"])) == (0, 250)
    assert shown.stderr.splitlines() == [
        "Not sent: City; attributes need the column of the subscriber key: --map subscriberKey=COLUMN",
        "Dry run: 600 recipients in 3 requests, of which the first is shown; 0 rows refused; nothing was sent",
    ]
    done = mcctl([*FROM, "--subscribe", "--keyword", "NTO", "--wait"])
    assert done.code == 0
    sizes = [len(json.loads(one["body"])["mobileNumbers"]) for one in rehearsal.requests("POST")]
    assert sorted(sizes) == [100, 250, 250]
    assert len(texts(rehearsal)) == 600
    again = mcctl([*FROM, "--subscribe", "--keyword", "NTO", "--wait"])
    assert again.code == 0
    assert len(rehearsal.requests("POST")) == 3


def test_lines_of_json(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write('{"mobileNumber": 13175550101}\n{"mobileNumber": "13175550103"}\n', "people.jsonl")
    assert mcctl(["sms", "send", MESSAGE, "--from", "people.jsonl"]).code == 0
    assert body(rehearsal) == {"mobileNumbers": ["13175550101", "13175550103"]}
    write('{"mobileNumber": "13175550101", "subscriberKey": "c-1", "Level": 3}\n', "keyed.jsonl")
    assert mcctl(["sms", "send", MESSAGE, "--from", "keyed.jsonl"]).code == 0
    assert body(rehearsal)["Subscribers"] == [
        {"MobileNumber": "13175550101", "SubscriberKey": "c-1", "Attributes": {"Level": "3"}}
    ]


def test_a_lost_answer_is_unknown_for_ever(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    write("mobileNumber\n13175550101\n13175550103\n")
    rehearsal.fault({**SENDS, "nth": 1}, {"cut": "after"})
    args = [*FROM, "--batch-size", "1", "--concurrency", "1"]
    done = mcctl(args)
    assert done.code == 7
    assert [one["outcome"] for one in results()] == ["unknown", "accepted"]
    again = mcctl(args)
    assert again.code == 7
    assert [one["outcome"] for one in results()] == ["unknown", "accepted"]
    assert len(rehearsal.requests("POST")) == 2
    assert sorted(number for number, _ in texts(rehearsal)) == ["13175550101", "13175550103"]


def test_killed_at_any_instant_nobody_gets_a_text_twice(
    mcctl: Mcctl, served: tuple[Rehearsal, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsal, url = served
    for name, value in environment(url).items():
        monkeypatch.setenv(name, value)
    count = 1500
    write("mobileNumber\n" + "".join(f"1317555{n:04d}\n" for n in range(count)))
    rehearsal.fault({**SENDS, "probability": 0.1, "seed": 5}, {"cut": "after"})
    args = [*FROM, "--subscribe", "--keyword", "NTO", "--batch-size", "20", "--concurrency", "2"]
    last = killed_and_run_again(args, kills=3, within=(0.3, 1.0))
    assert last.returncode == 7, last.stderr
    sent = Counter(number for number, _ in texts(rehearsal))
    assert set(sent.values()) == {1}  # nobody twice, known or not
    said = {one["mobileNumber"]: one["outcome"] for one in results()}
    assert len(said) == count
    assert {number for number, outcome in said.items() if outcome == "accepted"} <= set(sent)
    assert set(said) - set(sent) <= {number for number, outcome in said.items() if outcome == "unknown"}


def test_a_number_that_marketing_cloud_refuses_is_found(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write("mobileNumber\n13175550101\n13175550103\n13175550105\n")
    fault = {"status": 400, "body": {"errors": ["Invalid phone number"]}}
    rehearsal.fault({**SENDS, "nth": 1}, fault)
    rehearsal.fault({**SENDS, "nth": 2}, fault)  # of those that the first rule leaves
    done = mcctl([*FROM, "--concurrency", "1"])
    assert done.code == 8
    assert [one["outcome"] for one in results()] == ["refused", "accepted", "accepted"]
    assert len(rehearsal.requests("POST")) == 3


def test_a_bad_message_stops_the_run(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write("mobileNumber\n13175550101\n13175550103\n")
    done = mcctl([*FROM[:2], "OTk6Nzg6MA", *FROM[3:]])
    assert done.code == 5
    assert "Message OTk6Nzg6MA is not valid for the client" in done.stderr
    assert len(rehearsal.requests("POST")) == 1


def test_options_that_do_not_go_together(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write("mobileNumber\n13175550101\n")
    for args, option in (
        ([*FROM, "--to", KNOWN], "--to"),
        (["sms", "send", MESSAGE, "--to", KNOWN, "--shard", "1/2"], "--shard"),
    ):
        done = mcctl(args)
        assert (done.code, done.stderr.split()[1]) == (2, option)
    assert mcctl([*FROM, "--text", "x"]).code == 2
    assert (
        mcctl([*FROM, "--region", "Mars"]).stderr
        == "mcctl: --region 'MARS' is not a country of two letters, such as US\nHint: Nothing was sent\n"
    )
    assert rehearsal.requests() == []


UNSURE = [
    {"status": 505},
    {"status": 303, "headers": {"Location": "/elsewhere"}},
    {"status": 302, "headers": {"Location": "mailto:a@b"}},
    {"status": 200, "body": {"errorcode": 50200, "message": "bad gateway"}},
    {"status": 202, "body": {"tokenId": "abc", "errors": ["13175550103 is not subscribed"]}},
    {"status": 202, "body": {"tokenId": ".."}},
    {"status": 202, "body": {"tokenId": "\ud800"}},
    {"status": 202, "body": {"tokenId": 5, "resultMessages": 5}},
    {"status": 202, "body": {"tokenId": 5, "errors": ["13175550103 is not subscribed"]}},
    {"status": 202, "body": {"tokenId": "abc", "Error": "in part"}},
    {"status": 400, "body": {"tokenId": "abc", "errors": ["Mobile number 13175550103 is not valid."]}},
    {"status": 524},
]


@pytest.mark.parametrize("answer", UNSURE)
def test_what_may_have_been_done_is_unknown_and_never_sent_again(
    mcctl: Mcctl, rehearsal: Rehearsal, answer: dict[str, Any]
) -> None:
    write("mobileNumber\n13175550101\n13175550103\n")
    rehearsal.fault({**SENDS, "times": 2}, answer)
    assert mcctl(["sms", "send", MESSAGE, "--to", KNOWN]).code == 7
    first = mcctl(FROM)
    assert (first.code, {one["outcome"] for one in results()}) == (7, {"unknown"})
    assert mcctl(FROM).code == 7
    assert len(rehearsal.requests("POST")) == 2
    rehearsal.app.judged.clear()


def test_a_scheduled_run_goes_on_after_its_time(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("mobileNumber\n13175550101\n13175550103\n")
    rehearsal.fault({**SENDS, "nth": 2}, {"status": 403, "body": {"message": "no", "errorcode": 20002}})
    args = [*FROM, "--batch-size", "1", "--concurrency", "1", "--send-time", "2030-01-01T00:00Z"]
    assert mcctl(args).code == 4
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]
    monkeypatch.setattr("mcctl.commands.sms.send.past_problem", lambda _time: ["it is past"])
    monkeypatch.setattr("mcctl.commands.sms._send_many.past_problem", lambda _time: ["it is past"])
    done = mcctl(["run", "resume", run_id])
    assert done.code == 0, done.stderr
    assert [one["outcome"] for one in results()] == ["accepted", "accepted"]
    write("mobileNumber\n13175550105\n")
    assert mcctl(args).stderr == "mcctl: it is past\nHint: Nothing was sent\n"


def test_a_number_that_is_sent_to_twice_is_waited_for_once(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]
) -> None:
    write("mobileNumber\n13175550101\n13175550101\n")
    done = mcctl([*FROM, "--allow-duplicates", "--wait"])
    assert (done.code, [one["status"] for one in results()]) == (0, ["Delivered", "Delivered"])
    twice = mcctl(["sms", "send", MESSAGE, "--subscriber", f"a={KNOWN}", "--subscriber", f"b={KNOWN}"])
    assert (twice.code, twice.stderr.splitlines()[0]) == (2, f"mcctl: {KNOWN} is given twice")


def test_a_run_is_told_who_got_nothing(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    write("mobileNumber\n13175550101\n13175550188\n")
    done = mcctl([*FROM, "--wait"])
    assert (done.code, [one["status"] for one in results()]) == (8, ["Delivered", "NotSubscribed"])
    rehearsal.fault(DELIVERIES, {"status": 200, "body": {"status": "Error"}})
    write("mobileNumber\n13175550103\n")
    failed = mcctl([*FROM, "--wait"])
    assert (failed.code, [one["status"] for one in results()]) == (5, ["NotTold"])


def test_a_run_goes_on_waiting(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    write("mobileNumber\n13175550101\n")
    done = mcctl([*FROM, "--wait", "--wait-timeout", "0"])
    assert done.code == 9
    run_id = done.stderr.split()[-1]
    rehearsal.advance(10)
    again = mcctl(["run", "resume", run_id])
    assert (again.code, [one["status"] for one in results()]) == (0, ["Delivered"])
    assert len(rehearsal.requests("POST")) == 1


@pytest.mark.parametrize(
    ("lines", "args", "errors"),
    [
        (['{"mobileNumber": "13175550101"}', '{"mobileNumber": "13175550103", "subscriberKey": "c"}'], [],
         [None, "The line has a subscriberKey, which is not read; say so: --map subscriberKey=subscriberKey"]),
        (["broken", '{"mobileNumber": "13175550103", "subscriberKey": "c"}'], [], ["The line is not valid JSON", None]),
        (['{"mobileNumber": "13175550101"}', '{"mobileNumber": "13175550103", "Id": "c"}'], ["--map", "subscriberKey=Id"],
         ["Id has 0 characters, not 1 to 254", None]),
        (['{"mobileNumber": "13175550101", "subscriberKey": "c", "Tags": ["a"]}'], [], ["The attribute Tags is no text"]),
        (['{"mobileNumber": "13175550101", "mobileNumber": "13175550103"}'], [], ["In the line, 'mobileNumber' is twice in an object"]),
        (['{"mobileNumber": "13175550101"}', '{"mobilenumber": "13175550103", "mobileNumber": "13175550105"}'], [],
         [None, "The line has a mobilenumber, which is not read; say so: --map mobileNumber=mobilenumber"]),
        (['{"Phone": "13175550101", "mobilenumber": 1}'], ["--map", "mobileNumber=Phone"], [None]),
        (['{"mobileNumber": "13175550101"}', '{"mobileNumber": "13175550103", "subscriberkey": "c"}'], [],
         [None, "The line has a subscriberkey, which is not read; say so: --map subscriberKey=subscriberkey"]),
    ],
)  # fmt: skip
def test_lines_that_do_not_fit_together(
    mcctl: Mcctl, rehearsal: Rehearsal, lines: list[str], args: list[str], errors: list[str | None]
) -> None:
    write("\n".join(lines) + "\n", "people.jsonl")
    mcctl(["sms", "send", MESSAGE, "--from", "people.jsonl", "--skip-invalid", "--results", "out.jsonl", *args])
    assert [one["error"] for one in results()] == errors


def test_attributes_of_lines(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    line = {"mobileNumber": KNOWN, "subscriberKey": "c", "Vip": True, "Level": 3, "attributes": {"City": "Reno"}}
    write(json.dumps(line) + "\n", "people.jsonl")
    assert mcctl(["sms", "send", MESSAGE, "--from", "people.jsonl"]).code == 0
    assert body(rehearsal)["Subscribers"][0]["Attributes"] == {"Vip": "true", "Level": "3", "City": "Reno"}


@pytest.mark.parametrize("token", ["two\nlines-of-a-token", "naïve-token-value"])
def test_a_token_that_cannot_be_one_is_not_shown_and_not_sent(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    write("mobileNumber\n13175550101\n")
    monkeypatch.delenv("MCCTL_PROFILE")
    monkeypatch.setenv("MCCTL_REST_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("MCCTL_ACCESS_TOKEN", token)
    done = mcctl(["sms", "send", MESSAGE, "--from", "people.csv"])
    assert (done.code, "holds a line break" in done.stderr, token.strip() in done.stderr) == (4, True, False)
    listed = mcctl(["run", "list", "-o", "json"]).json[0]
    assert (listed["accepted"], listed["unknown"]) == (0, 0)
