"""What the tests of `mcctl sms` share."""

from __future__ import annotations

import json
from typing import Any

from tests.conftest import Mcctl, Rehearsal

MESSAGE, LISTED = "MzA6Nzg6MA", "MzE6Nzg6MA"
HIKERS, QUIET = "MTIzOjYzOjA", "MTI0OjYzOjA"
KNOWN = "13175550101"  # subscribed to NTO from the beginning
SENDS = {"method": "POST", "path": "/messageContact/"}
DELIVERIES = {"method": "GET", "path": "/deliveries/"}


def texts(rehearsal: Rehearsal) -> list[tuple[str, str]]:
    """Return number and text of everything in the outbox."""
    rehearsal.advance(2)
    return [(one["to"], one["text"]) for one in rehearsal.outbox()]


def token_of(stdout: str) -> str:
    return stdout.split()[-1]


def body(rehearsal: Rehearsal) -> Any:
    return json.loads(rehearsal.requests("POST")[-1]["body"])


def hear(mcctl: Mcctl, text: str, number: str = "13175551212") -> str:
    done = mcctl(["sms", "queue-mo", "--number", number, "--short-code", "12345", "--text", text])
    assert done.code == 0, done.stderr
    return done.stdout.split("\t")[0]


def keywords(mcctl: Mcctl, number: str = "13175551212") -> list[str]:
    return [line.split("\t")[2] for line in mcctl(["sms", "subscription", number]).stdout.splitlines()]
