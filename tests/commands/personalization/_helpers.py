"""What the tests of `mcctl personalization` share."""

from __future__ import annotations

import os

import pytest

ORG = ["--org", "12345678"]
SET = ["personalization", "privacy", "set", *ORG]


def use_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the emulator on its socket with a key from the environment, as a CI step does."""
    monkeypatch.setenv("MCCTL_PERSONALIZATION_URL", os.environ["MCCTL_REST_URL"])
    monkeypatch.setenv("MCCTL_PERSONALIZATION_KEY", "emulator")


def login(url: str, *more: str) -> list[str]:
    return [
        "auth",
        "login",
        "--type",
        "personalization",
        "--org",
        "12345678",
        "--rest-url",
        url,
        "--key-file",
        "-",
        *more,
    ]
