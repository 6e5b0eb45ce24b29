"""How long rows of a data extension are kept."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

import typer

from mcctl.errors import InputError
from mcctl.reading import flag, get, text, whole

_UNITS = {"d": (3, "day"), "w": (4, "week"), "mo": (5, "month"), "y": (6, "year")}
"""How it is typed -> (the number that the platform has for it, its name)."""
_NAMES = dict(_UNITS.values())


class Of(StrEnum):
    """What is removed in the end: each row by itself, all rows at once, or the data extension with them."""

    ROW = "row"
    ROWS = "rows"
    ALL = "all"


class Retention(NamedTuple):
    """How long rows are kept."""

    length: Annotated[
        str | None,
        typer.Option("--retention", metavar="PERIOD", help="Keep rows for 30d, 6w, 3mo or 2y; else for ever."),
    ] = None
    of: Annotated[
        Of | None,
        typer.Option(
            "--retention-of",
            metavar="|".join(Of),
            help="Remove each row by itself, all rows, or the data extension too.",
        ),
    ] = None
    resets: Annotated[
        bool, typer.Option("--retention-reset", help="Begin it anew with every import.", show_default=False)
    ] = False

    def properties(self) -> dict[str, Any] | None:
        """Return it as JSON; None where none was given. Raises InputError for a period that is none."""
        if self.length is None:
            if self.of or self.resets:
                raise InputError("--retention-of and --retention-reset go with --retention PERIOD")
            return None
        found = re.fullmatch(r"(\d{1,4})(d|w|mo|y)", self.length.strip().lower())
        if not found or not int(found[1]):
            raise InputError(
                f"--retention {self.length}: say a number of days, weeks, months or years: 30d, 6w, 3mo, 2y"
            )
        of = self.of or Of.ROW
        return {
            "dataRetentionPeriodLength": int(found[1]),
            "dataRetentionPeriodUnitOfMeasure": _UNITS[found[2]][0],
            "isRowBasedRetention": of is Of.ROW,
            "isDeleteAtEndOfRetentionPeriod": of is Of.ROWS,
            "isResetRetentionPeriodOnImport": self.resets,
        }


def told(definition: Any) -> str:
    """Return in words how long rows are kept; nothing where they are kept for ever."""
    kept = get(definition, "dataRetentionProperties")
    length, unit = whole(get(kept, "dataRetentionPeriodLength")), whole(get(kept, "dataRetentionPeriodUnitOfMeasure"))
    if not length:
        until = text(kept, "retainUntil")
        return f"until {until}" if until else ""
    by_row, by_rows = (flag(get(kept, name)) for name in ("isRowBasedRetention", "isDeleteAtEndOfRetentionPeriod"))
    what = "each row" if by_row else "all rows" if by_rows else "the data extension"
    name = _NAMES.get(unit or 0, f"unit {unit}")
    return f"{what} for {length} {name}{'' if length == 1 else 's'}"
