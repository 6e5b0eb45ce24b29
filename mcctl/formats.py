"""The values of `--output`, apart from what prints them: every help page needs the names, and only those."""

from __future__ import annotations

from datetime import timezone
from enum import StrEnum

from mcctl.clock import PLATFORM


class Format(StrEnum):
    """How data is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    YAML = "yaml"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"


class When(str):
    """The path of a date in an item: one that was never set is shown as nothing. zone: of one that names none."""

    zone: timezone

    def __new__(cls, path: str, zone: timezone = PLATFORM) -> When:
        """Return the path."""
        made = super().__new__(cls, path)
        made.zone = zone
        return made
