"""Sending 100,000 e-mails with AMPscript against the same send without it, within the emulator.

    python -m tests.benchmarks.rendering [--recipients N] [--runs N]

Both e-mails have the same length. The one has ten expressions and a lookup in a data extension of N rows. Each run accepts
N recipients and lets the clock send them. Prints the smallest times and their ratio; exits 1 when it is over 1.5. Then the
parser reads 1 MB of AMPscript; exits 1 when that takes a second.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

from mcctl.ampscript.parser import parse
from mcctl.emulator.app import Emulator

RATIO, PARSE_SECONDS = 1.5, 1.0
BATCH, ROWS_A_REQUEST = 500, 2000
HEAD = {"grant_type": "client_credentials", "client_id": "emulator", "client_secret": "emulator"}
SCRIPTED = (
    '%%[ SET @tier = Lookup("Tiers","Tier","Id",_subscriberkey) SET @name = ProperCase(AttributeValue("FirstName")) '
    'IF Empty(@tier) THEN SET @tier = "none" ENDIF ]%%<p>Dear %%=v(@name)=%%, tier %%=Uppercase(@tier)=%%</p>'
    '<p>%%=Concat("No ",_subscriberkey)=%% %%=FormatCurrency(1234.5,"en-US")=%% %%=FormatDate(Now(),"yyyy-MM-dd")=%% '
    '%%=IIf(@tier == "gold","thanks","hello")=%% %%=Add(1,2)=%% %%=Substring(emailaddr,1,3)=%% %%=Replace("a-b","-","+")=%%</p>'
)
PLAIN = "<p>Dear %%FirstName%%</p>"
MEGABYTE = 1_000_000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--recipients", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        client, emulator = _emulator(Path(folder))
        _prepare(client, args.recipients)
        times: dict[str, list[float]] = {"plain": [], "scripted": []}
        for run in range(args.runs):
            for name, taken in times.items():
                taken.append(_sent(client, emulator, name, args.recipients, run))
    best = {name: min(taken) for name, taken in times.items()}
    ratio = best["scripted"] / best["plain"]
    told = f"{best['plain']:.1f} s without, {best['scripted']:.1f} s with AMPscript: {ratio:.2f}x"
    print(f"{args.recipients:,} e-mails: {told}")  # noqa: T201
    source = SCRIPTED * (MEGABYTE // len(SCRIPTED) + 1)
    started = time.perf_counter()
    parse(source)
    parsed = time.perf_counter() - started
    print(f"the parser reads {len(source):,} characters in {parsed:.2f} s")  # noqa: T201
    return int(ratio > RATIO or parsed > PARSE_SECONDS)


def _emulator(folder: Path) -> tuple[httpx.Client, Emulator]:
    emulator = Emulator(folder / "emulator.sqlite")
    client = httpx.Client(
        transport=httpx.WSGITransport(app=emulator), base_url="http://emulator.localhost", timeout=600
    )
    token = client.post("/v2/token", json=HEAD).json()["access_token"]
    client.headers["Authorization"] = f"Bearer {token}"
    return client, emulator


def _prepare(client: httpx.Client, count: int) -> None:
    """Make the two e-mails with their definitions, and the data extension of the lookup."""
    length = max(len(PLAIN), len(SCRIPTED))
    for name, html in (("plain", PLAIN), ("scripted", SCRIPTED)):
        views = {"html": {"content": html.ljust(length)}, "subjectline": {"content": "Hi %%FirstName%%"}}
        email = {"name": name, "customerKey": name, "assetType": {"id": 208}, "views": views}
        _ok(client.post("/asset/v1/content/assets", json=email))
        definition = {"definitionKey": name, "name": name, "content": {"customerKey": name}}
        _ok(
            client.post(
                "/messaging/v1/email/definitions", json={**definition, "subscriptions": {"list": "All Subscribers"}}
            )
        )
    fields = [_field("Id", 0, key=True), _field("Tier", 1, key=False)]
    _ok(
        client.post(
            "/data/v1/customobjects", json={"name": "Tiers", "key": "tiers", "categoryId": 301, "fields": fields}
        )
    )
    for start in range(0, count, ROWS_A_REQUEST):
        rows = [{"Id": f"c{number}", "Tier": "gold"} for number in range(start, min(start + ROWS_A_REQUEST, count))]
        _ok(client.post("/data/v1/async/dataextensions/key:tiers/rows", json={"items": rows}))


def _field(name: str, ordinal: int, *, key: bool) -> dict[str, Any]:
    flags = ("isTemplateField", "isInheritable", "isOverridable", "isHidden", "isReadOnly", "mustOverride")
    told = {"name": name, "type": "Text", "length": 50, "ordinal": ordinal, "isPrimaryKey": key, "isNullable": not key}
    return {**told, **dict.fromkeys(flags, False)}


def _sent(client: httpx.Client, emulator: Emulator, name: str, count: int, run: int) -> float:
    """Return the seconds that it takes to accept and send to everybody."""
    started = time.perf_counter()
    for start in range(0, count, BATCH):
        recipients = [
            {
                "contactKey": f"c{number}",
                "to": f"c{number}@example.com",
                "messageKey": f"{name}-{run}-{number}",
                "attributes": {"FirstName": "ADA"},
            }
            for number in range(start, min(start + BATCH, count))
        ]
        _ok(client.post("/messaging/v1/email/messages", json={"definitionKey": name, "recipients": recipients}))
    emulator.admin.advance(5)
    with emulator.state.transaction() as db:
        sql = "select message from outbox order by id desc limit 1"
        newest = json.loads(db.execute(sql).fetchone()["message"])
        (left,) = db.execute("select count(*) from message where state = 'Queued'").fetchone()
    assert (newest["definition"], left) == (name, 0)
    return time.perf_counter() - started


def _ok(answer: httpx.Response) -> None:
    assert answer.status_code < 300, answer.text


if __name__ == "__main__":
    sys.exit(main())
