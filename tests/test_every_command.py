"""What no command does, whatever answers: take memory without end, wait longer than it was told to."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests._measuring import endless, gigabyte, hangs
from tests.examples import ASKING, FILES

pytestmark = pytest.mark.processes
GROUPS = 6
TIMEOUT = 0.15  # seconds
_SETTINGS = "workspace: 1\nhome: dev\ntargets: {dev: {profile: environment}, prod: {profile: environment, mid: 7}}\n"
_PROGRAM = """
import json, sys, time
from mcctl.cli import main
for args in json.load(sys.stdin):
    started = time.monotonic()
    code = main(args)
    sys.stderr.write(json.dumps({"args": args, "code": code, "took": time.monotonic() - started}) + "\\n")
peak = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")]
sys.stderr.write(json.dumps({"peak": int(peak[0])}) + "\\n")
"""


def run_all(home: Path, lines: list[list[str]], env: dict[str, str]) -> list[dict[str, Any]]:
    """Run command lines one after another in one process; return what became of each, and the memory it took in KB."""
    shutil.copytree(FILES, home, dirs_exist_ok=True)
    (home / "mcctl.yaml").write_text(_SETTINGS)
    more = {"MCCTL_PERSONALIZATION_URL": env["MCCTL_REST_URL"], "MCCTL_PERSONALIZATION_KEY": "k" * 20}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        input=json.dumps(lines), capture_output=True, text=True, check=True, timeout=100, env={**os.environ, **env, **more},
    )  # fmt: skip
    return [json.loads(line) for line in done.stderr.splitlines() if line.startswith(('{"args"', '{"peak"'))]


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_command_takes_an_answer_without_end(home: Path, group: int) -> None:
    with endless(gigabyte) as env:
        *told, peak = run_all(home, ASKING[group::GROUPS], env)
    reports = (["personalization", "report"], 5)  # which are written as they come, and are CSV
    assert [one for one in told if one["code"] not in (6, 7) and (one["args"][:2], one["code"]) != reports] == []
    assert peak["peak"] < 150 * 1024


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_command_waits_longer_than_it_was_told(home: Path, group: int) -> None:
    lines = [[*args, "--timeout", str(TIMEOUT)] for args in ASKING[group::GROUPS]]
    with endless(hangs) as env:
        *told, _ = run_all(home, lines, env)
    assert [one for one in told if one["code"] not in (6, 7)] == []
    assert [one for one in told if one["took"] > TIMEOUT + 2] == []
