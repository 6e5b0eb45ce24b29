"""Logging in to an emulator that is served."""

from __future__ import annotations

from tests.conftest import Rehearsal

Served = tuple[Rehearsal, str]


def login_args(url: str, *more: str) -> list[str]:
    return ["auth", "login", "--auth-url", url, "--rest-url", url, "--client-id", "emulator",
            "--client-secret-file", "-", *more]  # fmt: skip
