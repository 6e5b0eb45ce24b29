"""Whose token, which business unit, which secret: what is written goes where it should, and is told so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests._login import Served, login_args
from tests.conftest import Mcctl, Rehearsal, environment

PATCH = ["asset", "patch", "nto-footer", "--description", "x"]


def login(mcctl: Mcctl, served: Served, name: str, *args: str) -> str:
    """Log in as a profile, and return what was said."""
    done = mcctl(login_args(served[1], "-p", name, *args), stdin="emulator")
    assert done.code == 0, done
    return done.stderr


def tokens_of(rehearsal: Rehearsal) -> list[dict[str, str]]:
    """Return the token requests, without what is the same in all."""
    bodies = [json.loads(one["body"]) for one in rehearsal.token_requests()]
    return [{name: body[name] for name in ("scope", "account_id") if name in body} for body in bodies]


@pytest.mark.parametrize("first", ["reader", "writer"])
def test_a_token_of_other_scopes_is_never_used(mcctl: Mcctl, served: Served, first: str) -> None:
    login(mcctl, served, "reader", "--scope", "documents_and_images_read")
    login(mcctl, served, "writer", "--scope", "documents_and_images_write documents_and_images_read")
    for name in (first, "reader", "writer"):
        assert mcctl([*PATCH, "-p", name]).code == (4 if name == "reader" else 0)


def test_scopes_in_another_order_are_the_same(mcctl: Mcctl, served: Served) -> None:
    login(mcctl, served, "one", "--scope", "email_read sms_read")
    login(mcctl, served, "two", "--scope", "sms_read email_read")
    before = len(tokens_of(served[0]))
    assert mcctl(["tx", "definition", "list", "-p", "one", "--channel", "email"]).code == 0
    assert len(tokens_of(served[0])) == before


def test_business_units_have_tokens_of_their_own(mcctl: Mcctl, served: Served) -> None:
    login(mcctl, served, "parent")
    login(mcctl, served, "europe", "--account-id", "510000002")
    asked = ["asset", "list", "-o", "json", "-q", "length(@)"]
    counts = [mcctl([*asked, *args]).json for args in (["-p", "parent"], ["-p", "europe"], ["-p", "parent"])]
    assert counts[0] == counts[2] != counts[1]
    assert mcctl([*asked, "-p", "parent", "--business-unit", "510000002"]).json == counts[1]


def test_a_login_keeps_what_is_not_named(mcctl: Mcctl, served: Served, home: Path) -> None:
    login(mcctl, served, "prod", "--account-id", "510000002", "--production", "--scope", "documents_and_images_read")
    config = home / "config" / "config.yaml"
    config.write_text(config.read_text() + "later:\n- 1\n", encoding="utf-8")
    before = config.read_text()
    again = mcctl(["auth", "login", "-p", "prod", "--client-secret-file", "-"], stdin="emulator")
    assert (again.code, config.read_text()) == (0, before)
    changed = mcctl(
        ["auth", "login", "-p", "prod", "--client-secret-file", "-", "--no-production", "--account-id", "510000001"],
        stdin="emulator",
    )
    assert "Changed: account id from 510000002 to 510000001\nChanged: production from True to False\n" in changed.stderr


def test_a_login_does_not_come_into_use_behind_ones_back(mcctl: Mcctl, served: Served) -> None:
    assert "In use is still" not in login(mcctl, served, "sandbox")
    told = login(mcctl, served, "prod", "--production")
    assert "In use is still profile sandbox; to use this one: mcctl auth switch prod\n" in told
    assert told.endswith("Next: mcctl auth status -p prod\n")
    assert mcctl(["auth", "list", "-q", "[?current].name", "-o", "json"]).json == ["sandbox"]


def test_what_goes_before_the_profile_in_use_is_told(mcctl: Mcctl, served: Served) -> None:
    login(mcctl, served, "one")
    login(mcctl, served, "two")
    env = environment(served[1])
    assert mcctl(["auth", "list", "-q", "[?current].name", "-o", "json"], **env).json == ["environment"]
    told = "Profile two is the one in use, but the environment goes before it here: "
    assert mcctl(["auth", "switch", "two"], **env).stderr == f"{told}the credentials in it\n"
    assert mcctl(["auth", "switch", "two"], MCCTL_PROFILE="one").stderr == f"{told}MCCTL_PROFILE=one\n"


def test_logging_in_while_rehearsing(mcctl: Mcctl, served: Served) -> None:
    done = mcctl(login_args(served[1]), stdin="emulator", MCCTL_PROFILE="emulator")
    assert (done.code, done.stderr.splitlines()[0].startswith("Logged in as profile default")) == (0, True)
    assert mcctl(login_args(served[1], "-p", "emulator"), stdin="emulator").code == 2


def test_a_rotated_secret_is_told_and_refreshed(mcctl: Mcctl, served: Served, home: Path) -> None:
    login(mcctl, served, "prod", "--account-id", "510000002")
    keys = home / "keyring.json"
    kept = json.loads(keys.read_text())
    keys.write_text(json.dumps({name: "old" for name in kept if name.count("/") == 1}))
    done = mcctl(["asset", "list", "-p", "prod"])
    assert done.code == 4
    assert done.stderr.startswith("mcctl: Marketing Cloud refuses the client secret of profile prod; was it rotated?\n")
    assert done.stderr.endswith("Hint: mcctl auth refresh --profile prod\n")
    wrong = mcctl(["auth", "refresh", "-p", "prod", "--secret-file", "-"], stdin="wrong")
    assert (wrong.code, "nothing was saved" in wrong.stderr) == (4, True)
    assert mcctl(["auth", "refresh", "-p", "prod", "--secret-file", "-"], stdin="emulator\n").code == 0
    assert mcctl(["asset", "get", "nto-europe-welcome", "-p", "prod"]).code == 0


def test_production_asks_in_a_rehearsal_too(mcctl: Mcctl, served: Served) -> None:
    send = ["sms", "send", "MzA6Nzg6MA", "--to", "13175550101", "--to", "13175550103"]
    assert mcctl([*send, "-p", "emulator"]).code == 0
    asked = mcctl(send, MCCTL_PROFILE="emulator", MCCTL_PRODUCTION="1")
    assert (asked.code, "In business unit default of profile emulator: Send" in asked.stderr) == (2, True)
    told = mcctl([*send, "--yes"], **environment(served[1]), MCCTL_PRODUCTION="true")
    assert (told.code, told.stderr.splitlines()[0]) == (
        0, "Production: this writes to business unit default of profile environment",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["journey", "get", "-p", "emulator", "--", "-x y"], "Hint: mcctl journey list -p emulator\n"),
        (["tx", "send", "d", "--to", "a@b.example", "--contact", "-c", "--profile=emulator"], "tx definition list -p emulator"),
        (["de", "get", "nope", "-pemulator", "--business-unit", "510000002"],
         "mcctl de list -p emulator --business-unit 510000002 --search nope"),
    ],
)  # fmt: skip
def test_commands_to_copy_name_the_login(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], told: str) -> None:
    done = mcctl(args)
    assert (done.code, told in done.stderr) == (3, True), done.stderr


def test_commands_to_copy_take_any_name(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    fields = ["--field", "Id:Text(5)", "--key-field", "Id"]
    done = mcctl(["de", "create", *fields, "--", "-odd key"])
    assert done.stderr.endswith("Next: mcctl de import -- '-odd key' FILE\n")


# ---------------------------------------------------------------------- no more scopes than the deed


def test_rows_are_written_without_the_right_to_read(mcctl: Mcctl, served: Served, home: Path) -> None:
    login(mcctl, served, "writer", "--scope", "data_extensions_write")
    row = ["--set", "SubscriberKey=w-1", "--set", "Email=w@example.com"]
    upsert = ["de", "upsert", "nto-customers", *row, "-p", "writer"]
    refused = mcctl(upsert)
    assert (refused.code, refused.stderr.splitlines()[-1]) == (
        4,
        "Hint: Where the fields may not be read, name the columns of the primary key: --primary-key NAME",
    )
    assert mcctl([*upsert, "--primary-key", "SubscriberKey"]).code == 0
    assert mcctl([*upsert, "--primary-key", "Id"]).code == 2
    (home / "r.csv").write_text("SubscriberKey,Email\nw-2,w2@example.com\n")
    load = ["de", "import", "nto-customers", "r.csv", "-p", "writer"]
    unsaid = mcctl(load)
    assert (unsaid.code, unsaid.stderr.splitlines()[-1]) == (2, "Hint: Say so: --mode upsert, or --mode insert")
    done = mcctl([*load, "--mode", "upsert"])
    assert done.code == 9, done  # how it goes on may not be read either
    assert done.stderr.startswith("The fields could not be checked: they cannot be read (")
    served[0].advance(60)
    rows = mcctl(["de", "rows", "nto-customers", "-o", "csv", "--limit", "1000"], **environment(served[1]))
    assert rows.code == 0, rows
    assert [line for line in rows.stdout.splitlines() if "w-" in line] == ["w-1,w@example.com,", "w-2,w2@example.com,"]
