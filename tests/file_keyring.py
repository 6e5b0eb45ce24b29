"""A keyring backend that keeps its secrets in the JSON file named by FILE_KEYRING; works across processes."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class Keyring(KeyringBackend):
    """What the tests use in place of the desktop's keyring."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return _read().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        _write({**_read(), f"{service}/{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        secrets = _read()
        if f"{service}/{username}" not in secrets:
            raise PasswordDeleteError("not found")
        _write({key: value for key, value in secrets.items() if key != f"{service}/{username}"})


def _path() -> Path:
    return Path(os.environ["FILE_KEYRING"])


def _read() -> dict[str, str]:
    secrets: dict[str, str] = json.loads(_path().read_text()) if _path().exists() else {}
    return secrets


def _write(secrets: dict[str, str]) -> None:
    new = _path().with_suffix(f".{threading.get_ident()}")
    new.write_text(json.dumps(secrets))
    new.replace(_path())
