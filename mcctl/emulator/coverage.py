"""Which operations of the API are emulated, and why the others are not."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources


def reason_against(path: str) -> str | None:
    """Return why what lies at `path` is not emulated, or None where no reason is known. `path` may have {names}."""
    return next((reason for pattern, reason in _reasons() if pattern.match(path)), None)


def pattern_of(template: str) -> re.Pattern[str]:
    """Return what matches the paths of a route: a {name} is any one segment, and capital letters are as good."""
    return re.compile(re.sub(r"\\{.*?\\}", "[^/]+", re.escape(template)), re.IGNORECASE)


@cache
def _reasons() -> list[tuple[re.Pattern[str], str]]:
    table = resources.files("mcctl.emulator").joinpath("data/not-emulated.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return [(pattern_of(prefix), reason) for prefix, reason in rows]
