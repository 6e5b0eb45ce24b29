"""Rows and events in bulk: `mcctl de import` and `mcctl event fire --from` on the emulator, served on this machine.

    python -m tests.benchmarks.rows [--rows N] [--contacts N] [--runs N]

Prints how long an import of N rows of ten columns takes beside a bare loop that puts ready-made request bodies to the same
route, its peak memory for N rows and for a tenth of them, and the requests and memory of an event for many contacts. Exits
1 when the import takes more than twice as long, its memory reaches 120 MB or grows by over 10 %, or an event needs more
than a request for 100 contacts.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.harness import EMULATOR, Measured, Target, mcctl, post_all, served

BATCH = 2500
RATIO, PEAK_MB, GROWTH, CONTACTS_A_REQUEST = 2.0, 120.0, 1.10, 100
LOOKS = 8  # requests of an event run besides: the token, the definition, its data extension and fields
FIELDS = {
    "Id": "Text(20) required", "Email": "EmailAddress(254) required", "FirstName": "Text(50)", "LastName": "Text(50)",
    "City": "Text(50)", "Country": "Locale(5)", "Orders": "Number", "Total": "Decimal(12,2)", "Member": "Boolean",
    "Since": "Date",
}  # fmt: skip


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, small = write_rows(folder / "large.csv", args.rows), write_rows(folder / "small.csv", args.rows // 10)
        failed = imports(large, small, args.rows, args.runs)
        return int(events(folder, args.contacts) or failed)


def imports(large: Path, small: Path, count: int, runs: int) -> bool:
    """Measure imports; return whether a budget is not held."""
    loop = ours = float("inf")
    ready = write_bodies(large.with_name("bodies"), count)
    for _ in range(runs):
        with served(EMULATOR) as target:
            loop = min(
                loop, post_all(target, "PUT", f"/data/v1/async/dataextensions/{create(target)}/rows", read(ready))
            )
        with served(EMULATOR) as target:
            create(target)
            whole = mcctl(target, ["de", "import", "benchmark", str(large)])
        ours = min(ours, whole.seconds)
    with served(EMULATOR) as target:
        create(target)
        part = mcctl(target, ["de", "import", "benchmark", str(small)])
    growth = whole.peak / part.peak
    print(f"import of {count:,} rows of 10 columns: bare loop {loop:.1f} s, mcctl {ours:.1f} s, {ours / loop:.2f}x")  # noqa: T201
    print(f"peak memory {part.peak:.0f} MB for a tenth, {whole.peak:.0f} MB for all, {growth:.2f}x")  # noqa: T201
    assert whole.shown["imported"] == count, whole.shown
    return ours / loop > RATIO or whole.peak >= PEAK_MB or growth > GROWTH


def events(folder: Path, count: int) -> bool:
    """Measure an event for many; return whether a budget is not held."""
    found: list[Measured] = []
    for rows in (count // 10, count):
        part = write_contacts(folder / f"{rows}-contacts.csv", rows)
        with served(EMULATOR) as target:
            found.append(mcctl(target, ["event", "fire", "nto-purchase", "--from", str(part)]))
    small, large = found
    growth, requests = large.peak / small.peak, large.shown["requests"]
    print(f"event for {count:,} contacts: {large.seconds:.1f} s, {requests:,} requests")  # noqa: T201
    print(f"peak memory {small.peak:.0f} MB for a tenth, {large.peak:.0f} MB for all, {growth:.2f}x")  # noqa: T201
    assert large.shown["accepted"] == count, large.shown
    return growth > GROWTH or requests > count / CONTACTS_A_REQUEST + LOOKS


def create(target: Target) -> str:
    """Create the data extension and return its id."""
    words = [word for name, kind in FIELDS.items() for word in ("--field", f"{name}:{kind}")]
    made = mcctl(target, ["de", "create", "benchmark", *words, "--key-field", "Id", "--folder", "301"])
    return str(made.shown["id"])


def values(number: int) -> list[str]:
    """Return the cells of a row."""
    return [
        f"row-{number:08}", f"person{number:08}@example.com", "Ada", "Lovelace", "San Francisco", "en-US",
        str(number % 97), f"{number % 5000}.95", "true", "2026-11-25",
    ]  # fmt: skip


def write_rows(path: Path, count: int) -> Path:
    """Write a file of rows."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(FIELDS)
        writer.writerows(values(number) for number in range(count))
    return path


def write_contacts(path: Path, count: int) -> Path:
    """Write a file of contacts."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["SubscriberKey", "Email", "FirstName"])
        writer.writerows([f"c-{number:07}", f"c{number:07}@example.com", "Ada"] for number in range(count))
    return path


def write_bodies(folder: Path, count: int) -> list[Path]:
    """Write request bodies like those that mcctl sends. What this process holds would count as memory of its children."""
    folder.mkdir()
    files = []
    for start in range(0, count, BATCH):
        rows = [dict(zip(FIELDS, values(number), strict=True)) for number in range(start, min(start + BATCH, count))]
        files.append(folder / f"{start}.json")
        files[-1].write_bytes(json.dumps({"items": rows}, separators=(",", ":")).encode())
    return files


def read(files: list[Path]) -> Iterator[bytes]:
    """Yield ready-made bodies."""
    return (file.read_bytes() for file in files)


if __name__ == "__main__":
    sys.exit(main())
