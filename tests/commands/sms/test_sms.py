"""`mcctl sms send`, `status` and `history` against the emulator in this process."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.commands.sms._helpers import DELIVERIES, KNOWN, LISTED, MESSAGE, SENDS, body, texts, token_of
from tests.conftest import HeldClock, Mcctl, Rehearsal

WELCOME = [
    "sms", "send", MESSAGE, "--to", "13175551212", "--subscribe", "--resubscribe", "--keyword", "WELCOME", "--override",
    "--text", "Welcome to Salesforce Developers",
]  # fmt: skip


def test_the_welcome_message_is_one_command(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    shown = mcctl([*WELCOME, "--dry-run"])
    assert (shown.code, shown.stderr) == (0, "Dry run: nothing was sent\n")
    assert shown.json["method"] == "POST"
    assert shown.json["url"] == f"http://emulator.localhost/sms/v1/messageContact/{MESSAGE}/send"
    assert shown.json["body"] == {
        "mobileNumbers": ["13175551212"],
        "Subscribe": True,
        "Resubscribe": True,
        "keyword": "WELCOME",
        "Override": True,
        "messageText": "Welcome to Salesforce Developers",
    }
    assert rehearsal.requests() == []
    done = mcctl([*WELCOME, "--wait"])
    assert (done.code, done.stdout) == (0, "13175551212\t4000\tDelivered\tOn the handset\n")
    assert done.stderr.splitlines()[1:] == ["Finished: delivered to 1 of 1 subscribed"]
    assert texts(rehearsal) == [("13175551212", "Welcome to Salesforce Developers")]
    listed = mcctl(["sms", "subscription", "13175551212"]).stdout
    assert listed.split("\t")[:3] == ["13175551212", "12345", "WELCOME"]


def test_numbers_are_sent_as_the_api_wants_them(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    written = ["+1 (317) 555-0101", "44 7400 123456"]
    shown = mcctl(["sms", "send", MESSAGE, *(word for one in written for word in ("--to", one)), "--dry-run"])
    assert shown.json["body"] == {"mobileNumbers": ["13175550101", "447400123456"]}
    shown = mcctl(["sms", "send", MESSAGE, "--to", "(317) 555-0101", "--region", "us", "--dry-run"])
    assert shown.json["body"] == {"mobileNumbers": ["13175550101"]}


def test_subscribers_have_keys_and_attributes(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    args = ["sms", "send", MESSAGE, "--subscriber", f"nto-1001={KNOWN}", "--attr", "FirstName=Amelia"]
    done = mcctl([*args, "--wait"])
    assert done.code == 0
    assert json.loads(rehearsal.requests("POST")[0]["body"]) == {
        "Subscribers": [
            {"MobileNumber": KNOWN, "SubscriberKey": "nto-1001", "Attributes": {"FirstName": "Amelia"}},
        ]
    }
    assert texts(rehearsal) == [(KNOWN, "Welcome to Northern Trail Outfitters, Amelia!")]


FAULTS = [
    (["--to", "1317555ABCD"], ["Number '1317555ABCD' holds more than the digits of a number"]),
    (["--to", "12"], ["Number '12' is not a valid number with its country code"]),
    (["--to", "1.31756E+10"], ["Number '1.31756E+10' holds more than the digits of a number"]),
    (["--to", KNOWN, "--to", f"+{KNOWN}"], [f"{KNOWN} is given twice"]),
    ([], ["Give either --to NUMBER, or --subscriber KEY=NUMBER"]),
    (["--to", KNOWN, "--subscriber", f"a={KNOWN}"], ["Give either --to NUMBER, or --subscriber KEY=NUMBER, not both"]),
    (["--subscriber", KNOWN], [f"--subscriber {KNOWN!r} is not of the form KEY=NUMBER"]),
    (["--to", KNOWN, "--attr", "A=b"], ["--attr goes only with --subscriber"]),
    (["--to", KNOWN, "--keyword", "NTO"], ["--keyword goes only with --subscribe or --resubscribe"]),
    (["--to", KNOWN, "--subscribe"], ["--subscribe and --resubscribe need the keyword to subscribe to: --keyword"]),
    (["--to", KNOWN, "--subscribe", "--keyword", "A B"], ["The keyword 'A B' must be one word without commas"]),
    (["--to", KNOWN, "--override"], ["--override needs a text: --text"]),
    (["--to", KNOWN, "--text", "x"], ["--text goes only with --override: it takes the place of the message's own text"]),
    (["--to", KNOWN, "--send-time", "2020-01-01"], ["--send-time 2020-01-01 00:00 UTC is past; leave it out to send at once"]),
    (["--to", KNOWN, "--send-time", "soon"], ["--send-time 'soon' is no time, such as 2026-12-01T09:00Z"]),
    (["--to", KNOWN, "--blackout", "2200-0700"],
     ["--blackout and --utc-offset go together: Marketing Cloud ignores a window without offset"]),
    (["--to", KNOWN, "--blackout", "9-17", "--utc-offset", "-5"],
     ["--blackout '9-17' is no window START-END, such as 2200-0700", "--utc-offset '-5' is no offset, such as -0500"]),
    (["--to", KNOWN, "--content-url", "ftp://x"], ["--content-url 'ftp://x' is not a URL of a picture or film, such as https://..."]),
    (["--to", "x", "--keyword", "NTO", "--text", "t", "--blackout", "1"], [
        "Number 'x' holds more than the digits of a number",
        "--keyword goes only with --subscribe or --resubscribe",
        "--text goes only with --override: it takes the place of the message's own text",
        "--blackout and --utc-offset go together: Marketing Cloud ignores a window without offset",
        "--blackout '1' is no window START-END, such as 2200-0700"]),
]  # fmt: skip


@pytest.mark.parametrize(("args", "problems"), FAULTS, ids=lambda value: " ".join(value)[:60] if value else "none")
def test_every_fault_is_told_before_anything_leaves(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], problems: list[str]
) -> None:
    done = mcctl(["sms", "send", MESSAGE, *args, "-o", "json"])
    assert (done.code, done.stdout) == (2, "")
    assert [done.error["message"], *done.error["details"]] == problems
    assert rehearsal.requests() == []


def test_more_than_a_request_takes_goes_into_a_file(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    numbers = [word for n in range(251) for word in ("--to", f"1317555{n:04d}")]
    done = mcctl(["sms", "send", MESSAGE, *numbers])
    assert (done.code, done.stderr.splitlines()[0]) == (
        2,
        "mcctl: A request takes 250 recipients at most; put more into a file: --from FILE",
    )
    assert rehearsal.requests() == []


def test_the_emulator_refuses_them_too(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    path = f"/sms/v1/messageContact/{MESSAGE}/send"
    Path("many.json").write_text(json.dumps({"mobileNumbers": [f"1317555{n:04d}" for n in range(251)]}))
    done = mcctl(["api", "POST", path, "--input", "many.json", "-o", "json"])
    assert done.code == 5
    assert done.error["message"] == (
        f"Marketing Cloud answered POST {path} with: The count of mobile numbers or subscribers cannot exceed 250 "
        "(HTTP 400)"
    )


def test_what_marketing_cloud_refuses_is_told_line_by_line(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    given = {"mobileNumbers": ["1-317"], "Subscribers": [], "Subscribe": "true", "messageText": "x"}
    Path("bad.json").write_text(json.dumps(given))
    path = f"/sms/v1/messageContact/{MESSAGE}/send"
    done = mcctl(["api", "POST", path, "--input", "bad.json"])
    assert done.code == 5
    assert done.stderr.splitlines() == [
        f"mcctl: Marketing Cloud answered POST {path} with: An array of mobile numbers and an array of subscribers "
        "cannot be provided at the same time (HTTP 400)",
        "  Keyword cannot be blank when Subscribe or Resubscribe are true.",
        "  MessageText is not applicable when Override is false.",
    ]
    done = mcctl(["sms", "send", MESSAGE, "--to", KNOWN, "--subscribe", "--keyword", "NOSUCH"])
    assert (done.code, done.stderr) == (
        5,
        f"mcctl: Marketing Cloud answered POST {path} with: Keyword NOSUCH is invalid for the code on the message "
        "(HTTP 400)\n",
    )
    assert mcctl(["sms", "send", "OTk6Nzg6MA", "--to", KNOWN]).stderr.startswith(
        "mcctl: Marketing Cloud answered POST /sms/v1/messageContact/OTk6Nzg6MA/send with: Message OTk6Nzg6MA is not "
        "valid for the client"
    )
    assert "Message id ÿ is not valid" in mcctl(["sms", "send", "ÿ", "--to", KNOWN]).stderr


def test_who_has_not_opted_in_gets_nothing(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    done = mcctl(["sms", "send", MESSAGE, "--to", KNOWN, "--to", "13175551212", "--wait"])
    assert done.code == 8
    assert done.stdout == f"{KNOWN}\t4000\tDelivered\tOn the handset\n"
    assert done.stderr.splitlines()[1:] == [
        "mcctl: Delivered to 1 of 2 recipients",
        "  13175551212: not sent to; only numbers that are subscribed to the code are",
        "Hint: Who is subscribed: mcctl sms subscription NUMBER",
    ]
    assert [number for number, _ in texts(rehearsal)] == [KNOWN]
    assert mcctl(["sms", "send", MESSAGE, "--to", "13175551212", "--wait"]).code == 5


def test_codes_come_out_of_order_and_are_told_in_words(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    numbers = ["15005551500", "15005552600", "15005554500", "15005554000"]
    to = [word for number in numbers for word in ("--to", number)]
    done = mcctl(["sms", "send", MESSAGE, *to, "--subscribe", "--keyword", "NTO", "--wait", "-o", "json"])
    assert done.code == 8
    assert [row["standardStatusCode"] for row in done.json["tracking"] if row["mobileNumber"] == numbers[2]] == [
        "2000", "3001", "4500", "3000",
    ]  # fmt: skip
    assert json.loads("".join(done.stderr.splitlines(keepends=True)[1:]))["error"]["details"] == [
        "15005551500: 1500 QueueFailureToSfmcSendService: Could not be queued; send it again",
        "15005552600: 2600 ThrottledToAggregator: The aggregator had no capacity, retries included",
        "15005554500: 4500 Undeliverable: Could not be delivered to the handset",
    ]


def test_status_and_history(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    sent = mcctl(["sms", "send", MESSAGE, "--to", KNOWN])
    token = token_of(sent.stdout)
    assert sent.stderr == f"Accepted\nNext: mcctl sms status {token} --message {MESSAGE}\n"
    status = ["sms", "status", token, "--message", MESSAGE]
    assert mcctl(status).stderr == "New: 1 recipient\n"
    rehearsal.advance(1.1)
    assert mcctl(status).stdout.split("\t")[1:3] == ["2000", "DeliveredToAggregator"]
    rehearsal.advance(2.0)
    assert mcctl(status).stdout == f"{KNOWN}\t4000\tDelivered\tOn the handset\n"
    assert mcctl([*status, "-o", "json"]).json["status"] == "Started"
    done = mcctl([*status, "--wait", "-q", "status"])
    assert (done.code, done.stdout) == (0, "Finished\n")
    told = mcctl(["sms", "history", f"+{KNOWN}", "--message", MESSAGE, "--token", token])
    assert told.stdout.split("\t")[1:] == ["to handset", "Welcome to Northern Trail Outfitters, !\n"]
    other = mcctl(["sms", "history", "13175550199", "--message", MESSAGE, "--token", token])
    assert (other.code, other.stderr) == (
        0,
        "Nothing went to 13175550199 in this send; who is subscribed: mcctl sms subscription NUMBER\n",
    )
    unknown = mcctl(["sms", "status", "Mjg6Nzk6MA", "--message", MESSAGE])
    assert (unknown.code, "Token id Mjg6Nzk6MA is not valid for this client" in unknown.stderr) == (5, True)
    assert mcctl(["sms", "history", "x", "--message", MESSAGE, "--token", token]).code == 2


def test_that_nobody_is_subscribed_is_told_later_too(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    token = token_of(mcctl(["sms", "send", MESSAGE, "--to", "13175550199"]).stdout)
    rehearsal.advance(10)
    status = ["sms", "status", token, "--message", MESSAGE]
    nobody = "Nobody who was sent to is subscribed to the code"
    told = mcctl(status)
    assert (told.code, told.stderr.splitlines()) == (
        0,
        ["Finished: 0 recipients", f"{nobody}. Who is subscribed: mcctl sms subscription NUMBER"],
    )
    waited = mcctl([*status, "--wait"])
    assert (waited.code, waited.stderr.splitlines()[0]) == (5, f"mcctl: {nobody}")


def test_a_dry_run_can_be_queried(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["sms", "send", MESSAGE, "--to", KNOWN, "--dry-run", "-q"]
    assert mcctl([*args, "body"]).json == {"mobileNumbers": [KNOWN]}
    assert mcctl([*args, "method"]).stdout == '"POST"\n'


def test_a_send_that_is_not_over_when_the_wait_ends(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    args = ["sms", "send", MESSAGE, "--to", "15005553000", "--subscribe", "--keyword", "NTO"]
    done = mcctl([*args, "--wait", "--wait-timeout", "20"])
    assert done.code == 9
    assert done.stdout == "15005553000\t3001\tSentToCarrier\tAt the carrier, which has not accepted it yet\n"
    assert done.stderr.splitlines()[-2] == "mcctl: Not all is known after 20 s"


def test_send_time_and_blackout(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["sms", "send", MESSAGE, "--to", KNOWN, "--send-time", "2030-12-01T23:30-05:00"]
    window = ["--blackout", "22:00-07:00", "--utc-offset", "-05:00"]
    done = mcctl([*args, *window])
    assert done.code == 0
    assert body(rehearsal) == {
        "mobileNumbers": [KNOWN],
        "SendTime": "2030-12-02 04:30",
        "blackoutWindow": {"UtcOffset": "-0500", "WindowStart": "2200", "WindowEnd": "0700"},
    }
    status = ["sms", "status", token_of(done.stdout), "--message", MESSAGE, "-o", "json", "-q", "status"]

    until = datetime(2030, 12, 2, 12, 0, 0, tzinfo=UTC).timestamp() - datetime.now(UTC).timestamp()
    rehearsal.advance(until - 60)  # within the window, long after the send time
    assert mcctl(status).json == "New"
    rehearsal.advance(63)
    assert mcctl(status).json == "Started"


def test_an_mms(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["sms", "send", MESSAGE, "--to", KNOWN, "--content-url", "https://nto.example/a.png"]).code == 0
    rehearsal.advance(2)
    assert rehearsal.outbox()[0]["media"] == "https://nto.example/a.png"


@pytest.mark.parametrize(
    "answer", [{"cut": "after"}, {"status": 500}, {"status": 202, "body": {}}, {"status": 202, "body": "ok"}]
)
def test_a_lost_answer_is_never_repeated(mcctl: Mcctl, rehearsal: Rehearsal, answer: dict[str, Any]) -> None:
    rehearsal.fault({**SENDS, "nth": 1}, answer)
    done = mcctl(["sms", "send", MESSAGE, "--to", KNOWN])
    assert done.code == 7
    assert done.stderr.splitlines()[-1] == (
        "Hint: Find out before you run it again: in MobileConnect, since no route lists what was sent"
    )
    assert len(rehearsal.requests("POST")) == 1


def test_a_refused_attempt_is_repeated(mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]) -> None:
    rehearsal.fault({**SENDS, "nth": 1}, {"status": 429, "headers": {"Retry-After": "3"}})
    assert mcctl(["sms", "send", MESSAGE, "--to", KNOWN]).code == 0
    assert (len(rehearsal.requests("POST")), naps) == (2, [3.0])


@pytest.mark.parametrize(
    "number", ["491601234567.0", "436641234567.0", "4.9E11", "１３１７５５５０１０１", "1317555010١"]
)
def test_what_a_spreadsheet_or_another_script_makes_of_a_number_is_refused(
    mcctl: Mcctl, rehearsal: Rehearsal, number: str
) -> None:
    done = mcctl(["sms", "send", MESSAGE, "--to", number])
    assert (done.code, "holds more than the digits of a number" in done.stderr) == (2, True)


ROW = {"mobileNumber": KNOWN, "standardStatusCode": "4000"}


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"status": "Finished", "count": "1", "tracking": [ROW]}, 0),
        ({"status": "Finished", "count": 1, "tracking": [{**ROW, "mobileNumber": "13175550199"}]}, 5),
        ({"status": "Finished", "count": "1", "tracking": [{**ROW, "standardStatusCode": "4500"}]}, 5),
        ({"status": "Finished", "tracking": [{**ROW, "standardStatusCode": "4503"}]}, 5),
        ({"status": "Finished", "tracking": []}, 5),
        ({"status": "Finished", "count": 0}, 5),
        ({"status": "Error", "count": 1, "tracking": 5}, 5),
        ({"status": "Finished", "count": 2, "tracking": [ROW]}, 9),
        ({"status": "Started", "count": 1, "tracking": [ROW]}, 9),
        ({"status": "Finished", "count": 1, "tracking": [{**ROW, "standardStatusCode": "9999"}]}, 9),
        ({"status": "Finished", "count": "1" * 5_000, "tracking": []}, 5),
        ([], 9),
    ],
)  # fmt: skip
def test_0_means_that_all_have_got_it(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float], answer: Any, code: int
) -> None:
    rehearsal.fault(DELIVERIES, {"status": 200, "body": answer})
    done = mcctl(["sms", "send", MESSAGE, "--to", KNOWN, "--wait", "--wait-timeout", "3"])
    assert done.code == code, done.stderr
    rehearsal.app.judged.clear()


def test_a_status_route_that_is_down_does_not_hide_the_acceptance(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float], naps: list[float]
) -> None:
    rehearsal.fault({"method": "GET", "path": "/sms/"}, {"status": 503})
    args = ["sms", "import-send", MESSAGE, "--keyword", "NTO", "--file-name", "hikers.csv", "--wait"]
    done = mcctl(args)
    token = done.stderr.splitlines()[0].split()[-1]
    assert (done.code, done.stderr.splitlines()[-1]) == (9, f"Hint: mcctl sms import-send-status {token} --wait")
    assert mcctl(["sms", "import-send-status", token, "--wait"]).code == 6
    sent = mcctl(["sms", "send", MESSAGE, "--to", KNOWN, "--wait"])
    assert (sent.code, "cannot be asked now" in sent.stderr) == (9, True)


def test_interrupted_while_waiting(mcctl: Mcctl, rehearsal: Rehearsal, clock: HeldClock) -> None:
    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    clock.instead = interrupt
    done = mcctl(["sms", "send", MESSAGE, "--to", KNOWN, "--wait"])
    token = done.stderr.split()[2]
    assert (done.code, done.stderr.splitlines()[1:]) == (
        130,
        [
            "mcctl: Interrupted while waiting",
            f"Hint: It was accepted: mcctl sms status {token} --message {MESSAGE} --wait",
        ],
    )


def test_interrupted_in_a_pause_while_waiting(mcctl: Mcctl, rehearsal: Rehearsal, clock: HeldClock) -> None:
    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    rehearsal.fault(DELIVERIES, {"status": 503})
    clock.instead = interrupt
    done = mcctl(["sms", "send", MESSAGE, "--to", KNOWN, "--wait"])
    assert (done.code, done.stderr.splitlines()[1]) == (130, "mcctl: Interrupted while waiting")


@pytest.mark.parametrize(
    "args",
    [
        ["sms", "send", MESSAGE, "--to", KNOWN, "--content-url", "http://[x"],
        ["sms", "send", MESSAGE, "--to", KNOWN, "--send-time", "0001-01-01T00:00+14:00"],
        ["sms", "send", MESSAGE, "--to", KNOWN, "--override", "--text", "\udcff"],
        ["sms", "send", "\udcff", "--to", KNOWN],
        ["sms", "send", MESSAGE, "--to", KNOWN, "--blackout", "1٢00-0700", "--utc-offset", "+0100"],
        ["sms", "send", MESSAGE, "--from", "people.csv", "--format", "bogus"],
        ["sms", "queue-mo", "--number", KNOWN, "--short-code", "", "--text", "x"],
        ["sms", "import-send", MESSAGE, "--keyword", " ", "--file-name", "x"],
        ["sms", "import-send", MESSAGE, "--keyword", "NTO", "--data-extension", "x", "--no-header"],
        ["emulator", "file", "list", "--business-unit", "9" * 30],
        ["emulator", "clock", "--advance", "999999999d"],
        ["chat", "send", "line", "--sender", "1", "--to", "U", "--image", "https://[x", "--alt-url", "https://x.io"],
        ["auth", "login", "--type", "personalization", "--org", "1", "--rest-url", "https://[x", "--key-file", "-"],
    ],
)
def test_input_that_makes_no_sense_is_exit_2(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str]) -> None:
    Path("people.csv").write_text("mobileNumber\n13175550101\n")
    assert mcctl(args, stdin="k").code == 2
    assert rehearsal.requests() == []


def test_in_production_many_are_confirmed(
    mcctl: Mcctl, served: tuple[Rehearsal, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    args = [
        "auth",
        "login",
        "--auth-url",
        served[1],
        "--rest-url",
        served[1],
        "--client-id",
        "emulator",
        "--production",
    ]
    assert mcctl([*args, "--client-secret-file", "-"], stdin="emulator").code == 0
    monkeypatch.setattr("mcctl.session.is_loopback", lambda _url: False)
    some = ["sms", "send", MESSAGE, "--to", KNOWN, "--to", "13175550103"]
    assert mcctl(some).code == 2
    assert mcctl([*some, "--yes"]).code == 0
    lists = ["sms", "list-send", LISTED]
    asked = mcctl([*lists, "--yes"])
    assert (asked.code, asked.stderr.splitlines()[-1]) == (2, f"Hint: Say it on the command line: --confirm {LISTED}")
    assert mcctl([*lists, "--confirm", LISTED]).code == 0


def test_a_poll_that_is_not_permitted_does_not_hide_the_acceptance(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]
) -> None:
    rehearsal.fault(DELIVERIES, {"status": 403, "body": {"message": "Insufficient privileges", "errorcode": 20002}})
    assert mcctl(["sms", "send", MESSAGE, "--to", KNOWN, "--wait"]).code == 9
    Path("people.csv").write_text("mobileNumber\n13175550101\n")
    bulk = mcctl(["sms", "send", MESSAGE, "--from", "people.csv", "--wait"])
    assert (bulk.code, "All was sent, but how it goes on cannot be asked now" in bulk.stderr) == (9, True)


def test_a_region_is_one_fault_among_others(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["sms", "send", MESSAGE, "--to", KNOWN, "--region", "xx", "--keyword", "K", "-o", "json"])
    assert [done.error["message"], *done.error["details"]] == [
        "--region 'XX' is not a country of two letters, such as US",
        "--keyword goes only with --subscribe or --resubscribe",
    ]
    assert mcctl(["sms", "subscription", "--subscriber", "c-1", "--region", "XX"]).code == 2


def test_keywords_are_listed_whatever_pages_do(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    listed = mcctl(["sms", "keyword", "list"]).stdout.splitlines()
    assert [line.split("\t")[:3] for line in listed] == [
        [word, "12345", "Active"] for word in ("BREWS", "NTO", "TRAILS", "WELCOME")
    ]
    assert len(mcctl(["sms", "keyword", "list", "--limit", "2", "-o", "json"]).json) == 2
    page = {"startIndex": 0, "itemsPerPage": 50, "totalResults": 99, "entry": [{"keyword": "A"}] * 50}
    rehearsal.fault({"path": "/mobile/keyword"}, {"status": 200, "body": page})
    assert len(mcctl(["sms", "keyword", "list", "-o", "json"]).json) == 50
