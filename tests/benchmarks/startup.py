"""Start-up budgets: whole commands against bare Python, the smallest of many runs, in turn within one session.

    python tests/benchmarks/startup.py [--runs N]

Installs mcctl into a fresh virtual environment, as a user has it: a developer's holds packages (click, pygments)
that make httpx load its own command line too. Exits 1 if a command is over its budget.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUDGETS = {
    ("--version",): 2.0,
    ("--help",): 6.0,
    ("asset", "--help"): 6.0,
    ("asset", "patch", "--help"): 6.0,
    ("asset", "list", "--nope"): 6.0,
    ("asset", "patch", "1201", "--name", "x", "--dry-run"): 14.0,
    ("api", "GET", "/asset/v1/content/assets/1201"): 14.0,
    ("asset", "get", "1201", "-o", "json"): 14.0,
    ("tx", "send", "nto-order-confirmation", "--to", "a@x.io", "--contact", "c", "-o", "json"): 14.0,
}
"""Arguments -> how many times as long as bare Python the command may take."""


def main() -> int:
    """Measure every command and print a row for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        python = install(Path(folder) / "venv")
        with subprocess.Popen(
            [python, "-m", "mcctl", "emulator", "serve", "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "MCCTL_EMULATOR_STATE": f"{folder}/state.sqlite"},
        ) as server:
            try:
                return report(python, environment(python, server), runs)
            finally:
                server.terminate()


def install(venv: Path) -> str:
    """Create a virtual environment with mcctl and return its Python."""
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    python = str(venv / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "-q", f"{ROOT}[emulator]"], check=True)
    return python


def environment(python: str, server: subprocess.Popen[str]) -> dict[str, str]:
    """Return the environment of a CI step that uses the emulator, its token at hand as in the budget's definition."""
    url = server.stdout.readline().strip() if server.stdout else ""
    login = {"MCCTL_AUTH_URL": url, "MCCTL_REST_URL": url}
    secret = {"MCCTL_CLIENT_ID": "emulator", "MCCTL_CLIENT_SECRET": "emulator"}
    token = subprocess.run(
        [python, "-m", "mcctl", "auth", "token"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **login, **secret},
    )
    return {**os.environ, **login, "MCCTL_ACCESS_TOKEN": token.stdout.strip()}


def report(python: str, env: dict[str, str], runs: int) -> int:
    """Time the commands in turn, so that a slow moment hits all of them, and print the smallest times."""
    script = str(Path(python).with_name("mcctl"))
    commands = {("python -c pass",): [python, "-c", "pass"], **{args: [script, *args] for args in BUDGETS}}
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(runs + 1):  # the first round warms the caches
        for args, command in commands.items():
            best[args] = min(best[args], seconds(command, env))
    bare = best[("python -c pass",)]
    over = 0
    for args, taken in best.items():
        budget = BUDGETS.get(args)
        verdict = "" if budget is None else f"budget {budget:4.1f}x  {'ok' if taken <= budget * bare else 'OVER'}"
        over += budget is not None and taken > budget * bare
        print(f"{taken * 1000:7.1f} ms {taken / bare:5.1f}x  {verdict:20}  {' '.join(args)}")  # noqa: T201
    return 1 if over else 0


def seconds(command: list[str], env: dict[str, str]) -> float:
    """Return how long one run takes, in seconds."""
    started = time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
