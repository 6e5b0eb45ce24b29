"""A workspace of a large account: how many requests, how much memory, how long.

    python -m tests.benchmarks.workspace [--scale N]

The account has 5,000 assets, of which 1,500 are files, 300 data extensions, 220 event definitions, 200 journeys and 70
send definitions, divided by N. Everything runs in processes of its own, the emulator inside them. Prints what was
measured beside what is allowed; exits 1 where more was needed.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple

from mcctl.emulator.app import Emulator
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.app import Loaded
from mcctl.emulator.loading import Arrival

PIXEL = base64.b64encode(bytes.fromhex("89504e470d0a1a0a") + bytes(2000)).decode()
FOLDERS, ROWS_OF_TEXT, LINKS = 60, 25, 10
_MEASURE = """
import resource, sys, time
from mcctl import cli
started = time.perf_counter()
code = cli.main()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(code, time.perf_counter() - started, peak, file=open(sys.argv[0], "w"))
"""


_FIRST_CHANGE = datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=-6)))
_PAUSE = timedelta(hours=7)


class Counts(NamedTuple):
    """How many there are of each kind."""

    assets: int
    files: int
    extensions: int
    events: int
    journeys: int
    sends: int

    def over(self, scale: int) -> Counts:
        """Return a smaller account."""
        return Counts(*(max(count // scale, 1) for count in self))


class Limit(NamedTuple):
    """What a command may need. requests: besides those for files. megabytes: of memory.

    changed: texts of so many blocks are changed before.
    """

    name: str
    command: list[str]
    seconds: float
    requests: int | None = None
    megabytes: int | None = None
    changed: int = 0


ACCOUNT = Counts(3500, 1500, 300, 220, 200, 70)
LIMITS = (
    Limit("first pull", ["pull", "-o", "json"], 30, 500, 150),
    Limit("second pull", ["pull", "-o", "json"], 3, 50, 150),
    Limit("status --offline", ["status", "--offline"], 0.8),
    Limit("usages --deep, first", ["usages", "asset:block-0", "--deep"], 30),
    Limit("usages --deep", ["usages", "asset:block-0", "--deep"], 0.3),
    Limit("lint", ["lint"], 5),
    Limit("plan of 10", ["plan", "--out", "plan.zip"], 1, 5, 150, changed=10),
    Limit("plan of 300", ["plan", "--out", "plan.zip"], 30, changed=300),
    Limit("apply of 300", ["apply", "plan.zip"], 60, 900, 150),
    Limit("plan, nothing changed", ["plan"], 1, 5),
)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=int, default=1)
    counts = ACCOUNT.over(parser.parse_args().scale)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(os.environ.get("BENCH_KEEP") or name)
        Emulator(folder / "emulator.sqlite").admin.load(ENTERPRISE, list(account(counts)))
        env = {**os.environ, "HOME": name, "MCCTL_EMULATOR_STATE": f"{folder}/emulator.sqlite"}
        subprocess.run(
            [sys.executable, "-m", "mcctl", "workspace", "init", "space", "--target", f"dev=emulator:{ENTERPRISE}"],
            cwd=folder, env=env, check=True, capture_output=True,
        )  # fmt: skip
        return max([_measured(folder, env, limit) for limit in LIMITS])


def _measured(folder: Path, env: dict[str, str], limit: Limit) -> int:
    """Run a command, print what it needed, and return whether that was too much."""
    for path in sorted((folder / "space" / "content").rglob("block-*.html"))[: limit.changed]:
        path.write_text(f"{path.read_text()}<p>{limit.name}</p>")
    before = _requests(folder)
    told = folder / "measured"
    process = [sys.executable, "-c", f"import sys; sys.argv[0] = {str(told)!r}\n{_MEASURE}", "workspace"]
    started = time.perf_counter()
    subprocess.run([*process, *limit.command], cwd=folder / "space", env=env, stdout=subprocess.DEVNULL, check=False)
    whole = time.perf_counter() - started
    code, own, peak = told.read_text().split()
    requests = _requests(folder) - before
    wrong = [
        name
        for name, value, most in (
            ("time", float(own), limit.seconds),
            ("requests", requests, limit.requests),
            ("memory", float(peak), limit.megabytes),
        )
        if most is not None and value > most
    ]
    numbers = f"{float(own):.2f} s ({whole:.2f} s with its start), {requests} requests, {float(peak):.0f} MB"
    print(f"{limit.name}: exit {code}, {numbers}{'; too much ' + ', '.join(wrong) if wrong else ''}")  # noqa: T201
    return int(bool(wrong))


def _requests(folder: Path) -> int:
    """Return how many requests the emulator had, but for those for tokens and files; it keeps the last 10,000."""
    with sqlite3.connect(folder / "emulator.sqlite") as db:
        sql = "select count(*) from request where path not like '%/file' and path != '/v2/token'"
        return int(db.execute(sql).fetchone()[0])


def account(counts: Counts) -> Iterator[Arrival]:
    """Yield the objects of an account."""
    yield _arrival("folder", "100", {"name": "Content Builder", "parentId": 0, "categoryType": "asset"})
    for number in range(1, FOLDERS + 1):
        body = {
            "name": f"Folder {number}",
            "parentId": 100 if number < 9 else 100 + number // 8,
            "categoryType": "asset",
        }
        yield _arrival("folder", str(100 + number), body)
    for number in range(counts.assets + counts.files):
        yield _asset(number, counts)
    extensions = [_id("de", number) for number in range(counts.extensions)]
    for number, guid in enumerate(extensions):
        yield _arrival("de", guid, _extension(number))
    for number in range(counts.events):
        body = {"type": "APIEvent", "name": f"Event {number}", "eventDefinitionKey": f"event-{number}"}
        extension = extensions[number % len(extensions)]
        yield _arrival("event", _id("event", number), {**body, "dataExtensionId": extension})
    for number in range(counts.journeys):
        yield _arrival("journey", _id("journey", number), _journey(number, counts))
    for number in range(counts.sends):
        yield _arrival("send", "", _send(number, counts))


def _asset(number: int, counts: Counts) -> Arrival:
    folder = {"category": {"id": 101 + number % FOLDERS}}
    if number >= counts.assets:
        name = f"image-{number}.png"
        return _arrival("asset", str(2000 + number), {
            "name": name, "customerKey": f"image-{number}", "assetType": {"id": 28, "name": "png"}, "file": PIXEL, **folder,
        })  # fmt: skip
    text = "".join(f"<tr><td>Row {row} of {number}</td><td>%%FirstName%%</td></tr>\n" for row in range(ROWS_OF_TEXT))
    text += "".join(f'<a href="https://nto.example/{number}/{link}">Look</a>\n' for link in range(LINKS))
    if number % 2:
        code = f'%%[ SET @x = Lookup("Extension {number % counts.extensions}", "A", "Id", _subscriberkey) ]%%'
        body = {"name": f"Block {number}", "assetType": {"id": 197, "name": "htmlblock"}, "content": code + text}
        return _arrival("asset", str(2000 + number), {**body, "customerKey": f"block-{number - 1}", **folder})
    block = f'%%=ContentBlockByKey("block-{number % 100 // 2 * 2}")=%%<p>%%unsub_center_url%% %%member_addr%%</p>'
    views = {"html": {"content": f"<table>{text}</table>{block}"}, "subjectline": {"content": f"Mail {number}"}}
    body = {"name": f"Mail {number}", "customerKey": f"mail-{number}", "views": views, "tags": ["a", "b"]}
    return _arrival("asset", str(2000 + number), {**body, "assetType": {"id": 208, "name": "htmlemail"}, **folder})


def _extension(number: int) -> dict[str, Any]:
    flags = ("isTemplateField", "isInheritable", "isOverridable", "isHidden", "isReadOnly", "mustOverride")
    fields = [
        {"name": name, "type": "Text", "length": 50, "ordinal": place, "isPrimaryKey": not place,
         "isNullable": bool(place), **dict.fromkeys(flags, False)}
        for place, name in enumerate(("Id", "A", "B", "C", "D", "E"))
    ]  # fmt: skip
    return {"name": f"Extension {number}", "key": f"extension-{number}", "categoryId": 301, "fields": fields}


def _journey(number: int, counts: Counts) -> dict[str, Any]:
    activities = [
        {"key": f"step-{step}", "name": f"Step {step}", "type": "EMAILV2",
         "outcomes": [{"key": f"out-{step}", "next": f"step-{step + 1}" if step < 5 else None}],
         "configurationArguments": {"triggeredSend": {"emailId": 32000 + (number * 2) % counts.assets}}}
        for step in range(6)
    ]  # fmt: skip
    trigger = {
        "key": "TRIGGER",
        "name": "Entry",
        "type": "APIEvent",
        "eventDefinitionKey": f"event-{number % counts.events}",
    }
    body = {"key": f"journey-{number}", "name": f"Journey {number}", "workflowApiVersion": 1.0}
    return {**body, "triggers": [trigger], "activities": activities}


def _send(number: int, counts: Counts) -> dict[str, Any]:
    content = {"customerKey": f"mail-{number * 2 % counts.assets // 2 * 2}"}
    body = {"channel": "email", "definitionKey": f"send-{number}", "name": f"Send {number}", "content": content}
    return {**body, "subscriptions": {"list": "All Subscribers"}}


def _id(kind: str, number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{kind}{number}"))


def _arrival(kind: str, number: str, body: dict[str, Any]) -> Arrival:
    """Return an object; assets were changed one after the other, over some years."""
    changed = {"modifiedDate": (_FIRST_CHANGE + int(number) * _PAUSE).isoformat()} if kind == "asset" else {}
    return Arrival(kind, json.dumps(body)[:80], Loaded(number, body, changed))


if __name__ == "__main__":
    sys.exit(main())
