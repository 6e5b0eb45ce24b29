"""`mcctl from-address`: the addresses and domains that mail is sent from."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal

PLACE = "/messaging/v1/domainverification"


def listed(mcctl: Mcctl, *args: str) -> list[list[str]]:
    lines = mcctl(["from-address", "list", *args]).stdout.splitlines()
    return [line.split("\t")[:4] for line in lines]


def bodies(rehearsal: Rehearsal) -> list[Any]:
    return [json.loads(one["body"]) for one in rehearsal.requests("POST")]


def test_from_addresses(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    known = [["mail.nto.example", "Verified", "SAP", "true"], ["hello@nto.example", "Verified", "UserDomain", "true"]]
    assert listed(mcctl) == known
    added = mcctl(["from-address", "add", "a@nto.example", " b@nto.example "])
    assert (added.code, added.stderr) == (0, "Added a@nto.example, b@nto.example\nNext: mcctl from-address list\n")
    assert [line[0] for line in listed(mcctl, "--search", "A@NTO")] == ["a@nto.example"]
    changed = mcctl(["from-address", "update", "a@nto.example", "b@nto.example", "--sendable", "false"])
    assert (changed.code, changed.stderr) == (0, "a@nto.example, b@nto.example: not sendable\n")
    assert [line[3] for line in listed(mcctl)] == ["true", "false", "false", "true"]
    asked = mcctl(["from-address", "delete", "a@nto.example"], stdin="n\n", terminal=True)
    assert (asked.code, "Delete a@nto.example, so that no mail can be sent from there?" in asked.stderr) == (2, True)
    assert mcctl(["from-address", "delete", "a@nto.example", "b@nto.example", "--yes"]).code == 0
    assert listed(mcctl) == known
    assert bodies(rehearsal) == [
        {"domain": "a@nto.example"},
        {"domain": "b@nto.example"},
        [{"EmailAddress": f"{one}@nto.example", "IsSendable": "false"} for one in "ab"],
        [{"EmailAddress": f"{one}@nto.example", "DomainType": "UserDomain"} for one in "ab"],
    ]


@pytest.mark.parametrize("args", [["delete", "x@nto.example", "--yes"], ["update", "x@nto.example", "--sendable=true"]])
def test_an_address_that_is_not_there(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str]) -> None:
    done = mcctl(["from-address", *args])
    assert (done.code, done.stderr) == (3, "mcctl: Only 0 of 1 are there\nHint: mcctl from-address list\n")


@pytest.mark.parametrize(
    "said", ['{"message": "1 records successfully updated!"}', "{1 records successfully updated!}", ""]
)
def test_what_a_write_is_answered_with(mcctl: Mcctl, rehearsal: Rehearsal, said: str) -> None:
    rehearsal.fault({"path": f"{PLACE}/delete"}, {"status": 200, "body": said})
    assert mcctl(["from-address", "delete", "hello@nto.example", "--yes"]).code == 0


def test_domains(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    token = mcctl(["from-address", "domain", "token", "mail.nto.example", "-o", "json"]).json["key"]
    assert token.startswith("SFMC-")
    shown = mcctl(["from-address", "domain", "verify", "mail.nto.example"])
    assert (shown.code, shown.stdout) == (0, f"DOMAIN\tmail.nto.example\nTOKEN\t{token}\n")
    assert mcctl(["from-address", "domain", "verify", "other.example"]).code == 5
    pushed = mcctl(["from-address", "domain", "push", "mail.nto.example", "other.example"])
    assert (pushed.code, pushed.stderr) == (8, "mcctl: Not copied: other.example\n")
    assert [line.split("\t")[0] for line in pushed.stdout.splitlines()] == ["mail.nto.example", "other.example"]
    below = mcctl(["from-address", "list", "--business-unit", "510000002"]).stdout
    assert below.startswith("mail.nto.example\t")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["domain", "token", ""], "'' is not a domain, such as mail.nto.example"),
        (["domain", "verify", "a@b.example"], "'a@b.example' is not a domain, such as mail.nto.example"),
        (["domain", "push", "mail.nto.example", "x"], "'x' is not a domain, such as mail.nto.example"),
        (["update", "", "--sendable", "true"], "'' is not a domain, such as mail.nto.example"),
        (["update", "a@b", "--sendable", "true"], "'a@b' is not an e-mail address"),
    ],
)
def test_what_is_no_domain_is_told(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], told: str) -> None:
    done = mcctl(["from-address", *args])
    assert (done.code, done.stderr.splitlines()[0], rehearsal.requests()) == (2, f"mcctl: {told}", [])


def test_what_is_no_address_is_told(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["from-address", "add", "nto", "a@b", "c@nto.example"])
    assert done.code == 2
    assert "'nto' is not an e-mail address" in done.stderr
    assert "'a@b' is not an e-mail address" in done.stderr
    assert rehearsal.requests() == []
