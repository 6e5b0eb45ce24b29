"""`mcctl journey new` and the examples of `journey create`: from words to the outbox."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal

NEW = ["journey", "new", "hello", "--event", "nto-purchase"]
EMAIL, SMS = ["--step", "email:nto-welcome-series"], ["--step", "sms:nto-passcode"]
DAY = 86400


def run(mcctl: Mcctl, specification: Any) -> None:
    Path("made.json").write_text(json.dumps(specification))
    assert mcctl(["journey", "create", "--data", "made.json"]).code == 0
    done = mcctl(["journey", "publish", specification["key"], "--wait"])
    assert done.code == 0, done.stderr


def fire(mcctl: Mcctl, contact: str, name: str) -> None:
    fields = [f"SubscriberKey={contact}", f"Email={contact}@nto.example", f"FirstName={name}"]
    data = [part for field in fields for part in ("--set", field)]
    assert mcctl(["event", "fire", "nto-purchase", "--contact", contact, *data]).code == 0


def test_a_wait_a_split_and_a_text_from_words_to_the_outbox(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["journey", "stop", "nto-thank-you", "--yes"]).code == 0
    ways = ["--split", "firstname = Ada", *SMS, "--split", "else", *EMAIL, "--split", "end"]
    made = mcctl([*NEW, "--step", "wait:1d", *ways, "--step", "wait:36h", *EMAIL])
    run(mcctl, made.json)
    assert mcctl(["journey", "draw", "hello"]).stdout == (
        "entry: nto-purchase\n"
        "↓ 1 day: wait 1 day\n"
        "↓ Split: decision\n"
        "├─ [firstname = Ada] nto-passcode: text\n"
        "│  ↓ 36 hours: wait 36 hours\n"
        "│  ↓ NTO Welcome Series Email: e-mail “Welcome to Northern Trail Outfitters”\n"
        "│  ↓ end\n"
        "└─ [The others] NTO Welcome Series Email: e-mail “Welcome to Northern Trail Outfitters”\n"
        "   ↓ 36 hours: wait 36 hours (see above)\n"
    )
    assert mcctl(["contact", "create", "c-1", "--mobile", "13175551212", "--locale", "US"]).code == 0
    fire(mcctl, "c-1", "Ada")
    fire(mcctl, "c-2", "Bao")
    assert rehearsal.outbox() == []
    rehearsal.advance(1.1 * DAY)
    assert [(one["channel"], one["to"]) for one in rehearsal.outbox()] == [
        ("sms", "13175551212"),
        ("email", "c-2@nto.example"),
    ]
    rehearsal.advance(1.6 * DAY)
    assert [one["to"] for one in rehearsal.outbox()[2:]] == ["c-1@nto.example", "c-2@nto.example"]


def test_a_split_within_a_way_of_a_split(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["journey", "stop", "nto-thank-you", "--yes"]).code == 0
    inner = ["--split", "begin", "--split", "Email=c-1@nto.example", *EMAIL, "--split", "end", "--step", "wait:2d"]
    made = mcctl([*NEW, "--split", "FirstName=Ada", *inner, *EMAIL, "--split", "else", "--step", "wait:1d", *EMAIL])
    run(mcctl, made.json)
    assert mcctl(["journey", "draw", "hello"]).stdout == (
        "entry: nto-purchase\n"
        "↓ Split: decision\n"
        "├─ [FirstName=Ada] Split: decision\n"
        "│  ├─ [Email=c-1@nto.example] NTO Welcome Series Email: e-mail “Welcome to Northern Trail Outfitters”\n"
        "│  │  ↓ 2 days: wait 2 days\n"
        "│  │  ↓ NTO Welcome Series Email: e-mail “Welcome to Northern Trail Outfitters”\n"
        "│  │  ↓ end\n"
        "│  └─ [The others] 2 days: wait 2 days (see above)\n"
        "└─ [The others] 1 day: wait 1 day\n"
        "   ↓ NTO Welcome Series Email: e-mail “Welcome to Northern Trail Outfitters”\n"
        "   ↓ end\n"
    )
    for contact, name in (("c-1", "Ada"), ("c-2", "Ada"), ("c-3", "Bao")):
        fire(mcctl, contact, name)
    rehearsal.advance(3 * DAY)
    assert [one["to"] for one in rehearsal.outbox()] == [
        "c-1@nto.example", "c-3@nto.example", "c-1@nto.example", "c-2@nto.example",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["wait", "split", "sms", "multi"])
def test_an_example_can_be_published_on_the_demo_account(mcctl: Mcctl, rehearsal: Rehearsal, name: str) -> None:
    shown = mcctl(["journey", "create", "--example", name])
    assert rehearsal.requests() == []
    run(mcctl, shown.json)
    changed = mcctl(["journey", "create", "--example", name, "--key", "mine", "--set", "activities.0.name=Mine"]).json
    assert (changed["key"], changed["activities"][0]["name"]) == ("mine", "Mine")


def test_what_a_filter_says(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    made = mcctl([*NEW, "--split", 'FirstName != a]]>b & "c"', *EMAIL]).json
    decision = made["activities"][0]
    assert decision["configurationArguments"]["criteria"]["way-1"] == (
        '<FilterDefinition><ConditionSet Operator="AND" ConditionSetName="Grouping">'
        '<Condition Key="Event.nto-purchase.FirstName" Operator="NotEqual" UiMetaData="{}">'
        '<Value><![CDATA[a]]]]><![CDATA[>b & "c"]]></Value></Condition></ConditionSet></FilterDefinition>'
    )
    assert [one["key"] for one in decision["outcomes"]] == ["way-1", "remainder_path"]
    run(mcctl, made)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--step", "mail"], 2, "'mail' is no step"),
        (["--step", "email:"], 2, "--step email:: what is meant?"),
        (["--step", "email:nobody"], 3, "No asset has the external key 'nobody' in this business unit"),
        (["--step", "email:nto-footer"], 2, "The asset nto-footer is no e-mail that a journey can send"),
        (["--step", "sms:nobody"], 3, "Marketing Cloud answered GET /messaging/v1/sms/definitions/nobody"),
        (["--step", "wait:90s"], 2, "--step wait:90s: a wait lasts whole minutes, at least one"),
        (["--step", "wait:0m"], 2, "--step wait:0m: a wait lasts whole minutes, at least one"),
        (["--step", "wait:soon"], 2, "--step wait soon: say a number and a unit"),
        (["--split", "Tier=Gold"], 2, "The event nto-purchase has no field 'Tier'"),
        (["--split", "else"], 2, "--split else: there is no split before it"),
        (["--split", "end"], 2, "--split end: there is no split before it"),
        (["--split", "30%", "--split", "begin", "--split", "end"], 2, "--split end: there is no split before it"),
        (["--split", "begin", "--split", "else"], 2, "--split else: there is no split before it"),
        (["--split", "begin"], 2, "A journey needs a step"),
        (["--split", "30%", "--split", "60%"], 2, "The shares of a split are 1 to 99 %, and 100 % together"),
        (["--split", "30%", "--split", "Email=a"], 2, "A split is either by shares or by conditions"),
        (["--split", "30%", "--split", "else"], 2, "A split has one `else`, and one by shares has none"),
        (["--split", "Email=a", "--split", "Email=a"], 2, "Two ways of a split have the same condition: Email=a"),
        (["--step", f"wait:{10**17}d"], 2, "--step wait 100000000000000000d is too long"),
        (["--split", "Email=a", "--split", "else", "--split", "Email=b"], 2, "Nothing is left behind `else`"),
    ],
)
def test_words_that_make_no_journey(mcctl: Mcctl, rehearsal: Rehearsal, words: list[str], code: int, told: str) -> None:
    done = mcctl([*NEW, *words])
    assert (done.code, done.stdout, done.stderr.splitlines()[0].startswith(f"mcctl: {told}")) == (code, "", True), (
        done.stderr
    )


def test_fields_that_may_not_be_read_are_not_checked(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsal.fault({"path": "/fields$"}, {"status": 403, "body": {"message": "No", "errorcode": 0}})
    made = mcctl([*NEW, "--split", "Tier=Gold", *EMAIL])
    assert (made.code, "The fields of the event were not checked: " in made.stderr) == (0, True)
    assert "Event.nto-purchase.Tier" in made.stdout
    assert made.json["defaults"] == {}


def test_what_is_wrong_is_a_table_with_the_place(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    made = mcctl([*NEW, *EMAIL, *SMS]).json
    made["activities"][1]["arguments"]["smsToSend"] = "nobody"
    Path("made.json").write_text(json.dumps(made))
    assert mcctl(["journey", "create", "--data", "made.json"]).code == 0
    done = mcctl(["journey", "validate", "hello"])
    told = "SMS-1: arguments.smsToSend is no SMS definition of this account"
    assert (done.code, done.stdout) == (
        5,
        f"error\tSMS-1\targuments.smsToSend\t{told}\tVALIDATE_GENERAL_EXCEPTION\n",
    )
    raw = mcctl(["journey", "validate", "hello", "-o", "json"])
    assert raw.json["errors"][0]["errorDetail"] == told


def test_an_event_without_a_type_is_no_event(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsal.fault(
        {"path": "/interaction/v1/eventDefinitions/key:nto-purchase"}, {"status": 200, "body": '{"id": "1"}'}
    )
    done = mcctl([*NEW, "--step", "wait:1d"])
    assert (done.code, done.stderr) == (6, "mcctl: The answer about the event definition nto-purchase tells no type\n")
