"""The README's scripts for the emulator run as they stand, section by section."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
pytestmark = pytest.mark.processes

SECTIONS = {
    title: "".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    for title, text in re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
}
SCRIPTS = [title for title, script in SECTIONS.items() if "export MCCTL_PROFILE=emulator" in script]


@pytest.mark.parametrize("title", SCRIPTS)
def test_the_scripts_of_the_readme_run(home: Path, title: str) -> None:
    lines = SECTIONS[title].splitlines()
    # What sets a machine up, and what is for a body and a signature that somebody else has, is left out.
    kept = [
        line
        for line in lines
        if not re.match(r"(pip|python3|\. \.venv|mcctl ens verify|mcctl --version)", line.strip())
    ]
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(kept)],
        capture_output=True, text=True, check=False, timeout=120, env={**os.environ, "PATH": path, "HOME": str(home)},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Unexpected" not in done.stderr


def test_there_are_such_scripts() -> None:
    assert len(SCRIPTS) >= 7


# ---------------------------------------------------------------------- the recording at its top

RECORDING = re.search(r"```text\n(\$ .*?)```", README, re.DOTALL)
_CHANGING = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+-06:00")


def test_the_recording_is_what_happens(home: Path) -> None:
    assert RECORDING is not None
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "HOME": str(home), "MCCTL_PROFILE": "emulator", "MCCTL_OUTPUT": "table"}
    told: list[str] = []
    for line in RECORDING[1].splitlines():
        if not line.startswith("$ "):
            continue
        command = re.sub(r" {2,}#.*", "", line[2:])
        done = subprocess.run(
            ["bash", "-c", command],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
            env={**env, "COLUMNS": "100"},
        )
        told += [line, *done.stdout.splitlines(), *done.stderr.splitlines()]
    spaces = re.compile(" +")
    assert [spaces.sub(" ", _CHANGING.sub("TIME", one)).strip() for one in told] == [
        spaces.sub(" ", _CHANGING.sub("TIME", one)).strip() for one in RECORDING[1].splitlines()
    ]
