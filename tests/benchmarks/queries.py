"""Queries on many rows: two data extensions of a million rows, joined and grouped, and one copied, on the emulator.

    python -m tests.benchmarks.queries [--rows N]

Prints the seconds that each takes, and the memory of the process at its most. Exits 1 when the join takes over 10 seconds,
the copy over 20, or the memory reaches 250 MB.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from mcctl.emulator.de.tables import Table
from mcctl.emulator.sql.running import planned, run_into
from mcctl.emulator.sql.sources import Source, kind_of_field, source_of_table
from mcctl.emulator.sql.translate import Clock
from mcctl.sql.tables import TableName

JOIN_SECONDS, COPY_SECONDS, PEAK_MB = 10.0, 20.0, 250
CUSTOMERS = [("Id", "Number"), ("Email", "EmailAddress"), ("Name", "Text"), ("Born", "Date"), ("Active", "Boolean"),
             ("Spent", "Decimal"), ("City", "Text"), ("A", "Text"), ("B", "Text"), ("C", "Number")]  # fmt: skip
ORDERS = [("CustomerId", "Number"), ("Total", "Decimal")]
CITIES = [("City", "Text"), ("N", "Number"), ("Total", "Decimal")]
JOIN = (
    "SELECT c.City, COUNT(*) AS N, SUM(o.Total) AS Total FROM Customers c JOIN Orders o ON o.CustomerId = c.Id "
    "WHERE c.Email LIKE 'A%' GROUP BY c.City"
)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    count = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "b.sqlite", isolation_level=None)
        db.execute("pragma synchronous = off")
        db.execute("begin")
        tables = {name: table(db, number, fields) for number, (name, fields) in enumerate(
            {"customers": CUSTOMERS, "orders": ORDERS, "cities": CITIES, "copy": CUSTOMERS}.items())}  # fmt: skip
        fill(db, tables, count)
        join = measured(tables, db, JOIN, "cities")
        copy = measured(tables, db, "SELECT * FROM Customers", "copy")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"join and group {join:.1f} s, copy {copy:.1f} s, {peak} MB at most, {count:,} rows of ten columns\n"
    )
    return int(join > JOIN_SECONDS or copy > COPY_SECONDS or peak > PEAK_MB)


def table(db: sqlite3.Connection, number: int, fields: list[tuple[str, str]]) -> Table:
    """Make a data extension."""
    scale = {"Decimal": 2}
    made = Table(db, number, [
        {"name": name, "type": kind, "length": 18 if kind == "Decimal" else 100, "scale": scale.get(kind, 0)}
        for name, kind in fields
    ])  # fmt: skip
    made.create()
    return made


def fill(db: sqlite3.Connection, tables: dict[str, Table], count: int) -> None:
    """Fill both data extensions with as many rows."""
    day = "2026-01-01T00:00:00"
    customers = ((str(n), f"a{n}@x.example", f"name {n % 1000}", day, "True", f"{n % 100}.50", f"City {n % 500}", "a", "b",
                  str(n % 7)) for n in range(count))  # fmt: skip
    names = ", ".join(f"c{place}" for place in range(10))
    db.executemany(f"insert into {tables['customers'].name} ({names}) values ({', '.join('?' * 10)})", customers)
    orders = ((str(n * 3 % count), "1.25") for n in range(count))
    db.executemany(f"insert into {tables['orders'].name} (c0, c1) values (?, ?)", orders)


def measured(tables: dict[str, Table], db: sqlite3.Connection, sql: str, target: str) -> float:
    """Run a query, and return its seconds."""

    def find(name: TableName) -> Source | None:
        return source_of_table(tables[name.name.lower()])

    wanted = {field.name.lower(): kind_of_field(field) for field in tables[target].columns}
    began = time.monotonic()
    plan: Any = planned(sql, find, Clock("2026-11-27T01:00:00", "2026-11-27T07:00:00"), wanted)
    run_into(db, plan, tables[target], 0)
    return time.monotonic() - began


if __name__ == "__main__":
    raise SystemExit(main())
