"""The tables that a query reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAME = re.compile(r"\b(?:from|join|into|update)\s", re.IGNORECASE)


def tables(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the name of each data extension or data view that a query names, with Ent. if that is there.

    Of what is no SQL nothing is told.
    """
    if not _NAME.search(text):
        return
    from mcctl.sql.grammar import SqlError, exp, parsed  # dear to load: few workspaces hold queries

    try:
        trees = parsed(text)
    except SqlError:
        return
    local = {cte.alias_or_name.lower() for one in trees for cte in one.find_all(exp.CTE)}
    for one in trees:
        for table in one.find_all(exp.Table):
            if table.name and table.name.lower() not in local:
                start = table.this.meta.get("start", 0)
                yield start, f"{table.db}.{table.name}" if table.db else table.name
