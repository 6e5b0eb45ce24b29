"""`mcctl emulator`, and the emulator as any documented client meets it: over HTTP."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.conftest import CREDENTIALS, Mcctl, Rehearsal, admin_url, environment

CATEGORIES = "/asset/v1/content/categories"
ASSETS = "/asset/v1/content/assets"
NOT_AUTHORIZED = {"errorcode": 0, "message": "Not Authorized"}


# ---------------------------------------------------------------------- its commands


def test_reset_brings_back_the_beginning(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["asset", "delete", "nto-footer", "--yes"]).code == 0
    assert mcctl(["emulator", "reset"]).code == 0
    assert mcctl(["asset", "get", "nto-footer"]).code == 0
    assert len(rehearsal.requests()) == 2


def test_requests_are_logged_without_secrets(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    mcctl(["asset", "get", "999"])
    logged = mcctl(["emulator", "requests", "-o", "json"]).json
    assert [(one["method"], one["path"], one["status"]) for one in logged] == [
        ("POST", "/v2/token", 200),
        ("GET", f"{ASSETS}/999", 404),
    ]
    assert json.loads(logged[0]["body"])["client_secret"] == "********"


def test_outbox_is_empty_in_the_beginning(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["emulator", "outbox", "-o", "json"]).json == []


def test_clock(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["emulator", "clock", "--advance", "20m", "-o", "json"]).json["ahead"] == 1200
    assert mcctl(["emulator", "clock", "--advance", "1d", "-q", "ahead"]).stdout == "87600.0\n"
    assert mcctl(["emulator", "clock", "--advance", "soon"]).code == 2


def test_faults(mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]) -> None:
    args = ["emulator", "fault", "add", "--method", "get", "--path", "/assets/", "--times", "1", "--status", "429"]
    added = mcctl([*args, "--header", "Retry-After: 3", "--body", '{"message": "slow down"}', "-o", "json"])
    rule = {
        "match": {"method": "GET", "path": "/assets/", "times": 1},
        "answer": {"status": 429, "headers": {"Retry-After": "3"}, "body": {"message": "slow down"}},
    }
    assert added.json == {"id": 1, **rule}
    assert mcctl(["asset", "get", "1203"]).code == 0
    assert naps == [3.0]
    listed = mcctl(["emulator", "fault", "list", "-o", "json"]).json
    assert listed == [{"id": 1, **rule, "seen": 2, "fired": 1}]
    assert mcctl(["emulator", "fault", "clear"]).stderr == "Removed 1 fault rules\n"
    assert mcctl(["emulator", "fault", "list", "-o", "json"]).json == []


@pytest.mark.parametrize(
    "args",
    [[], ["--path", "("], ["--path", "(", "--status", "500"], ["--cut", "between"], ["--status", "99"],
     ["--status", "500", "--header", "nocolon"], ["--status", "500", "--body", "{"], ["--delay", "-1"]],
)  # fmt: skip
def test_bad_faults(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str]) -> None:
    assert mcctl(["emulator", "fault", "add", *args]).code == 2


def test_a_probability_picks_the_same_requests_each_time(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    outcomes = []
    for _ in range(2):
        mcctl(["emulator", "reset"])
        mcctl(
            ["emulator", "fault", "add", "--path", "/assets/", "--probability", "0.5", "--seed", "7", "--status", "400"]
        )
        outcomes.append([mcctl(["asset", "get", "1203"]).code for _ in range(10)])
    assert outcomes[0] == outcomes[1]
    assert set(outcomes[0]) == {0, 5}


def test_a_state_file_of_another_version_is_made_anew(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    with rehearsal.app.state.transaction() as db:
        db.execute("drop table asset")
        db.execute("pragma user_version = 1")
    assert mcctl(["asset", "get", "nto-footer"]).code == 0


# ---------------------------------------------------------------------- as any client meets it


def test_the_admin_routes(http: httpx.Client) -> None:
    url = str(http.base_url).rstrip("/")
    index = httpx.get(admin_url(url), trust_env=False)
    assert (index.status_code, index.json()["emulator"]) == (200, "mcctl")
    rule = {"match": {"path": CATEGORIES}, "answer": {"status": 418}}
    assert http.post(admin_url(url, "/faults"), json=rule).status_code == 201
    assert http.get(CATEGORIES).status_code == 418
    assert http.post(admin_url(url, "/faults"), json={"answer": {"cut": "x"}}).status_code == 400
    assert http.post(admin_url(url, "/faults"), json=[]).status_code == 400
    assert http.post(admin_url(url, "/faults"), content=b"{").status_code == 400
    assert http.get(admin_url(url, "/faults")).json()[0]["fired"] == 1
    assert http.delete(admin_url(url, "/faults")).json() == {"removed": 1}
    assert http.post(admin_url(url, "/clock"), json={"advance": 60}).json()["ahead"] == 60
    assert http.post(admin_url(url, "/clock"), json={"advance": "x"}).status_code == 400
    assert http.get(admin_url(url, "/outbox")).json() == []
    assert [one["path"] for one in http.get(admin_url(url, "/requests")).json()] == ["/v2/token", CATEGORIES]
    assert http.post(admin_url(url, "/reset")).status_code == 204
    assert http.get(admin_url(url, "/requests")).json() == []
    assert http.get(admin_url(url, "/nothing")).status_code == 501


def test_a_page_that_rebinds_its_name_is_turned_away(http: httpx.Client) -> None:
    assert http.get(CATEGORIES, headers={"Host": "evil.example"}).status_code == 421


def test_a_cut_connection_is_really_cut(served: tuple[Rehearsal, str], http: httpx.Client) -> None:
    served[0].fault({"path": CATEGORIES}, {"cut": "before"})
    with pytest.raises(httpx.RemoteProtocolError):
        http.get(CATEGORIES)


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ({**CREDENTIALS, "client_secret": "wrong"}, 401, "invalid_client"),
        ({**CREDENTIALS, "client_id": "wrong"}, 401, "invalid_client"),
        ({**CREDENTIALS, "account_id": 1}, 401, "unauthorized_client"),
        ({**CREDENTIALS, "account_id": True}, 401, "unauthorized_client"),
        ({**CREDENTIALS, "scope": "fly"}, 400, "invalid_scope"),
        ({**CREDENTIALS, "grant_type": "password"}, 400, "unsupported_grant_type"),
        ({}, 400, "unsupported_grant_type"),
        ([], 400, "invalid_request"),
    ],
)
def test_token_refusals(http: httpx.Client, body: Any, status: int, error: str) -> None:
    answer = http.post("/v2/token", json=body)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


def test_a_token_is_for_its_business_unit_and_scopes(http: httpx.Client) -> None:
    for account in (510000002, "510000002"):
        answer = http.post("/v2/token", json={**CREDENTIALS, "account_id": account, "scope": "email_read"}).json()
        assert (answer["token_type"], answer["expires_in"], answer["scope"]) == ("Bearer", 1080, "email_read")
        info = http.get("/v2/userinfo", headers={"Authorization": f"Bearer {answer['access_token']}"}).json()
        assert info["organization"]["member_id"] == 510000002
    refused = http.get(CATEGORIES, headers={"Authorization": f"Bearer {answer['access_token']}"})
    assert (refused.status_code, refused.json()["ErrorCode"]) == (403, 20002)


def test_the_authorization_code_flow(http: httpx.Client) -> None:
    query = {
        "response_type": "code",
        "client_id": "emulator-web",
        "redirect_uri": "https://127.0.0.1:80/",
        "state": "s",
    }
    assert http.get("/v2/authorize", params={**query, "redirect_uri": "https://evil.example/"}).status_code == 400
    back = parse_qs(urlsplit(http.get("/v2/authorize", params=query).headers["Location"]).query)
    assert back["state"] == ["s"]
    web = {"client_id": "emulator-web", "client_secret": "emulator-web", "redirect_uri": query["redirect_uri"]}
    ask = {**web, "grant_type": "authorization_code", "code": back["code"][0]}
    assert http.post("/v2/token", json={**ask, "client_secret": "x"}).status_code == 401
    first = http.post("/v2/token", json=ask).json()
    assert http.post("/v2/token", json=ask).status_code == 401
    again = {**web, "grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    second = http.post("/v2/token", json=again).json()
    assert second["refresh_token"] != first["refresh_token"]
    wrong = parse_qs(
        urlsplit(http.get("/v2/authorize", params={**query, "response_type": "x"}).headers["Location"]).query
    )
    assert wrong["error"] == ["unsupported_response_type"]


def test_userinfo_and_discovery(http: httpx.Client) -> None:
    assert http.get("/v2/userinfo", headers={"Authorization": ""}).status_code == 400
    assert http.get("/v2/userinfo", headers={"Authorization": "Bearer x"}).status_code == 401
    assert "/uid/" in http.get("/v2/userinfo?view=oidc").json()["user"]["sub"]
    found = http.get("/v2/discovery", params={"client_id": "emulator", "resource": "acct:ada"}).json()
    assert [link["rel"] for link in found["links"]] == ["auth_instance_url", "rest_instance_url"]
    assert http.get("/v2/discovery").status_code == 400


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Basic x"])
def test_no_token_no_entry(http: httpx.Client, header: str) -> None:
    answer = http.get(CATEGORIES, headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer.json().items() >= NOT_AUTHORIZED.items()


def test_a_token_in_the_url_is_refused(http: httpx.Client) -> None:
    answer = http.get(f"{CATEGORIES}?access_token=x")
    assert (answer.status_code, answer.json()["errorcode"]) == (403, 40003)


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("POST", ASSETS, b"{", 400, 10004),
        ("POST", ASSETS, b"[]", 400, 10004),
        ("POST", ASSETS, b'{"name": NaN}', 400, 10004),
        ("POST", ASSETS, {"assetType": {"id": 197}}, 400, 10002),
        ("POST", ASSETS, {"name": "x"}, 400, 10002),
        ("POST", ASSETS, {"name": "x", "assetType": {"id": 9999}}, 400, 10005),
        ("POST", ASSETS, {"name": "x" * 201, "assetType": {"id": 197}}, 400, 10005),
        ("POST", ASSETS, {"name": 7, "assetType": {"id": 197}}, 400, 10001),
        ("POST", ASSETS, {"name": "x", "assetType": {"id": 28}, "file": "no base64!"}, 400, 10003),
        ("POST", ASSETS, {"name": "x", "assetType": {"id": 197}, "category": {"id": 202}}, 400, 10005),
        ("POST", ASSETS, {"name": "x", "assetType": {"id": 197}, "channels": {"email": 1}}, 400, 10001),
        ("POST", ASSETS, {"name": "x", "assetType": {"id": 197}, "views": {"html": "text"}}, 400, 10001),
        ("POST", ASSETS, {"name": "x", "assetType": {"id": 197}, "tags": [1]}, 400, 10001),
        ("PATCH", f"{ASSETS}/1203", {"sharingProperties": {"sharedWith": list(range(101))}}, 400, 10005),
        ("PATCH", f"{ASSETS}/1203", {"customerKey": "nto-logo"}, 400, 30004),
        ("GET", f"{ASSETS}/abc", None, 404, 30003),
        ("GET", f"{ASSETS}/1203/file", None, 400, 30001),
        ("GET", f"{ASSETS}?$page=0", None, 400, 10005),
        ("GET", f"{ASSETS}?$filter=name", None, 400, 10003),
        ("GET", f"{ASSETS}?$filter=name is x", None, 400, 10003),
        ("GET", f"{ASSETS}?$orderBy=name up", None, 400, 10005),
        ("POST", f"{ASSETS}/query", {}, 400, 10002),
        ("POST", f"{ASSETS}/query", {"query": {"property": "meta", "simpleOperator": "isNull"}}, 400, 10005),
        ("POST", f"{ASSETS}/query", {"query": {"property": "id", "simpleOperator": "near", "value": 1}}, 400, 10005),
        ("POST", f"{ASSETS}/query", {"query": {"leftOperand": 1, "logicalOperator": "XOR"}}, 400, 10005),
        ("DELETE", f"{ASSETS}/1204?isCDNDelete=7", None, 400, 10005),
        ("POST", CATEGORIES, {"Name": "x"}, 400, 10002),
        ("POST", CATEGORIES, {"Name": "x", "ParentId": 202}, 400, 10005),
        ("POST", CATEGORIES, {"Name": "Emails", "ParentId": 100}, 400, 30004),
        ("PUT", f"{CATEGORIES}/103", {"Id": 104, "Name": "x", "ParentId": 100}, 400, 10005),
        ("PUT", f"{CATEGORIES}/100", {"Id": 100, "Name": "x", "ParentId": 101}, 403, 20002),
        ("DELETE", f"{CATEGORIES}/999", None, 404, 30003),
    ],
)  # fmt: skip
def test_content_builder_refusals(
    http: httpx.Client, method: str, path: str, body: Any, status: int, code: int
) -> None:
    content = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
    answer = http.request(method, path, content=content, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["ErrorCode"]) == (status, code)


def test_other_media_types_methods_and_routes(http: httpx.Client) -> None:
    assert http.post(ASSETS, content=b"x", headers={"Content-Type": "text/plain"}).status_code == 415
    assert http.put(ASSETS, json={}).status_code == 405
    assert http.get("/push/v1/location").status_code == 501
    assert http.get(f"{ASSETS}/1201/channelviews/html?thumbnail=true").status_code == 501


def test_pascal_case_is_understood_and_read_only_properties_are_ignored(http: httpx.Client) -> None:
    read = http.get(f"{ASSETS}/1203").json()
    del read["name"]
    written = http.put(f"{ASSETS}/1203", json={**read, "Name": "Renamed", "id": 1, "memberId": 2}).json()
    told = {name: written[name] for name in ("id", "name", "memberId", "version")}
    assert told == {"id": 1203, "name": "Renamed", "memberId": 510000001, "version": 2}


def test_sharing_shows_an_asset_to_another_business_unit(http: httpx.Client) -> None:
    share = {"sharingProperties": {"sharedWith": [510000002], "sharingType": "view"}}
    assert http.patch(f"{ASSETS}/1203", json=share).status_code == 200
    token = http.post("/v2/token", json={**CREDENTIALS, "account_id": 510000002}).json()["access_token"]
    europe = {"Authorization": f"Bearer {token}"}
    assert http.get(f"{ASSETS}/1203", headers=europe).status_code == 200
    assert http.patch(f"{ASSETS}/1203", json={"name": "x"}, headers=europe).status_code == 403
    assert http.get(f"{ASSETS}/1204", headers=europe).status_code == 404


def test_deleted_files_are_listed_for_thirty_days(served: tuple[Rehearsal, str], http: httpx.Client) -> None:
    for asset_id in (1203, 1204):
        assert http.delete(f"{ASSETS}/{asset_id}").status_code == 200
    listed = http.get("/asset/v1/content/deletedAssets").json()
    assert [(item["id"], item["assetTypeID"]) for item in listed["items"]] == [(1204, 28)]
    changed = http.patch("/asset/v1/content/deletedAssets/1204", json={"name": "old logo"})
    assert changed.json() == {"asset": {"href": "asset/v1//Content/Assets/1204"}}
    assert http.patch("/asset/v1/content/deletedAssets/1204", json={"name": 1}).json()["ErrorCode"] == 40004
    assert http.get("/asset/v1/content/deletedAssets").json()["items"][0]["name"] == "old logo"
    served[0].advance(31 * 86400)
    again = http.post("/v2/token", json=CREDENTIALS).json()["access_token"]
    later = http.get("/asset/v1/content/deletedAssets", headers={"Authorization": f"Bearer {again}"}).json()
    assert later["items"] == []


def test_salutations_and_compiled_views(http: httpx.Client) -> None:
    both = [http.get(f"{ASSETS}/salutations").json(), http.get(f"{ASSETS}/1201/salutations").json()]
    assert both[0] == both[1]
    plain = http.get(f"{ASSETS}/1202/channelviews/html").json()["compiled"]
    framed = http.get(f"{ASSETS}/1202/channelviews/html?includeHeaderFooter=true").json()["compiled"]
    assert framed == both[0]["HTMLHeader"] + plain + both[0]["HTMLFooter"]
    assert http.get(f"{ASSETS}/1201/channelviews/nosuch").json()["compiled"].startswith("<!DOCTYPE html>")


def test_lists_by_filter_order_fields_and_scope(http: httpx.Client) -> None:
    assert [item["id"] for item in http.get(f"{ASSETS}?$filter=id gt 1202&$orderBy=id desc").json()["items"]] == [
        1204,
        1203,
    ]
    assert http.get(f"{ASSETS}?$fields=name&$filter=name like 'logo'").json()["items"] == [{"name": "nto-logo.png"}]
    assert http.get(f"{ASSETS}?$fields=name&$filter=customerKey eq nto-logo").json()["items"] == [
        {"name": "nto-logo.png"}
    ]
    page = http.get(f"{CATEGORIES}?$filter=parentId eq 101&$orderBy=name desc").json()
    assert [item["id"] for item in page.pop("items")] == [102, 103]
    assert page == {"count": 2, "page": 1, "pageSize": 50, "links": {}}
    shared = {
        "Name": "Common",
        "ParentId": 110,
        "SharingProperties": {"SharedWith": [510000002], "SharingType": "edit"},
    }
    made = http.post(CATEGORIES, json=shared).json()
    assert (made["categoryType"], made["sharingProperties"]["sharedWith"]) == ("asset-shared", [510000002])
    assert [item["id"] for item in http.get(f"{CATEGORIES}?scope=shared").json()["items"]] == [made["id"]]
    token = http.post("/v2/token", json={**CREDENTIALS, "account_id": 510000002}).json()["access_token"]
    europe = http.get(f"{CATEGORIES}?scope=Ours,Shared", headers={"Authorization": f"Bearer {token}"}).json()
    assert made["id"] in [item["id"] for item in europe["items"]]


def test_the_command_serves_the_same_state(tmp_path: Path, mcctl: Mcctl) -> None:
    """The installed script as a subprocess, on a free port, until it is interrupted."""
    import os
    import signal
    import subprocess
    import sys

    env = {**os.environ, "MCCTL_EMULATOR_STATE": str(tmp_path / "state.sqlite")}
    command = [sys.executable, "-m", "mcctl", "emulator", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, text=True) as server:
        try:
            assert server.stdout
            url = server.stdout.readline().strip()
            assert mcctl(["asset", "patch", "1203", "--name", "Over HTTP"], **environment(url)).code == 0
            server.send_signal(signal.SIGINT)
            server.wait(10)
        finally:
            server.kill()
    state = {"MCCTL_EMULATOR_STATE": str(tmp_path / "state.sqlite"), "MCCTL_PROFILE": "emulator"}
    assert mcctl(["asset", "get", "1203", "-o", "json"], **state).json["name"] == "Over HTTP"


# ---------------------------------------------------------------------- transactional messaging


def recipients(*values: Any) -> dict[str, Any]:
    """Return a batch for the demo account's e-mail definition."""
    return {"definitionKey": "nto-order-confirmation", "recipients": list(values)}


ADA = {"contactKey": "c-1", "to": "ada@example.com"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"recipients": [ADA]}, 109107),
        ({**recipients(ADA), "definitionKey": "nope"}, 109111),
        (recipients(), 109102),
        ({"definitionKey": "nto-order-confirmation"}, 109102),
        (recipients(*[ADA] * 2001), 109101),
        (recipients({"contactKey": "c"}), 109103),
        ({**recipients(ADA), "unknown": 1}, 109122),
        ({**recipients(ADA), "recipient": ADA}, 109122),
    ],
)
def test_a_batch_that_is_refused_as_a_whole(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, body: dict[str, Any], code: int
) -> None:
    (home / "body.json").write_text(json.dumps(body))
    done = mcctl(["api", "POST", "/messaging/v1/email/messages", "--input", "body.json", "-o", "json"])
    assert (done.code, done.error["errorcode"]) == (5, str(code))


@pytest.mark.parametrize(
    ("recipient", "code"),
    [
        ({"to": "a@x.io"}, 109105),
        ({"contactKey": "x" * 255, "to": "a@x.io"}, 109109),
        ({"contactKey": "new"}, 109106),
        ({"contactKey": "c", "to": "nope"}, 109121),
        ({"contactKey": "c", "to": "a@x.io", "messageKey": "k" * 101}, 109108),
        ({"contactKey": "c", "to": "a@x.io", "messageKey": "used"}, 109110),
        ({"contactKey": "c", "to": "a@x.io", "color": "red"}, 109122),
    ],
)
def test_a_recipient_that_is_refused_among_others(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, recipient: dict[str, Any], code: int
) -> None:
    (home / "body.json").write_text(json.dumps(recipients({**ADA, "messageKey": "used"}, recipient)))
    done = mcctl(["api", "POST", "/messaging/v1/email/messages", "--input", "body.json", "-o", "json"])
    assert (done.code, done.error["errorcode"], done.error["status"]) == (5, "109001", 202)
    rehearsal.app.judged.clear()  # a 202 for a batch in which one recipient is not as documented, and is refused
    rehearsal.advance(2)
    assert [one["messageKey"] for one in rehearsal.outbox()] == ["used"]


def test_a_contact_that_is_known_needs_no_address(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    send = ["tx", "send", "nto-order-confirmation", "--contact", "c-1", "--wait"]
    assert mcctl(send).code == 5
    assert mcctl([*send, "--to", "ada@example.com"]).code == 0
    assert mcctl(send).code == 0
    assert [one["to"] for one in rehearsal.outbox()] == ["ada@example.com"] * 2


def test_a_definition_may_forbid_new_contacts(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    assert mcctl(["tx", "definition", "update", "nto-order-confirmation", "--no-add-subscribers"]).code == 0
    done = mcctl(["tx", "send", "nto-order-confirmation", "--contact", "c-1", "--to", "a@x.io", "--wait", "-o", "json"])
    assert (done.code, done.json["info"]["statusMessage"]) == (5, "NoAllSubscribersListEntry")


def test_what_is_not_emulated_is_501(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    create = ["tx", "definition", "create", "x", "--asset", "nto-welcome-series", "-o", "json"]
    done = mcctl([*create, "--data-extension", "de"])
    assert (done.code, done.error["status"]) == (5, 501)


def test_a_file_of_ftp_is_printed(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    shown = mcctl(["emulator", "file", "show", "hikers.csv"])
    assert shown.stdout.startswith("MobileNumber,CountryCode,SubscriberKey,FirstName\n")
    assert mcctl(["emulator", "file", "show", "nothing.csv"]).code == 3


def test_profiles_are_listed(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    listed = mcctl(["emulator", "profiles", "-o", "json"]).json
    assert listed == rehearsal.app.admin.profiles()
    assert {"organization", "id", "states", "deletedAt"} == set(listed[0])


def test_readers_do_something(mcctl: Mcctl, waits: list[float]) -> None:
    sent = ["tx", "send", "nto-order-confirmation", "--to", "ada@nto.example", "--contact", "ada", "--wait"]
    assert mcctl([*sent, "--attr", "OrderNumber=1"]).code == 0
    for verb in ("open", "click", "unsubscribe", "complaint"):
        told = mcctl(
            ["emulator", "event", verb, "--to", "ada@nto.example", "--of", "nto-order-confirmation", "-o", "json"]
        )
        assert [(one["event"], one["contactKey"], one["definition"]) for one in told.json] == [
            (verb, "ada", "nto-order-confirmation")
        ]
    assert mcctl(["emulator", "event", "open", "--to", "ada@nto.example", "--of", "other"]).code == 3
