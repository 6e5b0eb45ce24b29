"""The completion scripts, run in the shells that they are for."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mcctl.cli import GROUPS
from tests.conftest import Mcctl, Rehearsal

pytestmark = pytest.mark.processes
SCRIPTS = Path(__file__).parents[3] / "completions"
Complete = Callable[[str], set[str]]


def run(home: Path, *command: str) -> str:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "HOME": str(home), "MCCTL_PROFILE": "emulator"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=env)
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout


def bash(home: Path, line: str) -> set[str]:
    *before, word = f"{line}|".split(" ")
    words = [*before, word.removesuffix("|")]
    script = f"""source {SCRIPTS / "mcctl.bash"}
COMP_WORDS=({shlex.join(words)}) COMP_CWORD={len(words) - 1}
_mcctl; printf '%s\\n' "${{COMPREPLY[@]}}" """
    return set(filter(None, run(home, "bash", "-c", script).splitlines()))


def zsh(home: Path, line: str) -> set[str]:
    *before, word = f"{line}|".split(" ")
    words = [*before, word.removesuffix("|")]
    script = f"""compdef() {{ :; }}
_files() {{ print FILES }}
_describe() {{ local of=${{@[-1]}}; for one in ${{(P)of}}; do print -r -- ${{one%%:*}}; done }}
source {SCRIPTS / "_mcctl"}
words=({shlex.join(words)}) CURRENT={len(words)} PREFIX={shlex.quote(words[-1])}
_mcctl"""
    found = set(filter(None, run(home, "zsh", "-f", "-c", script).splitlines()))
    return {one for one in found if one.startswith(words[-1])}


def fish(home: Path, line: str) -> set[str]:
    script = f"source {SCRIPTS / 'mcctl.fish'}; complete -C {shlex.quote(line)}"
    return {one.split("\t")[0] for one in run(home, "fish", "--no-config", "-c", script).splitlines()}


SHELLS = {"bash": bash, "zsh": zsh, "fish": fish}


@pytest.fixture(params=SHELLS)
def complete(request: pytest.FixtureRequest, home: Path) -> Complete:
    """What a shell offers for a line that ends where TAB is pressed."""
    if not shutil.which(request.param):
        pytest.skip(f"{request.param} is not installed")
    return lambda line: SHELLS[request.param](home, line)


def test_groups(complete: Complete) -> None:
    assert complete("mcctl ") >= set(GROUPS)


def test_verbs(complete: Complete) -> None:
    assert complete("mcctl asset ") >= {"list", "get", "create", "patch", "delete", "upload", "download", "types"}
    assert complete("mcctl tx definition c") == {"create"}


def test_options(complete: Complete) -> None:
    assert {"--dry-run", "--data", "--description"} <= complete("mcctl asset patch --d")
    assert "--yes" not in complete("mcctl asset list --")


def test_values_of_an_option(complete: Complete) -> None:
    assert complete("mcctl asset list --output js") == {"json", "jsonl"}


def test_live_values(complete: Complete) -> None:
    assert "nto-footer" in complete("mcctl asset get nto-f")
    assert "nto-thank-you" in complete("mcctl journey status ")
    assert "emulator" in complete("mcctl asset list --profile ")


# ---------------------------------------------------------------------- what the scripts ask for


@pytest.mark.parametrize(
    ("kind", "one"),
    [
        ("profiles", "emulator"),
        ("assets", "nto-footer"),
        ("folders", "Content Builder/Emails"),
        ("types", "htmlemail"),
        ("definitions", "nto-order-confirmation"),
        ("events", "nto-purchase"),
        ("journeys", "nto-thank-you"),
    ],
)
def test_live_values_by_themselves(mcctl: Mcctl, rehearsal: Rehearsal, kind: str, one: str) -> None:
    assert one in mcctl(["completion", "values", kind]).stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_script_is_printed(mcctl: Mcctl, shell: str) -> None:
    assert f"made by: mcctl completion {shell}" in mcctl(["completion", shell]).stdout
