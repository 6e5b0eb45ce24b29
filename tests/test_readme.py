"""The README's scripts for the emulator run as they stand, section by section."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests._measuring import script

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
    done = script("\n".join(kept), HOME=str(home))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Unexpected" not in done.stderr


def test_there_are_such_scripts() -> None:
    assert len(SCRIPTS) >= 7


# ---------------------------------------------------------------------- the recording at its top

RECORDING = re.search(r"```text\n(\$ .*?)```", README, re.DOTALL)


def test_the_recording_is_what_happens(home: Path) -> None:
    assert RECORDING is not None
    env = {"HOME": str(home), "MCCTL_PROFILE": "emulator", "MCCTL_OUTPUT": "table", "COLUMNS": "100"}
    told: list[str] = []
    for line in RECORDING[1].splitlines():
        if not line.startswith("$ "):
            continue
        command = re.sub(r" {2,}#.*", "", line[2:])
        done = script(command, **env)
        assert done.returncode == 0, done.stderr
        told += [line, *done.stdout.splitlines(), *done.stderr.splitlines()]
    spaces = re.compile(" +")
    assert [spaces.sub(" ", one).strip() for one in told] == [
        spaces.sub(" ", one).strip() for one in RECORDING[1].splitlines()
    ]
