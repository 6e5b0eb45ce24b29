"""A login against a real Secret Service; `.ci/run` starts one on a session bus of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests._login import login_args
from tests.conftest import Mcctl, Rehearsal

pytestmark = pytest.mark.keyring


def test_the_secret_lives_in_the_secret_service(
    mcctl: Mcctl, served: tuple[Rehearsal, str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring

    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    rehearsal, url = served
    done = mcctl(login_args(url), stdin="emulator")
    assert (done.code, done.stderr.splitlines()[0]) == (
        0,
        "Logged in as profile default; the secret is in the OS keyring (keyring.backends.SecretService.Keyring)",
    )
    config = yaml.safe_load((home / "config" / "config.yaml").read_text())
    assert config["profiles"]["default"]["keyring"] == "keyring.backends.SecretService.Keyring"
    name = f"emulator@{url.removeprefix('http://')}"
    assert keyring.get_password("mcctl", name) == "emulator"
    for _ in range(2):
        assert mcctl(["asset", "get", "nto-welcome-series"]).code == 0
    assert len(rehearsal.token_requests()) == 1
    assert mcctl(["auth", "status", "-o", "json"]).json["secret_from"] == (
        "keyring (keyring.backends.SecretService.Keyring)"
    )
    assert mcctl(["auth", "logout"]).code == 0
    assert keyring.get_password("mcctl", name) is None
    assert keyring.get_password("mcctl", f"{name}/default") is None
    assert mcctl(["asset", "list"]).code == 4
