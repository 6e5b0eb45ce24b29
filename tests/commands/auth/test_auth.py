"""`mcctl auth`: logging in over a real socket, and the credentials of a CI step."""

from __future__ import annotations

import json
import stat
import threading
from pathlib import Path

import pytest
import yaml

from tests._login import Served, login_args
from tests.conftest import HeldClock, Mcctl, Rehearsal, environment


@pytest.fixture
def logged_in(mcctl: Mcctl, served: Served) -> Rehearsal:
    assert mcctl(login_args(served[1]), stdin="emulator\n").code == 0
    return served[0]


# ---------------------------------------------------------------------- login


def test_login_keeps_the_secret_in_the_keyring_and_nowhere_else(mcctl: Mcctl, served: Served, home: Path) -> None:
    done = mcctl(login_args(served[1], "--account-id", "510000002", "--production"), stdin="emulator\n")
    assert (done.code, done.stdout) == (0, "")
    assert done.stderr == (
        "Logged in as profile default; the secret is in the OS keyring (tests.file_keyring.Keyring)\n"
        "Profile default is in use now\n"
        "Next: mcctl auth status\n"
    )
    config = (home / "config" / "config.yaml").read_text()
    assert yaml.safe_load(config) == {
        "current": "default",
        "profiles": {
            "default": {
                "auth_url": served[1],
                "rest_url": served[1],
                "client_id": "emulator",
                "account_id": "510000002",
                "production": True,
                "storage": "keyring",
                "keyring": "tests.file_keyring.Keyring",
                "type": "engagement",
            }
        },
    }
    host = served[1].removeprefix("http://")
    kept = json.loads((home / "keyring.json").read_text())
    assert list(kept) == [f"mcctl/emulator@{host}", f"mcctl/emulator@{host}/510000002"]
    assert kept[f"mcctl/emulator@{host}"] == "emulator"


def test_the_secret_is_asked_for_on_a_terminal(mcctl: Mcctl, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    prompts: list[str] = []

    def getpass(prompt: str, stream: object) -> str:
        prompts.append(prompt)
        return "emulator"

    monkeypatch.setattr("getpass.getpass", getpass)
    args = ["auth", "login", "--auth-url", served[1], "--rest-url", served[1]]
    done = mcctl(args, stdin="emulator\n", terminal=True)
    assert (done.code, prompts) == (0, ["Client secret (not shown): "])
    assert done.stderr.startswith("Client id: Logged in as profile default")


@pytest.mark.parametrize(
    ("args", "secret", "said"),
    [
        (["--client-id", "someone"], "emulator", "The client id or the client secret is wrong"),
        ([], "wrong", "The client id or the client secret is wrong"),
        (["--account-id", "999"], "emulator", "The business unit 999 is wrong"),
        (["--scope", "email_read fly"], "emulator", "The scope is wrong: the installed package does not have all of"),
    ],
)
def test_a_login_that_fails_says_what_is_wrong_and_saves_nothing(
    mcctl: Mcctl, served: Served, home: Path, args: list[str], secret: str, said: str
) -> None:
    done = mcctl(login_args(served[1], *args), stdin=secret)
    assert (done.code, done.stderr.startswith(f"mcctl: {said}")) == (4, True), done.stderr
    assert "nothing was saved" in done.stderr
    assert not (home / "config").exists()
    assert not (home / "keyring.json").exists()


def test_a_wrong_host_is_told_as_a_wrong_subdomain(mcctl: Mcctl, naps: list[float], home: Path) -> None:
    done = mcctl(login_args("http://127.0.0.1:9"), stdin="x")
    assert (done.code, "Is the subdomain right? It makes the host http://127.0.0.1:9" in done.stderr) == (6, True)
    assert not (home / "config").exists()


SUBDOMAIN = "mc563885gzs27c5t9-63k636ttgm"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (SUBDOMAIN, 6),
        (f"https://{SUBDOMAIN}.auth.marketingcloudapis.com/", 6),
        (f" {SUBDOMAIN.upper()}.rest.marketingcloudapis.com/asset/v1 ", 6),
        ("mc123", 2),
        ("https://evil.example/", 2),
        (f"{SUBDOMAIN}.auth.marketingcloudapis.com.evil.example", 2),
        ("", 2),
    ],
)
def test_the_form_of_a_subdomain(
    mcctl: Mcctl, naps: list[float], monkeypatch: pytest.MonkeyPatch, given: str, code: int
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    done = mcctl(["auth", "login", "--subdomain", given, "--client-id", "x", "--client-secret-file", "-"], stdin="x")
    assert done.code == code
    if code == 6:
        assert f"Cannot reach {SUBDOMAIN}.auth.marketingcloudapis.com" in done.stderr


@pytest.mark.parametrize(
    "args",
    [
        ["--auth-url", "https://a.example"],
        ["--auth-url", "http://a.example", "--rest-url", "https://b.example"],
        ["--auth-url", "https://a.example/v2/token", "--rest-url", "https://b.example"],
        ["--auth-url", "https://user@a.example", "--rest-url", "https://b.example"],
        ["--subdomain", SUBDOMAIN, "-p", "emulator"],
        ["--subdomain", SUBDOMAIN, "-p", "no spaces"],
        ["--subdomain", SUBDOMAIN],
        ["--subdomain", SUBDOMAIN, "--client-id", "x"],
        [],
    ],
)
def test_login_refuses_what_makes_no_sense(mcctl: Mcctl, args: list[str]) -> None:
    assert mcctl(["auth", "login", *args]).code == 2


def test_insecure_storage_is_a_file_that_only_the_user_can_read(mcctl: Mcctl, served: Served, home: Path) -> None:
    done = mcctl(login_args(served[1], "--insecure-storage"), stdin="emulator")
    file = home / "config" / "credentials.json"
    assert f"the secret is in the file {file}, which only you can read" in done.stderr
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not (home / "keyring.json").exists()
    assert mcctl(["asset", "list"]).code == 0
    file.chmod(0o644)
    refused = mcctl(["asset", "list"])
    assert (refused.code, refused.stderr) == (4, f"mcctl: Others can read {file}\nHint: chmod 600 {file}\n")


# ---------------------------------------------------------------------- the life of a login


def test_one_token_serves_all_processes_until_it_expires(mcctl: Mcctl, logged_in: Rehearsal, clock: HeldClock) -> None:
    for _ in range(3):
        assert mcctl(["folder", "list"]).code == 0
    assert len(logged_in.token_requests()) == 1
    clock.later = 1081
    assert mcctl(["folder", "list"]).code == 0
    assert mcctl(["folder", "list"]).code == 0
    assert len(logged_in.token_requests()) == 2


def test_another_business_unit_has_a_token_of_its_own(mcctl: Mcctl, logged_in: Rehearsal) -> None:
    for _ in range(2):
        assert mcctl(["asset", "get", "nto-europe-welcome", "--business-unit", "510000002"]).code == 0
        assert mcctl(["asset", "get", "nto-welcome-series"]).code == 0
    assert len(logged_in.token_requests()) == 2


def test_a_token_revoked_early_is_renewed_once_for_all(mcctl: Mcctl, logged_in: Rehearsal) -> None:
    logged_in.advance(1201)
    assert mcctl(["folder", "list"]).code == 0
    assert mcctl(["folder", "list"]).code == 0
    assert len(logged_in.token_requests()) == 2


def test_processes_that_find_no_token_ask_for_one_only_once(mcctl: Mcctl, logged_in: Rehearsal, home: Path) -> None:
    from mcctl.config import load
    from mcctl.credentials import StoredToken
    from mcctl.rest.auth import Token, Tokens

    profile = load().profile("default")
    StoredToken(profile, None).delete()
    issued: list[int] = []

    def issue() -> Token:
        import time

        issued.append(1)
        return Token("shared token", time.time(), time.time() + 100)

    threads = [
        threading.Thread(target=Tokens(issue, StoredToken(profile, None)).current, daemon=True) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(issued) == 1


def test_list_switch_logout(mcctl: Mcctl, logged_in: Rehearsal, served: Served, home: Path) -> None:
    assert mcctl(login_args(served[1], "-p", "europe", "--account-id", "510000002"), stdin="emulator").code == 0
    names = "[].[name, current]"
    assert mcctl(["auth", "list", "-q", names]).stdout == "default\ttrue\neurope\tfalse\nemulator\tfalse\n"
    assert mcctl(["auth", "switch", "default"]).stderr == "Profile default is in use now\n"
    assert mcctl(["auth", "switch", "nobody"]).code == 2
    assert mcctl(["asset", "get", "nto-europe-welcome", "-p", "europe"]).code == 0
    assert mcctl(["auth", "logout"]).stderr == "Logged out of profile default\n"
    host = served[1].removeprefix("http://")
    assert list(json.loads((home / "keyring.json").read_text())) == [
        f"mcctl/emulator@{host}",
        f"mcctl/emulator@{host}/510000002",
    ]
    assert mcctl(["asset", "list"]).code == 4
    assert mcctl(["auth", "logout", "-p", "europe"]).code == 0
    assert json.loads((home / "keyring.json").read_text()) == {}
    assert mcctl(["auth", "logout"]).code == 2


QUERIED = "lacks automations_execute, automations_read, automations_write, data_extensions_read, data_extensions_write"


def test_status_tells_who_where_and_what_for(mcctl: Mcctl, served: Served) -> None:
    scope = "documents_and_images_read documents_and_images_write"
    assert mcctl(login_args(served[1], "--scope", scope), stdin="emulator").code == 0
    status = mcctl(["auth", "status", "-o", "json"])
    assert status.code == 0
    told = status.json
    assert 0 <= told.pop("token_age_seconds") < 60
    assert 1000 < told.pop("token_expires_in_seconds") <= 1080
    assert told == {
        "profile": "default",
        "rest_url": served[1],
        "user": "Ada Admin",
        "application": "mcctl emulator",
        "enterprise": "Northern Trail Outfitters",
        "enterprise_id": 510000001,
        "business_unit": 510000001,
        "production": False,
        "secret_from": "keyring (tests.file_keyring.Keyring)",
        "scopes": ["documents_and_images_read", "documents_and_images_write"],
        "commands": {
            "asset list, get, download, deleted": "ok",
            "asset create, upload": "lacks saved_content_write",
            "asset patch, delete": "ok",
            "folder list, get": "ok",
            "folder create, update, delete": "ok",
            "tx definition, queue, status, unsent (email)": "lacks email_read, email_write",
            "tx send (email)": "lacks email_read, email_send",
            "tx definition, queue, status, unsent (sms)": "lacks sms_read, sms_write",
            "tx send (sms)": "lacks sms_read, sms_send",
            "tx trigger": "lacks email_read, email_send",
            "push apps, list, get, status": "lacks push_read",
            "push send": "lacks push_read, push_send",
            "sms send, list-send, queue-mo": "lacks sms_send",
            "sms status, history, subscription, refresh-list": "lacks sms_read",
            "sms keyword list": "lacks sms_read",
            "sms keyword create, delete": "lacks sms_write",
            "from-address": "lacks email_write, saved_content_read",
            "campaign list, get, attached": "lacks campaign_read",
            "campaign create, delete, attach, detach": "lacks campaign_read, campaign_write",
            "audit": "lacks tracking_events_read",
            "bu list": "ok",
            "sms import": "lacks automations_read, sms_read",
            "sms import-send": "lacks automations_read, sms_read, sms_send",
            "automation list, get, status, health, notification get": "lacks automations_read",
            "automation create, update, delete, pause, resume, schedule, notification set": "lacks automations_read, automations_write",
            "automation run": "lacks automations_execute, automations_read",
            "automation history": QUERIED,
            "query list, get, validate": "lacks automations_read",
            "query create, update, delete": "lacks automations_read, automations_write",
            "query run, cleanup": QUERIED,
            "script, import, file-transfer, data-extract list, get, log": "lacks automations_read",
            "script, import, file-transfer, data-extract create, update, delete": "lacks automations_read, automations_write",
            "script, import, file-transfer, data-extract run": "lacks automations_execute, automations_read",
            "file-location list": "lacks automations_read",
            "file-location get": "lacks file_locations_read",
            "ens callback": "lacks "
            + ", ".join(f"event_notification_callback_{verb}" for verb in ("create", "delete", "read", "update")),
            "ens subscription": "lacks "
            + ", ".join(f"event_notification_subscription_{verb}" for verb in ("create", "delete", "read", "update")),
        },
    }


def test_status_of_a_broken_login_is_exit_4(mcctl: Mcctl, logged_in: Rehearsal, home: Path) -> None:
    (home / "keyring.json").write_text("{}")
    done = mcctl(["auth", "status"])
    assert (done.code, done.stderr) == (
        4,
        "mcctl: The secret of profile default is no longer in its keyring\nHint: mcctl auth login --profile default\n",
    )


def test_token_goes_to_stdout_and_the_warning_to_stderr(mcctl: Mcctl, logged_in: Rehearsal, home: Path) -> None:
    done = mcctl(["auth", "token"])
    assert (done.code, len(done.stdout.strip())) == (0, 64)
    assert done.stderr.startswith("This is a secret: it is good for 10")
    assert done.stdout.strip() in (home / "keyring.json").read_text()


def test_production_names_the_business_unit_before_a_write(mcctl: Mcctl, served: Served) -> None:
    assert mcctl(login_args(served[1], "--production"), stdin="emulator").code == 0
    args = ["asset", "patch", "1203", "--name", "x"]
    assert mcctl(args).stderr.splitlines()[0] == "Production: this writes to business unit default of profile default"
    assert "Production" not in mcctl(["asset", "get", "1203"]).stderr
    assert "Production" not in mcctl([*args, "--dry-run"]).stderr


def test_a_config_file_that_makes_no_sense_is_told(mcctl: Mcctl, home: Path) -> None:
    (home / "config").mkdir()
    file = home / "config" / "config.yaml"
    for text, said in (
        ("profiles: 3", "profiles must be an object"),
        ("profiles: {a: {client_id: x}}", "profile a lacks auth_url, rest_url"),
        ("profiles: {a: {colour: x}}", "profile a lacks auth_url, client_id, rest_url"),
        ("profiles: {a: {timeout: soon}}", 'profile a: timeout must not be "soon"'),
        ("current: [a]", "current the name of one"),
        ("- x", "must hold an object"),
    ):
        file.write_text(text)
        done = mcctl(["auth", "list"])
        assert (done.code, said in done.stderr) == (2, True), done.stderr


# ---------------------------------------------------------------------- CI


def test_credentials_from_the_environment_leave_no_trace(
    mcctl: Mcctl, served: Served, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Backend")
    monkeypatch.setattr("mcctl.config.load", lambda: pytest.fail("the config file was read"))
    before = set(home.iterdir())
    assert mcctl(["asset", "list"], **environment(served[1])).code == 0
    emulators = {home / f"emulator.sqlite{end}" for end in ("", "-wal", "-shm")}
    assert set(home.iterdir()) - before <= {home / "state", *emulators}
    (count,) = (path for path in (home / "state").rglob("*") if path.is_file())
    assert count.read_text() == "environment\tasset\t2\n"


def test_the_secret_may_come_from_a_file(mcctl: Mcctl, served: Served, home: Path) -> None:
    (home / "secret").write_text("emulator\n")
    env = {**environment(served[1]), "MCCTL_CLIENT_SECRET": "", "MCCTL_CLIENT_SECRET_FILE": str(home / "secret")}
    assert mcctl(["asset", "list"], **env).code == 0


def test_an_access_token_is_enough(mcctl: Mcctl, served: Served) -> None:
    token = mcctl(["auth", "token"], **environment(served[1])).stdout.strip()
    env = {"MCCTL_ACCESS_TOKEN": token, "MCCTL_REST_URL": served[1]}
    assert mcctl(["asset", "list"], **env).code == 0
    assert mcctl(["auth", "status", "-o", "json"], **env).json["secret_from"] == "environment (MCCTL_ACCESS_TOKEN)"
    refused = mcctl(["asset", "list"], **{**env, "MCCTL_ACCESS_TOKEN": "stale"})
    assert (refused.code, refused.stderr) == (
        4,
        "mcctl: Marketing Cloud refused MCCTL_ACCESS_TOKEN; it has expired, or is another tenant's\n",
    )


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"MCCTL_CLIENT_ID": "x", "MCCTL_CLIENT_SECRET": "y"}, "but not MCCTL_SUBDOMAIN"),
        ({"MCCTL_CLIENT_ID": "x", "MCCTL_SUBDOMAIN": SUBDOMAIN}, "neither MCCTL_CLIENT_SECRET nor"),
        ({"MCCTL_ACCESS_TOKEN": "x", "MCCTL_REST_URL": "http://a.example"}, "must be an https:// URL"),
        ({"MCCTL_ACCESS_TOKEN": "x", "MCCTL_SUBDOMAIN": "nope"}, "is not a tenant's subdomain"),
    ],
)
def test_half_an_environment_is_told(mcctl: Mcctl, env: dict[str, str], said: str) -> None:
    done = mcctl(["asset", "list"], **env)
    assert (done.code, said in done.stderr) == (2, True), done.stderr


def test_a_named_profile_goes_before_the_environment(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    env = {"MCCTL_CLIENT_ID": "x", "MCCTL_CLIENT_SECRET": "y", "MCCTL_SUBDOMAIN": SUBDOMAIN}
    assert mcctl(["asset", "list"], **env).code == 0


def test_without_any_login_the_way_in_is_told(mcctl: Mcctl) -> None:
    done = mcctl(["asset", "list"])
    assert (done.code, done.stderr) == (
        4,
        "mcctl: Not logged in\nHint: mcctl auth login, or, to rehearse without an account: --profile emulator\n",
    )


def test_the_list_is_json_without_any_login(mcctl: Mcctl) -> None:
    listed = mcctl(["auth", "list", "-o", "json"])
    assert listed.code == 0, listed.stderr
    assert [(one["name"], one["storage"], one["more"]) for one in listed.json] == [("emulator", "built in", {})]
