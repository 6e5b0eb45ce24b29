"""The emulator's MobileConnect, GroupConnect and Personalization Builder, as any documented client meets them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.conftest import Rehearsal, admin_url

SEND, LIST_SEND = "/sms/v1/messageContact/MzA6Nzg6MA/send", "/sms/v1/messageList/MzE6Nzg6MA/send"
CREDENTIALS = {"grant_type": "client_credentials", "client_id": "emulator", "client_secret": "emulator"}
CHAT = {
    "messageKey": "k", "from": {"senderType": "line", "senderId": "1653000001"}, "to": {"ottId": "u"},
    "message": {"contents": [{"type": "text", "text": "hi"}]}, "validityPeriod": 30,
}  # fmt: skip


@pytest.fixture
def http(served: tuple[Rehearsal, str]) -> httpx.Client:
    """A client of somebody else's, logged in."""
    client = httpx.Client(base_url=served[1], trust_env=False)
    client.headers["Authorization"] = f"Bearer {_token(client)}"
    return client


def _token(client: httpx.Client, **more: str) -> str:
    token: str = client.post("/v2/token", json={**CREDENTIALS, **more}).json()["access_token"]
    return token


@pytest.mark.parametrize(
    ("path", "body", "errors"),
    [
        (SEND, {}, ["The count of mobile numbers or subscribers cannot be zero."]),
        (SEND, {"mobileNumbers": []}, ["The count of mobile numbers or subscribers cannot be zero."]),
        (SEND, {"mobileNumbers": ["1-317", "13175550101"]}, ["1-317 is not a numeric string"]),
        (SEND, {"mobileNumbers": ["123"]}, ["No valid subscribers were provided"]),
        (SEND, {"Subscribers": [{"MobileNumber": "13175550101"}]},
         ["A subscriber object must have both a mobile number and subscriber key defined."]),
        (SEND, {"Subscribers": [{"MobileNumber": "1", "SubscriberKey": "a"}]}, ["Invalid phone number"]),
        (SEND, {"mobileNumbers": ["13175550101"], "Override": "true"}, ["Cannot override message text with a blank message."]),
        (SEND, {"mobileNumbers": ["13175550101"], "keyword": "NTO", "SendTime": "soon"},
         ["Keyword is not necessary when Subscribe and Resubscribe are false.",
          "soon is not a valid send time (yyyy-MM-dd HH:mm)."]),
        (SEND, {"mobileNumbers": ["13175550101"], "blackoutWindow": {"WindowStart": "9", "WindowEnd": "1000"}},
         ["A UTC offset must be specified when using a blackout window.", "9 is not a valid blackout window start time."]),
        (LIST_SEND, {"TargetListIds": ["x"], "ExclusionListIds": [], "IgnoreExclusionLists": True},
         ["TargetListIds is not applicable when OverrideTemplateTargetLists is false.",
          "Target list id [x] is invalid.",
          "ExclusionListIds is not applicable when OverrideTemplateExclusionLists is false.",
          "The count of Exclusion List IDs cannot be zero.",
          "Exclusion list ids cannot be specified when IgnoreExclusionLists is true."]),
        (LIST_SEND, {"OverrideTemplateTargetLists": "true", "MessageText": "x"},
         ["Cannot override template target lists when no target list ids are specified.",
          "MessageText is not applicable when OverrideMessageText is false."]),
        ("/sms/v1/messageContact/MzE6Nzg6MA/send", {"mobileNumbers": ["13175550101"]},
         ["Message MzE6Nzg6MA is not valid for the client."]),
        ("/sms/v1/messageList/MzA6Nzg6MA/send", {}, ["Message MzA6Nzg6MA is not valid for the client."]),
        ("/sms/v1/queueMO", {"mobileNumbers": ["13175550101"], "subscribers": [], "shortCode": "12345", "messageText": "x"},
         ["An array of mobile numbers and an array of subscribers cannot be provided at the same time"]),
    ],
)  # fmt: skip
def test_every_documented_fault_is_told(http: httpx.Client, path: str, body: Any, errors: list[str]) -> None:
    answer = http.post(path, json=body)
    assert (answer.status_code, answer.json()) == (400, {"errors": errors})


def test_a_token_counts_for_its_own_message_and_kind(http: httpx.Client) -> None:
    token = http.post(SEND, json={"mobileNumbers": ["13175550101"]}).json()["tokenId"]
    listed = http.get(f"/sms/v1/messageList/MzE6Nzg6MA/deliveries/{token}")
    assert listed.json() == {"errors": [f"TokenId {token} is not valid for MessageId MzE6Nzg6MA."]}


@pytest.mark.parametrize("scope", ["sms_read", "automations_read"])
def test_an_import_wants_both_of_its_scopes(http: httpx.Client, scope: str) -> None:
    http.headers["Authorization"] = f"Bearer {_token(http, scope=scope)}"
    assert http.post("/sms/v1/contacts/queueImport/MTIzOjYzOjA", json={}).status_code == 403


HALVES = [
    (SEND, '{"mobileNumbers": ["\\ud800"]}'),
    (SEND, '{"mobileNumbers": ["13175550101"], "SendTime": "\\udfff"}'),
    ("/sms/v1/queueMO", '{"mobileNumbers": ["13175550101"], "shortCode": "\\ud800", "messageText": "x"}'),
    ("/sms/v1/keyword", '{"keyword": "\\ud800", "longCode": "13175550100"}'),
    ("/ott/v1/send", '{"messageKey": "k", "to": {"ottId": "u"}, "message": {"contents": [{"type": "\\ud800"}]}}'),
    ("/api/v2/organization/12345678/privacy", '{"batch": {"\\ud800": []}}'),
]


@pytest.mark.parametrize(("path", "body"), HALVES)
def test_half_a_character_is_no_text(http: httpx.Client, path: str, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    if path.startswith("/api/v2"):
        headers["Authorization"] = "Bearer emulator"
    answer = http.post(path, content=body, headers=headers)
    assert answer.status_code == 400


def test_a_message_with_a_strange_content_does_not_break_the_outbox(
    http: httpx.Client, served: tuple[Rehearsal, str]
) -> None:
    odd = {**CHAT, "message": {"contents": [{"type": "text", "text": "hi", "foo": {"bar": [1]}}]}}
    assert http.post("/ott/v1/send", json=odd).status_code == 201
    served[0].advance(5)
    assert [one["text"] for one in http.get(admin_url("", "/outbox")).json()] == ["hi"]
    assert http.get("/ott/v1/send/k").json()["requestBody"]["message"]["contents"][0]["foo"] == {"bar": [1]}


def test_a_registration_replaces_what_is_there_and_can_be_deactivated(http: httpx.Client) -> None:
    attributes = {
        "channelId": "1653000001", "channelName": "NTO Japan", "channelSecret": "s", "endpointUrl": "https://x.io",
        "isTransactional": 1, "isTestChannel": 0, "isActive": 0,
    }  # fmt: skip
    body = {"ottPlatformName": "line", "ottPlatformAttributes": attributes}
    answer = http.post("/ott/v1/registration", json=body)
    assert (answer.status_code, answer.content) == (201, b"")
    told = http.get("/ott/v1/registration/line/1653000001").json()["ottPlatformAttributes"]
    assert (told["isActive"], told["isTransactional"], "channelSecret" in told) == (False, True, False)
    refused = http.post("/ott/v1/send", json=CHAT)
    assert (refused.status_code, refused.json()["message"]) == (
        400,
        "Sender Id provided is either unregistered or inactive Unknown",
    )


def test_pages_of_registrations_end_with_an_empty_one(http: httpx.Client) -> None:
    first = http.get("/ott/v1/registration/line?$page=1&$pagesize=1").json()
    assert first["links"]["next"] == {"href": "/v1/registration/line?%24page=2&%24pagesize=1"}
    assert http.get("/ott/v1/registration/line?$page=2&$pagesize=1").json()["items"] == []


@pytest.mark.parametrize(
    "states", [["do_not_track", "rtbf_delete"], ["forget"], ["do_not_track"] * 2, "do_not_track", [1]]
)
def test_states_that_the_api_forbids(http: httpx.Client, states: Any) -> None:
    headers = {"Authorization": "Bearer emulator"}
    answer = http.post("/api/v2/organization/12345678/privacy", json={"batch": {"a": states}}, headers=headers)
    assert (answer.status_code, answer.json()["message"].startswith("a: ")) == (400, True)


def test_personalization_has_a_key_of_its_own(http: httpx.Client) -> None:
    assert http.post("/api/v2/organization/12345678/privacy", json={"batch": {"a": []}}).status_code == 401
    other = {"Authorization": "Bearer emulator"}
    assert http.post("/api/v2/organization/1/privacy", json={"batch": {"a": []}}, headers=other).status_code == 403


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("client_id=emulator&client_secret=s3cret-value", "application/x-www-form-urlencoded"),
        ('{"channelSecret": "s3cret-value", broken', "application/json"),
        ('{"channel\\u0053ecret": "s3cret-value"}', "application/json"),
        ('{"a": [{"Api_Key": "s3cret-value"}]}', "application/json"),
    ],
)
def test_the_request_log_shows_no_secret(http: httpx.Client, content: str, kind: str) -> None:
    http.post("/ott/v1/registration", content=content, headers={"Content-Type": kind})
    http.get("/ott/v1/registration/line?access_token=s3cret-value")
    assert "s3cret-value" not in http.get(admin_url("", "/requests")).text


def test_the_clock_does_not_leave_the_century(http: httpx.Client) -> None:
    for _ in range(5):
        answer = http.post(admin_url("", "/clock"), json={"advance": 1e9})
    assert answer.status_code == 400
    assert http.get(admin_url("", "/clock")).json()["ahead"] == 3e9
