"""The tables that a query reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

_NAME = re.compile(r"\b(?:from|join|into|update)\s", re.IGNORECASE)


def tables(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the name of each data extension or data view that a query names; ENT. is left out.

    Of what is no SQL nothing is told.
    """
    if not _NAME.search(text):
        return
    sqlglot = _sqlglot()
    try:
        parsed = sqlglot.parse(text, read="tsql")
    except (sqlglot.errors.SqlglotError, RecursionError):
        return
    local = {cte.alias_or_name.lower() for one in parsed if one for cte in one.find_all(sqlglot.exp.CTE)}
    for one in filter(None, parsed):
        for table in one.find_all(sqlglot.exp.Table):
            if table.name and table.name.lower() not in local:
                start = table.this.meta.get("start", 0)
                yield start, table.name


@cache
def _sqlglot() -> Any:
    """Return the parser, which is dear to load: few workspaces hold queries."""
    import sqlglot  # as it says

    return sqlglot
