"""`mcctl tx`, one message at a time, against the emulator in this process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal

CREATE = [
    "tx", "definition", "create", "order-receipt", "--channel", "email", "--asset", "nto-welcome-series",
    "--classification", "Default Transactional",
]  # fmt: skip
SEND = ["tx", "send", "nto-order-confirmation", "--to", "ada@example.com", "--contact", "c-001"]
SMS = ["tx", "send", "nto-passcode", "--to", "+1 (317) 555-1212", "--contact", "c-001", "--attr", "Code=4711"]
MESSAGES = {"method": "POST", "path": "/email/messages/"}


# ---------------------------------------------------------------------- definitions


def test_create_a_definition(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    made = mcctl([*CREATE, "-o", "json"])
    assert made.code == 0
    assert made.stderr == (
        "Created the email definition order-receipt\nNext: mcctl tx send order-receipt --to ADDRESS --contact KEY\n"
    )
    assert {name: made.json[name] for name in ("definitionKey", "name", "status", "classification", "content")} == {
        "definitionKey": "order-receipt",
        "name": "order-receipt",
        "status": "Active",
        "classification": "Default Transactional",
        "content": {"customerKey": "nto-welcome-series"},
    }
    assert mcctl(["tx", "definition", "list"]).stdout.splitlines()[1].startswith("order-receipt\torder-receipt\tActive")


def test_the_flags_make_the_documented_body(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    flags = [
        "--name", "Receipt", "--status", "inactive", "--description", "d", "--list", "nto-customers", "--cc",
        "a@x.io,b@x.io", "--no-track-links", "--no-add-subscribers", "--set", "options.bcc=[\"c@x.io\"]", "--dry-run",
    ]  # fmt: skip
    shown = mcctl([*CREATE, *flags])
    assert shown.code == 0
    assert shown.json["url"] == "http://emulator.localhost/messaging/v1/email/definitions"
    assert shown.json["body"] == {
        "definitionKey": "order-receipt",
        "name": "Receipt",
        "options": {"bcc": ["c@x.io"], "trackLinks": False, "cc": ["a@x.io", "b@x.io"]},
        "status": "inactive",
        "description": "d",
        "classification": "Default Transactional",
        "content": {"customerKey": "nto-welcome-series"},
        "subscriptions": {"list": "nto-customers", "autoAddSubscriber": False},
    }


def test_create_from_a_file(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "d.yaml").write_text("name: From a file\ncontent: {customerKey: nto-welcome-series}\n")
    made = mcctl(["tx", "definition", "create", "filed", "--data", "d.yaml", "-o", "json"])
    assert (made.json["name"], made.json["subscriptions"]) == ("From a file", {"list": "All Subscribers"})


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["create", "x"], 2, "A new email definition needs content.customerKey"),
        (["create", "x", "--asset", "a", "--keyword", "K"], 2, "--keyword is not for email definitions"),
        (["create", "x", "--channel", "fax"], 2, "--channel 'fax' must be one of email, sms, push"),
        (["create", "x", "--channel", "sms", "--message", "Hi", "--short-code", "1"], 2, "A new sms definition needs subscriptions.keyword"),
        (["update", "nto-order-confirmation"], 2, "Nothing to change"),
        (["get", "nope"], 3, "Marketing Cloud answered GET /messaging/v1/email/definitions/nope with: MCMS_UTM_Runtime_ObjectNotFound: definitionKey 'nope' does not exist (HTTP 404, code 30003)"),
        (["create", "nto-order-confirmation", "--asset", "nto-welcome-series"], 5, "Marketing Cloud answered POST /messaging/v1/email/definitions with: MCMS_UTM_Runtime_ObjectAlreadyExists: definitionKey 'nto-order-confirmation' is taken (HTTP 409, code 30004)"),
        (["create", "x", "--asset", "nto-footer"], 5, "Marketing Cloud answered POST /messaging/v1/email/definitions with: MCMS_UTM_Validation_email_does_not_pass_validation: content.customerKey 'nto-footer' is no e-mail (HTTP 400, code 109124)"),
        (["create", "x", "--asset", "nto-welcome-series", "--classification", "Default Commercial"], 5, "Marketing Cloud answered POST /messaging/v1/email/definitions with: MCMS_UTM_Validation_InvalidValue_classification_IncorrectType: classification (HTTP 400, code 109123)"),
        (["delete", "nto-order-confirmation"], 2, "In business unit default of profile emulator: Archive the email definition 'nto-order-confirmation', for good? Nobody can be asked here"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_definition_is_told(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], code: int, message: str
) -> None:
    done = mcctl(["tx", "definition", *args])
    assert (done.code, done.stderr.splitlines()[0], done.stdout) == (code, f"mcctl: {message}", "")


def test_update_and_delete(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    path = ["tx", "definition"]
    changed = mcctl(
        [*path, "update", "nto-order-confirmation", "--status", "inactive", "--bcc", "a@x.io", "-o", "json"]
    )
    assert (changed.json["status"], changed.json["options"]) == ("Inactive", {"trackLinks": True, "bcc": ["a@x.io"]})
    assert mcctl([*path, "list", "--status", "inactive", "-o", "json", "-q", "[].definitionKey"]).json == [
        "nto-order-confirmation"
    ]
    gone = mcctl([*path, "delete", "nto-order-confirmation", "--yes", "-o", "json"])
    assert (gone.code, gone.json["message"]) == (0, "Success")
    assert mcctl([*path, "get", "nto-order-confirmation"]).code == 3
    assert mcctl([*path, "list"]).stdout == ""


def test_sms_definitions(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    text = ["--message", "Hi %%Name%%", "--short-code", "12345", "--country-code", "US", "--keyword", "NTO"]
    made = mcctl(["tx", "definition", "create", "hello", "--channel", "sms", *text, "-o", "json"])
    assert made.json["content"] == {"message": "Hi %%Name%%"}
    assert made.json["subscriptions"] == {"shortCode": "12345", "countryCode": "US", "keyword": "NTO"}


# ---------------------------------------------------------------------- one message


def test_send_one_and_see_it_arrive(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    assert mcctl(CREATE).code == 0
    args = ["tx", "send", "order-receipt", "--to", "ada@example.com", "--contact", "c-001", "--attr", "FirstName=Ada"]
    done = mcctl([*args, "--message-key", "order-1", "--wait", "-o", "json"])
    assert (done.code, done.stderr) == (0, "Accepted as order-1\nSent order-1\n")
    assert done.json["eventCategoryType"] == "TransactionalSendEvents.EmailSent"
    (sent,) = rehearsal.outbox()
    assert {name: sent[name] for name in ("channel", "to", "contactKey", "subject", "text", "messageKey")} == {
        "channel": "email",
        "to": "ada@example.com",
        "contactKey": "c-001",
        "subject": "Welcome to Northern Trail Outfitters",
        "text": "Welcome to the trail, Ada!",
        "messageKey": "order-1",
    }
    assert "<h1>Welcome to the trail, Ada!</h1>" in sent["html"]


def test_the_request_of_a_send(mcctl: Mcctl) -> None:
    args = [*SEND, "--attr", "a=1", "--message-key", "k/1 ü", "--dry-run"]
    shown = mcctl([*args, "-p", "emulator"])
    assert (shown.code, shown.stderr) == (0, "Dry run: nothing was sent\n")
    assert shown.json["method"] == "POST"
    assert shown.json["url"] == "http://emulator.localhost/messaging/v1/email/messages/k%2F1%20%C3%BC"
    assert shown.json["body"] == {
        "definitionKey": "nto-order-confirmation",
        "recipient": {"contactKey": "c-001", "to": "ada@example.com", "attributes": {"a": "1"}},
    }


def test_an_sms(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    assert mcctl([*SMS, "--wait"]).code == 0
    (sent,) = rehearsal.outbox()
    assert (sent["channel"], sent["to"], sent["text"]) == ("sms", "13175551212", "Your passcode is 4711.")
    shown = mcctl([*SMS, "--message", "Own %%Code%%", "--resubscribe", "--dry-run"])
    assert shown.json["body"]["content"] == {"message": "Own %%Code%%"}
    assert shown.json["body"]["subscriptions"] == {"resubscribe": True}


def test_a_message_key_is_made_up_and_shown(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    first, second = (mcctl([*SEND, "-o", "json"]).json["responses"][0]["messageKey"] for _ in range(2))
    assert first != second
    assert mcctl(["tx", "status", first, "-o", "json"]).json[0]["messageKey"] == first


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["tx", "send", "nope", "--to", "a@x.io", "--contact", "c"], 3, "Marketing Cloud answered GET /messaging/v1/email/definitions/nope with: MCMS_UTM_Runtime_ObjectNotFound: definitionKey 'nope' does not exist (HTTP 404, code 30003)"),
        (["tx", "send", "d", "--to", "a@x.io"], 2, "Who is it for?"),
        (["tx", "send", "d", "--contact", "c", "--to", "a@x@io"], 2, "--to: 'a@x@io' is not an e-mail address"),
        (["tx", "send", "d", "--contact", "c", "--to", "12"], 2, "--to: '12' is not a valid number with its country code"),
        (["tx", "send", "d", "--contact", "c", "--channel", "sms"], 2, "An SMS needs a number"),
        ([*SEND, "--message-key", "k" * 101], 2, f"A message key has 1 to 100 characters; {'k' * 20!r}... has 101"),
        ([*SEND, "--attr", "novalue"], 2, "--attr 'novalue' is not of the form NAME=VALUE"),
        ([*SEND, "--resubscribe"], 2, "--message and --resubscribe are for SMS"),
        ([*SEND, "--shard", "1/2"], 2, "--shard goes only with --from FILE"),
        ([*SEND, "--from", "f.csv"], 2, "--to does not go with --from FILE"),
        ([*SEND, "--attr", "x=" + "x" * 5_000_000], 2, "The request is 5,000,122 bytes; Marketing Cloud takes at most 4,194,304 (4 MB). Nothing was sent"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_send_is_told_before_anything_is_sent(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], code: int, message: str
) -> None:
    done = mcctl(args)
    assert (done.code, done.stderr.splitlines()[0], done.stdout) == (code, f"mcctl: {message}", "")
    assert rehearsal.requests("POST") == []


def test_an_inactive_definition_is_refused_unless_wanted(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]
) -> None:
    mcctl(["tx", "definition", "update", "nto-order-confirmation", "--status", "inactive"])
    refused = mcctl(SEND)
    assert (refused.code, refused.stderr) == (
        5,
        "mcctl: The definition nto-order-confirmation is inactive: messages would wait, for three days at most; nothing "
        "was sent\n"
        "Hint: mcctl tx definition update --channel email --status active nto-order-confirmation, or --queue-anyway\n",
    )
    waiting = mcctl([*SEND, "--queue-anyway", "--message-key", "k", "--wait", "--wait-timeout", "10"])
    assert (waiting.code, waiting.stderr) == (
        9,
        "Accepted as k\nmcctl: The message is still queued after 10 s\nHint: mcctl tx status --channel email k\n",
    )
    assert mcctl(["tx", "queue", "show", "nto-order-confirmation", "-o", "json", "-q", "count"]).stdout == "1\n"
    mcctl(["tx", "definition", "update", "nto-order-confirmation", "--status", "active"])
    assert [one["messageKey"] for one in rehearsal.outbox()] == ["k"]


def test_after_three_days_in_the_queue_a_message_is_given_up(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    mcctl(["tx", "definition", "update", "nto-order-confirmation", "--status", "inactive"])
    assert mcctl([*SEND, "--queue-anyway"]).code == 0
    rehearsal.advance(3 * 86400)
    (lost,) = mcctl(["tx", "unsent", "-o", "json"]).json
    assert (lost["statusCode"], lost["statusMessage"]) == (139, "TimedoutInQueue")


@pytest.mark.parametrize(
    ("code", "name", "sentence"),
    [
        (1, "Unsubscribed", "The address is unsubscribed"),
        (27, "SuppressionListExclusion", "The address is on a suppression list"),
        (1040, "Deleted", "The contact is deleted"),
    ],
)
def test_a_message_that_is_not_sent_is_exit_5(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float], code: int, name: str, sentence: str
) -> None:
    args = ["tx", "send", "nto-order-confirmation", "--to", f"{code}@notsent.example", "--contact", "c"]
    done = mcctl([*args, "--wait"])
    assert (done.code, done.stderr.splitlines()[1]) == (5, f"mcctl: The message was not sent: {sentence} ({name})")
    assert rehearsal.outbox() == []
    listed = mcctl(["tx", "unsent", "--definition", "nto-order-confirmation", "-o", "json"]).json
    assert [(one["statusCode"], one["statusMessage"]) for one in listed] == [(code, name)]
    assert mcctl(["tx", "unsent", "--definition", "other"]).stdout == ""


def test_unsent_goes_over_all_pages(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    rows = "".join(f"c{number},27@notsent.example\n" for number in range(120))
    (home / "r.csv").write_text(f"contactKey,to\n{rows}")
    assert mcctl(["tx", "send", "nto-order-confirmation", "--from", "r.csv"]).code == 0
    rehearsal.advance(2)
    everything = mcctl(["tx", "unsent", "-o", "json"]).json
    assert [one["info"]["contactKey"] for one in everything] == [f"c{number}" for number in range(120)]
    assert len(mcctl(["tx", "unsent", "--limit", "3", "-o", "json"]).json) == 3
    after = str(everything[100]["eventID"])
    assert mcctl(["tx", "unsent", "--after", after, "-o", "json"]).json == everything[101:]


def test_status_of_several(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    mcctl([*SEND, "--message-key", "a"])
    mcctl([*SEND, "--message-key", "b"])
    rehearsal.advance(2)
    done = mcctl(["tx", "status", "a", "nope", "b"])
    assert done.code == 8
    assert [line.split("\t")[:2] for line in done.stdout.splitlines()] == [["a", "EmailSent"], ["b", "EmailSent"]]
    assert done.stderr.startswith("mcctl: 1 of 3 have no status\n  nope: Marketing Cloud answered GET")
    assert mcctl(["tx", "status", "nope"]).code == 3


def test_purge_wants_an_inactive_definition_and_its_name(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    purge = ["tx", "queue", "purge", "nto-order-confirmation"]
    assert mcctl([*purge, "--confirm", "other"]).code == 2
    active = mcctl([*purge, "--confirm", "nto-order-confirmation"])
    assert (active.code, active.stderr.splitlines()[0]) == (
        5,
        "mcctl: Marketing Cloud answered DELETE /messaging/v1/email/definitions/nto-order-confirmation/queue with: "
        "MCMS_UTM_Runtime_InvalidOperation: Definition status must be inactive to delete queue (HTTP 400, code 30001)",
    )
    mcctl(["tx", "definition", "update", "nto-order-confirmation", "--status", "inactive"])
    mcctl([*SEND, "--queue-anyway"])
    assert mcctl([*purge, "--confirm", "nto-order-confirmation"]).code == 0
    assert mcctl(["tx", "unsent", "-o", "json"]).json[0]["statusMessage"] == "SubscriberQueueCleared"


# ---------------------------------------------------------------------- the network in trouble


@pytest.mark.parametrize("answer", [{"cut": "after"}, {"cut": "before"}, {"status": 503}, {"status": 429}])
def test_under_its_key_a_message_is_sent_once(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float], answer: dict[str, Any]
) -> None:
    tenant.fault({**MESSAGES, "times": 1}, answer)
    done = mcctl([*SEND, "--message-key", "k", "-o", "json"])
    assert done.code == 0
    assert done.json["responses"][0]["messageKey"] == "k"
    assert len(tenant.requests("POST")) == 2
    tenant.advance(2)
    assert [one["messageKey"] for one in tenant.outbox()] == ["k"]


def test_a_key_that_was_used_before_is_refused(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl([*SEND, "--message-key", "k"]).code == 0
    again = mcctl([*SEND, "--message-key", "k", "-o", "json"])
    assert (again.code, again.error["errorcode"]) == (5, "109110")
    rehearsal.advance(2 * 86400 + 1)
    assert mcctl([*SEND, "--message-key", "k"]).code == 0


def test_when_no_answer_ever_comes_the_outcome_is_unknown(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    tenant.fault(MESSAGES, {"cut": "after"})
    done = mcctl([*SEND, "--message-key", "k", "-o", "json"])
    assert (done.code, done.error["hint"]) == (
        7,
        "Find out before you run it again: mcctl tx status --channel email k",
    )


@pytest.mark.parametrize(
    "body", ["<html>", [], {}, {"responses": []}, {"responses": [{"messageKey": "other"}]}, {"errorcode": 0}]
)
def test_an_answer_that_makes_no_sense_is_an_unknown_outcome(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float], body: Any
) -> None:
    tenant.fault(MESSAGES, {"status": 202, "body": body if isinstance(body, str) else json.loads(json.dumps(body))})
    assert mcctl([*SEND, "--message-key", "k"]).code == 7


def test_a_repeat_that_is_refused_for_another_reason_is_an_unknown_outcome(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float]
) -> None:
    for fault in ({"cut": "after"}, {"status": 403}, {"cut": "after"}, {"status": 400, "body": {"errorcode": 10000}}):
        tenant.fault({**MESSAGES, "times": 1}, fault)
    assert mcctl([*SEND, "--message-key", "a"]).code == 7
    assert mcctl([*SEND, "--message-key", "b"]).code == 7


def test_a_lost_answer_before_a_new_token_still_counts(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    tenant.fault({**MESSAGES, "times": 1}, {"cut": "after"})
    tenant.fault({**MESSAGES, "times": 1}, {"status": 401})
    assert mcctl([*SEND, "--message-key", "k"]).code == 0


@pytest.mark.parametrize("status", [408, 500, 504, 520, 524, 530])
def test_server_errors_without_end_are_an_unknown_outcome(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float], status: int
) -> None:
    tenant.fault(MESSAGES, {"status": status})
    done = mcctl([*SEND, "--message-key", "k", "-o", "json"])
    assert (done.code, done.error["status"]) == (7, status)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (400, {"responses": [{"messageKey": "k"}]}, 7),
        (403, {"responses": [{"messageKey": "k"}]}, 4),
        (302, {"responses": [{"messageKey": "k"}]}, 7),
        (202, {"responses": [{"messageKey": "k", "errorCode": 109121}]}, 5),
        (202, {"errorcode": 109001, "responses": [{"messageKey": "k", "message": "no"}]}, 5),
        (202, {"responses": [{"messageKey": "k", "errorcode": 1}, {"messageKey": "k"}]}, 7),
        (202, {"responses": ["x", {"messageKey": "k"}]}, 0),
    ],
)
def test_only_what_says_so_is_an_acceptance(
    mcctl: Mcctl, tenant: Rehearsal, status: int, body: dict[str, Any], code: int
) -> None:
    tenant.fault(MESSAGES, {"status": status, "body": body})
    assert mcctl([*SEND, "--message-key", "k"]).code == code


@pytest.mark.parametrize("answer", [{"status": 404}, {"status": 200, "body": {"info": "odd"}}])
def test_a_status_that_is_not_known_yet_is_waited_for(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float], answer: dict[str, Any]
) -> None:
    rehearsal.fault({"method": "GET", "path": "/messages/", "times": 1}, answer)
    assert mcctl([*SEND, "--message-key", "k", "--wait"]).code == 0


def test_a_status_route_that_is_down_does_not_hide_the_acceptance(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float], naps: list[float]
) -> None:
    rehearsal.fault({"method": "GET", "path": "/messages/"}, {"status": 503})
    done = mcctl([*SEND, "--message-key", "k", "--wait"])
    assert (done.code, done.stderr.splitlines()[:2]) == (
        9,
        ["Accepted as k", "mcctl: It was accepted, but how it goes on cannot be asked now"],
    )
    assert done.stderr.endswith("Hint: mcctl tx status --channel email k\n")


@pytest.mark.parametrize("key", ["", ".", ".."])
def test_what_cannot_be_a_name_is_no_path(mcctl: Mcctl, rehearsal: Rehearsal, key: str) -> None:
    for args in (["tx", "definition", "delete", key, "--yes"], ["ens", "callback", "delete", key, "--yes"]):
        done = mcctl(args)
        assert (done.code, done.stderr) == (2, f"mcctl: {key!r} cannot name anything\n")
    assert rehearsal.requests() == []


def test_unsent_by_contact_address_definition_and_time(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    for number in (1, 2):
        to = ["--to", f"2{number}@notsent.example", "--contact", f"C-{number}", "--message-key", f"k-{number}"]
        assert mcctl(["tx", "send", "nto-order-confirmation", *to]).code == 0
    rehearsal.advance(2)

    def keys(*args: str) -> list[str]:
        found: list[str] = mcctl(["tx", "unsent", *args, "-o", "json", "-q", "[].info.messageKey"]).json
        return found

    assert keys() == keys("--since", "1h") == ["k-1", "k-2"]
    assert keys("--contact", "c-1") == keys("--to", "21@NotSent.example") == ["k-1"]
    assert keys("--definition", "nto-order-confirmation", "--contact", "c-2") == ["k-2"]
    assert keys("--until", "1h") == keys("--to", "nobody") == []
    wrong = mcctl(["tx", "unsent", "--since", "1h", "--until", "2h"])
    assert (wrong.code, wrong.stderr) == (2, "mcctl: --until 2h is before --since 1h\n")
