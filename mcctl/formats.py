"""The values of `--output`, apart from what prints them: every help page needs the names, and only those."""

from __future__ import annotations

from enum import StrEnum


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
    """The path of a date in an item: one that was never set is shown as nothing."""

    __slots__ = ()
