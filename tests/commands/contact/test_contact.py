"""`mcctl contact`: addresses, attributes, and deletion."""

from __future__ import annotations

import pytest

from tests.conftest import Mcctl, Rehearsal

DAY = 86400


def test_create_update_get_search(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    made = mcctl(
        ["contact", "create", "c-1", "--email", "ada@x.io", "--mobile", "+1 (317) 555-1212", "--locale", "us", "--attr",
         "Email Demographics.First Name=Ada", "-o", "json"]
    )  # fmt: skip
    assert (made.code, made.json["isNewContactKey"], made.stderr) == (0, True, "Created the contact c-1\n")
    assert mcctl(["contact", "create", "c-1", "--email", "ada@x.io"]).stderr == "Added to the contact c-1\n"
    assert mcctl(["contact", "update", "c-1", "--email", "ada@y.io"]).code == 0
    found = mcctl(["contact", "get", "c-1", "-o", "csv", "-q", "[].addressKey.value"])
    assert found.stdout == "ada@y.io\n13175551212\n"
    by_email = mcctl(["contact", "search", "--email", "ada@y.io", "--email", "nobody@y.io"])
    assert by_email.stdout == "ada@y.io\tc-1\nnobody@y.io\t\n"
    assert "13175551212" in mcctl(["contact", "search", "--channel", "mobile"]).stdout


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["create", "c"], 2, "Which values?"),
        (["create", "c", "--email", "nope"], 2, "--email: 'nope' is not an e-mail address"),
        (["create", "c", "--mobile", "13175551212"], 2, "A mobile number needs the country"),
        (["create", "c", "--attr", "x=y"], 2, "--attr 'x=y' is not of the form SET.NAME=VALUE"),
        (["get", "nobody"], 3, "No address of a contact 'nobody' is known"),
        (["search"], 2, "Which contacts?"),
        (["delete"], 2, "Which contacts?"),
        (["delete", "", "--confirm", ""], 2, "A key is empty; nothing was sent"),
        (["delete", "nto-1001"], 2, "In business unit default of profile emulator: Delete 1 contact, everywhere and for good? Nobody can be asked here"),
        (["delete", "nto-1001", "--confirm", "nto-1002"], 2, "--confirm 'nto-1002' is not 'nto-1001'; nothing was done"),
        (["restrict"], 2, "Which contacts?"),
        (["restrict", "nto-1001"], 2, "In business unit default of profile emulator: Restrict 1 contact, everywhere? Nobody can be asked here"),
        (["restrict-status", "9"], 5, "Marketing Cloud answered GET /contacts/v1/contacts/actions/restrict/status with: There is no operation 9 (HTTP 400, code OperationNotFound)"),
        (["preference", "get", "nobody"], 3, "Marketing Cloud answered GET /contacts/v1/contacts/key:nobody/Preferences with: There is no contact nobody (HTTP 404, code ContactNotFound)"),
        (["preference", "set", "nto-1001", "--tracking", "maybe"], 2, "--tracking 'maybe' must be on or off"),
        (["schema", "Nope"], 3, "There is no attribute set 'Nope'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], code: int, message: str) -> None:
    done = mcctl(["contact", *args])
    assert (done.code, done.stderr.splitlines()[0], done.stdout) == (code, f"mcctl: {message}", "")
    assert not [one for one in rehearsal.requests("POST", "PATCH") if "search" not in one["path"]]


def test_an_error_inside_a_200_is_a_refusal(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["contact", "create", "c", "--attr", "Email Addresses.Nope=1", "-o", "json"])
    assert (done.code, done.error["status"], done.error["errorcode"]) == (5, 200, "NotFound")


def test_an_answer_that_says_nothing_is_no_success(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsal.fault({"method": "POST", "path": "/contacts/v1/contacts$"}, {"status": 200, "body": {}})
    assert mcctl(["contact", "create", "c-1", "--email", "a@x.io"]).code == 7


def test_a_deleted_contact_is_blocked_then_gone(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    done = mcctl(["contact", "delete", "nto-1001", "--confirm", "nto-1001", "--wait", "-o", "json"])
    assert (done.code, done.json["operation"]["status"]) == (0, "Completed")
    assert done.json["backgroundOperationsSummary"][0]["backgroundOperationStatusID"] == "Processing"
    data = ["--set", "SubscriberKey=nto-1001", "--set", "Email=a@x.io"]
    fired = mcctl(["event", "fire", "nto-purchase", "--contact", "nto-1001", *data])
    assert (fired.code, "The contact is not active" in fired.stderr) == (5, True)
    rehearsal.advance(15 * DAY)
    assert mcctl(["contact", "get", "nto-1001"]).code == 3
    assert "nto-1001" not in mcctl(["de", "rows", "nto-customers"]).stdout
    assert mcctl(["contact", "delete-status", "-o", "json", "-q", "[].successCount"]).json == [1]


def test_deletions_run_one_at_a_time(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    for words in (
        ["nto-1001", "nto-1002", "--confirm", "2"],
        ["--data-extension", "nto-customers", "--confirm", "nto-customers"],
    ):
        assert mcctl(["contact", "delete", *words]).code == 0
    assert mcctl(["contact", "delete-status", "-o", "json", "-q", "[].status"]).json == ["Pending", "Processing"]
    waited = mcctl(["contact", "delete-status", "2", "--wait", "--wait-timeout", "0"])
    assert (waited.code, waited.stderr.splitlines()[0]) == (9, "mcctl: The deletion is Pending after 0 s")


def test_schema(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    sets = mcctl(["contact", "schema", "-o", "json", "-q", "[].name.value"]).json
    assert sets == ["Email Addresses", "Email Demographics", "MobileConnect Demographics"]
    assert (
        mcctl(["contact", "schema", "email addresses", "-o", "csv"]).stdout.splitlines()[1].startswith("Email Address,")
    )
    assert mcctl(["contact", "schema", "--versions", "-o", "json", "-q", "[0].version"]).json == 252


def test_in_which_journeys_contacts_are(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    data = ["--set", "SubscriberKey=nto-1001", "--set", "Email=amelia@nto.example"]
    assert mcctl(["event", "fire", "nto-purchase", "--contact", "nto-1001", *data]).code == 0
    rehearsal.advance(60)
    found = mcctl(["contact", "journeys", "nto-1001", "-o", "json"])
    assert [(one["contactKey"], one["definitionKey"]) for one in found.json] == [("nto-1001", "nto-thank-you")]


def test_nothing_is_sent_to_a_contact_that_is_restricted(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]
) -> None:
    done = mcctl(["contact", "restrict", "nto-1001", "--confirm", "nto-1001", "--wait", "-o", "json"])
    assert (done.code, done.json["operation"]["status"], waits) == (0, "Completed", [10.0] * 6)
    number = done.json["operation"]["operationID"]
    shown = mcctl(["contact", "restrict-status", str(number), "-o", "json", "-q", "operation.expectedListCount"])
    assert shown.json == 1
    data = ["--set", "SubscriberKey=nto-1001", "--set", "Email=a@x.io"]
    fired = mcctl(["event", "fire", "nto-purchase", "--contact", "nto-1001", *data])
    assert (fired.code, "The contact is not active" in fired.stderr) == (5, True)
    everybody = ["--data-extension", "nto-customers", "--confirm", "nto-customers"]
    begun = mcctl(["contact", "restrict", *everybody])
    assert (begun.code, begun.stderr.splitlines()[-1]) == (0, "Next: mcctl contact restrict-status 2")


def test_consent_to_tracking(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    both = ["nto-1001", "nto-1002"]
    assert [line.split("\t")[::2] for line in mcctl(["contact", "preference", "get", *both]).stdout.splitlines()] == [
        ["nto-1001", "on"], ["nto-1002", "on"],
    ]  # fmt: skip
    done = mcctl(["contact", "preference", "set", *both, "--tracking", "OFF"])
    assert (done.code, done.stderr) == (0, "Tracking is off for 2 contacts\n")
    assert [line.split("\t")[2] for line in done.stdout.splitlines()] == ["off", "off"]
    assert mcctl(["contact", "preference", "set", "nto-1002", "--tracking", "on"]).code == 0
    told = mcctl(["contact", "preference", "get", *both, "-o", "json", "-q", "[].hasOptedOutTracking"]).json
    assert told == [True, False]


def test_attribute_groups_and_what_is_in_a_set(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert {line.split("\t")[0] for line in mcctl(["contact", "schema", "--groups"]).stdout.splitlines()} == {
        "Email",
        "MobileConnect",
    }
    assert mcctl(["contact", "create", "c-9", "--email", "z@nto.example"]).code == 0
    rows = ["contact", "schema", "email addresses", "--rows"]
    assert mcctl([*rows, "-o", "json"]).json == [
        {"Contact Key": "c-9", "Email Address": "z@nto.example", "HTML Enabled": True}
    ]
    assert mcctl([*rows, "-o", "csv"]).stdout.splitlines()[0] == "Contact Key,Email Address,HTML Enabled"
    assert mcctl([*rows, "--limit", "0"]).stdout == ""
    assert mcctl(["contact", "schema", "--rows"]).code == 2
    assert mcctl(["contact", "schema", "Shoes", "--rows"]).code == 3
    assert mcctl(["contact", "schema", "--groups", "--versions"]).code == 2
    both = mcctl(["contact", "schema", "Email Addresses", "--groups"])
    assert (both.code, both.stderr) == (2, "mcctl: --groups shows all of them, and takes no SET\n")


def test_addresses_are_validated(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    given = ["amelia@nto.example", "nobody", "a@nomx.example", "abuse@nto.example"]
    done = mcctl(["contact", "validate-email", *given])
    assert (done.code, done.stdout.splitlines()) == (0, [
        "amelia@nto.example\ttrue\t",
        "nobody\tfalse\tit has not the form of an address",
        "a@nomx.example\tfalse\tits domain takes no mail",
        "abuse@nto.example\tfalse\tList Detective lets no mail go to it",
    ])  # fmt: skip
    checked = mcctl(["contact", "validate-email", *given[2:], "--validator", "mx", "--check"])
    assert (checked.code, checked.stderr) == (10, "mcctl: Not valid: a@nomx.example\n")
    assert mcctl(["contact", "validate-email", "x", "--validator", "smtp"]).code == 2


@pytest.mark.parametrize("status", [200, 400])
@pytest.mark.parametrize("valid", ["false", '"false"', '"False"'])
def test_an_address_that_is_not_valid_is_no_error(mcctl: Mcctl, rehearsal: Rehearsal, status: int, valid: str) -> None:
    body = f'{{"email": "x", "valid": {valid}, "failedValidation": "MXValidator"}}'
    rehearsal.fault({"path": "/address/v1/validateEmail"}, {"status": status, "body": body})
    done = mcctl(["contact", "validate-email", "x"])
    assert (done.code, done.stdout) == (0, "x\tfalse\tits domain takes no mail\n")


def test_an_answer_that_tells_nothing_of_an_address(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsal.fault({"path": "/address/v1/validateEmail", "times": 1}, {"status": 200, "body": "{}"})
    assert mcctl(["contact", "validate-email", "x"]).code == 6
    refused = mcctl(["contact", "validate-email", ""])
    assert (refused.code, "email is required" in refused.stderr) == (5, True)
