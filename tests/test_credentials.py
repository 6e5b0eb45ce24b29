"""Every way in which a keyring fails: told within seconds, as exit 4, with the two ways out."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError

from mcctl import credentials
from tests._login import login_args
from tests.conftest import Mcctl, Rehearsal

WAYS_OUT = (
    "Hint: Two ways out: credentials from the environment (MCCTL_SUBDOMAIN, MCCTL_CLIENT_ID, MCCTL_CLIENT_SECRET; "
    "for Personalization Builder MCCTL_PERSONALIZATION_KEY), "
    "or mcctl auth login --insecure-storage, which keeps the secret in a file that only you can read\n"
)


def raising(error: Exception) -> Any:
    def behaviour() -> None:
        raise error

    return behaviour


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NoKeyringError("No recommended backend"), "NoKeyringError: No recommended backend"),
        (InitError("Prompt dismissed"), "InitError: Prompt dismissed"),
        (KeyringLocked("locked"), "KeyringLocked: locked"),
        (RuntimeError("not viable"), "RuntimeError: not viable"),
        (EOFError(), "EOFError"),
        (ConnectionResetError("bus gone"), "ConnectionResetError: bus gone"),
    ],
)
def test_a_keyring_that_raises(
    mcctl: Mcctl,
    served: tuple[Rehearsal, str],
    monkeypatch: pytest.MonkeyPatch,
    home: Path,
    error: Exception,
    said: str,
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.broken_keyring.Broken")
    monkeypatch.setattr("tests.broken_keyring.Broken.behaviour", raising(error))
    done = mcctl(login_args(served[1]), stdin="emulator")
    assert (done.code, done.stderr) == (4, f"mcctl: The OS keyring failed: {said}\n{WAYS_OUT}")
    assert not (home / "config").exists()


def test_a_keyring_that_never_answers(
    mcctl: Mcctl, served: tuple[Rehearsal, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    never = threading.Event()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.broken_keyring.Broken")
    monkeypatch.setattr("tests.broken_keyring.Broken.behaviour", never.wait)
    monkeypatch.setattr(credentials, "KEYRING_LIMIT", 0.05)
    done = mcctl(login_args(served[1]), stdin="emulator")
    never.set()
    assert (done.code, done.stderr) == (4, f"mcctl: The OS keyring gave no answer within 0.05 s\n{WAYS_OUT}")


def test_a_keyring_that_keeps_nothing(
    mcctl: Mcctl, served: tuple[Rehearsal, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.broken_keyring.Broken")
    monkeypatch.setattr("tests.broken_keyring.Broken.behaviour", lambda: None)
    done = mcctl(login_args(served[1]), stdin="emulator")
    assert (done.code, done.stderr) == (
        4,
        f"mcctl: The keyring (tests.broken_keyring.Broken) did not keep the secret\n{WAYS_OUT}",
    )


@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_a_keyring_that_is_none(mcctl: Mcctl, monkeypatch: pytest.MonkeyPatch, backend: str) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    done = mcctl(login_args("http://127.0.0.1:9"), stdin="emulator")
    assert (done.code, done.stderr) == (
        4,
        f"mcctl: There is no usable OS keyring here (found only {backend})\n{WAYS_OUT}",
    )


def test_a_backend_that_does_not_exist(mcctl: Mcctl, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Keyring")
    done = mcctl(login_args("http://127.0.0.1:9"), stdin="emulator")
    assert (done.code, done.stderr.startswith("mcctl: The OS keyring failed: ModuleNotFoundError")) == (4, True)


def test_the_backend_of_the_login_is_used_ever_after(
    mcctl: Mcctl, served: tuple[Rehearsal, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mcctl(login_args(served[1]), stdin="emulator").code == 0
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    assert mcctl(["asset", "list"]).code == 0


def test_a_token_in_the_keyring_that_is_garbage_is_replaced(
    mcctl: Mcctl, served: tuple[Rehearsal, str], home: Path
) -> None:
    assert mcctl(login_args(served[1]), stdin="emulator").code == 0
    file = home / "keyring.json"
    kept = json.loads(file.read_text())
    file.write_text(json.dumps({name: value if value == "emulator" else "{" for name, value in kept.items()}))
    assert mcctl(["asset", "list"]).code == 0
