"""T-SQL's functions, given to a connection to SQLite under names of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from mcctl.emulator.sql import dates, numbers, texts
from mcctl.emulator.sql.aggregates import AGGREGATES, JOINED
from mcctl.emulator.sql.failing import Failure

PREFIX = "tsql_"
_STRICT = {**dates.FUNCTIONS, **numbers.FUNCTIONS, **texts.FUNCTIONS}
_OF_NULLS = {**numbers.OF_NULLS, **texts.OF_NULLS}
_CHANGING = {**numbers.CHANGING, **texts.CHANGING}
_WINDOWS_OF = {"STDEV": 1, "STDEVP": 1, "VAR": 1, "VARP": 1, "PERCENTILE_CONT": 3, "PERCENTILE_DISC": 3}
OURS = frozenset([*_STRICT, *_OF_NULLS, *_CHANGING, *AGGREGATES, "STRING_AGG"])
"""The functions that are played here; what is not among them SQLite does itself."""


class Failures(list[str]):
    """Why functions failed: SQLite tells only that one did."""


def add_functions(db: sqlite3.Connection) -> Failures:
    """Give a connection all functions. Returns the list that their failures are put on."""
    failures = Failures()
    for name, function in {**_STRICT, **_OF_NULLS}.items():
        told = _telling(function, failures, is_strict=name in _STRICT)
        db.create_function(PREFIX + name.lower(), -1, told, deterministic=True)
    for name, function in _CHANGING.items():
        db.create_function(PREFIX + name.lower(), -1, function)
    for name, kind in AGGREGATES.items():
        db.create_window_function(PREFIX + name.lower(), _WINDOWS_OF[name], kind)
    db.create_aggregate(f"{PREFIX}string_agg", -1, JOINED)  # type: ignore[arg-type]
    return failures


def _telling(function: Callable[..., Any], failures: Failures, *, is_strict: bool) -> Callable[..., Any]:
    """Return a function that notes why it fails, and, where it is strict, gives NULL for NULL."""

    def call(*values: Any) -> Any:
        if is_strict and None in values:
            return None
        try:
            return function(*values)
        except Failure as failure:
            failures.append(str(failure))
            raise
        except (ValueError, TypeError, OverflowError) as error:
            failures.append(f"Conversion failed: {error}")
            raise

    return call
