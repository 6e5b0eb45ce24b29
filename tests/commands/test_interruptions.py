"""Runs that are killed, ended by signals, and gone on with by a clock that moved: nothing twice, lost or falsely told."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal, environment

pytestmark = pytest.mark.processes

ROWS = 600
INTERRUPTIONS = 6  # of each kind of run
SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT]
MOVED = """
import sys, time
real, moved = time.time, float(sys.argv.pop(1))
time.time = lambda: real() + moved
from mcctl.cli import main
sys.exit(main())
"""
ENDS = (*(-number for number in SIGNALS), 130, 143, 0, 7)  # those below zero came before mcctl had begun
KINDS: dict[str, tuple[list[str], str, str, str, bool]] = {
    "tx": (["tx", "send", "nto-order-confirmation", "--from", "r.csv", "--batch-size", "20"],
           "contactKey,to\n", "{0},{0}@example.com\n", "recipients", False),
    "event": (["event", "fire", "nto-purchase", "--from", "r.csv", "--batch-size", "20"],
              "SubscriberKey,Email\n", "{0},{0}@example.com\n", "members", True),
    "sms": (["sms", "send", "MzA6Nzg6MA", "--from", "r.csv", "--batch-size", "20"],
            "mobileNumber,subscriberKey\n", "1317555{1:04},{0}\n", "Subscribers", True),
    "upsert": (["de", "import", "orders", "r.csv", "--batch-size", "20"], "Id\n", "{0}\n", "items", False),
    "insert": (["de", "import", "orders", "r.csv", "--mode", "insert", "--batch-size", "20"], "Id\n", "{0}\n", "items", True),
}  # fmt: skip
"""Kind -> command, header, row, where the rows are in a body, and whether no row may leave twice."""
NAMES = ("contactKey", "SubscriberKey", "subscriberKey", "Id")


def processed(rehearsal: Rehearsal, where: str) -> Counter[str]:
    """Return how often each contact was in a request that was carried out."""
    found: Counter[str] = Counter()
    for one in rehearsal.requests("POST", "PUT"):
        body: Any = json.loads(one["body"] or "{}")
        if isinstance(body, dict) and where in body and one["status"] is not None and one["status"] < 300:
            found.update(next(str(row[name]) for name in NAMES if name in row) for row in body[where])
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_interruptions(mcctl: Mcctl, served: tuple[Rehearsal, str], kind: str) -> None:
    (rehearsal, url), (args, header, row, where, is_once) = served, KINDS[kind]
    chance, env = random.Random(kind), {**os.environ, **environment(url)}
    if kind in ("upsert", "insert"):
        key = ["--key-field", "Id"] if kind == "upsert" else []
        assert mcctl(["de", "create", "orders", "--field", "Id:Text(20)", *key], **environment(url)).code == 0
    Path("r.csv").write_text(header + "".join(row.format(f"c-{n}", n) for n in range(100, 100 + ROWS)))
    rehearsal.fault({"path": "messages|events|messageContact|rows$"}, {"delay": 0.05})
    command = [*args, *([] if args[0] == "de" else ["--yes"]), "--concurrency", "2", "--results", "out.jsonl"]
    for _ in range(INTERRUPTIONS):
        moved = chance.choice(["0", "-600", "86400"])
        with subprocess.Popen(
            [sys.executable, "-c", MOVED, moved, *command],
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            time.sleep(chance.uniform(0.5, 1.1))
            process.send_signal(chance.choice(SIGNALS))
            assert process.wait(30) in ENDS, process.returncode
    done = subprocess.run(
        [sys.executable, "-m", "mcctl", *command], env=env, capture_output=True, check=False, timeout=60
    )
    assert done.returncode in (0, 7), done.stderr
    results = [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]
    told = {f"c-{99 + one['row']}": one["outcome"] for one in results}
    counted = processed(rehearsal, where)
    assert len(results) == ROWS
    assert set(told.values()) <= {"accepted", "unknown"}
    assert {name for name, outcome in told.items() if outcome == "accepted"} <= set(counted)
    if is_once:
        assert max(counted.values()) == 1
    else:
        assert set(told.values()) == {"accepted"}
