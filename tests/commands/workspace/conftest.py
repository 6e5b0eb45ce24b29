"""A workspace of the demo account."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Kept, Mcctl, Rehearsal

HOME, EUROPE = 510000001, 510000002


@pytest.fixture(scope="session")
def pulled(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A workspace of the demo account, once a test has pulled one."""
    return Kept(tmp_path_factory.mktemp("pulled"))


@pytest.fixture
def space(mcctl: Mcctl, rehearsal: Rehearsal, home: Path, pulled: Kept, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of the demo account, pulled; the current folder."""
    folder = home / "space"
    if not pulled.give(home, rehearsal):
        assert mcctl(["workspace", "init", str(folder), "--target", f"dev=emulator:{HOME}"]).code == 0
        monkeypatch.chdir(folder)
        assert mcctl(["workspace", "pull"]).code == 0
        pulled.keep(home, rehearsal, "space")
    monkeypatch.chdir(folder)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a workspace that is not mcctl's own."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".mcctl" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
