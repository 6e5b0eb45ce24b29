"""Apps of the emulator that no command of its own uses, as other people's clients call them."""

from __future__ import annotations

import httpx
import pytest

from tests.conftest import Mcctl, Rehearsal, environment

CAMPAIGNS = "/hub/v1/campaigns"
DOMAINS = "/messaging/v1/domainverification"
SPRING = {"name": "Spring", "description": "", "campaignCode": "s-26", "color": "ff0000", "favorite": True}
CONTACTS = "/contacts/v1/contacts"


def test_campaigns_and_what_is_attached(http: httpx.Client) -> None:
    made = http.post(CAMPAIGNS, json=SPRING)
    assert made.status_code == 200
    campaign = made.json()
    assert (campaign["name"], campaign["favorite"]) == ("Spring", True)
    path = f"{CAMPAIGNS}/{campaign['id']}"
    attached = http.post(f"{path}/assets", json={"ids": ["1201", "1202"], "type": "CMS_asset"}).json()
    assert [(one["itemID"], one["type"]) for one in attached] == [(1201, "CMS_asset"), (1202, "CMS_asset")]
    assert http.get(f"{path}/assets").json()["totalCount"] == 2
    assert http.delete(f"{path}/assets/{attached[0]['id']}").status_code == 200
    assert http.get(f"{path}/assets").json()["entities"] == attached[1:]
    assert http.delete(path).status_code == 200
    gone = http.get(path)
    assert (gone.status_code, gone.json()["message"]) == (400, "Campaign does not exist")


@pytest.mark.parametrize(
    ("email", "failed"),
    [
        ("amelia@nto.example", None),
        ("amelia", "SyntaxValidator"),
        ("amelia@nomx.example", "MXValidator"),
        ("spam@nto.example", "ListDetectiveValidator"),
    ],
)
def test_an_address_is_validated(http: httpx.Client, email: str, failed: str | None) -> None:
    validators = ["SyntaxValidator", "MXValidator", "ListDetectiveValidator"]
    told = http.post("/address/v1/validateEmail", json={"email": email, "validators": validators}).json()
    assert told == {"email": email, "valid": failed is None, **({"failedValidation": failed} if failed else {})}


def test_domains_are_added_changed_and_listed(http: httpx.Client) -> None:
    added = http.post(DOMAINS, json={"domain": "post.nto.example"})
    assert (added.status_code, added.text) == (201, "post.nto.example successfully added.")
    listed = {one["domain"]: one["status"] for one in http.get(DOMAINS).json()["items"]}
    assert listed["post.nto.example"] == "Verified"
    changed = http.post(f"{DOMAINS}/update", json=[{"emailAddress": "hello@nto.example", "isSendable": False}])
    assert (changed.status_code, changed.text) == (200, "1 records successfully updated!")
    items = http.get(DOMAINS).json()["items"]
    assert [one["isSendable"] for one in items if one["domain"] == "hello@nto.example"] == [False]


def test_the_audit_tells_who_wrote_what(http: httpx.Client) -> None:
    http.delete("/asset/v1/content/assets/1204")
    newest = http.get("/data/v1/audit/auditEvents?$orderBy=createdDate desc").json()[0]["items"][0]
    assert newest["operation"]["name"] == "Delete"
    assert newest["object"]["id"] == "/asset/v1/content/assets/1204"
    logins = http.get("/data/v1/audit/securityEvents").json()[0]
    assert (logins["count"], logins["items"][0]["loginStatus"]["name"]) == (1, "Success")


def test_consent_is_kept_and_told(http: httpx.Client) -> None:
    asked = {"items": [{"contactID": 1, "hasOptedOutTracking": True}]}
    assert http.post(f"{CONTACTS}/preferences", json=asked).status_code == 200
    by_key = http.get(f"{CONTACTS}/key:nto-1001/Preferences").json()["value"]
    assert by_key["hasOptedOutTracking"] is True
    found = http.post(f"{CONTACTS}/preferences/search?ReferenceType=1", json={"items": ["nto-1001"]}).json()
    assert [one["hasOptedOutTracking"] for one in found["items"]] == [True]


def test_contacts_are_restricted(http: httpx.Client) -> None:
    started = http.post(f"{CONTACTS}/actions/restrict?type=keys", json={"values": ["nto-1001"]}).json()
    assert (started["operationInitiated"], started["hasErrors"]) == (True, False)
    status = http.get(f"{CONTACTS}/actions/restrict/status?operationID={started['operationID']}").json()
    assert (status["operation"]["status"], status["operation"]["isRestrictedForProcessing"]) == ("Processing", True)


def test_a_column_is_incremented(http: httpx.Client, mcctl: Mcctl) -> None:
    fields = ["--field", "Id:Text(20)", "--field", "Points:Number", "--key-field", "Id"]
    env = environment(str(http.base_url).rstrip("/"))
    assert mcctl(["de", "create", "points", *fields], **env).code == 0
    row = "/hub/v1/dataevents/key:points/rows/Id:a/column/Points/increment"
    assert [http.put(row).status_code, http.put(f"{row}?step=5").status_code] == [200, 200]
    assert mcctl(["de", "rows", "points"], **env).stdout == "a\t6\n"
    refused = http.put("/hub/v1/dataevents/key:points/rows/Id:a/column/Id/increment")
    assert (refused.status_code, refused.json()["message"]) == (400, "Id is no column of numbers")


def test_reading_attributes_needs_its_scope(served: tuple[Rehearsal, str]) -> None:
    client = httpx.Client(base_url=served[1], trust_env=False)
    login = {"grant_type": "client_credentials", "client_id": "emulator", "client_secret": "emulator"}
    token = client.post("/v2/token", json={**login, "scope": "email_read"}).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get("/contacts/v1/attributeSets/name:Email%20Addresses", headers=headers).status_code == 403
