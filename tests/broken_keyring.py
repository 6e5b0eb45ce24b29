"""A keyring backend that fails as a test wants it to. In a module of its own: keyring finds backends by import."""

from __future__ import annotations

from typing import Any

from keyring.backend import KeyringBackend


class Broken(KeyringBackend):
    """A keyring whose every call does what `behaviour` does."""

    priority = 1
    behaviour: Any = None

    def get_password(self, service: str, username: str) -> str | None:
        return Broken.behaviour()  # type: ignore[no-any-return]

    def set_password(self, service: str, username: str, password: str) -> None:
        Broken.behaviour()
