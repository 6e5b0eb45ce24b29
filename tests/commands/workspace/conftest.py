"""A workspace of the demo account."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Mcctl, Rehearsal

HOME, EUROPE = 510000001, 510000002


@pytest.fixture(scope="session")
def pulled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a workspace, and the emulator that it was pulled from, lie once a test has pulled one."""
    return tmp_path_factory.mktemp("pulled")


@pytest.fixture
def space(mcctl: Mcctl, rehearsal: Rehearsal, home: Path, pulled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of the demo account, pulled; the current folder."""
    folder = home / "space"
    if (pulled / "space").exists():
        shutil.copytree(pulled, home, dirs_exist_ok=True)
        rehearsal.rename_account()
    else:
        assert mcctl(["workspace", "init", str(folder), "--target", f"dev=emulator:{HOME}"]).code == 0
        monkeypatch.chdir(folder)
        assert mcctl(["workspace", "pull"]).code == 0
        rehearsal.save(pulled / "emulator.sqlite")
        shutil.copytree(folder, pulled / "space")
    monkeypatch.chdir(folder)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a workspace that is not mcctl's own."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".mcctl" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
