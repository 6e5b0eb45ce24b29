"""`mcctl sms` against the emulator in this process."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal, environment, killed_and_run_again

MESSAGE, LISTED = "MzA6Nzg6MA", "MzE6Nzg6MA"
HIKERS, QUIET = "MTIzOjYzOjA", "MTI0OjYzOjA"
KNOWN = "13175550101"  # subscribed to NTO from the beginning
WELCOME = [
    "sms", "send", MESSAGE, "--to", "13175551212", "--subscribe", "--resubscribe", "--keyword", "WELCOME", "--override",
    "--text", "Welcome to Salesforce Developers",
]  # fmt: skip
SENDS = {"method": "POST", "path": "/messageContact/"}


def texts(rehearsal: Rehearsal) -> list[tuple[str, str]]:
    """Return number and text of everything in the outbox."""
    rehearsal.advance(2)
    return [(one["to"], one["text"]) for one in rehearsal.outbox()]


def token_of(stdout: str) -> str:
    return stdout.split()[-1]


def body(rehearsal: Rehearsal) -> Any:
    return json.loads(rehearsal.requests("POST")[-1]["body"])


# ---------------------------------------------------------------------- send


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
    assert done.stderr.splitlines()[1:] == ["Finished: 1 of 1 recipient delivered"]
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
        "--blackout and --utc-offset go together: Marketing Cloud ignores a window without offset"]),
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
    rehearsal.advance(1.5)
    assert mcctl(status).stdout.split("\t")[1:3] == ["2000", "DeliveredToAggregator"]
    rehearsal.advance(2.2)
    assert mcctl(status).stdout == f"{KNOWN}\t4000\tDelivered\tOn the handset\n"
    assert mcctl([*status, "-o", "json"]).json["status"] == "Started"
    done = mcctl([*status, "--wait", "-q", "status"])
    assert (done.code, done.stdout) == (0, "Finished\n")
    told = mcctl(["sms", "history", f"+{KNOWN}", "--message", MESSAGE, "--token", token])
    assert told.stdout.split("\t")[1:] == ["to handset", "Welcome to Northern Trail Outfitters, !\n"]
    unknown = mcctl(["sms", "status", "Mjg6Nzk6MA", "--message", MESSAGE])
    assert (unknown.code, "Token id Mjg6Nzk6MA is not valid for this client" in unknown.stderr) == (5, True)
    assert mcctl(["sms", "history", "x", "--message", MESSAGE, "--token", token]).code == 2


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
    from datetime import UTC, datetime

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


# ---------------------------------------------------------------------- opt-in, played through


def hear(mcctl: Mcctl, text: str, number: str = "13175551212") -> str:
    done = mcctl(["sms", "queue-mo", "--number", number, "--short-code", "12345", "--text", text])
    assert done.code == 0, done.stderr
    return done.stdout.split("\t")[0]


def keywords(mcctl: Mcctl, number: str = "13175551212") -> list[str]:
    return [line.split("\t")[2] for line in mcctl(["sms", "subscription", number]).stdout.splitlines()]


def test_single_opt_in(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    token = hear(mcctl, "welcome")
    assert keywords(mcctl) == ["WELCOME"]
    assert [one["text"] for one in rehearsal.outbox()] == ["You are subscribed to WELCOME. Reply STOP to end it."]
    told = mcctl(["sms", "queue-mo-status", token]).stdout.splitlines()
    assert [line.split("\t")[1:] for line in told] == [
        ["from handset", "welcome"],
        ["to handset", "You are subscribed to WELCOME. Reply STOP to end it."],
    ]
    rehearsal.advance(3)
    codes = mcctl(["sms", "queue-mo-status", token, "--deliveries", "-o", "json"]).json["tracking"]
    assert codes[-1] == {"mobileNumber": "13175551212", "statusCode": "0", "message": "Delivered to handset"}
    assert hear(mcctl, "WELCOME")
    assert rehearsal.outbox()[-1]["text"] == "You are subscribed to WELCOME already."


def test_double_opt_in(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    hear(mcctl, "TRAILS")
    assert keywords(mcctl) == []
    assert mcctl(["sms", "send", MESSAGE, "--to", "13175551212", "--wait"]).code == 5
    hear(mcctl, "perhaps")
    assert keywords(mcctl) == []
    hear(mcctl, "yes")
    assert keywords(mcctl) == ["TRAILS"]
    assert [text for _, text in texts(rehearsal)] == [
        "Reply YES to get texts of TRAILS from Northern Trail Outfitters.",
        "Reply YES to get texts of TRAILS from Northern Trail Outfitters.",
        "You are subscribed to TRAILS. Reply STOP to end it.",
    ]
    assert mcctl(["sms", "send", MESSAGE, "--to", "13175551212", "--wait"]).code == 0


@pytest.mark.parametrize(
    ("answers", "subscribed", "last"),
    [
        (["Y", "1990-12-31"], ["BREWS"], "You are subscribed to BREWS. Reply STOP to end it."),
        (["YES", "12/31/1990"], ["BREWS"], "You are subscribed to BREWS. Reply STOP to end it."),
        (["YES", "2020-01-01"], [], "Sorry, you are too young to get these texts."),
        (["YES", "long ago"], [], "How old are you? Reply with your birth date, such as 1990-12-31."),
        (["1990-12-31"], [], "Reply YES to get texts of BREWS from Northern Trail Outfitters."),
    ],
)
def test_double_opt_in_with_age_confirmation(
    mcctl: Mcctl, rehearsal: Rehearsal, answers: list[str], subscribed: list[str], last: str
) -> None:
    hear(mcctl, "BREWS")
    for answer in answers:
        hear(mcctl, answer)
    assert keywords(mcctl) == subscribed
    assert rehearsal.outbox()[-1]["text"] == last


def test_stop_and_resubscribe(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    hear(mcctl, "WELCOME")
    hear(mcctl, "stop")
    done = mcctl(["sms", "subscription", "13175551212"])
    assert (done.code, done.stdout, done.stderr) == (0, "", "13175551212 is not subscribed to anything\n")
    args = ["sms", "send", MESSAGE, "--to", "13175551212", "--keyword", "WELCOME", "--wait"]
    assert mcctl([*args, "--subscribe"]).code == 5  # who has left is not brought back by it
    assert mcctl([*args, "--resubscribe"]).code == 0
    assert keywords(mcctl) == ["WELCOME"]
    hear(mcctl, "help")
    hear(mcctl, "what")
    assert [one["text"] for one in rehearsal.outbox()][-2:] == [
        "12345 is Northern Trail Outfitters. Reply STOP to end it.",
        "12345 does not know this keyword. Reply HELP for help.",
    ]


def test_texts_of_subscribers(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["sms", "queue-mo", "--subscriber", "c-9=13175551212", "--short-code", "12345", "--text", "NTO"]
    done = mcctl([*args, "-o", "json"])
    assert done.json[0]["subscribers"] == [{"mobilenumber": "13175551212", "subscriberkey": "c-9"}]
    assert mcctl(["sms", "subscription", "--subscriber", "c-9"]).stdout.split("\t")[2] == "NTO"
    wrong = mcctl(["sms", "queue-mo", "--number", KNOWN, "--short-code", "999", "--text", "NTO"])
    assert (wrong.code, "Short code 999 is not valid for the client" in wrong.stderr) == (5, True)
    assert mcctl(["sms", "queue-mo", "--short-code", "12345", "--text", "NTO"]).code == 2


# ---------------------------------------------------------------------- lists, keywords, imports


def test_a_send_to_lists(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    done = mcctl(["sms", "list-send", LISTED, "--wait"])
    assert done.code == 0
    assert done.stdout == "13175550101\t0\t\tDelivered to handset\n13175550103\t0\t\tDelivered to handset\n"
    assert done.stderr.splitlines()[1:] == ["Finished: 2 recipients"]
    args = ["--list", HIKERS, "--exclude", QUIET, "--override", "--text", "Snow!", "--allow-duplicates"]
    sent = mcctl(["sms", "list-send", LISTED, *args])
    assert body(rehearsal) == {
        "TargetListIds": [HIKERS],
        "OverrideTemplateTargetLists": True,
        "ExclusionListIds": [QUIET],
        "OverrideTemplateExclusionLists": True,
        "OverrideMessageText": True,
        "allowDuplication": True,
        "MessageText": "Snow!",
    }
    rehearsal.advance(2)
    assert rehearsal.outbox()[-1]["text"] == "Snow!"
    token = token_of(sent.stdout)
    asked = mcctl(["sms", "list-send-report", token, "--message", LISTED, "--file-name", "snow.csv"])
    assert (asked.code, asked.stderr) == (0, "Asked for snow.csv in the FTP reports folder\n")
    assert mcctl(["emulator", "file", "show", "snow.csv"]).stdout.splitlines()[1:] == [
        "13175550101,nto-1001,3001",
        "13175550103,nto-1003,3001",
    ]
    assert mcctl(["sms", "list-send-status", token, "--message", LISTED, "--wait"]).code == 0


def test_what_is_wrong_with_a_send_to_lists(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["--exclude", QUIET, "--ignore-exclusions", "--text", "x", "--send-time", "x"]
    done = mcctl(["sms", "list-send", LISTED, *args, "-o", "json"])
    assert done.code == 2
    assert [done.error["message"], *done.error["details"]] == [
        "--exclude does not go with --ignore-exclusions",
        "--text goes only with --override: it takes the place of the message's own text",
        "--send-time 'x' is no time, such as 2026-12-01T09:00Z",
    ]
    refused = mcctl(["sms", "list-send", "MzI6Nzg6MA", "--list", "OTk6NjM6MA"])
    assert refused.code == 5
    assert refused.stderr.splitlines()[0].endswith("The Message must be in Active status in order to send (HTTP 400)")
    assert refused.stderr.splitlines()[1] == "  Target list id [OTk6NjM6MA] is invalid."


def test_a_send_to_lists_of_a_tenant_is_asked_about(mcctl: Mcctl, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MCCTL_SUBDOMAIN", "mc563885gzs27c5t9-63k636ttgm")
    monkeypatch.setenv("MCCTL_CLIENT_ID", "x")
    monkeypatch.setenv("MCCTL_CLIENT_SECRET", "y")
    done = mcctl(["sms", "list-send", LISTED, "--list", HIKERS])
    assert (done.code, done.stderr) == (
        2,
        f"mcctl: Send {LISTED} to all members of 1 list? Nobody can be asked here\nHint: Say it on the command line: --yes\n",
    )


def test_keywords(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    made = mcctl(["sms", "keyword", "create", "TrailMix", "--short-code", "12345", "--country", "us", "-o", "json"])
    assert (made.code, made.stderr) == (0, "Reserved TrailMix\n")
    assert body(rehearsal) == {"shortCode": "12345", "keyword": "TrailMix", "countryCode": "US"}
    again = mcctl(["sms", "keyword", "create", "TRAILMIX", "--short-code", "12345", "--country", "US"])
    assert (again.code, "Keyword TRAILMIX already exists on 12345" in again.stderr) == (5, True)
    assert mcctl(["sms", "keyword", "create", "SNOW", "--long-code", "13175550100"]).code == 0
    assert (
        "Keyword STOP is reserved" in mcctl(["sms", "keyword", "create", "STOP", "--long-code", "13175550100"]).stderr
    )
    hear(mcctl, "trailmix")
    assert keywords(mcctl) == ["TRAILMIX"]
    delete = ["sms", "keyword", "delete", "trailmix", "--short-code", "12345", "--country", "US"]
    assert mcctl(delete).code == 2
    assert mcctl([*delete, "--yes"]).stderr == "Deleted keyword trailmix\n"
    assert mcctl([*delete, "--yes"]).code == 3
    by_id = mcctl(["sms", "keyword", "create", "MAPS", "--long-code", "13175550100", "-o", "json"]).json["KeywordId"]
    assert mcctl(["sms", "keyword", "delete", by_id, "--id", "--yes"]).code == 0
    assert rehearsal.requests("DELETE")[-1]["path"] == f"/sms/v1/keyword/{by_id}"
    assert made.json["KeywordId"] != by_id


def test_what_is_wrong_with_a_keyword(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["sms", "keyword", "create", "A, B", "--short-code", "1", "--long-code", "2", "-o", "json"])
    assert [done.error["message"], *done.error["details"]] == [
        "The keyword 'A, B' must be one word without commas",
        "Give either --short-code with --country, or --long-code",
        "--short-code and --country go together",
    ]
    assert mcctl(["sms", "keyword", "delete", "x", "--id", "--long-code", "1"]).code == 2
    assert "two letters" in mcctl(["sms", "keyword", "create", "A", "--short-code", "1", "--country", "U1"]).stderr
    assert rehearsal.requests() == []


@pytest.mark.parametrize("path", ["SNOW/13175550100", "NTO/12345/US", "NTO/12345/us"])
def test_keywords_of_a_path_are_deleted_too(mcctl: Mcctl, rehearsal: Rehearsal, path: str) -> None:
    assert mcctl(["sms", "keyword", "create", "SNOW", "--long-code", "13175550100"]).code == 0
    assert mcctl(["api", "DELETE", f"/sms/v1/keyword/{path}"]).code == 0


def test_import_into_a_list(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    args = ["sms", "import", HIKERS, "--file-name", "hikers.csv", "--short-code", "12345", "--keyword", "NTO"]
    done = mcctl([*args, "--notify", "ada@nto.example", "--wait", "-o", "json"])
    assert (done.code, done.json["status"], done.json["type"]) == (0, "Completed", "Import")
    assert json.loads(rehearsal.requests("POST")[0]["body"]) == {
        "shortCode": "12345",
        "keyword": "NTO",
        "sendEmailNotification": True,
        "emailAddress": "ada@nto.example",
        "fileName": "hikers.csv",
        "fileType": "csv",
        "isFirstRowHeader": True,
        "importMappingType": "InferFromColumnHeadings",
    }
    assert keywords(mcctl, "13175550121") == ["NTO"]
    assert mcctl(["sms", "list-send", LISTED, "--wait"]).stderr.splitlines()[-1] == "Finished: 4 recipients"


def test_import_by_number_and_by_name(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    Path("plain.csv").write_text("13175550131,x-1\nnone,x-2\n")
    assert mcctl(["emulator", "file", "add", "plain.csv"]).stderr == "Added plain.csv\n"
    assert mcctl(["emulator", "file", "list"]).stdout == "hikers.csv\t106\nplain.csv\t25\n"
    fields = ["--field", "_MobileNumber=0", "--field", "_SubscriberKey=1"]
    started = mcctl(["sms", "import", HIKERS, "--file-name", "plain.csv", "--no-header", *fields])
    assert body(rehearsal)["fieldMaps"] == [
        {"destination": "_MobileNumber", "ordinal": 0},
        {"destination": "_SubscriberKey", "ordinal": 1},
    ]
    token = token_of(started.stdout)
    assert started.stderr == f"Started\nNext: mcctl sms import-status {token} --list {HIKERS}\n"
    assert mcctl(["sms", "import-status", token, "--list", HIKERS]).stdout.splitlines()[1] == "STATUS\tProcessing"
    assert mcctl(["sms", "import-status", token, "--list", HIKERS, "--wait"]).code == 0
    mapped = [
        "sms",
        "import",
        HIKERS,
        "--file-name",
        "hikers.csv",
        "--field",
        "_MobileNumber=MobileNumber",
        "--dry-run",
    ]
    assert mcctl(mapped).json["body"]["importMappingType"] == "ManualMap"
    failed = mcctl(["sms", "import", HIKERS, "--file-name", "none.csv", "--wait"])
    assert (failed.code, failed.stderr.splitlines()[1]) == (5, "mcctl: It ended as Failed")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--no-header"], "Without a header the columns must be told by number: --field _MobileNumber=0"),
        (
            ["--no-header", "--field", "A=B"],
            "Without a header the columns must be told by number: --field _MobileNumber=0",
        ),
        (["--field", "A"], "--field is of the form NAME=COLUMN, such as _MobileNumber=Phone"),
        (["--keyword", "NTO"], "--keyword and --short-code go together"),
        (["--field", "A=0", "--field", "B=Name"], "--field tells columns either all by number or all by name"),
        (["--notify", "ada"], "--notify: 'ada' is not an e-mail address"),
    ],
)
def test_what_is_wrong_with_an_import(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], message: str) -> None:
    done = mcctl(["sms", "import", HIKERS, "--file-name", "a.csv", *args])
    assert (done.code, done.stderr) == (2, f"mcctl: {message}\nHint: Nothing was sent\n")
    assert rehearsal.requests() == []


def test_refresh_a_list(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    started = mcctl(["sms", "refresh-list", HIKERS, "-o", "json"])
    assert set(started.json) == {"tokenId", "lastPublishDate"}
    status = ["sms", "refresh-list-status", started.json["tokenId"], "--list", HIKERS]
    assert mcctl([*status, "-o", "json"]).json == {"tokenId": started.json["tokenId"]}
    assert mcctl([*status, "--wait", "--wait-timeout", "0"]).code == 9
    assert mcctl([*status, "--wait"]).code == 0
    assert mcctl(["sms", "refresh-list", HIKERS, "--wait"]).code == 0
    assert mcctl(["sms", "refresh-list", "OTk6NjM6MA"]).code == 5


def test_import_and_send_in_one(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    args = [
        "sms",
        "import-send",
        MESSAGE,
        "--keyword",
        "NTO",
        "--file-name",
        "hikers.csv",
        "--override",
        "--text",
        "Hello hikers",
    ]
    done = mcctl([*args, "--wait", "-o", "json"])
    assert done.code == 0
    assert {name: done.json[name] for name in ("status", "source", "inserted", "updated", "invalid")} == {
        "status": "Complete", "source": "hikers.csv", "inserted": 2, "updated": 0, "invalid": 0,
    }  # fmt: skip
    assert json.loads(rehearsal.requests("POST")[0]["body"]) == {
        "messageId": MESSAGE,
        "keyword": "NTO",
        "override": True,
        "overrideText": "Hello hikers",
        "isDuplicationAllowed": False,
        "isVisible": False,
        "importDefinition": [
            {
                "ImportType": "FILE",
                "FileName": "hikers.csv",
                "IsFirstRowHeader": True,
                "ImportMappingType": "InferFromColumnHeadings",
            }
        ],
    }
    assert texts(rehearsal) == [("13175550121", "Hello hikers"), ("13175550122", "Hello hikers")]
    token = done.stderr.split()[-1]
    assert mcctl(["sms", "import-send-status", token]).code == 0
    assert mcctl(["sms", "import-send-report", token, "--file-name", "r.csv"]).code == 0
    assert mcctl(["emulator", "file", "show", "r.csv"]).stdout.splitlines()[1].startswith("13175550121,nto-2001,")
    assert mcctl(["emulator", "file", "show", "none"]).code == 3


def test_import_and_send_from_a_data_extension(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    field = ["--field", "Phone:Text(20) required", "--key-field", "Phone"]
    assert mcctl(["de", "create", "phones", "--name", "NTO Phones", *field]).code == 0
    Path("phones.csv").write_text("Phone\n13175550141\n")
    assert mcctl(["de", "import", "phones", "phones.csv"]).code == 0
    args = ["sms", "import-send", MESSAGE, "--keyword", "NTO", "--data-extension", "NTO Phones"]
    assert mcctl([*args, "--field", "_MobileNumber=Phone", "--wait"]).code == 0
    assert [number for number, _ in texts(rehearsal)] == ["13175550141"]
    assert mcctl([*args, "--file-name", "x"]).code == 2
    refused = mcctl(["sms", "import-send", MESSAGE, "--keyword", "NO", "--data-extension", "none"])
    assert refused.stderr.splitlines()[1] == "  Data extension none is not valid."


# ---------------------------------------------------------------------- send --from


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
    done = mcctl([*mapped, "--wait", "-o", "json"])
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
    last = killed_and_run_again(args, kills=6, within=(0.3, 1.0))
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
    assert mcctl([*FROM, "--region", "Mars"]).stderr == "mcctl: 'Mars' is not a country of two letters, such as US\n"
    assert rehearsal.requests() == []


# ---------------------------------------------------------------------- what was once done falsely


@pytest.mark.parametrize(
    "number", ["491601234567.0", "436641234567.0", "4.9E11", "１３１７５５５０１０１", "1317555010١"]
)
def test_what_a_spreadsheet_or_another_script_makes_of_a_number_is_refused(
    mcctl: Mcctl, rehearsal: Rehearsal, number: str
) -> None:
    done = mcctl(["sms", "send", MESSAGE, "--to", number])
    assert (done.code, "holds more than the digits of a number" in done.stderr) == (2, True)


UNSURE = [
    {"status": 524},
    {"status": 505},
    {"status": 303, "headers": {"Location": "/elsewhere"}},
    {"status": 302, "headers": {"Location": "mailto:a@b"}},
    {"status": 200, "body": {"errorcode": 50200, "message": "bad gateway"}},
    {"status": 202, "body": {"tokenId": "abc", "errors": ["13175550103 is not subscribed"]}},
    {"status": 202, "body": {"tokenId": ".."}},
    {"status": 202, "body": {"tokenId": "\ud800"}},
    {"status": 202, "body": {"tokenId": 5, "resultMessages": 5}},
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


DELIVERIES = {"method": "GET", "path": "/deliveries/"}
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


def test_interrupted_while_waiting(mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mcctl.commands.waiting.time.sleep", interrupt)
    done = mcctl(["sms", "send", MESSAGE, "--to", KNOWN, "--wait"])
    token = done.stderr.split()[2]
    assert (done.code, done.stderr.splitlines()[1:]) == (
        130,
        [
            "mcctl: Interrupted while waiting",
            f"Hint: It was accepted: mcctl sms status {token} --message {MESSAGE} --wait",
        ],
    )


def test_a_scheduled_run_goes_on_after_its_time(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("mobileNumber\n13175550101\n13175550103\n")
    rehearsal.fault({**SENDS, "nth": 2}, {"status": 403, "body": {"message": "no", "errorcode": 20002}})
    args = [*FROM, "--batch-size", "1", "--concurrency", "1", "--send-time", "2030-01-01T00:00Z"]
    assert mcctl(args).code == 4
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]
    monkeypatch.setattr("mcctl.rest.sms_body.past_problem", lambda _time: ["it is past"])
    monkeypatch.setattr("mcctl.commands.sms_bulk.past_problem", lambda _time: ["it is past"])
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
         [None, "The row has a subscriberKey, the first one has not; say so: --map subscriberKey=subscriberKey"]),
        (["broken", '{"mobileNumber": "13175550103", "subscriberKey": "c"}'], [], ["The line is not valid JSON", None]),
        (['{"mobileNumber": "13175550101"}', '{"mobileNumber": "13175550103", "Id": "c"}'], ["--map", "subscriberKey=Id"],
         ["Id has 0 characters, not 1 to 254", None]),
        (['{"mobileNumber": "13175550101", "subscriberKey": "c", "Tags": ["a"]}'], [], ["The attribute Tags is no text"]),
    ],
)  # fmt: skip
def test_lines_that_do_not_fit_together(
    mcctl: Mcctl, rehearsal: Rehearsal, lines: list[str], args: list[str], errors: list[str | None]
) -> None:
    write("\n".join(lines) + "\n", "people.jsonl")
    mcctl(["sms", "send", MESSAGE, "--from", "people.jsonl", "--results", "out.jsonl", *args])
    assert [one["error"] for one in results()] == errors


def test_attributes_of_lines(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    line = {"mobileNumber": KNOWN, "subscriberKey": "c", "Vip": True, "Level": 3, "attributes": {"City": "Reno"}}
    write(json.dumps(line) + "\n", "people.jsonl")
    assert mcctl(["sms", "send", MESSAGE, "--from", "people.jsonl"]).code == 0
    assert body(rehearsal)["Subscribers"][0]["Attributes"] == {"Vip": "true", "Level": "3", "City": "Reno"}


QUEUE = ["sms", "queue-mo", "--number", KNOWN, "--number", "13175550103", "--short-code", "12345", "--text", "NTO"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"results": [{"result": "OK", "identifier": "a"}, {"result": "Error: blocked"}]}, 8),
        ({"results": [{"result": "Error: blocked"}]}, 5),
        ({"results": []}, 7),
        ({"results": 5}, 7),
        ({}, 7),
    ],
)
def test_texts_that_were_not_taken(mcctl: Mcctl, rehearsal: Rehearsal, answer: Any, code: int) -> None:
    rehearsal.fault({"path": "queueMO"}, {"status": 202, "body": answer})
    assert mcctl(QUEUE).code == code
    rehearsal.app.judged.clear()


def test_keywords_that_were_not_made_or_deleted(mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]) -> None:
    create = ["sms", "keyword", "create", "MAPS", "--long-code", "13175550100"]
    delete = ["sms", "keyword", "delete", "NTO", "--short-code", "12345", "--country", "US", "--yes"]
    rehearsal.fault({"method": "POST", "path": "/keyword"}, {"status": 202, "body": {}})
    assert mcctl(create).code == 7
    rehearsal.fault({"method": "DELETE", "times": 1}, {"status": 202, "body": {"Status": "ERROR in use"}})
    assert mcctl(delete).code == 5
    rehearsal.fault({"method": "DELETE", "times": 1}, {"cut": "before"})
    rehearsal.fault(
        {"method": "DELETE", "times": 1}, {"status": 400, "body": {"errors": ["Keyword NTO is not valid."]}}
    )
    assert mcctl(delete).code == 7  # a repeat that is refused does not tell what became of the first attempt
    rehearsal.fault({"method": "DELETE", "times": 1}, {"cut": "after"})
    assert mcctl(delete).code == 0  # a repeat that finds nothing does
    rehearsal.app.judged.clear()


@pytest.mark.parametrize("answer", [{"contacts": 5}, {"contacts": [5]}, {}])
def test_subscriptions_that_make_no_sense(mcctl: Mcctl, rehearsal: Rehearsal, answer: Any) -> None:
    rehearsal.fault({"path": "subscriptions"}, {"status": 200, "body": answer})
    assert mcctl(["sms", "subscription", KNOWN]).code == 6
    rehearsal.app.judged.clear()


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
    write("mobileNumber\n13175550101\n")
    assert mcctl(args, stdin="k").code == 2
    assert rehearsal.requests() == []


@pytest.mark.parametrize(
    "token", ["TOK3NVALUE12345\r", "two\nlines-of-a-token", "naïve-token-value", " padded-token-value"]
)
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
    assert (asked.code, asked.stderr.splitlines()[-1]) == (2, f'Hint: Say it on the command line: --confirm "{LISTED}"')
    assert mcctl([*lists, "--confirm", LISTED]).code == 0
