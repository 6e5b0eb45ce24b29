"""`mcctl sms`: opt-in, lists, keywords, subscriptions and imports against the emulator in this process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.sms._helpers import HIKERS, KNOWN, LISTED, MESSAGE, QUIET, body, hear, keywords, texts, token_of
from tests.conftest import Mcctl, Rehearsal


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


def test_a_confirmation_of_another_message_is_refused_in_a_rehearsal_too(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["sms", "list-send", LISTED, "--list", HIKERS, "--confirm"]
    assert mcctl([*args, "another"]).code == 2
    assert rehearsal.requests() == []
    assert mcctl([*args, LISTED]).code == 0


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
        f"mcctl: In business unit default of profile environment: Send {LISTED} to all members of 1 list? Nobody can be asked here\nHint: Say it on the command line: --yes\n",
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
    odd = mcctl(["sms", "keyword", "create", "A\x1b[31m", "--short-code", "12a", "--country", "US", "-o", "json"])
    assert (odd.code, odd.error["details"]) == (2, ["--short-code '12a' is no code: a code has only digits"])
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
    fields = ["--map", "_MobileNumber=0", "--map", "_SubscriberKey=1"]
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
        "--map",
        "_MobileNumber=MobileNumber",
        "--dry-run",
    ]
    assert mcctl(mapped).json["body"]["importMappingType"] == "ManualMap"
    failed = mcctl(["sms", "import", HIKERS, "--file-name", "none.csv", "--wait"])
    assert (failed.code, failed.stderr.splitlines()[1]) == (5, "mcctl: It ended as Failed")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--no-header"], "Without a header the columns must be told by number: --map _MobileNumber=0"),
        (
            ["--no-header", "--map", "A=B"],
            "Without a header the columns must be told by number: --map _MobileNumber=0",
        ),
        (["--map", "A"], "--map is of the form NAME=COLUMN, such as _MobileNumber=Phone"),
        (["--keyword", "NTO"], "--keyword and --short-code go together"),
        (["--map", "A=0", "--map", "B=Name"], "--map tells columns either all by number or all by name"),
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
    assert mcctl([*args, "--map", "_MobileNumber=Phone", "--wait"]).code == 0
    assert [number for number, _ in texts(rehearsal)] == ["13175550141"]
    assert mcctl([*args, "--file-name", "x"]).code == 2
    refused = mcctl(["sms", "import-send", MESSAGE, "--keyword", "NO", "--data-extension", "none"])
    assert refused.stderr.splitlines()[1] == "  Data extension none is not valid."


QUEUE = ["sms", "queue-mo", "--number", KNOWN, "--number", "13175550103", "--short-code", "12345", "--text", "NTO"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"results": [{"result": "OK", "identifier": "a"}, {"result": "Error: blocked"}]}, 8),
        ({"results": [{"result": "OK", "identifier": "a", "mobileNumber": KNOWN}]}, 8),
        ({"results": [{"result": "OK", "identifier": "a"}], "errors": ["13175550103 is blocked"]}, 7),
        ({"results": [{"result": "Error: blocked"}]}, 5),
        ({"results": [{"result": "Error: blocked", "mobileNumber": KNOWN}]}, 8),
        (
            {
                "results": [
                    {"result": "OK", "identifier": "a", "mobileNumber": number} for number in (KNOWN, "+1 317 555 0103")
                ]
            },
            0,
        ),
        ({"errors": ["13175550103 is blocked"]}, 5),
        ({"errors": ["13175550103 is blocked"], "results": []}, 5),
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
    rehearsal.fault({"method": "DELETE", "times": 1}, {"status": 202, "body": {"Status": None}})
    assert mcctl(delete).code == 7  # which says nothing
    rehearsal.fault({"method": "DELETE", "times": 1}, {"cut": "before"})
    rehearsal.fault(
        {"method": "DELETE", "times": 1}, {"status": 400, "body": {"errors": ["Keyword NTO is not valid."]}}
    )
    assert mcctl(delete).code == 7  # a repeat that is refused does not tell what became of the first attempt
    rehearsal.fault({"method": "DELETE", "times": 1}, {"status": 502})
    rehearsal.fault({"method": "DELETE", "times": 1}, {"status": 400})
    assert mcctl(delete).code == 7  # neither does it after an error of the server
    rehearsal.fault({"method": "DELETE", "times": 1}, {"cut": "after"})
    assert mcctl(delete).code == 0  # a repeat that finds nothing does
    rehearsal.app.judged.clear()


@pytest.mark.parametrize("answer", [{"contacts": 5}, {"contacts": [5]}, {}])
def test_subscriptions_that_make_no_sense(mcctl: Mcctl, rehearsal: Rehearsal, answer: Any) -> None:
    rehearsal.fault({"path": "subscriptions"}, {"status": 200, "body": answer})
    assert mcctl(["sms", "subscription", KNOWN]).code == 6
    rehearsal.app.judged.clear()


def test_the_newest_question_is_answered(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    for text in ("TRAILS", "BREWS", "YES"):
        hear(mcctl, text)
    assert rehearsal.outbox()[-1]["text"] == "How old are you? Reply with your birth date, such as 1990-12-31."


@pytest.mark.parametrize(
    "args",
    [
        ["import", HIKERS, "--file-name", "x", "--keyword", "a b,c", "--short-code", "12345"],
        ["import", HIKERS, "--file-name", " "],
        ["list-send", LISTED, "--list", ""],
        ["keyword", "create", "MAPS", "--short-code", "", "--country", "US"],
    ],
)
def test_what_is_empty_or_no_keyword_is_refused(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str]) -> None:
    assert mcctl(["sms", *args]).code == 2
    assert rehearsal.requests() == []


def test_a_text_of_subscribers_that_was_not_taken(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    entry = {"mobilenumber": KNOWN, "subscriberkey": "a"}
    rehearsal.fault(
        {"path": "queueMO"}, {"status": 202, "body": {"results": [{"result": "no", "subscribers": [entry]}]}}
    )
    done = mcctl(["sms", "queue-mo", "--subscriber", f"a={KNOWN}", "--short-code", "12345", "--text", "NTO"])
    assert (done.code, done.stderr) == (5, f"mcctl: Not taken: 1 text\n  {KNOWN}: no\n")
