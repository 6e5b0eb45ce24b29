"""The README's scripts for the emulator run as they stand, section by section."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_docs import PROSE

SECTIONS = {
    title: "".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    for title, text in re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", PROSE, re.MULTILINE | re.DOTALL)
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
