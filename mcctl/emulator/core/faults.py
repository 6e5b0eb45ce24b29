"""Faults as data: rules that make the emulator answer as a network or a platform in trouble would.

    {"match": {"method": "PATCH", "path": "/asset/", "nth": 1, "times": 2, "probability": 0.1, "seed": 7},
     "answer": {"status": 503, "headers": {"Retry-After": "1"}, "body": {...}, "delay": 2.0, "cut": "after"}}

Every part is optional. The first rule that matches wins. A rule with a status answers in place of the API; one
without lets the API process the request, later by `delay` seconds, or cuts the connection before or after, or midway
in the answer.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
from dataclasses import dataclass
from typing import Any

_MATCH = {"method": str, "path": str, "nth": int, "times": int, "probability": (int, float), "seed": int}
_ANSWER = {"status": int, "headers": dict, "body": None, "delay": (int, float), "cut": str}


@dataclass(frozen=True)
class Fault:
    """A rule that is to be applied to the request at hand."""

    id: int
    answer: dict[str, Any]


def check(rule: Any) -> dict[str, Any]:
    """Return `rule`. Raises ValueError, saying what is wrong with it."""
    if not isinstance(rule, dict) or not rule.keys() <= {"match", "answer"} or not rule.get("answer"):
        raise ValueError("a fault is an object with match and answer; answer must say something")
    for part, allowed in (("match", _MATCH), ("answer", _ANSWER)):
        for name, value in rule.get(part, {}).items():
            if name not in allowed:
                raise ValueError(f"{part} has no {name!r}; it may have {', '.join(allowed)}")
            kind: Any = allowed[name]
            if kind and (not isinstance(value, kind) or isinstance(value, bool)):
                raise ValueError(f"{part}.{name} has the wrong type")
    _check_values(rule.get("match", {}), rule["answer"])
    return rule


def add(db: sqlite3.Connection, rule: Any) -> int:
    """Add a rule behind those that there are, and return its id. Raises ValueError as `check` does."""
    cursor = db.execute("insert into fault (rule) values (?)", [json.dumps(check(rule))])
    return int(cursor.lastrowid or 0)


def every(db: sqlite3.Connection) -> list[dict[str, Any]]:
    """Return the rules, in order, with how often each matched (seen) and was applied (fired)."""
    rows = db.execute("select * from fault order by id")
    return [{"id": row["id"], **json.loads(row["rule"]), "seen": row["seen"], "fired": row["fired"]} for row in rows]


def clear(db: sqlite3.Connection) -> int:
    """Remove every rule, and return how many there were."""
    return db.execute("delete from fault").rowcount


def first_match(db: sqlite3.Connection, method: str, path: str) -> Fault | None:
    """Return the first rule that applies to a request, counting it; None if no rule does."""
    for row in every(db):
        match = row.get("match", {})
        if not _concerns(match, method, path):
            continue
        db.execute("update fault set seen = seen + 1 where id = ?", [row["id"]])
        if _applies(match, seen=row["seen"] + 1, fired=row["fired"]):
            db.execute("update fault set fired = fired + 1 where id = ?", [row["id"]])
            return Fault(row["id"], row["answer"])
    return None


def _concerns(match: dict[str, Any], method: str, path: str) -> bool:
    return match.get("method", method).upper() == method and bool(re.search(match.get("path", ""), path))


def _applies(match: dict[str, Any], *, seen: int, fired: int) -> bool:
    if "nth" in match and seen != match["nth"]:
        return False
    if "times" in match and fired >= match["times"]:
        return False
    chance = random.Random(f"{match.get('seed', 0)}:{seen}").random()  # noqa: S311 (repeatable on purpose)
    return chance < float(match.get("probability", 1))


def _check_values(match: dict[str, Any], answer: dict[str, Any]) -> None:
    try:
        re.compile(match.get("path", ""))
    except re.error as error:
        raise ValueError(f"match.path is not a regular expression: {error}") from error
    if answer.get("cut", "before") not in ("before", "midway", "after"):
        raise ValueError("answer.cut must be before, midway or after")
    if not 100 <= answer.get("status", 200) <= 599:
        raise ValueError("answer.status must be between 100 and 599")
    if answer.get("delay", 0) < 0:
        raise ValueError("answer.delay must not be negative")
