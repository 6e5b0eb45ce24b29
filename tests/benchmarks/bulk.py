"""Bulk sending: `mcctl tx send --from` against a bare loop that posts the same ready-made batches with httpx.

    python -m tests.benchmarks.bulk [--recipients N] [--runs N]

Both talk to the emulator, served on this machine, and then to a plain server that answers every batch as documented and
keeps nothing. Prints times and ratios, and the peak memory of mcctl for N and for ten times as many recipients. Exits 1
when the ratio on the emulator is over 2.0, the memory over 100 MB, or the larger file takes over 10 % more of it. The
ratio on the plain server has no budget: it takes next to no time itself, so that all reading and recording shows.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.benchmarks.harness import EMULATOR, Measured, Target, mcctl, post_all, served

BATCH = 500
DEFINITION = "nto-order-confirmation"
RATIO, PEAK_MB, GROWTH = 2.0, 100.0, 1.10
_KEY = re.compile(rb'"messageKey":"([^"]+)"')


class Stub(BaseHTTPRequestHandler):
    """Knows one active definition, and accepts every recipient."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        self._answer(200, b'{"status":"Active"}')

    def do_POST(self) -> None:
        if self.path == "/v2/token":
            self._answer(200, b'{"access_token":"token-of-the-benchmark","expires_in":1080}')
            return
        body = self.rfile.read(int(self.headers["Content-Length"]))
        keys = b",".join(b'{"messageKey":"%s"}' % key for key in _KEY.findall(body))
        self._answer(202, b'{"requestId":"0e4f0e0c-93a0-4d6a-ae8f-2f1d2f3a4b5c","errorcode":0,"responses":[%s]}' % keys)

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--recipients", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        server = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
        print(f"http://127.0.0.1:{server.server_port}", flush=True)  # noqa: T201
        server.serve_forever()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = (
            write_csv(folder / "small.csv", args.recipients),
            write_csv(folder / "large.csv", 10 * args.recipients),
        )
        ratio, _ = compared("emulator", EMULATOR, small, args.recipients, args.runs)
        _, peak = compared("plain server", PLAIN, small, args.recipients, args.runs)
        with served(PLAIN) as target:
            whole = send(target, large)
    large_peak, growth = whole.peak, whole.peak / peak
    print(f"budget on the emulator: {RATIO}x")  # noqa: T201
    print(f"{10 * args.recipients:,} recipients on the plain server: {whole.seconds:.1f} s")  # noqa: T201
    print(f"peak memory {peak:.0f} MB, then {large_peak:.0f} MB, {growth:.2f}x (budgets {PEAK_MB:.0f} MB, {GROWTH}x)")  # noqa: T201
    return int(ratio > RATIO or max(peak, large_peak) > PEAK_MB or growth > GROWTH)


PLAIN = [sys.executable, "-m", "tests.benchmarks.bulk", "--serve"]


def compared(name: str, server: list[str], file: Path, count: int, runs: int) -> tuple[float, float]:
    """Run both in turn, `runs` times, each on a fresh server; return the ratio of the smallest times and the peak."""
    batches = list(ready_made(count))
    loop = ours = float("inf")
    peak = 0.0
    for _ in range(runs):
        with served(server) as target:
            loop = min(loop, post_all(target, "POST", "/messaging/v1/email/messages", batches))
        with served(server) as target:
            measured = send(target, file)
        ours, peak = min(ours, measured.seconds), measured.peak
    print(f"{name}: {count:,} recipients, 5 attributes; bare loop {loop:.2f} s, mcctl {ours:.2f} s, {ours / loop:.2f}x")  # noqa: T201
    return ours / loop, peak


def send(target: Target, file: Path) -> Measured:
    """Send a file, results included."""
    return mcctl(target, ["tx", "send", DEFINITION, "--from", str(file), "--results", str(target.state / "out.jsonl")])


def write_csv(path: Path, count: int) -> Path:
    """Write a file of recipients with five attributes."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["contactKey", "to", *ATTRIBUTES])
        for number in range(count):
            writer.writerow([f"c-{number:07}", f"c{number:07}@example.com", *attributes(number).values()])
    return path


ATTRIBUTES = ("FirstName", "LastName", "Order", "Total", "City")


def attributes(number: int) -> dict[str, str]:
    """Return the attributes of a recipient."""
    values = ("Ada", "Lovelace", f"ORD-{number:08}", f"{number % 500}.95", "San Francisco")
    return dict(zip(ATTRIBUTES, values, strict=True))


def ready_made(count: int) -> Iterator[bytes]:
    """Yield request bodies like those that mcctl sends."""
    for start in range(0, count, BATCH):
        recipients = [
            {
                "contactKey": f"c-{number:07}",
                "to": f"c{number:07}@example.com",
                "messageKey": f"00000000-0000-5000-8000-{number:012}",
                "attributes": attributes(number),
            }
            for number in range(start, min(start + BATCH, count))
        ]
        body = {"definitionKey": DEFINITION, "recipients": recipients}
        yield json.dumps(body, separators=(",", ":")).encode()


if __name__ == "__main__":
    sys.exit(main())
