"""The login of `mcctl personalization`, against the emulator."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.personalization._helpers import ORG, SET, login, use_key
from tests.conftest import Mcctl, Rehearsal


def test_log_in(mcctl: Mcctl, served: tuple[Rehearsal, str], home: Path) -> None:
    url = served[1]
    done = mcctl(login(url), stdin="emulator\n")
    assert (done.code, done.stdout, done.stderr) == (
        0,
        "",
        "The key was not refused for organization 12345678\n"
        "Logged in to Personalization Builder as profile personalization; the API key is in the OS keyring "
        "(tests.file_keyring.Keyring)\n"
        "Next: mcctl personalization privacy set --help\n",
    )
    config = yaml.safe_load((home / "config" / "config.yaml").read_text())
    assert config["current"] is None
    assert config["profiles"]["personalization"]["client_id"] == "12345678"
    host = url.removeprefix("http://")
    assert json.loads((home / "keyring.json").read_text()) == {f"mcctl/12345678@{host}": "emulator"}
    assert mcctl(["personalization", "privacy", "set", "a=do_not_track"]).code == 0
    assert [line.split("\t")[1:3] for line in mcctl(["auth", "list"]).stdout.splitlines()] == [
        ["personalization", "personalization"],
        ["emulator", "engagement"],
    ]
    other = mcctl(["asset", "list", "-p", "personalization"])
    assert (other.code, other.stderr.splitlines()[0]) == (
        2,
        "mcctl: Profile personalization is a login of type personalization; this command wants one of type engagement",
    )
    assert mcctl(["auth", "switch", "personalization"]).code == 2
    assert mcctl(login(url, "-p", "second"), stdin="emulator\n").code == 0
    which = mcctl(["personalization", "privacy", "set", "a="])
    assert (
        which.stderr
        == "mcctl: Which login? There are: personalization, second\nHint: Name one: --profile personalization\n"
    )
    assert mcctl(["auth", "logout", "-p", "second"]).code == 0
    assert mcctl(["auth", "logout", "-p", "personalization"]).code == 0
    assert json.loads((home / "keyring.json").read_text()) == {}
    assert mcctl(["personalization", "privacy", "set", *ORG, "a="]).stderr.splitlines() == [
        "mcctl: Not logged in to Personalization Builder",
        "Hint: mcctl auth login --type personalization, or, to rehearse without an account: --profile emulator",
    ]


def test_a_key_is_tried_where_the_environment_says(
    mcctl: Mcctl, served: tuple[Rehearsal, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MCCTL_PERSONALIZATION_URL", served[1])
    args = ["auth", "login", "--type", "personalization", "--org", "12345678", "--key-file", "-"]
    assert mcctl(args, stdin="emulator").code == 0
    assert [one["status"] for one in served[0].requests()] == [404]


def test_a_wrong_key_is_not_saved(mcctl: Mcctl, served: tuple[Rehearsal, str], home: Path) -> None:
    done = mcctl(login(served[1]), stdin="wrong\n")
    assert (done.code, done.stderr.splitlines()[0]) == (
        4,
        "mcctl: Personalization Builder refused the API key; nothing was saved",
    )
    assert not (home / "config" / "config.yaml").exists()
    assert not (home / "keyring.json").exists()
    assert mcctl(login(served[1]), stdin="\n").stderr == "mcctl: The API key is empty\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--type", "soap"], "--type 'soap' must be one of engagement, personalization"),
        (["--type", "personalization", "--client-id", "x"],
         "A login of --type personalization has an --org and a --key-file, and none of these options"),
        (["--key-file", "x"], "--org and --key-file go only with --type personalization"),
        (["--type", "personalization", "--org", "a"], "--org 'a' is no MID: a MID has only digits"),
        (["--type", "personalization", "--org", "1", "--rest-url", "http://x.io", "--key-file", "-"],
         "The URL of Personalization Builder must be an https:// URL (http:// only for 127.0.0.1 and localhost): http://x.io"),
    ],
)  # fmt: skip
def test_a_login_that_makes_no_sense(mcctl: Mcctl, home: Path, args: list[str], message: str) -> None:
    done = mcctl(["auth", "login", *args], stdin="k")
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: {message}")


def test_a_key_without_keyring(mcctl: Mcctl, served: tuple[Rehearsal, str], home: Path) -> None:
    assert mcctl(login(served[1], "--insecure-storage"), stdin="emulator\n").code == 0
    path = home / "config" / "credentials.json"
    assert (path.stat().st_mode & 0o777, list(json.loads(path.read_text()).values())) == (0o600, ["emulator"])


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 302, "headers": {"Location": "/login"}},
        {"status": 400},
        {"status": 200, "body": {"errors": ["invalid key"]}},
        {"status": 404, "body": "<html>nginx</html>", "headers": {"Content-Type": "text/html"}},
    ],
)
def test_a_key_that_was_not_tried_is_not_saved(
    mcctl: Mcctl, served: tuple[Rehearsal, str], home: Path, answer: dict[str, Any]
) -> None:
    rehearsal, url = served
    rehearsal.fault({"path": "/privacy/"}, answer)
    assert mcctl(login(url), stdin="emulator").code != 0
    assert not (home / "keyring.json").exists()
    rehearsal.app.judged.clear()


def test_what_a_login_is(mcctl: Mcctl, served: tuple[Rehearsal, str], home: Path) -> None:
    assert mcctl(login(served[1], "--production"), stdin="emulator").code == 0
    told = mcctl(["auth", "status", "-p", "personalization"]).stdout.splitlines()
    assert told[2:] == ["ORGANIZATION\t12345678", "KEY FROM\tkeyring (tests.file_keyring.Keyring)"]
    done = mcctl(["personalization", "privacy", "set", "a="])
    assert done.stderr.splitlines()[1] == "Production: this writes to organization 12345678 of profile personalization"


def test_a_login_takes_no_name_of_another_type(mcctl: Mcctl, served: tuple[Rehearsal, str], home: Path) -> None:
    url = served[1]
    prod = ["auth", "login", "-p", "prod", "--auth-url", url, "--rest-url", url, "--client-id", "emulator",
            "--client-secret-file", "-"]  # fmt: skip
    assert mcctl(prod, stdin="emulator").code == 0
    kept = (home / "keyring.json").read_text()
    taken = mcctl(login(url, "-p", "prod"), stdin="emulator")
    assert (taken.code, taken.stderr) == (
        2,
        "mcctl: Profile prod is a login of type engagement already; nothing was saved\n"
        "Hint: Give this one another name: --profile NAME\n",
    )
    assert (home / "keyring.json").read_text() == kept


def test_a_key_from_the_environment(mcctl: Mcctl, tenant: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    use_key(monkeypatch)
    assert mcctl([*SET, "a=do_not_track"]).code == 0
    assert tenant.token_requests() == []
    monkeypatch.setenv("MCCTL_PERSONALIZATION_KEY", "another-key-that-is-wrong")
    wrong = mcctl([*SET, "a=do_not_track"])
    assert (wrong.code, wrong.stderr.splitlines()[1:]) == (
        4,
        [
            "mcctl: Personalization Builder refused the API key",
            "Hint: Look at MCCTL_PERSONALIZATION_KEY, or mcctl auth login --type personalization",
        ],
    )
    monkeypatch.setenv("MCCTL_PERSONALIZATION_URL", "http://evil.example")
    assert mcctl([*SET, "a=do_not_track"]).code == 2


def test_a_profile_of_the_environment_is_for_its_own_commands(
    mcctl: Mcctl, served: tuple[Rehearsal, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = served[1]
    prod = ["auth", "login", "-p", "prod", "--auth-url", url, "--rest-url", url, "--client-id", "emulator",
            "--client-secret-file", "-"]  # fmt: skip
    assert mcctl(prod, stdin="emulator").code == 0
    assert mcctl(login(url), stdin="emulator").code == 0
    monkeypatch.setenv("MCCTL_PROFILE", "prod")
    assert mcctl(["personalization", "privacy", "set", "a="]).code == 0
    assert mcctl(["asset", "list"]).code == 0
    named = mcctl(["personalization", "privacy", "set", "a=", "-p", "second"])
    assert (named.code, "There is no profile 'second'" in named.stderr) == (2, True)


def test_the_organization_of_a_ci_step(mcctl: Mcctl, home: Path) -> None:
    args = ["personalization", "privacy", "set", "a=", "--dry-run"]
    env = {"MCCTL_PERSONALIZATION_KEY": "k", "MCCTL_ACCOUNT_ID": "12345678"}
    assert mcctl(args, **env).json["url"].endswith("/organization/12345678/privacy")
    assert mcctl([*args, *ORG], **{**env, "MCCTL_ACCOUNT_ID": "1"}).json["url"].endswith("/12345678/privacy")
