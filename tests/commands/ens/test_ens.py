"""`mcctl ens`: callbacks and subscriptions on the emulator, signatures, and the local receiver."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from mcctl.emulator.ens import delivery as ens_delivery
from mcctl.emulator.ens.delivery import signature
from mcctl.rest.ens import is_signed
from tests._hook import Hook
from tests.conftest import Mcctl, Rehearsal

CREATE = ["ens", "callback", "create", "--name", "hook", "-o", "json"]
SEND = ["tx", "send", "nto-order-confirmation", "--contact", "c-001", "--attr", "FirstName=Ada", "--to"]
BODY, KEY = b'[{"eventCategoryType":"x"}]', "lO5pNmTWdSXx5OfrCTtFjGhA+FCB4xSWAiT/jkdTM9Q="
SIGNATURE = "bgnMotnIQ+w9w/jz5UsiY/eW+NXS3hcACjrLNEQKzQI="


def subscribed(mcctl: Mcctl, hook: Hook, *events: str, filters: tuple[str, ...] = ()) -> str:
    """Register, verify and subscribe a receiver, and return its callback's id."""
    callback = mcctl([*CREATE, "--url", hook.url]).json["callbackId"]
    key = hook.posts[0][0]["verificationKey"]
    assert mcctl(["ens", "callback", "verify", callback, "--verification-key", key]).code == 0
    flags = [word for event in events for word in ("--event", event)]
    flags += [word for text in filters for word in ("--filter", text)]
    made = mcctl(["ens", "subscription", "create", "--name", "s", "--callback", callback, *flags])
    assert made.code == 0
    return str(callback)


# ---------------------------------------------------------------------- callbacks


def test_the_signature_key_is_kept_and_not_shown(mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook, home: Path) -> None:
    made = mcctl([*CREATE, "--url", hook.url, "--key-file", "key"])
    callback = made.json["callbackId"]
    assert made.json == {
        "callbackName": "hook",
        "callbackId": callback,
        "url": hook.url,
        "signatureKey": "********",
        "maxBatchSize": 1000,
    }
    key = (home / "key").read_text()
    assert len(key) == 44
    assert (home / "key").stat().st_mode & 0o777 == 0o600
    (home / "body").write_bytes(BODY)
    verify = ["ens", "verify", "body", "--signature", signature(key, BODY)]
    assert mcctl([*verify, "--callback", callback]).stderr == "The signature is right\n"
    assert mcctl([*verify, "--key-file", "key"]).code == 0
    rotated = mcctl(["ens", "callback", "rotate-key", callback, "--yes", "-o", "json"])
    assert rotated.json["signatureKey"] == "********"
    assert mcctl([*verify, "--callback", callback]).code == 2
    assert key not in made.stdout + made.stderr + rotated.stdout


def test_with_credentials_from_the_environment_the_key_needs_a_file(
    mcctl: Mcctl, tenant: Rehearsal, hook: Hook, home: Path
) -> None:
    refused = mcctl(["ens", "callback", "create", "--name", "hook", "--url", hook.url])
    assert (refused.code, refused.stderr) == (
        2,
        "mcctl: There is no keyring for credentials from the environment\n"
        "Hint: Say where the key shall go: --key-file PATH\n",
    )
    assert hook.posts == []
    assert mcctl([*CREATE, "--url", hook.url, "--key-file", "key"]).code == 0
    assert mcctl([*CREATE, "--url", hook.url + "2", "--key-file", "key"]).stderr.startswith('{\n  "error"')
    assert len(hook.posts) == 1


def test_callbacks_from_beginning_to_end(mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook) -> None:
    callback = mcctl([*CREATE, "--url", hook.url, "--max-batch-size", "200"]).json["callbackId"]
    assert hook.posts[0][0].keys() == {"callbackId", "verificationKey"}
    shown = {
        "callbackId": callback,
        "callbackName": "hook",
        "url": hook.url,
        "maxBatchSize": 200,
        "status": "unverified",
        "statusReason": "none",
    }
    assert mcctl(["ens", "callback", "get", callback, "-o", "json"]).json == shown
    early = mcctl(["ens", "subscription", "create", "--name", "s", "--callback", callback, "--event", "EmailSent"])
    assert (early.code, early.stderr.splitlines()[0]) == (
        5,
        "mcctl: Marketing Cloud answered POST /platform/v1/ens-subscriptions with: The callback is not verified "
        "(HTTP 400, code 30001)",
    )
    assert mcctl(["ens", "callback", "verify", callback]).code == 2
    assert mcctl(["ens", "callback", "verify", callback, "--verification-key", "wrong"]).code == 3
    key = hook.posts[0][0]["verificationKey"]
    assert mcctl(["ens", "callback", "verify", callback, "--verification-key", key]).code == 0
    assert mcctl(["ens", "callback", "verify", callback, "--verification-key", key]).code == 3
    assert mcctl(["ens", "callback", "update", callback, "--name", "other"]).code == 0
    listed = mcctl(["ens", "callback", "list", "-o", "json"]).json
    assert listed == [{**shown, "callbackName": "other", "status": "verified"}]
    assert mcctl(["ens", "callback", "delete", callback, "--yes"]).code == 0
    assert mcctl(["ens", "callback", "list", "-o", "json"]).json == []


def test_a_probe_that_fails_leaves_a_callback_to_delete(mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook) -> None:
    hook.status = 204
    refused = mcctl([*CREATE, "--url", hook.url])
    assert refused.code == 5
    assert "MCMS_UWH_Runtime_GeneralFailure_probeCallbackLiveness" in refused.error["message"]
    (left,) = mcctl(["ens", "callback", "list", "-o", "json"]).json
    assert mcctl(["ens", "callback", "delete", left["callbackId"], "--yes"]).code == 0


@pytest.mark.parametrize("url", ["https://hooks.example.com/x", "https://127.0.0.1/x"])
def test_the_emulator_calls_only_this_machine(mcctl: Mcctl, rehearsal: Rehearsal, url: str) -> None:
    assert mcctl([*CREATE, "--url", url]).code == 5


@pytest.mark.parametrize("url", ["http://hooks.example.com/", "https://h.example:8443/", "https://h.example/?a=b", "h"])
def test_urls_that_the_documents_forbid(mcctl: Mcctl, rehearsal: Rehearsal, url: str) -> None:
    done = mcctl([*CREATE, "--url", url])
    assert (done.code, done.error["errorcode"]) == (5, "10005")


# ---------------------------------------------------------------------- subscriptions


def test_subscriptions_from_beginning_to_end(mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook) -> None:
    callback = subscribed(
        mcctl, hook, "emailsent", "TransactionalSendEvents.EmailBounced", filters=("bounceCode=HARD",)
    )
    path = ["ens", "subscription"]
    (one,) = mcctl([*path, "list", "-o", "json"]).json
    assert {
        name: one[name] for name in ("subscriptionName", "callbackId", "eventCategoryTypes", "filters", "status")
    } == {
        "subscriptionName": "s",
        "callbackId": callback,
        "eventCategoryTypes": ["TransactionalSendEvents.EmailSent", "TransactionalSendEvents.EmailBounced"],
        "filters": ["bounceCode=HARD"],
        "status": "active",
    }
    number = one["subscriptionId"]
    assert mcctl([*path, "list", "--callback", callback, "-o", "json"]).json == [one]
    assert mcctl([*path, "pause", number]).code == 2
    assert mcctl([*path, "pause", number, "--yes", "-o", "json"]).json["status"] == "paused"
    assert mcctl([*path, "resume", number, "-o", "json"]).json["status"] == "active"
    changed = mcctl([*path, "update", number, "--event", "SmsSent", "--name", "t", "-o", "json"]).json
    assert (changed["subscriptionName"], changed["eventCategoryTypes"]) == ("t", ["TransactionalSendEvents.SmsSent"])
    assert changed["filters"] == ["bounceCode=HARD"]
    assert mcctl(["ens", "callback", "delete", callback, "--yes"]).code == 5
    assert mcctl([*path, "delete", number, "--yes"]).code == 0
    assert mcctl([*path, "get", number]).code == 3
    assert mcctl(["ens", "callback", "delete", callback, "--yes"]).code == 0


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Which events?"),
        (["--event", "Nope"], "There is no event 'Nope'"),
        (
            ["--event", "EmailSent", "--filter", "definitionKey"],
            "--filter 'definitionKey' is not of the form NAME=VALUE",
        ),
    ],
)
def test_what_is_wrong_with_a_subscription_is_told(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], message: str
) -> None:
    done = mcctl(["ens", "subscription", "create", "--name", "s", "--callback", "c", *args])
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: {message}")


# ---------------------------------------------------------------------- deliveries


def test_events_are_signed_and_delivered(mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook, waits: list[float]) -> None:
    subscribed(mcctl, hook, "EmailSent", "EmailNotSent", "EmailBounced")
    for address in ("ada@example.com", "5@notsent.example", "gone@bounce.example"):
        mcctl([*SEND, address, "--wait"])
    assert [(one["eventCategoryType"].rpartition(".")[2], one["info"]["to"]) for one in hook.events()] == [
        ("EmailSent", "ada@example.com"),
        ("EmailNotSent", "5@notsent.example"),
        ("EmailSent", "gone@bounce.example"),
        ("EmailBounced", "gone@bounce.example"),
    ]
    sent, lost, _, bounced = hook.events()
    assert sent["info"].keys() == {"to", "subscriberKey", "messageKey", "status", "renderedSubject"}
    assert (lost["info"]["statusCode"], lost["info"]["reason"]) == ("5", "InvalidEmailAddress")
    assert (bounced["info"]["bounceCode"], bounced["definitionKey"]) == ("HARD", "nto-order-confirmation")


def test_filters_and_pauses_keep_events_back(
    mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook, waits: list[float]
) -> None:
    callback = subscribed(mcctl, hook, "EmailNotSent", "SmsSent", filters=("statusCode=27",))
    mcctl([*SEND, "5@notsent.example", "--wait"])
    mcctl([*SEND, "27@notsent.example", "--wait"])
    assert [one["info"]["statusCode"] for one in hook.events()] == ["27"]
    (one,) = mcctl(["ens", "subscription", "list", "--callback", callback, "-o", "json"]).json
    mcctl(["ens", "subscription", "pause", one["subscriptionId"], "--yes"])
    mcctl([*SEND, "27@notsent.example", "--wait"])
    mcctl(["ens", "subscription", "resume", one["subscriptionId"]])
    assert len(hook.events()) == 1


def test_sms_events(mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook, waits: list[float]) -> None:
    subscribed(mcctl, hook, "SmsSent", "SmsNotSent", "SmsDelivered", "SmsBounced")
    for number in ("13175551212", "15005554500", "15005550129"):
        mcctl(["tx", "send", "nto-passcode", "--contact", "c", "--to", number, "--wait"])
    assert [one["eventCategoryType"].rpartition(".")[2] for one in hook.events()] == [
        "SmsSent", "SmsDelivered", "SmsSent", "SmsBounced", "SmsNotSent",
    ]  # fmt: skip


def test_events_come_in_batches(mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook) -> None:
    subscribed(mcctl, hook, "EmailSent")
    Path("r.csv").write_text("contactKey,to\n" + "".join(f"c{n},c{n}@x.io\n" for n in range(1200)))
    assert mcctl(["tx", "send", "nto-order-confirmation", "--from", "r.csv"]).code == 0
    rehearsal.advance(2)
    rehearsal.app.deliver()
    assert [len(body) for body, _, _ in hook.posts[1:]] == [1000, 200]


def test_a_batch_is_tried_four_times_and_then_dropped(
    mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook, waits: list[float]
) -> None:
    subscribed(mcctl, hook, "EmailSent")
    hook.status = 500
    mcctl([*SEND, "a@x.io", "--wait"])
    for seconds in (5, 10, 20, 60):
        rehearsal.advance(seconds)
        rehearsal.app.deliver()
    assert len(hook.events()) == 4
    hook.status = 202
    mcctl([*SEND, "b@x.io", "--wait"])
    assert hook.events()[-1]["info"]["to"] == "b@x.io"


def test_two_failures_in_a_row_suspend_a_callback_for_ten_minutes(
    mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook, waits: list[float]
) -> None:
    subscribed(mcctl, hook, "EmailSent")
    hook.status = 500
    for address in ("a@x.io", "b@x.io"):
        mcctl([*SEND, address, "--wait"])
        for seconds in (5, 10, 20):
            rehearsal.advance(seconds)
            rehearsal.app.deliver()
    hook.status = 200
    mcctl([*SEND, "c@x.io", "--wait"])
    rehearsal.advance(11 * 60)
    mcctl([*SEND, "d@x.io", "--wait"])
    assert [one["info"]["to"] for one in hook.events()] == ["a@x.io"] * 4 + ["b@x.io"] * 4 + ["d@x.io"]


def test_a_callback_that_is_gone_is_no_error(
    mcctl: Mcctl, rehearsal: Rehearsal, hook: Hook, waits: list[float]
) -> None:
    subscribed(mcctl, hook, "EmailSent")
    hook.server.shutdown()
    hook.server.server_close()
    assert mcctl([*SEND, "a@x.io", "--wait"]).code == 0
    assert ens_delivery.post("http://127.0.0.1:1/", b"", {}, 1) is None


# ---------------------------------------------------------------------- signatures


def test_signatures() -> None:
    assert signature(KEY, BODY) == SIGNATURE
    assert is_signed(BODY, SIGNATURE, KEY)
    assert is_signed(BODY, f" {SIGNATURE}\n", KEY + "\n")
    for body, signed, key in ((BODY + b" ", SIGNATURE, KEY), (BODY, "A" + SIGNATURE[1:], KEY), (BODY, SIGNATURE, "k"),
                              (BODY, "", KEY), (BODY, "é", KEY)):  # fmt: skip
        assert not is_signed(body, signed, key)


def test_verify(mcctl: Mcctl, home: Path) -> None:
    (home / "key").write_text(KEY + "\n")
    args = ["ens", "verify", "-", "--key-file", "key", "-p", "emulator", "--signature"]
    assert mcctl([*args, SIGNATURE], stdin=BODY).code == 0
    wrong = mcctl([*args, "x"], stdin=BODY)
    assert (wrong.code, wrong.stderr) == (
        2,
        "mcctl: The signature is wrong: this was not signed with that key, or not these bytes\n",
    )
    unknown = mcctl(["ens", "verify", "-", "--signature", "x", "-p", "emulator", "--callback", "c"], stdin=BODY)
    assert (unknown.code, unknown.stderr.splitlines()[0]) == (
        2,
        "mcctl: The signature key of callback c is not on this machine",
    )


# ---------------------------------------------------------------------- listening


@contextmanager
def listening(*args: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run `ens listen` in a process of its own; yield its URL and the process."""
    command = [sys.executable, "-m", "mcctl", "ens", "listen", "--port", "0", "-o", "jsonl", "-p", "emulator", *args]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            yield process.stderr.readline().split()[2].rstrip(";"), process
        finally:
            process.kill()


def test_listen_answers_the_probe_checks_signatures_and_prints_events(home: Path, hook: Hook) -> None:
    (home / "key").write_text(KEY)
    probe = {"callbackId": "c-1", "verificationKey": "v-1"}
    events = [
        {"eventCategoryType": "TransactionalSendEvents.EmailSent", "info": {"to": "a"}},
        {"eventCategoryType": "b"},
    ]
    body = json.dumps(events).encode()
    signed = {"x-sfmc-ens-signature": signature(KEY, body)}
    with listening("--key-file", "key", "--limit", "2", "--forward-to", hook.url, "--any-probe") as (url, process):
        statuses = [
            httpx.post(url, json=probe).status_code,
            httpx.post(url, content=body).status_code,
            httpx.post(url, content=body, headers={"x-sfmc-ens-signature": "wrong"}).status_code,
            httpx.post(url, content=b"<html>", headers=signed).status_code,
            httpx.get(url).status_code,
        ]
        hook.status = 500
        statuses.append(httpx.post(url, content=body, headers=signed).status_code)
        hook.status = 200
        statuses.append(httpx.post(url, content=body, headers=signed).status_code)
        out, err = process.communicate(timeout=20)
    assert statuses == [200, 401, 401, 400, 501, 502, 200]
    assert (process.returncode, [json.loads(line) for line in out.splitlines()]) == (0, events)
    assert err.splitlines() == [
        "Callback c-1 was probed. Next: mcctl ens callback verify c-1",
        "Refused a request: it is not signed",
        "Refused a request: its signature is wrong",
        "Refused a request: it is not JSON",
        "Not forwarded to 127.0.0.1: HTTP 500",
        "2 events, 3 requests refused",
    ]
    assert [post[2] for post in hook.posts] == [body, body]
    assert json.loads((home / "state" / "emulator-keys.json").read_text()) == {"ens-probe/c-1": "v-1"}


def test_a_probe_that_nobody_waits_for_is_refused(home: Path) -> None:
    probe = {"callbackId": "c-1", "verificationKey": "v-1"}
    with listening() as (url, process):
        assert httpx.post(url, json=probe).status_code == 403
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert err.splitlines() == [
        "Refused a request: it is a probe, and no mcctl ens callback create waits for one; see --any-probe",
        "0 events, 1 request refused",
    ]
    assert not (home / "state" / "emulator-keys.json").exists()


def test_a_port_that_is_taken(mcctl: Mcctl, hook: Hook) -> None:
    done = mcctl(["ens", "listen", "--port", str(hook.server.server_port), "-p", "emulator"])
    assert (done.code, done.stderr.splitlines()[0]) == (
        2,
        f"mcctl: Cannot listen on port {hook.server.server_port}: Address already in use",
    )


def test_the_whole_story(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    with listening("--limit", "1") as (url, process):
        callback = mcctl([*CREATE, "--url", url]).json["callbackId"]
        assert mcctl(["ens", "callback", "verify", callback]).code == 0
        subscribe = ["ens", "subscription", "create", "--name", "sent", "--callback", callback, "--event", "EmailSent"]
        assert mcctl(subscribe).code == 0
        assert mcctl([*SEND, "ada@example.com", "--message-key", "k-1", "--wait"]).code == 0
        out, err = process.communicate(timeout=20)
    event = json.loads(out)
    assert (event["eventCategoryType"], event["info"]["messageKey"]) == ("TransactionalSendEvents.EmailSent", "k-1")
    assert err.endswith("\n1 event, 0 requests refused\n")


def test_ctrl_c_ends_listening_in_good_order(home: Path) -> None:
    with listening() as (_, process):
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "0 events, 0 requests refused\n")


# ---------------------------------------------------------------------- odd answers, odd clients


@pytest.mark.parametrize(
    "body", [[], [{}, {}], "text", {}, [{"callbackId": "c"}], [{"callbackId": "c", "signatureKey": ["s3cr3t-s3cr3t"]}]]
)
@pytest.mark.parametrize("args", [CREATE, ["ens", "callback", "rotate-key", "c", "--yes", "-o", "json"]])
def test_a_key_that_did_not_come_is_an_unknown_outcome(
    mcctl: Mcctl, tenant: Rehearsal, body: Any, args: list[str]
) -> None:
    for method in ("POST", "PUT"):
        tenant.fault({"method": method, "path": "/ens-"}, {"status": 201, "body": body})
    url = ["--url", "https://h.example/"] if args is CREATE else []
    done = mcctl([*args, *url, "--key-file", "key"])
    assert (done.code, done.stdout, "s3cr3t" in done.stderr) == (7, "", False)
    assert not Path("key").exists()


def test_a_signature_key_is_not_shown_where_none_should_be(mcctl: Mcctl, tenant: Rehearsal) -> None:
    one = {"callbackId": "c", "callbackName": "n", "url": "u", "maxBatchSize": "many", "signatureKey": "s3cr3t-s3cr3t"}
    tenant.fault({"path": "/ens-callbacks$"}, {"status": 200, "body": [one]})
    tenant.fault({"path": "/ens-callbacks/"}, {"status": 200, "body": one})
    for args in (["get", "c"], ["list"], ["update", "c", "--name", "x"]):
        done = mcctl(["ens", "callback", *args, "-o", "json"])
        assert (done.code, "s3cr3t" in done.stdout) == (0, False)


def test_a_subscription_of_odd_types_is_shown(mcctl: Mcctl, tenant: Rehearsal) -> None:
    odd = {"subscriptionId": "s", "eventCategoryTypes": 7, "filters": "x"}
    tenant.fault({"path": "/ens-subscriptions/"}, {"status": 200, "body": odd})
    assert mcctl(["ens", "subscription", "get", "s"]).code == 0


def test_where_the_key_shall_go_is_made_sure_of_first(mcctl: Mcctl, tenant: Rehearsal, home: Path) -> None:
    (home / "taken").write_text("x")
    for name in ("taken", "nowhere/key"):
        assert mcctl([*CREATE, "--url", "https://h.example/", "--key-file", name]).code == 2
    assert tenant.requests() == []


def test_an_empty_key_signs_nothing(mcctl: Mcctl, home: Path) -> None:
    (home / "key").write_text("\n")
    done = mcctl(["ens", "verify", "-", "--signature", signature("", BODY), "--key-file", "key"], stdin=BODY)
    assert (done.code, done.stderr.splitlines()[0]) == (2, "mcctl: key holds no key")
    assert not is_signed(BODY, signature("", BODY), "")


@pytest.mark.parametrize("output", ["json", "yaml", "jsonl"])
def test_events_that_were_answered_are_printed_whatever_ends_it(home: Path, output: str) -> None:
    (home / "key").write_text(KEY)
    body = b'[{"eventCategoryType":"a"},{"eventCategoryType":"b"}]'
    with listening("--key-file", "key", "-o", output) as (url, process):
        assert httpx.post(url, content=body, headers={"x-sfmc-ens-signature": signature(KEY, body)}).status_code == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out.count("eventCategoryType"), err) == (0, 2, "2 events, 0 requests refused\n")


def test_a_limit_does_not_cut_a_notification(home: Path) -> None:
    (home / "key").write_text(KEY)
    body = b'[{"eventCategoryType":"a"},{"eventCategoryType":"b"}]'
    with listening("--key-file", "key", "--limit", "1") as (url, process):
        answer = httpx.post(url, content=body, headers={"x-sfmc-ens-signature": signature(KEY, body)})
        out, _ = process.communicate(timeout=20)
    assert (answer.status_code, len(out.splitlines())) == (200, 2)


def test_listening_without_a_key_says_so(home: Path) -> None:
    with listening() as (url, process):
        answer = httpx.post(url, content=BODY, headers={"x-sfmc-ens-signature": SIGNATURE})
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert answer.status_code == 401
    assert err.splitlines()[0] == "Refused a request: no callback is known here; give --callback"


@pytest.mark.parametrize("url", ["ftp://h/", "http://", "http://[::1", "http://h:notaport/"])
def test_forwarding_to_what_is_no_url(mcctl: Mcctl, url: str) -> None:
    done = mcctl(["ens", "listen", "-p", "emulator", "--forward-to", url])
    assert (done.code, done.stderr) == (2, f"mcctl: {url!r} is not an http or https URL\n")
